import { type Area, ENVELOPES, type Envelope, type Shown, shownOf } from './envelopes.ts';

/** Positions of one kind of letter, in millimetres from the page's top left corner. */
export interface LetterLayout {
  readonly id: string;
  readonly name: string;
  /** Where the positions are laid down. */
  readonly source: string;
  readonly paper: { readonly width: number; readonly height: number };
  /** Envelopes whose windows show the address and nothing else, however the letter slides in them. */
  readonly envelopes: readonly Envelope[];
  readonly letterhead: Area;
  /** True where a letterhead of the sender's own lies under the letter, which says who writes. */
  readonly isHeaded?: boolean | undefined;
  /** Address of the recipient inside the window; the first capitals of six lines stand at its top. */
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
const US_LETTER = { width: 215.9, height: 279.4 };

function dinLayout(id: string, name: string, head: number, folds: readonly number[]): LetterLayout {
  return {
    id,
    name,
    source:
      'DIN 5008:2020-03, annex: A4 business letter (address field and folds also in r9005.de, “Vorlagen Briefbogen”)',
    paper: A4,
    envelopes: [ENVELOPES.din, ENVELOPES.dinLarge],
    letterhead: { x: 25, y: head === 45 ? 19 : 12, width: 165, height: head === 45 ? 22 : 12 },
    // Return address and notes take the upper 17.7 mm of the field, the recipient the lower 27.3 mm. The field is 85 mm
    // wide; beyond 66 mm from the margin the window of a C6/5 envelope hides it where the letter slides to the right.
    returnLine: { x: 25, y: head + 15.2, width: 65.5 },
    address: { x: 25, y: head + 18.7, width: 65.5, height: 26.3, maxLines: 6 },
    date: { x: 125, y: head + 21.4, width: 65 },
    // The norm has it at 53.46 mm, where that window shows half a millimetre of it.
    text: { x: 25, y: head + 54.1, width: 165, height: 277 - head - 54.1 },
    nextTop: 34,
    foot: 284,
    marks: { x: 5, folds, hole: 148.5 },
  };
}

/**
 * Letter paper for an envelope whose height leaves ⅛ in: the first fold lies lower than a third of the paper, since
 * otherwise the letter slides so far that the window shows less than six lines. Every character must stay visible
 * however the letter slides (USPS Domestic Mail Manual 601.6.3); automation rates ask for ⅛ in of clearance besides,
 * which four lines have.
 */
function usLayout(id: string, name: string, envelope: Envelope): LetterLayout {
  const fold = envelope.height - 3.175;
  const folds = [fold, 2 * fold];
  const { always, ever } = shownOf([envelope], US_LETTER, folds);
  const below = ever.y + ever.height;
  return {
    id,
    name,
    source: 'USPS Publication 28, Postal Addressing Standards; positions follow from the envelope',
    paper: US_LETTER,
    envelopes: [envelope],
    letterhead: { x: 25.4, y: 18, width: 165.1, height: 20 },
    address: {
      x: 25.4,
      y: always.y + 0.3,
      width: always.x + always.width - 26,
      height: 25,
      maxLines: 6,
    },
    date: { x: 105, y: ever.y - 5, width: 85.5 },
    text: { x: 25.4, y: below + 6, width: 165.1, height: 256 - below },
    nextTop: 34,
    foot: 268,
    marks: { x: 5, folds },
  };
}

/** A4 in an envelope of BS 4264. */
function ukLayout(id: string, name: string, envelope: Envelope, folds: readonly number[]): LetterLayout {
  const { always, ever } = shownOf([envelope], A4, folds);
  const below = ever.y + ever.height;
  return {
    id,
    name,
    source: 'common practice; the address stands where the window shows it',
    paper: A4,
    envelopes: [envelope],
    letterhead: { x: 25, y: 18, width: 165, height: 22 },
    address: { x: 25, y: always.y + 0.8, width: always.x + always.width - 25.5, height: 26.3, maxLines: 6 },
    date: { x: 125, y: always.y + 3.5, width: 65 },
    text: { x: 25, y: below + 4, width: 165, height: 273 - below },
    nextTop: 34,
    foot: 284,
    marks: { x: 5, folds, ...(folds.length > 1 && { hole: 148.5 }) },
  };
}

/** The forms that handbill knows, by id. */
export const LETTER_LAYOUTS = {
  'din-b': dinLayout('din-b', 'DIN 5008 form B', 45, [105, 210]),
  'din-a': dinLayout('din-a', 'DIN 5008 form A', 27, [87, 192]),
  us: usLayout('us', 'US business letter, no. 10 window envelope', ENVELOPES.us10),
  'us-9': usLayout('us-9', 'US business letter, no. 9 window envelope', ENVELOPES.us9),
  /** The address stands where the two windows in use agree. */
  swiss: {
    id: 'swiss',
    name: 'Swiss letter, window right',
    source: 'SN 010130:2016; the address stands where both windows in use show it',
    paper: A4,
    envelopes: [ENVELOPES.swiss, ENVELOPES.swissLarge],
    letterhead: { x: 25, y: 19, width: 72, height: 40 },
    address: { x: 122.5, y: 48.4, width: 70, height: 26.3, maxLines: 6 },
    date: { x: 25, y: 97, width: 72 },
    text: { x: 25, y: 108, width: 165, height: 169 },
    nextTop: 34,
    foot: 284,
    marks: { x: 5, folds: [105, 210], hole: 148.5 },
  },
  /** Six lines of at most 38 characters, seen through a window at the right; folded in three. */
  french: {
    id: 'french',
    name: 'French letter, window right',
    source:
      'NF Z 11-001 and NF Z 10-011: address 110 mm from the left, 55 mm from the top, 85 × 33 mm (edics.fr, “Rédiger vos adresses”)',
    paper: A4,
    envelopes: [ENVELOPES.french],
    letterhead: { x: 20, y: 19, width: 68, height: 36 },
    address: { x: 110, y: 55.8, width: 79.5, height: 26.3, maxLines: 6 },
    date: { x: 110, y: 98, width: 80 },
    text: { x: 25, y: 108, width: 165, height: 169 },
    nextTop: 34,
    foot: 284,
    marks: { x: 5, folds: [105, 210], hole: 148.5 },
  },
  uk: ukLayout('uk', 'UK letter, DL window envelope', ENVELOPES.ukDl, [105, 210]),
  /** Folded once, below the middle, so that the letter slides less. */
  'uk-c5': ukLayout('uk-c5', 'UK letter, C5 window envelope', ENVELOPES.ukC5, [155]),
} as const satisfies Record<string, LetterLayout>;

/** An A6 card on its side, in millimetres; the right half of one side is for stamp and address (Universal Postal Convention). */
export const CARD: LetterLayout = {
  id: 'postcard',
  name: 'postcard (A6)',
  source:
    'Universal Postal Convention, Letter Post Regulations: postcards; the half at the right is for the address',
  paper: { width: 148, height: 105 },
  envelopes: [],
  letterhead: { x: 8, y: 8, width: 58, height: 60 },
  address: { x: 76, y: 45, width: 64, height: 38, maxLines: 8 },
  date: { x: 82, y: 12, width: 58 },
  text: { x: 8, y: 8, width: 132, height: 89 },
  nextTop: 8,
  foot: 97,
  marks: { x: 0, folds: [] },
};

/** Ids of the forms, in the order in which help lists them. */
export type LetterLayoutId = keyof typeof LETTER_LAYOUTS;
/** Ids of all forms. */
export const LETTER_LAYOUT_IDS = Object.keys(LETTER_LAYOUTS) as readonly LetterLayoutId[];

/** What the windows of its envelopes show of a letter that is folded as its marks say. */
export function windowOf({ envelopes, paper, marks }: LetterLayout): Shown {
  return shownOf(envelopes, paper, marks.folds);
}

/**
 * The form for a letter that is read from the right: the mirror image, so that the wide margin lies at the edge where
 * lines begin, but for what the envelope and its window decide. What would come to lie under the window stays beside it.
 */
export function mirrorLayout(layout: LetterLayout): LetterLayout {
  const { paper, text } = layout;
  const window = windowOf(layout).ever;
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

/**
 * Countries with a form of their own; all others use DIN 5008 form B. Those of the United States' paper (CLDR, supplemental
 * data, `paperSize type="US-Letter"`) use its form.
 */
const LAYOUT_OF_COUNTRY: Readonly<Partial<Record<LetterLayoutId, string>>> = {
  us: 'BZ CA CL CO CR GT MX NI PA PH PR SV US VE',
  swiss: 'CH LI',
  french: 'FR MC',
  uk: 'GB IE',
};

/** The form of letter that fits the window envelopes of a sender's country. */
export function letterLayoutFor(country: string | undefined): LetterLayoutId {
  const own = LETTER_LAYOUT_IDS.find((id) => country && LAYOUT_OF_COUNTRY[id]?.split(' ').includes(country));
  return own ?? 'din-b';
}

/** A form that is asked for: of a letter, or a card. */
export type LetterForm = LetterLayoutId | 'postcard';
/** All that can be asked for. */
export const LETTER_FORMS: readonly LetterForm[] = [...LETTER_LAYOUT_IDS, 'postcard'];

/** The form in which a letter is set: the one asked for, else that of the sender's country. */
export function letterForm(asked: LetterForm | undefined, country: string | undefined): LetterLayout {
  return asked === 'postcard' ? CARD : LETTER_LAYOUTS[asked ?? letterLayoutFor(country)];
}
