import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { failure } from './failure.ts';
import { modeOf, temporaryIn } from './temporary.ts';

/** A text that waits beside the place of its file. */
interface Waiting {
  readonly path: string;
  readonly temporary: string;
  /** What stood there; undefined for a new file. */
  readonly before: Uint8Array | undefined;
}

/**
 * Writes data files that belong together, by absolute path: all are on the disk before the first takes its place, in
 * their order, and where one can't, those before it are as they were. Throws ProblemError `write-failed`.
 */
export function writeTogether(texts: ReadonlyMap<string, string>): void {
  const waiting: Waiting[] = [];
  let path = '';
  try {
    for (const [file, text] of texts) {
      path = file;
      mkdirSync(dirname(path), { recursive: true });
      const temporary = temporaryIn(dirname(path));
      waiting.push({ path, temporary, before: readThere(path) });
      writeSafely(temporary, text, modeOf(path));
    }
  } catch (cause) {
    for (const { temporary } of waiting) rmSync(temporary, { force: true });
    throw failure(basename(path), cause);
  }
  const done: Waiting[] = [];
  for (const file of waiting) {
    try {
      renameSync(file.temporary, file.path);
      done.push(file);
    } catch (cause) {
      for (const { temporary } of waiting) rmSync(temporary, { force: true });
      for (const earlier of done.reverse()) restore(earlier);
      throw failure(basename(file.path), cause);
    }
  }
}

function readThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function restore({ path, temporary, before }: Waiting): void {
  if (before === undefined) rmSync(path, { force: true });
  else {
    writeSafely(temporary, before, modeOf(path));
    renameSync(temporary, path);
  }
}

/** Writes a file, and waits until it is on the disk. */
function writeSafely(path: string, content: string | Uint8Array, mode: number): void {
  const file = openSync(path, 'wx', mode);
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
