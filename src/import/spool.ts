import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import type { Contact } from '../model/contact.ts';
import { failure } from '../write/failure.ts';
import { discard, temporaryIn } from '../write/temporary.ts';

/** Bytes kept in memory before they are written. */
const BUFFER = 256 * 1024;

/**
 * New contacts of an import, on disk rather than in memory: a temporary file to whose end every version of a contact
 * is written, and the place of the latest version of each.
 */
export class Spool {
  readonly #path: string;
  readonly #file: number;
  #written = 0;
  #pending: Buffer[] = [];
  #pendingSize = 0;
  #places = new Float64Array(1024);
  #sizes = new Int32Array(1024);
  #count = 0;
  /** What was read last, and for whom: contacts are mostly read one after the other. */
  #last = -1;
  #window = Buffer.alloc(BUFFER);
  #windowStart = 0;
  #windowSize = 0;

  /** Opens a temporary file in a folder that is there. Throws ProblemError `write-failed`. */
  constructor(folder: string) {
    [this.#path, this.#file] = openTemporary(folder);
    // Nothing is left behind by a run that is killed; where an open file can't be removed, `close` does it.
    discard(this.#path);
  }

  get count(): number {
    return this.#count;
  }

  /** Adds a contact. Returns its number, from 0. */
  add(contact: Contact): number {
    if (this.#count === this.#sizes.length) {
      const [places, sizes] = [this.#places, this.#sizes];
      this.#places = new Float64Array(2 * places.length);
      this.#places.set(places);
      this.#sizes = new Int32Array(2 * sizes.length);
      this.#sizes.set(sizes);
    }
    const number = this.#count++;
    this.replace(number, contact);
    return number;
  }

  replace(number: number, contact: Contact): void {
    const bytes = Buffer.from(JSON.stringify(contact));
    this.#places[number] = this.#written + this.#pendingSize;
    this.#sizes[number] = bytes.length;
    this.#pending.push(bytes);
    this.#pendingSize += bytes.length;
    if (this.#pendingSize >= BUFFER) this.#flush();
  }

  get(number: number): Contact {
    const [place, size] = [this.#places[number]!, this.#sizes[number]!];
    if (place + size > this.#written) this.#flush();
    if (place < this.#windowStart || place + size > this.#windowStart + this.#windowSize) {
      // One buffer for all of them: what is thrown away for each would stay in memory for long.
      if (size > this.#window.length) this.#window = Buffer.alloc(size);
      const isNext = number === this.#last + 1;
      const length = isNext ? Math.max(size, Math.min(BUFFER, this.#written - place)) : size;
      this.#windowSize = readSync(this.#file, this.#window, 0, length, place);
      this.#windowStart = place;
    }
    this.#last = number;
    const start = place - this.#windowStart;
    return JSON.parse(this.#window.toString('utf8', start, start + size)) as Contact;
  }

  /** Closes and removes the temporary file. */
  close(): void {
    closeSync(this.#file);
    discard(this.#path);
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#pending);
    try {
      for (let done = 0; done < bytes.length; ) {
        done += writeSync(this.#file, bytes, done, bytes.length - done, this.#written + done);
      }
    } catch (cause) {
      throw failure('The folder of the contacts', cause);
    }
    this.#written += bytes.length;
    this.#pending = [];
    this.#pendingSize = 0;
  }
}

function openTemporary(folder: string): [path: string, file: number] {
  try {
    const path = temporaryIn(folder);
    return [path, openSync(path, 'wx+', 0o600)];
  } catch (cause) {
    throw failure('The folder of the contacts', cause);
  }
}
