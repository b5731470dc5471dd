import type { LeafletStyle } from '../../model/material.ts';
import type { Family, TextStyle } from '../style.ts';

/** A family in one weight, and how its lines stand. */
export interface Face {
  readonly family: Family;
  readonly weight: 400 | 700 | 900;
  readonly italic?: boolean;
  readonly align: TextStyle['align'];
  /** Distance of baselines as a part of the size. */
  readonly leading: number;
}

/** What makes a style: its faces, and how head, sections, figures and panel are marked. Weights in points on A5. */
export interface Look {
  readonly headline: Face;
  readonly subhead: Face;
  readonly text: Face;
  readonly heading: Face;
  /** Headings in parts of the text's size. */
  readonly headingSize: number;
  /** Rule over each section; none at 0. */
  readonly sectionRule: number;
  readonly kicker: Face;
  /** A thick bar over the kicker, the kicker between two rules as a newspaper's name, or nothing. */
  readonly top: 'bar' | 'masthead' | 'none';
  /** Weight of the frame around the page, and the clear space inside it; none at 0. */
  readonly frame: number;
  readonly inset: number;
  /** When and where: white on black, in a frame, between rules, or below one rule and free to go on to a next page. */
  readonly panel: 'black' | 'frame' | 'rules' | 'open';
  /** Figures in a frame or between rules. */
  readonly figures: 'frame' | 'rules';
  /** What may stand in two columns: nothing, two short sections, or the running text. */
  readonly columns: 'none' | 'sections' | 'text';
  /** How the demands are marked; all other lists have squares. */
  readonly marks: 'square' | 'number';
}

const DISPLAY: Face = { family: 'display', weight: 900, align: 'start', leading: 0.96 };
const SANS: Face = { family: 'sans', weight: 400, align: 'start', leading: 1.42 };
const SERIF: Face = { family: 'serif', weight: 400, align: 'start', leading: 1.36 };

/** The styles by id. */
export const LOOKS: Readonly<Record<LeafletStyle, Look>> = {
  /** Bold poster: black bar, heavy condensed letters, a black panel. It is read from across the street. */
  poster: {
    headline: DISPLAY,
    subhead: { ...DISPLAY, weight: 700, leading: 1.14 },
    text: SANS,
    heading: { ...DISPLAY, leading: 1.1 },
    headingSize: 1.62,
    sectionRule: 2.25,
    kicker: { ...DISPLAY, weight: 700, leading: 1.25 },
    top: 'bar',
    frame: 0,
    inset: 0,
    panel: 'black',
    figures: 'frame',
    columns: 'sections',
    marks: 'square',
  },
  /** Plain union notice, as it hangs on a board: one frame, centred heads, numbered demands, little toner. */
  notice: {
    headline: { family: 'sans', weight: 700, align: 'center', leading: 1.08 },
    subhead: { family: 'sans', weight: 700, align: 'center', leading: 1.3 },
    text: SANS,
    heading: { family: 'sans', weight: 700, align: 'start', leading: 1.2 },
    headingSize: 1.14,
    sectionRule: 0,
    kicker: { family: 'sans', weight: 700, align: 'center', leading: 1.3 },
    top: 'none',
    frame: 2.25,
    inset: 13,
    panel: 'frame',
    figures: 'rules',
    columns: 'sections',
    marks: 'number',
  },
  /** A page of a newspaper: its name between rules, serif letters, two columns of justified text. */
  newspaper: {
    headline: { family: 'serif', weight: 700, align: 'start', leading: 1.04 },
    subhead: { family: 'serif', weight: 400, italic: true, align: 'start', leading: 1.28 },
    text: { ...SERIF, align: 'justify' },
    heading: { family: 'serif', weight: 700, align: 'start', leading: 1.2 },
    headingSize: 1.3,
    sectionRule: 0.75,
    kicker: { family: 'serif', weight: 700, align: 'center', leading: 1.3 },
    top: 'masthead',
    frame: 0,
    inset: 0,
    panel: 'rules',
    figures: 'rules',
    columns: 'text',
    marks: 'square',
  },
  /** Large print after the guidelines of UKAAF: plain letters, flush at the start, nothing reversed or in capitals. */
  'large-print': {
    headline: { family: 'sans', weight: 700, align: 'start', leading: 1.15 },
    subhead: { family: 'sans', weight: 700, align: 'start', leading: 1.3 },
    text: { ...SANS, leading: 1.5 },
    heading: { family: 'sans', weight: 700, align: 'start', leading: 1.25 },
    headingSize: 1.25,
    sectionRule: 0,
    kicker: { family: 'sans', weight: 700, align: 'start', leading: 1.3 },
    top: 'bar',
    frame: 0,
    inset: 0,
    panel: 'open',
    figures: 'rules',
    columns: 'none',
    marks: 'square',
  },
};

/** A face at a size. */
export function styleOf(face: Face, size: number): TextStyle {
  const { leading, ...rest } = face;
  return { ...rest, size, leading: size * leading, ink: 0 };
}
