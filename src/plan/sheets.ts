import { type Flip, imposeSheets } from '../layout/impose.ts';
import { fillingUp, smallestSheet } from '../layout/impose-grid.ts';
import { imposeTiles } from '../layout/impose-tiles.ts';
import { type PaperId, type SheetId, usualSheet } from '../layout/papers.ts';
import { MM, type PagedDocument } from '../model/page.ts';
import type { Problem } from '../problems.ts';

/** Folds: A5 pages, or six panels that fit a DL envelope. */
export const FOLD_FORMS = ['booklet', 'dl'] as const;
export type Fold = (typeof FOLD_FORMS)[number];

/** How leaflets are set on the copier's sheets; lengths in millimetres. */
export interface SheetOptions {
  /** Copies on a sheet. Left out: the page alone, and as many as fill the usual sheet. 1: the page alone. */
  readonly up?: number | undefined;
  /** The usual one, or the smallest that holds them, where it is left out. */
  readonly sheet?: SheetId | undefined;
  readonly flip: Flip;
  readonly gutter: number;
  readonly bleed: number;
  readonly marks: boolean;
  /** All languages on the pages of one folded sheet, or several sheets put into each other. */
  readonly fold?: Fold | undefined;
}

/** The plain sheet of an office copier, which turns it over its long edge. */
export const PLAIN_SHEETS: SheetOptions = { flip: 'long', gutter: 0, bleed: 0, marks: true };

/** A document as it is printed: the pages alone, or sheets; `ending` goes between its path and `.pdf`. */
export interface Printed {
  readonly ending: string;
  readonly paged?: PagedDocument | undefined;
  readonly problems: readonly Problem[];
}

/**
 * The forms in which the pages of a paper are printed: alone, several on a sheet, and what is larger than A4 or the
 * sheet in the copier in tiles to be glued.
 */
export function printedForms(paged: PagedDocument, paper: PaperId, options: SheetOptions): Printed[] {
  const { sheet, gutter, bleed } = options;
  const up = options.up ?? fillingUp(paper, sheet ?? usualSheet(paper));
  const alone: Printed[] = options.up === undefined || up === 1 ? [{ ending: '', paged, problems: [] }] : [];
  const tiles = sheet ?? usualSheet(paper);
  if (options.up === undefined && up === 0 && tiles !== paper) {
    return [...alone, { ending: '.tiles', paged: imposeTiles(paged, tiles), problems: [] }];
  }
  if (up < 2) return alone;
  const chosen = sheet ?? smallestSheet(paper, up, Math.max(gutter, 2 * bleed) * MM) ?? usualSheet(paper);
  const sheets = imposeSheets(paged, { ...options, up, sheet: chosen, arrange: 'copies' });
  return [...alone, { ending: `.${up}up`, ...sheets }];
}
