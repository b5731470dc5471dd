import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished } from 'vitest';
import { PROBLEM_CODES, type Problem, ProblemError } from '../../src/problems.ts';
import { makeTemporary } from '../folder.ts';
import { extent, seed, tally } from './tally.ts';
import { Watchdog } from './watchdog.ts';

/** Milliseconds, and MB beyond what was in use before, that no case may take. */
const LIMITS = { time: 5000, memory: 512 };
/** One case of so many is tried, and a few in any case. */
const ONE_OF = { few: 500, some: 8, all: 1 }[extent];
const FEW = 5;
/** Characters of an input that are shown where it fails. */
const MAX_SHOWN = 2000;

/** A reader, and what it is given. */
export interface Trial<T> {
  readonly what: string;
  /** Cases of the longest form. */
  readonly cases: number;
  /** Seconds after which no further case is tried; four minutes without. */
  readonly seconds?: number;
  readonly inputs: fc.Arbitrary<T>;
  /** Reads one input; may return the problems that it found, or throw them. */
  readonly read: (input: T) => unknown;
}

/** Tries a reader on random inputs: it reads them or throws problems, in little time and memory. */
export async function tryReader<T>({ what, cases, seconds = 240, inputs, read }: Trial<T>): Promise<void> {
  const dog = new Watchdog(`${what}, HANDBILL_SEED=${seed}`);
  let [slowest, memory] = [0, 0];
  const property = fc.asyncProperty(inputs, async (input) => {
    const cost = await dog.watch(async () => expectTyped(await problemsOf(() => read(input))));
    slowest = Math.max(slowest, cost.time);
    memory = Math.max(memory, cost.memory);
    if (cost.time > LIMITS.time) throw new Error(`It took ${Math.round(cost.time)} ms.`);
    if (cost.memory > LIMITS.memory) throw new Error(`It took ${Math.round(cost.memory)} MB.`);
  });
  const numRuns = Math.max(FEW, Math.ceil(cases / ONE_OF));
  const result = await fc.check(property, { numRuns, seed, interruptAfterTimeLimit: seconds * 1000 });
  await dog.end();
  const survived = result.numRuns - (result.failed ? 1 : 0);
  tally({ part: 'hostile data', what, cases: result.numRuns, survived, slowest, memory });
  if (!result.failed) return;
  const input = fc.stringify(result.counterexample).slice(0, MAX_SHOWN);
  throw new Error(`HANDBILL_SEED=${seed}, case ${result.numRuns}: ${input}`, { cause: result.errorInstance });
}

/** The problems that a reader returns or throws; whatever else it throws is a defect. */
export async function problemsOf(read: () => unknown): Promise<readonly Problem[]> {
  try {
    const result = await read();
    return Array.isArray(result) ? (result as Problem[]) : [];
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
}

/** Holds that findings are such as can be printed. */
export function expectTyped(problems: readonly Problem[]): void {
  for (const { code, message, severity } of problems) {
    expect(PROBLEM_CODES).toContain(code);
    expect(['error', 'warning', 'notice']).toContain(severity);
    expect(message).not.toBe('');
    expect(message).not.toMatch(/\[object |^undefined/);
  }
}

/** A folder for the files of one reader, gone when the test ends. */
export async function placeFor(): Promise<{
  readonly path: string;
  readonly file: (name: string) => string;
  readonly write: (files: Record<string, Uint8Array>) => Promise<void>;
}> {
  const { path, remove } = await makeTemporary();
  onTestFinished(remove);
  const file = (name: string) => join(path, name);
  return {
    path,
    file,
    write: async (files) => {
      for (const [name, bytes] of Object.entries(files)) await writeFile(file(name), bytes);
    },
  };
}

/** Runs a case within the limits of time and memory, counts it, and gives the problems that it told. */
export async function survive(name: string, read: () => unknown): Promise<readonly Problem[]> {
  const dog = new Watchdog(name);
  let problems: readonly Problem[] = [];
  try {
    const { time, memory } = await dog.watch(async () => {
      problems = await problemsOf(read);
    });
    expectTyped(problems);
    const isGood = time <= LIMITS.time && memory <= LIMITS.memory;
    tally({
      part: 'hostile data',
      what: 'named cases',
      cases: 1,
      survived: isGood ? 1 : 0,
      slowest: time,
      memory,
    });
    expect({ name, time, memory, isGood }).toMatchObject({ isGood: true });
  } finally {
    await dog.end();
  }
  return problems;
}
