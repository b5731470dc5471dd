import { beforeAll, describe, expect, test } from 'vitest';
import { ENVELOPES, shownOf } from '../../src/layout/envelopes.ts';
import { type FontBook, openFonts } from '../../src/layout/fonts.ts';
import { layoutLetter } from '../../src/layout/letter.ts';
import { LETTER_LAYOUT_IDS, LETTER_LAYOUTS, windowOf } from '../../src/layout/letter-layouts.ts';
import { MM, type PageItem, type StructureNode } from '../../src/model/page.ts';
import { letter, paragraph } from './documents.ts';
import { boundsOf } from './geometry.ts';

let fonts: FontBook;
beforeAll(async () => {
  fonts = await openFonts();
});

/** Six lines, the first as long as names of embassies are. */
const ADDRESS = [
  'Embassy of the Exemplary Republic',
  'Her Excellency the Ambassador Jane Q. Sample',
  'Example House, Rear Building, Fourth Floor',
  '1234 Example Avenue North-West, Suite 567',
  'EXAMPLETON-UPON-EXAMPLE EX99 9XX',
  'UNITED KINGDOM OF GREAT EXAMPLES',
];

interface Edges {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Edges of the ink of an item in millimetres. */
function edgesOf(item: PageItem): Edges {
  if (item.kind === 'group' || item.kind === 'path') throw new Error('a letter has neither');
  const b =
    item.kind === 'glyphs'
      ? boundsOf(item)
      : { left: item.x, right: item.x + item.width, top: item.y, bottom: item.y + item.height };
  const name = item.kind === 'glyphs' ? item.text : item.kind;
  return { name, left: b.left / MM, right: b.right / MM, top: b.top / MM, bottom: b.bottom / MM };
}

function lay(id: keyof typeof LETTER_LAYOUTS, direction: 'ltr' | 'rtl', largePrint: boolean) {
  const doc = { ...letter({ recipient: [paragraph('recipient', ADDRESS.join('\n'))] }), direction };
  const options = { layout: LETTER_LAYOUTS[id], fonts, date: '2026-05-01', largePrint };
  const { paged, problems } = layoutLetter(doc, options);
  const { items } = paged!.pages[0]!;
  const isTown = (item: PageItem) => item.kind === 'glyphs' && item.text.includes('EXAMPLETON');
  const town = items.find(isTown);
  const isOfAddress = (item: PageItem) =>
    item.kind === 'glyphs' && town !== undefined && item.tag === tagOf(town);
  return {
    address: items.filter(isOfAddress).map(edgesOf),
    other: items.filter((item) => !isOfAddress(item)).map(edgesOf),
    problems,
  };
}

function tagOf(item: PageItem): StructureNode | undefined {
  return item.kind === 'glyphs' ? item.tag : undefined;
}

describe.each(LETTER_LAYOUT_IDS)('%s, folded as its marks say', (id) => {
  const { always, ever } = windowOf(LETTER_LAYOUTS[id]);
  test.each([
    ['from left to right', 'ltr', false],
    ['from right to left', 'rtl', false],
    ['in large print', 'ltr', true],
  ] as const)('%s: six lines stay in the window, however the letter slides', (_, direction, large) => {
    const { address, problems } = lay(id, direction, large);
    expect(problems.filter(({ code }) => code === 'overfull-box')).toEqual([]);
    expect(address.length).toBeGreaterThanOrEqual(6);
    for (const { name, left, right, top, bottom } of address) {
      expect(left, name).toBeGreaterThan(always.x - 0.5);
      expect(right, name).toBeLessThan(always.x + always.width + 0.5);
      expect(top, name).toBeGreaterThan(always.y - 0.5);
      expect(bottom, name).toBeLessThan(always.y + always.height + 0.5);
    }
  });

  test.each([
    ['from left to right', 'ltr', false],
    ['from right to left', 'rtl', false],
    ['in large print', 'ltr', true],
  ] as const)('%s: nothing else shows but the line that names the sender', (_, direction, large) => {
    const shown = lay(id, direction, large).other.filter(
      (item) =>
        item.right > ever.x &&
        item.left < ever.x + ever.width &&
        item.bottom > ever.y &&
        item.top < ever.y + ever.height,
    );
    const layout = LETTER_LAYOUTS[id];
    const returned = 'returnLine' in layout ? layout.returnLine : undefined;
    for (const { name, top, bottom } of shown) {
      expect(returned, name).toBeDefined();
      expect(top, name).toBeGreaterThan(Math.max(always.y, returned!.y - 3));
      expect(bottom, name).toBeLessThan(returned!.y + 1.5);
    }
  });

  test('each envelope holds the folded paper, and says where its window is laid down', () => {
    const { paper, marks, envelopes } = LETTER_LAYOUTS[id];
    const edges = [0, ...marks.folds, paper.height];
    const panels = marks.folds.map((_, i) => edges[i + 1]! - edges[i]!);
    for (const envelope of envelopes) {
      expect(envelope.source).toMatch(/DIN|SN|NF|BS|USPS|Window envelopes|unverified/);
      expect(envelope.width).toBeGreaterThan(paper.width);
      for (const panel of [...panels, paper.height - marks.folds.at(-1)!]) {
        expect(panel).toBeLessThanOrEqual(envelope.height - 3);
      }
    }
  });
});

test('DIN 5008: the window of a C6/5 envelope shows every line too, wherever the letter slides', () => {
  for (const id of ['din-b', 'din-a'] as const) {
    const { always } = shownOf(
      [ENVELOPES.dinLarge],
      LETTER_LAYOUTS[id].paper,
      LETTER_LAYOUTS[id].marks.folds,
    );
    expect(always.width).toBe(71);
    for (const { name, left, right } of lay(id, 'ltr', false).address) {
      expect(left, name).toBeGreaterThan(always.x);
      expect(right, name).toBeLessThan(always.x + always.width);
    }
  }
});

test('DIN 5008: the window of DIN 680 lies over the address field where the letter rests on the bottom', () => {
  const a4 = { width: 210, height: 297 };
  // The field: 20 mm from the left, 45 mm (form B) or 27 mm (form A) from the top, 45 mm high.
  for (const [folds, top] of [
    [[105, 210], 45],
    [[87, 192], 27],
  ] as const) {
    const { always, ever } = shownOf([ENVELOPES.din], a4, folds);
    expect(ever).toEqual({ x: 10, y: top, width: 100, height: 50 });
    expect(always).toEqual({ x: 20, y: top + 5, width: 80, height: 40 });
  }
});
