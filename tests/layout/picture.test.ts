import { beforeAll, describe, expect, test } from 'vitest';
import { type FontBook, openFonts } from '../../src/layout/fonts.ts';
import { layoutLeaflet } from '../../src/layout/leaflet.ts';
import { printImage, SCREENS } from '../../src/layout/screen.ts';
import { LEAFLET_PAPERS } from '../../src/layout/styles/leaflet.ts';
import type { MergedDocument } from '../../src/model/block.ts';
import { MM, type PlacedImage, type RasterImage } from '../../src/model/page.ts';
import type { Picture } from '../../src/model/picture.ts';
import { leaflet, list, paragraph, RALLY, STRIKE } from './documents.ts';
import { expectSound, find, linesOf } from './geometry.ts';

let fonts: FontBook;
beforeAll(async () => {
  fonts = await openFonts();
});

/** A picture of one grey, 0 black to 255 white. */
function plain(width: number, height: number, grey = 128): RasterImage {
  return { width, height, samples: 'grey8', data: new Uint8Array(width * height).fill(grey) };
}

function lay(
  image: RasterImage,
  direction: 'ltr' | 'rtl' = 'ltr',
  body: readonly string[] = [RALLY],
  more: Partial<MergedDocument> = {},
) {
  const told = body.map((text) => paragraph('body', text));
  const doc = leaflet({ body: told, demands: ['Stop the massacre'], direction });
  const credit = [{ kind: 'text', text: 'A. Example' }] as const;
  const block = { kind: 'picture', role: 'picture', picture: 'rally', alt: 'The rally', credit } as const;
  const pictures = new Map<string, Picture>([['rally', { image }]]);
  const options = { paper: 'a5', fonts, date: '2011-12-21', pictures } as const;
  const { paged, problems } = layoutLeaflet({ ...doc, ...more, blocks: [block, ...doc.blocks] }, options);
  const page = paged!.pages[0]!;
  const placed = page.items.find((item): item is PlacedImage => item.kind === 'image')!;
  return { paged: paged!, page, placed, problems };
}

