import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LEAFLET_KINDS } from '../../src/model/material.ts';
import { listFiles, makeFolder } from '../folder.ts';
import { textOfPdf, WITHOUT_PDFTOTEXT } from '../tools.ts';
import { handbill } from './run.ts';

const APPEAL = `id: strike
title: {en: Free the strikers}
headline: {en: Free them}
summary: {en: Strikers were arrested.}
issuer: {name: Our union, email: office@example.org}
issued: 2026-05-01
boycott: {en: Their goods}
actBefore: 2026-06-01
country: GB
languages: [en]
sources: [{id: s, title: Our leaflet}]
demands: [{id: release, text: {en: Release them}}]
actions: [{kind: picket, text: {en: Come}}]
targets: [the-police]
`;
const FILES = {
  'a/appeal.yaml': APPEAL,
  'a/facts.csv': 'id,role,text.en,sources,status\nf,event,Strikers were arrested.,s,reported\n',
  'a/contacts.csv':
    'id,kind,organisation,street,city,country,email,languages,source\nthe-police,police,Example Police,1 Example Road,Exampleton,GB,a@example.org,en,s\n',
};
/** Thanks are for an appeal that is won. */
const KINDS = LEAFLET_KINDS.filter((kind) => kind !== 'thanks');
const DEADLINE =
  'Act before 1 June 2026. After that, ask first whether it still makes sense: office@example.org.';

test.skipIf(WITHOUT_PDFTOTEXT)(
  'the last day stands on what people are handed, not in the letter to the official (skipped where pdftotext is missing)',
  async () => {
    const cwd = await makeFolder(FILES);
    // What goes to officials, to the press or into prison doesn't tell its reader until when to act.
    const others = ['resolution', 'press-release', 'postcard'];
    const made = await handbill(cwd, `leaflets a --kind ${KINDS.join()} --date 2026-05-20`);
    expect(made).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Act before 2026-06-01: 12 days left.'),
    });
    for (const kind of KINDS) {
      const [pdf] = (await listFiles(join(cwd, 'out/leaflets'))).filter(
        (file) => file.startsWith(`${kind}.en.`) && /\.a\d\.pdf$/.test(file),
      );
      const told = textOfPdf(join(cwd, 'out/leaflets', pdf!));
      if (others.includes(kind)) expect(told, pdf).not.toContain('1 June');
      else expect(told, pdf).toContain(DEADLINE);
    }
    await handbill(cwd, 'letters a --date 2026-05-20 --format txt,eml');
    for (const file of await listFiles(join(cwd, 'out/letters'))) {
      const text = await readFile(join(cwd, 'out/letters', file), 'utf8');
      expect(text).not.toContain('1 June');
      expect(text).toContain('Release them');
    }
  },
);

test('the site says it on both pages and in the calendar, with a reminder; afterwards that it is over', async () => {
  const cwd = await makeFolder(FILES);
  expect((await handbill(cwd, 'site a --date 2026-05-20')).code).toBe(0);
  const read = (path: string) => readFile(join(cwd, 'out/site', path), 'utf8');
  expect(await read('en/index.html')).toMatch(/data-deadline="2026-06-01"[^>]*>[^<]*1 June 2026/);
  expect(await read('en/letters/the-police.html')).toMatch(
    /data-deadline="2026-06-01"[^>]*>[^<]*1 June 2026/,
  );
  const calendar = await read('en/events.ics');
  expect(calendar).toContain('DTSTART;VALUE=DATE:20260601');
  expect(calendar).toMatch(/BEGIN:VALARM[\s\S]*TRIGGER:-P3D/);
  const late = await handbill(cwd, 'site a --date 2026-06-02 --out late');
  expect(late).toMatchObject({ code: 1, stderr: expect.stringContaining('--force') });
  expect(await listFiles(join(cwd, 'late'))).toEqual([]);
  expect((await handbill(cwd, 'site a --date 2026-06-02 --out late --force')).code).toBe(0);
  expect(await readFile(join(cwd, 'late/site/en/index.html'), 'utf8')).toMatch(
    /data-deadline[^>]*>[^<]*1 June 2026/,
  );
});

test('past it nothing is made without --force', async () => {
  const cwd = await makeFolder(FILES);
  for (const command of ['make a', 'letters a', 'leaflets a', 'quick a --country GB']) {
    const ran = await handbill(cwd, `${command} --date 2026-06-02`);
    expect(ran, command).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('The appeal asks to act before 2026-06-01'),
    });
  }
  expect((await listFiles(cwd)).filter((file) => !file.startsWith('a/'))).toEqual([]);
  expect(await handbill(cwd, 'make a --date 2026-06-02 --force')).toMatchObject({ code: 0 });
});
