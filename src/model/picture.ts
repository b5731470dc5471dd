import type { RasterImage } from './page.ts';

/** Pictures that a document may show, by id. */
export type Pictures = ReadonlyMap<string, Picture>;

/** A picture as it was read: upright pixels, and nothing else of its file. */
export interface Picture {
  readonly image: RasterImage;
  /** Drawn from outlines: its edges stay sharp on paper, and it is never too coarse. */
  readonly isDrawing?: boolean | undefined;
}
