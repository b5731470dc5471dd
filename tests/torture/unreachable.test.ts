import './disk.ts'; // Before anything that writes.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { handbill } from '../commands/run.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { makeFolder, readFolder } from '../folder.ts';
import { type Change, withDisk } from './disk.ts';

const DAY = '--date 2026-05-02';

/** Lets one call of the file system say this of a path that ends so, from now on. */
function letFail(where: 'sync' | 'later', call: string, end: string, code: string): void {
  // biome-ignore lint/suspicious/noExplicitAny: it stands in for functions of many forms.
  const all = (where === 'sync' ? fs : fs.promises) as any;
  const original = all[call];
  const fails = (path: unknown) => {
    if (String(path).endsWith(end)) throw Object.assign(new Error(`${code}: injected`), { code });
  };
  all[call] =
    where === 'sync'
      ? Object.assign((path: unknown, ...rest: unknown[]) => {
          fails(path);
          return original(path, ...rest);
        }, original)
      : async (path: unknown, ...rest: unknown[]) => {
          fails(path);
          return original(path, ...rest);
        };
  syncBuiltinESMExports();
  onTestFinished(() => {
    all[call] = original;
    syncBuiltinESMExports();
  });
}

test.each([
  ['later', 'readdir', '/a', 'EACCES', 'You have no right to read this.'],
  ['later', 'stat', '/a', 'ESTALE', 'the network drive doesn’t answer'],
  ['sync', 'statSync', '/a', 'EACCES', undefined],
  ['sync', 'openSync', 'facts.csv', 'EACCES', 'You have no right to read this.'],
  ['sync', 'openSync', 'facts.csv', 'ETIMEDOUT', 'the network drive doesn’t answer'],
  ['sync', 'openSync', 'facts.csv', 'EMFILE', 'too many files are open'],
  ['sync', 'openSync', 'facts.csv', 'EXOTIC', 'The file can’t be read: EXOTIC.'],
] as const)('%s %s of %s says %s: that is told, with what to do', async (where, call, end, code, words) => {
  const cwd = await makeFolder(smallAppeal('a'));
  letFail(where, call, end, code);
  const { stderr } = await handbill(cwd, `letters a --out out --format txt ${DAY}`);
  expect(stderr).not.toMatch(/defect|injected/);
  if (words === undefined) return;
  expect(stderr.replace(/\s+/g, ' ')).toContain(words);
  expect(stderr).toContain('→ ');
});

test('a folder on two disks is told, and the next run mends what was left', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  const line = `letters a --out out --format txt ${DAY}`;
  const only = ({ call, path }: Change) => call === 'rename' && path === 'out/letters/xx-embassy.en.txt';
  const { value } = await withDisk({ folder: cwd, at: 1, code: 'EXDEV', stays: true, only }, () =>
    handbill(cwd, line),
  );
  expect(value!.code).toBe(1);
  expect(value!.stderr.replace(/\s+/g, ' ')).toContain('a part of the folder lies on another disk');
  expect(await handbill(cwd, line)).toMatchObject({ code: 0 });
  expect(Object.keys(await readFolder(join(cwd, 'out')))).toEqual([
    'handbill-manifest.json',
    'letters/example-ltd.en.txt',
    'letters/xx-embassy.en.txt',
  ]);
});

test('a file of which nobody can tell whether it is a link isn’t called edited', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  const line = `letters a --out out --format txt ${DAY}`;
  expect(await handbill(cwd, line)).toMatchObject({ code: 0 });
  letFail('sync', 'lstatSync', 'example-ltd.en.txt', 'ESTALE');
  const { code, stderr } = await handbill(cwd, 'clean --out out');
  expect(code).toBe(1);
  expect(stderr).not.toContain('edited');
  expect(stderr).toContain('the network drive doesn’t');
});
