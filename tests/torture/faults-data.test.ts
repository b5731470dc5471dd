import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sweep } from '../../src/write/temporary.ts';
import { handbill } from '../commands/run.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { makeFolder, makeTemporary, readFolder } from '../folder.ts';
import { describeWith } from '../tools.ts';
import { drawFrom } from './draw.ts';
import { leftovers, setScene, tryFault } from './faults.ts';
import { runProgram, start } from './program.ts';
import { extent, isLong, seed, tally, testLong } from './tally.ts';

/** Runs the program, and kills it without warning at a moment within its usual time. */
async function kill(cwd: string, args: readonly string[], after: number): Promise<void> {
  const { child, ended } = start(cwd, args);
  const timer = setTimeout(() => child.kill('SIGKILL'), after);
  await ended;
  clearTimeout(timer);
}

async function usualTime(cwd: string, args: readonly string[]): Promise<number> {
  const begin = performance.now();
  const { code, stderr } = await runProgram(cwd, args);
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  return performance.now() - begin;
}

testLong('site, killed at any moment', { timeout: 600_000 }, async () => {
  const options = ['--date', '2026-05-02', '--quiet'];
  const scene = await setScene(options, { command: 'site', offices: 4 });
  onTestFinished(scene.strike);
  const argsOf = (out: string) => ['site', 'new', '--out', out, ...options];
  const usual = await usualTime(scene.cwd, argsOf('timed'));
  await tryFault(scene, 'site, kill -9', { few: 1, some: 2, all: 10 }, async (out, draw) => {
    await kill(scene.cwd, argsOf(out), usual * (0.3 + 0.7 * draw()));
  });
});

/** Moments at which each command is killed. */
const KILLS = { few: 1, some: 3, all: 20 }[extent];

/** Rows of the list that is imported. */
const ROWS = isLong ? 1000 : 200;

/** A command that changes files which people keep. */
const CHANGES: readonly [what: string, args: readonly string[], files: readonly string[]][] = [
  [
    'facts correct',
    [
      'facts',
      'correct',
      'what-happened',
      'a',
      '--status',
      'withdrawn',
      '--source',
      'https://www.example.org/news',
      '--date',
      '2026-05-03',
    ],
    ['appeal.yaml', 'facts.csv', 'corrections.csv'],
  ],
  [
    'contacts import',
    ['contacts', 'import', 'list.csv', '--appeal', 'a', '--yes', '--set', 'kind=company'],
    ['contacts.csv'],
  ],
  ['translate import', ['translate', 'import', 'de.po', 'a'], ['appeal.yaml', 'facts.csv']],
  [
    'sent',
    ['sent', 'a/out/letters/example-ltd.en.txt', '--by', 'post', '--date', '2026-05-03'],
    ['outbox.csv', 'outbox.ics'],
  ],
];

