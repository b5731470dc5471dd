import type { Picture } from './picture.ts';

/** What letters are printed on: the picture of a letterhead, or the document of a word processor that has one. */
export interface Letterhead {
  /** What a letter's text keeps free at each edge, in millimetres. */
  readonly margins: Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>;
  readonly picture?: LetterheadPicture | undefined;
  /** Hash of all that it is. */
  readonly sha256: string;
}

/** The picture of a letterhead, and where it has ink that text can't be read on. */
export interface LetterheadPicture {
  readonly picture: Picture;
  /** A grid of cells, row by row from the top; 1 where there is ink. */
  readonly ink: { readonly columns: number; readonly rows: number; readonly cells: Uint8Array };
}
