import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { listFiles, makeFolder } from './folder.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const npm = (cwd: string, args: readonly string[]) =>
  run('npm', [...args, '--no-audit', '--no-fund'], { cwd });

// It installs from a registry, which a laptop on a train doesn't have; `.ci/run` always runs it.
test.skipIf(!process.env.HANDBILL_CI)(
  'the packed package holds only what runs, and makes the example from an empty folder',
  { timeout: 300_000 },
  async () => {
    const folder = await makeFolder({ 'package.json': '{ "private": true }' });
    const { stdout } = await npm(root, ['pack', '--json', '--pack-destination', folder]);
    const [packed] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [
      { filename: string; files: { path: string }[] },
    ];
    const tops = new Set(packed.files.map(({ path }) => path.split('/')[0]));
    expect([...tops].sort()).toEqual([
      'LICENSE',
      'README.md',
      'bin',
      'data',
      'dist',
      'package.json',
      'templates',
    ]);
    expect(packed.files.filter(({ path }) => path.endsWith('.png'))).toEqual([]);

    await npm(folder, ['install', join(folder, packed.filename)]);
    const made = await run('npx', ['--offline', 'handbill', 'make'], { cwd: folder });
    expect(made.stdout).toContain('Next: print out/');
    const files = await listFiles(join(folder, 'out'));
    expect(files).toContain('leaflets/picket.kk.a5.pdf');
    expect(files).toContain('handbill-manifest.json');
  },
);
