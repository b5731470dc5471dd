import fs, { renameSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readSource } from '../../src/read/source.ts';
import { makeFolder } from '../folder.ts';

/** Saves a file anew, as editors and handbill do, whenever somebody has just opened it; so many times. */
async function savedWhileOpened(times: number): Promise<string> {
  const folder = await makeFolder({ 'facts.csv': 'id\n' });
  const file = join(folder, 'facts.csv');
  const { native } = fs.realpathSync;
  let saved = 0;
  const saving = (path: string) => {
    if (path === file && saved < times) {
      writeFileSync(`${file}~`, `id\n${++saved}\n`);
      renameSync(`${file}~`, file);
    }
    return native(path);
  };
  Object.assign(fs.realpathSync, { native: saving });
  syncBuiltinESMExports();
  onTestFinished(() => {
    Object.assign(fs.realpathSync, { native });
    syncBuiltinESMExports();
  });
  return file;
}

test('a file that another takes the place of while it is opened is opened anew', async () => {
  const file = await savedWhileOpened(2);
  expect(await readSource(file, { within: join(file, '..') })).toMatchObject({ text: 'id\n2\n' });
});

test('where that doesn’t end, it is told', async () => {
  const file = await savedWhileOpened(50);
  await expect(readSource(file, { within: join(file, '..') })).rejects.toMatchObject({
    problems: [{ message: 'The file was moved while it was read.' }],
  });
});
