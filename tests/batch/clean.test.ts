import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanFolder } from '../../src/batch/clean.ts';
import { pastEditions } from '../../src/batch/editions.ts';
import { MANIFEST } from '../../src/batch/manifest.ts';
import { isOwnPath } from '../../src/batch/own.ts';
import { gatherRuns } from '../../src/batch/print-runs.ts';
import type { Job } from '../../src/plan/jobs.ts';
import { hashOf } from '../../src/write/files.ts';
import { listFiles, makeFolder, readFolder } from '../folder.ts';
import { planOf, run } from './plans.ts';

describe('clean', () => {
  const PLAN = planOf({ 'letters/a.en.txt': 'A', 'letters/b.en.txt': 'B' });

  it('removes what it wrote and nothing else, folders too once they are empty', async () => {
    const out = await makeFolder({ 'mine.txt': 'mine' });
    await run(out, PLAN);
    const cleaned = await cleanFolder(out, {});
    expect(cleaned).toMatchObject({
      removed: ['letters/a.en.txt', 'letters/b.en.txt'],
      kept: [],
      problems: [],
    });
    expect(await listFiles(out)).toEqual(['mine.txt']);
    expect(await cleanFolder(out, {})).toBeUndefined();
  });

  it('keeps what somebody edited, unless it is told to take that too; a dry one removes nothing', async () => {
    const out = await makeFolder();
    await run(out, PLAN);
    await writeFile(join(out, 'letters/a.en.txt'), 'edited');
    const before = await readFolder(out);
    expect(await cleanFolder(out, { dry: true })).toMatchObject({ removed: ['letters/b.en.txt'] });
    expect(await readFolder(out)).toEqual(before);
    expect(await cleanFolder(out, {})).toMatchObject({ kept: ['letters/a.en.txt'] });
    expect(await listFiles(out)).toContain('letters/a.en.txt');
    expect(await cleanFolder(out, { force: true })).toMatchObject({ removed: ['letters/a.en.txt'] });
    expect(await listFiles(out)).toEqual([]);
  });

  it('believes a manifest from elsewhere only as far as names that it can have made, and goes through no link', async () => {
    const outside = await makeFolder({ 'a.en.txt': 'A' });
    const out = await makeFolder({ 'keep.txt': 'A', '.git/config': 'A' });
    await mkdir(join(out, 'letters'), { recursive: true });
    await symlink(outside, join(out, 'letters', 'deep'));
    await symlink(join(outside, 'a.en.txt'), join(out, 'letters', 'linked.en.txt'));
    const named = ['keep.txt', '.git/config', '../x', 'letters/linked.en.txt', 'letters/deep/a.en.txt'];
    const files = Object.fromEntries(named.map((path) => [path, { sha256: hashOf('A'), inputs: 'x' }]));
    await writeFile(
      join(out, MANIFEST),
      JSON.stringify({ handbill: '1.0.0', appeal: 'x', inputs: { x: {} }, files }),
    );
    for (const force of [false, true]) await cleanFolder(out, { force });
    expect(await listFiles(outside)).toEqual(['a.en.txt']);
    expect(await listFiles(out)).toEqual(expect.arrayContaining(['.git/config', 'keep.txt']));
  });

  it('tells a manifest that it can’t read, and leaves all in its place', async () => {
    const out = await makeFolder({ [MANIFEST]: '{', 'letters/a.en.txt': 'A' });
    expect(await cleanFolder(out, {})).toMatchObject({
      removed: [],
      problems: [{ code: 'manifest-damaged', severity: 'warning' }],
    });
    expect(await listFiles(out)).toEqual([MANIFEST, 'letters/a.en.txt']);
  });
});

describe('names that handbill makes', () => {
  it.each([
    'letters/kz-gb.en.pdf',
    'leaflets/picket.en+kk.a4.2up.pdf',
    'letters/фонд.ru.txt',
    'packs/en.zip',
  ])('%s is one', (path) => expect(isOwnPath(path)).toBe(true));
  it.each([
    'keep.txt',
    '.git/config',
    '../letters/a.en.pdf',
    'letters/../a.en.pdf',
    'letters/.a.en.pdf',
    'letters/a/b.en.pdf',
    'letters/a.en.pdf\n',
    '/letters/a.en.pdf',
  ])('%j is none', (path) => expect(isOwnPath(path)).toBe(false));
});

describe('print runs', () => {
  it('gather letters by language in the order of the plan, leaflets left out', () => {
    const letter = (id: string, language: string) =>
      ({ material: 'letter', language, target: { id } }) as unknown as Job;
    const jobs = [letter('a', 'en'), letter('a', 'ru'), { material: 'leaflet' } as Job, letter('b', 'en')];
    expect(
      gatherRuns(jobs).map(({ language, letters }) => [language, letters.map(({ target }) => target.id)]),
    ).toEqual([
      ['en', ['a', 'b']],
      ['ru', ['a']],
    ]);
  });
});

describe('editions that were replaced', () => {
  it('are known by their code until the sheet is gone', () => {
    const inputs = (killed: string) => ({
      shared: { 'fact/shots': killed, edition: `edition-${killed}` },
      own: {},
    });
    const entry = (killed: string) => ({ sha256: killed, inputs: inputs(killed) });
    const before = new Map([['leaflets/picket.en.a4.pdf', entry('11')]]);
    const after = new Map([['leaflets/picket.en.a4.pdf', entry('12')]]);
    const manifest = { handbill: '1', appeal: 'x', files: before };
    const editions = pastEditions(manifest, before, after, ['leaflets/picket.en.a4.pdf']);
    expect(editions).toMatchObject({ 'edition-11': { path: 'leaflets/picket.en.a4.pdf' } });
    expect(pastEditions(manifest, before, before, ['leaflets/picket.en.a4.pdf'])).toBeUndefined();
  });
});
