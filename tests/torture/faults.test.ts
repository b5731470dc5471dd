import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFiles, readFolder } from '../folder.ts';
import { MAKE, type Scene, setScene, tryFault } from './faults.ts';
import { type Ended, runProgram, start } from './program.ts';
import { isLong, testLong } from './tally.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await setScene(MAKE.text);
}, 120_000);
afterAll(() => scene.strike());

const argsFor = (out: string) => ['make', 'new', '--out', out, ...MAKE.text];
const run = (out: string, ...rest: [options?: object, through?: readonly string[]]) =>
  runProgram(scene.cwd, argsFor(out), ...rest);

/** Holds that a run ended with 1 and told in words what to do, and no machine's path. */
function expectTold({ code, stderr }: Ended, words: RegExp): void {
  expect(stderr.replace(/\s+/g, ' ')).toMatch(words);
  expect(code).toBe(1);
  expect(stderr).toContain('→ ');
  expect(stderr).not.toContain(scene.cwd);
  expect(stderr).not.toMatch(/defect|\n\s+at /);
}

/** Waits until a run stages its first file, or ends before that is seen. */
async function waitForStaging(out: string, ended: Promise<unknown>): Promise<void> {
  let isOver = false;
  ended.finally(() => {
    isOver = true;
  });
  while (!isOver && !existsSync(stagingOf(out))) await new Promise((resolve) => setTimeout(resolve, 2));
}

const stagingOf = (out: string) => join(scene.cwd, out, '.handbill-manifest-staging');

