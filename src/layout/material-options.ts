import type { LeafletStyle } from '../model/material.ts';
import type { Pictures } from '../model/picture.ts';
import type { FontBook } from './fonts.ts';
import type { Screen } from './screen.ts';
import type { LeafletPaperId } from './styles/leaflet.ts';

/** How a leaflet or its like is laid out. `date` is the day in the file, `YYYY-MM-DD`. */
export interface MaterialOptions {
  readonly paper: LeafletPaperId;
  readonly style: LeafletStyle;
  readonly fonts: FontBook;
  readonly date: string;
  readonly pictures?: Pictures | undefined;
  readonly screen?: Screen | undefined;
  /** Small pages over which it goes on, the first for its headline; on one page where it is left out. */
  readonly flow?: number | undefined;
}
