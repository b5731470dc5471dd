import {
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { holdFolder, inFolder, inFolders, makeInside, removeWhole } from '../../src/write/held.ts';
import { listFiles, makeFolder } from '../folder.ts';

const isLinux = process.platform === 'linux';

test.runIf(isLinux)('a folder that is held stays the same when a link takes its name', async () => {
  const home = await makeFolder({ 'letters/a.txt': 'a', 'elsewhere/a.txt': 'not mine' });
  const letters = join(home, 'letters');
  const held = holdFolder(letters, home, 'letters');
  renameSync(letters, join(home, 'moved'));
  symlinkSync(join(home, 'elsewhere'), letters);
  writeFileSync(join(held.path, 'b.txt'), 'b');
  rmSync(join(held.path, 'a.txt'));
  held.close();
  expect(await listFiles(home)).toEqual(['elsewhere/a.txt', 'moved/b.txt']);
});

test('a link out of the folder is refused, one within it is not', async () => {
  const outside = await makeFolder({ 'home/letters/a.txt': '', 'other/a.txt': '' });
  const home = join(outside, 'home');
  symlinkSync('letters', join(home, 'inner'));
  symlinkSync('../other', join(home, 'out'));
  expect(inFolder(join(home, 'inner'), home, 'inner', (place) => existsSync(join(place, 'a.txt')))).toBe(
    true,
  );
  expect(() => holdFolder(join(home, 'out'), home, 'out/a.txt')).toThrow('a link leads out');
  expect(() => makeInside(home, join(home, 'out/deep'), 'out/deep/a.txt')).toThrow('a link leads out');
  expect(await listFiles(join(outside, 'other'))).toEqual(['a.txt']);
});

test.runIf(isLinux)('a folder that was removed is told as that, and not as a link', async () => {
  const home = await makeFolder();
  const folder = join(home, 'letters');
  mkdirSync(folder);
  const held = holdFolder(folder, home, 'letters');
  rmSync(folder, { recursive: true });
  expect(() => holdFolder(held.path, folder, 'letters')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  held.close();
});

test.runIf(isLinux)(
  'a folder stays held for one file after another, and is looked for anew once it was moved',
  async () => {
    const home = await makeFolder({ 'letters/a.txt': 'a', 'other/c.txt': 'not mine' });
    const letters = join(home, 'letters');
    const opened = () =>
      readdirSync('/proc/self/fd').filter((file) => {
        try {
          return readlinkSync(`/proc/self/fd/${file}`).startsWith(home);
        } catch {
          return false;
        }
      }).length;
    const inFolder = inFolders();
    const write = (name: string) =>
      inFolder(letters, home, `letters/${name}`, (place) => {
        writeFileSync(join(place, name), name);
        return place;
      });
    expect(write('b.txt')).toBe(write('c.txt'));
    expect(opened()).toBe(1);
    renameSync(letters, join(home, 'moved'));
    mkdirSync(letters);
    write('d.txt');
    expect(opened()).toBe(1);
    rmSync(letters, { recursive: true });
    symlinkSync('/', letters);
    expect(() => write('e.txt')).toThrow('a link leads out');
    rmSync(letters);
    expect(() => write('f.txt')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
    mkdirSync(letters);
    write('g.txt');
    expect(await listFiles(home)).toEqual([
      'letters/g.txt',
      'moved/a.txt',
      'moved/b.txt',
      'moved/c.txt',
      'other/c.txt',
    ]);
    await setImmediate();
    expect(opened()).toBe(0);
  },
);

test('what is removed as a whole takes nothing with it that a link leads to', async () => {
  const home = await makeFolder({ 'waiting/letters/a.txt': '', 'waiting/b.txt': '', 'other/c.txt': '' });
  symlinkSync(join(home, 'other'), join(home, 'waiting/letters/link'));
  removeWhole(join(home, 'waiting'));
  removeWhole(join(home, 'nothing'));
  symlinkSync(join(home, 'other'), join(home, 'link'));
  removeWhole(join(home, 'link'));
  expect(await listFiles(home)).toEqual(['other/c.txt']);
  expect(existsSync(join(home, 'link'))).toBe(false);
});
