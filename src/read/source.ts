import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { formatLimit, LIMITS } from '../model/limits.ts';
import { isOfSystem, liesIn } from '../model/place.ts';
import { type Position, type Problem, ProblemError, type Told } from '../problems.ts';
import { type ArgsOf, finding, phrase, refusal, type WordingId } from '../wordings.ts';
import { leadsOut } from './inside.ts';

/** Way into a value: keys of objects, indices of lists. */
export type Path = readonly (string | number)[];

/** A file's values, each with its place in the text. */
export interface LocatedFile {
  /** The file as it was named. */
  readonly file: string;
  readonly text: string;
  readonly sha256: string;
  /** True where it tells of people who sign: no message may repeat what stands in it, as logs are read by others. */
  readonly personal?: boolean | undefined;
  readonly guess?: SourceText['guess'];
  /** True for a spreadsheet, or a table whose columns are called otherwise: it is read, and not changed. */
  readonly isForeign?: boolean | undefined;
  /** The file beside it that keeps what was said of its columns. */
  readonly kept?: SourceText | undefined;
  /** What there is to say of how it was read. */
  readonly told?: readonly Problem[] | undefined;
  /** Objects, lists, text and booleans; numbers are kept as the text that stands there. */
  readonly data: unknown;
  /** Place of a value; of the nearest value around it where there is none. */
  locate(path: Path): Position;
  /** Place of the key that holds a value; that of the value where it has none. */
  locateKey(path: Path): Position;
}

/** A text as it was read: UTF-8, without byte order mark. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  readonly sha256: string;
  readonly personal?: boolean | undefined;
  /** What it was guessed to be written in, where that isn't UTF-8. */
  readonly guess?: { readonly name: string; readonly isSure: boolean } | undefined;
}

/** How a file is read. */
export interface ReadOptions {
  /** Bytes. */
  readonly limit?: number | undefined;
  /** Folder that the file must lie in, links resolved: that of the appeal which names or holds it. */
  readonly within?: string | undefined;
  /** Tables come from spreadsheets, which write other encodings than UTF-8: true where one is guessed. */
  readonly anyEncoding?: boolean | undefined;
}

/** The line with which git begins or ends two versions of a place. */
const MARKER = /^(?:<{7}|>{7}) /m;

/** Reads a file as UTF-8 (or UTF-16 with a byte order mark). Throws ProblemError. */
export async function readSource(file: string, options: ReadOptions = {}): Promise<SourceText> {
  const bytes = await readBytes(file, options);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const source = { file, sha256, ...(await decodeAny(bytes, file, options)) };
  if (options.within !== undefined) refuseMarkers(source);
  return source;
}

/** The text of some bytes, guessed where that is wanted. Throws ProblemError. */
async function decodeAny(
  bytes: Uint8Array,
  file: string,
  options: ReadOptions,
): Promise<Pick<SourceText, 'text' | 'guess'>> {
  try {
    return { text: decodeText(bytes, file) };
  } catch (error) {
    const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
    if (!options.anyEncoding || bytes.includes(0) || DOCUMENTS.includes(start)) throw error;
    const { decodeGuessed } = await import('./guess-encoding.ts');
    const { text, ...guess } = decodeGuessed(bytes);
    return { text, guess };
  }
}

/** Throws ProblemError where git left what two people wrote in a file of an appeal: a template would print it. */
function refuseMarkers({ text, file }: SourceText): void {
  const found = text.includes('<<<<<<< ') || text.includes('>>>>>>> ') ? MARKER.exec(text) : null;
  if (!found) return;
  const line = text.slice(0, found.index).split('\n').length;
  throw refusal('two-versions/git', {}, { at: { file, line, column: 1 } });
}

/** What is told of a file that isn't UTF-8; loudly where its letters leave it open what it is. */
export function tellGuess(file: string, name: string, isSure: boolean): Problem {
  return isSure
    ? finding('notice', 'encoding/guessed', { name }, { at: { file } })
    : finding('warning', 'encoding/unsure', { name }, { at: { file } });
}

/** The bytes of a stream, such as what is piped in; `file` is what messages call it. Throws ProblemError. */
export async function readStream(
  stream: AsyncIterable<Uint8Array>,
  file: string,
  limit: number,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of stream) {
    pieces.push(piece);
    size += piece.length;
    if (size > limit) throw tooLarge(file, limit);
  }
  return Buffer.concat(pieces);
}

/** Bytes that are asked for at a time beyond those that a file says it has. */
const PIECE = 1 << 16;

/** The bytes of a regular file. What is read is counted, whatever size the file says it has. Throws ProblemError. */
export async function readBytes(
  file: string,
  { limit = LIMITS.file, within }: ReadOptions = {},
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    const descriptor = openGiven(file, within);
    try {
      const said = fstatSync(descriptor).size;
      if (said > limit) throw tooLarge(file, limit);
      for (;;) {
        // A byte more than it says: most files are read at once.
        const room = Buffer.allocUnsafeSlow(size < said ? said - size + 1 : PIECE);
        const length = readSync(descriptor, room);
        if (length === 0) break;
        pieces.push(room.subarray(0, length));
        size += length;
        if (size > limit) throw tooLarge(file, limit);
      }
    } finally {
      closeSync(descriptor);
    }
  } catch (cause) {
    throw unreadable(cause, file);
  }
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces, size);
}

