import { type Group, MM, type Page, type PagedDocument, type PageItem } from '../model/page.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import { type Cell, columnGrid, type SheetGrid, sheetGrid } from './impose-grid.ts';
import { cutMarks, foldMarks } from './impose-marks.ts';
import { PAPERS, type SheetId } from './papers.ts';
import { inSection } from './retag.ts';

/** The edge of the sheet, as it lies, about which the printer turns it; `none` prints one side only. */
export const FLIPS = ['long', 'short', 'none'] as const;
export type Flip = (typeof FLIPS)[number];
/** How a sheet that is printed on both sides is turned. */
export type Duplex = Exclude<Flip, 'none'>;

/** How pages are set on sheets. */
export interface Imposition {
  readonly sheet: SheetId;
  /** Pages on one side of a sheet. */
  readonly up: number;
  /** `copies` fills a sheet with the same page; `pages` sets the pages one after the other. */
  readonly arrange: 'copies' | 'pages';
  readonly flip: Flip;
  /** Between pages, in millimetres; never less than twice the bleed. */
  readonly gutter: number;
  /** What may be printed over a page's edge, in millimetres. */
  readonly bleed: number;
  readonly marks: boolean;
}

/** A leaf in the hand: what stands on its two sides, pages by index. */
interface Leaf {
  readonly front?: number | undefined;
  readonly back?: number | undefined;
  readonly copy: number;
}

/** Sets the pages of a document on sheets, each front with its back behind it. */
export function imposeSheets(
  doc: PagedDocument,
  imposition: Imposition,
): { paged?: PagedDocument; problems: Problem[] } {
  const { up, arrange, flip, bleed, marks } = imposition;
  const sheet = PAPERS[imposition.sheet];
  const page = doc.pages[0]!;
  const grid = sheetGrid(page, up, sheet, Math.max(imposition.gutter, 2 * bleed) * MM);
  if (!grid) return { problems: [sheetTooSmall(page, imposition)] };
  const copies = arrange === 'copies' ? up : 1;
  const leaves = leavesOf(doc.pages.length, flip !== 'none').flatMap((leaf) =>
    Array.from({ length: copies }, (_, copy) => ({ ...leaf, copy })),
  );
  const cuts = marks ? cutMarks(grid, bleed * MM) : [];
  const paged = imposeLeaves(doc, leaves, { grid, flip, marks: cuts, bleed: bleed * MM }, copies);
  return { paged, problems: [] };
}

/** Pages in reading order as leaves, printed on both sides or on one. */
function leavesOf(pages: number, duplex: boolean): Omit<Leaf, 'copy'>[] {
  const step = duplex ? 2 : 1;
  return Array.from({ length: Math.ceil(pages / step) }, (_, i) => {
    const front = i * step;
    return { front, back: duplex && front + 1 < pages ? front + 1 : undefined };
  });
}

/** A booklet on sheets folded once and put into each other: 4-1 outside, 2-3 inside; blank pages fill the last. */
export function imposeBooklet(doc: PagedDocument, sheet: SheetId, flip: Duplex): PagedDocument {
  const paper = PAPERS[sheet];
  const grid = columnGrid(paper, [paper.height / 2, paper.height / 2]);
  const last = Math.ceil(doc.pages.length / 4) * 4 - 1;
  const leaves = Array.from({ length: (last + 1) / 4 }, (_, s): Leaf[] => [
    { front: last - 2 * s, back: last - 2 * s - 1, copy: 0 },
    { front: 2 * s, back: 2 * s + 1, copy: 0 },
  ]).flatMap((pair) => inReadingDirection(doc, pair));
  return imposeLeaves(doc, leaves, { grid, flip, marks: foldMarks(grid) });
}

/**
 * Six panels of a sheet folded twice to fit a DL envelope: outside the flap, the back and the cover, inside 2 to 4.
 * The panel that is folded in is 2 mm narrower than the others, so that the sheet lies flat.
 */
