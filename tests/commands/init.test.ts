import { readFile, writeFile } from 'node:fs/promises';
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
    'README.txt',
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

test('a .gitignore that a person wrote stays as it is', async () => {
  const cwd = await makeFolder({ 'strike/.gitignore': '*.bak\n' });
  expect(await handbill(cwd, ['init', 'strike', ...ANSWERS])).toMatchObject({ code: 0 });
  expect(await readFile(join(cwd, 'strike/.gitignore'), 'utf8')).toBe('*.bak\n');
});

test.each([
  [['--when', '1 May'], '--when: expected a date'],
  [['--lang', 'english'], '--lang: expected a language tag'],
  [['--to-kind', 'firm'], '--to-kind: there is no "firm"'],
  [['--to-country', 'Atlantis'], '--to-country: expected a country code'],
])('a wrong answer is told before anything is written: %s', async (wrong, message) => {
  const cwd = await makeFolder();
  const ran = await handbill(cwd, ['init', 'strike', ...ANSWERS, ...wrong]);
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  expect(await listFiles(cwd)).toEqual([]);
});

test('countries may be named, known contacts chosen, a number told with who says so', async () => {
  const cwd = await makeFolder();
  const [title, issuer] = [ANSWERS.slice(0, 2), ANSWERS.slice(2, 4)];
  const line = [
    ...[...title, ...issuer, '--what', 'On 1 May 12 strikers were arrested.', '--when', '2026-05-01'],
    ...['--source', 'Our union', '--unit', 'strikers', '--voice', 'according to the police'],
    ...[
      '--demand',
      'Release them',
      '--to',
      'kz-de-berlin',
      '--to',
      'Example Ltd',
      '--to-country',
      'Allemagne',
    ],
    ...[
      '--event',
      'picket',
      '--event-date',
      '2026-05-08',
      '--event-place',
      'Embassy',
      '--event-city',
      'Berlin',
    ],
  ];
  const ran = await handbill(cwd, ['init', 'strike', ...line]);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  const file = (name: string) => readFile(join(cwd, 'strike', name), 'utf8');
  expect(await file('facts.csv')).toContain(
    'On 1 May {strikers} were arrested.,source-1,reported,strikers,strikers,12,voice-1,,source-1\n',
  );
  expect(await file('appeal.yaml')).toContain('targets: [kz-de-berlin, example-ltd]');
  expect(await file('contacts.csv')).toMatch(/Nordendstraße.*\nexample-ltd,other,Example Ltd,/s);
  expect(await file('events.csv')).toContain(
    'event-1,picket,2026-05-08,,,Embassy,,Berlin,Our union,Our union',
  );
  expect((await handbill(cwd, 'check strike --date 2026-05-03')).code).toBe(0);
});

test('a file answers everything too; what is missing is named by its flag', async () => {
  const cwd = await makeFolder({ 'a.yaml': 'title: "Free them"\nfact.1.text: "They were arrested."\n' });
  const short = await handbill(cwd, 'init strike --answers a.yaml --issuer us');
  expect(short.stderr).toBe('handbill: init without questions needs --source, --demand, --to\n');
  const whole = await handbill(
    cwd,
    'init strike --answers a.yaml --issuer us --source us --demand x --to Firm',
  );
  expect(whole.code).toBe(0);
  await writeFile(join(cwd, 'b.yaml'), 'fact.1.text: "They struck."\nfact.1.date: "1.5.2026"\n');
  const late = await handbill(
    cwd,
    'init other --answers b.yaml --title x --issuer us --source us --demand x --to y',
  );
  expect(late).toMatchObject({ code: 2, stderr: expect.stringContaining('fact.1.date: expected a date') });
  expect(await listFiles(join(cwd, 'other'))).toEqual([]);
  await writeFile(join(cwd, 'a.yaml'), 'title: [Free, them]\n');
  const wrong = await handbill(cwd, 'init other --answers a.yaml');
  expect(wrong).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('a.yaml:1:8  error  Expected an answer'),
  });
});
