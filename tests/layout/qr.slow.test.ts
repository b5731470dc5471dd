import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type FontBook, openFonts } from '../../src/layout/fonts.ts';
import { layoutLeaflet } from '../../src/layout/leaflet.ts';
import { fitQr } from '../../src/layout/qr.ts';
import { LEAFLET_PAPERS, type LeafletPaperId } from '../../src/layout/styles/leaflet.ts';
import type { MergedDocument } from '../../src/model/block.ts';
import { boundsOfPath, MM, type Path } from '../../src/model/page.ts';
import { writePdf } from '../../src/write/pdf.ts';
import { makeFolder } from '../folder.ts';
import { hasTool } from '../tools.ts';
import { leaflet, paragraph, RALLY } from './documents.ts';
import { expectSound } from './geometry.ts';
import { inkOf, readPng, renderPages } from './rendered.ts';

const run = promisify(execFile);
const SHORT = 'https://example.org/strike';
const LONG = `https://example.org/${'campaigns/free-the-strikers-of-the-oil-field/'.repeat(3)}?language=kk`;

let fonts: FontBook;
beforeAll(async () => {
  fonts = await openFonts();
});

function withCode(url: string, direction: 'ltr' | 'rtl' = 'ltr'): MergedDocument {
  const doc = leaflet({ body: [paragraph('body', RALLY)], direction });
  return {
    ...doc,
    blocks: [...doc.blocks, { kind: 'code', role: 'code', url, content: [{ kind: 'text', text: url }] }],
  };
}

function lay(doc: MergedDocument, paper: LeafletPaperId) {
  const { paged, problems } = layoutLeaflet(doc, { paper, fonts, date: '2011-12-21' });
  expect(problems).toEqual([]);
  return paged!;
}

/** What an old copier makes of a page: blurred, then black or white. */
function photocopy(page: PNG): PNG {
  const copy = new PNG({ width: page.width, height: page.height });
  const { width, height } = page;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      let count = 0;
      for (let dy = -1; dy <= 1; dy += 1) {
        for (let dx = -1; dx <= 1; dx += 1) {
          if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
          sum += inkOf(page, x + dx, y + dy);
          count += 1;
        }
      }
      const value = sum / count > 0.5 ? 0 : 255;
      copy.data.set([value, value, value, 255], 4 * (y * width + x));
    }
  }
  return copy;
}

function readCode({ data, width, height }: PNG): string | undefined {
  return jsQR.default(new Uint8ClampedArray(data), width, height)?.data;
}

describe('the size of a code', () => {
  test.each([SHORT, LONG])('%s: modules of half a millimetre or more, whatever the room', (url) => {
    for (const side of [8, 15, 19, 30]) {
      const { side: printed, quiet } = fitQr(url, side * MM);
      expect(printed).toBeGreaterThanOrEqual(side * MM - 0.001);
      expect(quiet / 4 / MM).toBeGreaterThanOrEqual(0.4999);
    }
  });

  test('more room is used for stronger protection, not for bigger modules alone', () => {
    const count = (side: number) =>
      Math.round((fitQr(SHORT, side * MM).side / fitQr(SHORT, side * MM).quiet) * 4);
    expect(count(15)).toBeLessThan(count(30));
  });

  test('dark areas are outlines within the square, closed, without a seam', () => {
    const { path, side } = fitQr(SHORT, 19 * MM);
    const corners = path.flatMap((command) => (command.kind === 'close' ? [] : [[command.x, command.y]]));
    expect(Math.max(...corners.flat())).toBeCloseTo(side, 2);
    expect(Math.min(...corners.flat())).toBe(0);
    // A finder's outer ring, its hole and its core are three outlines of four corners.
    const kinds = path.map(({ kind }) => kind).join(' ');
    expect(kinds.match(/move line line line close/g)!.length).toBeGreaterThan(8);
  });
});

describe('on the page', () => {
  test.each(['a4', 'a5', 'letter', 'half-letter'] as const)(
    '%s: within the margins, its address beside it',
    (paper) => {
      const paged = lay(withCode(SHORT), paper);
      const [page] = paged.pages;
      expectSound(page!, LEAFLET_PAPERS[paper].margin);
      const path = page!.items.find((item): item is Path => item.kind === 'path')!;
      const { x, y, width, height } = boundsOfPath(path);
      const right = (page!.width - x - width) / MM;
      const bottom = (page!.height - y - height) / MM;
      expect(right).toBeCloseTo(LEAFLET_PAPERS[paper].margin, 1);
      expect(bottom).toBeGreaterThanOrEqual(LEAFLET_PAPERS[paper].margin - 0.01);
      expect(path.tag).toMatchObject({ type: 'Figure', alt: `QR: ${SHORT}` });
      expect(page!.items.some((item) => item.kind === 'glyphs' && item.text.includes(SHORT))).toBe(true);
    },
  );

  const CASES = [
    ['a4', SHORT, 'ltr'],
    ['a5', SHORT, 'rtl'],
    ['a5', LONG, 'ltr'],
  ] as const;
  test.skipIf(!hasTool('pdftoppm')).each(CASES)(
    '%s %s %s: read back at 150 dpi, and from a photocopy',
    async (paper, url, direction) => {
      const pdf = await writePdf(lay(withCode(url, direction), paper), fonts);
      const page = readPng((await renderPages(pdf, 150))[0]!);
      expect(readCode(page)).toBe(url);
      expect(readCode(photocopy(page))).toBe(url);
    },
  );

  test.skipIf(!hasTool('zbarimg') || !hasTool('pdftoppm'))('another reader reads it too', async () => {
    const pdf = await writePdf(lay(withCode(SHORT), 'a5'), fonts);
    const copy = photocopy(readPng((await renderPages(pdf, 150))[0]!));
    const folder = await makeFolder({ 'page.png': PNG.sync.write(copy) });
    const { stdout } = await run('zbarimg', ['--quiet', '--raw', join(folder, 'page.png')]);
    expect(stdout.trim()).toBe(SHORT);
  });
});
