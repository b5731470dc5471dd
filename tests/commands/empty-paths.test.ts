import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { handbill } from './run.ts';

test.each([
  [['init', '', '--title', 'Free them'], 'folder'],
  [['pack', '.', '--out', ''], '--out'],
  [['make', ''], 'appeal'],
  [['make', '.', '--out', ' '], '--out'],
  [['letters', '.', '--sender', ''], '--sender'],
  [['check', '.', '--facts', ''], '--facts'],
  [['clean', '--out', ''], '--out'],
  [['manifest', 'merge', '--out', ''], '--out'],
  [['contacts', 'import', ''], 'files'],
  [['open', ''], 'pack'],
])(
  'an empty name of a file or folder is refused, not taken for the current folder: %j',
  async (line, named) => {
    const folder = await makeFolder({ 'keep.txt': 'kept' });
    const { code, stderr } = await handbill(folder, line as string[]);
    expect(stderr).toContain(`${named}: the name is empty; is a variable of your shell not set?`);
    expect(code).toBe(2);
    expect(await readdir(folder)).toEqual(['keep.txt']);
  },
);

test('where an answer is empty, what was given behind it isn’t missing', async () => {
  const folder = await makeFolder({});
  const begun =
    'init a --no-input --title Strike --issuer Us --what Arrested. --when 2026-05-01 --source Us --demand Release --to Ex --to-kind company';
  expect((await handbill(folder, begun.split(' '))).code).toBe(0);
  const { stderr, code } = await handbill(folder, ['add', 'fact', 'a', '--what', '', '--source', 'Us']);
  expect(stderr).toContain('add fact without questions needs --what\n');
  expect(code).toBe(2);
});
