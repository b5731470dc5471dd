/** A sheet or page in millimetres, upright. */
export interface Paper {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Free of ink all round: office copiers don't print to the edge. */
  readonly margin: number;
}

/** Papers by id: ISO 216, the third of A4 that fills a DL envelope (ISO 269), and ANSI/ASME Y14.1 with its parts. */
export const PAPERS = {
  a2: { id: 'a2', width: 420, height: 594, margin: 24 },
  a3: { id: 'a3', width: 297, height: 420, margin: 18 },
  a4: { id: 'a4', width: 210, height: 297, margin: 14 },
  a5: { id: 'a5', width: 148, height: 210, margin: 10 },
  a6: { id: 'a6', width: 105, height: 148, margin: 7 },
  a7: { id: 'a7', width: 74, height: 105, margin: 6 },
  dl: { id: 'dl', width: 99, height: 210, margin: 8 },
  tabloid: { id: 'tabloid', width: 279.4, height: 431.8, margin: 18 },
  legal: { id: 'legal', width: 215.9, height: 355.6, margin: 14 },
  letter: { id: 'letter', width: 215.9, height: 279.4, margin: 14 },
  'half-letter': { id: 'half-letter', width: 139.7, height: 215.9, margin: 9.5 },
  'quarter-letter': { id: 'quarter-letter', width: 107.95, height: 139.7, margin: 7 },
} as const satisfies Record<string, Paper>;

/** Id of a paper. */
export type PaperId = keyof typeof PAPERS;

/** Sheets that printers and copiers take, the smallest of each family first. */
export const SHEET_IDS = ['a4', 'a3', 'letter', 'legal', 'tabloid'] as const satisfies readonly PaperId[];
export type SheetId = (typeof SHEET_IDS)[number];

/** The sheet in the copier of an office that uses this paper. */
export function usualSheet(paper: PaperId): SheetId {
  if (paper === 'legal') return 'legal';
  return /letter|tabloid/.test(paper) ? 'letter' : 'a4';
}

/** Characters that no page has room for, whatever its size: the narrowest letters fill a poster with half as many. */
export const MORE_THAN_A_PAGE = 40_000;
