import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startMaker } from '../../src/batch/make.ts';
import { MANIFEST, readManifest } from '../../src/batch/manifest.ts';
import { runPlan, stagingName } from '../../src/batch/run.ts';
import { oneByOne } from '../../src/batch/workers.ts';
import { basePath, type Job, type LeafletJob } from '../../src/plan/jobs.ts';
import type { PlannedFile } from '../../src/plan/planned.ts';
import type { Problem } from '../../src/problems.ts';
import { hashOf } from '../../src/write/files.ts';
import { listFiles, makeFolder, readFolder } from '../folder.ts';
import { planOf, run } from './plans.ts';

test('a first run writes the files and a manifest with the hashes of each and of its inputs', async () => {
  const out = await makeFolder();
  const result = await run(out, planOf({ 'letters/b.en.txt': 'B', 'letters/a.en.txt': 'A' }));
  expect(result).toMatchObject({
    written: ['letters/b.en.txt', 'letters/a.en.txt'],
    unchanged: [],
    kept: [],
    problems: [],
  });
  expect(await listFiles(out)).toEqual([MANIFEST, 'letters/a.en.txt', 'letters/b.en.txt']);
  const manifest = await readManifest(out);
  const entry = (text: string) => ({
    sha256: hashOf(text),
    inputs: { shared: {}, own: { 'fact/one': hashOf(text) } },
  });
  expect({ ...manifest, files: new Map(manifest?.files) }).toEqual({
    handbill: '1.0.0',
    appeal: 'test',
    files: new Map([
      ['letters/a.en.txt', entry('A')],
      ['letters/b.en.txt', entry('B')],
    ]),
  });
});

test('a second run renders and writes nothing', async () => {
  const out = await makeFolder();
  const plan = planOf({ 'letters/a.en.txt': 'A' });
  await run(out, plan);
  const before = await Promise.all(
    ['letters/a.en.txt', MANIFEST].map((f) => stat(join(out, f), { bigint: true })),
  );
  const render = () => Promise.reject(new Error('must not render'));
  expect(await run(out, plan, { render })).toMatchObject({ written: [], unchanged: ['letters/a.en.txt'] });
  const after = await Promise.all(
    ['letters/a.en.txt', MANIFEST].map((f) => stat(join(out, f), { bigint: true })),
  );
  expect(after.map((s) => [s.ino, s.mtimeNs])).toEqual(before.map((s) => [s.ino, s.mtimeNs]));
});

test('only changed files are written, and a file that is gone comes back', async () => {
  const out = await makeFolder();
  await run(out, planOf({ 'letters/a.en.txt': 'A', 'letters/b.en.txt': 'B', 'letters/c.en.txt': 'C' }));
  await rm(join(out, 'letters/c.en.txt'));
  const result = await run(
    out,
    planOf({ 'letters/a.en.txt': 'A', 'letters/b.en.txt': 'new', 'letters/c.en.txt': 'C' }),
  );
  expect(result).toMatchObject({
    written: ['letters/b.en.txt', 'letters/c.en.txt'],
    unchanged: ['letters/a.en.txt'],
  });
});

test('a file that a person edited is kept and told; force overwrites it', async () => {
  const out = await makeFolder();
  await run(out, planOf({ 'letters/a.en.txt': 'A' }));
  await writeFile(join(out, 'letters/a.en.txt'), 'mine');
  const result = await run(out, planOf({ 'letters/a.en.txt': 'new' }));
  expect(result).toMatchObject({
    written: [],
    kept: ['letters/a.en.txt'],
    problems: [{ code: 'edited-file' }],
  });
  expect(await readFile(join(out, 'letters/a.en.txt'), 'utf8')).toBe('mine');
  expect(await run(out, planOf({ 'letters/a.en.txt': 'new' }), { force: true })).toMatchObject({
    written: ['letters/a.en.txt'],
  });
  expect(await readFile(join(out, 'letters/a.en.txt'), 'utf8')).toBe('new');
});

test('a file that handbill did not write is kept', async () => {
  const out = await makeFolder({ 'letters/a.en.txt': 'mine' });
  expect(await run(out, planOf({ 'letters/a.en.txt': 'A' }))).toMatchObject({ kept: ['letters/a.en.txt'] });
});

test('files of targets that are gone are removed, edited ones kept; other runs leave them', async () => {
  const out = await makeFolder();
  await run(out, planOf({ 'letters/a.en.txt': 'A', 'letters/b.en.txt': 'B', 'letters/c.en.txt': 'C' }));
  await writeFile(join(out, 'letters/c.en.txt'), 'mine');
  expect(await run(out, planOf({ 'letters/a.en.txt': 'A' }))).toMatchObject({ removed: [] });
  const result = await run(out, planOf({ 'letters/a.en.txt': 'A' }), { prune: true });
  expect(result).toMatchObject({
    unchanged: ['letters/a.en.txt'],
    removed: ['letters/b.en.txt'],
    kept: ['letters/c.en.txt'],
  });
  expect(await listFiles(out)).toEqual([MANIFEST, 'letters/a.en.txt', 'letters/c.en.txt']);
});

