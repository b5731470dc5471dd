import { beforeAll, expect, test } from 'vitest';
import { type FontBook, openFonts } from '../../src/layout/fonts.ts';
import type { RasterImage } from '../../src/model/page.ts';
import { writePdf } from '../../src/write/pdf.ts';
import { describeWith, runOnFile } from '../tools.ts';
import { PdfReader } from './pdf-reader.ts';
import { documentOf, PARAGRAPH, runOf } from './sample.ts';

let fonts: FontBook;
beforeAll(async () => {
  fonts = await openFonts();
});

/** Left, top, right, bottom of each word in points, from pdftotext. */
function wordsOf(pdf: Uint8Array): { text: string; left: number; top: number; right: number }[] {
  const html = runOnFile('pdftotext', (file) => ['-bbox', file, '-'], pdf).toString('utf8');
  return [...html.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)"[^>]*>([^<]*)</g)].map(
    ([, left, top, right, text]) => ({
      left: Number(left),
      top: Number(top),
      right: Number(right),
      text: text!,
    }),
  );
}

/** Red, green and blue of the first page at a point, as poppler shows it, 0 to 255 each. */
function colourAt(pdf: Uint8Array, x: number, y: number): number[] {
  const args = ['-r', '72', '-x', String(x), '-y', String(y), '-W', '1', '-H', '1'];
  return [...runOnFile('pdftoppm', (file) => [...args, file], pdf).subarray(-3)];
}

describeWith(['pdftotext', 'qpdf'], 'text', () => {
  test('stands where the run stands, as wide as its advances', () => {
    const run = runOf(fonts, 'Avenue', { x: 50, y: 100, tag: PARAGRAPH });
    const width = run.glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
    const [word] = wordsOf(writePdf(documentOf([run]), fonts));
    expect(word!.text).toBe('Avenue');
    expect(word!.left).toBeCloseTo(50, 1);
    expect(word!.right).toBeCloseTo(50 + width, 1);
  });

  test('of a placed page goes through its matrix', () => {
    const run = runOf(fonts, 'half', { x: 100, y: 200, tag: PARAGRAPH });
    const placed = { kind: 'group', matrix: [0.5, 0, 0, 0.5, 20, 10], items: [run] } as const;
    const [word] = wordsOf(writePdf(documentOf([placed]), fonts));
    expect(word!.left).toBeCloseTo(20 + 50, 1);
    expect(word!.top).toBeCloseTo(10 + 100 - 6 * 1.07, 0);
  });
});

