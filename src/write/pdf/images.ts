import { deflateSync } from 'node:zlib';
import { memoise } from '../../model/memory.ts';
import type { RasterImage } from '../../model/page.ts';
import { toDifferences } from './differences.ts';
import { FLATE, type PdfFile, type StreamEntries } from './file.ts';

/** Writes a picture as an image object, without loss (ISO 32000-1, 8.9.5). */
export function writeImage(file: PdfFile, object: number, image: RasterImage): void {
  const { entries, data } = compress(image);
  const { width, height, samples } = image;
  const space = samples === 'rgb8' ? 'DeviceRGB' : 'DeviceGray';
  const bits = samples === 'grey1' ? 1 : 8;
  const shape = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, ColorSpace: space };
  file.writeStream(object, { ...entries, ...shape, BitsPerComponent: bits }, data);
}

/** A picture's pixels, compressed, and what its dictionary says of that. */
interface Compressed {
  readonly entries: StreamEntries;
  readonly data: Uint8Array;
}

/** As they are or by differences, whichever is smaller (7.4.4.4). */
const compress = memoise(({ width, samples, data }: RasterImage): Compressed => {
  const plain = { entries: FLATE, data: deflateSync(data) };
  if (samples === 'grey1') return plain;
  const colours = samples === 'rgb8' ? 3 : 1;
  const differences = deflateSync(toDifferences(data, width, colours));
  if (differences.length >= plain.data.length) return plain;
  const parameters = { Predictor: 15, Colors: colours, BitsPerComponent: 8, Columns: width };
  return { entries: { ...FLATE, DecodeParms: parameters }, data: differences };
});
