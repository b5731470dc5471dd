import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { formatRow } from '../write/csv.ts';
import { failure } from '../write/failure.ts';
import { removeFile } from '../write/take-place.ts';
import { WholeFile } from '../write/whole-file.ts';

/** Why something of a list wasn't used. */
interface Rejection {
  readonly line: number;
  /** `row`: nothing of it; else the field whose value was left out. */
  readonly what: string;
  readonly value: string;
  readonly reason: string;
}

/** The file that lists what of one list couldn't be used; there is none where all could. */
export class RejectedFile {
  readonly path: string;
  readonly #columns: readonly string[];
  #file: WholeFile | undefined;

  constructor(path: string, columns: readonly string[]) {
    this.path = path;
    this.#columns = columns;
  }

  add({ line, what, value, reason }: Rejection, cells: ReadonlyMap<string, string>): void {
    if (!this.#file) {
      this.#file = new WholeFile(this.path);
      this.#file.write(formatRow(['line', 'what', 'value', 'reason', ...this.#columns]));
    }
    const row = this.#columns.map((column) => cells.get(column) ?? '');
    this.#file.write(formatRow([String(line), what, value, reason, ...row]));
  }

  /** Waits until it is on the disk. Throws ProblemError `write-failed`. */
  settle(): void {
    this.#file?.settle();
  }

  /** Gives the file its name, or takes away that of an earlier import. Returns its path where there is one. */
  publish(): string | undefined {
    this.#file?.publish();
    if (!this.#file) removeEarlier(this.path);
    return this.#file && this.path;
  }

  discard(): void {
    this.#file?.discard();
  }
}

function removeEarlier(path: string): void {
  try {
    if (existsSync(path)) removeFile(path);
  } catch (cause) {
    throw failure(basename(path), cause);
  }
}
