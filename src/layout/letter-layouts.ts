/** A rectangle in millimetres from the page's top left corner. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Positions of one kind of letter, in millimetres from the page's top left corner. */
export interface LetterLayout {
  readonly id: string;
  readonly name: string;
  /** Where the positions are laid down. */
  readonly source: string;
  readonly paper: { readonly width: number; readonly height: number };
  readonly letterhead: Area;
  /** What the envelope's window shows. */
  readonly window: Area;
  /** Address of the recipient inside the window; the first capitals stand at its top. */
  readonly address: Area & { readonly maxLines: number };
  /** Baseline of the small line over the address that names the sender, where the form has one. */
  readonly returnLine?: { readonly x: number; readonly y: number; readonly width: number };
  /** Place and date: the baseline, and the side it is flush with. */
  readonly date: { readonly x: number; readonly y: number; readonly width: number };
  /** The text: its top is the top of the subject's capitals, its bottom the lowest baseline. */
  readonly text: Area;
  /** First capitals of the text on continuation pages. */
  readonly nextTop: number;
  /** Lowest baseline of the small print at the foot. */
  readonly foot: number;
  readonly marks: { readonly x: number; readonly folds: readonly number[]; readonly hole?: number };
}

const A4 = { width: 210, height: 297 };

function dinLayout(id: string, name: string, head: number, folds: readonly number[]): LetterLayout {
  return {
    id,
    name,
    source: 'DIN 5008:2020-03, annex: A4 business letter; window of DIN 680',
    paper: A4,
    letterhead: { x: 25, y: head === 45 ? 19 : 12, width: 165, height: head === 45 ? 22 : 12 },
    window: { x: 20, y: head, width: 85, height: 45 },
    // Return address and notes take the upper 17.7 mm of the field, the recipient the lower 27.3 mm.
    returnLine: { x: 25, y: head + 15.2, width: 78 },
    address: { x: 25, y: head + 18.7, width: 78, height: 26.3, maxLines: 6 },
    date: { x: 125, y: head + 21.4, width: 65 },
    text: { x: 25, y: head + 53.46, width: 165, height: 277 - head - 53.46 },
    nextTop: 34,
    foot: 284,
    marks: { x: 5, folds, hole: 148.5 },
  };
}

/** The forms that handbill knows, by id. */
export const LETTER_LAYOUTS = {
  'din-b': dinLayout('din-b', 'DIN 5008 form B', 45, [105, 210]),
  'din-a': dinLayout('din-a', 'DIN 5008 form A', 27, [87, 192]),
  /**
   * Letter paper folded in three for a no. 10 envelope (4⅛ × 9½ in) whose window of 4½ × 1⅛ in lies ⅞ in from
   * the left and ½ in from the bottom. The sheet has 1 in of play sideways and ½ in upwards: the address stands
   * where the window shows it in every position.
   */
  us: {
    id: 'us',
    name: 'US business letter, no. 10 window envelope',
    source: 'USPS Publication 177, window envelopes; no. 10 envelope with standard window',
    paper: { width: 215.9, height: 279.4 },
    letterhead: { x: 25.4, y: 18, width: 165.1, height: 24 },
    window: { x: 22.2, y: 51.8, width: 88.9, height: 28.6 },
    address: { x: 25.4, y: 55.4, width: 84, height: 25, maxLines: 6 },
    date: { x: 125, y: 57.9, width: 65.5 },
    text: { x: 25.4, y: 89, width: 165.1, height: 173 },
    nextTop: 34,
    foot: 268,
    marks: { x: 5, folds: [93.1, 186.2] },
  },
} as const satisfies Record<string, LetterLayout>;

/** Ids of the forms, in the order in which help lists them. */
export type LetterLayoutId = keyof typeof LETTER_LAYOUTS;
export const LETTER_LAYOUT_IDS = Object.keys(LETTER_LAYOUTS) as readonly LetterLayoutId[];
