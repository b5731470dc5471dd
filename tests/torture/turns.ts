import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Ran } from '../commands/run.ts';
import { drawFrom } from './draw.ts';

const program = new URL('../../dist/program/cli.js', import.meta.url).href;
const thread = new URL('./turns-worker.mjs', import.meta.url);

/** How a file is saved by an editor, or by git. */
export const WAYS = ['in place', 'renamed', 'made anew'] as const;

/** The order in which two command lines ask things of the disk, and what comes between. */
export interface Turns {
  readonly seed: number;
  /** Which of them begins. */
  readonly first: 0 | 1;
  /** How often one goes on with the other, at each call; or the calls, counted of both, at which it does. */
  readonly chance?: number | undefined;
  readonly switches?: readonly number[] | undefined;
  /** Somebody adds to a file before a call. */
  readonly editor?:
    | {
        readonly at: number;
        readonly file: string;
        readonly text: string;
        readonly way: (typeof WAYS)[number];
      }
    | undefined;
  /** One of the two is killed before its first call from so many on. */
  readonly dies?: { readonly who: 0 | 1; readonly at: number } | undefined;
  /** A file that gets a line for each call. */
  readonly trace?: string | undefined;
}

/** What two command lines did. */
export interface Took {
  readonly ends: readonly (Ran & { readonly isDead?: boolean })[];
  /** What both asked of the disk, counted. */
  readonly calls: number;
  /** The call before which the editor saved; 0 where it didn't. */
  readonly saved: number;
}

/** Two kinds of order in turns: few changes at any place, which find most, and many. */
export function drawTurns(seed: number, calls: number): Turns {
  const draw = drawFrom(seed);
  const first = draw() < 0.5 ? 0 : 1;
  if (draw() < 0.5) return { seed, first, chance: 0.02 + draw() ** 2 * 0.6 };
  const switches = Array.from({ length: 1 + Math.floor(draw() * 4) }, () => 1 + Math.floor(draw() * calls));
  return { seed, first, switches };
}

interface Stand {
  readonly process: ChildProcess;
  readonly worker: Worker;
}

/** Two threads that stand for two processes, and take turns. They stay warm from one round to the next. */
export class TwoProcesses {
  readonly #memory = new SharedArrayBuffer(8 * 4);
  readonly #shared = new Int32Array(this.#memory);
  #stands: [Stand, Stand] | undefined;

  /** Runs two command lines in a folder that no round has had before, until both have ended. */
  async run(folder: string, lines: readonly [string, string], turns: Turns): Promise<Took> {
    this.#stands ??= [await this.#start(0), await this.#start(1)];
    this.#shared.set([turns.first, turns.seed | 0, 0, 0, 0, 0, 0, 0]);
    const ends = await Promise.all(
      lines.map((line, i) =>
        this.#ask(i, folder, line, { ...turns, dies: turns.dies?.who === i ? turns.dies.at : undefined }),
      ),
    );
    const took = { ends, calls: this.#shared[2]!, saved: this.#shared[5]! };
    for (const [i, { isDead }] of ends.entries()) if (isDead) await this.#renew(i as 0 | 1);
    return took;
  }

  /** Runs one command line alone. */
  async runAlone(folder: string, line: string): Promise<Ran> {
    this.#stands ??= [await this.#start(0), await this.#start(1)];
    this.#shared.set([0, 0, 0, 0, 1, 0, 0, 0]);
    return this.#ask(0, folder, line, { seed: 0, switches: [] });
  }

  async end(): Promise<void> {
    for (const stand of this.#stands ?? []) await endStand(stand);
    this.#stands = undefined;
  }

  async #ask(i: number, folder: string, line: string, how: object): Promise<Ran & { isDead?: boolean }> {
    const { worker } = this.#stands![i]!;
    worker.postMessage({ ...how, folder, cwd: folder, line: line.split(' ').filter(Boolean) });
    const [ended] = (await once(worker, 'message')) as [Ran];
    return ended;
  }

  async #renew(i: 0 | 1): Promise<void> {
    await endStand(this.#stands![i]);
    this.#stands![i] = await this.#start(i);
  }

  async #start(me: 0 | 1): Promise<Stand> {
    // It ends with this process, whatever becomes of that.
    const process = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
    await once(process, 'spawn');
    const worker = new Worker(fileURLToPath(thread), {
      workerData: { me, pid: process.pid, program, memory: this.#memory },
    });
    await once(worker, 'message');
    return { process, worker };
  }
}

async function endStand({ process, worker }: Stand): Promise<void> {
  await worker.terminate();
  process.kill('SIGKILL');
}
