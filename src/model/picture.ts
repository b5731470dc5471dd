import type { RasterImage } from './page.ts';

/** Pictures that a document may show, by id. */
export type Pictures = ReadonlyMap<string, Picture>;

/** A picture as it was read: upright pixels, and nothing else of its file. */
export interface Picture {
  readonly image: RasterImage;
  /** Drawn from outlines: its edges stay sharp on paper, and it is never too coarse. */
  readonly isDrawing?: boolean | undefined;
}

/** Lightness of a colour, 0 to 255 (Rec. 709 weights). */
export function lightness(r: number, g: number, b: number): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Lightness of a pixel, 0 to 255. */
export function greyAt({ samples, data }: RasterImage, i: number): number {
  return samples === 'rgb8' ? lightness(data[i * 3]!, data[i * 3 + 1]!, data[i * 3 + 2]!) : data[i]!;
}
