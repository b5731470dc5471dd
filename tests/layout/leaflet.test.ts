import { beforeAll, describe, expect, test } from 'vitest';
import { type FontBook, openFonts } from '../../src/layout/fonts.ts';
import { inkOfRun } from '../../src/layout/ink.ts';
import { layoutLeaflet } from '../../src/layout/leaflet.ts';
import { setSection } from '../../src/layout/leaflet-sections.ts';
import { proofread } from '../../src/layout/proofread.ts';
import type { Row } from '../../src/layout/rows.ts';
import {
  LEAFLET_PAPER_IDS,
  LEAFLET_PAPERS,
  type LeafletPaperId,
  leafletGrid,
  leafletStyles,
} from '../../src/layout/styles/leaflet.ts';
import { LOOKS } from '../../src/layout/styles/look.ts';
import type { Block, MergedDocument } from '../../src/model/block.ts';
import { LEAFLET_STYLES } from '../../src/model/material.ts';
import { MM, type Page } from '../../src/model/page.ts';
import { treeOf } from '../../src/write/pdf/structure-tree.ts';
import { figures, heading, leaflet, list, paragraph, RALLY, STRIKE, text } from './documents.ts';
import { boundsOf, expectSound, find, linesOf, runsOf } from './geometry.ts';

let fonts: FontBook;
beforeAll(async () => {
  fonts = await openFonts();
});

function lay(doc: MergedDocument, paper: LeafletPaperId = 'a5') {
  const { paged, problems } = layoutLeaflet(doc, { paper, fonts, date: '2011-12-21' });
  return { paged, problems, page: paged?.pages[0] as Page };
}

/** Lines of the headline. */
function headlineOf({ page }: ReturnType<typeof lay>) {
  return linesOf({ ...page, items: runsOf(page).filter((run) => run.tag?.type === 'H1') });
}
/** Points between the ink of who speaks and that of the headline. */
function overHeadline(headline: string): number {
  const { page } = lay(leaflet({ headline }), 'a4');
  const inkOf = (isOf: (type: string | undefined) => boolean) =>
    runsOf(page).flatMap((run) => (isOf(run.tag?.type) ? (inkOfRun(run, fonts) ?? []) : []));
  const top = Math.min(...inkOf((type) => type === 'H1').map((box) => box.top));
  const above = inkOf((type) => type !== 'H1').filter((box) => box.bottom < top);
  return top - Math.max(...above.map((box) => box.bottom));
}

const LONG_WORD = 'Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung';
const KAZAKH_WORD = 'қанағаттандырылмағандықтарыңыздан';

describe('the page', () => {
  test.each(LEAFLET_PAPER_IDS.filter((id) => !['a6', 'a7', 'quarter-letter'].includes(id)))(
    '%s: everything keeps within the margin and apart',
    (id) => {
      const { page, problems } = lay(leaflet(), id);
      expect(problems).toEqual([]);
      expectSound(page, LEAFLET_PAPERS[id].margin);
    },
  );

  test('letters that rise above capitals leave room under the line of who speaks', () => {
    expect(overHeadline('Shot for striking')).toBeGreaterThan(5);
    expect(overHeadline('ẤỂ ẮẪ ỐỄ')).toBeGreaterThan(5);
  });

  test.each(['a5', 'a4'] as const)(
    '%s is full: the foot ends at the lower margin, the rule begins at the upper',
    (id) => {
      const { page } = lay(leaflet(), id);
      const { margin } = LEAFLET_PAPERS[id];
      const bottom = Math.max(...runsOf(page).map((run) => boundsOf(run).bottom));
      expect((page.height - bottom) / MM).toBeLessThan(margin + 0.5);
      expect(Math.min(...page.items.map((item) => (item.kind === 'box' ? item.y : 1e9))) / MM).toBeCloseTo(
        margin,
      );
    },
  );

  test.each([
    ['a5', 9],
    ['a4', 10],
  ] as const)('%s: the text is never under %d pt', (id, least) => {
    const { page } = lay(leaflet(), id);
    const body = runsOf(page).filter((run) => /curfew|Boycott goods|according/.test(run.text));
    expect(body.length).toBeGreaterThan(0);
    for (const run of body) expect(run.size).toBeGreaterThanOrEqual(least);
  });

  test('is black and white: no greys, no line under half a point', () => {
    const { page } = lay(leaflet());
    for (const item of page.items) {
      if ('ink' in item) expect([0, 1]).toContain(item.ink);
      if (item.kind === 'box') expect(Math.min(item.width, item.height)).toBeGreaterThanOrEqual(0.5);
      if (item.kind === 'frame') expect(item.stroke).toBeGreaterThanOrEqual(0.5);
    }
  });

  test('the same leaflet gives the same page', () => {
    expect(lay(leaflet()).paged).toEqual(lay(leaflet()).paged);
  });
});

