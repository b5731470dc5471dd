import { type Group, MM, type Page, type PagedDocument, type PageItem } from '../model/page.ts';
import type { Cell } from './impose-grid.ts';
import { line } from './impose-marks.ts';
import { PAPERS, type SheetId } from './papers.ts';

/** Pages of a zine. */
export const ZINE_PAGES = 8;

/**
 * Where the pages stand, row by row from the left, as one looks at the sheet that lies across: the upper row stands on
 * its head. Folded in all three directions, cut open along the middle of the two inner columns and pushed together, they
 * follow each other; the first is the cover, the last its back.
 */
const ROWS = [
  [5, 4, 3, 2],
  [6, 7, 8, 1],
] as const;

/** Eight pages on one side of a sheet, which is folded three times and cut once: no stapling, no turning in the copier. */
export function imposeZine(doc: PagedDocument, sheet: SheetId): PagedDocument {
  const { width: high, height: wide } = PAPERS[sheet];
  const [width, height] = [wide * MM, high * MM];
  const cell = { width: width / 4, height: height / 2 };
  const places = ROWS.flatMap((row, r) =>
    (doc.direction === 'rtl' ? [...row].reverse() : row).map((number, c) => ({ number, r, c })),
  );
  const groups = doc.pages.flatMap((page, i): Group[] => {
    const found = places.find(({ number }) => number === i + 1);
    if (!found) return [];
    const { r, c } = found;
    return [place(page, { x: c * cell.width, y: r * cell.height, ...cell }, r === 0)];
  });
  const sheetOfAll = { width, height, items: [...groups, ...marks(width, height)] };
  return { ...doc, pages: [sheetOfAll], reading: doc.reading ?? doc.pages };
}

/** The page in the middle of its cell, on its head where it is turned. */
function place(page: Page, cell: Cell, isTurned: boolean): Group {
  const { width, height, items } = page;
  const [x, y] = [cell.x + (cell.width - width) / 2, cell.y + (cell.height - height) / 2];
  const matrix = isTurned ? ([-1, 0, 0, -1, x + width, y + height] as const) : ([1, 0, 0, 1, x, y] as const);
  return { kind: 'group', matrix, clip: { x: 0, y: 0, width, height }, items };
}

/** Dashes at the edges where it is folded, and a line where it is cut: along the middle, between the outer folds. */
function marks(width: number, height: number): PageItem[] {
  const [middle, quarter] = [height / 2, width / 4];
  const dashes = [0, 2, 4].map((mm) => [mm * MM, (mm + 1) * MM] as const);
  const upright = [1, 2, 3].flatMap((n) =>
    dashes.flatMap(([from, to]) => [
      line(n * quarter, from, to, true),
      line(n * quarter, height - to, height - from, true),
    ]),
  );
  const level = dashes.flatMap(([from, to]) => [
    line(middle, from, to, false),
    line(middle, width - to, width - from, false),
  ]);
  return [...upright, ...level, line(middle, quarter, 3 * quarter, false)];
}
