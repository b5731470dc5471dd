import { addBleed, runOverEdges } from '../layout/bleed.ts';
import { type Flip, imposeSheets } from '../layout/impose.ts';
import { fillingUp, smallestSheet } from '../layout/impose-grid.ts';
import { imposeTiles } from '../layout/impose-tiles.ts';
import { PAPERS, type PaperId, type SheetId, usualSheet } from '../layout/papers.ts';
import { MM, type PagedDocument } from '../model/page.ts';
import type { Problem } from '../problems.ts';

/** Folds: A5 pages, six panels that fit a DL envelope, or a sheet of eight pages with one cut. */
export const FOLD_FORMS = ['booklet', 'dl', 'zine'] as const;
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
  /** Pages of a fold over which one leaflet goes on. */
  readonly flow?: number | undefined;
}

/** The plain sheet of an office copier, which turns it over its long edge. */
export const PLAIN_SHEETS: SheetOptions = { flip: 'long', gutter: 0, bleed: 0, marks: true };

/** A document as it is printed: the pages alone, or sheets; `ending` goes between its path and `.pdf`. */
export interface Printed {
  readonly ending: string;
  readonly paged?: PagedDocument | undefined;
  readonly problems: readonly Problem[];
}

/** What goes between the path of a file for a print shop and its ending. */
export const PRINT_SHOP = '.print-shop';

/**
 * The forms in which the pages of a paper are printed: alone, several on a sheet, and what is larger than A4 or the
 * sheet in the copier in tiles to be glued. A print shop takes the pages alone, unless more on a sheet are asked for.
 */
export function printedForms(
  pages: PagedDocument,
  paper: PaperId,
  options: SheetOptions,
  printShop = false,
): Printed[] {
  const { sheet, gutter, bleed, marks } = options;
  const paged = runOverEdges(pages, PAPERS[paper].margin, bleed);
  const up = options.up ?? (printShop ? 1 : fillingUp(paper, sheet ?? usualSheet(paper)));
  const single: Printed = {
    ending: printShop ? PRINT_SHOP : '',
    paged: addBleed(paged, bleed, marks),
    problems: [],
  };
  const alone: Printed[] = options.up === undefined || up === 1 ? [single] : [];
  const tiles = sheet ?? usualSheet(paper);
  if (options.up === undefined && up === 0 && tiles !== paper) {
    return [...alone, { ending: '.tiles', paged: imposeTiles(pages, tiles), problems: [] }];
  }
  if (up < 2) return alone;
  const chosen = sheet ?? smallestSheet(paper, up, Math.max(gutter, 2 * bleed) * MM) ?? usualSheet(paper);
  const sheets = imposeSheets(paged, { ...options, up, sheet: chosen, arrange: 'copies' });
  return [...alone, { ending: `.${up}up${single.ending}`, ...sheets }];
}
