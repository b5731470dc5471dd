import type { PageItem } from '../model/page.ts';
import { heightOf, moveItem, placeRows, type Row } from './rows.ts';

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
}

/** A segment of text rows. */
export function rowSegment(rows: readonly Row[], gap: number, weight: number, below = 0): Segment {
  return { height: heightOf(rows), gap, weight, items: placeRows(rows, 0, 0), below };
}

/** Least height of segments under each other, with the ink below the last. */
export function heightOfSegments(segments: readonly Segment[]): number {
  const sum = segments.reduce((h, s, i) => h + s.height + (i === 0 ? 0 : s.gap), 0);
  return sum + (segments.at(-1)?.below ?? 0);
}

/** Places segments so that they fill the height: spare space goes between them by weight. */
export function placeSegments(
  segments: readonly Segment[],
  x: number,
  y: number,
  height: number,
): PageItem[] {
  const spare = Math.max(height - heightOfSegments(segments), 0);
  const weights = segments.reduce((sum, s, i) => sum + (i === 0 ? 0 : s.weight), 0);
  const items: PageItem[] = [];
  let top = y;
  segments.forEach((segment, i) => {
    if (i > 0) top += segment.gap + (weights > 0 ? (spare * segment.weight) / weights : 0);
    for (const item of segment.items) items.push(moveItem(item, x, top));
    top += segment.height;
  });
  return items;
}

/** Divides segments into pages, each as full as it can be; a segment is never cut. */
export function divideSegments(segments: readonly Segment[], height: number): Segment[][] {
  const pages: Segment[][] = [];
  let page: Segment[] = [];
  for (const segment of segments) {
    if (page.length > 0 && heightOfSegments([...page, segment]) > height) {
      pages.push(page);
      page = [];
    }
    page.push(segment);
  }
  return page.length > 0 ? [...pages, page] : pages;
}
