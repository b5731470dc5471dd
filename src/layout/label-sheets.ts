import type { Area } from './envelopes.ts';
import { PAPERS, type Paper } from './papers.ts';

/** Where the labels of a sheet lie, in millimetres: row by row from the top left one. */
export interface LabelSheet {
  readonly name: string;
  readonly paper: Paper;
  readonly columns: number;
  readonly rows: number;
  /** Of one label. */
  readonly width: number;
  readonly height: number;
  /** Top left of the first label on the sheet. */
  readonly left: number;
  readonly top: number;
  /** From the left edge of a label to that of the next one, and from top to top. */
  readonly pitch: { readonly x: number; readonly y: number };
  /** The largest that an address is set, in points; as labels are where it is left out. */
  readonly largest?: number;
  /** Where an envelope names its sender. */
  readonly sender?: Area;
}

/**
 * Sheets of labels by the maker's number. The positions are those in common use; held against the templates of gLabels
 * (github.com/jimevins/glabels-qt, avery-iso- and avery-us-templates.xml) they agree within 0.4 mm, but for the columns
 * of 5160 (0.8 mm) and the left margin of L7163 (1.3 mm), where those aren't symmetric. Addresses keep 4 mm from the
 * sides. Nobody has held them against the maker's own sheets: print one on plain paper first.
 */
export const LABEL_SHEETS = {
  l7160: {
    name: 'Avery L7160',
    paper: PAPERS.a4,
    columns: 3,
    rows: 7,
    width: 63.5,
    height: 38.1,
    left: 7.2,
    top: 15.15,
    pitch: { x: 66, y: 38.1 },
  },
  l7163: {
    name: 'Avery L7163',
    paper: PAPERS.a4,
    columns: 2,
    rows: 7,
    width: 99.1,
    height: 38.1,
    left: 4.65,
    top: 15.15,
    pitch: { x: 101.6, y: 38.1 },
  },
  '5160': {
    name: 'Avery 5160',
    paper: PAPERS.letter,
    columns: 3,
    rows: 10,
    width: 66.675,
    height: 25.4,
    left: 4.7625,
    top: 12.7,
    pitch: { x: 69.85, y: 25.4 },
  },
  '5161': {
    name: 'Avery 5161',
    paper: PAPERS.letter,
    columns: 2,
    rows: 10,
    width: 101.6,
    height: 25.4,
    left: 3.96875,
    top: 12.7,
    pitch: { x: 106.3625, y: 25.4 },
  },
  '5163': {
    name: 'Avery 5163',
    paper: PAPERS.letter,
    columns: 2,
    rows: 5,
    width: 101.6,
    height: 50.8,
    left: 3.96875,
    top: 12.7,
    pitch: { x: 106.3625, y: 50.8 },
  },
} as const satisfies Record<string, LabelSheet>;

export type LabelSheetId = keyof typeof LABEL_SHEETS;
/** Ids of all sheets, in the order in which help lists them. */
export const LABEL_SHEET_IDS = ['l7160', 'l7163', '5160', '5161', '5163'] as const satisfies LabelSheetId[];

/** How many labels a sheet has. */
export function labelCount({ columns, rows }: LabelSheet): number {
  return columns * rows;
}
