import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { type Position, type Problem, ProblemError } from '../problems.ts';

/** Way into a value: keys of objects, indices of lists. */
export type Path = readonly (string | number)[];

/** A file's values, each with its place in the text. */
export interface LocatedFile {
  /** The file as it was named. */
  readonly file: string;
  readonly text: string;
  readonly sha256: string;
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
}

/** Largest data file in bytes; an appeal with 100,000 contacts has some 30 MB. */
const MAX_SIZE = 64 * 1024 * 1024;

/** Reads a file as UTF-8 (or UTF-16 with a byte order mark). Throws ProblemError. */
export async function readSource(file: string): Promise<SourceText> {
  const bytes = await readBytes(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file, text: decodeText(bytes, file), sha256 };
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > MAX_SIZE) {
      throw problem(
        'too-large',
        file,
        `The file has ${size} bytes; at most ${MAX_SIZE} are read.`,
        'Divide it.',
      );
    }
    return await readFile(file);
  } catch (cause) {
    throw unreadable(cause, file);
  }
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

function decodeText(bytes: Uint8Array, file: string): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  try {
    return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notUtf8(bytes, file);
  }
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
  return new ProblemError([
    {
      severity: 'error',
      code: 'encoding',
      message: 'Expected text in UTF-8, found bytes that are none.',
      at: { file, line },
      hint: 'Save the file as “CSV UTF-8” (Excel) or with the character set Unicode (UTF-8).',
    },
  ]);
}

/** An error about a whole file. */
export function problem(code: Problem['code'], file: string, message: string, hint?: string): ProblemError {
  return new ProblemError([{ severity: 'error', code, message, at: { file }, hint }]);
}
