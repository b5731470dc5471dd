import { truncate } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { manifestName, mergeManifests } from '../../src/batch/shards.ts';
import { makeFolder, readFolder } from '../folder.ts';
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
  const { writeFile } = await import('node:fs/promises');
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
