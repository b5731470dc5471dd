import { describe, expect, test } from 'vitest';
import { layoutLeaflet } from '../../src/layout/leaflet.ts';
import { layoutLetter } from '../../src/layout/letter.ts';
import { LETTER_LAYOUTS } from '../../src/layout/letter-layouts.ts';
import { proofread } from '../../src/layout/proofread.ts';
import type { PagedDocument } from '../../src/model/page.ts';
import { leaflet, letter, paragraph } from './documents.ts';
import { BUNDLED_LANGUAGES, HAS_NOTO, openNoto, RIGHTS } from './noto.ts';
import { directionOf } from './paragraphs.ts';

const fonts = await openNoto();
const languages = Object.entries(RIGHTS);
const available = languages.filter(([language]) => HAS_NOTO || BUNDLED_LANGUAGES.has(language));

/** The beginning of a text, as long as headlines are: whole words, or what stands before a sign. */
function beginningOf(text: string): string {
  const [first = '', ...words] = text.split(/(?<=[\s\u0f0b\u1361、，])/u);
  const end = words.findIndex((_, i) => [first, ...words.slice(0, i + 1)].join('').length > 40);
  return [first, ...words.slice(0, end < 0 ? words.length : end)].join('').trim();
}

const marked = (paged: PagedDocument | undefined) =>
  proofread(paged!, fonts).map(({ kind, cause }) => `${kind}: ${cause}`);

describe.each(available)('%s', (language, text) => {
  const own = { language, direction: directionOf(language) } as const;
  const date = '2026-05-01';

  test('a letter has no ink over other ink, and no line that its script wouldn’t break', () => {
    const paragraphs = [1, 2, 3].map(() => paragraph('body', text));
    const doc = { ...letter({ body: paragraphs }), ...own };
    const { paged, problems } = layoutLetter(doc, { layout: LETTER_LAYOUTS['din-b'], fonts, date });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(marked(paged)).toEqual([]);
  });

  test('nor a leaflet, from its headline to its panel', () => {
    const body = [paragraph('body', text)];
    const demands = [text];
    const doc = { ...leaflet({ ...own, headline: beginningOf(text), body, demands }), ...own };
    const { paged, problems } = layoutLeaflet(doc, { paper: 'a4', fonts, date });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(marked(paged)).toEqual([]);
  });
});

const missing = languages.filter((language) => !available.includes(language));
if (missing.length > 0)
  test.skip(`languages without a font here: ${missing.map(([language]) => language).join(' ')}`);
