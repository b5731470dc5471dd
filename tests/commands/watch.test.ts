import { appendFile, mkdir, open, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { watchPaths } from '../../src/commands/watch.ts';
import { makeFolder } from '../folder.ts';

const deaf = vi.hoisted(() => ({ isOn: false }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const watch = (...args: Parameters<typeof fs.watch>) => {
    if (deaf.isOn) throw new Error('ENOSPC: System limit for number of file watchers reached');
    return fs.watch(...args);
  };
  return { ...fs, watch };
});

/** Follows a folder with `facts.csv`; `next` waits for the round that a save leads to. */
async function follow(paths: (folder: string) => string[] = (folder) => [folder, join(folder, 'templates')]) {
  const folder = await makeFolder({ 'facts.csv': 'a', 'out/x': '', 'sub/a.md': 'a' });
  const stop = new AbortController();
  let rounds = 0;
  const work = async () => {
    rounds += 1;
  };
  const watching = watchPaths(paths(folder), work, { signal: stop.signal, ignore: join(folder, 'out') });
  onTestFinished(async () => {
    stop.abort();
    await watching;
  });
  await vi.waitFor(() => expect(rounds).toBe(1));
  const next = async (save: () => Promise<unknown>) => {
    const before = rounds;
    await save();
    await vi.waitFor(() => expect(rounds).toBeGreaterThan(before), { timeout: 4000 });
    // All steps of the save have been heard.
    await new Promise((resolve) => setTimeout(resolve, 80));
  };
  return { folder, file: join(folder, 'facts.csv'), next, rounds: () => rounds };
}

/** How editors save, step by step. */
const SAVES: Readonly<Record<string, (file: string, text: string) => Promise<void>>> = {
  'in place: VS Code, nano, Notepad': (file, text) => writeFile(file, text),
  'a new file takes the name: sed -i, gedit, Kate, VS Code’s atomic save': async (file, text) => {
    await writeFile(`${file}.Xa81kq`, text);
    await rename(`${file}.Xa81kq`, file);
  },
  'vim: the old file becomes a backup, a new one is written': async (file, text) => {
    await writeFile(join(file, '../4913'), '');
    await unlink(join(file, '../4913'));
    await rename(file, `${file}~`);
    await writeFile(file, text);
    await unlink(`${file}~`);
  },
  'vim with backupcopy=yes: a copy is kept, the file is written over': async (file, text) => {
    await writeFile(`${file}~`, 'old');
    const opened = await open(file, 'r+');
    await opened.truncate(0);
    await opened.write(text);
    await opened.sync();
    await opened.close();
    await unlink(`${file}~`);
  },
  'LibreOffice: a lock, a temporary file, a rename': async (file, text) => {
    await writeFile(join(file, '../.~lock.facts.csv#'), 'lock');
    await writeFile(join(file, '../lu8123abcd.tmp'), text);
    await unlink(file);
    await rename(join(file, '../lu8123abcd.tmp'), file);
    await unlink(join(file, '../.~lock.facts.csv#'));
  },
  'git: removed, and made again': async (file, text) => {
    await rm(file);
    await writeFile(file, text);
  },
};

test('work is done at once, again after a save, and ends on a signal; our own files and those of editors are passed over', async () => {
  const { folder, file, next, rounds } = await follow();
  await next(() => writeFile(file, 'b'));
  expect(rounds()).toBe(2);
  await writeFile(join(folder, '.facts.csv.swp'), 'noise');
  await writeFile(join(folder, 'out/x'), 'our own');
  await new Promise((resolve) => setTimeout(resolve, 1300));
  expect(rounds()).toBe(2);
});

test.each(Object.entries(SAVES))('the second and third save are heard as the first: %s', async (_, save) => {
  const { file, next } = await follow();
  for (const text of ['b', 'c', 'd']) await next(() => save(file, text));
  await next(() => writeFile(file, 'e'));
});

test.each(Object.entries(SAVES))('the same for a file that is followed alone: %s', async (_, save) => {
  const { file, next, folder, rounds } = await follow((at) => [join(at, 'facts.csv')]);
  for (const text of ['b', 'c']) await next(() => save(file, text));
  const before = rounds();
  await writeFile(join(folder, 'other.csv'), 'x');
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(rounds()).toBe(before);
});

test('folders that come, go and take another’s place are followed', async () => {
  const { folder, next } = await follow();
  await next(() => mkdir(join(folder, 'templates/letter'), { recursive: true }));
  await next(() => writeFile(join(folder, 'templates/letter/embassy.en.md'), 'x'));
  await next(() => rename(join(folder, 'sub'), join(folder, 'old')));
  await next(async () => {
    await mkdir(join(folder, 'sub'));
    await writeFile(join(folder, 'sub/a.md'), 'b');
  });
  await next(() => appendFile(join(folder, 'sub/a.md'), 'c'));
});

test('where the system tells nothing, as on folders of another machine, files are looked at', async () => {
  deaf.isOn = true;
  onTestFinished(() => {
    deaf.isOn = false;
  });
  const { file, next } = await follow();
  for (const save of Object.values(SAVES).slice(0, 2)) await next(() => save(file, 'b'));
});
