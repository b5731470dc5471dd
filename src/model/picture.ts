import type { RasterImage } from './page.ts';

/** Filled areas of a drawing: absolute M L C Z in the drawing's own units, filled even–odd. */
export interface DrawnPath {
  readonly d: string;
  /** Grey of 0 (black) to 1 (white). */
  readonly ink: number;
}

/** A picture as it was read: pixels or outlines, upright, and nothing else of its file. */
export type Picture =
  | { readonly kind: 'raster'; readonly image: RasterImage }
  | {
      readonly kind: 'drawing';
      readonly width: number;
      readonly height: number;
      readonly paths: readonly DrawnPath[];
    };
