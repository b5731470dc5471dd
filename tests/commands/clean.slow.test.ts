import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isOwnPath } from '../../src/batch/own.ts';
import { listFiles, makeFolder, writeFiles } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

test('clean removes material, site pages and labels, and no file of anybody else’s', {
  timeout: 120_000,
}, async () => {
  const cwd = await makeFolder({
    ...smallAppeal('a'),
    'out/keep.txt': 'mine',
    'out/letters/mine.txt': 'mine',
  });
  expect(await handbill(cwd, 'contacts labels a')).toMatchObject({ code: 0 });
  expect(await handbill(cwd, 'site a')).toMatchObject({ code: 0 });
  const there = await listFiles(join(cwd, 'out'));
  expect(there.length).toBeGreaterThan(12);
  await writeFile(join(cwd, 'out/site/en/index.html'), 'edited');
  const dry = JSON.parse((await handbill(cwd, 'clean --dry-run --json')).stdout);
  expect(await listFiles(join(cwd, 'out'))).toEqual(there);
  const result = JSON.parse((await handbill(cwd, 'clean --json')).stdout);
  expect(result).toEqual(dry);
  expect(result.kept).toEqual(['site/en/index.html']);
  expect((await listFiles(join(cwd, 'out'))).sort()).toEqual([
    'handbill-site/handbill-pages.json',
    'keep.txt',
    'letters/mine.txt',
    'site/en/index.html',
  ]);
  expect(await handbill(cwd, 'clean --force')).toMatchObject({ code: 0 });
  expect(await listFiles(join(cwd, 'out'))).toEqual(['keep.txt', 'letters/mine.txt']);
});

describe('a manifest from elsewhere', () => {
  const FILES: Readonly<Record<string, string>> = {
    'keep.txt': 'mine',
    '.git/config': '[core]',
    'src/index.html': 'mine',
    'letters/.hidden.en.pdf': 'mine',
    'letters/deep/embassy.en.pdf': 'mine',
    'letters/notes.txt': 'mine',
    'elsewhere/embassy.en.txt': 'mine',
  };
  const manifest = (paths: readonly string[]) =>
    JSON.stringify({
      handbill: '0.1.0',
      appeal: 'strike',
      inputs: { x: {} },
      files: Object.fromEntries(
        paths.map((path) => [path, { sha256: hash(FILES[path] ?? 'mine'), inputs: 'x' }]),
      ),
    });

  test.each(['clean', 'clean --force', 'make a --format txt', 'site a --out out'])(
    '%s deletes none of what it names that handbill can’t have written',
    { timeout: 60_000 },
    async (command) => {
      const cwd = await makeFolder(smallAppeal('a'));
      const out = join(cwd, 'out');
      await writeFiles(out, FILES);
      await symlink('elsewhere', join(out, 'leaflets'));
      const paths = [...Object.keys(FILES), 'leaflets/embassy.en.txt', '../a/appeal.yaml'];
      const hashes = Object.fromEntries(paths.map((path) => [path, hash(FILES[path] ?? 'mine')]));
      await writeFiles(out, {
        'handbill-manifest.json': manifest(paths),
        'handbill-pages.json': JSON.stringify(hashes),
        'handbill-labels.json': JSON.stringify(hashes),
        'handbill-site/handbill-manifest.json': manifest(paths),
        'handbill-site/handbill-pages.json': JSON.stringify(hashes),
        'site/handbill-manifest.json': manifest(paths),
        'site/keep.txt': 'mine',
      });
      await handbill(cwd, command);
      for (const [path, text] of Object.entries(FILES))
        if (path !== 'src/index.html') expect(await readFile(join(out, path), 'utf8'), path).toBe(text);
      expect(await readFile(join(out, 'site/keep.txt'), 'utf8')).toBe('mine');
    },
  );

  test('one that is damaged is named, with a remedy, and no file is lost', async () => {
    const cwd = await makeFolder(smallAppeal('a'));
    expect(await handbill(cwd, 'letters a --format txt')).toMatchObject({ code: 0 });
    const before = await listFiles(join(cwd, 'out'));
    await writeFile(join(cwd, 'out/handbill-manifest.json'), '{"handbill": "0.1');
    for (const command of ['clean', 'letters a --format txt']) {
      const { stderr } = await handbill(cwd, command);
      expect(stderr.replace(/\s+/g, ' ')).toContain('handbill-manifest.json is damaged');
      expect(await listFiles(join(cwd, 'out'))).toEqual(before);
    }
  });
});

test('every name that handbill makes is one that it knows as its own', () => {
  for (const path of [
    'letters/x.en.pdf',
    'leaflets/picket.en+kk.a4.2up.pdf',
    'letters/x.zh-Hans.jo.eml',
    'fr/letters/x.html',
  ])
    expect(isOwnPath(path), path).toBe(true);
  for (const path of [
    'letters/x.pdf',
    'letters/../x.en.pdf',
    '/letters/x.en.pdf',
    'letters/x.en..pdf',
    'x.en.pdf',
  ])
    expect(isOwnPath(path), path).toBe(false);
});

test('a link to nothing is named for what it is', async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  await rename(join(cwd, 'a/facts.csv'), join(cwd, 'gone.csv'));
  await symlink('nowhere.csv', join(cwd, 'a/facts.csv'));
  const { code, stderr } = await handbill(cwd, 'check a');
  expect(code).toBe(1);
  expect(stderr.replace(/\s+/g, ' ')).toContain(
    'This is a link to a file that isn’t there. → Remove the link',
  );
  await symlink('nowhere', join(cwd, 'out'));
  await mkdir(join(cwd, 'b'));
  const made = await handbill(cwd, 'letters --format txt');
  expect(made.stderr.replace(/\s+/g, ' ')).toContain('the link out leads to nothing. → Remove the link');
});

test('a site whose records still lie within it keeps them beside it from the next time on', {
  timeout: 60_000,
}, async () => {
  const cwd = await makeFolder(smallAppeal('a'));
  await handbill(cwd, 'site a');
  const out = join(cwd, 'out');
  const names = ['handbill-manifest.json', 'handbill-pages.json'];
  for (const name of names) await rename(join(out, 'handbill-site', name), join(out, 'site', name));
  const before = await listFiles(join(out, 'site'));
  expect(JSON.parse((await handbill(cwd, 'site a --json')).stdout)).toMatchObject({ pages: [], removed: [] });
  expect(await listFiles(join(out, 'handbill-site'))).toEqual(['handbill-drawn.json', ...names]);
  for (const name of names) await rename(join(out, 'handbill-site', name), join(out, 'site', name));
  const { removed } = JSON.parse((await handbill(cwd, 'clean --json')).stdout);
  expect(removed).toHaveLength(before.length - names.length);
  expect(await listFiles(out)).toEqual([]);
});
