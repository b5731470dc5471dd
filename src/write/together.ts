import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { liesIn } from '../model/place.ts';
import { failure, refused } from './failure.ts';
import { hashOf } from './files.ts';
import { type HeldFolder, holdFolder, inFolder, makeInside } from './held.ts';
import { HOLDER, HOLDER_PATTERN, isAlive, tellsStart } from './holder.ts';
import { settle } from './settle.ts';
import { removeFile, takePlace } from './take-place.ts';
import { discard, isTemporary, modeOf, temporaryIn } from './temporary.ts';
import { readWaiting } from './there.ts';
import { WholeFile } from './whole-file.ts';

/** Characters kept in memory before they are written. */
const PIECE = 256 * 1024;

/** Name of this process's record. */
const RECORD_NAME = `.handbill-${HOLDER}.together`;

/** Name of the record of files that are about to take their places. */
const RECORD = new RegExp(`^\\.handbill-(${HOLDER_PATTERN})\\.together$`);

/** The content of a file: as a whole, or in pieces that never stand in memory together. */
export type Content = string | Uint8Array | Iterable<string>;

/** Name of the lock of those who change data. */
export const DATA_LOCK = 'handbill-data';

const MARK = new RegExp(`^\\.${DATA_LOCK}-run-(${HOLDER_PATTERN})$`);

/** A text that waits beside the place of its file. */
interface Waiting {
  /** The file as it was named; what `path` says may be where a link leads. */
  readonly file: string;
  readonly path: string;
  readonly temporary: string;
  /** The folder of both. */
  readonly held: HeldFolder;
  /** What stood there; undefined for a new file. */
  readonly before: Uint8Array | undefined;
}

/** Where the system finds a file of the folder that is held for it. */
const inPlace = ({ held, path }: Waiting) => join(held.path, basename(path));
const whereItWaits = ({ held, temporary }: Waiting) => join(held.path, basename(temporary));

/** A line of the record: paths within its folder, and the hash of what stood there; empty for a new file. */
type Recorded = readonly [temporary: string, file: string, before: string];

/**
 * Writes data files that belong together, by absolute path: all are on the disk before the first takes its place, in
 * their order, and where one can't, those before it are as they were. In `folder` a record is kept meanwhile, by
 * which `finishTogether` goes on should this process be killed. `confirm` looks once more whether they may, of all files
 * and then of each just before it is renamed; where it throws, all are as they were. Throws ProblemError `write-failed`.
 */
export function writeTogether(
  texts: ReadonlyMap<string, Content>,
  folder: string,
  confirm: (file?: string) => void = () => undefined,
): void {
  const waiting: Waiting[] = [];
  try {
    const top = prepare(texts, folder, waiting);
    try {
      publish(waiting, { folder, top: top.path }, confirm);
    } finally {
      top.close();
    }
  } finally {
    for (const { held } of waiting) held.close();
  }
}

/** Puts all texts beside the places of their files, or none. Adds to `waiting` what waits; gives the folder, held. */
function prepare(texts: ReadonlyMap<string, Content>, folder: string, waiting: Waiting[]): HeldFolder {
  let path = folder;
  try {
    makeInside(folder, folder, basename(folder));
    // Found once: the folder itself may become a link, too.
    const home = realpathSync(folder);
    for (const [file, text] of texts) {
      path = file;
      path = placeOf(file, folder);
      makeInside(folder, dirname(path), basename(path));
      const temporary = temporaryIn(dirname(path));
      const held = holdFolder(dirname(path), home, basename(path));
      const one = { file, path, temporary, held, before: undefined };
      waiting.push(one);
      const before = readThere(inPlace(one));
      waiting.splice(-1, 1, { ...one, before });
      writeSafely(whereItWaits(one), text, modeOf(inPlace(one)), hasMark(before) ? MARK_OF_UTF8 : '');
    }
    return holdFolder(folder, home, basename(folder));
  } catch (cause) {
    for (const one of waiting) discard(whereItWaits(one));
    throw failure(basename(path), cause);
  }
}

/** Gives all files their places, or none; `top` is where the system finds the folder that is held. */
function publish(
  waiting: readonly Waiting[],
  { folder, top }: { readonly folder: string; readonly top: string },
  confirm: (file?: string) => void,
): void {
  const record = join(top, RECORD_NAME);
  const done: Waiting[] = [];
  let path = waiting.at(-1)?.path ?? folder;
  let refusal: unknown;
  const confirmed = (file?: string) => {
    try {
      confirm(file);
    } catch (cause) {
      refusal = cause;
      throw cause;
    }
  };
  try {
    confirmed();
    keepRecord(waiting, { folder, top }, basename(path));
    for (const one of waiting) {
      path = one.path;
      // Waiting for the disk takes time, in which somebody may have saved.
      confirmed(one.file);
      takePlace(whereItWaits(one), inPlace(one));
      done.push(one);
    }
    for (const place of new Map(done.map(({ path, held }) => [dirname(path), held.path])).values())
      syncFolder(place);
  } catch (cause) {
    const told = cause === refusal ? cause : failure(basename(path), cause);
    // Where there is no room for what stood there, the record stays, by which the next command goes on.
    if (!done.reverse().every(isRestored)) throw told;
    for (const one of waiting) discard(whereItWaits(one));
    discard(record);
    throw told;
  }
  discard(record);
}

/**
 * Gives the files of a folder the places that a killed `writeTogether` had for them. What somebody has changed since stays
 * as it is; where nothing had taken its place yet, nothing does then. The lock of a dead process goes. Throws ProblemError
 * `write-failed`.
 */