describe('the headline', () => {
  test.each([
    'Strike!',
    'Shot for striking',
    'Schüsse auf streikende Ölarbeiter in Westkasachstan',
    'Ереуілге шыққан мұнайшыларға оқ атылды',
  ])('%s: fills the width, in one to three lines', (headline) => {
    const lines = headlineOf(lay(leaflet({ headline })));
    expect(lines.length).toBeLessThanOrEqual(3);
    const widest = Math.max(...lines.map((line) => line.right - line.left)) / MM;
    // A very short one stops at the largest size instead.
    if (headline.length > 10) expect(widest).toBeGreaterThan(128 * 0.97);
    expect(widest).toBeLessThanOrEqual(128.01);
  });

  test.each([LONG_WORD, `Streik ${KAZAKH_WORD}`])('holds the word %s without cutting it', (headline) => {
    const language = headline === LONG_WORD ? 'de' : 'kk';
    const laid = lay(leaflet({ headline, language }));
    expect(laid.problems).toEqual([]);
    expectSound(laid.page, 10);
    const shown = headlineOf(laid)
      .map((line) => line.text)
      .join('');
    expect(shown.replace(/[\s\u00ad\u2010-]/g, '')).toBe(headline.replaceAll(' ', ''));
  });
});

describe('more and less text', () => {
  const short = [paragraph('body', 'The authorities shot down a rally.')];
  const long = [RALLY, STRIKE, RALLY, STRIKE, RALLY, STRIKE].map((t) => paragraph('body', t));

  test('a third as much text is set larger and still fills the page', () => {
    const usual = runsOf(lay(leaflet()).page).find((run) => run.text.includes('Boycott goods'))!;
    const { page } = lay(
      leaflet({ body: short, demands: ['Stop the massacre'], actions: ['Boycott goods'] }),
    );
    expectSound(page, 10);
    expect(runsOf(page).find((run) => run.text.includes('Boycott goods'))!.size).toBeGreaterThan(usual.size);
  });

  test('three times as much text fits A4', () => {
    const { page, problems } = lay(leaflet({ body: long }), 'a4');
    expect(problems).toEqual([]);
    expectSound(page, 14);
  });

  const shownOn = (pages: readonly Page[]) =>
    pages.map((page) =>
      runsOf(page)
        .map((run) => run.text)
        .join(''),
    );

  test('what can’t fit goes on over the back, whole, and that is told with the excess in millimetres', () => {
    const { paged, problems } = lay(leaflet({ body: [...long, ...long] }));
    expect(problems).toEqual([expect.objectContaining({ code: 'overfull-page', severity: 'warning' })]);
    expect(problems[0]!.message).toMatch(/\d+\.\d mm too long for one side of A5 .* over 2 pages/);
    for (const page of paged!.pages) expectSound(page, 10);
    expect(proofread(paged!, fonts)).toEqual([]);
    const [front, back] = shownOn(paged!.pages);
    expect(front).toContain('Shot for striking');
    expect(front).toContain('1 / 2');
    expect(back).toContain('62 South Audley Street');
    expect(`${front}${back}`.match(/Release Natalia/g)).toHaveLength(1);
    // The panel stays whole, and went over: what is left fills the front to its foot all the same.
    const text = runsOf(paged!.pages[0]!).filter((run) => run.tag !== undefined);
    expect(Math.max(...text.map((run) => run.y))).toBeGreaterThan(paged!.pages[0]!.height * 0.85);
  });

  test('however long a text is, nothing of it is lost', () => {
    const words = Array.from({ length: 60 }, (_, i) => `Fact number ${i + 1}, and what it means.`);
    const doc = leaflet({ body: words.map((text) => paragraph('body', `${text} ${RALLY}`)) });
    const { paged, problems } = lay(doc);
    expect(paged!.pages.length).toBeGreaterThan(2);
    expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
    const all = shownOn(paged!.pages).join('').replace(/\s/g, '');
    for (const text of words) expect(all).toContain(text.replace(/\s/g, ''));
  });

  test('demands aren’t given up for one side', () => {
    const demands = Array.from({ length: 12 }, (_, i) => `Demand ${i + 1}: let all of them go, and pay them`);
    const doc = { ...leaflet({ demands, body: long }), drop: ['actions', 'demands'] as const };
    const { paged, problems } = lay(doc);
    expect(problems.map(({ code }) => code)).not.toContain('left-out');
    expect(shownOn(paged!.pages).join('')).toContain('Demand 12');
  });

  test('a poster has no back: what is too long for it is an error, and gives no page', () => {
    const { paged, problems } = lay({ ...leaflet({ body: [...long, ...long] }), kind: 'poster' });
    expect(paged).toBeUndefined();
    expect(problems).toEqual([expect.objectContaining({ code: 'overfull-page', severity: 'error' })]);
    expect(problems[0]!.message).toMatch(/\d+\.\d mm too long for A5/);
  });

  test('where a code has no room its address stays, and that is said', () => {
    const content = [{ kind: 'text', text: 'https://example.org/strike' }] as const;
    const code = { kind: 'code', role: 'code', url: content[0].text, content } as const;
    const layWith = (demands: number) => {
      const doc = leaflet({ demands: Array.from({ length: demands }, (_, i) => `Demand ${i}`) });
      return lay({ ...doc, blocks: [...doc.blocks, code], drop: ['code'] });
    };
    let demands = 2;
    while (layWith(demands).problems.length === 0) demands += 1;
    const { page, problems } = layWith(demands);
    expect(problems).toEqual([expect.objectContaining({ code: 'left-out', severity: 'notice' })]);
    expect(page.items.some((item) => item.kind === 'path')).toBe(false);
    find(page, code.url);
  });

  test('without figures the text takes the whole width', () => {
    const { page } = lay(leaflet({ figures: [] }));
    expectSound(page, 10);
    expect(page.items.some((item) => item.kind === 'frame')).toBe(false);
  });

  test('many figures stand in a strip across the page', () => {
    const counts = figures([
      ['11', 'dead, according to official data'],
      ['70', 'dead, according to unofficial data'],
      ['hundreds', 'injured, according to the workers'],
      ['1,500', 'on strike'],
    ]);
    const { page } = lay(leaflet({ figures: [counts], body: short }));
    expectSound(page, 10);
    const frame = page.items.find((item) => item.kind === 'frame');
    expect(frame?.kind === 'frame' && frame.width / MM).toBeCloseTo(128);
  });
});

