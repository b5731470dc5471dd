import { beforeAll, describe, expect, test } from 'vitest';
import { type FontBook, openFonts } from '../../src/layout/fonts.ts';
import { type Imposition, imposeBooklet, imposeDlFold, imposeSheets } from '../../src/layout/impose.ts';
import { fillingUp, smallestSheet } from '../../src/layout/impose-grid.ts';
import { joinDocuments } from '../../src/layout/impose-join.ts';
import { layoutLeaflet } from '../../src/layout/leaflet.ts';
import { PAPERS, type PaperId } from '../../src/layout/papers.ts';
import { type Box, type Group, MM, type Page, type PagedDocument } from '../../src/model/page.ts';
import { treeOf } from '../../src/write/pdf/structure-tree.ts';
import { writePdf } from '../../src/write/pdf.ts';
import { hasTool } from '../tools.ts';
import { leaflet } from './documents.ts';
import { inkOf, readPng, renderPages, textOfPdf } from './rendered.ts';

let fonts: FontBook;
beforeAll(async () => {
  fonts = await openFonts();
});

/** Pages of a paper, each with one block at a place of its own so that it can be told from the others. */
function numbered(paper: PaperId, count: number, direction: 'ltr' | 'rtl' = 'ltr'): PagedDocument {
  const { width, height } = PAPERS[paper];
  const pages = Array.from({ length: count }, (_, i): Page => {
    const block = {
      kind: 'box',
      x: 10 * MM,
      y: (10 + 8 * i) * MM,
      width: 20 * MM,
      height: 5 * MM,
      ink: 0,
      tag: { type: 'Figure', alt: `page ${i + 1}` },
    } as const;
    return { width: width * MM, height: height * MM, items: [block] };
  });
  return { title: 'Pages', language: 'en', direction, pages, date: '2011-12-21' };
}

const COPIES: Imposition = {
  sheet: 'a4',
  up: 2,
  arrange: 'copies',
  flip: 'long',
  gutter: 0,
  bleed: 0,
  marks: true,
};

function impose(doc: PagedDocument, change: Partial<Imposition> = {}): PagedDocument {
  const { paged, problems } = imposeSheets(doc, { ...COPIES, ...change });
  expect(problems).toEqual([]);
  return paged!;
}

const groupsOf = (page: Page | undefined) =>
  (page?.items ?? []).filter((i): i is Group => i.kind === 'group');
const marksOf = (page: Page | undefined) => (page?.items ?? []).filter((i): i is Box => i.kind === 'box');
const mm = (points: number) => Math.round((points / MM) * 100) / 100;

/** Which page of `numbered` stands in a group. */
function numberIn(group: Group): number {
  const [block] = group.items;
  return block?.kind === 'box' ? Math.round((block.y / MM - 10) / 8) + 1 : 0;
}

/** Numbers of the pages on a sheet from left to right. */
function acrossOf(page: Page | undefined): number[] {
  return [...groupsOf(page)].sort((a, b) => a.matrix[4] - b.matrix[4]).map(numberIn);
}

