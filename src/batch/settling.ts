import type { Staging } from '../write/staging.ts';

/** Files that are brought to the disk at a time: it takes little longer for many than for one. */
const AT_ONCE = 64;

/** Brings files to the disk, many at a time, while further ones are made. */
export class Settling {
  readonly #staging: Pick<Staging, 'settle'>;
  #waiting: string[] = [];
  #last: Promise<unknown> = Promise.resolve();

  constructor(staging: Pick<Staging, 'settle'>) {
    this.#staging = staging;
  }

  add(path: string): void {
    this.#waiting.push(path);
    if (this.#waiting.length === AT_ONCE) this.#settle();
  }

  #settle(): void {
    const paths = this.#waiting;
    this.#waiting = [];
    this.#last = this.#last.then(() => Promise.all(paths.map((path) => this.#staging.settle(path))));
    this.#last.catch(() => undefined); // It is told before anything appears.
  }

  /** Waits for all. Throws what went wrong with the first that did. */
  async end(): Promise<void> {
    this.#settle();
    await this.#last;
  }
}
