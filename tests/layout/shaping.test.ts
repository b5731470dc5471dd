import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openFonts } from '../../src/layout/fonts.ts';
import { inkOfRun, overlapOf } from '../../src/layout/ink.ts';
import { itemise } from '../../src/layout/itemise.ts';
import { glyphsOf, shapeText, widthOf } from '../../src/layout/shaping.ts';
import type { TextStyle } from '../../src/layout/style.ts';
import { HAS_NOTO, openNoto } from './noto.ts';
import { directionOf, STYLE, setIn } from './paragraphs.ts';

const fonts = await openFonts();

/** Glyphs of a text in one line, as a reader of the language sees them. */
async function glyphIds(language: string, text: string, style: Partial<TextStyle> = {}): Promise<number[]> {
  const lines = await setIn(language, text, { style });
  return lines.flatMap((line) => line.runs.flatMap((run) => run.glyphs.map((glyph) => glyph.id)));
}

describe('letters have the form of their language', () => {
  test.each([
    ['Serbian italics', 'sr', 'ru', 'бгдпт', { italic: true }],
    ['Macedonian italics', 'mk', 'ru', 'гпт', { italic: true }],
    ['Romanian comma below, also for the cedilla', 'ro', 'en', 'ş', {}],
  ] as const)('%s', async (_, language, other, text, style) => {
    expect(await glyphIds(language, text, style)).not.toEqual(await glyphIds(other, text, style));
  });

  test('Turkish keeps the dot of i after f', async () => {
    for (const family of ['serif', 'sans', 'display'] as const) {
      expect(await glyphIds('tr', 'ffi', { family })).toHaveLength(3);
    }
    expect((await glyphIds('en', 'ffi')).length).toBeLessThan(3);
  });
});

test('plain Latin texts, which are divided and shaped at once, have the items and glyphs of any text', () => {
  const letters = [...'ABfilTVWyé ·.,-@()[]0123ßłŐ«»ÿ', '\u00a0', 'ffi', 'AV', '“'];
  const span = fc.record({
    text: fc.array(fc.constantFrom(...letters), { maxLength: 12 }).map((parts) => parts.join('')),
    strong: fc.boolean(),
    isolate: fc.boolean(),
  });
  const languages = fc.constantFrom('en', 'de', 'tr', 'es', 'ro');
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 4 }), languages, (spans, language) => {
      const content = spans.map((one) => ({ kind: 'text' as const, ...one }));
      const { length } = spans.map(({ text }) => text).join('');
      fc.pre(length > 0);
      const context = { fonts, language, direction: 'ltr' } as const;
      const shaped = (more: readonly (typeof content)[number][]) => {
        const { items, glyphs } = shapeText(itemise([...content, ...more], STYLE, context), false);
        return items.flatMap(({ start, end, font, level, script }, i) =>
          start < length ? [{ start, end, font: font.id, level, script, glyphs: glyphs[i] }] : [],
        );
      };
      // With a dash behind it, it goes the long way.
      expect(shaped([])).toEqual(shaped([{ kind: 'text', text: '–', strong: false, isolate: false }]));
    }),
    { numRuns: 300 },
  );
});

