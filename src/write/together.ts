import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { failure } from './failure.ts';
import { HOLDER, HOLDER_PATTERN, isAlive } from './holder.ts';
import { isTemporary, modeOf, temporaryIn } from './temporary.ts';
import { WholeFile } from './whole-file.ts';

/** Name of the record of files that are about to take their places. */
const RECORD = new RegExp(`^\\.handbill-(${HOLDER_PATTERN})\\.together$`);

/** A text that waits beside the place of its file. */
interface Waiting {
  readonly path: string;
  readonly temporary: string;
  /** What stood there; undefined for a new file. */
  readonly before: Uint8Array | undefined;
}

/**
 * Writes data files that belong together, by absolute path: all are on the disk before the first takes its place, in
 * their order, and where one can't, those before it are as they were. Of those in `folder` a record is kept meanwhile,
 * by which `finishTogether` goes on should this process be killed. Throws ProblemError `write-failed`.
 */
export function writeTogether(texts: ReadonlyMap<string, string>, folder?: string): void {
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
  const record = folder === undefined ? undefined : join(folder, `.handbill-${HOLDER}.together`);
  const done: Waiting[] = [];
  try {
    if (record !== undefined) keepRecord(record, waiting);
    for (const file of waiting) {
      path = file.path;
      renameSync(file.temporary, path);
      done.push(file);
    }
  } catch (cause) {
    for (const { temporary } of waiting) rmSync(temporary, { force: true });
    for (const earlier of done.reverse()) restore(earlier);
    throw failure(basename(path), cause);
  } finally {
    if (record !== undefined) rmSync(record, { force: true });
  }
}

/** Gives the files of a folder the places that a killed `writeTogether` had for them. Throws ProblemError `write-failed`. */
export function finishTogether(folder: string): void {
  for (const name of namesIn(folder)) {
    const holder = RECORD.exec(name)?.[1];
    if (holder === undefined || isAlive(holder) !== false) continue;
    try {
      for (const [temporary = '', file = ''] of readRecord(join(folder, name))) {
        // Whoever wrote the record, nothing outside the folder is touched.
        const isInside = isTemporary(temporary) && basename(file) === file;
        if (isInside && existsSync(join(folder, temporary)))
          renameSync(join(folder, temporary), join(folder, file));
      }
      rmSync(join(folder, name));
    } catch (cause) {
      throw failure(name, cause);
    }
  }
}

/** What lies in a folder; nothing where it can't be read, which whoever reads its files will tell. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Notes which temporary file of the record's folder is for which file in it. The record appears whole. */
function keepRecord(record: string, waiting: readonly Waiting[]): void {
  const folder = dirname(record);
  const inside = waiting.filter(({ path }) => dirname(path) === folder);
  const file = new WholeFile(record);
  for (const { temporary, path } of inside) file.write(`${basename(temporary)}\t${basename(path)}\n`);
  file.publish();
}

function readRecord(path: string): string[][] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'));
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
