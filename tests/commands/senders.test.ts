import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, makeFolder, readFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

/** Two embassies of one made-up sender's state, and a company. */
const CONTACTS = `id,kind,organisation,represents,street,postalCode,city,country,languages,source
example-ltd,company,Example Ltd,,1 Example Road,EX1 1EX,Exampleton,GB,en,made up for a test
kz-gb,embassy,Embassy in Britain,KZ,2 Example Road,EX1 1EX,Exampleton,GB,en,made up for a test
kz-de,embassy,Embassy in Germany,KZ,Beispielweg 3,10115,Berlin,DE,en,made up for a test
`;

const MEMBERS = `id,name,street,postalCode,city,country,email
ada,Ada Example,3 Example Road,EX1 1EX,Exampleton,GB,ada@example.org
bea,Bea Beispiel,Beispielweg 4,10117,Berlin,DE,bea@example.org
`;

const appeal = (members = MEMBERS) => ({
  ...smallAppeal('a', { 'contacts.csv': CONTACTS }),
  'members.csv': members,
});

test('each member writes to the embassy of their country and to every company, in their own name', async () => {
  const cwd = await makeFolder(appeal());
  expect(await handbill(cwd, 'letters a --senders members.csv --format txt')).toMatchObject({ code: 0 });
  expect((await listFiles(join(cwd, 'out'))).slice(1)).toEqual([
    'letters/example-ltd.en.ada.txt',
    'letters/example-ltd.en.bea.txt',
    'letters/kz-de.en.bea.txt',
    'letters/kz-gb.en.ada.txt',
  ]);
  const letter = await readFile(join(cwd, 'out/letters/kz-de.en.bea.txt'), 'utf8');
  expect(letter).toContain('Bea Beispiel');
  expect(letter).toContain('Embassy in Germany');
  const manifest = await readFile(join(cwd, 'out/handbill-manifest.json'), 'utf8');
  expect(manifest).not.toMatch(/Ada|Beispiel|example\.org/);
});

test('one member who moved gets new letters, the others keep theirs', async () => {
  const cwd = await makeFolder(appeal());
  await handbill(cwd, 'letters a --senders members.csv --format txt');
  const moved = MEMBERS.replace('Beispielweg 4', 'Beispielweg 5');
  const again = await makeFolder({ ...appeal(moved), 'same/x': '' });
  const ran = await handbill(again, [
    'letters',
    'a',
    '--senders',
    'members.csv',
    '--format',
    'txt',
    '--out',
    join(cwd, 'out'),
    '--json',
  ]);
  expect(JSON.parse(ran.stdout)).toMatchObject({
    written: ['letters/example-ltd.en.bea.txt', 'letters/kz-de.en.bea.txt'],
    changes: { 'letters/kz-de.en.bea.txt': ['sender/bea'] },
  });
});

test('the order of the rows doesn’t matter', async () => {
  const [header, ...rows] = MEMBERS.trim().split('\n');
  const [head, ...contacts] = CONTACTS.trim().split('\n');
  const one = await makeFolder(appeal());
  const two = await makeFolder({
    ...smallAppeal('a', { 'contacts.csv': [head, ...contacts.reverse()].join('\n') }),
    'members.csv': [header, ...rows.reverse()].join('\n'),
  });
  for (const cwd of [one, two]) await handbill(cwd, 'letters a --senders members.csv');
  expect(await readFolder(join(one, 'out'))).toEqual(await readFolder(join(two, 'out')));
});

test('everything that is wrong with the list is told at its place, and nothing is written', async () => {
  const wrong = `id,name,country,emial
ada,Ada Example,GB,x
ada,Ada Again,Britain,
,Nobody,DE,
`;
  const cwd = await makeFolder(appeal(wrong));
  const ran = await handbill(cwd, 'letters a --senders members.csv --json');
  expect(ran.code).toBe(1);
  const places = JSON.parse(ran.stdout).problems.map(
    (p: { code: string; at?: { line: number; column: number } }) => [p.code, p.at?.line, p.at?.column],
  );
  expect(places).toEqual([
    ['unknown-key', 1, 17],
    ['bad-country', 3, 15],
    ['missing-value', 4, 2],
  ]);
  expect(await listFiles(join(cwd, 'out'))).toEqual([]);
});

test('two members of one id are an error at the second, however far down it stands', async () => {
  const rows = Array.from({ length: 4500 }, (_, i) => `m${i},Member ${i},,GB`);
  const members = ['id,name,street,country', ...rows, 'm17,"Member\n17, again",,GB', 'last,,,GB'].join(
    '\r\n',
  );
  const cwd = await makeFolder(appeal(members));
  const ran = await handbill(cwd, 'letters a --senders members.csv --json');
  expect(JSON.parse(ran.stdout).problems).toMatchObject([
    { code: 'duplicate-id', at: { file: 'members.csv', line: 4502, column: 1 } },
    { code: 'missing-value', at: { line: 4504 } },
  ]);
});

test('senders exclude what says who signs or where they live', async () => {
  const cwd = await makeFolder(appeal());
  expect((await handbill(cwd, 'letters a --senders members.csv --country GB')).code).toBe(2);
  expect((await handbill(cwd, 'letters a --senders members.csv --sender a/sender.json')).code).toBe(2);
});

test('a print run holds all letters of a language, and no letter begins on another’s back', async () => {
  const cwd = await makeFolder(appeal());
  const [single, duplex] = ['--out one', '--combine duplex'];
  expect(await handbill(cwd, `letters a --senders members.csv --combine single ${single}`)).toMatchObject({
    code: 0,
    stderr: '',
  });
  expect((await listFiles(join(cwd, 'one'))).slice(1)).toEqual(['letters/combined.en.a4.pdf']);
  const pagesOf = async (path: string) =>
    (await readFile(join(cwd, path), 'latin1')).match(/\/Type ?\/Page\b/g)?.length;
  expect(await pagesOf('one/letters/combined.en.a4.pdf')).toBe(4);

  expect(await handbill(cwd, `letters a --senders members.csv ${duplex}`)).toMatchObject({ code: 0 });
  expect(await pagesOf('out/letters/combined.en.a4.pdf')).toBe(8);
  const again = await handbill(cwd, `letters a --senders members.csv ${duplex} --json`);
  expect(JSON.parse(again.stdout)).toMatchObject({ written: [], unchanged: ['letters/combined.en.a4.pdf'] });
});
