import { beforeAll, describe, expect, test } from 'vitest';
import { ENVELOPE_IDS, ENVELOPE_SHEETS } from '../../src/layout/envelope-sheets.ts';
import { type FontBook, openFonts } from '../../src/layout/fonts.ts';
import {
  LABEL_SHEET_IDS,
  LABEL_SHEETS,
  type LabelSheetId,
  labelCount,
} from '../../src/layout/label-sheets.ts';
import { type Label, layoutLabels } from '../../src/layout/labels.ts';
import { MM } from '../../src/model/page.ts';
import { treeOf } from '../../src/write/pdf/structure-tree.ts';
import { boundsOf, runsOf } from './geometry.ts';

let fonts: FontBook;
beforeAll(async () => {
  fonts = await openFonts();
});

const SHORT = ['Example Ltd', '1 Example Road', 'EXAMPLETON EX1 1EX'];
const LONG = [
  'Embassy of the Exemplary Republic of Exampleland in Exampleton',
  'The Ambassador',
  'Example House, 1 Example Road',
  'EXAMPLETON EX1 1EX',
  'UNITED KINGDOM',
];

function label(id: string, lines: readonly string[], more: Partial<Label> = {}): Label {
  return { id, lines: lines.map((text) => ({ text })), language: 'en', direction: 'ltr', ...more };
}

/** A label whose first line tells which it is. */
const numbered = (count: number) =>
  Array.from({ length: count }, (_, i) => label(`c${i}`, [`No ${i + 1}.`, ...SHORT]));

function lay(labels: readonly Label[], sheet: LabelSheetId, start = 1) {
  const options = { fonts, title: 'Labels', language: 'en', date: '2026-05-01' };
  return layoutLabels(labels, { ...options, sheet: LABEL_SHEETS[sheet], start });
}

/** Left edges of the first and last column and top edges of the first and last row in millimetres, from the maker's templates. */
const CORNERS: Record<LabelSheetId, readonly [number, number, number, number]> = {
  l7160: [7.2, 139.2, 15.15, 243.75],
  l7163: [4.65, 106.25, 15.15, 243.75],
  '5160': [4.7625, 144.4625, 12.7, 241.3],
  '5161': [3.96875, 110.33125, 12.7, 241.3],
  '5163': [3.96875, 110.33125, 12.7, 215.9],
};

describe.each(LABEL_SHEET_IDS)('sheet %s', (id) => {
  const sheet = LABEL_SHEETS[id];

  test('lies on its paper with equal margins', () => {
    const right = sheet.left + (sheet.columns - 1) * sheet.pitch.x + sheet.width;
    const bottom = sheet.top + (sheet.rows - 1) * sheet.pitch.y + sheet.height;
    expect(Math.abs(sheet.paper.width - right - sheet.left)).toBeLessThan(0.2);
    expect(Math.abs(sheet.paper.height - bottom - sheet.top)).toBeLessThan(0.2);
  });

  test('each address stands inside its label, 2 mm from its edges', () => {
    const all = labelCount(sheet);
    const { paged, count, problems } = lay(
      Array.from({ length: all }, (_, i) => label(`c${i}`, i % 2 === 0 ? SHORT : LONG)),
      id,
    );
    expect({ count, problems, pages: paged.pages.length }).toEqual({ count: all, problems: [], pages: 1 });
    const [left, lastLeft, top, lastTop] = CORNERS[id];
    const stepX = (lastLeft - left) / (sheet.columns - 1);
    const stepY = (lastTop - top) / (sheet.rows - 1);
    const runs = runsOf(paged.pages[0]!);
    for (const [i, tag] of [...new Set(runs.map((run) => run.tag))].entries()) {
      const own = runs.filter((run) => run.tag === tag).map((run) => ({ ...boundsOf(run), size: run.size }));
      const x = left + (i % sheet.columns) * stepX;
      const y = top + Math.floor(i / sheet.columns) * stepY;
      expect(Math.abs(Math.min(...own.map((b) => b.left)) / MM - x - 4)).toBeLessThan(0.1);
      for (const { right, top: above, bottom, size } of own) {
        expect(right / MM).toBeLessThanOrEqual(x + sheet.width - 2);
        expect(above / MM).toBeGreaterThanOrEqual(y + 2);
        expect(bottom / MM).toBeLessThanOrEqual(y + sheet.height - 2);
        expect(size).toBeGreaterThanOrEqual(7);
        expect(size).toBeLessThanOrEqual(11);
      }
    }
  });
});

