import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { formatLimit, LIMITS } from '../model/limits.ts';
import { type Position, type Problem, ProblemError } from '../problems.ts';

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
}

/** Reads a file of at most `limit` bytes as UTF-8 (or UTF-16 with a byte order mark). Throws ProblemError. */
export async function readSource(file: string, limit: number = LIMITS.file): Promise<SourceText> {
  const bytes = await readBytes(file, limit);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file, text: decodeText(bytes, file), sha256 };
}

/**
 * The bytes of a file. It may be a pipe, or a link to a device that never ends: what is read is counted, whatever size
 * the file says it has. Throws ProblemError.
 */
export async function readBytes(file: string, limit: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    const handle = await open(file);
    try {
      for await (const piece of handle.createReadStream({ autoClose: false, highWaterMark: 1 << 20 })) {
        pieces.push(piece as Buffer);
        size += (piece as Buffer).length;
        if (size > limit) throw tooLarge(file, limit);
      }
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw unreadable(cause, file);
  }
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces, size);
}

/** The first bytes of a file, as many as it has. Throws ProblemError. */
export async function readStart(file: string, length: number): Promise<Buffer> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw unreadable(cause, file);
  }
}

function tooLarge(file: string, limit: number): ProblemError {
  const most = formatLimit(limit, 'bytes');
  return problem('too-large', file, `The file has more than ${most}; at most that is read.`, 'Divide it.');
}

/** What is wrong where a file can't be opened or read. */
export function unreadable(cause: unknown, file: string): ProblemError {
  if (cause instanceof ProblemError) return cause;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return problem('file-not-found', file, 'There is no such file.', 'Look at the name and the folder.');
  }
  if (code === 'EISDIR') return problem('file-unreadable', file, 'A file was expected, a folder found.');
  return problem('file-unreadable', file, `The file can’t be read: ${String(code ?? cause)}.`);
}

/** How the files of spreadsheets and word processors begin: ZIP (.xlsx, .ods, .docx), OLE (.xls, .doc), PDF, RTF. */
const DOCUMENTS = ['504b0304', 'd0cf11e0', '25504446', '7b5c7274'];

function decodeText(bytes: Uint8Array, file: string): string {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (DOCUMENTS.includes(start))
    throw problem(
      'encoding',
      file,
      'This is a spreadsheet or a document, whatever its name ends in: expected plain text.',
      'Open it in the program that made it, and save it there as “CSV UTF-8”, or as plain text.',
    );
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
  throw notText('found a zero byte', file, text.slice(0, zero).split('\n').length);
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
  return notText('found bytes that are none', file, line);
}

function notText(found: string, file: string, line: number): ProblemError {
  const hint = 'Save the file as “CSV UTF-8” (Excel) or with the character set Unicode (UTF-8).';
  const message = `Expected text in UTF-8, ${found}.`;
  return new ProblemError([{ severity: 'error', code: 'encoding', message, at: { file, line }, hint }]);
}

/** An error about a whole file. */
export function problem(code: Problem['code'], file: string, message: string, hint?: string): ProblemError {
  return new ProblemError([{ severity: 'error', code, message, at: { file }, hint }]);
}
