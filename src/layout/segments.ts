import { once } from '../model/memory.ts';
import type { PageItem } from '../model/page.ts';
import { divideRows, heightOf, moveItem, placeRows, type Row } from './rows.ts';

/** A horizontal part of a page: how high it is, how much clear space it wants above, and how to draw it. */
export interface Segment {
  readonly height: number;
  /** Least clear space above. */
  readonly gap: number;
  /** Its share of spare space, relative to the other segments. */
  readonly weight: number;
  /** Items relative to the segment's top left. */
  readonly items: readonly PageItem[];
  /** Ink below the height: the descenders of a last line. */
  readonly below?: number;
  /** Ink above its top and below its height that keeps clear of the segments beside it. */
  readonly rise?: number | undefined;
  readonly drop?: number | undefined;
  /** The rows that it consists of, where it may be divided between pages. */
  readonly rows?: readonly Row[];
}

/** A segment of text rows. */
export function rowSegment(rows: readonly Row[], gap: number, weight: number, below = 0): Segment {
  const [rise, drop] = [rows[0]?.rise, rows.at(-1)?.drop];
  const deepest = Math.max(below, drop ?? 0);
  const placed = once(() => placeRows(rows, 0, 0));
  return {
    height: heightOf(rows),
    gap,
    weight,
    // A try at a page asks for heights alone, and what is divided is placed part by part.
    get items() {
      return placed();
    },
    below: deepest,
    rows,
    rise,
    drop,
  };
}

/** Least clear space above a segment: its own, or more where its ink would meet that of the one before. */
function gapOver(segment: Segment, previous: Segment | undefined): number {
  return previous ? Math.max(segment.gap, (previous.drop ?? 0) + (segment.rise ?? 0) + 1) : 0;
}

/** Least height of segments under each other, with the ink below the last. */
export function heightOfSegments(segments: readonly Segment[]): number {
  const sum = segments.reduce((h, s, i) => h + s.height + gapOver(s, segments[i - 1]), 0);
  return sum + (segments.at(-1)?.below ?? 0);
}

/** Places segments so that they fill the height: spare space goes between them by weight; without a height none does. */
export function placeSegments(
  segments: readonly Segment[],
  x: number,
  y: number,
  height: number | undefined,
): PageItem[] {
  const spare = height === undefined ? 0 : Math.max(height - heightOfSegments(segments), 0);
  const weights = segments.reduce((sum, s, i) => sum + (i === 0 ? 0 : s.weight), 0);
  const items: PageItem[] = [];
  let top = y;
  segments.forEach((segment, i) => {
    const previous = segments[i - 1];
    if (previous) top += gapOver(segment, previous) + (weights > 0 ? (spare * segment.weight) / weights : 0);
    for (const item of segment.items) items.push(moveItem(item, x, top));
    top += segment.height;
  });
  return items;
}

/** Divides segments into pages, each as full as it can be. Only what consists of rows alone is divided itself. */
export function divideSegments(segments: readonly Segment[], height: number): Segment[][] {
  const pages: Segment[][] = [[]];
  const rest = [...segments];
  for (let segment = rest.shift(); segment; segment = rest.shift()) {
    const page = pages.at(-1)!;
    if (heightOfSegments([...page, segment]) <= height + 0.01) {
      page.push(segment);
      continue;
    }
    const { rows, gap, weight, below = 0 } = segment;
    const room = height - heightOfSegments(page) - (page.length > 0 ? gap : 0) - below;
    const [first = [], ...others] = rows ? divideRows(rows, Math.max(room, 0), height - below) : [];
    // A heading never stays alone at the foot of a page.
    if (others.length > 0 && heightOf(first) <= room && first.at(-1)?.keep !== true) {
      page.push(rowSegment(first, gap, weight, below));
      for (const part of others) pages.push([rowSegment(part, 0, weight, below)]);
      continue;
    }
    if (page.length > 0) {
      rest.unshift(segment);
    } else {
      page.push(segment);
      if (rest.length === 0) break;
    }
    pages.push([]);
  }
  return pages.filter((page) => page.length > 0);
}
