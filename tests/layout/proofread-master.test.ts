import { expect, test } from 'vitest';
import { openFonts } from '../../src/layout/fonts.ts';
import { layoutLetter } from '../../src/layout/letter.ts';
import { LETTER_LAYOUTS } from '../../src/layout/letter-layouts.ts';
import { proofread } from '../../src/layout/proofread.ts';
import { Kept } from '../../src/model/kept.ts';
import type { GlyphRun, PagedDocument, PageItem } from '../../src/model/page.ts';
import { letter } from './documents.ts';

const fonts = await openFonts();
const options = { layout: LETTER_LAYOUTS['din-b'], fonts, date: '2011-12-19' };
const sound = layoutLetter({ ...letter(), master: new Kept() }, options).paged!;

const isRun = (item: PageItem): item is GlyphRun => item.kind === 'glyphs' && item.tag !== undefined;
const runs = sound.pages[0]!.items.filter(isRun);
const [first, second] = [runs[0]!, runs.find(({ y }) => y > runs[0]!.y + 20)!];

/** The sound letter with one of its texts changed. */
function withChanged(change: (run: GlyphRun) => GlyphRun): PagedDocument {
  const items = sound.pages[0]!.items.map((item) => (item === first ? change(first) : item));
  return { ...sound, pages: [{ ...sound.pages[0]!, items }, ...sound.pages.slice(1)] };
}

test('in a letter that others are held against, nothing is found', () => {
  expect(proofread(sound, fonts)).toEqual([]);
});

test.each([
  ['moved a little', (run: GlyphRun) => ({ ...run, x: run.x + 1 })],
  ['onto another', (run: GlyphRun) => ({ ...run, x: second.x, y: second.y })],
  ['off the paper', (run: GlyphRun) => ({ ...run, x: -40 })],
  ['pale', (run: GlyphRun) => ({ ...run, ink: 0.9 })],
  ['small', (run: GlyphRun) => ({ ...run, size: 3 })],
] as const)('a text %s is judged as in a letter by itself', (_, change) => {
  const changed = withChanged(change);
  const alone = proofread({ ...changed, master: undefined }, fonts);
  expect(proofread(changed, fonts)).toEqual(alone);
  expect(alone.length > 0).toBe(_ !== 'moved a little');
});
