import { createHash } from 'node:crypto';
import { closeSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { failure } from './failure.ts';
import { outputPath } from './files.ts';
import { inFolders, makeInside, removeWhole } from './held.ts';
import { settle, settleFile } from './settle.ts';
import { takePlace } from './take-place.ts';
import { openNew, openOwn, readWaiting } from './there.ts';

/**
 * A hidden folder inside the output folder where files wait until a whole run is known to be good; then each takes its
 * place by being renamed. Works synchronously: the threads that make files have nothing else to do meanwhile.
 * Everything throws ProblemError `write-failed`.
 */
export interface Staging {
  /** The bytes of a file that waits, or undefined. */
  read(path: string, most?: number): Uint8Array | undefined;
  /** Puts a file here. */
  write(path: string, content: Uint8Array): void;
  /** Puts a long text here that never stands in memory as a whole, and is on the disk then. Returns its SHA-256. */
  writePieces(path: string, pieces: Iterable<string>): string;
  /** Waits until a file here is on the disk: what appears is whole then, also where the power fails. */
  settle(path: string): Promise<void>;
  /** Adds to a file here. */
  append(path: string, content: string | Uint8Array): void;
  /** Moves a file to its place below the output folder. */
  publish(path: string): void;
  /** Removes the folder with all that still waits in it. */
  remove(): void;
}

/** The staging folder `name` of an output folder; it is made when the first file comes. */
export function openStaging(out: string, name: string): Staging {
  const known = new Set<string>();
  const inFolder = inFolders();
  /** Found once: the output folder itself may become a link, too. */
  let real: string | undefined;
  /** Does something where a file is to lie, given its path there; `within` is a folder that no link may lead out of. */
  const at = <T>(path: string, within: string, work: (file: string) => T): T => {
    const final = outputPath(out, path);
    const folder = dirname(final);
    if (!known.has(folder)) makeInside(out, folder, path, within);
    known.add(folder);
    real ??= realpathSync(out);
    return inFolder(folder, join(real, within), path, (place) => work(join(place, basename(final))));
  };
  const attempt = <T>(path: string, work: () => T): T => {
    try {
      return work();
    } catch (cause) {
      throw failure(path, cause);
    }
  };
  const here = (path: string) => `${name}/${path}`;
  const waiting = <T>(path: string, work: (file: string) => T) =>
    attempt(path, () => at(here(path), name, work));
  const settle = async (path: string) => waiting(path, settleFile);
  return {
    read: (path, most) => readWaiting(out, here(path), most),
    write: (path, content) => waiting(path, (file) => writeInto(openNew(file), content)),
    writePieces: (path, pieces) => waiting(path, (file) => writePieces(file, pieces)),
    settle: (path) =>
      settle(path).catch((cause: unknown) => {
        throw failure(path, cause);
      }),
    append: (path, content) => waiting(path, (file) => writeInto(openOwn(file), content)),
    publish: (path) => waiting(path, (from) => at(path, '', (to) => takePlace(from, to))),
    remove: () => attempt(name, () => removeWhole(join(out, name))),
  };
}

function writeInto(file: number, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content);
  } finally {
    closeSync(file);
  }
}

function writePieces(file: string, pieces: Iterable<string>): string {
  const hash = createHash('sha256');
  const descriptor = openNew(file);
  try {
    let waiting = '';
    const flush = () => {
      hash.update(waiting);
      writeFileSync(descriptor, waiting);
      waiting = '';
    };
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length > 1 << 16) flush();
    }
    flush();
    settle(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}