describe('a paragraph is shaped as a whole', () => {
  const shape = (language: string, text: string) => {
    const direction = directionOf(language);
    const itemised = itemise(
      [{ kind: 'text', text }],
      { ...STYLE, family: 'display' },
      { fonts, language, direction },
    );
    return shapeText(itemised, false);
  };

  test('letters of Arabic join, and keep their form where a line has to end within a word', async () => {
    const [whole] = await setIn('ar', 'العمال');
    const apart = await Promise.all([...'العمال'].map((letter) => glyphIds('ar', letter)));
    expect(whole!.runs[0]!.glyphs.map((glyph) => glyph.id).sort()).not.toEqual(apart.flat().sort());
    const shaped = shape('ar', 'ههه');
    const middle = glyphsOf(shaped, 0, 1, 2).map((glyph) => glyph.id);
    expect(middle).toEqual(shaped.glyphs[0]!.filter(({ cluster }) => cluster === 1).map((glyph) => glyph.id));
  });

  test('kerning reaches over spaces', () => {
    const { before } = shape('en', 'x To');
    const alone = shape('en', 'x ').before.at(-1)! + shape('en', 'To').before.at(-1)!;
    expect(before.at(-1)).not.toBeCloseTo(alone, 5);
  });

  test('a part is as wide as measured, wherever lines end', () => {
    const texts = [
      'AVATAR To. Type fi ffi Wave “Yes” – Tea',
      'يولد جميع الناس أحراراً AV متساوين (11)',
      'Żółć, ты, Ấ',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat(), (text, a, b) => {
        const shaped = shape(text === texts[1] ? 'ar' : 'en', text.normalize('NFC'));
        const [start, end] = [a % shaped.text.length, b % (shaped.text.length + 1)].sort((x, y) => x - y);
        // Lines end between letters, never before a mark.
        fc.pre(
          start! < end! &&
            !/^\p{M}/u.test(shaped.text.slice(start)) &&
            !/^\p{M}/u.test(shaped.text.slice(end)),
        );
        let drawn = 0;
        shaped.items.forEach((item, i) => {
          const [from, to] = [Math.max(item.start, start!), Math.min(item.end, end!)];
          if (from < to) for (const glyph of glyphsOf(shaped, i, from, to)) drawn += glyph.advance;
        });
        expect(widthOf(shaped, start!, end!)).toBeCloseTo(drawn, 6);
      }),
      { numRuns: 400 },
    );
  });

  test('spaced out text has no ligatures', async () => {
    const [tight] = await setIn('en', 'ffi', { style: { family: 'serif' } });
    const [spaced] = await setIn('en', 'ffi', { style: { family: 'serif', tracking: 1 } });
    expect(spaced!.runs[0]!.glyphs).toHaveLength(3);
    expect(tight!.runs[0]!.glyphs.length).toBeLessThan(3);
  });
});

test('between Han and other letters is a quarter of the size, but not at a line’s edge', () => {
  const { gaps, text } = shapeText(
    itemise([{ kind: 'text', text: '共12人在Aktau。' }], STYLE, {
      fonts,
      language: 'zh-Hans',
      direction: 'ltr',
    }),
    false,
  );
  expect([...gaps.keys()].map((at) => text.slice(at - 1, at + 1))).toEqual(['共1', '2人', '在A']);
});

describe.skipIf(!HAS_NOTO)(
  'signs of a whole square that meet share half a square, and lines begin and end with ink (JLREQ 3.1, CLREQ 3.1.6)',
  () => {
    test.each([
      ['zh-Hans', '「工人」，（罢工）。', 75],
      ['ja', '「労働者」（『連合』）、', 90],
      // In Taiwan and Hong Kong commas and stops stand in the middle of their square.
      ['zh-Hant', '「工人」，（罷工）。', 80],
      ['zh-Hant', '《「工人」》', 40],
      ['zh-Hans', '工人，罢工。', 55],
      ['zh-Hans', '工人：（罢工）；“工人”！', 115],
      ['ja', '労働者：（連合）・「労」', 100],
    ])('%s %s', async (language, text, width) => {
      const lines = await setIn(language, text, { fonts: await openNoto() });
      const advances = lines.flatMap(({ runs }) =>
        runs.flatMap(({ glyphs }) => glyphs.map((g) => g.advance)),
      );
      expect(advances.reduce((sum, one) => sum + one, 0)).toBeCloseTo(width, 1);
    });

    test.each(['zh-Hans', 'ja', 'zh-Hant'])(
      '%s: none of them counts as running into the other',
      async (language) => {
        const fonts = await openNoto();
        const lines = await setIn(language, '工人，「工『人』」、（工人）。', { fonts });
        const boxes = lines.flatMap(({ runs }) => runs.flatMap((run) => inkOfRun(run, fonts)?.glyphs ?? []));
        expect(boxes).toHaveLength(15);
        for (const [i, box] of boxes.entries())
          for (const other of boxes.slice(i + 1)) expect(overlapOf(box, other)).toBeLessThan(0.01);
      },
    );
  },
);
