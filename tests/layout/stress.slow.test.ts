import { beforeAll, describe, expect, test } from 'vitest';
import { type FontBook, openFonts } from '../../src/layout/fonts.ts';
import { layoutMaterial } from '../../src/layout/material.ts';
import { LEAFLET_PAPERS, type LeafletPaperId } from '../../src/layout/styles/leaflet.ts';
import type { Block, Inline, MergedDocument } from '../../src/model/block.ts';
import { LEAFLET_STYLES, type LeafletStyle } from '../../src/model/material.ts';
import { DEMANDS, heading, leaflet, list, paragraph, RALLY, STRIKE, text } from './documents.ts';
import { expectClear, expectSound, runsOf } from './geometry.ts';

let fonts: FontBook;
beforeAll(async () => {
  fonts = await openFonts();
});

const strong = (value: string): Inline => ({ kind: 'text', text: value, strong: true });

/** An event as the templates print it: when and where in bold lines, then what it is. */
function event(day: number): Block {
  const content: Inline[] = [
    strong(`Wednesday, ${day} December 2011 at 12:00`),
    { kind: 'break' },
    strong('Kazakh-British Chamber of Commerce, 62 South Audley Street, London'),
    { kind: 'break' },
    text('Protest for the oil workers of Kazakhstan'),
  ];
  return { kind: 'paragraph', role: 'event', content };
}

const events = (count: number): Block[] =>
  count === 0
    ? []
    : [heading('event', 2, 'Join the picket'), ...[...Array(count).keys()].map((i) => event(i + 1))];

const BACKGROUND = 'Repression has grown steadily: hundreds of workers were dismissed during the conflict.';
const background = [heading('background', 2, 'How it came to this'), paragraph('background', BACKGROUND)];

function build(parts: Parameters<typeof leaflet>[0], kind = 'picket'): MergedDocument {
  const doc = leaflet({ event: events(1), ...parts });
  const at = doc.blocks.findIndex((block) => block.role === 'demands');
  const blocks = [...doc.blocks.slice(0, at), ...background, ...doc.blocks.slice(at)];
  return { ...doc, kind, blocks, drop: ['background', 'actions', 'demands'] };
}

const times = (count: number, texts: readonly string[]) => Array.from({ length: count }, () => texts).flat();

/** What leaflets have to bear. */
const CASES: Readonly<Record<string, MergedDocument>> = {
  'a third of the usual text': build({
    body: [paragraph('body', 'The authorities shot down a rally.')],
    demands: ['Stop the massacre'],
    actions: ['Boycott goods'],
  }),
  'three times the usual text': build({
    body: times(3, [RALLY, STRIKE]).map((t) => paragraph('body', t)),
    demands: times(3, DEMANDS),
    actions: times(3, [
      'Send letters of protest to the embassy and to CITIC',
      'Boycott goods from Kazakhstan',
    ]),
  }),
  'a German word of sixty letters': build({
    headline: 'Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung',
    language: 'de',
  }),
  'a Kazakh word of sixty letters': build({
    headline: 'қанағаттандырылмағандықтарыңыздандығыңыздандырылмағандықтарыңыз',
    language: 'kk',
  }),
  'no events': build({ event: events(0) }),
  'no events and nothing to do': build({ event: events(0), actions: [] }),
  'two events': build({ event: events(2) }),
  'twelve events': build({ event: events(12) }),
  'twelve events of a demonstration': build({ event: events(12) }, 'demonstration'),
  'a demonstration': build({}, 'demonstration'),
  'a long name of the issuer': build({
    kicker:
      'Joint Appeal of the International Secretariat of the Confederation of Revolutionary Anarcho-Syndicalists and of the International Workers’ Association\nDecember 2011',
  }),
  'only a headline': build({ body: [], figures: [], demands: [], actions: [], event: [] }),
  'from right to left': build({ direction: 'rtl', event: events(12) }),
};

const PAPERS: readonly LeafletPaperId[] = ['a3', 'a4', 'a5', 'a6', 'dl', 'letter', 'half-letter'];

/** What a role that is left out is called. */
const SAID_AS: Readonly<Record<string, string>> = {
  background: 'how it came to this',
  actions: 'what each can do',
};

describe.each(LEAFLET_STYLES)('%s', (style: LeafletStyle) => {
  test.each(Object.keys(CASES))('%s: fits, or goes on and says so', (name) => {
    for (const paper of PAPERS) {
      const { paged, problems } = layoutMaterial(CASES[name]!, { paper, style, fonts, date: '2011-12-21' });
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      const isLong = problems.some(({ code }) => code === 'overfull-page');
      expect([name, paper, paged!.pages.length > 1]).toEqual([
        name,
        paper,
        isLong || (style === 'large-print' && paged!.pages.length > 1),
      ]);
      for (const page of paged!.pages) {
        expectSound(page, LEAFLET_PAPERS[paper].margin);
        expectClear(page);
      }
    }
  });

  test('nothing is lost but what is said to be left out', () => {
    for (const paper of ['a4', 'a5'] as const) {
      const doc = CASES['a demonstration']!;
      const { paged, problems } = layoutMaterial(doc, { paper, style, fonts, date: '2011-12-21' });
      const said = problems.find(({ code }) => code === 'left-out')?.message ?? '';
      const shown = paged!.pages
        .flatMap(runsOf)
        .map((run) => run.text)
        .join('')
        .replace(/[\s\u00ad-]/g, '');
      for (const [role, words] of [
        ['body', 'cut off from the world'],
        ['background', 'hundreds of workers were dismissed'],
        ['demands', 'Release Natalia Sokolova'],
        ['actions', 'Boycott goods from Kazakhstan'],
        ['event', '62 South Audley Street'],
      ] as const) {
        const isThere = shown.includes(words.replace(/[\s-]/g, ''));
        expect([role, isThere]).toEqual([role, !said.includes(SAID_AS[role] ?? role)]);
      }
    }
  });
});

test('optional blocks go in the order of the template, and no more of them than it takes', () => {
  const doc = build({ body: [RALLY, STRIKE, STRIKE].map((t) => paragraph('body', t)) });
  const { problems } = layoutMaterial(doc, { paper: 'a5', style: 'poster', fonts, date: '2011-12-21' });
  expect(problems).toEqual([
    expect.objectContaining({
      severity: 'notice',
      code: 'left-out',
      message: expect.stringMatching(
        /^picket on A5: no room for how it came to this(, what each can do)? where/,
      ),
    }),
  ]);
  const fixed = layoutMaterial(
    { ...doc, drop: [] },
    { paper: 'a5', style: 'poster', fonts, date: '2011-12-21' },
  );
  expect(fixed.problems.map(({ code }) => code)).toEqual(['overfull-page']);
});

test('lists keep together in the columns of the newspaper', () => {
  const doc = build({ demands: DEMANDS.slice(0, 3), event: [list('event', ['Come'])] });
  const { paged } = layoutMaterial(doc, { paper: 'a4', style: 'newspaper', fonts, date: '2011-12-21' });
  const at = DEMANDS.map(
    (demand) => runsOf(paged!.pages[0]!).find((run) => run.text.startsWith(demand.slice(0, 12)))!.x,
  );
  expect(new Set(at.map(Math.round)).size).toBe(1);
});