describe('a template with an order of its own', () => {
  const { blocks, ...doc } = leaflet({ actions: [] });
  const at = (role: Block['role']) => blocks.findIndex((block) => block.role === role);
  const last = list('body', ['Bring your friends', 'Bring a whistle']);
  const orders: Readonly<Record<string, readonly Block[]>> = {
    'a list below the events': [...blocks.slice(0, at('note')), last, ...blocks.slice(at('note'))],
    'the events above what happened': [
      ...blocks.slice(0, at('body')),
      ...blocks.filter(({ role }) => role === 'event'),
      ...blocks.slice(at('body')).filter(({ role }) => role !== 'event'),
    ],
    'figures below the demands': [
      ...blocks.slice(0, at('figures')),
      ...blocks.slice(at('demands'), at('event')),
      blocks[at('figures')]!,
      ...blocks.slice(at('event')),
    ],
  };

  test.each(Object.keys(orders))('%s: stays as it is written', (name) => {
    for (const style of LEAFLET_STYLES) {
      const options = { paper: 'a4', style, fonts, date: '2026-05-01' } as const;
      const { paged, problems } = layoutLeaflet({ ...doc, blocks: orders[name]! }, options);
      expect(problems).toEqual([]);
      const top = (part: string) => {
        const page = paged!.pages.findIndex((one) => runsOf(one).some(({ text }) => text.includes(part)));
        return page * 1e4 + runsOf(paged!.pages[page]!).find(({ text }) => text.includes(part))!.y;
      };
      const parts = {
        'a list below the events': ['On 16 December', 'We demand', 'Join the picket', 'Bring your'],
        'the events above what happened': ['Join the picket', 'On 16 December', 'We demand'],
        'figures below the demands': ['On 16 December', 'We demand', 'unofficial', 'Join the picket'],
      }[name]!;
      const places = parts.map(top);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(proofread(paged!, fonts)).toEqual([]);
    }
  });
});

