import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRevision } from '../../src/read/revision.ts';
import { makeFolder } from '../folder.ts';
import { xlsx } from '../read/zips.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const FACTS = 'Wann;Schilderung;Woher;Kürzel\n2026-05-01;Twelve strikers were arrested.;source-1;K\n';
const MAP = ['--map', 'facts.text=Schilderung', '--map', 'facts.sources=Woher'];

const problemsOf = ({ stdout }: { stdout: string }) => JSON.parse(stdout).problems;

async function appealWith(table: string) {
  const { 'a/facts.csv': _, ...rest } = smallAppeal('a');
  return makeFolder({ ...rest, 'a/facts.csv': table });
}

test('what columns of the appeal’s own tables hold can be said; it is kept beside the table, and told', async () => {
  const cwd = await appealWith(FACTS);
  const kept = join(cwd, 'a/facts.csv.columns.json');
  const none = await handbill(cwd, 'make a --json --format txt');
  expect(none.code).toBe(1);
  const dry = await handbill(cwd, ['check', 'a', ...MAP]);
  expect([dry.code, existsSync(kept)]).toEqual([0, false]);
  expect((await handbill(cwd, ['make', 'a', '--format', 'txt', ...MAP])).code).toBe(0);
  expect(JSON.parse(await readFile(kept, 'utf8'))).toEqual({
    facts: { Schilderung: 'text', Woher: 'sources' },
  });
  const again = await handbill(cwd, 'check a --json');
  expect(again.code).toBe(0);
  expect(problemsOf(again)).toContainEqual(
    expect.objectContaining({
      severity: 'notice',
      message: 'Columns are read as was said before: text=Schilderung, sources=Woher.',
    }),
  );
  const shown = await handbill(cwd, 'facts list a --json');
  expect(JSON.parse(shown.stdout).facts).toMatchObject([{ date: '2026-05-01', sources: ['source-1'] }]);
});

test('a whole run that finds everything as it was runs anew where something else is said of a table', async () => {
  const cwd = await appealWith(FACTS.replace('Kürzel', 'Quelle'));
  await handbill(cwd, ['make', 'a', ...MAP]);
  expect(JSON.parse((await handbill(cwd, 'make a --json')).stdout).written).toEqual([]);
  await writeFile(join(cwd, 'a/facts.csv.columns.json'), '{"facts": {"Kürzel": "text"}}');
  expect((await handbill(cwd, 'make a --json')).code).toBe(1);
});

test('a column that isn’t there, a field that is none, and a part that is none are told', async () => {
  const cwd = await appealWith(FACTS);
  const gone = await handbill(cwd, ['check', 'a', '--json', ...MAP, '--map', 'facts.place=Ort']);
  expect(problemsOf(gone)).toContainEqual(
    expect.objectContaining({
      severity: 'error',
      message: 'The list has no column "Ort", as --map says of place.',
    }),
  );
  const field = await handbill(cwd, 'check a --map facts.dat=Wann');
  expect(field).toMatchObject({ code: 2, stderr: expect.stringContaining('there is no field "dat"') });
  const list = await handbill(cwd, 'check a --map name=Wann');
  expect(list).toMatchObject({ code: 2, stderr: expect.stringContaining('--map: needs --senders') });
  await writeFile(join(cwd, 'a/facts.csv.columns.json'), '{"facts": {"Wann": "day-of"}}');
  expect(problemsOf(await handbill(cwd, 'check a --json'))).toContainEqual(
    expect.objectContaining({ severity: 'error', message: '"day-of" is not known here.' }),
  );
});

test('what is said of a table goes into a pack with it', async () => {
  const cwd = await appealWith(FACTS);
  await writeFile(
    join(cwd, 'a/facts.csv.columns.json'),
    '{"facts": {"Schilderung": "text", "Woher": "sources"}}',
  );
  expect((await handbill(cwd, 'pack a')).code).toBe(0);
  expect((await handbill(cwd, 'open out/packs/strike.zip')).code).toBe(0);
  expect((await handbill(cwd, 'check strike')).code).toBe(0);
});

test('of a spreadsheet with several sheets the one that is named is read', async () => {
  const { 'a/contacts.csv': contacts, 'a/facts.csv': _, ...rest } = smallAppeal('a');
  const rows = (text: string) => [
    ['id', 'date', 'text.en', 'sources'],
    ['what-happened', '2026-05-01', text, 'source-1'],
  ];
  const file = xlsx({
    Old: rows('Ten strikers were arrested.'),
    New: rows('Twelve strikers were arrested.'),
  });
  const cwd = await makeFolder({ ...rest, 'a/contacts.csv': contacts!, 'a/facts.xlsx': file });
  const textOf = async () => (await handbill(cwd, 'facts list a --json')).stdout;
  expect(await textOf()).toContain('Ten strikers');
  const wrong = await handbill(cwd, 'make a --format txt --map facts.sheet=Neu');
  expect(wrong.stderr).toContain('There is no sheet "Neu"; there are: "Old", "New".');
  expect((await handbill(cwd, 'make a --format txt --map facts.sheet=New')).code).toBe(0);
  expect(await textOf()).toContain('Twelve strikers');
});

test('of a list of senders too', async () => {
  const rows = (name: string) => [
    ['Name', 'Street', 'City', 'Country'],
    [name, '1 Example Road', 'Berlin', 'DE'],
  ];
  const file = xlsx({ A: rows('Ada Example'), B: rows('Bea Example') });
  const cwd = await makeFolder({ ...smallAppeal('a'), 'members.xlsx': file });
  const made = async (more: string) =>
    (await handbill(cwd, `letters a --senders members.xlsx --format txt --to company --json ${more}`)).stdout;
  expect(await made('')).toContain('ada');
  expect(await made('--map sheet=B')).toContain('bea');
  expect(await made('')).not.toContain('ada');
});

test('a revision of such a table is read by the same names', async () => {
  const { 'a/appeal.yaml': head } = smallAppeal('a');
  const texts: Record<string, string> = {
    'appeal.yaml': head!,
    'facts.csv': FACTS,
    'facts.csv.columns.json': '{"facts": {"Schilderung": "text", "Woher": "sources"}}',
    'events.csv':
      'Art;Titel;Datum;Beginn;Ort;Land;Quelle\nDemo;March;10.05.2026;9:00;Exampleton;GB;made up\n',
  };
  const git = async ([command, what]: readonly string[]) => ({
    code: 0,
    stdout: command === 'ls-tree' ? Object.keys(texts).join('\n') : texts[what!.split(':./')[1]!]!,
    stderr: '',
  });
  const { facts, events } = await readRevision(git, '/somewhere', 'HEAD~1');
  expect(facts!.data).toMatchObject([
    { date: '2026-05-01', text: { en: 'Twelve strikers were arrested.' }, sources: ['source-1'] },
  ]);
  expect(events!.data).toMatchObject([{ kind: 'demonstration', title: 'March', date: '2026-05-10' }]);
});