describeWith(['pdftoppm', 'qpdf'], 'pictures', () => {
  const black = { kind: 'box', x: 0, y: 0, width: 100, height: 100, ink: 0 } as const;

  test('boxes of a group are turned, moved and cut off at its clip', () => {
    const matrix = [0, 1, -1, 0, 200, 50] as const; // a quarter turn to the right
    const clip = { x: 0, y: 0, width: 100, height: 40 };
    const pdf = writePdf(documentOf([{ kind: 'group', matrix, clip, items: [black] }]), fonts);
    expect(colourAt(pdf, 180, 100)).toEqual([0, 0, 0]);
    expect(colourAt(pdf, 150, 100)).toEqual([255, 255, 255]);
    expect(colourAt(pdf, 180, 160)).toEqual([255, 255, 255]);
  });

  test.each<RasterImage>([
    { width: 2, height: 2, samples: 'grey1', data: Uint8Array.of(0b01000000, 0b10000000) },
    { width: 2, height: 2, samples: 'grey8', data: Uint8Array.of(0, 255, 255, 0) },
    {
      width: 2,
      height: 2,
      samples: 'rgb8',
      data: Uint8Array.of(0, 0, 0, 255, 255, 255, 255, 255, 255, 0, 0, 0),
    },
  ])('$samples pixels stand upright in their box', (image) => {
    const placed = {
      kind: 'image',
      x: 100,
      y: 100,
      width: 80,
      height: 80,
      image: 'dots',
      tag: { type: 'Figure', alt: 'Dots' },
    } as const;
    const pdf = writePdf(documentOf([placed], { images: new Map([['dots', image]]) }), fonts);
    expect(colourAt(pdf, 110, 110)).toEqual([0, 0, 0]);
    expect(colourAt(pdf, 170, 110)).toEqual([255, 255, 255]);
    expect(colourAt(pdf, 170, 170)).toEqual([0, 0, 0]);
  });

  /** Pixels of a picture, and the picture as a file has it: its entries, its bytes, and what another program reads. */
  const stored = (image: RasterImage) => {
    const placed = { kind: 'image', x: 0, y: 0, width: 90, height: 60, image: 'one' } as const;
    const pdf = writePdf(documentOf([placed], { images: new Map([['one', image]]) }), fonts);
    const file = new PdfReader(pdf);
    const [reference] = file.find((dict) => dict['/Subtype'] === '/Image');
    const about = Buffer.from(pdf).toString('latin1');
    return { pdf, data: file.stream(reference).data, isFiltered: about.includes('/Predictor 15') };
  };
  /** Light over a curved surface, with a little noise. */
  const photograph = (samples: 'grey8' | 'rgb8'): RasterImage => {
    const [width, height, colours] = [90, 60, samples === 'rgb8' ? 3 : 1];
    const light = (i: number) => {
      const [x, y] = [Math.floor(i / colours) % width, Math.floor(i / colours / width)];
      return 128 + 80 * Math.sin(x / 30 + (i % colours)) * Math.cos(y / 20) + ((i * 7919) % 5);
    };
    const data = Uint8Array.from({ length: width * height * colours }, (_, i) => light(i));
    return { width, height, samples, data };
  };

  test.each(['grey8', 'rgb8'] as const)(
    'a photograph in %s is stored by differences, without loss',
    (samples) => {
      const image = photograph(samples);
      const { pdf, data, isFiltered } = stored(image);
      expect(isFiltered).toBe(true);
      expect(data.equals(Buffer.from(image.data))).toBe(true);
      const at = (x: number, y: number) => image.data[(y * 90 + x) * (samples === 'rgb8' ? 3 : 1)]!;
      for (const [x, y] of [
        [0, 0],
        [45, 1],
        [89, 59],
      ] as const)
        expect(Math.abs(colourAt(pdf, x, y)[0]! - at(x, y))).toBeLessThan(8);
    },
  );

  test('a drawing is stored as it is', () => {
    const data = Uint8Array.from({ length: 5400 }, (_, i) => ((i * i) % 97 < 40 ? 0 : 255));
    const { data: read, isFiltered } = stored({ width: 90, height: 60, samples: 'grey8', data });
    expect(isFiltered).toBe(false);
    expect(read.equals(Buffer.from(data))).toBe(true);
  });

  test('a picture that is drawn twice is stored once', () => {
    const image: RasterImage = { width: 1, height: 1, samples: 'grey8', data: Uint8Array.of(0) };
    const at = (x: number) => ({ kind: 'image', x, y: 0, width: 9, height: 9, image: 'dot' }) as const;
    const pdf = writePdf(documentOf([at(0), at(20)], { images: new Map([['dot', image]]) }), fonts);
    expect(new PdfReader(pdf).find((dict) => dict['/Subtype'] === '/Image')).toHaveLength(1);
  });

  test('the spot colour is an ink of its own that looks like its colour on a screen', () => {
    const spot = { name: 'Red 032 U', rgb: [1, 0, 0] } as const;
    const pdf = writePdf(documentOf([{ ...black, ink: 'spot' }], { spot }), fonts);
    expect(colourAt(pdf, 50, 50)).toEqual([255, 0, 0]);
    const reader = new PdfReader(pdf);
    const resources = reader.dict(reader.dict(reader.pages[0])['/Resources']);
    const space = reader.array(reader.dict(resources['/ColorSpace'])['/Spot']);
    expect(space.slice(0, 2)).toEqual(['/Separation', '/Red 032 U']);
  });
});

describeWith(['qpdf'], 'files', () => {
  test('the same document gives the same bytes, whatever was written before it', () => {
    const first = documentOf([runOf(fonts, 'first', { tag: PARAGRAPH })]);
    const other = documentOf([runOf(fonts, 'Өзен Łódź', { tag: PARAGRAPH })]);
    const alone = writePdf(first, fonts);
    writePdf(other, fonts);
    expect(Buffer.compare(writePdf(first, fonts), alone)).toBe(0);
  });

  test('qpdf finds nothing to say against it', () => {
    const pdf = writePdf(documentOf([runOf(fonts, 'Łódź, Жаңаөзен', { tag: PARAGRAPH })]), fonts);
    expect(runOnFile('qpdf', (file) => ['--check', file], pdf).toString()).toMatch(
      /No syntax or stream encoding errors/,
    );
  });
});
