import type { LeafletStyle } from '../../model/material.ts';
import { MM } from '../../model/page.ts';
import { PAPERS, type Paper, type PaperId } from '../papers.ts';
import type { TextStyle } from '../style.ts';
import { type Face, LOOKS, type Look, styleOf } from './look.ts';

/** A leaflet's paper with the limits between which its text may be sized, in points. */
export interface LeafletPaper extends Paper {
  readonly minBody: number;
  /** A bigger headline is given up for this size of the text. */
  readonly goodBody: number;
  readonly maxBody: number;
  /** Least size of small print, where that is prescribed. */
  readonly minSmall?: number;
}

/** Papers that leaflets are set on, by id. */
export const LEAFLET_PAPERS = {
  a2: { ...PAPERS.a2, minBody: 24, goodBody: 30, maxBody: 54 },
  a3: { ...PAPERS.a3, minBody: 12, goodBody: 16, maxBody: 34 },
  a4: { ...PAPERS.a4, minBody: 10, goodBody: 11.75, maxBody: 17 },
  a5: { ...PAPERS.a5, minBody: 9, goodBody: 9.5, maxBody: 13 },
  a6: { ...PAPERS.a6, minBody: 8, goodBody: 8, maxBody: 10 },
  a7: { ...PAPERS.a7, minBody: 7, goodBody: 7, maxBody: 9 },
  dl: { ...PAPERS.dl, minBody: 8, goodBody: 8.5, maxBody: 11 },
  legal: { ...PAPERS.legal, minBody: 10, goodBody: 11.75, maxBody: 18 },
  letter: { ...PAPERS.letter, minBody: 10, goodBody: 11.75, maxBody: 17 },
  'half-letter': { ...PAPERS['half-letter'], minBody: 9, goodBody: 9.5, maxBody: 13 },
  'quarter-letter': { ...PAPERS['quarter-letter'], minBody: 8, goodBody: 8, maxBody: 10 },
} as const satisfies Partial<Record<PaperId, LeafletPaper>>;

/** Ids of the papers, in the order in which help lists them. */
export type LeafletPaperId = keyof typeof LEAFLET_PAPERS;
/** Ids of all papers. */
export const LEAFLET_PAPER_IDS = Object.keys(LEAFLET_PAPERS) as readonly LeafletPaperId[];

/** Limits of large print: 16 pt and up, 18 pt the rule (UKAAF, Creating clear print and large print documents). */
export const LARGE_PRINT_BODY = { minBody: 16, goodBody: 18, maxBody: 22, minSmall: 16 } as const;

/** Measures that hang on the paper and the look alone, in points; `unit` is 1 on A5. */
export interface LeafletGrid {
  readonly paper: LeafletPaper;
  readonly unit: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Between the columns. */
  readonly gutter: number;
  /** Width of the box with the figures. */
  readonly boxWidth: number;
}

/** The grid of a paper; a frame around the page and its inset are taken off. */
export function leafletGrid(paper: LeafletPaper, look: Look): LeafletGrid {
  const full = (paper.width - 2 * paper.margin) * MM;
  const unit = full / (128 * MM);
  const inset = look.inset * unit;
  const width = full - 2 * inset;
  return {
    paper,
    unit,
    x: paper.margin * MM + inset,
    y: paper.margin * MM + inset,
    width,
    height: (paper.height - 2 * paper.margin) * MM - 2 * inset,
    gutter: width * 0.045,
    boxWidth: width * 0.335,
  };
}

/** The face of slogans in a style; their size comes from the fitting. */
export function slogan(style: LeafletStyle): TextStyle {
  return styleOf({ ...LOOKS[style].headline, align: 'start' }, 1);
}

/** Styles of a leaflet's text for one size of the body. */
export interface LeafletStyles {
  readonly body: TextStyle;
  readonly heading: TextStyle;
  readonly label: TextStyle;
  /** Numerals of figures, by which they are measured. */
  readonly numeral: TextStyle;
  readonly kicker: TextStyle;
  readonly small: TextStyle;
  readonly panelHeading: TextStyle;
  readonly panelStrong: TextStyle;
  readonly panelText: TextStyle;
}

/**
 * Styles at a body size. Text is justified only in languages whose words can be divided (`divides`). Nothing that is meant to be read standing is smaller
 * than the paper's least body.
 */
export function leafletStyles(
  size: number,
  { unit, paper }: LeafletGrid,
  look: Look,
  divides: boolean,
): LeafletStyles {
  const { text, heading, subhead, kicker } = look;
  const floor = paper.minBody;
  const justified = text.align === 'justify' && divides;
  const small = Math.max(7.1 * unit, 7, paper.minSmall ?? 0);
  const ink = look.panel === 'black' ? 1 : 0;
  const strong: Face = {
    ...subhead,
    italic: false,
    weight: subhead.family === 'display' ? 900 : 700,
    leading: 1.18,
  };
  return {
    body: { ...styleOf(justified ? text : { ...text, align: 'start' }, size), hyphenate: justified },
    heading: styleOf(heading, size * look.headingSize),
    label: styleOf({ ...text, family: 'sans', align: 'start', leading: 1.3 }, Math.max(size * 0.92, floor)),
    numeral: styleOf({ ...look.headline, align: 'start', leading: 1 }, 100),
    kicker: {
      ...styleOf(kicker, Math.max(9.6 * unit, 8, paper.minSmall ?? 0)),
      tracking: floor < LARGE_PRINT_BODY.minBody ? 0.55 * unit : 0,
    },
    small: styleOf({ ...text, family: 'sans', align: 'start', leading: 1.36 }, small),
    panelHeading: { ...styleOf(heading, size * look.headingSize * 1.06), ink },
    panelStrong: { ...styleOf({ ...strong, align: 'start' }, size * 1.35), ink },
    panelText: { ...styleOf({ ...text, align: 'start', leading: 1.38 }, size), ink },
  };
}
