import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type FontFile, fontAt } from '../../src/layout/font-file.ts';
import { type FontBook, openFonts } from '../../src/layout/fonts.ts';
import { readFace } from '../../src/write/pdf/sfnt.ts';
import { subsetFont } from '../../src/write/pdf/subset.ts';
import { shareMaps } from '../../src/write/pdf/unicode-map.ts';
import { writePdf } from '../../src/write/pdf.ts';
import { makeFolder } from '../folder.ts';
import { NOTO_CJK } from '../layout/noto.ts';
import { describeWith, runOnFile } from '../tools.ts';
import { documentOf, PARAGRAPH, runOf } from './sample.ts';

const fonts = await openFonts();

test.each([...fonts.files.keys()])('%s: widths and texts of glyphs are those of shaping', (id) => {
  const file = fonts.files.get(id)!;
  const face = readFace(file);
  const letters = [...'AgЖөשب'].filter((letter) => file.covers(letter.codePointAt(0)!));
  expect(letters.length).toBeGreaterThan(0);
  for (const letter of letters) {
    const { glyphs } = runOf(fonts, letter, { font: id, size: 1000 });
    expect(face.advanceOf(glyphs[0]!.id)).toBeCloseTo(glyphs[0]!.advance, 3);
    if (!/\p{Script=Arabic}/u.test(letter)) expect(face.textOf(glyphs[0]!.id)).toBe(letter);
  }
});

describeWith(['pdffonts', 'qpdf'], 'size', () => {
  test('a page of one font takes less than 5 KB, in whatever letters its names stand', () => {
    const sizes = ['Anna Example', 'Жаңаөзен', 'Łódź Śliwa'].map(
      (text) => writePdf(documentOf([runOf(fonts, text, { tag: PARAGRAPH })]), fonts).length,
    );
    for (const size of sizes) expect(size).toBeLessThan(5_000);
  });

  /** The subset of a page with this text, told by its tag, and the bytes of the file. */
  const subset = (text: string, own = false, personal = true) => {
    const doc = documentOf([runOf(fonts, text, { tag: PARAGRAPH, own })], { personal });
    const pdf = writePdf(doc, fonts);
    const tag = /[A-Z]{6}\+/.exec(runOnFile('pdffonts', (file) => [file], pdf).toString())![0];
    return { tag, bytes: pdf.length };
  };

  test.each([
    ['Bill Quiz', 'Ada Xenia'],
    ['O’Hara-Smith, 12', 'Zoe, 3/4 - X’Y'],
    ['Сергей Ёж', 'Щукин Ёлка'],
    ['José Alba', 'Zoë Coll'],
    ['Office Sofia', 'Office Anna Sofia'],
  ])('where names are set, %s and %s share a subset', (one, other) => {
    expect(subset(one, true).tag).toBe(subset(other, true).tag);
    expect(subset(one).tag).not.toBe(subset(other).tag);
  });

  test('a name brings no letters that are rare in names, where it has none of them', () => {
    const { tag, bytes } = subset('Anna Marten', true);
    const other = subset('Anna Marten-Fox, Quiz Jokaby', true);
    expect(tag).toBe(subset('Fox Quiz', true).tag);
    expect(bytes).toBeLessThan(other.bytes - 1000);
  });

  test('where no names are set, a subset holds the glyphs that are used alone', () => {
    const exact = subset('Down with it');
    expect(exact.tag).toBe(subset('with it Down').tag);
    // Labels have addresses that no other file has beside the same text.
    expect(subset('Down with it', true, false).tag).toBe(exact.tag);
    expect(exact.bytes).toBeLessThan(subset('Down with it', true).bytes - 1000);
    expect(exact.bytes).toBeLessThan(4500);
  });
});

const collection = join(NOTO_CJK, 'NotoSansCJK-Regular.ttc');
const SIMPLIFIED = 2;
const WORDS = '中国工人罢工Ab';

