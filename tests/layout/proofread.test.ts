import { beforeAll, describe, expect, test } from 'vitest';
import { type FontBook, openFonts } from '../../src/layout/fonts.ts';
import { layoutLeaflet } from '../../src/layout/leaflet.ts';
import { proofProblem, proofread } from '../../src/layout/proofread.ts';
import { placeRows, setText } from '../../src/layout/rows.ts';
import type { TextStyle } from '../../src/layout/style.ts';
import type { Paragraph } from '../../src/model/block.ts';
import { MM, type PagedDocument, type PageItem, type StructureType } from '../../src/model/page.ts';
import { heading, leaflet, paragraph, text } from './documents.ts';

let fonts: FontBook;
beforeAll(async () => {
  fonts = await openFonts();
});

const STYLE: TextStyle = { family: 'sans', weight: 400, size: 12, leading: 16, align: 'start', ink: 0 };

/** Texts at places in millimetres on an A5 page, and what else stands on it. */
function pageOf(
  texts: readonly (readonly [string, number, number, StructureType?, Partial<TextStyle>?])[],
  more: readonly PageItem[] = [],
): PagedDocument {
  const setting = { fonts, language: 'en', direction: 'ltr' } as const;
  const set = texts.flatMap(([words, x, y, type, style]) =>
    placeRows(
      setText([text(words)], { ...STYLE, ...style }, 100 * MM, setting, { type: type ?? 'P' }),
      x * MM,
      y * MM,
    ),
  );
  const pages = [{ width: 148 * MM, height: 210 * MM, items: [...more, ...set] }];
  return { title: 'Page', language: 'en', direction: 'ltr', pages, date: '2011-12-21' };
}

const kinds = (paged: PagedDocument) => proofread(paged, fonts).map(({ kind }) => kind);
const rule = (x: number, y: number, width: number, height: number, ink = 0): PageItem => ({
  kind: 'box',
  x: x * MM,
  y: y * MM,
  width: width * MM,
  height: height * MM,
  ink,
});

describe('a proof-reader finds', () => {
  test('nothing on a page that is as it should be', () => {
    expect(
      kinds(
        pageOf([
          ['We demand', 20, 20, 'H2'],
          ['Release them', 20, 28],
        ]),
      ),
    ).toEqual([]);
  });

  test('texts that run into each other, where and how', () => {
    const paged = pageOf([
      ['Called by our union', 20, 50],
      ['Picket', 20, 51.5],
    ]);
    const [found] = proofread(paged, fonts);
    expect(found).toMatchObject({ kind: 'collision', page: 1 });
    expect(proofProblem(found!).message).toMatch(
      /^Page 1, 2\d mm from the left and 5\d mm from the top: the text “Picket” runs into “Called by our union”\.$/,
    );
  });

  test.each<[string, string, PagedDocument | (() => PagedDocument)]>([
    ['a rule through a text', 'struck', () => pageOf([['Release them', 20, 50]], [rule(10, 51, 90, 0.5)])],
    ['a text off the paper', 'edge', () => pageOf([['Release them', 140, 50]])],
    ['a text where no printer prints', 'edge', () => pageOf([['Release them', 2, 50]])],
    ['what is too small to read', 'small', () => pageOf([['Release them', 20, 50, 'P', { size: 5 }]])],
    ['black on black', 'contrast', () => pageOf([['Release them', 20, 50]], [rule(10, 40, 90, 30)])],
    ['Mongolian that is set across', 'across', () => pageOf([['ᠮᠣᠩᠭᠣᠯ', 20, 50]])],
    [
      'a heading with nothing under it',
      'heading',
      () =>
        pageOf([
          ['Background', 20, 50, 'H2'],
          ['Source', 20, 180],
        ]),
    ],
    [
      'a heading over a heading',
      'heading',
      () =>
        pageOf([
          ['Background', 20, 50, 'H2'],
          ['We demand', 20, 58, 'H2'],
          ['A', 20, 66],
        ]),
    ],
    [
      'a headline that stands twice',
      'twice',
      () =>
        pageOf([
          ['Free them', 20, 20, 'H1'],
          ['Free them!', 20, 40],
        ]),
    ],
  ])('%s', (_, kind, paged) => {
    expect(kinds(typeof paged === 'function' ? paged() : paged)).toContain(kind);
  });

  test('a line that is broken within a stacked letter', () => {
    const paged = pageOf([['ab', 20, 20]]);
    const [run] = paged.pages[0]!.items;
    if (run?.kind !== 'glyphs') throw new Error('expected a text');
    const items = [
      { ...run, text: 'យុត្' },
      { ...run, text: 'ដិធម៌', y: run.y + 30 },
    ];
    expect(kinds({ ...paged, pages: [{ ...paged.pages[0]!, items }] })).toEqual(['break']);
  });
});

test.each(['poster', 'notice', 'newspaper', 'large-print'] as const)(
  '%s: a headline in deep and high letters keeps clear of itself and its neighbours',
  (style) => {
    const doc = leaflet({
      direction: 'rtl',
      language: 'ar',
      headline: 'أوقفوا إطلاق النار على المضربين في كازاخستان',
    });
    const blocks = doc.blocks.flatMap((block) =>
      block.role === 'headline' ? [block, paragraph('subhead', 'إلى جانب عمّال النفط المضربين')] : [block],
    );
    for (const paper of ['a5', 'a4'] as const) {
      const { paged } = layoutLeaflet({ ...doc, blocks }, { paper, style, fonts, date: '2011-12-21' });
      expect(kinds(paged!).filter((kind) => kind === 'collision')).toEqual([]);
    }
  },
);

test.each([1, 2, 3, 5])('%d events in deep letters keep clear of the heading over them', (count) => {
  const event = Array.from({ length: count }, (_, i): Paragraph => {
    const day = { ...text(`چهارشنبه ${'۱۲۳۴۵'[i]} دسامبر ۲۰۱۱، ساعت ۱۲:۰۰`), strong: true } as const;
    return { kind: 'paragraph', role: 'event', content: [day, { kind: 'break' }, text('میدان مثال')] };
  });
  for (const kind of ['picket', 'demonstration']) {
    const part = [heading('event', 2, 'در راهپیمایی شرکت کنید و به تجمع بپیوندید'), ...event];
    const doc = {
      ...leaflet({ direction: 'rtl', language: 'fa', event: part, demands: [], actions: [] }),
      kind,
    };
    for (const style of ['poster', 'notice', 'newspaper'] as const)
      for (const paper of ['a5', 'a4'] as const) {
        const { paged } = layoutLeaflet(doc, { paper, style, fonts, date: '2011-12-21' });
        expect([kind, style, paper, ...kinds(paged!).filter((found) => found === 'collision')]).toEqual([
          kind,
          style,
          paper,
        ]);
      }
  }
});

test('an accented headline is set no wider than its ink needs', () => {
  const leadingOf = (headline: string) => {
    const { paged } = layoutLeaflet(
      { ...leaflet(), blocks: [heading('headline', 1, headline)] },
      { paper: 'a5', fonts, date: '2011-12-21' },
    );
    const runs = paged!.pages[0]!.items.filter((item) => item.kind === 'glyphs');
    return (runs.at(-1)!.y - runs[0]!.y) / runs[0]!.size;
  };
  expect(leadingOf('Shot for striking in Zhanaozen')).toBeCloseTo(0.96, 1);
});
