import {
  type Box,
  boundsOfPath,
  type Group,
  MM,
  type Page,
  type PagedDocument,
  type PageItem,
} from '../model/page.ts';
import { PAPERS, type SheetId } from './papers.ts';
import { retag } from './retag.ts';

/** What a copier leaves white at the edges of a sheet, in millimetres. */
const EDGE = 5;
const WEIGHT = 0.5;
const MARK = 6 * MM;

/** Where a tile's sheets and their seams lie, in points. */
interface Tiling {
  readonly sheet: { readonly width: number; readonly height: number };
  readonly columns: number;
  readonly rows: number;
  /** From a tile to the next. */
  readonly stepX: number;
  readonly stepY: number;
}

/**
 * Divides each page over sheets that are glued together with an overlap (10 mm): each tile repeats the last strip of
 * the one before. Marks show where to cut the repeated strip's edge, a small plan shows where the tile belongs. A text
 * keeps its tag on the tile that shows most of it.
 */
export function imposeTiles(doc: PagedDocument, sheet: SheetId, overlap = 10): PagedDocument {
  const pages = doc.pages.flatMap((page) => tilesOf(page, fewestTiles(page, sheet, overlap), overlap * MM));
  return { ...doc, pages, reading: doc.reading ?? doc.pages };
}

/** The orientation of the sheets that needs the fewest. */
function fewestTiles({ width, height }: Page, sheet: SheetId, overlap: number): Tiling {
  const paper = PAPERS[sheet];
  const tilings = [
    [paper.width, paper.height],
    [paper.height, paper.width],
  ].map(([wide, high]): Tiling => {
    const stepX = (wide! - 2 * EDGE - overlap) * MM;
    const stepY = (high! - 2 * EDGE - overlap) * MM;
    return {
      sheet: { width: wide! * MM, height: high! * MM },
      columns: Math.ceil((width - overlap * MM) / stepX - 1e-6),
      rows: Math.ceil((height - overlap * MM) / stepY - 1e-6),
      stepX,
      stepY,
    };
  });
  return tilings.reduce((a, b) => (b.columns * b.rows < a.columns * a.rows ? b : a));
}

function tilesOf(page: Page, tiling: Tiling, overlap: number): Page[] {
  const { sheet, columns, rows, stepX, stepY } = tiling;
  const bounds = page.items.map(boundsOf);
  // A poster that is smaller than its tiles stands in their middle.
  const left = (columns * stepX + overlap - page.width) / 2;
  const top = (rows * stepY + overlap - page.height) / 2;
  const windows = Array.from({ length: columns * rows }, (_, i) => ({
    x: (i % columns) * stepX - left,
    y: Math.floor(i / columns) * stepY - top,
    width: stepX + overlap,
    height: stepY + overlap,
  }));
  const home = bounds.map((b) => {
    const shares = windows.map((window) => shared(b, window));
    return shares.indexOf(Math.max(...shares));
  });
  return windows.map((window, tile) => {
    const items = page.items.flatMap((item, i) => {
      if (shared(bounds[i]!, window) <= 0) return [];
      return [home[i] === tile ? item : retag(item, () => undefined)];
    });
    const group: Group = {
      kind: 'group',
      matrix: [1, 0, 0, 1, EDGE * MM - window.x, EDGE * MM - window.y],
      clip: window,
      items,
    };
    const marks = seamMarks(tile % columns, Math.floor(tile / columns), tiling, overlap);
    return { ...sheet, items: [group, ...marks] };
  });
}

/** Ticks at the inner edges of the strips that neighbours repeat, and the plan of all tiles in the last such strip. */
function seamMarks(column: number, row: number, tiling: Tiling, overlap: number): PageItem[] {
  const { sheet, columns, rows } = tiling;
  const edge = EDGE * MM;
  const [right, bottom] = [sheet.width - edge, sheet.height - edge];
  const items: Box[] = [];
  const line = (x: number, y: number, width: number, height: number) =>
    items.push({ kind: 'box', x, y, width, height, ink: 0 });
  // The next tile is laid on this strip, up to the ticks.
  if (column < columns - 1) {
    for (const y of [edge, bottom - MARK]) line(right - overlap, y, WEIGHT, MARK);
  }
  if (row < rows - 1) {
    for (const x of [edge, right - MARK]) line(x, bottom - overlap, MARK, WEIGHT);
  }
  // Along these the edge that the copier left white is cut off.
  if (column > 0) for (const y of [0, sheet.height - edge]) line(edge, y, WEIGHT, edge);
  if (row > 0) for (const x of [0, sheet.width - edge]) line(x, edge, edge, WEIGHT);
  return [...items, ...planOf(column, row, tiling, overlap)];
}

/** Side of a tile in the plan. */
const PLAN = 1.6 * MM;

/** A plan of all tiles with this one black, on the strip that the next covers; the last has none to be covered. */
function planOf(column: number, row: number, { sheet, columns, rows }: Tiling, overlap: number): PageItem[] {
  const isLast = column === columns - 1 && row === rows - 1;
  if (isLast) return [];
  const [width, height] = [columns * PLAN, rows * PLAN];
  const edge = EDGE * MM;
  const onRight = column < columns - 1;
  const x = onRight ? sheet.width - edge - (overlap + width) / 2 : (sheet.width - width) / 2;
  const y = onRight ? (sheet.height - height) / 2 : sheet.height - edge - (overlap + height) / 2;
  const ground: Box = {
    kind: 'box',
    x: x - MM,
    y: y - MM,
    width: width + 2 * MM,
    height: height + 2 * MM,
    ink: 1,
  };
  const cells = Array.from({ length: columns * rows }, (_, i): PageItem => {
    const [c, r] = [i % columns, Math.floor(i / columns)];
    const place = { x: x + c * PLAN, y: y + r * PLAN, width: PLAN, height: PLAN, ink: 0 };
    return c === column && r === row
      ? { kind: 'box', ...place }
      : { kind: 'frame', ...place, stroke: WEIGHT };
  });
  return [ground, ...cells];
}

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Area that two rectangles share. */
function shared(a: Bounds, b: Bounds): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Where an item's ink can stand, generously. */
function boundsOf(item: PageItem): Bounds {
  switch (item.kind) {
    case 'glyphs': {
      const width = item.glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
      return { x: item.x, y: item.y - 1.1 * item.size, width, height: 1.5 * item.size };
    }
    case 'path':
      return boundsOfPath(item);
    case 'group': {
      const [a, b, c, d, e, f] = item.matrix;
      const corners = item.items.map(boundsOf).flatMap(({ x, y, width, height }) => [
        [x, y],
        [x + width, y],
        [x, y + height],
        [x + width, y + height],
      ]);
      return around(
        corners.map(([x, y]) => a * x! + c * y! + e),
        corners.map(([x, y]) => b * x! + d * y! + f),
      );
    }
    default:
      return item;
  }
}

function around(xs: readonly number[], ys: readonly number[]): Bounds {
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
