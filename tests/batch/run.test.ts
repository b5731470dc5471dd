import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MANIFEST, readManifest } from '../../src/batch/manifest.ts';
import type { PlannedFile } from '../../src/plan/plan.ts';
import { hashOf } from '../../src/write/files.ts';
import { listFiles, makeFolder, readFolder } from '../folder.ts';
import { planOf, run } from './plans.ts';

test('a first run writes the files and a manifest with the hashes of each and of its inputs', async () => {
  const out = await makeFolder();
  const result = await run(out, planOf({ 'b.txt': 'B', 'a.txt': 'A' }));
  expect(result).toMatchObject({ written: ['b.txt', 'a.txt'], unchanged: [], kept: [], problems: [] });
  expect(await listFiles(out)).toEqual(['a.txt', 'b.txt', MANIFEST]);
  const manifest = await readManifest(out);
  expect(manifest).toEqual({
    handbill: '1.0.0',
    appeal: 'test',
    files: {
      'a.txt': { sha256: hashOf('A'), inputs: { 'fact/one': hashOf('A') } },
      'b.txt': { sha256: hashOf('B'), inputs: { 'fact/one': hashOf('B') } },
    },
  });
});

test('a second run renders and writes nothing', async () => {
  const out = await makeFolder();
  const plan = planOf({ 'a.txt': 'A' });
  await run(out, plan);
  const before = await Promise.all(['a.txt', MANIFEST].map((f) => stat(join(out, f), { bigint: true })));
  const render = () => Promise.reject(new Error('must not render'));
  expect(await run(out, plan, { render })).toMatchObject({ written: [], unchanged: ['a.txt'] });
  const after = await Promise.all(['a.txt', MANIFEST].map((f) => stat(join(out, f), { bigint: true })));
  expect(after.map((s) => [s.ino, s.mtimeNs])).toEqual(before.map((s) => [s.ino, s.mtimeNs]));
});

test('only changed files are written, and a file that is gone comes back', async () => {
  const out = await makeFolder();
  await run(out, planOf({ 'a.txt': 'A', 'b.txt': 'B', 'c.txt': 'C' }));
  await rm(join(out, 'c.txt'));
  const result = await run(out, planOf({ 'a.txt': 'A', 'b.txt': 'new', 'c.txt': 'C' }));
  expect(result).toMatchObject({ written: ['b.txt', 'c.txt'], unchanged: ['a.txt'] });
});

test('a file that a person edited is kept and told; force overwrites it', async () => {
  const out = await makeFolder();
  await run(out, planOf({ 'a.txt': 'A' }));
  await writeFile(join(out, 'a.txt'), 'mine');
  const result = await run(out, planOf({ 'a.txt': 'new' }));
  expect(result).toMatchObject({ written: [], kept: ['a.txt'], problems: [{ code: 'edited-file' }] });
  expect(await readFile(join(out, 'a.txt'), 'utf8')).toBe('mine');
  expect(await run(out, planOf({ 'a.txt': 'new' }), { force: true })).toMatchObject({ written: ['a.txt'] });
  expect(await readFile(join(out, 'a.txt'), 'utf8')).toBe('new');
});

test('a file that handbill did not write is kept', async () => {
  const out = await makeFolder({ 'a.txt': 'mine' });
  expect(await run(out, planOf({ 'a.txt': 'A' }))).toMatchObject({ kept: ['a.txt'] });
});

test('files of targets that are gone are removed, edited ones kept; other runs leave them', async () => {
  const out = await makeFolder();
  await run(out, planOf({ 'a.txt': 'A', 'b.txt': 'B', 'c.txt': 'C' }));
  await writeFile(join(out, 'c.txt'), 'mine');
  expect(await run(out, planOf({ 'a.txt': 'A' }))).toMatchObject({ removed: [] });
  const result = await run(out, planOf({ 'a.txt': 'A' }), { prune: true });
  expect(result).toMatchObject({ unchanged: ['a.txt'], removed: ['b.txt'], kept: ['c.txt'] });
  expect(await listFiles(out)).toEqual(['a.txt', 'c.txt', MANIFEST]);
});

test('after a run that was killed, the next one tells its own files from edited ones', async () => {
  const out = await makeFolder();
  await run(out, planOf({ 'a.txt': 'A', 'b.txt': 'B' }));
  const newer = planOf({ 'a.txt': 'A2', 'b.txt': 'B2' });
  const dies = async (file: PlannedFile) => {
    if (file.path === 'b.txt') throw new Error('killed');
    return new TextEncoder().encode(newer.texts[file.path]);
  };
  await expect(run(out, newer, { render: dies })).rejects.toThrow('killed');
  expect(await readFile(join(out, 'a.txt'), 'utf8')).toBe('A2');
  const newest = planOf({ 'a.txt': 'A3', 'b.txt': 'B3' });
  expect(await run(out, newest)).toMatchObject({ written: ['a.txt', 'b.txt'], kept: [] });
  expect(await listFiles(out)).toEqual(['a.txt', 'b.txt', MANIFEST]);
});

test('a manifest that is damaged or hostile counts as none', async () => {
  for (const text of [
    '{',
    '[]',
    '{"files":{"a":1},"handbill":"1","appeal":"x"}',
    '{"__proto__":{"files":{}}}',
  ]) {
    expect(await readManifest(await makeFolder({ [MANIFEST]: text }))).toBeUndefined();
  }
});

test('a dry run tells what would be done and why, and does nothing', async () => {
  const out = await makeFolder();
  await run(out, planOf({ 'a.txt': 'A', 'b.txt': 'B' }));
  const before = await readFolder(out);
  const result = await run(out, planOf({ 'a.txt': 'new', 'c.txt': 'C' }), { dry: true, prune: true });
  expect(result).toMatchObject({
    written: ['a.txt', 'c.txt'],
    removed: ['b.txt'],
    changes: { 'a.txt': ['fact/one'] },
  });
  expect(await readFolder(out)).toEqual(before);
});

test('an empty plan that prunes leaves an empty folder', async () => {
  const out = await makeFolder();
  await run(out, planOf({ 'letters/a.txt': 'A' }));
  await run(out, planOf({}), { prune: true });
  expect(await readdir(out)).toEqual([]);
});

test('a run that is interrupted leaves whole files and a manifest of them; the next one goes on', async () => {
  const out = await makeFolder();
  const stop = new AbortController();
  const plan = planOf({ 'a.txt': 'A', 'b.txt': 'B' });
  const progress = (done: number) => done === 0 && stop.abort();
  expect(await run(out, plan, { signal: stop.signal, progress })).toMatchObject({ written: ['a.txt'] });
  expect(await run(out, plan)).toMatchObject({ written: ['b.txt'], unchanged: ['a.txt'] });
});