test('after a run that was killed, the next one tells its own files from edited ones', async () => {
  const out = await makeFolder();
  await run(out, planOf({ 'letters/a.en.txt': 'A', 'letters/b.en.txt': 'B' }));
  const newer = planOf({ 'letters/a.en.txt': 'A2', 'letters/b.en.txt': 'B2' });
  const dies = async (file: PlannedFile) => {
    if (file.path === 'letters/b.en.txt') throw new Error('killed');
    return new TextEncoder().encode(newer.texts[file.path]);
  };
  await expect(run(out, newer, { render: dies })).rejects.toThrow('killed');
  expect(await readFile(join(out, 'letters/a.en.txt'), 'utf8')).toBe('A');
  const newest = planOf({ 'letters/a.en.txt': 'A3', 'letters/b.en.txt': 'B3' });
  expect(await run(out, newest)).toMatchObject({
    written: ['letters/a.en.txt', 'letters/b.en.txt'],
    kept: [],
  });
  expect(await listFiles(out)).toEqual([MANIFEST, 'letters/a.en.txt', 'letters/b.en.txt']);
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
  await run(out, planOf({ 'letters/a.en.txt': 'A', 'letters/b.en.txt': 'B' }));
  const before = await readFolder(out);
  const result = await run(out, planOf({ 'letters/a.en.txt': 'new', 'letters/c.en.txt': 'C' }), {
    dry: true,
    prune: true,
  });
  expect(result).toMatchObject({
    written: ['letters/a.en.txt', 'letters/c.en.txt'],
    removed: ['letters/b.en.txt'],
    changes: { 'letters/a.en.txt': [{ name: 'fact/one' }] },
  });
  expect(await readFolder(out)).toEqual(before);
});

test('an empty plan that prunes leaves an empty folder', async () => {
  const out = await makeFolder();
  await run(out, planOf({ 'letters/a.en.txt': 'A' }));
  await run(out, planOf({}), { prune: true });
  expect(await readdir(out)).toEqual([]);
});

test('a run that is interrupted changes nothing; the next one takes what it had made', async () => {
  const out = await makeFolder();
  await run(out, planOf({ 'letters/a.en.txt': 'A' }));
  const before = await readFolder(out);
  const stop = new AbortController();
  const plan = planOf({ 'letters/a.en.txt': 'A2', 'letters/b.en.txt': 'B' });
  const progress = (done: number) => done === 1 && stop.abort();
  expect(await run(out, plan, { signal: stop.signal, progress })).toMatchObject({ failed: true });
  const after = Object.entries(await readFolder(out)).filter(([path]) => !path.startsWith('.handbill'));
  expect(Object.fromEntries(after)).toEqual(before);

  const rendered: string[] = [];
  const render = async ({ path }: PlannedFile) => {
    rendered.push(path);
    return new TextEncoder().encode(plan.texts[path]);
  };
  const result = await run(out, plan, { render });
  expect(result).toMatchObject({ written: ['letters/a.en.txt', 'letters/b.en.txt'], failed: false });
  expect(rendered).toEqual(['letters/b.en.txt']);
  expect(await listFiles(out)).toEqual([MANIFEST, 'letters/a.en.txt', 'letters/b.en.txt']);
});

test('an error of one document keeps that as it was, and the others are made', async () => {
  const out = await makeFolder();
  await run(out, planOf({ 'letters/a.en.txt': 'A', 'letters/b.en.txt': 'B' }));
  const error: Problem = {
    severity: 'error',
    code: 'overfull-page',
    message: 'Too long.',
    about: { document: 'letters/b.en.txt' },
  };
  const plan = planOf({ 'letters/a.en.txt': 'A2', 'letters/b.en.txt': 'B2' });
  const problemsOf = (path: string) => (path === 'letters/b.en.txt' ? [error] : []);
  const result = await run(out, plan, { problemsOf, prune: true });
  expect(result).toMatchObject({
    failed: false,
    written: ['letters/a.en.txt'],
    unchanged: ['letters/b.en.txt'],
    removed: [],
    problems: [error],
  });
  expect((await readFile(join(out, 'letters/b.en.txt'))).toString()).toBe('B');
  expect((await readManifest(out))!.made).toBeUndefined();
});

test('an error in a later document keeps all files of the run from appearing', async () => {
  const out = await makeFolder();
  const plan = planOf({ 'letters/a.en.txt': 'A', 'letters/b.en.txt': 'B' });
  const error: Problem = { severity: 'error', code: 'missing-glyph', message: 'No font has it.' };
  const problemsOf = (path: string) => (path === 'letters/b.en.txt' ? [error] : []);
  expect(await run(out, plan, { problemsOf })).toMatchObject({ failed: true, problems: [error] });
  expect(await listFiles(out)).toEqual([]);
});

test('what is drawn small of a document is drawn while it is planned, and comes in the order of the plan', async () => {
  const out = await makeFolder();
  const planned: string[] = [];
  const jobOf = (kind: string) => ({ material: 'leaflet', kind, language: 'en' }) as LeafletJob;
  const jobs = ['picket', 'placard'].map(jobOf);
  const plan = (one: Job) => {
    planned.push(one.kind);
    const path = `leaflets/${one.kind}.en.a4.pdf`;
    const inputs = { shared: {}, own: { 'fact/one': hashOf(one.kind) } };
    return { files: [{ path, job: one, inputs } as unknown as PlannedFile], problems: [] };
  };
  const drawn = async ({ job: { kind, language }, path }: PlannedFile) => ({
    job: { kind, language } as LeafletJob,
    path,
    height: planned.length,
    picture: new Uint8Array(),
  });
  const settings = { out, staging: stagingName() };
  const make = startMaker(plan, async () => new Uint8Array([1]), settings, undefined, drawn);
  const workers = { make, baseOf: basePath, divide: oneByOne<Job>, ahead: 1 };
  for (const fate of ['written', 'unchanged'] as const) {
    const result = await runPlan({ appeal: 'test', jobs, problems: [] }, { out, version: '1.0.0', workers });
    expect(result[fate]).toHaveLength(2);
    expect(result.sheets?.map(({ path }) => path)).toEqual(result[fate]);
  }
  expect(planned).toEqual(['picket', 'placard', 'picket', 'placard']);
});
