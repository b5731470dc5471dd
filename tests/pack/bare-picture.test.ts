import { expect, test } from 'vitest';
import { barePicture } from '../../src/pack/bare-picture.ts';

const segment = (marker: number, content: Buffer) => {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xff00 + marker, 0);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/** Exif as a telephone writes it: which way up, who made it, and a directory of where it was. */
function exif(order: 'II' | 'MM', orientation: number): Buffer {
  const isLittle = order === 'II';
  const tiff = Buffer.alloc(120);
  const put = (at: number, value: number, length: 2 | 4) =>
    isLittle ? tiff.writeUIntLE(value, at, length) : tiff.writeUIntBE(value, at, length);
  tiff.write(order, 0, 'latin1');
  put(2, 42, 2);
  put(4, 8, 4);
  put(8, 3, 2);
  const entries = [
    [0x10f, 2, 12, 60],
    [0x112, 3, 1, 0],
    [0x8825, 4, 1, 80],
  ];
  for (const [i, [tag, type, count, value]] of entries.entries()) {
    const at = 10 + 12 * i;
    put(at, tag!, 2);
    put(at + 2, type!, 2);
    put(at + 4, count!, 4);
    if (tag === 0x112) put(at + 8, orientation, 2);
    else put(at + 8, value!, 4);
  }
  tiff.write('SecretPhone\0', 60, 'latin1');
  tiff.write('GPS 43.34 N', 90, 'latin1');
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
}

const JFIF = segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'));
const SCAN = Buffer.concat([
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([9, 0xff, 0, 0xff, 0xd0, 7]),
]);
const jpeg = (...noted: Buffer[]) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    JFIF,
    ...noted,
    SCAN,
    Buffer.from([0xff, 0xd9]),
    Buffer.from('trailer'),
  ]);

test.each(['II', 'MM'] as const)(
  'a photo goes without maker, place and thumbnail, the same way up: %s',
  (order) => {
    const comment = segment(0xfe, Buffer.from('by A. Example'));
    const xmp = segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:creator>A. Example</x:creator>'));
    const bare = Buffer.from(barePicture(jpeg(exif(order, 6), xmp, comment)));
    expect(bare.toString('latin1')).not.toMatch(/Secret|GPS|Example|adobe|trailer/);
    const at = bare.indexOf('Exif');
    expect(bare.readUInt16LE(at + 14)).toBe(1);
    expect([bare.readUInt16LE(at + 16), bare.readUInt16LE(at + 24)]).toEqual([0x112, 6]);
    expect(bare.indexOf(SCAN)).toBeGreaterThan(at);
    expect(bare.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
    // What is bare stays as it is.
    expect(barePicture(bare)).toEqual(bare);
  },
);

test('one that stands upright keeps no Exif at all; one cut off stays whole, for its reader to refuse', () => {
  expect(barePicture(jpeg(exif('II', 1)))).toEqual(Buffer.from(jpeg().subarray(0, -7)));
  const cut = jpeg(exif('II', 6)).subarray(0, 60);
  expect(barePicture(cut)).toEqual(cut);
});

test('a drawing goes without comments, descriptions and what its program noted', () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" inkscape:export-filename="/home/name/a.png"><!-- by A. Example --><metadata><dc:creator>A. Example</dc:creator></metadata><path d="M0 0"/></svg>`;
  expect(Buffer.from(barePicture(Buffer.from(svg))).toString()).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
  );
});
