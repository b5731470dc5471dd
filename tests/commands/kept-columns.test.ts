import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepColumns } from '../../src/commands/keep-columns.ts';
import { makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const MEMBERS = `Mitglied;Wohnsitz;PLZ;Gegend;Land
Ada Example;Example Lane 3;10115;Berlin;DE
`;
const LETTERS = 'letters a --senders members.csv --format txt --json';
const MAP = ['--map', 'name=Mitglied', '--map', 'street=Wohnsitz', '--map', 'city=Gegend'];

const problemsOf = ({ stdout }: { stdout: string }) =>
  JSON.parse(stdout).problems.filter(({ code }: { code: string }) => code === 'unknown-key');

test('what is said of the columns of a list of senders is kept beside it, and told when it is used', async () => {
  const cwd = await makeFolder({ ...smallAppeal('a'), 'members.csv': MEMBERS });
  const kept = join(cwd, 'members.csv.columns.json');
  const said = [...LETTERS.split(' '), ...MAP];
  await handbill(cwd, ['check', 'a', '--senders', 'members.csv', ...MAP]);
  expect(existsSync(kept)).toBe(false);
  expect((await handbill(cwd, said)).code).toBe(0);
  expect(JSON.parse(await readFile(kept, 'utf8'))).toEqual({
    senders: { Mitglied: 'name', Wohnsitz: 'street', Gegend: 'city' },
  });
  const again = await handbill(cwd, LETTERS);
  expect(again.code).toBe(0);
  expect(JSON.parse(again.stdout)).toMatchObject({ written: [], removed: [] });
  expect(problemsOf(again)).toMatchObject([
    {
      severity: 'notice',
      message: 'Columns are read as was said before: name=Mitglied, street=Wohnsitz, city=Gegend.',
    },
  ]);
  // What is said now goes before, and another list isn't touched by it.
  await handbill(cwd, [...LETTERS.split(' '), '--map', 'region=Gegend']);
  expect(JSON.parse(await readFile(kept, 'utf8')).senders).toMatchObject({
    Wohnsitz: 'street',
    Gegend: 'region',
  });
  await writeFile(join(cwd, 'others.csv'), MEMBERS);
  expect((await handbill(cwd, LETTERS.replace('members', 'others'))).code).toBe(1);
});

test('of the columns of a list of contacts too', async () => {
  const list = 'Wer;Wo;Land\nExample Ltd;1 Example Road;GB\n';
  const cwd = await makeFolder({ ...smallAppeal('a'), 'list.csv': list });
  const line = 'contacts import list.csv --yes --json --out-file';
  const map = '--map organisation=Wer --map street=Wo';
  expect((await handbill(cwd, `${line} one.csv ${map} --dry-run`)).code).toBe(0);
  expect(existsSync(join(cwd, 'list.csv.columns.json'))).toBe(false);
  expect((await handbill(cwd, `${line} one.csv ${map}`)).code).toBe(0);
  expect((await handbill(cwd, `${line} two.csv`)).code).toBe(0);
  expect(await readFile(join(cwd, 'two.csv'), 'utf8')).toBe(await readFile(join(cwd, 'one.csv'), 'utf8'));
});

test('a field there that isn’t one, and a column that the list has not, are told', async () => {
  const cwd = await makeFolder({
    ...smallAppeal('a'),
    'members.csv': MEMBERS,
    'members.csv.columns.json': '{"senders": {"Wohnsitz": "stret"}}',
  });
  const wrong = await handbill(cwd, LETTERS);
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('members.csv.columns.json: there is no field "stret"');
  await writeFile(join(cwd, 'members.csv.columns.json'), '{"senders": {"Gone": "street"}}');
  const missing = await handbill(cwd, [...LETTERS.split(' '), ...MAP, '--map', 'region=Kreis']);
  expect(missing.code).toBe(1);
  expect(problemsOf(missing)).toMatchObject([
    { severity: 'error', message: 'The list has no column "Kreis", as --map says of region.' },
  ]);
});

test('what two commands at once say of a list is kept of both', async () => {
  const list = join(await makeFolder({ 'list.csv': 'Wer;Wo\n' }), 'list.csv');
  const say = (column: string, field: string) =>
    keepColumns(list, 'contacts', { columns: new Map([[column, field]]) });
  await Promise.all([say('Wer', 'organisation'), say('Wo', 'street')]);
  const kept = JSON.parse(await readFile(`${list}.columns.json`, 'utf8'));
  expect(kept).toEqual({ contacts: { Wer: 'organisation', Wo: 'street' } });
});
