import { deflateSync } from 'node:zlib';
import { memoise } from '../../model/memory.ts';
import type { RasterImage } from '../../model/page.ts';
import { FLATE, type PdfFile } from './file.ts';

const compress = memoise(({ data }: RasterImage): Uint8Array => deflateSync(data));

/** Writes a picture as an image object, without loss (ISO 32000-1, 8.9.5). */
export function writeImage(file: PdfFile, object: number, image: RasterImage): void {
  const { width, height, samples } = image;
  const space = samples === 'rgb8' ? 'DeviceRGB' : 'DeviceGray';
  const bits = samples === 'grey1' ? 1 : 8;
  const entries = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, ColorSpace: space };
  file.writeStream(object, { ...FLATE, ...entries, BitsPerComponent: bits }, compress(image));
}
