import { beforeAll, describe, expect, test } from 'vitest';
import { openFonts } from '../../src/layout/fonts.ts';
import { layoutMaterial } from '../../src/layout/material.ts';
import { LEAFLET_PAPERS, type LeafletPaperId } from '../../src/layout/styles/leaflet.ts';
import { LEAFLET_KINDS, type LeafletKind, type LeafletStyle } from '../../src/model/material.ts';
import { MM } from '../../src/model/page.ts';
import { papersOf } from '../../src/plan/leaflets.ts';
import { type Bundled, expectPages, layBundled, readBundled } from './bundled.ts';
import { heading, leaflet } from './documents.ts';
import { runsOf } from './geometry.ts';

let bundled: Bundled;
beforeAll(async () => {
  bundled = await readBundled();
});

const lay = (kind: LeafletKind, language: string, paper: LeafletPaperId, style: LeafletStyle) =>
  layBundled(bundled, kind, language, paper, style);

test.each(LEAFLET_KINDS)('%s of the bundled appeal: all keeps within the margin and apart', (kind) => {
  for (const language of ['en', 'kk']) {
    for (const paper of papersOf(kind, undefined)) {
      const { paged, problems } = lay(kind, language, paper, 'poster');
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expectPages(paged, kind, paper);
    }
  }
});

test('inks are black and white, and no line is under half a point', () => {
  for (const kind of ['picket', 'sticker', 'petition', 'postcard'] as const) {
    for (const style of ['poster', 'notice', 'newspaper'] as const) {
      const { paged } = lay(kind, 'en', papersOf(kind, undefined).at(-1)!, style);
      for (const item of paged!.pages.flatMap((page) => page.items)) {
        if ('ink' in item) expect([0, 1]).toContain(item.ink);
        if (item.kind === 'box') expect(Math.min(item.width, item.height)).toBeGreaterThanOrEqual(0.5);
        if (item.kind === 'frame') expect(item.stroke).toBeGreaterThanOrEqual(0.5);
      }
    }
  }
});

test('nothing in large print is under 16 pt, whatever it is', () => {
  for (const kind of [
    'picket',
    'demonstration',
    'boycott',
    'solidarity',
    'petition',
    'resolution',
  ] as const) {
    const { paged } = lay(kind, 'de', 'a4', 'large-print');
    for (const run of paged!.pages.flatMap(runsOf)) expect(run.size).toBeGreaterThanOrEqual(16);
  }
});

test('the body of leaflets is at least 9 pt on A5 and 10 pt on A4; small print at least 7 pt', () => {
  for (const style of ['poster', 'notice', 'newspaper'] as const) {
    for (const [paper, least] of [
      ['a5', 9],
      ['a4', 10],
    ] as const) {
      const { paged } = lay('picket', 'de', paper, style);
      const runs = paged!.pages.flatMap(runsOf);
      expect(runs.find((run) => run.text.includes('Schanaosen'))!.size).toBeGreaterThanOrEqual(least);
      for (const run of runs) expect(run.size).toBeGreaterThanOrEqual(7);
    }
  }
});

describe('a demonstration leaflet', () => {
  test.each(['a4', 'a5'] as const)(
    '%s: when and where can be read from two metres: capitals of 6.6 mm',
    (paper) => {
      for (const language of ['en', 'de', 'kk']) {
        const { paged } = lay('demonstration', language, paper, 'poster');
        const large = runsOf(paged!.pages[0]!).filter((run) => run.ink === 1 && run.size * 0.711 >= 6.6 * MM);
        const text = large.map((run) => run.text).join(' ');
        expect(text).toMatch(/2011/);
        expect(text).toMatch(/Hong|Гонконг/);
      }
    },
  );
});

describe('a placard', () => {
  test('has the headline and three demands, each as large as its page holds', () => {
    const { paged } = lay('placard', 'en', 'a3', 'poster');
    expect(paged!.pages.length).toBe(4);
    for (const page of paged!.pages) {
      const slogan = runsOf(page).filter((run) => run.size > 60);
      const right = Math.max(...slogan.map((run) => run.x + run.glyphs.reduce((w, g) => w + g.advance, 0)));
      const left = Math.min(...slogan.map((run) => run.x));
      const high =
        Math.max(...slogan.map((run) => run.y)) - Math.min(...slogan.map((run) => run.y - run.size * 0.711));
      const free = page.height - 2 * LEAFLET_PAPERS.a3.margin * MM;
      const fills =
        (right - left) / (page.width - 2 * LEAFLET_PAPERS.a3.margin * MM) > 0.96 || high / free > 0.72;
      expect(fills).toBe(true);
    }
  });
});

test('a word of seventy letters is divided at its joints on a placard, not set in small print', async () => {
  const headline = 'Straßenbahnfahrerinnengewerkschaftsvertrauensleuteversammlungsverbotes';
  const doc = {
    ...leaflet({ headline, language: 'de', demands: [] }),
    kind: 'placard',
    blocks: [heading('slogan', 1, headline)],
  };
  const { paged } = layoutMaterial(doc, {
    paper: 'a3',
    style: 'poster',
    fonts: await openFonts(),
    date: '2026-05-01',
  });
  const lines = runsOf(paged!.pages[0]!).map(({ text, size }) => [text.trim(), size > 80]);
  expect(lines).toEqual([
    ['Straßenbahn', true],
    ['fahrerinnen', true],
    ['gewerkschafts', true],
    ['vertrauensleute', true],
    ['versammlungs', true],
    ['verbotes', true],
  ]);
});

describe('a resolution that needs a second page', () => {
  test.each([
    ['en', ['Moved by', 'For', 'Against', 'Place, date']],
    ['tr', ['Öneren', 'Kabul', 'Ret', 'Yer, tarih']],
  ])(
    '%s: what a meeting fills in stands together, and small letters that save no page are none',
    (language, labels) => {
      const { paged } = lay('resolution', language, 'a4', 'poster');
      expect(paged!.pages.length).toBe(2);
      const texts = paged!.pages.map((page) => runsOf(page).map((run) => run.text.trim()));
      const pageOf = (label: string) =>
        texts.findIndex((all) => all.some((text) => label.startsWith(text) && text.length > 1));
      expect(labels.map(pageOf)).toEqual([1, 1, 1, 1]);
      const sizes = paged!.pages.flatMap(runsOf).map((run) => run.size);
      expect(sizes).toContain(12);
    },
  );
});

describe('a petition', () => {
  test('has at least ten numbered lines, a data-protection line, and the demands', () => {
    for (const language of ['en', 'ru']) {
      const { paged } = lay('petition', language, 'a4', 'poster');
      const [page] = paged!.pages;
      const lines = page!.items.filter(
        (item) => item.kind === 'box' && item.height === 0.5 && item.width > 400,
      );
      expect(lines.length).toBeGreaterThanOrEqual(10);
      const gaps = lines.slice(1).map((line, i) => (line as { y: number }).y - (lines[i] as { y: number }).y);
      for (const gap of gaps) expect(gap / MM).toBeGreaterThanOrEqual(8.6);
    }
  });
});

test('a postcard has a side to read and a side for stamp and address', () => {
  const { paged } = lay('postcard', 'en', 'a6', 'poster');
  expect(paged!.pages.map(({ width, height }) => [width / MM, height / MM].map(Math.round))).toEqual([
    [148, 105],
    [148, 105],
  ]);
  const back = paged!.pages[1]!;
  const stamp = back.items.find((item) => item.kind === 'frame')!;
  expect(stamp.kind === 'frame' && (back.width - stamp.x - stamp.width) / MM).toBeCloseTo(8);
});
