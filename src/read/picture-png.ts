import { inflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import type { RasterImage } from '../model/page.ts';
import { checkPixels } from './picture-limits.ts';
import { onWhite } from './pixels.ts';

/** Decodes a PNG on white paper. */
export function parsePng(bytes: Uint8Array): RasterImage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height, bits] = [view.getUint32(16), view.getUint32(20), view.getUint8(24)];
  checkPixels(width, height, bits);
  if (view.getUint8(28) !== 0) holdUnpacked(view, width, height, bits);
  const { data } = PNG.sync.read(Buffer.from(bytes));
  return onWhite(width, height, data);
}

/** Throws where an interlaced PNG unpacks to more than its pixels take: pngjs would unpack all of it. */
function holdUnpacked(view: DataView, width: number, height: number, bits: number): void {
  const packed: Uint8Array[] = [];
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const length = Math.min(view.getUint32(at), view.byteLength - at - 8);
    const isData = view.getUint32(at + 4) === 0x49444154; // IDAT
    if (isData) packed.push(new Uint8Array(view.buffer, view.byteOffset + at + 8, length));
  }
  // Four channels at most; seven passes add a byte to each of their lines, and round up their last byte.
  const maxOutputLength = width * height * 4 * Math.max(bits / 8, 1) + 16 * (height + 8);
  inflateSync(Buffer.concat(packed), { maxOutputLength });
}