/** The first bytes of a file, as many as it has. Throws ProblemError. */
export async function readStart(file: string, length: number): Promise<Buffer> {
  try {
    const descriptor = openGiven(file);
    try {
      const start = Buffer.alloc(length);
      return start.subarray(0, readSync(descriptor, start, 0, length, 0));
    } finally {
      closeSync(descriptor);
    }
  } catch (cause) {
    throw unreadable(cause, file);
  }
}

/** How often a file is opened anew where another took its place at that moment, as when somebody saves. */
const TRIES = 5;

/**
 * Opens a regular file, once: what is looked at is what is read. Nothing is waited for, so that a pipe doesn't hang; devices
 * and the system's own folders are refused. At once, as each wait for the system costs more than what it does for a file.
 * Gives the descriptor, which is to be closed. Throws ProblemError, or what the system throws.
 */
export function openGiven(file: string, within?: string): number {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      if (isStillThere(descriptor, file, within)) return descriptor;
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
    closeSync(descriptor);
  }
  throw problem('file-unreadable/moved', file);
}

/** False where another file has taken the place of the opened one. Throws ProblemError for what may not be read. */
function isStillThere(descriptor: number, file: string, within?: string): boolean {
  const found = fstatSync(descriptor);
  if (found.isDirectory()) throw problem('file-unreadable/folder', file);
  const real = realPlace(file);
  if (!found.isFile() || (real !== undefined && isOfSystem(real)))
    throw problem('file-unreadable/device', file);
  if (within === undefined) return true;
  const there = real === undefined ? undefined : statSync(real, { throwIfNoEntry: false });
  if (there?.ino !== found.ino || there.dev !== found.dev) return false;
  if (!liesIn(realpathSync.native(within), real!)) throw leadsOut(file);
  return true;
}

/** A path with its links resolved; undefined where nothing is any more. */
function realPlace(file: string): string | undefined {
  try {
    return realpathSync.native(file);
  } catch {
    return undefined;
  }
}

function tooLarge(file: string, limit: number): ProblemError {
  const most = formatLimit(limit, 'bytes');
  return problem('too-large/file', file, { most });
}

/** Why a file can't be read, by what the system says. */
const UNREADABLE: Readonly<
  Record<string, `file-unreadable/${'no-right' | 'drive' | 'many-open'}` | undefined>
> = {
  EACCES: 'file-unreadable/no-right',
  EPERM: 'file-unreadable/no-right',
  EMFILE: 'file-unreadable/many-open',
  ENFILE: 'file-unreadable/many-open',
  ESTALE: 'file-unreadable/drive',
  ETIMEDOUT: 'file-unreadable/drive',
  ENOTCONN: 'file-unreadable/drive',
  EHOSTDOWN: 'file-unreadable/drive',
  EHOSTUNREACH: 'file-unreadable/drive',
};

/** What is wrong where a file can't be opened or read. */
export function unreadable(cause: unknown, file: string): ProblemError {
  if (cause instanceof ProblemError) return cause;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT' && isLink(file)) return problem('file-not-found/broken-link', file);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return problem('file-not-found/no-file', file);
  }
  if (code === 'EISDIR') return problem('file-unreadable/folder', file);
  if (code === 'ENXIO') return problem('file-unreadable/socket', file);
  if (code === 'ELOOP') return problem('file-unreadable/circle', file);
  const reason = UNREADABLE[String(code)];
  if (reason !== undefined) return problem(reason, file);
  return problem('file-unreadable/failed', file, { reason: String(code ?? cause) });
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** How the files of spreadsheets and word processors begin: ZIP (.xlsx, .ods, .docx), OLE (.xls, .doc), PDF, RTF. */
const DOCUMENTS = ['504b0304', 'd0cf11e0', '25504446', '7b5c7274'];

function decodeText(bytes: Uint8Array, file: string): string {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (DOCUMENTS.includes(start)) throw problem('encoding/document', file);
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  let text: string;
  try {
    text = new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notUtf8(bytes, file);
  }
  const zero = text.indexOf('\0');
  if (zero < 0) return text;
  throw notText(phrase('zero-byte', {}), file, text.slice(0, zero).split('\n').length);
}

function notUtf8(bytes: Uint8Array, file: string): ProblemError {
  let line = 1;
  let start = 0;
  for (let i = 0; i <= bytes.length; i++) {
    if (i < bytes.length && bytes[i] !== 0x0a) continue;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, i));
    } catch {
      break;
    }
    line += 1;
    start = i + 1;
  }
  return notText(phrase('no-utf8', {}), file, line);
}

function notText(found: Told, file: string, line: number): ProblemError {
  return refusal('encoding/text', { found }, { at: { file, line } });
}

/** An error about a whole file. */
export function problem<W extends WordingId>(wording: W, file: string, ...[values]: ArgsOf<W>): ProblemError {
  return refusal(wording, values, { at: { file } });
}
