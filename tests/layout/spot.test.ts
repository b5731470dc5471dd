import { describe, expect, test } from 'vitest';
import { contrastWithWhite, SPOT_COLOURS, useSpot } from '../../src/layout/spot.ts';
import { type Box, MM, type PagedDocument } from '../../src/model/page.ts';

const box = (width: number, height: number, ink: number): Box => ({
  kind: 'box',
  x: 0,
  y: 0,
  width: width * MM,
  height: height * MM,
  ink,
});
const [RULE, PANEL, HAIRLINE, WHITE] = [box(128, 2.5, 0), box(128, 40, 0), box(128, 0.2, 0), box(30, 30, 1)];

function inksWith(spot: Parameters<typeof useSpot>[1]) {
  const page = { width: 148 * MM, height: 210 * MM, items: [RULE, PANEL, HAIRLINE, WHITE] };
  const doc: PagedDocument = {
    title: 'Leaflet',
    language: 'en',
    direction: 'ltr',
    pages: [page],
    date: '2011-12-21',
  };
  return useSpot(doc, spot).pages[0]!.items.map((item) => (item.kind === 'box' ? item.ink : undefined));
}

describe('a spot colour', () => {
  test.each(Object.entries(SPOT_COLOURS))('%s is dark enough for white text', (_, colour) => {
    expect(contrastWithWhite(colour)).toBeGreaterThanOrEqual(7);
  });

  test('prints rules and panels; hairlines stay black, white stays white', () => {
    expect(inksWith(SPOT_COLOURS.red)).toEqual(['spot', 'spot', 0, 1]);
  });

  test('too light for white text prints rules only', () => {
    expect(inksWith({ name: '#C00', rgb: [0.8, 0, 0] })).toEqual(['spot', 0, 0, 1]);
  });

  test.each([
    [{ name: 'White', rgb: [1, 1, 1] }, 1],
    [{ name: 'Black', rgb: [0, 0, 0] }, 21],
    [{ name: 'Red', rgb: [1, 0, 0] }, 4],
  ] as const)('contrast of %j with white is %f', (colour, contrast) => {
    expect(contrastWithWhite(colour)).toBeCloseTo(contrast, 1);
  });
});
