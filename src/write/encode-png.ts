import { deflateSync } from 'node:zlib';
import { crc32 } from '../model/crc32.ts';
import type { RasterImage } from '../model/page.ts';

/** Pixels as PNG (ISO/IEC 15948) without metadata, as they are: 1 bit or 8 of grey, 8 of each colour. */
export function encodePng({ width, height, samples, data }: RasterImage): Buffer {
  const [bits, colours, parts] = samples === 'rgb8' ? [8, 2, 3] : [samples === 'grey1' ? 1 : 8, 0, 1];
  const stride = Math.ceil((width * bits * parts) / 8);
  const rows = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y += 1)
    rows.set(data.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, colours], 8);
  const signature = Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}
