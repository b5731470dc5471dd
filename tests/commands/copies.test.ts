import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { handbill } from './run.ts';

const FILES = {
  'a/appeal.yaml': `id: strike
title: {en: Free the strikers}
summary: {en: Strikers were arrested.}
issuer: {name: Our union}
issued: 2026-05-01
languages: [en]
sources: [{id: s, title: Our leaflet}]
demands: [{id: release, text: {en: Release them}}]
targets: [the-police, the-union]
copies:
  - {name: Example Workers’ Union, email: union@example.org}
  - {name: The Example Gazette}
  - {name: A lawyer, email: lawyer@example.org, private: true}
`,
  'a/facts.csv': 'id,role,text.en,sources,status\nf,event,Strikers were arrested.,s,reported\n',
  'a/contacts.csv': `id,kind,organisation,street,city,country,email,languages,source
the-police,police,Example Police,1 Example Road,Exampleton,GB,a@example.org,en,s
the-union,union,Example Union,1 Example Road,Exampleton,GB,b@example.org,en,s
`,
};

test('copies stand in the letter and in the draft; what is private is in Bcc alone', async () => {
  const cwd = await makeFolder(FILES);
  expect((await handbill(cwd, 'letters a --format pdf,txt,eml')).code).toBe(0);
  const read = (name: string) => readFile(join(cwd, 'out/letters', name), 'utf8');
  const text = await read('the-police.en.txt');
  expect(text).toContain('Copies to: Example Workers’ Union; The Example Gazette');
  expect(text).not.toContain('lawyer');
  const [head = '', body = ''] = (await read('the-police.en.eml')).split('\r\n\r\n');
  expect(head.split('\r\n')).toEqual(
    expect.arrayContaining(['To: a@example.org', 'Cc: union@example.org', 'Bcc: lawyer@example.org']),
  );
  expect(body).not.toContain('lawyer');
  const solidarity = (await read('the-union.en.txt')) + (await read('the-union.en.eml'));
  expect(solidarity).not.toMatch(/Copies to|lawyer|^Cc:/m);
});
