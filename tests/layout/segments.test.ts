import { expect, test } from 'vitest';
import type { Row } from '../../src/layout/rows.ts';
import { divideSegments, placeSegments, rowSegment } from '../../src/layout/segments.ts';

/** Rows of ten points, and how often their items were asked for. */
function rowsThatCount(count: number) {
  const asked = { times: 0 };
  const rows = Array.from(
    { length: count },
    (_, i): Row => ({
      before: i === 0 ? 0 : 4,
      height: 10,
      keep: false,
      get items() {
        asked.times++;
        return [];
      },
    }),
  );
  return { rows, asked };
}

test('a part of many pages is divided at once: what is left was placed anew for each page', () => {
  const { rows, asked } = rowsThatCount(2_000);
  const pages = divideSegments([rowSegment(rows, 0, 1)], 290);
  expect(pages).toHaveLength(96);
  expect(pages.flat().flatMap((segment) => segment.rows)).toEqual(rows);
  expect(pages[0]![0]!.rows).toHaveLength(21);
  asked.times = 0;
  for (const page of pages) placeSegments(page, 0, 0, 290);
  expect(asked.times).toBe(2_000);
});

test('measuring and dividing place no text', () => {
  const { rows, asked } = rowsThatCount(100);
  divideSegments([rowSegment(rows, 0, 1)], 290);
  expect(asked.times).toBe(0);
});

test('what follows a part of many pages stands under its end', () => {
  const { rows } = rowsThatCount(30);
  const last = rowSegment(rowsThatCount(1).rows, 5, 1);
  const pages = divideSegments([rowSegment(rows, 0, 1), last], 290);
  expect(pages.map((page) => page.length)).toEqual([1, 2]);
});
