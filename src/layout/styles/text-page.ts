import type { LeafletStyle } from '../../model/material.ts';
import type { TextStyle } from '../style.ts';

/** Measures of text pages: millimetres, sizes in points. */
export const TEXT_PAGE = {
  margin: 20,
  /** Tried in order until the text holds on one page. */
  sizes: [12, 11.5, 11, 10.5, 10, 9.5],
  largeSizes: [17, 16],
  /** A line to sign on. */
  lineHeight: 8.6,
  /** Fewer lines than these are no petition. */
  leastLines: 10,
  /** The labels over the lines to sign on, one line of them, with the rule below. */
  tableHead: 5,
} as const;

/** Styles of a text page for one size of its text. */
export interface TextPageStyles {
  readonly text: TextStyle;
  readonly heading: TextStyle;
  readonly lead: TextStyle;
  readonly label: TextStyle;
  readonly columnHead: TextStyle;
  readonly small: TextStyle;
  readonly notice: TextStyle;
}

/** Serif for reading; large print is all sans, and no part of it under 16 pt. */
export function textPageStyles(size: number, look: LeafletStyle): TextPageStyles {
  const large = look === 'large-print';
  const family = large ? 'sans' : 'serif';
  const text: TextStyle = { family, weight: 400, size, leading: size * 1.42, align: 'start', ink: 0 };
  const sans = (points: number, weight: 400 | 700 = 400): TextStyle => {
    const used = large ? Math.max(points, 16) : points;
    return { family: 'sans', weight, size: used, leading: used * 1.34, align: 'start', ink: 0 };
  };
  return {
    text,
    heading: {
      ...text,
      family: large ? 'sans' : 'display',
      weight: large ? 700 : 900,
      size: size * 1.25,
      leading: size * 1.5,
    },
    lead: { ...text, weight: 700, size: size * 1.12, leading: size * 1.5 },
    label: sans(8),
    columnHead: sans(9, 700),
    small: sans(7.75),
    notice: sans(7.75, 700),
  };
}