test('a used sheet is gone on with, and what is over goes on another', () => {
  const { paged, count } = lay(numbered(20), 'l7160', 5);
  expect(count).toBe(20);
  const [first, second] = paged.pages.map((page) => runsOf(page).filter((run) => run.text.startsWith('No')));
  expect([first!.length, second!.length]).toEqual([17, 3]);
  // Label 5 is the second of the second row.
  expect(first![0]!.x / MM).toBeCloseTo(7.2 + 66 + 4, 1);
  expect(first![0]!.y / MM).toBeGreaterThan(15.15 + 38.1);
  expect(first![0]!.y / MM).toBeLessThan(15.15 + 2 * 38.1);
  expect(second![0]!.x / MM).toBeCloseTo(7.2 + 4, 1);
});

test('an address that fits no label is left out and told; the next one takes its place', () => {
  const lines = Array.from({ length: 9 }, (_, i) => `Line ${i + 1} of an address that is far too long`);
  const { paged, count, problems } = lay([label('too-long', lines), label('example-ltd', SHORT)], '5160');
  expect(count).toBe(1);
  expect(problems).toMatchObject([{ code: 'overfull-box', severity: 'warning' }]);
  expect(problems[0]!.message).toContain('too-long');
  const runs = runsOf(paged.pages[0]!);
  expect(runs.map((run) => run.text.trim()).join('\n')).toBe(SHORT.join('\n'));
  expect(runs[0]!.x / MM).toBeCloseTo(4.7625 + 4, 1);
});

test('an address with a character that no font has is left out and told', () => {
  const { count, problems } = lay([label('cuneiform', ['𒀀 Ltd', ...SHORT]), label('b', SHORT)], 'l7160');
  expect(count).toBe(1);
  expect(problems).toMatchObject([{ code: 'left-out' }]);
  expect(problems[0]!.message).toContain('cuneiform');
});

test('where no font has the address, that in Latin letters stands there', () => {
  const latin = SHORT.map((text) => ({ text }));
  const { paged, count, problems } = lay([label('cuneiform', ['𒀀 Ltd', '𒀀 1'], { latin })], 'l7160');
  expect({ count, problems }).toEqual({ count: 1, problems: [] });
  const runs = runsOf(paged.pages[0]!);
  expect(runs.map((run) => run.text.trim()).join('\n')).toBe(SHORT.join('\n'));
});

test('each label is a paragraph in its language; those from right to left begin at the right', () => {
  const arabic = label('ar', ['سفارة كازاخستان'], { language: 'ar', direction: 'rtl' });
  const { paged } = lay([label('en', SHORT), arabic], 'l7160');
  expect(treeOf(paged).nodes.map(({ type, language }) => [type, language])).toEqual([
    ['Document', 'en'],
    ['P', 'en'],
    ['P', 'ar'],
  ]);
  const right = Math.max(...runsOf(paged.pages[0]!).map((run) => boundsOf(run).right));
  expect(right / MM).toBeCloseTo(7.2 + 66 + 63.5 - 4, 1);
});