describe('faults of the disk', { timeout: 300_000 }, () => {
  const probe = spawnSync('sh', ['-c', 'd=$(mktemp -d) && mount -t tmpfs tmpfs "$d" && umount "$d"']);
  const isAllowed = probe.status === 0;
  const why = isAllowed ? '' : ' (skipped: needs root, and leave to mount)';
  const mount = (...args: string[]) => {
    const { status, stderr } = spawnSync('mount', args, { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  };

  (isAllowed ? test : test.skip)(`a full disk${why}`, () =>
    tryFault(scene, 'full disk', { few: 1, some: 2, all: 10 }, async (out, draw) => {
      const folder = join(scene.cwd, out);
      await rename(folder, `${folder}-kept`);
      await mkdir(folder);
      const pages = Math.round(draw() * 36);
      try {
        mount('-t', 'tmpfs', '-o', 'size=10m', 'tmpfs', folder);
        spawnSync('cp', ['-a', `${folder}-kept/.`, folder]);
        // So much is left, in blocks of 4 KiB: a run needs at least one for each letter.
        const { stdout } = spawnSync('du', ['-s', '--block-size=4096', folder], { encoding: 'utf8' });
        mount('-o', `remount,size=${(Number.parseInt(stdout, 10) + pages) * 4}k`, folder);
        const ended = await run(out);
        if (ended.code !== 0) expectTold(ended, /can’t be written: the disk is full\. → Make room/);
        if (pages < 8) expect(ended.code).toBe(1);
        spawnSync('cp', ['-a', `${folder}/.`, `${folder}-kept`]);
      } finally {
        spawnSync('umount', [folder]);
      }
      await rm(folder, { recursive: true });
      await rename(`${folder}-kept`, folder);
    }),
  );

  (isAllowed ? testLong : test.skip)(`a disk that is read-only${why}`, () =>
    tryFault(scene, 'read-only disk', { few: 1, some: 1, all: 1 }, async (out) => {
      const folder = join(scene.cwd, out);
      try {
        mount('--bind', folder, folder);
        mount('-o', 'remount,bind,ro', folder);
        expectTold(await run(out), /can’t be written: this disk is read-only/);
      } finally {
        spawnSync('umount', [folder]);
      }
    }),
  );

  const isRoot = process.getuid?.() === 0;
  const asNobody = isRoot ? { uid: 65534, gid: 65534 } : {};
  testLong('a folder without the right to write', () =>
    tryFault(scene, 'no right to write', { few: 1, some: 1, all: 1 }, async (out) => {
      await chmod(scene.cwd, 0o755);
      await chmod(join(scene.cwd, out), 0o555);
      expectTold(await run(out, asNobody), /can’t be written: you have no right to write there/);
      await chmod(join(scene.cwd, out), 0o755);
    }),
  );

  test('the folder is removed under way', () =>
    tryFault(scene, 'output folder removed', { few: 1, some: 2, all: 8 }, async (out, draw) => {
      const folder = join(scene.cwd, out);
      const { ended } = start(scene.cwd, argsFor(out));
      await waitForStaging(out, ended);
      await new Promise((resolve) => setTimeout(resolve, draw() * 30));
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      const end = await ended;
      if (end.code !== 0) expectTold(end, /its folder was removed meanwhile/);
      // What was edited is gone with it.
      spawnSync('cp', ['-a', join(scene.cwd, 'old-out', '.'), folder]);
      await rm(folder, { recursive: true, force: true });
      spawnSync('cp', ['-a', join(scene.cwd, 'old-out'), folder]);
    }));

  test('other things stand where files should be', async () => {
    const secret = join(scene.cwd, 'secret.txt');
    await writeFile(secret, 'not to be touched');
    const letter = 'letters/office-5.en.txt';
    const others: readonly [what: string, put: (path: string) => unknown, words: RegExp | undefined][] = [
      ['a folder', (path) => mkdir(path), /office-5\.en\.txt can’t be written: a folder stands where/],
      ['a pipe', (path) => spawnSync('mkfifo', [path]), /what stands there is no file/],
      ['a link out of the folder', (path) => symlink(secret, path), undefined],
      ['a link within it', (path) => symlink('office-6.en.txt', path), undefined],
      ['a link to itself', (path) => symlink('office-5.en.txt', path), /links lead in a circle/],
    ];
    await tryFault(
      scene,
      'something in the way of a file',
      { few: 1, some: 5, all: 5 },
      async (out, _, number) => {
        const [, put, words] = others[number]!;
        const path = join(scene.cwd, out, letter);
        const there = await readFile(path);
        await rm(path);
        await put(path);
        const ended = await run(out);
        // What a link shows is no file of ours: it is kept like an edited one.
        if (words) expectTold(ended, words);
        else expect(ended.code).toBe(0);
        expect(await readFile(secret, 'utf8')).toBe('not to be touched');
        await rm(path, { recursive: true });
        await writeFile(path, words ? there : await readFile(join(scene.cwd, 'new-out', letter)));
      },
    );
  });

  testLong('folders are links: out of the output folder nothing is written', async () => {
    const elsewhere = join(scene.cwd, 'elsewhere');
    await mkdir(elsewhere);
    const names = ['letters', '.handbill-manifest-staging'];
    await tryFault(
      scene,
      'a link in place of a folder',
      { few: 2, some: 2, all: 2 },
      async (out, _, number) => {
        const path = join(scene.cwd, out, names[number]!);
        if (number === 0) await rename(path, join(scene.cwd, 'aside'));
        await symlink(elsewhere, path);
        expectTold(await run(out), /a link leads out of the output folder/);
        expect(await readdir(elsewhere)).toEqual([]);
        await rm(path, { force: true });
        if (number === 0) await rename(join(scene.cwd, 'aside'), path);
      },
    );
  });
});

describe('faults under way', { timeout: 300_000 }, () => {
  test.each(isLong ? (['SIGTERM', 'SIGHUP', 'SIGINT'] as const) : (['SIGTERM'] as const))('%s', (signal) =>
    tryFault(scene, signal, { few: 1, some: 2, all: 4 }, async (out, draw) => {
      const { child, ended } = start(scene.cwd, argsFor(out));
      await waitForStaging(out, ended);
      await new Promise((resolve) => setTimeout(resolve, draw() * 20));
      child.kill(signal);
      const end = await ended;
      if (end.code !== 0) expectTold(end, /Stopped before all files were made/);
    }),
  );

  test('data that is saved while it is read', () =>
    tryFault(scene, 'input changed', { few: 1, some: 2, all: 8 }, async (out, draw) => {
      const file = join(scene.cwd, 'new/contacts.csv');
      const text = await readFile(file, 'utf8');
      const { ended } = start(scene.cwd, argsFor(out));
      if (draw() < 0.5) await waitForStaging(out, ended);
      else await new Promise((resolve) => setTimeout(resolve, draw() * 300));
      await writeFile(file, text.slice(0, 400));
      const end = await ended;
      await writeFile(file, text);
      // Either it was read before or after, or it is told.
      if (end.code !== 0) expectTold(end, /contacts\.csv/);
    }));

  test('two runs at once', () =>
    tryFault(scene, 'two runs at once', { few: 1, some: 2, all: 8 }, async (out) => {
      const ends = await Promise.all([run(out), run(out)]);
      expect(ends.filter(({ code }) => code === 0).length).toBeGreaterThan(0);
      for (const end of ends)
        if (end.code !== 0)
          expectTold(
            end,
            /Another handbill is writing into this folder: process \d+, since \d{4}-\d\d-\d\d \d\d:\d\d UTC/,
          );
    }));

  testLong('a run that is stopped in the midst keeps others out until it ends', () =>
    tryFault(scene, 'a run that hangs', { few: 1, some: 2, all: 2 }, async (out) => {
      const { child, ended } = start(scene.cwd, argsFor(out));
      await waitForStaging(out, ended);
      if (child.exitCode !== null) return; // It was done before anybody saw it at work.
      child.kill('SIGSTOP');
      expectTold(await run(out), new RegExp(`process ${child.pid}, since`));
      child.kill('SIGCONT');
      expect((await ended).code).toBe(0);
    }),
  );

  test('a lock of another machine is told, with the file to delete', () =>
    tryFault(scene, 'a lock of another machine', { few: 1, some: 1, all: 1 }, async (out) => {
      const lock = '.handbill-manifest-run-4711-99-0123abcd';
      await writeFile(join(scene.cwd, out, lock), '');
      expectTold(await run(out), new RegExp(`on another machine.* delete ${lock}`));
      await rm(join(scene.cwd, out, lock));
    }));

  testLong('too few file handles', () =>
    tryFault(scene, 'out of file handles', { few: 1, some: 3, all: 10 }, async (out, draw) => {
      const limit = 29 + Math.floor(draw() * 12);
      const ended = await run(out, {}, ['sh', '-c', `ulimit -n ${limit} && exec "$@"`, 'sh']);
      expect(ended.stderr).not.toMatch(/defect/);
      if (ended.code !== 0) expect(ended.stderr).toMatch(/EMFILE|too many files are open/);
    }),
  );

  const thread = (fault: string) => ({
    env: {
      ...process.env,
      NODE_OPTIONS: `--max-old-space-size=200 --import data:text/javascript,${encodeURIComponent(
        `import { isMainThread } from 'node:worker_threads'; if (!isMainThread) setTimeout(() => { ${fault} }, 300);`,
      )}`,
    },
  });
  test.each(
    [
      ['ends', 'process.exit(7)'],
      ['runs out of memory', 'const all = []; for (;;) all.push(new Array(1e6).fill(0.5))'],
    ].slice(0, isLong ? 2 : 1) as [string, string][],
  )('a thread %s', (what, fault) =>
    tryFault(scene, `a thread ${what}`, { few: 1, some: 2, all: 5 }, async (out) => {
      const ended = await runProgram(scene.cwd, [...argsFor(out), '--workers', '2'], thread(fault));
      // It may be done before its end comes.
      if (ended.code !== 0) expectTold(ended, /A thread of handbill ended/);
    }),
  );

  testLong('a clock that was set back, and files from the future', () =>
    tryFault(scene, 'clock set back', { few: 1, some: 2, all: 2 }, async (out, _, number) => {
      const later = new Date(Date.UTC(2040 + number, 0, 1));
      for (const file of await listFiles(join(scene.cwd, out))) {
        await utimes(join(scene.cwd, out, file), later, later);
      }
      const back =
        'const Now = Date; globalThis.Date = class extends Now { constructor(...a) { super(...(a.length ? a : [3e11])); } static now() { return 3e11; } };';
      const env = {
        ...process.env,
        NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(back)}`,
      };
      expect(await run(out, { env })).toMatchObject({ code: 0, stderr: '' });
      expect(await readFolder(join(scene.cwd, out))).toEqual(scene.states[1]);
    }),
  );

  test('output that can’t be written to', async () => {
    const ended = await runProgram(scene.cwd, ['check', 'new'], {}, ['sh', '-c', '"$@" > /dev/full', 'sh']);
    expect(ended).toMatchObject({ code: 1, stderr: expect.stringContaining('the disk is full') });
  });
});