describe('copies on a sheet', () => {
  test.each([
    [
      'a5',
      'a4',
      2,
      [
        [0.5, 0],
        [148.5, 0],
      ],
    ],
    [
      'a6',
      'a4',
      4,
      [
        [0, 0.5],
        [105, 0.5],
        [0, 148.5],
        [105, 148.5],
      ],
    ],
    [
      'dl',
      'a4',
      3,
      [
        [0, 0],
        [99, 0],
        [198, 0],
      ],
    ],
    [
      'a4',
      'a3',
      2,
      [
        [0, 0],
        [210, 0],
      ],
    ],
    [
      'half-letter',
      'letter',
      2,
      [
        [0, 0],
        [139.7, 0],
      ],
    ],
    [
      'quarter-letter',
      'letter',
      4,
      [
        [0, 0],
        [107.95, 0],
        [0, 139.7],
        [107.95, 139.7],
      ],
    ],
  ] as const)('%s on %s, %i up: each within a tenth of a millimetre', (paper, sheet, up, places) => {
    const [page] = impose(numbered(paper, 1), { sheet, up }).pages;
    const found = groupsOf(page).map(({ matrix }) => [mm(matrix[4]), mm(matrix[5])]);
    expect(found).toHaveLength(up);
    for (const [i, [x, y]] of places.entries()) {
      expect(found[i]![0]).toBeCloseTo(x, 1);
      expect(found[i]![1]).toBeCloseTo(y, 1);
    }
  });

  test('eight A7 fill A4', () => {
    const [page] = impose(numbered('a7', 1), { up: 8 }).pages;
    expect(mm(page!.width)).toBe(297);
    expect(
      groupsOf(page)
        .map(({ matrix }) => mm(matrix[4]))
        .slice(0, 4),
    ).toEqual([0.5, 74.5, 148.5, 222.5]);
  });

  test.each([
    ['a4', 1],
    ['a5', 2],
    ['dl', 3],
    ['a6', 4],
    ['a7', 8],
    ['a3', 0],
  ] as const)('%s: A4 holds %i', (paper, up) => expect(fillingUp(paper, 'a4')).toBe(up));

  test('a sheet is as small as can be, of the same family', () => {
    expect(smallestSheet('a5', 2, 0)).toBe('a4');
    expect(smallestSheet('a5', 2, 6 * MM)).toBe('a3');
    expect(smallestSheet('letter', 2, 0)).toBe('tabloid');
    expect(smallestSheet('a4', 8, 0)).toBeUndefined();
  });

  test('too many pages are a problem that names the sheet', () => {
    const { paged, problems } = imposeSheets(numbered('a4', 1), { ...COPIES, up: 4 });
    expect(paged).toBeUndefined();
    expect(problems).toEqual([expect.objectContaining({ code: 'sheet-too-small', severity: 'error' })]);
    expect(problems[0]!.message).toContain('210 × 297 mm');
  });
});

describe('marks', () => {
  test('the cut of two A5 runs through the middle of the sheet, marked at both edges in the margins', () => {
    const [page] = impose(numbered('a5', 1)).pages;
    const marks = marksOf(page).filter((box) => box.width < box.height);
    expect(marks.map((box) => mm(box.x + box.width / 2))).toEqual([148.5, 148.5]);
    for (const box of marks) expect(mm(box.height)).toBeLessThanOrEqual(PAPERS.a5.margin - 3);
  });

  test('no mark reaches the ink of a page, none is thinner than half a point, none is tagged', () => {
    for (const [paper, up] of [
      ['a5', 2],
      ['a6', 4],
      ['a7', 8],
      ['dl', 3],
      ['quarter-letter', 4],
    ] as const) {
      const sheet = paper === 'quarter-letter' ? 'letter' : 'a4';
      const [page] = impose(numbered(paper, 1), { up, sheet }).pages;
      const margin = (PAPERS[paper].margin - 0.3) * MM;
      for (const mark of marksOf(page)) {
        expect(Math.min(mark.width, mark.height)).toBeGreaterThanOrEqual(0.5);
        expect(mark.tag).toBeUndefined();
        for (const { matrix, clip } of groupsOf(page)) {
          const ink = {
            left: matrix[4] + margin,
            right: matrix[4] + clip!.width - margin,
            top: matrix[5] + margin,
            bottom: matrix[5] + clip!.height - margin,
          };
          const apart =
            mark.x + mark.width <= ink.left ||
            mark.x >= ink.right ||
            mark.y + mark.height <= ink.top ||
            mark.y >= ink.bottom;
          expect(apart, `${paper}: ${JSON.stringify(mark)} in ${JSON.stringify(ink)}`).toBe(true);
        }
      }
    }
  });

  test('with bleed there is a gutter of twice as much, the clip widens, and marks keep off', () => {
    const [page] = impose(numbered('a5', 1), { sheet: 'a3', bleed: 3 }).pages;
    const [first, second] = groupsOf(page);
    expect(mm(first!.clip!.x)).toBe(-3);
    expect(mm(second!.matrix[4] - first!.matrix[4])).toBe(148 + 6);
    const top = first!.matrix[5] - 3 * MM;
    const above = marksOf(page).filter((box) => box.width < box.height && box.y < top);
    expect(above).toHaveLength(4);
    for (const box of above) expect(box.y + box.height).toBeLessThan(top);
  });

  test('can be left out', () => {
    expect(marksOf(impose(numbered('a5', 1), { marks: false }).pages[0])).toEqual([]);
  });
});