describeWith(['hb-subset', 'pdftotext', 'pdffonts', 'qpdf'], 'PostScript outlines', () => {
  const isThere = existsSync(collection) || process.env.HANDBILL_CI !== undefined;

  test.skipIf(!isThere)(
    'a face of a collection, and a font whose identifiers differ from its order (needs fonts-noto-cjk)',
    async () => {
      const folder = await makeFolder();
      const small = join(folder, 'small.otf');
      const args = [`--face-index=${SIMPLIFIED}`, `--text=${WORDS}`, `--output-file=${small}`, collection];
      runOnFile('hb-subset', () => args, new Uint8Array());
      for (const file of [
        fontAt('han', collection, SIMPLIFIED, 'system'),
        fontAt('han', small, 0, 'system'),
      ]) {
        const book: FontBook = { ...fonts, files: new Map([['han', file]]) };
        const pdf = writePdf(documentOf([runOf(book, WORDS, { font: 'han', tag: PARAGRAPH })]), book);
        expect(pdf.length).toBeLessThan(8000);
        expect(
          runOnFile('pdftotext', (path) => [path, '-'], pdf)
            .toString()
            .trim(),
        ).toBe(WORDS);
        expect(runOnFile('pdffonts', (path) => [path], pdf).toString()).toMatch(
          /CID Type 0C +Identity-H +yes yes yes/,
        );
        expect(inkOf(pdf)).toBeGreaterThan(200);
      }
    },
  );
});

test.skipIf(!existsSync(collection))(
  'fonts that are too large to stay open together are cut down as if each were alone, and held by nobody',
  () => {
    const places = [collection, join(NOTO_CJK, 'NotoSerifCJK-Regular.ttc')];
    const open = (path: string, face = 0) => fontAt(`${path} ${face}`, path, face, 'system');
    const cut = (font: FontFile) => Buffer.from(subsetFont(font, [0, 20, 1000], false)).toString('base64');
    const alone = places.map((path) => cut(open(path)));
    const [sans, serif] = places.map((path) => open(path)) as [FontFile, FontFile];
    const other = fontAt('other', sans.path, SIMPLIFIED, 'system', sans.content);
    const turns = [sans, serif, other, sans, serif].map(cut);
    expect([turns[0], turns[1], turns[3], turns[4]]).toEqual([...alone, ...alone]);
    expect(turns[2]).toBe(cut(open(sans.path, SIMPLIFIED)));
    expect(sans.content.isLarge).toBe(true);
  },
);

test.skipIf(!existsSync(collection))(
  'of a large font the outlines of glyphs that are drawn are read, no others, and its subsets are those of the whole',
  () => {
    const font = fontAt('large', collection, SIMPLIFIED, 'system');
    let left = 0;
    const watched: FontFile = {
      ...font,
      path: 'large',
      content: font.content,
      part: (isWanted, room) => {
        left = room?.leave ? room.leave.to - room.leave.from : 0;
        return font.part(isWanted, room);
      },
    };
    const whole: FontFile = { ...font, path: 'whole', content: { ...font.content, isLarge: false } };
    for (const glyphs of [[20, 1000], [1000, 30_000, 65_000], [0], [21, 22, 1001]])
      expect(Buffer.compare(subsetFont(watched, glyphs, false), subsetFont(whole, glyphs, false))).toBe(0);
    expect(left).toBeGreaterThan(8 << 20);
  },
);

/** Dark pixels of the first page at 72 dpi. */
function inkOf(pdf: Uint8Array): number {
  const ppm = runOnFile('pdftoppm', (file) => ['-r', '72', '-gray', file], pdf);
  return [...ppm.subarray(-300 * 400)].filter((grey) => grey < 128).length;
}

test('fonts share a map of their texts unless a code would stand for two', () => {
  const regular = [
    [3, ' '],
    [36, 'A'],
  ] as const;
  const bold = [
    [36, 'A'],
    [68, 'a'],
  ] as const;
  const other = [[36, 'ا']] as const;
  const maps = shareMaps([regular, other, bold], (texts) => texts);
  expect(maps).toEqual([
    {
      texts: [
        [3, ' '],
        [36, 'A'],
        [68, 'a'],
      ],
      members: [regular, bold],
    },
    { texts: [[36, 'ا']], members: [other] },
  ]);
});
