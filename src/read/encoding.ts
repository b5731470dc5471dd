import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';
import { guessEncoding } from './guess-encoding.ts';
import { openGiven, unreadable } from './source.ts';

/** How the characters of a file are encoded, and how that was found out. */
export interface Encoding {
  /** Name as iconv-lite knows it: `utf-8`, `windows-1251`. */
  readonly name: string;
  /** `mark`: byte order mark; `content`: nothing else fits; `guess`: by the frequency of letters; `named`: by a person. */
  readonly how: 'mark' | 'content' | 'guess' | 'named';
  /** True for a guess that another encoding contests. */
  readonly isUnsure?: boolean | undefined;
}

/** Bytes of lines beyond ASCII that a guess looks at. */
const SAMPLE_SIZE = 64 * 1024;

/** True for a name of an encoding that can be read. */
export function isEncoding(name: string): boolean {
  return iconv.encodingExists(name);
}

/** Finds out how a file is encoded; reads all of it, since a single letter may stand at its end. Throws ProblemError. */
export async function detectEncoding(file: string): Promise<Encoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const chunk of piecesOf(file)) {
      const bytes = chunk;
      const wide = isFirst ? detectWide(bytes) : undefined;
      if (wide) return wide;
      isFirst = false;
      utf8.decode(bytes, { stream: true });
    }
    utf8.decode();
    return { name: 'utf-8', how: 'content' };
  } catch (cause) {
    if (cause instanceof TypeError) return guessed(await sampleOf(file));
    throw unreadable(cause, file);
  }
}

/** The text of a file, piece by piece, without byte order mark. Throws ProblemError where it can't be read. */
export async function* decodeFile(file: string, { name }: Encoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(name);
  try {
    for await (const chunk of piecesOf(file)) {
      yield decoder.write(chunk);
    }
  } catch (cause) {
    throw unreadable(cause, file);
  }
  const rest = decoder.end();
  if (rest) yield rest;
}

/** The bytes of a regular file, piece by piece; a list of any length may be read, row by row. */
async function* piecesOf(file: string): AsyncGenerator<Buffer> {
  yield* createReadStream(file, { fd: openGiven(file), highWaterMark: 256 * 1024 });
}

/** Bytes in an encoding as text: a value within a file of another encoding. */
export function decodeBytes(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes), iconv.encodingExists(encoding) ? encoding : 'utf-8');
}

/** The encoding of a few bytes that no name comes with: UTF-8 if they are that, else as a guess has it. */
export function encodingOf(bytes: Uint8Array): string {
  return isUtf8(bytes) ? 'utf-8' : guessEncoding(bytes).name;
}

/** A whole text of unknown encoding: UTF-8 or UTF-16 where it is that, else what its letters tell. */
export function decodeUnknown(bytes: Buffer): string {
  const sample = bytes.length > SAMPLE_SIZE ? bytes.subarray(0, SAMPLE_SIZE) : bytes;
  const name = detectWide(bytes)?.name ?? (isUtf8(bytes) ? 'utf-8' : guessEncoding(sample).name);
  return iconv.decode(bytes, name);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** UTF-8 and UTF-16 by their mark; UTF-16 without one by the zero bytes of its Latin letters and line breaks. */
function detectWide(bytes: Buffer): Encoding | undefined {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return { name: 'utf-16le', how: 'mark' };
  if (a === 0xfe && b === 0xff) return { name: 'utf-16be', how: 'mark' };
  if (a === 0xef && b === 0xbb && c === 0xbf) return undefined;
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 4096);
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2]! += 1;
  if (zeros[1]! > length / 20 && zeros[0]! * 8 < zeros[1]!) return { name: 'utf-16le', how: 'content' };
  if (zeros[0]! > length / 20 && zeros[1]! * 8 < zeros[0]!) return { name: 'utf-16be', how: 'content' };
  return undefined;
}

/** Lines that hold bytes beyond ASCII, from the whole file. */
async function sampleOf(file: string): Promise<Buffer> {
  const lines: Buffer[] = [];
  let size = 0;
  for await (const chunk of piecesOf(file)) {
    const bytes = chunk;
    let start = 0;
    for (let i = 0, isBeyond = false; i < bytes.length && size < SAMPLE_SIZE; i++) {
      if (bytes[i]! >= 0x80) isBeyond = true;
      if (bytes[i] !== 0x0a && i + 1 < bytes.length) continue;
      if (isBeyond) {
        lines.push(bytes.subarray(start, i + 1));
        size += i + 1 - start;
      }
      start = i + 1;
      isBeyond = false;
    }
    if (size >= SAMPLE_SIZE) break;
  }
  return Buffer.concat(lines);
}

function guessed(sample: Uint8Array): Encoding {
  const { name, isSure } = guessEncoding(sample);
  return { name, how: 'guess', isUnsure: !isSure };
}
