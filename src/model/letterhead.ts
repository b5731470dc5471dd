import type { Picture } from './picture.ts';

/** The picture of a letterhead that letters are printed on. */
export interface Letterhead {
  readonly picture: Picture;
  /** Where it has ink that text can't be read on: a grid of cells, row by row from the top; 1 where there is some. */
  readonly ink: { readonly columns: number; readonly rows: number; readonly cells: Uint8Array };
  /** What a letter's text keeps free at each edge, in millimetres. */
  readonly margins: Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>;
  /** Hash of all that it is. */
  readonly sha256: string;
}
