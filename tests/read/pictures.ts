import { deflateSync } from 'node:zlib';
import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';

/** A mark that must not come out again. */
export const SECRET = 'SECRET-CAMERA-OWNER';

/** A grey picture, dark in its upper left quarter, with alpha 255. */
function pixels(width: number, height: number): Buffer {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const value = x < width / 2 && y < height / 2 ? 20 : 200;
      data.fill(value, 4 * (y * width + x), 4 * (y * width + x) + 3);
    }
  }
  return data;
}

/** A PNG whose text chunk holds the mark. */
export function pngFile(width: number, height: number): Buffer {
  const png = new PNG({ width, height });
  png.data = pixels(width, height);
  const bytes = PNG.sync.write(png);
  const chunk = pngChunk('tEXt', Buffer.from(`Author\0${SECRET}`));
  return Buffer.concat([bytes.subarray(0, 33), chunk, bytes.subarray(33)]);
}

/** A chunk of a PNG with its checksum. */
export function pngChunk(name: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const chunk = Buffer.alloc(named.length + 8);
  chunk.writeUInt32BE(body.length, 0);
  named.copy(chunk, 4);
  chunk.writeUInt32BE(crc(named), named.length + 4);
  return chunk;
}

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let k = 0; k < 8; k += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

/** A JPEG that asks to be turned, with Exif, XMP and a colour profile that hold the mark. */
export function jpegFile(width: number, height: number, orientation: number): Buffer {
  const { data } = encode({ width, height, data: pixels(width, height) }, 95);
  const exif = Buffer.alloc(6 + 8 + 2 + 12 + 4);
  exif.write('Exif\0\0II*\0', 'latin1');
  exif.writeUInt32LE(8, 10);
  exif.writeUInt16LE(1, 14);
  exif.writeUInt16LE(274, 16);
  exif.writeUInt16LE(3, 18);
  exif.writeUInt32LE(1, 20);
  exif.writeUInt16LE(orientation, 24);
  const segments = [
    segment(0xe1, Buffer.concat([exif, Buffer.from(SECRET)])),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x>${SECRET}</x>`)),
    segment(0xe2, Buffer.from(`ICC_PROFILE\0\x01\x01${SECRET}`, 'latin1')),
    segment(0xfe, Buffer.from(SECRET)),
  ];
  return Buffer.concat([data.subarray(0, 2), ...segments, data.subarray(2)]);
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** A PNG of a few bytes that claims to have `side` × `side` pixels. */
export function bombFile(side: number): Buffer {
  const bytes = Buffer.from(pngFile(8, 8));
  bytes.writeUInt32BE(side, 16);
  bytes.writeUInt32BE(side, 20);
  return Buffer.concat([bytes, deflateSync(Buffer.alloc(1000))]);
}