describe('a picture on a leaflet', () => {
  test.each(['ltr', 'rtl'] as const)(
    '%s: keeps its proportions, the margins, and off the text',
    (direction) => {
      const { page, placed } = lay(plain(1600, 900), direction);
      expectSound(page, LEAFLET_PAPERS.a5.margin);
      expect(placed.width / placed.height).toBeCloseTo(16 / 9, 3);
      expect(placed.tag).toMatchObject({ type: 'Figure', alt: 'The rally' });
      expect(find(page, 'A. Example').top).toBeGreaterThan(placed.y + placed.height);
      const text = find(page, 'authorities');
      expect(direction === 'ltr' ? text.left > placed.x + placed.width : text.right < placed.x).toBe(true);
    },
  );

  test('stands beside as much of the text as it is high, the rest goes on below', () => {
    const { page, placed } = lay(plain(1200, 1200), 'ltr', [RALLY, RALLY, RALLY]);
    expectSound(page, LEAFLET_PAPERS.a5.margin);
    const lines = linesOf(page).filter(({ text }) => /authorities|workers in|curfew/.test(text));
    const beside = lines.filter(({ top }) => top < placed.y + placed.height);
    expect(beside.length).toBeGreaterThan(0);
    expect(lines.length).toBeGreaterThan(beside.length);
    for (const line of beside) expect(line.left).toBeGreaterThan(placed.x + placed.width);
  });

  test('gives way before demands and what to do, and its going is told', () => {
    const drop = ['picture', 'actions', 'demands'] as const;
    const body = [RALLY, STRIKE, RALLY, STRIKE];
    const { page, placed, problems } = lay(plain(1600, 900), 'ltr', body, { drop });
    expect(placed).toBeUndefined();
    expect(find(page, 'Stop the massacre')).toBeDefined();
    expect(find(page, 'Boycott goods')).toBeDefined();
    expect(problems).toEqual([expect.objectContaining({ code: 'left-out', severity: 'notice' })]);
  });

  test('where demands have no room it goes on over the back, and neither goes', () => {
    const body = [RALLY, STRIKE, RALLY, STRIKE, RALLY];
    const drop = ['picture', 'actions', 'demands'] as const;
    const { paged, problems } = lay(plain(1600, 900), 'ltr', body, { drop });
    expect(problems).toEqual([expect.objectContaining({ code: 'overfull-page', severity: 'warning' })]);
    expect(paged.pages.flatMap(({ items }) => items).some(({ kind }) => kind === 'image')).toBe(true);
    expect(paged.pages.flatMap((page) => linesOf(page).map(({ text }) => text)).join(' ')).toMatch(
      /Stop the massacre/,
    );
  });

  test('gives way before demands beyond the first where its room is enough for them', () => {
    const told = leaflet({ body: [RALLY, STRIKE].map((text) => paragraph('body', text)) });
    const at = told.blocks.findLastIndex(({ role }) => role === 'demands') + 1;
    const more = list('more', ['Pay the wages', 'Open the court', 'Drop the charges']);
    const credit = [{ kind: 'text', text: 'A. Example' }] as const;
    const picture = { kind: 'picture', role: 'picture', picture: 'rally', alt: 'The rally', credit } as const;
    const blocks = [picture, ...told.blocks.slice(0, at), more, ...told.blocks.slice(at)];
    const pictures = new Map<string, Picture>([['rally', { image: plain(1600, 900) }]]);
    const doc = { ...told, blocks, drop: ['more', 'picture'] as const };
    const { paged, problems } = layoutLeaflet(doc, { paper: 'a5', fonts, date: '2011-12-21', pictures });
    expect(problems.map(({ message }) => message)).toEqual([
      'picket on A5: no room for the picture where the text is long.',
    ]);
    expect(find(paged!.pages[0]!, 'Drop the charges')).toBeDefined();
  });

  test('goes into the file no finer than its size needs', () => {
    const { paged, placed } = lay(plain(4000, 2250));
    const image = paged.images!.get(placed.image)!;
    expect(image.width).toBeLessThanOrEqual(Math.ceil((placed.width / 72) * 300));
    expect([...paged.images!.keys()]).toEqual([placed.image]);
  });

  test('that is too coarse is warned of, with its size', () => {
    expect(lay(plain(160, 90)).problems).toEqual([
      expect.objectContaining({ code: 'picture-coarse', severity: 'warning' }),
    ]);
    expect(lay(plain(1600, 900)).problems).toEqual([]);
  });
});

describe('screens', () => {
  const size = { width: 20 * MM, height: 10 * MM };
  const inkIn = ({ data }: RasterImage) =>
    1 -
    [...data].reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0) / (data.length * 8);

  test.each(['dots', 'lines'] as const)(
    '%s: black and white alone; darker pictures get more ink',
    (screen) => {
      const inks = [255, 192, 128, 64, 0].map((grey) =>
        inkIn(printImage({ image: plain(400, 200, grey) }, size, screen)),
      );
      expect(inks[0]).toBeLessThan(0.02);
      expect(inks[4]).toBeGreaterThan(0.98);
      expect(inks).toEqual([...inks].sort((a, b) => a - b));
      expect(inks[2]).toBeCloseTo(0.5, 1);
      expect(printImage({ image: plain(400, 200) }, size, screen).samples).toBe('grey1');
    },
  );

  test('none: greys; colours become greys of their lightness', () => {
    const red: RasterImage = { width: 1, height: 1, samples: 'rgb8', data: Uint8Array.from([255, 0, 0]) };
    expect(printImage({ image: red }, size, 'none')).toMatchObject({
      samples: 'grey8',
      data: Uint8Array.from([54]),
    });
    expect(SCREENS).toContain('none');
  });
});
