import { describe, expect, test } from 'vitest';
import { openFonts } from '../../src/layout/fonts.ts';
import { imposeZine } from '../../src/layout/impose-zine.ts';
import { type Group, MM, type Page, type PagedDocument } from '../../src/model/page.ts';
import { writePdf } from '../../src/write/pdf.ts';
import { describeWith } from '../tools.ts';
import { inkOf, readPng, renderPages } from './rendered.ts';

/** Eight pages; page n has n blocks below each other at its upper left. */
function numbered(direction: 'ltr' | 'rtl' = 'ltr'): PagedDocument {
  const pages = Array.from({ length: 8 }, (_, i): Page => {
    const tag = { type: 'Figure' as const, alt: `page ${i + 1}` };
    const blocks = Array.from({ length: i + 1 }, (_, n) => ({
      kind: 'box' as const,
      x: 10 * MM,
      y: (10 + 10 * n) * MM,
      width: 8 * MM,
      height: 5 * MM,
      ink: 0,
      tag,
    }));
    return { width: 74 * MM, height: 105 * MM, items: blocks };
  });
  return { title: 'Zine', language: 'en', direction, pages, date: '2011-12-21' };
}

interface Panel {
  readonly page: number;
  readonly column: number;
  readonly row: 'top' | 'bottom';
  /** Where the page's head is: towards the middle of the sheet, or its edge. */
  readonly head: 'middle' | 'edge';
}

function panelsOf(doc: PagedDocument): Panel[] {
  const [sheet] = doc.pages;
  return sheet!.items
    .filter((item): item is Group => item.kind === 'group')
    .map(({ matrix, items }) => {
      const [a, , , d, x, y] = matrix;
      const [left, top] = [a < 0 ? x - 74 * MM : x, d < 0 ? y - 105 * MM : y];
      const row = top < sheet!.height / 2 - MM ? 'top' : 'bottom';
      return {
        page: items.length,
        column: Math.round(left / (sheet!.width / 4)),
        row,
        head: (row === 'top') === d < 0 ? 'middle' : 'edge',
      };
    });
}

/**
 * Folds the sheet in the mind: lengthwise, so that the blank sides meet; the cut frees the inner panels, and pushing the
 * ends together makes four leaves, a cross seen from above. Behind an outer panel is the one over it, beside an inner one
 * the other of its row. Whoever goes around the cross meets the panels in this order, from the cover.
 */
function fold(panels: readonly Panel[], direction: 'ltr' | 'rtl'): number[] {
  const at = (row: Panel['row'], column: number) =>
    panels.find((panel) => panel.row === row && panel.column === column)!.page;
  const [near, far] = [[0, 1, 2, 3].map((c) => at('bottom', c)), [0, 1, 2, 3].map((c) => at('top', c))];
  // Openings seen from the four sides: left and right page of each.
  const openings = [
    [near[0], near[1]],
    [near[2], near[3]],
    [far[3], far[2]],
    [far[1], far[0]],
  ] as [number, number][];
  // Leafing on turns the leaf that ends an opening; its back begins the next one.
  const around = openings.flat();
  const forward = direction === 'ltr' ? around : [...around].reverse();
  const start = forward.indexOf(1);
  return [...forward.slice(start), ...forward.slice(0, start)];
}

describe('a zine from one sheet', () => {
  test.each(['ltr', 'rtl'] as const)('folded, its pages follow each other (%s)', (direction) => {
    const panels = panelsOf(imposeZine(numbered(direction), 'a4'));
    expect(panels).toHaveLength(8);
    expect(fold(panels, direction)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(panels.map(({ head }) => head)).toEqual(Array(8).fill('middle'));
  });

  test('the cut runs along the middle, from the first fold to the last', () => {
    const [sheet] = imposeZine(numbered(), 'a4').pages;
    const lines = sheet!.items.flatMap((item) => (item.kind === 'box' ? [item] : []));
    const cuts = lines.filter(({ width }) => width > 100 * MM);
    expect(cuts).toHaveLength(1);
    const [{ x, y, width, height }] = cuts as [(typeof cuts)[number]];
    expect([x, x + width, y + height / 2].map((n) => n / MM)).toEqual([
      expect.closeTo(74.25, 1),
      expect.closeTo(222.75, 1),
      expect.closeTo(105, 1),
    ]);
  });
});

describeWith(['pdftoppm'], 'a zine as it is drawn', () => {
  test('shows each page in its panel, the upper ones on their heads', async () => {
    const paged = imposeZine(numbered(), 'a4');
    const [bytes] = await renderPages(writePdf(paged, await openFonts()), 25.4);
    const png = readPng(bytes!);
    const count = (column: number, row: number) => {
      const [x0, y0] = [Math.round(column * 74.25), row * 105];
      // The middle of the blocks, from the head of the page.
      const x = row === 0 ? x0 + 74 - 14 : x0 + 14;
      const heads = Array.from({ length: 8 }, (_, n) => 12.5 + 10 * n);
      return heads.filter((mm) => inkOf(png, x, Math.round(row === 0 ? y0 + 105 - mm : y0 + mm)) > 0.5)
        .length;
    };
    expect([0, 1, 2, 3].map((column) => count(column, 0))).toEqual([5, 4, 3, 2]);
    expect([0, 1, 2, 3].map((column) => count(column, 1))).toEqual([6, 7, 8, 1]);
  });
});
