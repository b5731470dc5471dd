import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { makeTemporary, readFolder } from '../folder.ts';
import { isLong, tally, testLong } from './tally.ts';
import { runIn, type World } from './worlds.ts';

const bundled = fileURLToPath(new URL('../../data/zhanaozen', import.meta.url));

/** What must make no difference. */
const VARIATIONS: Readonly<Record<string, World & { readonly folder?: string }>> = {
  'time zone': { env: { TZ: 'Pacific/Kiritimati' } },
  language: { env: { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' } },
  'user and machine': { env: { HOME: '/tmp/elsewhere', USER: 'somebody', HOSTNAME: 'other' }, host: 'other' },
  folder: { folder: 'another folder/with ünïcode' },
  rights: { umask: '077' },
  processors: { processors: '0' },
  day: { clock: 400 * 86_400_000 },
  'order of files, terminal': {
    reverse: true,
    env: { TERM: 'dumb', COLUMNS: '40', NODE_OPTIONS: '--max-semi-space-size=8' },
  },
};

/** All of them at once. */
const TOGETHER: (typeof VARIATIONS)[string] = Object.assign({}, ...Object.values(VARIATIONS), {
  env: Object.assign({}, ...Object.values(VARIATIONS).map(({ env }) => env)),
});

const DAY = ['--date', '2012-01-10', '--quiet', '--ui-lang', 'en'];

/** Hashes of what a command makes of a copy of the bundled campaign. */
async function makeIn(
  path: string,
  { folder = 'folder', ...world }: (typeof VARIATIONS)[string],
  command: readonly string[],
): Promise<Record<string, string>> {
  const cwd = join(path, folder);
  await cp(bundled, join(cwd, 'campaign'), { recursive: true });
  const { code, stderr } = await runIn(world, cwd, [...command, ...DAY]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const files = await readFolder(join(cwd, 'out'));
  await rm(cwd, { recursive: true });
  return files;
}

test(`${isLong ? 'the whole campaign' : 'two languages'} under eight variations at once; each alone where they differ`, {
  timeout: 1_200_000,
}, async () => {
  const { path, remove } = await makeTemporary();
  onTestFinished(remove);
  const command = isLong ? ['make', 'campaign'] : ['make', 'campaign', '--lang', 'kk,en'];
  const plain = await makeIn(join(path, 'plain'), {}, command);
  expect(Object.keys(plain).length).toBeGreaterThan(isLong ? 100 : 20);
  const differing = async (name: string, variation: (typeof VARIATIONS)[string]) => {
    const files = await makeIn(join(path, name), variation, [...command, '--workers', '1']);
    const paths = [...new Set([...Object.keys(plain), ...Object.keys(files)])];
    return paths.filter((file) => plain[file] !== files[file]).slice(0, 5);
  };
  const found = await differing('together', TOGETHER);
  const guilty: string[] = [];
  for (const [name, variation] of found.length > 0 ? Object.entries(VARIATIONS) : [])
    guilty.push(...(await differing(name, variation)).map((file) => `${name}: ${file}`));
  tally({ part: 'reproducible', what: 'make', cases: 1, survived: found.length > 0 ? 0 : 1 });
  expect([...found, ...guilty]).toEqual([]);
  expect(await readdir(path)).not.toContain('out');
});

testLong('the site under all variations at once', { timeout: 600_000 }, async () => {
  const { path, remove } = await makeTemporary();
  onTestFinished(remove);
  const command = ['site', 'campaign', '--lang', 'kk,fr'];
  const [plain, varied] = [
    await makeIn(join(path, 'plain'), {}, command),
    await makeIn(join(path, 'varied'), TOGETHER, command),
  ];
  expect(Object.keys(plain)).toContain('site/index.html');
  expect(varied).toEqual(plain);
  tally({ part: 'reproducible', what: 'site', cases: 1, survived: 1 });
});
