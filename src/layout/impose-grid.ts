import { MM, type Page } from '../model/page.ts';
import { PAPERS, type Paper, type PaperId, SHEET_IDS, type SheetId, usualSheet } from './papers.ts';

/** A place for one page on a sheet; points from the sheet's top left. */
export interface Cell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where pages stand on one side of a sheet, row by row from the left; points. */
export interface SheetGrid {
  readonly width: number;
  readonly height: number;
  readonly cells: readonly Cell[];
  readonly columns: number;
  readonly rows: number;
  /** Clear space between cells. */
  readonly gutter: number;
}

/** How far pages may stand over their sheet, in millimetres: what rounding leaves of three thirds. */
const TOLERANCE = 0.05;

/** How many pages a sheet may hold. */
export const UPS = [1, 2, 3, 4, 8] as const;

/** Sets `up` upright pages of one size on a sheet, in the orientation that holds them, centred. Undefined where none does. */
export function sheetGrid(
  page: Pick<Page, 'width' | 'height'>,
  up: number,
  sheet: Paper,
  gutter: number,
): SheetGrid | undefined {
  const sides = [sheet.width * MM, sheet.height * MM] as const;
  for (const [width, height] of [sides, [sides[1], sides[0]] as const]) {
    for (let columns = 1; columns <= up; columns += 1) {
      const rows = up / columns;
      if (!Number.isInteger(rows)) continue;
      const wide = columns * page.width + (columns - 1) * gutter;
      const high = rows * page.height + (rows - 1) * gutter;
      if (wide > width + TOLERANCE * MM || high > height + TOLERANCE * MM) continue;
      const [left, top] = [(width - wide) / 2, (height - high) / 2];
      const cells = Array.from({ length: up }, (_, i) => ({
        x: left + (i % columns) * (page.width + gutter),
        y: top + Math.floor(i / columns) * (page.height + gutter),
        width: page.width,
        height: page.height,
      }));
      return { width, height, cells, columns, rows, gutter };
    }
  }
  return undefined;
}

/** Sets columns of the given widths in millimetres on a sheet that lies across: the panels of a fold. */
export function columnGrid(sheet: Paper, widths: readonly number[]): SheetGrid {
  const [width, height] = [sheet.height * MM, sheet.width * MM];
  let x = (width - widths.reduce((sum, w) => sum + w, 0) * MM) / 2;
  const cells = widths.map((w) => {
    const cell = { x, y: 0, width: w * MM, height };
    x += cell.width;
    return cell;
  });
  return { width, height, cells, columns: widths.length, rows: 1, gutter: 0 };
}

/** The smallest sheet of the paper's own family, from the usual one up, that holds `up` pages. */
export function smallestSheet(paper: PaperId, up: number, gutter: number): SheetId | undefined {
  const first = SHEET_IDS.indexOf(usualSheet(paper));
  const family = SHEET_IDS.slice(first).filter((id) => isMetric(id) === isMetric(paper));
  const { width, height } = PAPERS[paper];
  const page = { width: width * MM, height: height * MM };
  return family.find((id) => sheetGrid(page, up, PAPERS[id], gutter));
}

function isMetric(paper: PaperId): boolean {
  return /^(a\d|dl)$/.test(paper);
}

/** How many pages of a paper fill a sheet. */
export function fillingUp(paper: PaperId, sheet: SheetId): number {
  const { width, height } = PAPERS[paper];
  const page = { width: width * MM, height: height * MM };
  return [...UPS].reverse().find((up) => sheetGrid(page, up, PAPERS[sheet], 0)) ?? 0;
}
