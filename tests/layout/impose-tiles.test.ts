import { beforeAll, describe, expect, test } from 'vitest';
import { type FontBook, openFonts } from '../../src/layout/fonts.ts';
import { imposeTiles } from '../../src/layout/impose-tiles.ts';
import { layoutLeaflet } from '../../src/layout/leaflet.ts';
import { PAPERS, type PaperId } from '../../src/layout/papers.ts';
import { type Group, MM, type Page, type PagedDocument } from '../../src/model/page.ts';
import { treeOf } from '../../src/write/pdf/structure-tree.ts';
import { leaflet } from './documents.ts';

let fonts: FontBook;
beforeAll(async () => {
  fonts = await openFonts();
});

function poster(paper: PaperId): PagedDocument {
  const { width, height } = PAPERS[paper];
  const page: Page = { width: width * MM, height: height * MM, items: [] };
  return { title: 'Poster', language: 'en', direction: 'ltr', pages: [page], date: '2011-12-21' };
}

const groupOf = (page: Page) => page.items[0] as Group;

describe('a poster on A4', () => {
  test.each([
    ['a3', 4],
    ['a2', 8],
  ] as const)('%s takes %i sheets', (paper, count) => {
    expect(imposeTiles(poster(paper), 'a4').pages).toHaveLength(count);
  });

  test('every spot of it is on a sheet, at full size, and neighbours share 10 mm', () => {
    const doc = poster('a2');
    const { pages } = imposeTiles(doc, 'a4');
    const windows = pages.map((page) => groupOf(page).clip!);
    const [page] = doc.pages;
    for (let y = 1; y < page!.height; y += 5 * MM) {
      for (let x = 1; x < page!.width; x += 5 * MM) {
        const on = windows.filter((w) => x >= w.x && x <= w.x + w.width && y >= w.y && y <= w.y + w.height);
        expect(on.length).toBeGreaterThan(0);
      }
    }
    for (const sheet of pages) {
      expect(groupOf(sheet).matrix.slice(0, 4)).toEqual([1, 0, 0, 1]);
      const { clip, matrix } = groupOf(sheet);
      expect((clip!.x + matrix[4]) / MM).toBeCloseTo(5, 1);
      expect((clip!.x + clip!.width + matrix[4]) / MM).toBeLessThanOrEqual(sheet.width / MM - 4.9);
    }
    const [first, second] = windows;
    expect((first!.x + first!.width - second!.x) / MM).toBeCloseTo(10, 1);
  });

  test('marks and plan lie on strips that are covered, or on the white edge', () => {
    for (const sheet of imposeTiles(poster('a2'), 'a4').pages) {
      for (const item of sheet.items.slice(1)) {
        if (item.kind !== 'box' && item.kind !== 'frame') throw new Error(item.kind);
        const strip = 15.1 * MM;
        const inside =
          item.x >= 5 * MM &&
          item.y >= 5 * MM &&
          item.x + item.width < sheet.width - strip &&
          item.y + item.height < sheet.height - strip;
        expect(inside, JSON.stringify(item)).toBe(false);
      }
    }
  });

  test('each text is read once: on the tile that shows most of it', () => {
    const { paged } = layoutLeaflet(leaflet(), { paper: 'a3', fonts, date: '2011-12-21' });
    const taggedOf = (pages: readonly Page[]) =>
      pages
        .flatMap((page) => page.items.flatMap((item) => (item.kind === 'group' ? item.items : [item])))
        .flatMap((item) => (item.kind === 'glyphs' && item.tag !== undefined ? [item] : []));
    const tiles = imposeTiles(paged!, 'a4');
    expect(new Set(taggedOf(tiles.pages))).toEqual(new Set(taggedOf(paged!.pages)));
    expect(taggedOf(tiles.pages)).toHaveLength(taggedOf(paged!.pages).length);
    expect(treeOf(tiles).nodes).toEqual(treeOf(paged!).nodes);
  });
});
