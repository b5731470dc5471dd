import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, test } from 'vitest';
import { decodePicture } from '../../src/read/picture.ts';
import { jpegFile, pngChunk, pngFile } from '../read/pictures.ts';
import { mutatedBytes, mutatedText } from './mutations.ts';
import { tryReader } from './trial.ts';

const SVG =
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><g transform="rotate(3)" fill="#b00">' +
  '<rect x="1" y="1" width="2" height="3" rx="1"/><path d="M0 0h5q1 1 0 5a3 2 0 1 0 1 1z" style="fill:#000"/></g>' +
  '<circle cx="1" cy="2" r="3"/><polygon points="0,0 1,1 2,0"/><ellipse rx="1" ry="2"/></svg>';

/** PNGs whose checksums are right, with heads, palettes and pixels that needn't fit together. */
const png = fc
  .record({
    size: fc.tuple(fc.oneof(fc.nat(9), fc.nat(0xffffffff)), fc.nat(9)),
    head: fc.tuple(
      ...[
        [1, 2, 4, 8, 16, 3, 0],
        [0, 2, 3, 4, 6, 1],
        [0, 1],
        [0, 1],
        [0, 1, 7],
      ].map((all) => fc.constantFrom(...all)),
    ),
    chunks: fc.array(
      fc.tuple(
        fc.constantFrom('PLTE', 'tRNS', 'gAMA', 'IDAT', 'teXt', 'IHDR', 'IEND'),
        fc.uint8Array({ maxLength: 24 }),
      ),
      { maxLength: 3 },
    ),
    pixels: fc.oneof(
      fc.uint8Array({ maxLength: 600 }),
      fc.nat(100_000).map((length) => new Uint8Array(length)),
    ),
    isPacked: fc.constantFrom(true, true, true, false),
  })
  .map(({ size: [width, height], head, chunks, pixels, isPacked }) => {
    const size = Buffer.alloc(8);
    size.writeUInt32BE(width, 0);
    size.writeUInt32BE(height, 4);
    return Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      pngChunk('IHDR', Buffer.concat([size, Buffer.from(head)])),
      ...chunks.map(([name, body]) => pngChunk(name, body)),
      pngChunk('IDAT', isPacked ? deflateSync(pixels) : pixels),
      pngChunk('IEND', Buffer.alloc(0)),
    ]);
  });

describe('pictures', { timeout: 300_000 }, () => {
  const cases: [string, number, fc.Arbitrary<Uint8Array>][] = [
    ['PNG', 6_000, fc.oneof(png, mutatedBytes([pngFile(9, 7)]))],
    ['JPEG', 5_000, mutatedBytes([jpegFile(17, 9, 6)])],
    ['SVG', 500, mutatedText([SVG]).map((text) => Buffer.from(text))],
  ];
  test.each(cases)('%s', (what, cases, inputs) =>
    tryReader({ what, cases, inputs, read: (bytes) => decodePicture(bytes, 'picture') }),
  );
});
