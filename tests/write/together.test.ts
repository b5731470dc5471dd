import { chmod, mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../src/problems.ts';
import { hashOf } from '../../src/write/files.ts';
import { HOLDER } from '../../src/write/holder.ts';
import { finishTogether, writeTogether } from '../../src/write/together.ts';
import { listFiles, makeFolder, readFolder } from '../folder.ts';

test('files that belong together are all written, each with the rights that it had', async () => {
  const folder = await makeFolder({ 'facts.csv': 'old' });
  await chmod(join(folder, 'facts.csv'), 0o600);
  writeTogether(
    new Map([
      [join(folder, 'facts.csv'), 'new'],
      [join(folder, 'more/corrections.csv'), 'first'],
    ]),
    folder,
  );
  expect(await listFiles(folder)).toEqual(['facts.csv', 'more/corrections.csv']);
  expect(await readFile(join(folder, 'facts.csv'), 'utf8')).toBe('new');
  expect((await stat(join(folder, 'facts.csv'))).mode & 0o777).toBe(0o600);
});

test('where one can’t take its place, those before it are as they were, and nothing else is left', async () => {
  const folder = await makeFolder({ 'facts.csv': 'old', 'z/corrections.csv/in-the-way': '' });
  await mkdir(join(folder, 'z'), { recursive: true });
  const texts = new Map([
    [join(folder, 'facts.csv'), 'new'],
    [join(folder, 'fresh.csv'), 'new'],
    [join(folder, 'z/corrections.csv'), 'new'],
  ]);
  let thrown: unknown;
  try {
    writeTogether(texts, folder);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(ProblemError);
  expect((thrown as ProblemError).problems).toMatchObject([
    {
      code: 'write-failed',
      message: 'corrections.csv can’t be written: a folder stands where the file should be.',
    },
  ]);
  expect(await listFiles(folder)).toEqual(['facts.csv', 'z/corrections.csv/in-the-way']);
  expect(await readFile(join(folder, 'facts.csv'), 'utf8')).toBe('old');
});

test('what a killed run had begun is finished from its record, within the folder alone', async () => {
  const dead = HOLDER.replace(/^\d+-\d+/, '4194305-1');
  const temporary = `.handbill-${dead}-0123456789ab.tmp`;
  const outside = await makeFolder({ [`facts/${temporary}`]: 'new', 'facts/a.csv': 'old' });
  const folder = join(outside, 'facts');
  const record = [
    `${temporary}\ta.csv\t${hashOf('old')}`,
    `.handbill-${dead}-ba9876543210.tmp\tb.csv\t`,
    'a.csv\tc.csv\t',
    `${temporary}\t../d.csv\t`,
    '',
  ].join('\n');
  await writeFile(join(folder, `.handbill-${HOLDER}.together`), record);
  finishTogether(folder);
  expect(await readFile(join(folder, 'a.csv'), 'utf8')).toBe('old');
  await rename(join(folder, `.handbill-${HOLDER}.together`), join(folder, `.handbill-${dead}.together`));
  finishTogether(folder);
  expect(await listFiles(outside)).toEqual(['facts/a.csv']);
  expect(await readFile(join(folder, 'a.csv'), 'utf8')).toBe('new');
});

test('what another machine had begun is finished once its lock was deleted, as the message says', async () => {
  const elsewhere = '777-888-deadbeef';
  const temporary = `.handbill-${elsewhere}-0123456789ab.tmp`;
  const mark = `.handbill-data-run-${elsewhere}`;
  const folder = await makeFolder({
    [`.handbill-${elsewhere}.together`]: `.handbill-${elsewhere}-ba9876543210.tmp\ta.csv\t\n${temporary}\tb.csv\t${hashOf('old')}\n`,
    [temporary]: 'new',
    'b.csv': 'old',
    [mark]: '',
  });
  const before = await readFolder(folder);
  finishTogether(folder);
  expect(await readFolder(folder)).toEqual(before);
  await rm(join(folder, mark));
  finishTogether(folder);
  expect(await readFolder(folder)).toEqual({ 'b.csv': hashOf('new') });
});

test('nothing is written through a folder that is a link out, nor for a new file', async () => {
  const elsewhere = await makeFolder();
  const folder = await makeFolder();
  await symlink(elsewhere, join(folder, 'templates'));
  await mkdir(join(folder, 'real'));
  await symlink('real', join(folder, 'words'));
  const write = (path: string) => () => writeTogether(new Map([[join(folder, path), 'x']]), folder);
  for (const path of ['templates/a.md', 'templates/words/a.yaml'])
    expect(write(path)).toThrow('leads out of its folder');
  expect(await readdir(elsewhere)).toEqual([]);
  write('words/ro/a.yaml')();
  expect(await listFiles(folder)).toEqual(['real/ro/a.yaml']);
});

describe('what a killed run had begun, where somebody has saved a file since', () => {
  const dead = HOLDER.replace(/^\d+-\d+/, '4194305-1');
  const temporary = (i: number) => `.handbill-${dead}-00000000000${i}.tmp`;
  const begun = async (waiting: readonly number[]) => {
    const record = ['a', 'b'].map((name, i) => `${temporary(i)}\t${name}.csv\t${hashOf('old')}\n`).join('');
    return makeFolder({
      'a.csv': waiting.includes(0) ? 'old' : 'new',
      'b.csv': 'edited',
      [`.handbill-${dead}.together`]: record,
      ...Object.fromEntries(waiting.map((i) => [temporary(i), 'new'])),
    });
  };

  test('nothing takes its place where nothing had yet', async () => {
    const folder = await begun([0, 1]);
    finishTogether(folder);
    expect(await readFolder(folder)).toEqual({ 'a.csv': hashOf('old'), 'b.csv': hashOf('edited') });
  });

  test('what was saved stays where the rest had its place already', async () => {
    const folder = await begun([1]);
    finishTogether(folder);
    expect(await readFolder(folder)).toEqual({ 'a.csv': hashOf('new'), 'b.csv': hashOf('edited') });
  });
});
