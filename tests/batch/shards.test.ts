import { link, mkdir, readFile, rename, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manifestName, mergeManifests } from '../../src/batch/shards.ts';
import { hashOf } from '../../src/write/files.ts';
import { HOLDER } from '../../src/write/holder.ts';
import { whileLocked } from '../../src/write/lock.ts';
import { makeFolder, readFolder } from '../folder.ts';
import { hasTool } from '../tools.ts';
import { planOf, run } from './plans.ts';

const TEXTS = { 'letters/a.en.txt': 'A', 'letters/b.en.txt': 'B', 'letters/c.en.txt': 'C' };

async function runParts(out: string, count: number, indices: readonly number[]): Promise<void> {
  for (const index of indices) {
    const part = Object.entries(TEXTS).filter((_, i) => i % count === index - 1);
    await run(out, planOf(Object.fromEntries(part)), { manifest: manifestName({ index, count }) });
  }
}

test('parts, in any order, make the same bytes as one run', async () => {
  const [one, parts] = [await makeFolder(), await makeFolder()];
  await run(one, planOf(TEXTS));
  await runParts(parts, 2, [2, 1]);
  await mergeManifests(parts);
  expect(await readFolder(parts)).toEqual(await readFolder(one));
});

test.each([
  [[] as number[], {} as Record<string, string>, 'No manifest of a part lies there.'],
  [[1, 3], {}, 'Missing: part 2 of 3.'],
  [[], { 'handbill-manifest.1-of-999999.json': '{}' }, 'Missing: part 2–999999 of 999999.'],
  [
    [],
    Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`handbill-manifest.${2 * i + 1}-of-99.json`, '']),
    ),
    'Missing: part 2, 4, 6, 8, 10, 12, 14, 16, … of 99.',
  ],
  [[1, 2, 3], { 'handbill-manifest.4-of-3.json': '{}' }, 'The parts were not cut alike.'],
  [[1, 2, 3], { 'handbill-manifest.1-of-2.json': '{}' }, 'The parts were not cut alike.'],
  [[1, 2, 3], { 'handbill-manifest.3-of-3.json': '{}' }, 'handbill-manifest.3-of-3.json is damaged'],
  [
    [1, 2, 3],
    { 'letters/b.en.txt': 'edited' },
    'letters/b.en.txt isn’t there as handbill-manifest.2-of-3.json tells.',
  ],
])('what can’t be joined is told: %#', async (indices, files, message) => {
  const out = await makeFolder();
  await runParts(out, 3, indices);
  for (const [name, text] of Object.entries(files)) await writeFile(`${out}/${name}`, text);
  await expect(mergeManifests(out)).rejects.toThrow(message);
});

test('a manifest of gigabytes is damaged, and isn’t read', async () => {
  const out = await makeFolder();
  await runParts(out, 3, [1, 2, 3]);
  await truncate(`${out}/handbill-manifest.2-of-3.json`, 4 * 1024 ** 3);
  const before = process.memoryUsage.rss();
  await expect(mergeManifests(out)).rejects.toThrow('handbill-manifest.2-of-3.json is damaged');
  expect(process.memoryUsage.rss() - before).toBeLessThan(256 * 1024 ** 2);
});

test('a file that is a link is none of a part, even if it leads to the same bytes', async () => {
  const out = await makeFolder();
  await runParts(out, 3, [1, 2, 3]);
  await rename(join(out, 'letters/b.en.txt'), join(out, 'elsewhere.txt'));
  await symlink('../elsewhere.txt', join(out, 'letters/b.en.txt'));
  await expect(mergeManifests(out)).rejects.toThrow('letters/b.en.txt isn’t there as');
});

test.each([
  ['a link', (from: string, to: string) => symlink(from, to)],
  ['a link to nothing', (_: string, to: string) => symlink(`${to}.gone`, to)],
  ['another name of a file elsewhere', (from: string, to: string) => link(from, to)],
])('nothing is written through %s that lies where files wait', async (_, place) => {
  const outside = await makeFolder({ 'mine.txt': 'mine' });
  for (const name of ['joined', 'handbill-manifest.json', 'journal']) {
    const out = await makeFolder();
    await runParts(out, 3, [1, 2, 3]);
    await mkdir(join(out, '.handbill-manifest-staging'));
    await place(join(outside, 'mine.txt'), join(out, '.handbill-manifest-staging', name));
    await mergeManifests(out);
    await run(out, planOf({ ...TEXTS, 'letters/d.en.txt': 'D' }));
    expect(await readFolder(outside)).toEqual({ 'mine.txt': hashOf('mine') });
    expect(Object.keys(await readFolder(out))).not.toContain('.handbill-manifest-staging/joined.gone');
    expect(JSON.parse(await readFile(join(out, 'handbill-manifest.json'), 'utf8'))).toMatchObject({
      appeal: 'test',
    });
  }
});

test.runIf(hasTool('mkfifo'))(
  'a pipe in the place of a part, or of what waits, is not waited for',
  async () => {
    const { execFileSync } = await import('node:child_process');
    const out = await makeFolder();
    await runParts(out, 3, [1, 2, 3]);
    await mkdir(join(out, '.handbill-manifest-staging'));
    execFileSync('mkfifo', [join(out, '.handbill-manifest-staging/joined')]);
    execFileSync('mkfifo', [join(out, 'handbill-manifest.3-of-4.json')]);
    await rename(join(out, 'handbill-manifest.3-of-4.json'), join(out, 'handbill-manifest.3-of-3.json'));
    await expect(mergeManifests(out)).rejects.toThrow('handbill-manifest.3-of-3.json');
  },
);

test('no part is joined while another process makes it', async () => {
  const out = await makeFolder();
  await runParts(out, 3, [1, 2, 3]);
  // Of a process of another machine nobody knows whether it has ended.
  await writeFile(join(out, `.handbill-manifest.2-of-3-run-1-2-deadbeef`), '');
  await expect(mergeManifests(out)).rejects.toMatchObject({ problems: [{ code: 'folder-in-use' }] });
  expect(Object.keys(await readFolder(out))).toContain('handbill-manifest.2-of-3.json');
});

test('the lock of a part that a dead process has joined is swept by the next run of another name', async () => {
  const out = await makeFolder();
  const dead = `.handbill-manifest.2-of-3-run-${HOLDER.replace(/^\d+-\d+/, '4194305-1')}`;
  await runParts(out, 3, [1, 2, 3]);
  await mergeManifests(out);
  await writeFile(join(out, dead), '');
  await run(out, planOf(TEXTS));
  expect(Object.keys(await readFolder(out))).not.toContain(dead);
});

test('a file as large as a disk that a part names is not taken into memory', async () => {
  const out = await makeFolder();
  await runParts(out, 3, [1, 2, 3]);
  await truncate(join(out, 'letters/b.en.txt'), 320 * 1024 ** 2);
  const before = process.memoryUsage.rss();
  await expect(mergeManifests(out)).rejects.toThrow('letters/b.en.txt isn’t there as');
  expect(process.memoryUsage.rss() - before).toBeLessThan(256 * 1024 ** 2);
});

test('work of two names waits for that of either', async () => {
  const out = await makeFolder();
  const done: string[] = [];
  const work = (names: string | readonly string[], what: string) =>
    whileLocked(out, names, async () => {
      done.push(`${what} begins`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      done.push(`${what} ends`);
    });
  await Promise.all([work('a', '1'), work(['b', 'a'], '2'), work('b', '3')]);
  expect(done).toEqual(['1', '2', '3'].flatMap((what) => [`${what} begins`, `${what} ends`]));
});
