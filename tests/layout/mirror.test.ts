import { beforeAll, describe, expect, test } from 'vitest';
import { type FontBook, openFonts } from '../../src/layout/fonts.ts';
import { layoutLeaflet } from '../../src/layout/leaflet.ts';
import { layoutLetter } from '../../src/layout/letter.ts';
import { LETTER_LAYOUTS, windowOf } from '../../src/layout/letter-layouts.ts';
import type { MergedDocument } from '../../src/model/block.ts';
import { MM, type Page, type PageItem } from '../../src/model/page.ts';
import { leaflet, letter, signatureLine } from './documents.ts';
import { boundsOf, runsOf } from './geometry.ts';

let fonts: FontBook;
beforeAll(async () => {
  fonts = await openFonts();
});

interface Span {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Each run of glyphs. */
function textSpans(page: Page, keep: (span: Span) => boolean = () => true): Span[] {
  const runs = runsOf(page).map((run) => ({ ...boundsOf(run), y: run.y }));
  return runs.map(({ left, right, y }) => ({ left, right, y })).filter(keep);
}

/** Rules, list marks, panels, frames. */
function boxSpans(page: Page): Span[] {
  const isBox = (item: PageItem) => item.kind === 'box' || item.kind === 'frame';
  return page.items.filter(isBox).map((item) => ({ left: item.x, right: item.x + item.width, y: item.y }));
}

const mirrored = ({ left, right, y }: Span, width: number): Span => ({
  left: width - right,
  right: width - left,
  y,
});

/** The outermost ink at each height: what mirrors, whatever the order of the words on a line. */
function edges(spans: readonly Span[]): Span[] {
  const rows = new Map<number, Span>();
  for (const span of spans) {
    const row = rows.get(Math.round(span.y)) ?? span;
    const left = Math.min(row.left, span.left);
    rows.set(Math.round(span.y), { left, right: Math.max(row.right, span.right), y: span.y });
  }
  return [...rows.values()].sort((a, b) => a.y - b.y);
}

function expectMirrored(found: readonly Span[], of: readonly Span[], width: number): void {
  const [ours, theirs] = [edges(found), edges(of.map((span) => mirrored(span, width)))];
  expect(ours.length).toBeGreaterThan(3);
  expect(ours.length).toBe(theirs.length);
  for (const [i, span] of ours.entries()) {
    for (const side of ['left', 'right', 'y'] as const) {
      expect(Math.abs(span[side] - theirs[i]![side]), `${side} at ${span.y}`).toBeLessThan(1.1);
    }
  }
}

/** The same English words set from the right: what changes is the page alone. */
const fromRight = (doc: MergedDocument): MergedDocument => ({ ...doc, direction: 'rtl' });

describe('a page read from the right is the mirror image of one read from the left', () => {
  test('leaflets: headline, columns, figures, list marks, panel', () => {
    const lay = (doc: MergedDocument) =>
      layoutLeaflet(doc, { paper: 'a5', fonts, date: '2011-12-21' }).paged!.pages[0]!;
    const [left, right] = [lay(leaflet()), lay(fromRight(leaflet()))];
    expectMirrored(textSpans(right), textSpans(left), left.width);
    expectMirrored(boxSpans(right), boxSpans(left), left.width);
  });

  test('letters: all but the address and the date, which stand where the envelope and the form have them', () => {
    const doc = letter({ sender: [], end: [signatureLine('signature', 'Name, function')] });
    const { ever: window } = windowOf(LETTER_LAYOUTS['din-b']);
    const lay = (d: MergedDocument) =>
      layoutLetter(d, { layout: LETTER_LAYOUTS['din-b'], fonts, date: '2011-12-21' }).paged!.pages[0]!;
    const [left, right] = [lay(doc), lay(fromRight(doc))];
    const below = ({ y }: Span) => y < window.y * MM || y > (window.y + window.height) * MM;
    expectMirrored(textSpans(right, below), textSpans(left, below), left.width);
    expectMirrored(boxSpans(right), boxSpans(left), left.width);
    const address = edges(textSpans(right, (span) => !below(span) && span.left < 105 * MM));
    expect(address.length).toBeGreaterThanOrEqual(4);
    for (const line of address) {
      expect(line.left).toBeGreaterThan(window.x * MM);
      expect(line.right).toBeCloseTo(90.5 * MM, 0);
    }
  });
});
