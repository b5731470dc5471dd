import { constants, deflateRawSync, type ZlibOptions } from 'node:zlib';
import { startMemory } from '../../model/memory.ts';
import type { PageContent } from './content.ts';
import { FLATE, type PdfStream } from './file.ts';

/**
 * A piece of a page's stream, compressed by itself: pieces put one behind the other are a stream. So what all letters have
 * in common is compressed once, and stands around what tells of the sender.
 */
export interface Piece {
  readonly data: Uint8Array;
  /** The end of its text, to which the piece behind it may look back. */
  readonly tail: Uint8Array;
  /** Bytes of its text, and what its checksum follows from (RFC 1950): their sum, and the sum of these sums. */
  readonly length: number;
  readonly sum: number;
  readonly sums: number;
}

/** Compressing less than this saves nothing that one could notice. */
export const SMALL = 600;
/** A small window takes a third of the time, most of which is clearing it. */
export const WINDOW = { windowBits: 12, memLevel: 5, chunkSize: 2048 };
/** What is longer than that window is a tenth smaller with the whole one. */
export const LONG = 4096;
/** Ends a piece at a whole byte. */
const FLUSH = { finishFlush: constants.Z_SYNC_FLUSH };
const pieces = startMemory<Piece>(256);

/** The pieces of a page: in turns what lies between what tells of the sender, and that; `begin` stands before them. */
export function piecesOf(
  { parts, own }: Pick<PageContent, 'parts' | 'own'>,
  begin: string,
): readonly Piece[] {
  const ends = [0, ...own.map(({ endPart }) => endPart)];
  const before = (i: number, to?: number) => {
    const text = parts.slice(ends[i], to).join('');
    return pieceOf(i === 0 ? begin + text : text);
  };
  const turns = own.flatMap(({ firstPart, endPart }, i) => {
    const piece = before(i, firstPart);
    return [piece, pieceBehind(piece, parts.slice(firstPart, endPart).join(''))];
  });
  return [...turns, before(own.length)];
}

/** The same with other texts of the sender. */
export function withOwn(pieces: readonly Piece[], own: readonly string[]): readonly Piece[] {
  return pieces.map((piece, i) => (i % 2 === 0 ? piece : pieceBehind(pieces[i - 1]!, own[(i - 1) / 2]!)));
}

/** The stream of a page. */
export function joinPieces(pieces: readonly Piece[]): PdfStream {
  let [a, b] = [1, 0];
  for (const { length, sum, sums } of pieces) {
    b = (b + length * a + sums) % MODULUS;
    a = (a + sum) % MODULUS;
  }
  const end = Buffer.from([...LAST, b >> 8, b & 0xff, a >> 8, a & 0xff]);
  return { entries: FLATE, data: Buffer.concat([HEADER, ...pieces.map(({ data }) => data), end]) };
}

/** Begins a stream that may look back over 32 KB, compressed as well as can be; an empty block ends it. */
const HEADER = Buffer.from([0x78, 0xda]);
const LAST = [0x03, 0x00];
/** Of the checksum Adler-32. */
const MODULUS = 65_521;

/** A piece that other documents have too; made once for them. */
function pieceOf(text: string): Piece {
  return pieces.recall(text, () => compressed(text, text.length > LONG ? { level: 9 } : WINDOW));
}

/** A piece that no other document has; much of its syntax stands in the one before it. */
function pieceBehind({ tail }: Piece, text: string): Piece {
  return compressed(text, tail.length > 0 ? { ...WINDOW, dictionary: tail } : WINDOW);
}

function compressed(text: string, options: ZlibOptions): Piece {
  const bytes = Buffer.from(text, 'latin1');
  const data = text === '' ? bytes : deflateRawSync(bytes, { ...options, ...FLUSH });
  return { ...sumsOf(bytes), data, tail: bytes.subarray(-TAIL) };
}

const TAIL = 2048;

function sumsOf(bytes: Uint8Array): Pick<Piece, 'length' | 'sum' | 'sums'> {
  let [sum, sums] = [0, 0];
  for (const byte of bytes) {
    sum += byte;
    sums += sum;
  }
  return { length: bytes.length, sum, sums: sums % MODULUS };
}