export function finishTogether(folder: string): void {
  const names = namesIn(folder);
  for (const name of names) {
    const [mark, record] = [MARK.exec(name)?.[1], RECORD.exec(name)?.[1]];
    try {
      if (mark !== undefined && isAlive(mark) === false) discard(join(folder, name));
      if (record === undefined || !isLeft(record, names)) continue;
      const all = readRecord(join(folder, name)).filter((line) => isInside(folder, line));
      const waiting = all.filter(([temporary]) => existsSync(join(folder, temporary)));
      const same = waiting.filter(([, file, before]) => hashThere(join(folder, file)) === before);
      const isBegun = waiting.length < all.length;
      for (const line of waiting) {
        const [temporary, file] = line.map((path) => basename(path));
        inFolder(join(folder, dirname(line[1])), realpathSync(folder), name, (place) => {
          if (same.length === waiting.length || (isBegun && same.includes(line)))
            takePlace(join(place, temporary!), join(place, file!));
          else discard(join(place, temporary!));
        });
      }
      discard(join(folder, name));
    } catch (cause) {
      // Two commands that begin at the same moment finish the same.
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw failure(name, cause);
    }
  }
}

/**
 * True for a record that nobody goes on with. Whether a process of another machine is at work can't be asked, nor whether a
 * number is that of the same process where the system doesn't tell when it started; but whoever has a record holds the lock.
 */
function isLeft(holder: string, names: readonly string[]): boolean {
  const isThere = isAlive(holder);
  if (isThere !== undefined && (!isThere || tellsStart(holder))) return !isThere;
  return !names.includes(`.${DATA_LOCK}-run-${holder}`);
}

/** Whether files of a folder are about to take their places: some may have done so, and others not. */
export function isPublishing(folder: string): boolean {
  return namesIn(folder).some((name) => RECORD.test(name));
}

/** Where a file is to be written: what stands there may be a link, as long as that stays within the folder. */
function placeOf(file: string, folder: string): string {
  // Of a new file the folders may be links, too.
  let there = file;
  while (realPlace(there) === undefined && liesIn(folder, dirname(there))) there = dirname(there);
  const [real, home] = [realPlace(there), realpathSync(folder)];
  if (real === undefined) return file;
  if (!liesIn(home, real)) throw refused(basename(file), 'own-link-out');
  return join(folder, relative(home, real), relative(there, file));
}

/** A path with its links resolved; undefined where nothing is, as for a moment while somebody saves. */
function realPlace(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** Whoever wrote the record, nothing outside the folder is touched, and no hidden file but temporary ones. */
function isInside(folder: string, [temporary, file]: Recorded): boolean {
  if (!isTemporary(basename(temporary)) || dirname(temporary) !== dirname(file)) return false;
  if (basename(file).startsWith('.') && file !== '.gitignore') return false;
  if (file === '' || !liesIn(folder, join(folder, file))) return false;
  const place = join(folder, dirname(file));
  return existsSync(place) && liesIn(realpathSync(folder), realpathSync(place));
}

/** What lies in a folder; nothing where it can't be read, which whoever reads its files will tell. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Notes which temporary file is for which file below a folder. The record appears whole; messages call it `told`. */
function keepRecord(
  waiting: readonly Waiting[],
  { folder, top }: { readonly folder: string; readonly top: string },
  told: string,
): void {
  const file = new WholeFile(join(folder, RECORD_NAME), told, top);
  for (const { temporary, path, before } of waiting) {
    const hash = before === undefined ? '' : hashOf(before);
    file.write(`${relative(folder, temporary)}\t${relative(folder, path)}\t${hash}\n`);
  }
  file.publish();
  syncFolder(top);
}

function readRecord(path: string): Recorded[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Recorded => {
      const [temporary = '', file = '', before = ''] = line.split('\t');
      return [temporary, file, before];
    });
}

function hashThere(path: string): string {
  const there = readThere(path);
  return there === undefined ? '' : hashOf(there);
}

/** Waits until the names in a folder are on the disk, where the system can do that. */
function syncFolder(folder: string): void {
  try {
    const file = openSync(folder, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    // Windows and some network drives know no such thing.
  }
}

/** The bytes of a file; none of what lies behind a link that was put there. Throws ProblemError. */
function readThere(path: string): Uint8Array | undefined {
  return readWaiting(dirname(path), basename(path));
}

/** Puts back what stood there. False where the disk doesn't take it. */
function isRestored(one: Waiting): boolean {
  let temporary: string | undefined;
  try {
    if (one.before === undefined) {
      removeFile(inPlace(one));
      return true;
    }
    temporary = join(one.held.path, basename(temporaryIn(dirname(one.path))));
    writeSafely(temporary, one.before, modeOf(inPlace(one)));
    takePlace(temporary, inPlace(one));
    return true;
  } catch {
    if (temporary !== undefined) discard(temporary);
    return false;
  }
}

/** Excel knows UTF-8 by this alone: a file that it saved so keeps it. */
const MARK_OF_UTF8 = '\uFEFF';

function hasMark(content: Uint8Array | undefined): boolean {
  return content !== undefined && Buffer.from(MARK_OF_UTF8).every((byte, i) => content[i] === byte);
}

/** Writes a file, and waits until it is on the disk. */
function writeSafely(path: string, content: Content, mode: number, mark = ''): void {
  const file = openSync(path, 'wx', mode);
  try {
    writeFileSync(file, mark);
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(file, content);
    else for (const piece of gathered(content)) writeFileSync(file, piece);
    settle(file);
  } finally {
    closeSync(file);
  }
}

/** Pieces of a text in larger ones. */
function* gathered(pieces: Iterable<string>): Generator<string> {
  let waiting: string[] = [];
  let size = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    size += piece.length;
    if (size < PIECE) continue;
    yield waiting.join('');
    [waiting, size] = [[], 0];
  }
  yield waiting.join('');
}
