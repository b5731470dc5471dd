/** A rectangle in millimetres from the page's top left corner. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An envelope with its window, in millimetres, as one looks at its front. */
export interface Envelope {
  readonly name: string;
  /** Where the positions are laid down, or that nobody has checked them. */
  readonly source: string;
  readonly width: number;
  readonly height: number;
  /** From the left and the bottom edge. */
  readonly window: {
    readonly left: number;
    readonly bottom: number;
    readonly width: number;
    readonly height: number;
  };
}

/** A table of a maker who gives the positions of Swiss and German windows. */
const WINDOWS_BY_NORM =
  'table “Normes pour enveloppes à fenêtre” of a Swiss maker of envelopes (studylibfr.com/doc/2273411)';
const US_WINDOW = { left: 22.225, bottom: 12.7, width: 114.3, height: 28.575 };

/** The envelopes that letters are made for. */
export const ENVELOPES = {
  din: {
    name: 'DL, 110 × 220 mm, window of DIN 680',
    source: `DIN 680; ${WINDOWS_BY_NORM}`,
    width: 220,
    height: 110,
    window: { left: 20, bottom: 15, width: 90, height: 45 },
  },
  /** The letter slides 9 mm further in it than in a DL envelope. */
  dinLarge: {
    name: 'C6/5, 114 × 229 mm, window of DIN 680',
    source: `DIN 680; ${WINDOWS_BY_NORM}`,
    width: 229,
    height: 114,
    window: { left: 20, bottom: 15, width: 90, height: 45 },
  },
  swiss: {
    name: 'C5/6, 114 × 229 mm, window 40 × 90 mm at the right',
    source: `SN 010130; ${WINDOWS_BY_NORM}`,
    width: 229,
    height: 114,
    window: { left: 229 - 17 - 90, bottom: 30, width: 90, height: 40 },
  },
  swissLarge: {
    name: 'C5/6, 114 × 229 mm, window 45 × 100 mm at the right',
    source: `SN 010130 before 1980, and still sold; ${WINDOWS_BY_NORM}`,
    width: 229,
    height: 114,
    window: { left: 229 - 12 - 100, bottom: 21, width: 100, height: 45 },
  },
  french: {
    name: 'DL, 110 × 220 mm, window 35 × 100 mm at the right',
    source: 'NF Q 31-015 as makers sell it, 20 mm from the right and the bottom; from memory, unverified',
    width: 220,
    height: 110,
    window: { left: 220 - 20 - 100, bottom: 20, width: 100, height: 35 },
  },
  ukDl: {
    name: 'DL, 110 × 220 mm, window 35 × 90 mm',
    source: 'BS 4264 as makers sell it, 20 mm from the left and the bottom; from memory, unverified',
    width: 220,
    height: 110,
    window: { left: 20, bottom: 20, width: 90, height: 35 },
  },
  ukC5: {
    name: 'C5, 162 × 229 mm, window 35 × 90 mm',
    source: 'as makers sell it, 20 mm from the left, 60 mm from the bottom; from memory, unverified',
    width: 229,
    height: 162,
    window: { left: 20, bottom: 60, width: 90, height: 35 },
  },
  us10: {
    name: 'no. 10, 4⅛ × 9½ in, window 1⅛ × 4½ in',
    source:
      'the trade’s usual window, ⅞ in from the left, ½ in from the bottom (businessenvelopes.com, “Window envelopes: the complete guide”)',
    width: 241.3,
    height: 104.775,
    window: US_WINDOW,
  },
  us9: {
    name: 'no. 9, 3⅞ × 8⅞ in, window 1⅛ × 4½ in',
    source: 'the window of the no. 10 envelope; from memory, unverified',
    width: 225.425,
    height: 98.425,
    window: US_WINDOW,
  },
} as const satisfies Record<string, Envelope>;

/** What windows show of a page. */
export interface Shown {
  /** Wherever the letter slides in the envelope. */
  readonly always: Area;
  /** In one position of the letter or another. */
  readonly ever: Area;
}

/**
 * What the windows of envelopes show of a sheet that is folded at `folds` (from its top): the part over the first fold
 * lies in front, with the fold at the bottom. The letter slides in the envelope as far as it is smaller; the paper's and
 * the envelope's thickness is left out of account.
 */
export function shownOf(
  envelopes: readonly Envelope[],
  paper: { readonly width: number; readonly height: number },
  folds: readonly number[],
): Shown {
  const edges = [0, ...folds, paper.height];
  const folded = Math.max(...folds.map((fold, i) => edges[i + 2]! - fold), folds[0]!);
  const areas = envelopes.flatMap(({ width, height, window }) => {
    const bottom = folds[0]! - window.bottom;
    const positions = [0, paper.width - width].flatMap((dx) => [0, height - folded].map((dy) => [dx, dy]));
    return positions.map(([dx, dy]) => {
      const [left, low] = [window.left + dx!, bottom + dy!];
      return { left, right: left + window.width, top: low - window.height, bottom: low };
    });
  });
  const edge = (name: keyof (typeof areas)[number]) => areas.map((area) => area[name]);
  return {
    always: areaOf(
      Math.max(...edge('left')),
      Math.max(...edge('top')),
      Math.min(...edge('right')),
      Math.min(...edge('bottom')),
    ),
    ever: areaOf(
      Math.min(...edge('left')),
      Math.min(...edge('top')),
      Math.max(...edge('right')),
      Math.max(...edge('bottom')),
    ),
  };
}

function areaOf(left: number, top: number, right: number, bottom: number): Area {
  return { x: left, y: top, width: right - left, height: bottom - top };
}
