import { deflateSync } from 'node:zlib';
import type { RasterImage } from '../../model/page.ts';
import { FLATE, type PdfFile } from './file.ts';

const compressed = new WeakMap<RasterImage, Uint8Array>();

/** Writes a picture as an image object, without loss (ISO 32000-1, 8.9.5). */
export function writeImage(file: PdfFile, object: number, image: RasterImage): void {
  const data = compressed.get(image) ?? deflateSync(image.data);
  compressed.set(image, data);
  const { width, height, samples } = image;
  const space = samples === 'rgb8' ? 'DeviceRGB' : 'DeviceGray';
  const bits = samples === 'grey1' ? 1 : 8;
  const entries = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, ColorSpace: space };
  file.writeStream(object, { ...FLATE, ...entries, BitsPerComponent: bits }, data);
}