/** Holds that after a kill all files come to be as before or as after, and that the command then comes to its end. */
async function expectAgreement(
  cwd: string,
  args: readonly string[],
  files: readonly string[],
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Promise<void> {
  const folder = join(cwd, 'a');
  for (const [path, hash] of Object.entries(await readFolder(folder)))
    if (!/(^|\/)\.handbill-/.test(path)) expect([before[path], after[path]], path).toContain(hash);
  expect(await handbill(cwd, 'check a --quiet')).toMatchObject({ code: 0 });
  const agreed = await readFolder(folder);
  const changed = files.filter((file) => before[file] !== after[file]);
  const done = changed.filter((file) => agreed[file] === after[file]);
  if (done.length === 0) {
    // Each process does this before it first writes into a folder; this one has, before the other was killed.
    sweep(folder);
    expect(await handbill(cwd, args)).toMatchObject({ code: 0 });
  } else expect(done).toEqual(changed);
  expect(await readFolder(folder)).toEqual(after);
}

/** The letters of the appeal with their manifest, as files of a folder. */
async function madeLetters(cwd: string): Promise<Record<string, string>> {
  const made = await handbill(cwd, 'letters a --out a/out --format txt --date 2026-05-02');
  expect(made.code).toBe(0);
  const paths = ['handbill-manifest.json', 'letters/example-ltd.en.txt', 'letters/xx-embassy.en.txt'];
  const texts = paths.map(async (path) => [
    `a/out/${path}`,
    await readFile(join(cwd, 'a/out', path), 'utf8'),
  ]);
  return Object.fromEntries(await Promise.all(texts));
}

describe.each(isLong ? CHANGES : CHANGES.slice(0, 1))('%s, killed at any moment', (what, args, files) => {
  test('each file is whole, and the next command finds all as they were, or all changed', {
    timeout: 300_000,
  }, async () => {
    const { path: cwd, remove } = await makeTemporary();
    onTestFinished(remove);
    const all: Record<string, string> = {
      ...smallAppeal('a'),
      'list.csv': `name,street,city,country,email\n${Array.from({ length: ROWS }, (_, i) => `Office ${i} Ltd,${i} Road,Exampleton,GB,office-${i}@example.org\n`).join('')}`,
    };
    const fresh = async () => {
      await rm(join(cwd, 'a'), { recursive: true, force: true });
      await cp(await makeFolder(all), cwd, { recursive: true });
    };
    await fresh();
    if (what === 'sent') Object.assign(all, await madeLetters(cwd));
    const exported = await handbill(cwd, 'translate export a --lang de');
    all['de.po'] = exported.stdout.replaceAll(/msgstr ""\n(?=\n|$)/g, 'msgstr "Worte"\n');
    await fresh();
    const usual = await usualTime(cwd, args);
    const after = await readFolder(join(cwd, 'a'));
    await fresh();
    const before = await readFolder(join(cwd, 'a'));
    expect(files.filter((file) => before[file] !== after[file]).length).toBeGreaterThan(0);

    const failures: string[] = [];
    for (let i = 0; i < KILLS; i += 1) {
      await fresh();
      await kill(cwd, args, usual * drawFrom(seed + i)());
      try {
        await expectAgreement(cwd, args, files, before, after);
        expect(leftovers(join(cwd, 'a'))).toEqual([]);
      } catch (error) {
        failures.push(`HANDBILL_SEED=${seed}, case ${i}: ${(error as Error).message}`);
      }
    }
    tally({ part: 'faults', what: `${what}, kill -9`, cases: KILLS, survived: KILLS - failures.length });
    expect(failures).toEqual([]);
  });
});

describeWith(['strace'], 'at the very moment', () => {
  test('facts correct, killed before and after each of its files takes its place', {
    timeout: 120_000,
  }, async () => {
    const [what, args, files] = CHANGES[0]!;
    const after = await makeFolder(smallAppeal('a'));
    await runProgram(after, args);
    const afterwards = await readFolder(join(after, 'a'));
    const moments = files.length + 1; // The record's name is the first that is given.
    for (let moment = 1; moment <= moments; moment += 1) {
      const cwd = await makeFolder(smallAppeal('a'));
      const before = await readFolder(join(cwd, 'a'));
      const strace = ['strace', '-f', '-qq', '-o', join(cwd, 'trace'), '-e', 'trace=rename'];
      const kill = `inject=rename:signal=SIGKILL:when=${moment}`;
      const { code } = await runProgram(cwd, args, {}, [...strace, '-e', kill]);
      expect(code).toBeNull();
      await expectAgreement(cwd, args, files, before, afterwards);
    }
    tally({ part: 'faults', what: `${what}, kill -9 at each rename`, cases: moments, survived: moments });
  });
});

test('init, killed at any moment: there is an appeal as a whole, or none and the command can be given again', {
  timeout: 300_000,
}, async () => {
  const args = (folder: string) => [
    ...[
      'init',
      folder,
      '--no-input',
      '--date',
      '2026-05-02',
      '--title',
      'Free the strikers',
      '--issuer',
      'Our union',
    ],
    ...[
      '--what',
      'They were arrested.',
      '--source',
      'Our union',
      '--demand',
      'Release them',
      '--to',
      'Example Ltd',
    ],
    ...['--lang', 'en', '--to-kind', 'company'],
  ];
  const cwd = await makeFolder();
  const usual = await usualTime(cwd, args('a'));
  const whole = await readFolder(join(cwd, 'a'));
  const failures: string[] = [];
  for (let i = 0; i < KILLS; i += 1) {
    await rm(join(cwd, 'a'), { recursive: true });
    await kill(cwd, args('a'), usual * (0.5 + drawFrom(seed + i)() / 2));
    try {
      const there = await readFolder(join(cwd, 'a'));
      if (there['appeal.yaml'] === undefined) {
        expect(await handbill(cwd, args('a'))).toMatchObject({ code: 0, stderr: '' });
      }
      expect(await readFolder(join(cwd, 'a'))).toEqual(whole);
    } catch (error) {
      failures.push(`HANDBILL_SEED=${seed}, case ${i}: ${(error as Error).message}`);
    }
  }
  tally({ part: 'faults', what: 'init, kill -9', cases: KILLS, survived: KILLS - failures.length });
  expect(failures).toEqual([]);
});
