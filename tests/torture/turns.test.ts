import { existsSync } from 'node:fs';
import { appendFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweep } from '../../src/write/temporary.ts';
import { handbill } from '../commands/run.ts';
import { makeTemporary, readFolder, writeFiles } from '../folder.ts';
import { appealToChange, CHANGES, PAIRS } from './at-once.ts';
import { drawFrom, drawSome } from './draw.ts';
import { leftovers } from './faults.ts';
import { extent, seed, tally } from './tally.ts';
import { drawTurns, type Took, type Turns, TwoProcesses, WAYS } from './turns.ts';

/** Pairs of commands that are tried, and orders of each. */
const HOW_MANY = {
  few: { pairs: 6, rounds: 4, beside: 1 },
  some: { pairs: 20, rounds: 8, beside: 2 },
  all: { pairs: 66, rounds: 500, beside: 60 },
}[extent];
/** Failures until no more are tried. */
const ENOUGH = 12;
const TIMEOUT = extent === 'all' ? 14_400_000 : 600_000;

/** What an editor adds to a file of the appeal. */
const SAVED: Readonly<Record<string, string>> = {
  'a/contacts.csv':
    'edited-later,company,Later Ltd,9 Example Road,EX1 1EX,Exampleton,GB,en,made up for a test\n',
  'a/appeal.yaml': '# Edited later.\n',
};

let files: Record<string, string>;
let work: { path: string; remove: () => Promise<void> };
const two = new TwoProcesses();
beforeAll(async () => {
  files = await appealToChange();
  work = await makeTemporary();
});
afterAll(async () => {
  await two.end();
  await work.remove();
});

let count = 0;
async function freshFolder(): Promise<string> {
  const folder = join(work.path, `${count++}`);
  await writeFiles(folder, files);
  return folder;
}

type Pair = (typeof PAIRS)[number];
const linesOf = ([one, other]: Pair) => [CHANGES[one]!.args, CHANGES[other]!.args] as const;

/** Files by hash, and how each of the two commands ended. */
async function outcomeOf(folder: string, codes: readonly (number | undefined)[]): Promise<string> {
  return JSON.stringify([await readFolder(folder), codes]);
}

/** What comes of steps one after the other: the two commands by number, and what somebody does to the files. */
async function outcomeInOrder(
  pair: Pair,
  steps: readonly (0 | 1 | ((folder: string) => Promise<void>))[],
): Promise<string> {
  const folder = await freshFolder();
  const codes: (number | undefined)[] = [undefined, undefined];
  for (const step of steps)
    if (typeof step === 'number') codes[step] = (await two.runAlone(folder, linesOf(pair)[step])).code;
    else await step(folder);
  const outcome = await outcomeOf(folder, codes);
  await rm(folder, { recursive: true });
  return outcome;
}

/** The files that differ from those of each outcome that there may be, for messages. */
function differences(outcome: string, allowed: readonly string[]): string {
  const [files, codes] = JSON.parse(outcome);
  return allowed
    .map((text) => {
      const [wanted, wantedCodes] = JSON.parse(text);
      const names = [...new Set([...Object.keys(files), ...Object.keys(wanted)])];
      const others = names.filter((name) => files[name] !== wanted[name]);
      return `[${others}${String(codes) === String(wantedCodes) ? '' : `; ended ${codes}, not ${wantedCodes}`}]`;
    })
    .join(' or ');
}

/** Tries orders of each pair: what comes out is what comes of the two one after the other. */
async function tryPairs(
  what: string,
  rounds: number,
  allowedFor: (pair: Pair) => Promise<(turns: Turns) => Promise<readonly string[]>>,
  drawMore: (draw: () => number, calls: number) => Partial<Turns> = () => ({}),
  mend: (folder: string, took: Took) => Promise<void> = async () => undefined,
): Promise<void> {
  const failures: string[] = [];
  let cases = 0;
  const tries = drawSome(PAIRS, HOW_MANY.pairs, what).map((pair, number) => ({ pair, number, calls: 200 }));
  const allowed = new Map<Pair, (turns: Turns) => Promise<readonly string[]>>();
  const tryOnce = async (pair: Pair, turns: Turns): Promise<number> => {
    const folder = await freshFolder();
    const took = await two.run(folder, linesOf(pair), turns);
    await mend(folder, took);
    expect(leftovers(folder)).toEqual([]);
    const codes = took.ends.map(({ code, isDead }) => (isDead ? undefined : code));
    const outcome = await outcomeOf(folder, codes);
    const hasSaved = turns.editor === undefined || took.saved > 0;
    const outcomes = await allowed.get(pair)!(hasSaved ? turns : { ...turns, editor: undefined });
    const said = took.ends.map(({ stderr }) => stderr.slice(-300)).join('\n');
    if (!outcomes.includes(outcome)) throw new Error(`differs in ${differences(outcome, outcomes)}\n${said}`);
    await rm(folder, { recursive: true });
    return took.calls;
  };
  for (let round = 0; round < rounds; round += 1)
    for (const one of tries) {
      if (failures.length === ENOUGH) break;
      const { pair, number } = one;
      if (!allowed.has(pair)) allowed.set(pair, await allowedFor(pair));
      const own = (seed + number * 7919 + round * 104_729) | 0;
      const turns = { ...drawTurns(own, one.calls), ...drawMore(drawFrom(own ^ 0x5bd1e995), one.calls) };
      cases += 1;
      try {
        const calls = await tryOnce(pair, turns);
        if (!turns.dies) one.calls = calls;
      } catch (error) {
        const where = `HANDBILL_SEED=${seed}, ${pair.join(' and ')}, round ${round}, ${JSON.stringify(turns)}`;
        failures.push(`${where}: ${(error as Error).message}`);
      }
    }
  tally({ part: 'faults', what, cases, survived: cases - failures.length });
  expect(failures).toEqual([]);
}

