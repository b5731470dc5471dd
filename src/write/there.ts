import { createHash, hash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, unlinkSync } from 'node:fs';
import { codeOf, failure, NOTHING, refused } from './failure.ts';
import { outputPath } from './files.ts';

/** What Windows doesn't know: a pipe isn't waited for, and a link isn't followed. */
const { O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants as Partial<typeof constants>;

/** Bytes that are read at a time where a file is hashed, and the most of a file that handbill can have written. */
const PIECE = 1 << 22;
const MOST = 2 ** 31;

/**
 * The bytes of a file below an output folder, or undefined where there is none. One of more bytes than `most` reads as if
 * it were empty: handbill didn't write it so. Throws ProblemError `write-failed`.
 */
export function readOutput(
  folder: string,
  path: string,
  most = Number.POSITIVE_INFINITY,
): Uint8Array | undefined {
  return withFile(folder, path, 0, (file, size) => (size > most ? new Uint8Array() : readFileSync(file)));
}

/** The same of a file that waits for its place: of a link nothing is read. */
export function readWaiting(folder: string, path: string, most?: number): Uint8Array | undefined {
  const read = (file: number, size: number) =>
    size > (most ?? MOST) ? new Uint8Array() : readFileSync(file);
  return withFile(folder, path, O_NOFOLLOW, read);
}

/** Hash of a file below an output folder, however large it is, or undefined where there is none. Throws as `readOutput`. */
export function hashOutput(folder: string, path: string): string | undefined {
  return withFile(folder, path, 0, (file, size) => {
    if (size <= PIECE) return hash('sha256', readFileSync(file));
    // No file of handbill's: its hash is that of none.
    if (size > MOST) return '';
    const [sum, piece] = [createHash('sha256'), Buffer.allocUnsafe(PIECE)];
    for (let length = readSync(file, piece); length > 0; length = readSync(file, piece))
      sum.update(piece.subarray(0, length));
    return sum.digest('hex');
  });
}

/** Opens a regular file once, so that what is looked at is what is read. */
function withFile<T>(
  folder: string,
  path: string,
  flags: number,
  read: (file: number, size: number) => T,
): T | undefined {
  const place = outputPath(folder, path);
  let file: number | undefined;
  try {
    file = openSync(place, constants.O_RDONLY | O_NONBLOCK | flags);
    const there = fstatSync(file);
    if (there.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR' });
    if (!there.isFile()) throw refused(path, 'no-file');
    return read(file, there.size);
  } catch (cause) {
    const code = codeOf(cause);
    if (NOTHING.includes(code) || (flags !== 0 && code === 'ELOOP')) return undefined;
    throw failure(path, cause);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/**
 * Opens a new file to be written, whatever lay in its place: that may be a link, a pipe or another name of a file elsewhere,
 * through which nothing is written. Throws what the system says.
 */
export function openNew(file: string): number {
  try {
    return openSync(file, 'wx');
  } catch (cause) {
    if (codeOf(cause) !== 'EEXIST') throw cause;
    unlinkSync(file);
    return openSync(file, 'wx');
  }
}

/** Opens a file of one's own to be added to; what is none gives way to a new one. Throws what the system says. */
export function openOwn(file: string): number {
  const { O_WRONLY, O_APPEND, O_CREAT } = constants;
  try {
    const opened = openSync(file, O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK | O_NOFOLLOW, 0o666);
    const there = fstatSync(opened);
    if (there.isFile() && there.nlink <= 1) return opened;
    closeSync(opened);
  } catch (cause) {
    if (codeOf(cause) !== 'ELOOP' && codeOf(cause) !== 'ENXIO') throw cause;
  }
  return openNew(file);
}
