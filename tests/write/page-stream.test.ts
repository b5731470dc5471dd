import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { joinPieces, piecesOf, withOwn } from '../../src/write/pdf/page-stream.ts';

/** Operators of so many characters, which hardly come back. */
const text = (length: number) =>
  Array.from({ length }, (_, i) => String.fromCharCode(33 + ((i * i + 7 * (i % 31)) % 200))).join('');

test('pieces of a page, whatever their lengths, are one stream of all their text', () => {
  const lengths = [0, 1, 599, 600, 601, 4097, 70_000];
  for (const length of lengths) {
    const parts = [text(length), text(40), text(700), '', text(length + 1), text(5000)];
    const own = [
      { from: 0, to: 1, firstPart: 1, endPart: 2, firstMark: 0 },
      { from: 1, to: 2, firstPart: 3, endPart: 5, firstMark: 1 },
    ];
    const pieces = piecesOf({ parts, own }, 'q\n');
    // Its checksum is looked at too.
    const inflated = (all: typeof pieces) => inflateSync(joinPieces(all).data).toString('latin1');
    expect(inflated(pieces)).toBe(`q\n${parts.join('')}`);
    expect(inflated(withOwn(pieces, ['one', text(650)]))).toBe(
      `q\n${parts[0]}one${parts[2]}${text(650)}${parts[5]}`,
    );
  }
  expect(inflateSync(joinPieces(piecesOf({ parts: [], own: [] }, '')).data)).toHaveLength(0);
});
