import { beforeAll, describe, expect, test } from 'vitest';
import { type FontBook, openFonts } from '../../src/layout/fonts.ts';
import { LETTER_LAYOUTS } from '../../src/layout/letter-layouts.ts';
import { layoutLetters, layoutMaterials } from '../../src/layout/two-languages.ts';
import type { MergedDocument } from '../../src/model/block.ts';
import { type Group, MM, type PageItem, type StructureNode } from '../../src/model/page.ts';
import { treeOf } from '../../src/write/pdf/structure-tree.ts';
import { heading, leaflet, letter, paragraph } from './documents.ts';

let fonts: FontBook;
beforeAll(async () => {
  fonts = await openFonts();
});

const arabic: MergedDocument = {
  ...leaflet(),
  language: 'ar',
  direction: 'rtl',
  title: 'منشور',
  blocks: [heading('headline', 1, 'رصاص على المضربين'), paragraph('body', 'قُتل 11 عاملًا في 16 ديسمبر.')],
};
const date = '2011-12-21';

/** The language of the section that an item's tag stands in. */
function sectionOf(tag: StructureNode): string | undefined {
  return tag.parent ? sectionOf(tag.parent) : tag.language;
}

function tagsOf(items: readonly PageItem[]): StructureNode[] {
  return items.flatMap((item) => {
    if (item.kind === 'group') return tagsOf(item.items);
    return item.kind === 'frame' || item.tag === undefined ? [] : [item.tag];
  });
}

describe('a leaflet in two languages', () => {
  test.each([
    ['Arabic first', () => [arabic, leaflet()], ['en', 'ar']],
    ['Arabic second', () => [leaflet(), arabic], ['en', 'ar']],
  ])('stands side by side on A4 laid across, Arabic on the right: %s', (_, docs, fromLeft) => {
    const { paged, problems } = layoutMaterials(docs(), { fonts, date, paper: 'a4', style: 'poster' });
    expect(problems).toEqual([]);
    expect(paged!.pages.map(({ width, height }) => [width / MM, height / MM].map(Math.round))).toEqual([
      [297, 210],
    ]);
    const halves = paged!.pages[0]!.items as Group[];
    const [a, b] = [...halves].sort((x, y) => x.matrix[4] - y.matrix[4]);
    expect([a!, b!].map(({ items }) => sectionOf(tagsOf(items)[0]!))).toEqual(fromLeft);
    expect(a!.matrix[4] + 148 * MM).toBeLessThanOrEqual(b!.matrix[4] + 0.01);
  });

  test('is read in the order that was asked for, each part in its own language', () => {
    const { paged } = layoutMaterials([arabic, leaflet()], { fonts, date, paper: 'a4', style: 'poster' });
    const { nodes } = treeOf(paged!);
    const sections = nodes.filter(({ type }) => type === 'Sect');
    expect(sections.map(({ language }) => language)).toEqual(['ar', 'en']);
    expect(paged!.title).toBe('منشور / Leaflet');
    for (const [i, node] of nodes.entries()) if (i > 0) expect(node.parent).toBeLessThan(i);
  });

  test.each(['a5', 'a6', 'half-letter'] as const)('has a front and a back on %s', (paper) => {
    const short = { ...leaflet({ body: [], figures: [] }) };
    const { paged } = layoutMaterials([short, arabic], { fonts, date, paper, style: 'poster' });
    expect(paged!.pages).toHaveLength(2);
    const languages = paged!.pages.map(({ items }) => sectionOf(tagsOf(items)[0]!));
    expect(languages).toEqual(['en', 'ar']);
  });
});

test('a letter in two languages is the letter, then a translation without an address or fold marks', () => {
  const translation: MergedDocument = {
    ...arabic,
    material: 'letter',
    blocks: [paragraph('body', 'ترجمة غير رسمية'), paragraph('closing', 'مع التحية')],
  };
  const { paged } = layoutLetters([letter(), translation], {
    fonts,
    date,
    layout: LETTER_LAYOUTS['din-b'],
  });
  expect(paged!.pages).toHaveLength(2);
  expect(paged!.pages[1]!.items.filter(({ kind }) => kind === 'box')).toEqual([]);
  const first = paged!.pages[1]!.items.find((item) => item.kind === 'glyphs')!;
  expect(first.kind === 'glyphs' && first.y).toBeLessThan(60 * MM);
});
