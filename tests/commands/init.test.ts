import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, makeFolder } from '../folder.ts';
import { handbill } from './run.ts';

const ANSWERS = [
  ['--title', 'Free the "strikers": now!'],
  ['--issuer', 'Our union'],
  ['--what', 'On 1 May 2026 twelve strikers, all of them welders, were arrested.'],
  ['--when', '2026-05-01'],
  ['--source', 'Our union, leaflet of 2 May 2026'],
  ['--demand', 'Release them'],
  ['--demand', 'Drop the charges'],
  ['--to', 'Société Exemple, S.A.'],
  ['--to-kind', 'company'],
].flat();

test('flags make a whole folder of plain files', async () => {
  const cwd = await makeFolder();
  const ran = await handbill(cwd, ['init', 'strike', ...ANSWERS]);
  expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('Next: handbill make strike') });
  expect(await listFiles(join(cwd, 'strike'))).toEqual([
    '.gitignore',
    'appeal.yaml',
    'contacts.csv',
    'events.csv',
    'facts.csv',
    'sender.json',
  ]);
  const contacts = await readFile(join(cwd, 'strike/contacts.csv'), 'utf8');
  expect(contacts).toContain('societe-exemple-s-a,company,"Société Exemple, S.A.",');
});

test('an appeal that is there already is not touched', async () => {
  const cwd = await makeFolder({ 'strike/appeal.json': '{}' });
  const ran = await handbill(cwd, ['init', 'strike', ...ANSWERS]);
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('strike holds an appeal already') });
  expect(await listFiles(cwd)).toEqual(['strike/appeal.json']);
});

test.each([
  [['--when', '1 May'], '--when: expected a date'],
  [['--lang', 'english'], '--lang: expected a language tag'],
  [['--to-kind', 'firm'], '--to-kind: there is no "firm"'],
  [['--to-country', 'de'], '--to-country: expected a country code'],
])('a wrong answer is told before anything is written: %s', async (wrong, message) => {
  const cwd = await makeFolder();
  const ran = await handbill(cwd, ['init', 'strike', ...ANSWERS, ...wrong]);
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  expect(await listFiles(cwd)).toEqual([]);
});
