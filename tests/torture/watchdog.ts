import { Worker } from 'node:worker_threads';

/** Seconds of computing after which one case counts as hanging. */
const HANG = 30;

/** What a case cost. */
export interface Cost {
  /** Milliseconds of computing; how much else the machine has to do doesn't count. */
  readonly time: number;
  /** The most memory that was in use meanwhile beyond what was in use before, in MB. */
  readonly memory: number;
}

/**
 * Watches cases that run in this thread from another one, which sees what a case that never returns takes. A case that
 * hangs can't be stopped but with the whole process: then its number is printed, and the process ends.
 */
export class Watchdog {
  /** What had been computed when the case began, in microseconds, the most memory seen in bytes, and the number of the case. */
  readonly #shared = new Float64Array(new SharedArrayBuffer(24));
  readonly #worker: Worker;

  /** `name` is printed where a case hangs, with its number. */
  constructor(name: string) {
    this.#worker = new Worker(
      `const { name, shared, hang } = require('node:worker_threads').workerData;
      const { writeSync } = require('node:fs');
      setInterval(() => {
        shared[1] = Math.max(shared[1], process.memoryUsage.rss());
        const start = shared[0];
        if (start === 0 || process.cpuUsage().user - start < hang * 1e6) return;
        writeSync(2, name + ', case ' + shared[2] + ', hangs.\\n');
        process.kill(process.pid, 'SIGKILL');
      }, 5);`,
      { eval: true, workerData: { name, shared: this.#shared, hang: HANG } },
    );
    this.#worker.unref();
  }

  /** Runs one case. */
  async watch(work: () => unknown): Promise<Cost> {
    const before = process.memoryUsage.rss();
    this.#shared[1] = before;
    this.#shared[2]! += 1;
    const start = process.cpuUsage().user;
    this.#shared[0] = start;
    try {
      await work();
    } finally {
      this.#shared[0] = 0;
    }
    const time = (process.cpuUsage().user - start) / 1000;
    const most = Math.max(this.#shared[1]!, process.memoryUsage.rss());
    return { time, memory: (most - before) / (1024 * 1024) };
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
