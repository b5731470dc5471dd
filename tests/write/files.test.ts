import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ProblemError } from '../../src/problems.ts';
import { hashOf, removeOutput, writeOutput } from '../../src/write/files.ts';
import { readOutput } from '../../src/write/there.ts';
import { listFiles, makeFolder } from '../folder.ts';

test('a file is written into folders that do not exist yet, and leaves nothing else behind', async () => {
  const out = join(await makeFolder(), 'out');
  await writeOutput(out, 'letters/a.en.txt', 'text');
  expect(await readFile(join(out, 'letters/a.en.txt'), 'utf8')).toBe('text');
  expect(await listFiles(out)).toEqual(['letters/a.en.txt']);
});

test('what cannot be written is a problem that says why, and no temporary file stays', async () => {
  const out = await makeFolder({ letters: 'a file' });
  const failed = await writeOutput(out, 'letters/a.txt', 'text').catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(ProblemError);
  expect((failed as ProblemError).problems).toEqual([
    expect.objectContaining({
      code: 'write-failed',
      message: 'letters/a.txt can’t be written: a file stands where a folder is needed.',
    }),
  ]);
  await mkdir(join(out, 'b.txt'));
  await expect(writeOutput(out, 'b.txt', 'text')).rejects.toBeInstanceOf(ProblemError);
  expect(await listFiles(out)).toEqual(['letters']);
});

test('nothing is written outside the output folder', async () => {
  const folder = await makeFolder({ 'out/x': '', 'elsewhere/y': '' });
  const out = join(folder, 'out');
  await symlink(join(folder, 'elsewhere'), join(out, 'letters'));
  for (const path of ['../a', '/tmp/handbill-a', 'letters/a.txt']) {
    await expect(writeOutput(out, path, 'text')).rejects.toThrow(/outside|out of/);
  }
  await expect(removeOutput(out, 'letters/y')).rejects.toThrow(/out of/);
  expect(await listFiles(folder)).toEqual(['elsewhere/y', 'out/x']);
});

test('a file that is not there reads as undefined, and can be removed', async () => {
  const out = await makeFolder();
  expect(await readOutput(out, 'a')).toBeUndefined();
  await removeOutput(out, 'a');
  await writeFile(join(out, 'a'), 'x');
  expect(hashOf((await readOutput(out, 'a'))!)).toBe(hashOf('x'));
});
