import type { LeafletStyle } from '../../model/material.ts';
import { MM } from '../../model/page.ts';
import { PAPERS, type Paper, type PaperId } from '../papers.ts';
import type { Family, TextStyle } from '../style.ts';

/** A leaflet's paper with the limits between which its text may be sized, in points. */
export interface LeafletPaper extends Paper {
  readonly minBody: number;
  /** A bigger headline is given up for this size of the text. */
  readonly goodBody: number;
  readonly maxBody: number;
}

/** Papers that leaflets are set on, by id. */
export const LEAFLET_PAPERS = {
  a2: { ...PAPERS.a2, minBody: 24, goodBody: 30, maxBody: 54 },
  a3: { ...PAPERS.a3, minBody: 14, goodBody: 17, maxBody: 34 },
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
export const LEAFLET_PAPER_IDS = Object.keys(LEAFLET_PAPERS) as readonly LeafletPaperId[];

/** Limits of large print: 16 pt and up. */
export const LARGE_PRINT_BODY = { minBody: 16, goodBody: 16, maxBody: 22 } as const;

/** Measures of the bold poster that hang on the paper alone, in points; `unit` is 1 on A5. */
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

/** The grid of a paper. */
export function leafletGrid(paper: LeafletPaper): LeafletGrid {
  const width = (paper.width - 2 * paper.margin) * MM;
  return {
    paper,
    unit: width / (128 * MM),
    x: paper.margin * MM,
    y: paper.margin * MM,
    width,
    height: (paper.height - 2 * paper.margin) * MM,
    gutter: width * 0.045,
    boxWidth: width * 0.335,
  };
}

/** The face of slogans in a style; their size comes from the fitting. */
export function slogan(look: LeafletStyle): TextStyle {
  const family: Family = look === 'newspaper' ? 'serif' : look === 'large-print' ? 'sans' : 'display';
  return { ...style(family, family === 'display' ? 900 : 700, 1, 1), hyphenate: false };
}

/** Styles of the bold poster's text for one size of the body. */
export interface LeafletStyles {
  readonly body: TextStyle;
  readonly heading: TextStyle;
  readonly label: TextStyle;
  readonly kicker: TextStyle;
  readonly small: TextStyle;
  readonly notice: TextStyle;
  readonly panelHeading: TextStyle;
  readonly panelStrong: TextStyle;
  readonly panelText: TextStyle;
}

/** Styles at a body size; `floor` is the smallest size of anything that is meant to be read standing. */
export function leafletStyles(size: number, unit: number, floor: number, large: boolean): LeafletStyles {
  const small = large ? Math.max(16, 7.25 * unit) : 7.1 * unit;
  return {
    body: style('sans', 400, size, 1.42),
    heading: style('display', 900, size * 1.62, 1.1),
    label: style('sans', 400, Math.max(size * 0.92, floor), 1.3),
    kicker: { ...style('display', 700, Math.max(9.6 * unit, large ? 16 : 0), 1.25), tracking: 0.55 * unit },
    small: style('sans', 400, small, 1.36),
    notice: style('sans', 700, small, 1.36),
    panelHeading: { ...style('display', 900, size * 1.72, 1.12), ink: 1 },
    panelStrong: { ...style('display', 700, size * 1.5, 1.18), ink: 1 },
    panelText: { ...style('sans', 400, size, 1.38), ink: 1 },
  };
}

function style(family: Family, weight: 400 | 700 | 900, size: number, leading: number): TextStyle {
  return {
    family,
    weight,
    size,
    leading: size * leading,
    align: 'start',
    hyphenate: family === 'sans',
    ink: 0,
  };
}
