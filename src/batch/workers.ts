import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { setEngineFlag } from '../engine.ts';
import type { FontBook } from '../layout/fonts.ts';
import type { Listing } from '../model/packed.ts';
import { basePath, type Job } from '../plan/jobs.ts';
import { startPlanner } from '../plan/plan.ts';
import type { PlanData } from '../plan/planned.ts';
import { refusal } from '../wordings.ts';
import type { Made, Maker, MakeSettings } from './make.ts';
import { type CoverSheets, type PrintRun, runPath, startRunMaker } from './print-runs.ts';
import type { Workers } from './run.ts';
import { workAlone } from './work-alone.ts';
import type { Chunk, ThreadData } from './worker.ts';

/**
 * What a thread has to do to pay, in letters that differ in who signs. Of 250 letters a second thread saves 0.3 s and
 * costs 0.9 s of computing, of 500 it saves 0.8 s and costs 1.3, of 1,000 it saves as much as it costs.
 */
const SHARE = 1000;

/**
 * A document that is like no other counts as so many of them. It takes as long as a dozen, but each thread must warm up for
 * all that such documents do: of a campaign of 290 a second thread saves 1.2 s of 10 and costs 3.5 s of computing.
 */
const FIRST = 3;

/** Most jobs that a thread is given at a time: enough to make handing over cheap. */
const PORTION = 64;

/** Chunks for each thread, at least, so that all end at about the same time. */
const TURNS = 6;

/** What a thread runs, a file of the built program. */
const THREAD = fileURLToPath(new URL('./worker.js', import.meta.url));

/** Cores for threads: one alone where the program runs from its source. */
export function countCores(): number {
  return existsSync(THREAD) ? availableParallelism() : 1;
}

/** How many threads pay for these documents. */
export function countThreads(jobs: Listing<Job>, cores: number, asked?: number): number {
  if (asked !== undefined) return asked;
  const firsts = new Set<string>();
  for (const job of jobs) firsts.add(originalOf(job));
  const work = jobs.length + firsts.size * (FIRST - 1);
  return Math.max(1, Math.min(cores, Math.ceil(work / SHARE)));
}

/** What letters of many have in common. */
function originalOf(job: Job): string {
  return job.material === 'letter' && job.sender ? `${job.target.id} ${job.language}` : basePath(job);
}

/** Makes print runs on this thread: each is one file, whose letters come one after the other. */
export function workOnRuns(
  planData: PlanData,
  fonts: FontBook,
  covers: CoverSheets,
  settings: MakeSettings,
): Workers<PrintRun> {
  const pdf = { ...planData.settings, formats: ['pdf'] as const };
  const plan = startPlanner({ ...planData, settings: pdf }, fonts);
  return { make: startRunMaker(plan, fonts, covers, settings), baseOf: runPath, divide: oneByOne, ahead: 1 };
}

/** Each job by itself. */
export function* oneByOne<J>(jobs: Iterable<J>): Generator<readonly J[]> {
  for (const job of jobs) yield [job];
}

/**
 * Makes files on so many threads, this one among them. Each gets the data of the plan once, and with each chunk whom its
 * letters are for; whichever is free takes the next. `end` must be called in any case.
 */
export async function workTogether(
  threads: number,
  planData: PlanData,
  fonts: FontBook,
  settings: MakeSettings,
  signal: AbortSignal | undefined,
): Promise<Workers & { readonly end: () => Promise<void> }> {
  const { Piscina } = await import('piscina');
  setEngineFlag('--heap-growing-percent=50');
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const onAbort = () => Atomics.store(stop, 0, 1);
  signal?.addEventListener('abort', onAbort, { once: true });
  const { campaign } = planData;
  const theirs = { ...campaign, contacts: [] };
  const data: ThreadData = {
    planData: { ...planData, campaign: theirs },
    fontPlaces: fonts.places,
    settings,
    stop,
  };
  const others = threads - 1;
  const pool = new Piscina<Chunk, Made>({
    filename: THREAD,
    minThreads: others,
    maxThreads: others,
    workerData: data,
  });
  // A thread that fails before it has work tells the pool alone; one that is ended by the system tells nobody.
  const failed = new Promise<never>((_, reject) => {
    pool.on('error', reject);
    for (const thread of pool.threads) thread.once('exit', () => reject(new Error('worker exited')));
  });
  failed.catch(() => undefined);
  const elsewhere: Maker = (jobs, known) => Promise.race([pool.run({ jobs, known }), failed]).catch(tellEnd);
  const here = workAlone(planData, fonts, settings).make;
  return {
    make: share([...Array<Maker>(others).fill(elsewhere), here]),
    baseOf: basePath,
    divide: (jobs) => divideByLanguage(jobs, threads),
    ahead: threads * 4,
    end: async () => {
      signal?.removeEventListener('abort', onAbort);
      await pool.destroy();
    },
  };
}

/** Chunks of one language each: a thread sets its fonts and common words ready once, and the others don't. */
function* divideByLanguage(jobs: Listing<Job>, threads: number): Generator<readonly Job[]> {
  const counts = new Map<string, number>();
  for (const { language } of jobs) counts.set(language, (counts.get(language) ?? 0) + 1);
  const parts = Math.ceil((threads * TURNS) / counts.size);
  let chunk: Job[] = [];
  for (const job of jobs) {
    const [{ language } = job] = chunk;
    const size = Math.min(Math.ceil(counts.get(language)! / parts), PORTION);
    if (language !== job.language || chunk.length >= size) {
      yield chunk;
      chunk = [];
    }
    chunk.push(job);
  }
  if (chunk.length > 0) yield chunk;
}

/** Whichever maker is free makes the next chunk. */
function share(makers: readonly Maker[]): Maker {
  const free = [...makers];
  const waiting: ((maker: Maker) => void)[] = [];
  return async (...chunk) => {
    const maker = free.pop() ?? (await new Promise<Maker>((resolve) => waiting.push(resolve)));
    try {
      return await maker(...chunk);
    } finally {
      const next = waiting.shift();
      if (next) next(maker);
      else free.push(maker);
    }
  };
}

/** The error of a thread that ended before its work was done; any other is thrown again. */
function tellEnd(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const isFull = code === 'ERR_WORKER_OUT_OF_MEMORY';
  const isEnd = error instanceof Error && /worker exited|terminating worker/i.test(error.message);
  if (!isFull && !isEnd) throw error;
  const why = isFull ? 'there was no memory left for it' : 'this system ended it';
  throw refusal('thread-ended', { why }, {}, { cause: error });
}
