import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
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
    const { stdout } = await npm(root, ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]);
    const [packed] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [
      { filename: string; files: { path: string }[] },
    ];
    const tops = new Set(packed.files.map(({ path }) => path.split('/')[0]));
    expect([...tops].sort()).toEqual([
      'CHANGELOG.md',
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

/** Files that the build makes; the hash in a name is that of what is in the file. */
const BUILT =
  /^dist\/(LICENSES\.txt|fonts\/[\w-]+\.(ttf|txt)|program\/((cli|worker|pool-worker|[\w.-]+-[\w-]{8})\.js|hyphen\/[\w-]+\.json|[\w-]+\.wasm(\.br)?))$/;

test.skipIf(!existsSync('dist/program'))(
  'the packed files are those that git knows and the build makes, the same bytes each time',
  {
    timeout: 120_000,
  },
  () => {
    const pack = () => {
      const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
      const output = execFileSync('npm', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      return (JSON.parse(output) as [{ integrity: string; files: { path: string }[] }])[0];
    };
    const [first, second] = [pack(), pack()];
    expect(second.integrity).toBe(first.integrity);
    const tracked = execFileSync('git', ['ls-files', 'bin', 'data', 'templates'], { encoding: 'utf8' });
    const known = tracked.split('\n').filter((file) => file !== '' && !file.endsWith('.png'));
    const packed = first.files.map(({ path }) => path);
    expect(packed.filter((path) => !BUILT.test(path)).sort()).toEqual(
      [...known, 'CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'].sort(),
    );
    expect(packed.filter((path) => BUILT.test(path)).length).toBeGreaterThan(20);
  },
);
