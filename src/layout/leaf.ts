import type { Block } from '../model/block.ts';
import type { Kept } from '../model/kept.ts';
import { type Memory, numbering, startMemory } from '../model/memory.ts';
import type { Pictures } from '../model/picture.ts';
import type { Setting } from './rows.ts';
import type { Segment } from './segments.ts';
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
  /** What `make` sets of these blocks, or set of them in the same manner before, for another leaflet of the series too. */
  readonly recall: RecallSegments;
  /** The same of what doesn't hang on the size of the text: set once for all sizes that are tried. */
  readonly recallSmall: RecallSegments;
}

/** `part` tells apart what is made of the same blocks. */
type RecallSegments = (
  part: string,
  blocks: readonly Block[],
  make: () => readonly Segment[],
) => readonly Segment[];

/** What a leaflet, or those of a series, have set so far, with the same fonts and pictures. */
interface SetSeries {
  readonly given: readonly object[];
  readonly parts: Memory<readonly Segment[]>;
  readonly numberOf: (block: object) => number;
}

/** Where the parts are kept. */
const SERIES = 'parts of leaflets';

function startSeries(given: readonly object[]): SetSeries {
  return { given, parts: startMemory(1024), numberOf: numbering() };
}

/**
 * How parts of a leaflet are recalled: leaflets that are made for an event each differ in what calls to it, and all else
 * that takes the same room is set once. `given` are the objects that all parts depend on, `manner` tells the rest.
 */
export function recallIn(kept: Kept, given: readonly object[], manner: string): RecallSegments {
  const before = kept.recall<SetSeries>(SERIES);
  const isSame = before?.given.every((value, i) => value === given[i]);
  const { parts, numberOf } = before && isSame ? before : kept.keep(SERIES, startSeries(given));
  return (part, blocks, make) => parts.recall(`${manner} ${part} ${blocks.map(numberOf).join()}`, make);
}

/** Weight of a thin rule: half a point is the least that a copier keeps. */
export function thin(unit: number): number {
  return Math.max(0.75 * unit, 0.5);
}
