import { expect, test } from 'vitest';
import { addBleed, runOverEdges } from '../../src/layout/bleed.ts';
import { type Box, type Group, MM, type Page, type PagedDocument } from '../../src/model/page.ts';

const box = (x: number, y: number, width: number, height: number, ink: number | 'spot' = 0): Box => ({
  kind: 'box',
  x: x * MM,
  y: y * MM,
  width: width * MM,
  height: height * MM,
  ink,
});

function a5(...items: readonly Box[]): PagedDocument {
  const page: Page = { width: 148 * MM, height: 210 * MM, items };
  return { title: 'A', language: 'en', direction: 'ltr', pages: [page], date: '2026-01-01' };
}

const edgesOf = (item: unknown) => {
  const { x, y, width, height } = item as Box;
  return [x, y, x + width, y + height].map((n) => Math.round((n / MM) * 10) / 10);
};

test.each([
  ['a bar at the upper margin runs over three edges', box(10, 10, 128, 2), [-3, -3, 151, 12]],
  ['a panel in the page runs over both sides', box(10, 120, 128, 40, 'spot'), [-3, 120, 151, 160]],
  ['a panel at the lower margin runs over that edge too', box(10, 160, 128, 40), [-3, 160, 151, 213]],
  ['a rule in the text stays', box(10, 90, 128, 0.8), [10, 90, 138, 90.8]],
  ['a box beside the text stays', box(10, 90, 50, 40), [10, 90, 60, 130]],
  ['white stays', box(10, 120, 128, 40, 1), [10, 120, 138, 160]],
])('%s', (_, item, edges) => {
  const [page] = runOverEdges(a5(item), 10, 3).pages;
  expect(edgesOf(page!.items[0])).toEqual(edges);
  expect(runOverEdges(a5(item), 10, 0)).toEqual(a5(item));
});

test('a page alone has room for its bleed and marks, which keep clear of the bleed', () => {
  const [page] = addBleed(a5(box(-3, -3, 154, 20)), 3, true).pages;
  expect(edgesOf({ ...page!.trim! })).toEqual([11, 11, 159, 221]);
  expect(page!.width / MM).toBeCloseTo(170, 5);
  const [group, ...marks] = page!.items;
  expect(edgesOf((group as Group).clip!)).toEqual([-3, -3, 151, 213]);
  expect(marks).toHaveLength(8);
  for (const mark of marks) {
    const [left, top, right, bottom] = edgesOf(mark) as [number, number, number, number];
    expect(right <= 8 || left >= 162 || bottom <= 8 || top >= 224).toBe(true);
  }
  const [bare] = addBleed(a5(), 3, false).pages;
  expect([bare!.width / MM, bare!.items.length]).toEqual([expect.closeTo(154, 5), 1]);
});