describe.each(ENVELOPE_IDS)('envelope %s', (id) => {
  const sheet = ENVELOPE_SHEETS[id];
  const { width, height } = sheet.paper;
  const from = [
    'Example Workers’ Union, Local 12',
    'Alex Example',
    '12 Example Street',
    '10115 Berlin',
    'GERMANY',
  ];
  const envelope = (lines: readonly string[]) => label('a', lines, { from: from.map((text) => ({ text })) });
  const layEnvelope = (one: Label) =>
    layoutLabels([one], { fonts, title: 'Envelopes', language: 'en', date: '2026-05-01', sheet, start: 1 });

  test('the address stands where machines read it, clear of stamps and of who sends it, at 10 pt or more', () => {
    for (const lines of [SHORT, LONG]) {
      const { paged, problems } = layEnvelope(envelope(lines));
      expect(problems).toEqual([]);
      const [page] = paged.pages;
      expect([page!.width / MM, page!.height / MM]).toEqual([width, height].map((n) => expect.closeTo(n, 5)));
      const runs = runsOf(page!).map((run) => ({ ...boundsOf(run), text: run.text.trim(), size: run.size }));
      const sent = runs.filter(({ text }) => from.includes(text));
      expect(sent.map(({ text }) => text)).toEqual(from);
      for (const { left, right, top, bottom } of sent) {
        expect(Math.min(left, top) / MM).toBeGreaterThanOrEqual(8);
        expect(right / MM).toBeLessThanOrEqual(width - 74);
        expect(bottom / MM).toBeLessThanOrEqual(40);
      }
      for (const { left, right, top, bottom, size } of runs.filter((run) => !sent.includes(run))) {
        expect(size).toBeGreaterThanOrEqual(10);
        expect(top / MM).toBeGreaterThanOrEqual(40);
        expect(left / MM).toBeGreaterThanOrEqual(width * 0.4);
        expect(right / MM).toBeLessThanOrEqual(width - 15 + 0.1);
        // Five eighths of an inch stay free below for the code of the post.
        expect(bottom / MM).toBeLessThanOrEqual(height - 15.875);
        if (id === 'no-10') expect(top / MM).toBeGreaterThanOrEqual(height - 69.85);
      }
    }
  });

  test('a sender that no font has is left out and told; the envelope is printed', () => {
    const { count, problems } = layEnvelope(label('a', SHORT, { from: [{ text: '𒀀 Ltd' }] }));
    expect(count).toBe(1);
    expect(problems).toMatchObject([{ code: 'left-out', wording: 'left-out/return-address' }]);
  });
});

test('what stands on a label is what stands there alone, whatever was set before', async () => {
  const known: readonly (readonly string[])[] = [
    SHORT,
    LONG,
    ['Посольство Примерии', 'ул. Примерная, 1', '00001 Примерск', 'ПРИМЕРИЯ'],
    ['سفارة المثال', 'شارع المثال 1', 'EXAMPLETON'],
    ['Office 1 Ltd', 'Example Road 1', 'EXAMPLETON EX1 1EX', 'UNITED KINGDOM'],
  ];
  const labels = Array.from({ length: 40 }, (_, i): Label => {
    const lines = [...known[i % known.length]!];
    if (i > 20) lines[0] = `${lines[0]} ${i}`;
    return label(`c${i}`, lines, {
      direction: i % known.length === 3 ? 'rtl' : 'ltr',
      latin: i % 7 === 0 ? SHORT.map((text) => ({ text })) : undefined,
      from: i % 2 === 0 ? LONG.map((text) => ({ text })) : [],
    });
  });
  const options = { title: 'Envelopes', language: 'en', date: '2026-05-01', start: 1 };
  const sheet = ENVELOPE_SHEETS.dl;
  const { paged, count } = layoutLabels(labels, { ...options, fonts, sheet });
  expect(count).toBe(labels.length);
  const fresh = await openFonts();
  for (const [i, one] of labels.entries()) {
    const alone = layoutLabels([one], { ...options, fonts: i % 10 === 0 ? await openFonts() : fresh, sheet });
    expect(paged.pages[i]).toEqual(alone.paged.pages[0]);
  }
});
