import { describe, expect, test } from 'vitest';
import { openFonts } from '../../src/layout/fonts.ts';
import { formatEnd } from '../../src/write/pdf/cross-references.ts';
import { startCombinedPdf, writePdf } from '../../src/write/pdf.ts';
import { letter, paragraph, RALLY } from '../layout/documents.ts';
import { describeWith, runOnFile } from '../tools.ts';
import { openObjects } from './opened.ts';
import { PdfReader } from './pdf-reader.ts';
import { layLetter } from './samples.ts';

const fonts = await openFonts();
const long = { ...letter(), blocks: Array.from({ length: 450 }, () => paragraph('body', RALLY)) };

/** A print run of many letters, whose dictionaries are handed over a few hundred at a time. */
async function writeRun(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const run = startCombinedPdf({
    title: 'Letters',
    language: 'en',
    direction: 'ltr',
    date: '2011-12-19',
    fonts,
    sink: (chunk) => void chunks.push(chunk),
  });
  for (let i = 0; i < 60; i += 1) await run.add(layLetter(letter()), `Letter ${i + 1}`);
  await run.end();
  return Buffer.concat(chunks);
}

const FILES: readonly (readonly [name: string, pdf: Uint8Array, streams: number])[] = [
  ['a letter', writePdf(layLetter(letter()), fonts), 1],
  ['a letter of 450 paragraphs', writePdf(layLetter(long), fonts), 3],
  ['a print run', await writeRun(), 6],
];

describeWith(['qpdf', 'mutool', 'pdftotext', 'gs'], 'object streams', () => {
  describe.each(FILES)('%s', (_, pdf, streams) => {
    const text = Buffer.from(pdf).toString('latin1');

    test('holds all its dictionaries in them', () => {
      expect(text.match(/\/Type \/ObjStm/g)!.length).toBeGreaterThanOrEqual(streams);
      const plain = text.split('\nendobj\n').filter((object) => /^\d+ 0 obj\n/.test(object));
      expect(plain.filter((object) => !object.includes('\nstream\n'))).toEqual([]);
      expect(openObjects(pdf)).toContain('/Type/StructElem');
    });

    test('qpdf and mutool find the same objects, and nothing to complain about', () => {
      expect(runOnFile('qpdf', (file) => ['--check', file], pdf).toString()).toContain('No syntax');
      const size = new PdfReader(pdf).trailer['/Size'] as number;
      const shown = runOnFile('mutool', (file) => ['show', file, 'grep'], pdf).toString('latin1');
      const numbers = [...shown.matchAll(/^(?:[^\n:]*:)?(\d+) 0 obj /gm)].map(([, number]) => Number(number));
      expect(numbers).toEqual(Array.from({ length: size - 1 }, (_number, i) => i + 1));
    });

    test('poppler reads the same text and tags when another program has taken them apart', () => {
      const apart = runOnFile('qpdf', (file) => ['--object-streams=disable', file, '-'], pdf);
      expect(apart.toString('latin1')).not.toContain('ObjStm');
      for (const [tool, args] of [
        ['pdftotext', ['-layout']],
        ['pdfinfo', ['-struct']],
      ] as const) {
        const read = (bytes: Uint8Array) =>
          runOnFile(
            tool,
            (file) => [...args, file, ...(tool === 'pdftotext' ? ['-'] : [])],
            bytes,
          ).toString();
        expect(read(pdf)).toBe(read(apart));
        expect(read(pdf)).toMatch(/16 December|Document/);
      }
    });

    test('Ghostscript draws its first page without a word', () => {
      const args = ['-q', '-dBATCH', '-dNOPAUSE', '-dSAFER', '-dLastPage=1', '-sDEVICE=nullpage'];
      expect(runOnFile('gs', (file) => [...args, file], pdf).toString()).toBe('');
    });
  });
});

test('cross-references tell places in as many bytes as the last of them needs, and many are compressed', () => {
  const end = (count: number, at: number) => {
    const places = Array.from({ length: count }, (_, i) => i);
    return formatEnd({ places, root: 1, info: 2 }, at, '00').toString('latin1');
  };
  expect([255, 256, 65_535, 65_536, 2 ** 24].map((at) => /\/W\[1 (\d) 1\]/.exec(end(3, at))?.[1])).toEqual([
    '1',
    '2',
    '2',
    '3',
    '4',
  ]);
  expect(end(500, 9000)).not.toContain('/Filter');
  expect(end(5000, 90_000)).toContain('/Filter/FlateDecode');
  expect(end(5000, 90_000).length).toBeLessThan(12_000);
});
