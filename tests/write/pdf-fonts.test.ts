import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fontAt } from '../../src/layout/font-file.ts';
import { type FontBook, openFonts } from '../../src/layout/fonts.ts';
import { readFace } from '../../src/write/pdf/sfnt.ts';
import { writePdf } from '../../src/write/pdf.ts';
import { makeFolder } from '../folder.ts';
import { NOTO_CJK } from '../layout/noto.ts';
import { describeWith, runOnFile } from '../tools.ts';
import { documentOf, runOf } from './sample.ts';

const fonts = await openFonts();

test.each([...fonts.files.keys()])('%s: widths and texts of glyphs are those of shaping', (id) => {
  const file = fonts.files.get(id)!;
  const face = readFace(file.bytes, file.faceIndex);
  const letters = [...'AgЖөשب'].filter((letter) => file.covers(letter.codePointAt(0)!));
  expect(letters.length).toBeGreaterThan(0);
  for (const letter of letters) {
    const { glyphs } = runOf(fonts, letter, { font: id, size: 1000 });
    expect(face.advanceOf(glyphs[0]!.id)).toBeCloseTo(glyphs[0]!.advance, 3);
    if (!/\p{Script=Arabic}/u.test(letter)) expect(face.textOf(glyphs[0]!.id)).toBe(letter);
  }
});

describeWith(['pdffonts', 'qpdf'], 'size', () => {
  test('a page of one font takes some 10 KB, in whatever letters its names stand', () => {
    const sizes = ['Anna Example', 'Жаңаөзен', 'Łódź Śliwa'].map(
      (text) => writePdf(documentOf([runOf(fonts, text, { tag: 1 })]), fonts).length,
    );
    for (const size of sizes) expect(size).toBeLessThan(14_000);
  });

  test('names in the same letters share a subset', () => {
    const name = (text: string) => {
      const pdf = writePdf(
        documentOf([runOf(fonts, `abcdefghijklmnopqrstuvwxyz ${text}`, { tag: 1 })]),
        fonts,
      );
      return /[A-Z]{6}\+/.exec(runOnFile('pdffonts', (file) => [file], pdf).toString())![0];
    };
    expect(name('Bill')).toBe(name('Anna'));
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
        const pdf = writePdf(documentOf([runOf(book, WORDS, { font: 'han', tag: 1 })]), book);
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

/** Dark pixels of the first page at 72 dpi. */
function inkOf(pdf: Uint8Array): number {
  const ppm = runOnFile('pdftoppm', (file) => ['-r', '72', '-gray', file], pdf);
  return [...ppm.subarray(-300 * 400)].filter((grey) => grey < 128).length;
}
