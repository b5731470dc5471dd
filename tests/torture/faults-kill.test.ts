import { existsSync, watch } from 'node:fs';
import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readFolder } from '../folder.ts';
import { drawFrom } from './draw.ts';
import { expectWhole, leftovers, MAKE, setScene } from './faults.ts';
import { runProgram, start } from './program.ts';
import { extent, seed, tally } from './tally.ts';

/** Runs that are killed before they end, by what they make: 500 by `npm run torture`. */
const KILLS = {
  few: { text: 6, 'text and PDF': 0 },
  some: { text: 24, 'text and PDF': 4 },
  all: { text: 450, 'text and PDF': 50 },
}[extent];

/** Most runs that are killed one after the other in the same folder, before one that ends. */
const LONGEST_CHAIN = 6;
/** Chains that go wrong until no more are tried. */
const ENOUGH = 10;

type State = 'old' | 'new';

/**
 * Kills a run with no warning: at any moment, while its files are made, or while they take their places. Returns false
 * where the run was quicker, and ended well.
 */
async function runKilled(
  cwd: string,
  args: readonly string[],
  folder: string,
  draw: () => number,
  usual: number,
): Promise<boolean> {
  const { child, ended } = start(cwd, args);
  const kill = () => child.kill('SIGKILL');
  const way = draw();
  let stop = () => undefined as unknown;
  if (way < 0.6) {
    const timer = setTimeout(kill, draw() * usual);
    stop = () => clearTimeout(timer);
  } else if (way < 0.8) {
    const pause = (draw() * usual) / 8;
    const timer = setInterval(() => {
      if (!existsSync(join(folder, '.handbill-manifest-staging'))) return;
      clearInterval(timer);
      setTimeout(kill, pause);
    }, 2);
    stop = () => clearInterval(timer);
  } else {
    const isAtOnce = draw() < 0.5;
    const watcher = watch(join(folder, 'letters'), () => (isAtOnce ? kill() : setTimeout(kill, 1)));
    stop = () => watcher.close();
  }
  const { code, stderr } = await ended;
  stop();
  if (child.signalCode === 'SIGKILL') return true;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return false;
}

/** The manifest without the editions that the output folder had before. */
async function readOutcome(out: string, hasHistory: boolean): Promise<Record<string, string>> {
  const files = await readFolder(out);
  const manifest = await readFile(join(out, 'handbill-manifest.json'), 'utf8');
  const { editions, ...rest } = JSON.parse(manifest);
  return hasHistory ? files : { ...files, 'handbill-manifest.json': JSON.stringify(rest) };
}

test.each((['text', 'text and PDF'] as const).filter((menu) => KILLS[menu] > 0))(
  'make %s, killed at any moment',
  { timeout: 2_400_000 },
  async (menu) => {
    const kills = KILLS[menu];
    const { cwd, states, make, strike } = await setScene(MAKE[menu]);
    onTestFinished(strike);
    const argsOf = (state: State, out: string) => ['make', state, '--out', out, ...MAKE[menu]];
    const before = performance.now();
    expect(await runProgram(cwd, argsOf('new', 'timed'))).toMatchObject({ code: 0 });
    const usual = performance.now() - before;

    let [survived, chains] = [0, 0];
    const failures: string[] = [];
    /** Kills so many runs in one folder, and makes sure of what each leaves, and of what the next one gives. */
    const runChain = async (length: number, number: number) => {
      const draw = drawFrom(seed + number);
      const out = `out-${number}`;
      const folder = join(cwd, out);
      await cp(join(cwd, 'old-out'), folder, { recursive: true });
      let state: State = 'old';
      let own = 0;
      for (let i = 0; i < length; i += 1) {
        state = state === 'old' ? 'new' : 'old';
        if (await runKilled(cwd, argsOf(state, out), folder, draw, usual)) own += 1;
        await expectWhole(folder, states);
      }
      const { code, stderr } = await make(state, out);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(leftovers(folder)).toEqual([]);
      const hasHistory = state === 'new';
      expect(await readOutcome(folder, hasHistory)).toEqual(
        await readOutcome(join(cwd, `${state}-out`), hasHistory),
      );
      await rm(folder, { recursive: true });
      return own;
    };
    const next = async () => {
      while (survived < kills && failures.length < ENOUGH) {
        const number = chains++;
        const length = Math.min((number % LONGEST_CHAIN) + 1, kills - survived);
        await runChain(length, number).then(
          (own) => {
            survived += own;
          },
          (error: Error) => failures.push(`HANDBILL_SEED=${seed}, chain ${number}: ${error.message}`),
        );
      }
    };
    await Promise.all([next(), next()]);
    const cases = survived + failures.length;
    tally({ part: 'faults', what: `make ${menu}, kill -9`, cases, survived });
    expect(failures).toEqual([]);
  },
);
