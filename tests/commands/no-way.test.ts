import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { handbill } from './run.ts';

const head = `id: strike
title: {en: Free the strikers}
summary: {en: Strikers were arrested.}
issuer: {name: Our union}
issued: 2026-05-01
languages: [en]
sources: [{id: s, title: Our leaflet}]
demands: [{id: release, text: {en: Release them}}]
targets: [the-court, the-police]
`;
const contacts = (street: string) => ({
  'a/appeal.yaml': head,
  'a/facts.csv': 'id,role,text.en,sources,status\nf,event,Strikers were arrested.,s,reported\n',
  'a/contacts.csv': `id,kind,organisation,street,city,country,phone,website,languages,source
the-court,court,Example Court,,Exampleton,GB,+44 20 7946 0000,https://example.org/court,en,s
the-police,police,Example Police,${street},Exampleton,GB,,,en,s
`,
});

test('nobody is told to post a letter to an address that isn’t known: what is known is said', async () => {
  const cwd = await makeFolder(contacts(''));
  const { stdout } = await handbill(cwd, 'letters a');
  const told = stdout.replace(/\s+/g, ' ');
  expect(told).not.toMatch(/sign it and post it/);
  expect(told).toContain(
    'no postal address is known, but: telephone +44 20 7946 0000; web page https://example.org/court',
  );
  expect(told).toContain('nothing is known');
});

test('those that can be reached come first', async () => {
  const cwd = await makeFolder(contacts('1 Example Road'));
  const { stdout } = await handbill(cwd, 'letters a');
  expect(stdout).toContain('print out/letters/the-police.en.pdf');
  expect(stdout.indexOf('the-police')).toBeLessThan(stdout.indexOf('the-court'));
});