describe('events', () => {
  test('without one the panel says what to do', () => {
    const { page, problems } = lay(leaflet({ event: [] }));
    expect(problems).toEqual([]);
    expectSound(page, 10);
    const reversed = runsOf(page).filter((run) => run.ink === 1);
    expect(reversed.some((run) => run.text.includes('Boycott goods'))).toBe(true);
  });

  test('without event and actions there is no panel', () => {
    const { page } = lay(leaflet({ event: [], actions: [] }));
    expectSound(page, 10);
    expect(runsOf(page).every((run) => run.ink === 0)).toBe(true);
  });

  test.each([
    ['a4', 3],
    ['a4', 4],
    ['a5', 3],
    ['a4', 7],
  ] as const)('%s: what %i share stands once over them, on lines of its own', (paper, count) => {
    const event = Array.from({ length: count }, (_, i) => ({
      ...paragraph('event', ''),
      content: [
        { kind: 'text', text: `${i + 5} December, 6 pm`, strong: true },
        { kind: 'break' },
        { kind: 'text', text: `Square ${i + 1}, Exampleton`, strong: true },
        { kind: 'break' },
        text('Picket'),
        { kind: 'break' },
        text('called by: Example Union'),
      ] as const,
    }));
    const { page, problems } = lay(leaflet({ event: [heading('event', 2, 'Join us'), ...event] }), paper);
    expect(problems).toEqual([]);
    expectSound(page, LEAFLET_PAPERS[paper].margin);
    expect(find(page, 'called by').top).toBeGreaterThan(find(page, 'Picket').bottom);
    expect(linesOf(page).filter((line) => line.text.includes('called by'))).toHaveLength(1);
  });

  test('twelve stand in a list in the panel', () => {
    const items = Array.from(
      { length: 12 },
      (_, i) => `${i + 1} December, 12 noon: Example Square ${i + 1}, Example Town`,
    );
    const doc = leaflet({ event: [heading('event', 2, 'When and where'), list('event', items)] });
    const { page, problems } = lay(doc, 'a4');
    expect(problems).toEqual([]);
    expectSound(page, 14);
    expect(
      runsOf(page).filter((run) => run.ink === 1 && run.text.includes('Example')).length,
    ).toBeGreaterThanOrEqual(12);
  });
});

describe('right to left', () => {
  test('the columns change sides and marks stand at the right', () => {
    const { page, problems } = lay(
      leaflet({ direction: 'rtl', body: [RALLY, STRIKE, RALLY].map((t) => paragraph('body', t)) }),
      'a4',
    );
    expect(problems).toEqual([]);
    expectSound(page, 14);
    const frame = page.items.find((item) => item.kind === 'frame')!;
    expect(frame.kind === 'frame' && frame.x / MM).toBeCloseTo(14);
    const marks = page.items.filter(
      (item) => item.kind === 'box' && item.width < 10 && item.width === item.height,
    );
    expect(marks.length).toBeGreaterThan(0);
    for (const mark of marks) {
      const { x, y } = mark as { x: number; y: number };
      const beside = runsOf(page).filter((run) => Math.abs(run.y - y) < 10 && run.x > x && run.x < x + 15);
      expect(beside.map((run) => run.text)).toEqual([]);
    }
  });
});

describe('structure', () => {
  test('one H1 for the headline, H2 over the sections, lists of items', () => {
    const { paged, page } = lay(leaflet());
    const types = treeOf(paged!).nodes.map((node) => node.type);
    expect(types.filter((type) => type === 'H1')).toHaveLength(1);
    expect(types.filter((type) => type === 'H2')).toHaveLength(3);
    expect(types.filter((type) => type === 'LBody')).toHaveLength(5);
    for (const run of runsOf(page)) expect(run.tag).toBeDefined();
    expect(find(page, 'Join the picket').left).toBeGreaterThan(10 * MM);
  });
});

test.each([
  ['en', 'ltr', STRIKE],
  ['ar', 'rtl', 'مذبحة العمال المضربين عن العمل في جاناوزين، وأُعلنت حالة الطوارئ في المدينة كلها'],
  ['vi', 'ltr', 'Ẩn Ấ Ẫ Ễ Ộ Ự, những người công nhân đình công ở Zhanaozen đã bị bắn'],
] as const)('%s: a try takes the room of what is set, and holds no text', (language, direction, words) => {
  const blocks = [heading('body', 2, words), paragraph('body', words), list('body', [words, words], true)];
  const styles = leafletStyles(10, leafletGrid(LEAFLET_PAPERS.a5, LOOKS.poster), LOOKS.poster, true);
  const setting = { fonts, language, direction };
  const set = (isTry: boolean) =>
    setSection(blocks, { text: styles.body, heading: styles.heading }, 150, { ...setting, isTry });
  const roomOf = (rows: readonly Row[]) => rows.map((row) => ({ ...row, items: [] }));
  const [tried, whole] = [set(true), set(false)];
  const isText = ({ items }: Row) => items.some(({ kind }) => kind === 'glyphs');
  expect([tried.some(isText), whole.every(isText)]).toEqual([false, true]);
  expect(roomOf(tried)).toEqual(roomOf(whole));
});
