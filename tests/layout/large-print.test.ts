import { beforeAll, describe, expect, test } from 'vitest';
import { type FontBook, openFonts } from '../../src/layout/fonts.ts';
import { layoutLeaflet } from '../../src/layout/leaflet.ts';
import { layoutLetter } from '../../src/layout/letter.ts';
import { LETTER_LAYOUTS } from '../../src/layout/letter-layouts.ts';
import type { GlyphRun, Page, PagedDocument } from '../../src/model/page.ts';
import { leaflet, letter, paragraph, RALLY, STRIKE } from './documents.ts';
import { linesOf, runsOf } from './geometry.ts';

let fonts: FontBook;
beforeAll(async () => {
  fonts = await openFonts();
});

const date = '2011-12-21';
const layLeaflet = (doc = leaflet(), paper: 'a4' | 'a5' = 'a4') =>
  layoutLeaflet(doc, { paper, fonts, date, largePrint: true });
const allRuns = ({ pages }: PagedDocument): GlyphRun[] => pages.flatMap((page: Page) => runsOf(page));
const stressed = {
  ...paragraph('body', RALLY),
  content: [{ kind: 'text', text: 'at once', emphasis: true } as const],
};

describe('leaflets', () => {
  test('pages are numbered where there is more than one', () => {
    const long = Array.from({ length: 8 }, () => paragraph('body', STRIKE));
    const numbers = (doc: ReturnType<typeof leaflet>) =>
      layLeaflet({ ...doc, pageOf: 'Page {n} of {total}' }).paged!.pages.map(
        (page) => linesOf(page).find((line) => line.text.startsWith('Page '))?.text,
      );
    const found = numbers(leaflet({ body: long }));
    expect(found.length).toBeGreaterThan(1);
    expect(found).toEqual(found.map((_, i) => `Page ${i + 1} of ${found.length}`));
    const short = leaflet({ body: [], figures: [], actions: [], event: [], demands: ['Release them'] });
    expect(numbers(short)).toEqual([undefined]);
  });
});

test('letters: upright sans of 16 pt and up but for the envelope’s window', () => {
  const doc = letter({ body: [paragraph('body', RALLY), stressed] });
  const layout = LETTER_LAYOUTS['din-b'];
  const { paged } = layoutLetter(doc, { layout, fonts, date, largePrint: true });
  const text = allRuns(paged!).filter((run) => run.size >= 16);
  expect(text.length).toBeGreaterThan(20);
  for (const run of allRuns(paged!)) expect(run.font).toMatch(/^sans-(400|700)$/);
  expect(new Set(text.map((run) => run.size)).has(18) || new Set(text.map((run) => run.size)).has(16)).toBe(
    true,
  );
});
