import { closeSync, openSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { failure } from './failure.ts';
import { settle } from './settle.ts';
import { takePlace } from './take-place.ts';
import { discard, modeOf, temporaryIn } from './temporary.ts';

/** Characters kept in memory before they are written. */
const BUFFER = 256 * 1024;

/** A file that is written piece by piece and appears under its name only when it is whole. */
export class WholeFile {
  readonly #path: string;
  readonly #told: string;
  readonly #temporary: string;
  readonly #file: number;
  #pending: string[] = [];
  #size = 0;
  #isOpen = true;

  /**
   * Opens a temporary file beside `path`; messages call it `told`, and `place` is where the system finds its folder. Throws
   * ProblemError `write-failed`.
   */
  constructor(path: string, told = basename(path), place = dirname(path)) {
    this.#path = join(place, basename(path));
    this.#told = told;
    this.#temporary = this.#attempt(() => join(place, basename(temporaryIn(dirname(path)))));
    this.#file = this.#attempt(() => openSync(this.#temporary, 'wx', modeOf(this.#path)));
  }

  write(text: string): void {
    this.#pending.push(text);
    this.#size += text.length;
    if (this.#size >= BUFFER) this.#flush();
  }

  /** Waits until all of it is on the disk, so that it only has to take its name. */
  settle(): void {
    if (!this.#isOpen) return;
    this.#flush();
    this.#attempt(() => {
      settle(this.#file);
      this.#close();
    });
  }

  /** Gives the file its name, in place of what stood there. */
  publish(): void {
    this.settle();
    this.#attempt(() => takePlace(this.#temporary, this.#path));
  }

  /** Leaves everything as it was. */
  discard(): void {
    this.#close();
    discard(this.#temporary);
  }

  #close(): void {
    if (this.#isOpen) closeSync(this.#file);
    this.#isOpen = false;
  }

  #flush(): void {
    const bytes = Buffer.from(this.#pending.join(''));
    this.#pending = [];
    this.#size = 0;
    this.#attempt(() => {
      for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done);
    });
  }

  #attempt<T>(work: () => T): T {
    try {
      return work();
    } catch (cause) {
      if (this.#temporary !== undefined) discard(this.#temporary);
      throw failure(this.#told, cause);
    }
  }
}