test(
  'two commands take turns at each call: what comes out is what comes of one after the other',
  {
    timeout: TIMEOUT,
  },
  () =>
    tryPairs('turns of two commands', HOW_MANY.rounds, async (pair) => {
      const allowed = [await outcomeInOrder(pair, [0, 1]), await outcomeInOrder(pair, [1, 0])];
      return async () => allowed;
    }),
);

test('an editor saves between: its row stays, and both changes are there', { timeout: TIMEOUT }, () =>
  tryPairs(
    'turns of two commands and an editor',
    HOW_MANY.beside,
    async (pair) => {
      const known = new Map<string, string[]>();
      return async ({ editor }) => {
        const file = editor?.file ?? '';
        const save = async (folder: string) => {
          if (file !== '') await appendFile(join(folder, file), SAVED[file]!);
        };
        if (!known.has(file)) {
          const orders = [
            [save, 0, 1],
            [0, save, 1],
            [0, 1, save],
            [save, 1, 0],
            [1, save, 0],
            [1, 0, save],
          ] as const;
          const outcomes: string[] = [];
          for (const order of orders) outcomes.push(await outcomeInOrder(pair, order));
          known.set(file, outcomes);
        }
        return known.get(file)!;
      };
    },
    (draw, calls) => {
      const file = Object.keys(SAVED)[Math.floor(draw() * 2)]!;
      const way = WAYS[Math.floor(draw() * WAYS.length)]!;
      return { editor: { at: 1 + Math.floor(draw() * calls), file, text: SAVED[file]!, way } };
    },
  ),
);

test(
  'one of two commands is killed: the other comes to its end, and nothing is half done',
  {
    timeout: TIMEOUT,
  },
  () =>
    tryPairs(
      'turns of two commands, one killed',
      HOW_MANY.beside,
      async (pair) => {
        const both = [await outcomeInOrder(pair, [0, 1]), await outcomeInOrder(pair, [1, 0])];
        const alone = [await outcomeInOrder(pair, [0]), await outcomeInOrder(pair, [1])];
        return async ({ dies }) => {
          const hides = (text: string) => {
            const [files, codes] = JSON.parse(text);
            if (dies) codes[dies.who] = undefined;
            return JSON.stringify([files, codes]);
          };
          return [...both, alone[1 - dies!.who]!].flatMap((text) => [text, hides(text)]);
        };
      },
      (draw, calls) => ({
        dies: { who: draw() < 0.5 ? 0 : 1, at: 1 + Math.floor(draw() * calls) },
      }),
      async (folder) => {
        expect(await handbill(folder, 'facts check a')).toMatchObject({ code: 0 });
        for (const place of ['', 'a', 'a/out'])
          if (existsSync(join(folder, place))) sweep(join(folder, place));
      },
    ),
);

test('the same seed gives the same order', async () => {
  const traces: string[] = [];
  for (let i = 0; i < 2; i += 1) {
    const folder = await freshFolder();
    const trace = join(work.path, `trace-${i}`);
    const turns = { ...drawTurns(seed, 200), chance: 0.3, switches: undefined, trace };
    await two.run(folder, linesOf(['import', 'correct']), turns);
    traces.push((await readFile(trace, 'utf8')).replaceAll(/-[0-9a-f]{12}(?=\.tmp)/g, ''));
  }
  expect(traces[0]).toBe(traces[1]);
  expect(traces[0]!.split('\n').filter((line) => / [01] /.test(line)).length).toBeGreaterThan(100);
});
