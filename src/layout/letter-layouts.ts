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
  /** Fold marks and hole mark: where they begin, and the side they run to (right where it is left out). */
  readonly marks: {
    readonly x: number;
    readonly folds: readonly number[];
    readonly hole?: number;
    readonly towards?: 'left';
  };
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
   * Letter paper folded in three, resting on the bottom of a no. 10 envelope (4⅛ × 9½ in) whose window of
   * 4½ × 1⅛ in lies ⅞ in from the left and ½ in from the bottom: it shows the paper from 2.04 in to 3.17 in.
   */
  us: {
    id: 'us',
    name: 'US business letter',
    source: 'USPS Publication 28 and the common no. 10 window (1⅛ × 4½ in, ⅞ in from left, ½ in from bottom)',
    paper: { width: 215.9, height: 279.4 },
    letterhead: { x: 25.4, y: 18, width: 165.1, height: 24 },
    window: { x: 22.2, y: 51.8, width: 88.9, height: 28.6 },
    address: { x: 25.4, y: 54.4, width: 82, height: 25.6, maxLines: 6 },
    date: { x: 125, y: 57.1, width: 65.5 },
    text: { x: 25.4, y: 89, width: 165.1, height: 173 },
    nextTop: 34,
    foot: 268,
    marks: { x: 5, folds: [93.1, 186.2] },
  },
  /** The window lies at the right; the address stands where the windows of C5 and C5/6 envelopes agree. */
  swiss: {
    id: 'swiss',
    name: 'Swiss letter, window right',
    source: 'SN 010130:2016; window 8 mm from the right, 45 mm from the top, 90 × 45 mm',
    paper: A4,
    letterhead: { x: 25, y: 19, width: 85, height: 40 },
    window: { x: 112, y: 45, width: 90, height: 45 },
    address: { x: 120, y: 53, width: 75, height: 26.3, maxLines: 6 },
    date: { x: 25, y: 93, width: 85 },
    text: { x: 25, y: 104, width: 165, height: 173 },
    nextTop: 34,
    foot: 284,
    marks: { x: 5, folds: [105, 210], hole: 148.5 },
  },
  /** Six lines of at most 38 characters, seen through a window at the right; folded in three. */
  french: {
    id: 'french',
    name: 'French letter, window right',
    source: 'NF Z 11-001 and NF Z 10-011; address 110 mm from the left, 55 mm from the top, 85 × 33 mm',
    paper: A4,
    letterhead: { x: 20, y: 19, width: 85, height: 36 },
    window: { x: 105, y: 52, width: 95, height: 38 },
    address: { x: 110, y: 57, width: 82, height: 26.3, maxLines: 6 },
    date: { x: 110, y: 98, width: 80 },
    text: { x: 25, y: 108, width: 165, height: 169 },
    nextTop: 34,
    foot: 284,
    marks: { x: 5, folds: [99, 198], hole: 148.5 },
  },
  /** A4 folded in three in a DL envelope (110 × 220 mm) whose window lies 20 mm from the left and the bottom. */
  uk: {
    id: 'uk',
    name: 'UK letter, DL window envelope',
    source: 'BS 4264 DL envelope, window 35 × 90 mm, 20 mm from the left and from the bottom',
    paper: A4,
    letterhead: { x: 25, y: 18, width: 165, height: 22 },
    window: { x: 20, y: 48, width: 80, height: 35 },
    address: { x: 25, y: 55, width: 73, height: 26.3, maxLines: 6 },
    date: { x: 125, y: 57.7, width: 65 },
    text: { x: 25, y: 94, width: 165, height: 183 },
    nextTop: 34,
    foot: 284,
    marks: { x: 5, folds: [99, 198], hole: 148.5 },
  },
} as const satisfies Record<string, LetterLayout>;

/** Ids of the forms, in the order in which help lists them. */
export type LetterLayoutId = keyof typeof LETTER_LAYOUTS;
export const LETTER_LAYOUT_IDS = Object.keys(LETTER_LAYOUTS) as readonly LetterLayoutId[];

/**
 * The form for a letter that is read from the right: the mirror image, so that the wide margin lies at the edge where
 * lines begin, but for what the envelope and its window decide. What would come to lie under the window stays beside it.
 */
export function mirrorLayout(layout: LetterLayout): LetterLayout {
  const { paper, window, text } = layout;
  const edge = paper.width - text.x;
  const flip = <T extends Omit<Area, 'height'>>(area: T, height: number): T => {
    const x = paper.width - area.x - area.width;
    const isCovered =
      x < window.x + window.width &&
      x + area.width > window.x &&
      area.y < window.y + window.height &&
      area.y + height > window.y;
    return { ...area, x: isCovered ? Math.min(area.x, edge - area.width) : x };
  };
  const { letterhead, date, marks } = layout;
  return {
    ...layout,
    letterhead: flip(letterhead, letterhead.height),
    date: flip(date, 0),
    text: flip(text, 0),
    marks: { ...marks, x: paper.width - marks.x, towards: 'left' },
  };
}

/** Countries with a form of their own; those of the United States' paper use its form, all others DIN 5008 form B. */
const LAYOUT_OF_COUNTRY: Readonly<Partial<Record<LetterLayoutId, string>>> = {
  us: 'US CA MX PH CL CO VE CR GT PA PR',
  swiss: 'CH LI',
  french: 'FR MC',
  uk: 'GB IE',
};

/** The form of letter that fits the window envelopes of a sender's country. */
export function letterLayoutFor(country: string | undefined): LetterLayoutId {
  const own = LETTER_LAYOUT_IDS.find((id) => country && LAYOUT_OF_COUNTRY[id]?.split(' ').includes(country));
  return own ?? 'din-b';
}