describe('duplex', () => {
  const CASES = [
    ['a5', 2, 'long'],
    ['a5', 2, 'short'],
    ['a6', 4, 'long'],
    ['a6', 4, 'short'],
    ['a7', 8, 'long'],
    ['dl', 3, 'short'],
  ] as const;

  test.each(CASES)(
    '%s %i up, turned about the %s edge: each back lies behind its front, head to head',
    (paper, up, flip) => {
      const [front, back, ...more] = impose(numbered(paper, 2), { up, flip }).pages;
      expect(more).toEqual([]);
      const { width, height } = front!;
      const overHead = flip === 'long' ? width > height : width < height;
      const fronts = groupsOf(front);
      const backs = groupsOf(back);
      for (const [i, { matrix, clip }] of fronts.entries()) {
        const [a, , , d, x, y] = backs[i]!.matrix;
        // A point of the back, seen through the paper from the front.
        const through = (px: number, py: number) => {
          const [sx, sy] = [a * px + x, d * py + y];
          return overHead ? [sx, height - sy] : [width - sx, sy];
        };
        const [cornerX, cornerY] = through(clip!.width, 0);
        expect(cornerX).toBeCloseTo(matrix[4], 3);
        expect(cornerY).toBeCloseTo(matrix[5], 3);
      }
    },
  );

  test.each(CASES)('%s %i up, %s edge: the same, as rendered', async (paper, up, flip) => {
    const block = { kind: 'box', x: 12 * MM, y: 10 * MM, width: 20 * MM, height: 5 * MM, ink: 0 } as const;
    const doc = numbered(paper, 2);
    const { width, height } = doc.pages[0]!;
    // The back's block lies where the front's is when the leaf is turned like a page of a book.
    const mirrored = { ...block, x: width - block.x - block.width };
    const pages = [block, mirrored].map((item) => ({ width, height, items: [item] }));
    const sheets = impose({ ...doc, pages }, { up, flip, marks: false });
    const [front, back] = (await renderPages(await writePdf(sheets, fonts), 120)).map(readPng);
    const overHead = flip === 'long' ? front!.width > front!.height : front!.width < front!.height;
    let [dark, differing] = [0, 0];
    for (let y = 0; y < front!.height; y += 1) {
      for (let x = 0; x < front!.width; x += 1) {
        const ink = inkOf(front!, x, y) > 0.5;
        const behind = overHead
          ? inkOf(back!, x, back!.height - 1 - y)
          : inkOf(back!, back!.width - 1 - x, y);
        if (ink) dark += 1;
        // A pixel at an edge may be half covered.
        if (ink !== behind > 0.5) differing += 1;
      }
    }
    expect(dark).toBeGreaterThan(3000);
    expect(differing / dark).toBeLessThan(0.12);
  });

  test('printed on one side only, the second page has sheets of its own', () => {
    const sheets = impose(numbered('a5', 2), { flip: 'none' });
    expect(sheets.pages.map(acrossOf)).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });
});

describe('pages one after the other', () => {
  test('five pages, two up, one side', () => {
    const sheets = impose(numbered('a5', 5), { arrange: 'pages', flip: 'none' });
    expect(sheets.pages.map(acrossOf)).toEqual([[1, 2], [3, 4], [5]]);
    expect(treeOf(sheets).nodes).toEqual(treeOf(numbered('a5', 5)).nodes);
  });

  test('four pages, two up, both sides: a leaf keeps its own back', () => {
    const sheets = impose(numbered('a5', 4), { arrange: 'pages', flip: 'short' });
    expect(sheets.pages.map(acrossOf)).toEqual([
      [1, 3],
      [4, 2],
    ]);
  });
});

