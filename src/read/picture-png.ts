import { PNG } from 'pngjs';
import type { RasterImage } from '../model/page.ts';
import { checkPixels } from './picture-limits.ts';
import { onWhite } from './pixels.ts';

/** Decodes a PNG on white paper. */
export function parsePng(bytes: Uint8Array): RasterImage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  checkPixels(view.getUint32(16), view.getUint32(20));
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
  return onWhite(width, height, data);
}