export function imposeDlFold(doc: PagedDocument, sheet: SheetId, flip: Duplex): PagedDocument {
  const paper = PAPERS[sheet];
  const wide = (paper.height + 2) / 3;
  const panels = [
    { width: wide - 2, leaf: { front: 4, back: 3, copy: 0 } },
    { width: wide, leaf: { front: 5, back: 2, copy: 0 } },
    { width: wide, leaf: { front: 0, back: 1, copy: 0 } },
  ];
  const ordered = inReadingDirection(doc, panels);
  const grid = columnGrid(
    paper,
    ordered.map((panel) => panel.width),
  );
  const leaves = ordered.map((panel) => panel.leaf);
  return imposeLeaves(doc, leaves, { grid, flip, marks: foldMarks(grid) });
}

/** Leaves from left to right: the other way round where the text runs from right to left. */
function inReadingDirection<T>({ direction }: PagedDocument, leaves: readonly T[]): T[] {
  return direction === 'rtl' ? [...leaves].reverse() : [...leaves];
}

/** The sheet that leaves are set on: its cells, how it is turned, its marks, and what is printed over the edge of a page. */
interface Sheet {
  readonly grid: SheetGrid;
  readonly flip: Flip;
  readonly marks: readonly PageItem[];
  readonly bleed?: number;
}

function imposeLeaves(
  doc: PagedDocument,
  leaves: readonly Leaf[],
  { grid, flip, marks, bleed = 0 }: Sheet,
  copies = 1,
): PagedDocument {
  const copied = copies === 1 ? [doc] : Array.from({ length: copies }, () => inSection(doc));
  const { width, height, cells } = grid;
  const pages: Page[] = [];
  for (let first = 0; first < leaves.length; first += cells.length) {
    const placed = leaves.slice(first, first + cells.length);
    const side = (of: 'front' | 'back') =>
      placed.flatMap((leaf, i) => {
        const page = copied[leaf.copy]!.pages[leaf[of] ?? -1];
        if (!page) return [];
        const cell = of === 'front' ? cells[i]! : behind(cells[i]!, width);
        const group = placePage(page, cell, bleed);
        return [of === 'back' && turnsUpsideDown(grid, flip) ? turned(group, grid) : group];
      });
    pages.push({ width, height, items: [...side('front'), ...marks] });
    const back = side('back');
    if (back.length > 0) pages.push({ width, height, items: back });
  }
  return { ...doc, pages, reading: copied.flatMap((one) => one.reading ?? one.pages) };
}

/** The page in the middle of its cell. */
function placePage({ width, height, items }: Page, cell: Cell, bleed: number): Group {
  const [x, y] = [cell.x + (cell.width - width) / 2, cell.y + (cell.height - height) / 2];
  return {
    kind: 'group',
    matrix: [1, 0, 0, 1, x, y],
    clip: { x: -bleed, y: -bleed, width: width + 2 * bleed, height: height + 2 * bleed },
    items,
  };
}

/** Where a cell lies as seen from the back of a sheet that is turned like a page of a book. */
function behind(cell: Cell, width: number): Cell {
  return { ...cell, x: width - cell.x - cell.width };
}

/** True if the printer turns the sheet over its head, so that backs printed upright would stand on theirs. */
function turnsUpsideDown({ width, height }: SheetGrid, flip: Flip): boolean {
  return flip === 'long' ? width > height : width <= height;
}

function turned(group: Group, { width, height }: SheetGrid): Group {
  const [, , , , x, y] = group.matrix;
  return { ...group, matrix: [-1, 0, 0, -1, width - x, height - y] };
}

function sheetTooSmall({ width, height }: Page, { up, sheet }: Imposition): Problem {
  const size = `${Math.round(width / MM)} × ${Math.round(height / MM)} mm`;
  return finding('error', 'sheet-too-small/up', { up, size, sheet: sheet.toUpperCase() });
}