describe('folds', () => {
  test('a booklet of four A5 pages: 4-1 outside, 2-3 inside', () => {
    const { pages } = imposeBooklet(numbered('a5', 4), 'a4', 'short');
    expect(pages.map(acrossOf)).toEqual([
      [4, 1],
      [2, 3],
    ]);
    expect(marksOf(pages[0]).map((box) => mm(box.x + box.width / 2))).toEqual(Array(6).fill(148.5));
  });

  test.each(['ltr', 'rtl'] as const)('%s: it is read in the order of its pages', (direction) => {
    const booklet = imposeBooklet(numbered('a5', 8, direction), 'a4', 'short');
    const alts = treeOf(booklet).nodes.flatMap(({ alt }) => alt ?? []);
    expect(alts).toEqual(Array.from({ length: 8 }, (_, i) => `page ${i + 1}`));
  });

  test('eight pages on two sheets put into each other', () => {
    const { pages } = imposeBooklet(numbered('a5', 8), 'a4', 'short');
    expect(pages.map(acrossOf)).toEqual([
      [8, 1],
      [2, 7],
      [6, 3],
      [4, 5],
    ]);
  });

  test('three pages leave the last blank', () => {
    expect(imposeBooklet(numbered('a5', 3), 'a4', 'short').pages.map(acrossOf)).toEqual([[1], [2, 3]]);
  });

  test('a booklet that is read from right to left', () => {
    expect(imposeBooklet(numbered('a5', 4, 'rtl'), 'a4', 'short').pages.map(acrossOf)).toEqual([
      [1, 4],
      [3, 2],
    ]);
  });

  test('six panels: flap, back and cover outside; 2 to 4 inside; the flap is 2 mm narrower on both sides', () => {
    const { pages } = imposeDlFold(numbered('dl', 6), 'a4', 'short');
    expect(pages.map(acrossOf)).toEqual([
      [5, 6, 1],
      [2, 3, 4],
    ]);
    const middles = (page: Page | undefined) =>
      groupsOf(page)
        .map(({ matrix, clip }) => mm(matrix[4] + clip!.width / 2))
        .sort((a, b) => a - b);
    const wide = 299 / 3;
    const outside = [(wide - 2) / 2, wide - 2 + wide / 2, 297 - wide / 2];
    for (const [i, middle] of outside.entries()) {
      expect(middles(pages[0])[i]).toBeCloseTo(middle, 1);
      expect(middles(pages[1])[2 - i]).toBeCloseTo(297 - middle, 1);
    }
  });
});

test.skipIf(!hasTool('pdftotext'))('a sheet keeps the text and the tags of each copy', async () => {
  const { paged } = layoutLeaflet(leaflet(), { paper: 'a5', fonts, date: '2011-12-21' });
  const sheets = impose(paged!);
  const { nodes, numberOf } = treeOf(sheets);
  expect(nodes.filter((node) => node.type === 'H1')).toHaveLength(2);
  for (const [i, { parent }] of nodes.entries()) {
    expect(i === 0 ? parent === undefined : parent! < i).toBe(true);
  }
  for (const [copy, group] of groupsOf(sheets.pages[0]).entries()) {
    for (const item of group.items) {
      if (item.kind !== 'glyphs' || item.tag === undefined) continue;
      let node = numberOf(item.tag);
      while (nodes[node]!.parent !== 0) node = nodes[node]!.parent!;
      const sections = nodes.flatMap((n, at) => (n.type === 'Sect' ? [at] : []));
      expect(sections.indexOf(node)).toBe(copy);
    }
  }
  const text = await textOfPdf(await writePdf(sheets, fonts));
  expect(text.match(/Shot for/g)).toHaveLength(2);
  expect(text.match(/Boycott goods/g)).toHaveLength(2);
});

test('joined documents keep their own tags, each a section in its language', () => {
  const [english, kazakh] = [numbered('a5', 1), { ...numbered('a5', 2), language: 'kk' }];
  const joined = joinDocuments([english!, kazakh!]);
  const { nodes } = treeOf(joined);
  expect(joined.language).toBe('en');
  expect(joined.pages).toHaveLength(3);
  expect(nodes.flatMap((node) => (node.type === 'Sect' ? [node.language] : []))).toEqual(['en', 'kk']);
  const alts = joined.pages.map(({ items: [item] }) => item?.kind === 'box' && item.tag!.alt);
  expect(alts).toEqual(['page 1', 'page 1', 'page 2']);
  for (const [i, { parent }] of nodes.entries()) expect(i === 0 || parent! < i).toBe(true);
});
