import { beforeAll, expect, test } from 'vitest';
import { type FontBook, openFonts } from '../../src/layout/fonts.ts';
import { fitLeaflet, type Way } from '../../src/layout/leaflet-fit.ts';
import { LEAFLET_PAPERS, type LeafletPaperId, leafletGrid } from '../../src/layout/styles/leaflet.ts';
import { LOOKS } from '../../src/layout/styles/look.ts';
import { MM } from '../../src/model/page.ts';
import { leaflet } from './documents.ts';

let fonts: FontBook;
beforeAll(async () => {
  fonts = await openFonts();
});

const DOC = leaflet({});

/** Fits a leaflet whose page is just full at a size, and tells what was tried. */
function setAt(id: LeafletPaperId, full: number, rate = 0.5) {
  const paper = LEAFLET_PAPERS[id];
  const tried: number[] = [];
  const excessOf = ({ size }: Way) => {
    tried.push(size);
    return paper.height * MM * rate * (size / full - 1);
  };
  const room = { look: LOOKS.poster, grid: leafletGrid(paper, LOOKS.poster), fonts };
  const { way } = fitLeaflet(DOC, room, excessOf, true);
  return { size: way.size, tried: new Set(tried).size };
}

const PAPERS = Object.keys(LEAFLET_PAPERS) as LeafletPaperId[];

test.each(PAPERS)('%s: the text takes the largest size in quarters of a point at which it fits', (id) => {
  const { goodBody, maxBody } = LEAFLET_PAPERS[id];
  const last = goodBody + Math.floor((maxBody - goodBody) * 4) / 4;
  for (const rate of [0.1, 0.5, 0.9])
    for (let full = goodBody + 0.1; full < maxBody + 2; full += 0.4) {
      const best = goodBody + Math.floor((full - goodBody) * 4) / 4;
      expect(setAt(id, full, rate).size).toBe(Math.min(best, last));
    }
});

test('a page that grows as pages do is tried in four and a half sizes on average, where halving took five and a half', () => {
  const counts = Array.from({ length: 18 }, (_, i) => setAt('a4', 11.8 + 0.3 * i).tried);
  expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeLessThan(4.5);
});
