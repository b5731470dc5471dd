import type { Ink } from '../model/page.ts';

/** Families that every script resolves to a font of its own: letters, leaflets, headlines. */
export type Family = 'serif' | 'sans' | 'display';

/** How a paragraph is set. Sizes and distances in points. */
export interface TextStyle {
  readonly family: Family;
  readonly weight: 400 | 700 | 900;
  readonly italic?: boolean;
  readonly size: number;
  /** Distance from baseline to baseline. */
  readonly leading: number;
  readonly align: 'start' | 'end' | 'center' | 'justify';
  /** Divides words; compounds at their joints alone. */
  readonly hyphenate?: boolean | 'joints';
  /** Leaves a word whole that is wider than the line, where it would be divided otherwise: headlines. */
  readonly wholeWords?: boolean;
  /** Lets the year of a date begin a line, where letters are so large that a date takes several. */
  readonly yearApart?: boolean;
  /** Extra space between letters. */
  readonly tracking?: number;
  readonly ink: Ink;
}
