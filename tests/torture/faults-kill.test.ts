import { existsSync, watch } from 'node:fs';
import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readFolder } from '../folder.ts';
import { drawFrom, expectWhole, leftovers, MAKE, setScene } from './faults.ts';
import { runProgram, start } from './program.ts';
import { isLong, seed, tally } from './tally.ts';

/** Runs that are killed, by what they make; up to three one after the other in the same folder. */
const KILLS = isLong
  ? ({ text: 450, 'text and PDF': 50 } as const)
  : ({ text: 6, 'text and PDF': 0 } as const);

type State = 'old' | 'new';

/** Kills a run with no warning: at any moment, while its files are made, or while they take their places. */
async function runKilled(
  cwd: string,
  args: readonly string[],
  folder: string,
  draw: () => number,
  usual: number,
): Promise<void> {
  const { child, ended } = start(cwd, args);
  const kill = () => child.kill('SIGKILL');
  const way = draw();
  let stop = () => undefined as unknown;
  if (way < 0.4) {
    const timer = setTimeout(kill, draw() * usual * 1.1);
    stop = () => clearTimeout(timer);
  } else if (way < 0.7) {
    const pause = (draw() * usual) / 3;
    const timer = setInterval(() => {
      if (!existsSync(join(folder, '.handbill-manifest-staging'))) return;
      clearInterval(timer);
      setTimeout(kill, pause);
    }, 2);
    stop = () => clearInterval(timer);
  } else {
    const pause = draw() * 4;
    const watcher = watch(join(folder, 'letters'), () => (pause < 2 ? kill() : setTimeout(kill, pause - 2)));
    stop = () => watcher.close();
  }
  await ended;
  stop();
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

    let [killed, survived, chains] = [0, 0, 0];
    const failures: string[] = [];
    /** Kills up to three runs in one folder, and makes sure of what the next run finds and gives. */
    const runChain = async (length: number, number: number) => {
      const draw = drawFrom(seed + number);
      const out = `out-${number}`;
      const folder = join(cwd, out);
      await cp(join(cwd, 'old-out'), folder, { recursive: true });
      let state: State = 'old';
      for (let i = 0; i < length; i += 1) {
        state = state === 'old' ? 'new' : 'old';
        await runKilled(cwd, argsOf(state, out), folder, draw, usual);
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
    };
    const next = async () => {
      while (killed < kills) {
        const number = chains++;
        const length = Math.min((number % 3) + 1, kills - killed);
        killed += length;
        await runChain(length, number).then(
          () => {
            survived += length;
          },
          (error: Error) => failures.push(`HANDBILL_SEED=${seed}, chain ${number}: ${error.message}`),
        );
      }
    };
    await Promise.all([next(), next()]);
    tally({ part: 'faults', what: `make ${menu}, kill -9`, cases: killed, survived });
    expect(failures).toEqual([]);
  },
);
