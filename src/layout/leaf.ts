import type { Pictures } from '../model/picture.ts';
import type { Setting } from './rows.ts';
import type { LeafletGrid, LeafletStyles } from './styles/leaflet.ts';
import type { Look } from './styles/look.ts';

/** What every part of a leaflet shares while one try at it is set. */
export interface Leaf {
  readonly grid: LeafletGrid;
  readonly look: Look;
  readonly styles: LeafletStyles;
  readonly setting: Setting;
  readonly pictures: Pictures;
  /** True where room is short: gaps are tighter, and sections stand side by side. */
  readonly dense: boolean;
}

/** Weight of a thin rule: half a point is the least that a copier keeps. */
export function thin(unit: number): number {
  return Math.max(0.75 * unit, 0.5);
}
