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
  few: { pairs: 3, rounds: 4, others: 2, beside: 1 },
  some: { pairs: 12, rounds: 8, others: 3, beside: 2 },
  all: { pairs: 66, rounds: 500, others: 100, beside: 60 },
}[extent];
/** Orders of each pair, where a run is one of several: `HANDBILL_ROUNDS=32`, each with a seed of its own. */
const ROUNDS = Number(process.env.HANDBILL_ROUNDS) || HOW_MANY.rounds;
/** Failures until no more are tried. */
const ENOUGH = 12;
const TIMEOUT = extent === 'all' ? 14_400_000 : 600_000;

/** What an editor adds to a file of the appeal. */
const SAVED: Readonly<Record<string, string>> = {
  'a/contacts.csv':
    'edited-later,company,Later Ltd,9 Example Road,EX1 1EX,Exampleton,GB,en,made up for a test\n',
  'a/appeal.yaml': '# Edited later.\n',
};

let files: Record<string, string | Uint8Array>;
let work: { path: string; remove: () => Promise<void> };
const two = new TwoProcesses();
beforeAll(async () => {
  work = await makeTemporary();
  files = await appealToChange();
  const cwd = await freshFolder();
  expect(await handbill(cwd, `edit a --no-input --set title=Before`)).toMatchObject({ code: 0 });
  expect(await handbill(cwd, `pack a --out out ${DAY}`)).toMatchObject({ code: 0 });
  for (const name of ['a/undo.json', 'a/appeal.yaml']) files[name] = await readFile(join(cwd, name), 'utf8');
  files['strike.zip'] = await readFile(join(cwd, 'out/packs/strike.zip'));
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

interface Pair {
  readonly what: string;
  readonly lines: readonly [string, string];
  /** Those that may say that they have to be given again, having written nothing. */
  readonly mayRefuse?: readonly (0 | 1)[];
}

/** Every two of the commands that change an appeal. */
const TWO_CHANGES = PAIRS.map(
  ([one, other]): Pair => ({
    what: `${one} and ${other}`,
    lines: [CHANGES[one]!.args, CHANGES[other]!.args],
  }),
);

const INIT =
  'init b --no-input --issuer Us --source Us --to Ltd --to-kind company --demand Go --what Much. --title';
const DAY = '--date 2026-05-02';
const LETTERS = `letters a --out out --format txt ${DAY}`;

/** The same twice, those that make an appeal or a language, and those that only read it. */
const OTHER_PAIRS: readonly Pair[] = [
  ...Object.entries(CHANGES).map(
    ([name, { args }]): Pair => ({ what: `${name} twice`, lines: [args, args] }),
  ),
  { what: 'init twice', lines: [`${INIT} One`, `${INIT} Two`] },
  { what: 'open twice', lines: ['open strike.zip b', 'open strike.zip b'] },
  { what: 'open and init', lines: ['open strike.zip b', `${INIT} One`] },
  { what: 'a language twice', lines: ['add language ro a --no-input', 'add language ro a --no-input'] },
  { what: 'words and a language', lines: ['translate new ro a', 'add language ro a --no-input'] },
  { what: 'undo and edit', lines: ['edit a --no-input --undo', CHANGES.edit!.args] },
  ...['correct', 'translate', 'edit', 'another edit', 'add fact', 'import', 'sent'].flatMap(
    (name): Pair[] => [
      { what: `letters and ${name}`, lines: [LETTERS, CHANGES[name]!.args], mayRefuse: [0] },
      { what: `pack and ${name}`, lines: [`pack a --out out ${DAY}`, CHANGES[name]!.args] },
      {
        what: `export and ${name}`,
        lines: ['translate export a --lang de --to out.po', CHANGES[name]!.args],
      },
    ],
  ),
  { what: 'letters twice', lines: [LETTERS, LETTERS], mayRefuse: [0, 1] },
  { what: 'letters and clean', lines: [LETTERS, 'clean --out a/out'] },
];

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
    if (typeof step === 'number') codes[step] = (await two.runAlone(folder, pair.lines[step])).code;
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

/** What comes of the two, whichever is first. */
async function bothOrders(pair: Pair): Promise<() => Promise<readonly string[]>> {
  const outcomes = [await outcomeInOrder(pair, [0, 1]), await outcomeInOrder(pair, [1, 0])];
  for (const who of pair.mayRefuse ?? []) {
    const [files, codes] = JSON.parse(await outcomeInOrder(pair, [who === 0 ? 1 : 0]));
    codes[who] = 1;
    outcomes.push(JSON.stringify([files, codes]));
  }
  return async () => outcomes;
}

/** Tries orders of each pair: what comes out is what comes of the two one after the other. */
async function tryPairs(
  what: string,
  [pairs, rounds]: readonly [pairs: readonly Pair[], rounds: number],
  allowedFor: (pair: Pair) => Promise<(turns: Turns) => Promise<readonly string[]>>,
  drawMore: (draw: () => number, calls: number) => Partial<Turns> = () => ({}),
  mend: (folder: string, took: Took) => Promise<void> = async () => undefined,
): Promise<void> {
  const failures: string[] = [];
  let cases = 0;
  const tries = drawSome(pairs, HOW_MANY.pairs, what).map((pair, number) => ({ pair, number, calls: 200 }));
  const allowed = new Map<Pair, (turns: Turns) => Promise<readonly string[]>>();
  const tryOnce = async (pair: Pair, turns: Turns): Promise<number> => {
    const folder = await freshFolder();
    const took = await two.run(folder, pair.lines, turns);
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
        const where = `HANDBILL_SEED=${seed}, ${pair.what}, round ${round}, ${JSON.stringify(turns)}`;
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
  () => tryPairs('turns of two commands', [TWO_CHANGES, ROUNDS], bothOrders),
);

test(
  'the same twice, what makes an appeal, what only reads it: as one after the other',
  {
    timeout: TIMEOUT,
  },
  () => tryPairs('turns of two commands, others', [OTHER_PAIRS, HOW_MANY.others], bothOrders),
);

test('an editor saves between: its row stays, and both changes are there', { timeout: TIMEOUT }, () =>
  tryPairs(
    'turns of two commands and an editor',
    [TWO_CHANGES, HOW_MANY.beside],
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
      [TWO_CHANGES, HOW_MANY.beside],
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
    await two.run(folder, TWO_CHANGES[1]!.lines, turns);
    traces.push((await readFile(trace, 'utf8')).replaceAll(/-[0-9a-f]{12}(?=\.tmp)/g, ''));
  }
  expect(traces[0]).toBe(traces[1]);
  expect(traces[0]!.split('\n').filter((line) => / [01] /.test(line)).length).toBeGreaterThan(100);
});
