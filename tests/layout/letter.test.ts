import { beforeAll, describe, expect, test } from 'vitest';
import { type FontBook, openFonts } from '../../src/layout/fonts.ts';
import { layoutLetter } from '../../src/layout/letter.ts';
import {
  LETTER_LAYOUT_IDS,
  LETTER_LAYOUTS,
  type LetterLayoutId,
  letterLayoutFor,
  windowOf,
} from '../../src/layout/letter-layouts.ts';
import type { MergedDocument } from '../../src/model/block.ts';
import { MM, type Page, type StructureNode } from '../../src/model/page.ts';
import { treeOf } from '../../src/write/pdf/structure-tree.ts';
import { letter, list, paragraph, RALLY, STRIKE, signatureLine, text } from './documents.ts';
import { expectSound, find, linesOf, runsOf } from './geometry.ts';

let fonts: FontBook;
beforeAll(async () => {
  fonts = await openFonts();
});

function lay(doc: MergedDocument, id: LetterLayoutId = 'din-b', largePrint = false) {
  const { paged, problems } = layoutLetter(doc, {
    layout: LETTER_LAYOUTS[id],
    fonts,
    date: '2011-12-19',
    largePrint,
  });
  return { paged: paged!, problems, pages: paged!.pages as readonly Page[] };
}

describe('positions', () => {
  test('form B: address, text and marks stand where DIN 5008 has them, within half a millimetre', () => {
    const page = lay(letter()).pages[0]!;
    const address = find(page, 'Embassy of Kazakhstan');
    expect(address.left / MM).toBeCloseTo(25, 0.5);
    expect(address.top / MM).toBeGreaterThan(62.7);
    expect(find(page, 'London').bottom / MM).toBeLessThan(90);
    expect(find(page, 'Protest against').top / MM).toBeGreaterThan(98);
    const marks = page.items.filter((item) => item.kind === 'box' && item.x < 20 * MM);
    const at = marks.map((mark) => (mark.kind === 'box' ? (mark.y + mark.height / 2) / MM : 0));
    for (const [i, y] of [105, 210, 148.5].entries()) expect(Math.abs(at[i]! - y)).toBeLessThan(0.1);
    expect(marks.every((mark) => mark.kind === 'box' && mark.tag === undefined)).toBe(true);
  });

  test('the return line leaves out e-mail addresses', () => {
    const line = linesOf(lay(letter()).pages[0]!).find((l) => l.bottom > 45 * MM && l.bottom < 63 * MM);
    expect(line?.text).toBe('Example Union, Branch One · 1 Example Street · Example Town');
  });
});

describe('a long sender', () => {
  const lines = (...texts: (string | { name: string })[]) => ({
    ...paragraph('sender', ''),
    content: texts.flatMap((one, i) => [
      ...(i > 0 ? [{ kind: 'break' } as const] : []),
      typeof one === 'string' ? text(one) : ({ kind: 'text', text: one.name, isName: true } as const),
    ]),
  });
  const names = [
    { name: 'Arbeitskreis Internationale Solidarität im Gewerkschaftshaus Musterhausen am Beispielbach' },
    { name: 'Maria Beispielmuster' },
  ];
  const returned = (page: Page) =>
    linesOf(page)
      .filter((l) => l.bottom > 50 * MM && l.bottom < 62.5 * MM)
      .map((l) => l.text.trim());

  test('over the address names give way first: street, code and town stay', () => {
    const sender = [lines(...names, 'Kornmarkt 5-7', '90402 Musterhausen', 'm@example.org')];
    const { pages, problems } = lay(letter({ sender }));
    expect(problems).toEqual([]);
    expect(returned(pages[0]!)).toEqual(['Maria Beispielmuster · Kornmarkt 5-7 · 90402 Musterhausen']);
  });

  test('over the address a town with its code stays in every script; a telephone number doesn’t', () => {
    const sender = [lines({ name: 'А. Пример' }, 'ул. Абая, 1', 'Алматы, 050000', 'тел.: +7 727 000 00 00')];
    const { pages } = lay(letter({ sender }));
    const set = returned(pages[0]!).filter((text) => text !== '');
    expect(set.join(' ')).toBe('А. Пример · ул. Абая, 1 · Алматы, 050000');
  });

  test('an address longer than the line stands in two, whole', () => {
    const street = 'Donaudampfschifffahrtsgesellschaftsstraße 123, Hinterhaus, 4. Obergeschoss links';
    const sender = [lines(...names, street, '91541 Musterhausen am Beispielbach')];
    const { pages, problems } = lay(letter({ sender }));
    expect(problems).toEqual([]);
    const set = returned(pages[0]!);
    expect(set).toHaveLength(2);
    expect(set.join(' ')).toBe(`${street} · 91541 Musterhausen am Beispielbach`);
    expectSound(pages[0]!, 5);
  });

  const role = { name: names[0]!.name };
  const long = [
    lines(
      role,
      names[1]!,
      'Kornmarkt 5-7, Hinterhaus',
      '90402 Musterhausen',
      `${'m'.repeat(50)}@example.org`,
    ),
  ];

  test.each(LETTER_LAYOUT_IDS)('%s: the letterhead keeps clear of the window and the date', (id) => {
    for (const direction of ['ltr', 'rtl'] as const) {
      const layout = LETTER_LAYOUTS[id];
      const { pages, problems } = lay({ ...letter({ sender: long }), direction }, id);
      expect(problems.filter(({ message }) => message.includes('letterhead'))).toEqual([]);
      const head = linesOf(pages[0]!).filter(
        (l) =>
          l.top >= layout.letterhead.y * MM - 1 && l.top < windowOf(layout).ever.y * MM && l.bottom > 17 * MM,
      );
      expectSound(pages[0]!, 5);
      const beside = head.filter(
        (l) =>
          l.right > windowOf(layout).ever.x * MM &&
          l.left < (windowOf(layout).ever.x + windowOf(layout).ever.width) * MM,
      );
      for (const line of beside) expect(line.bottom / MM).toBeLessThanOrEqual(windowOf(layout).ever.y);
    }
  });

  test('a letterhead that runs into the window all the same is told in millimetres', () => {
    const sender = [
      lines(role, ...Array.from({ length: 20 }, () => names[0]!), 'Kornmarkt 5-7', '90402 Musterhausen'),
    ];
    const { problems } = lay(letter({ sender }), 'din-a');
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'overfull-box',
        message: expect.stringMatching(/letterhead runs \d+\.\d mm into/),
      }),
    );
  });
});

describe('fitting', () => {
  const usual = [paragraph('body', RALLY), paragraph('body', STRIKE)];
  const third = [paragraph('body', 'The authorities shot down a rally.')];
  const three = [...usual, ...usual, ...usual, ...usual, ...usual, ...usual];

  test.each(LETTER_LAYOUT_IDS)('%s: short, usual and long text keep within the page and apart', (id) => {
    for (const body of [third, usual, three]) {
      for (const page of lay(letter({ body }), id).pages) expectSound(page, 5);
    }
  });

  test('a usual letter takes one page and its text is 10 to 11 pt', () => {
    const { pages } = lay(letter());
    expect(pages).toHaveLength(1);
    const size = runsOf(pages[0]!).find((run) => run.text.includes('Excellency'))!.size;
    expect(size).toBeGreaterThanOrEqual(10);
    expect(size).toBeLessThanOrEqual(11);
  });

  test('a letter beyond its page runs on under a running head and warns with the excess', () => {
    const { pages, problems } = lay(letter({ body: three }));
    expect(pages).toHaveLength(2);
    expect(problems).toEqual([expect.objectContaining({ severity: 'warning', code: 'overfull-page' })]);
    expect(problems[0]!.message).toMatch(/\d+\.\d mm .* it takes 2 pages/);
    expect(linesOf(pages[1]!).some((line) => line.text === '2 / 2')).toBe(true);
    expect(find(pages[1]!, 'Embassy of Kazakhstan').top / MM).toBeLessThan(30);
  });

  test('no page begins or ends with a single line of a paragraph', () => {
    for (let n = 3; n < 14; n += 1) {
      const body = Array.from({ length: n }, () => paragraph('body', `${RALLY} ${STRIKE}`));
      const { paged } = lay(letter({ body }));
      for (const page of paged.pages) {
        const counts = new Map<StructureNode, Set<number>>();
        for (const run of runsOf(page)) {
          if (run.tag?.type !== 'P') continue;
          counts.set(run.tag, (counts.get(run.tag) ?? new Set()).add(Math.round(run.y)));
        }
        const bodies = [...counts].filter(([tag]) => isDivided(paged.pages, tag));
        for (const [, lines] of bodies) expect(lines.size).toBeGreaterThanOrEqual(2);
      }
    }
  });

  test('the closing never opens a page without a line of text before it', () => {
    for (let n = 3; n < 14; n += 1) {
      const body = Array.from({ length: n }, () => paragraph('body', `${RALLY} ${STRIKE}`));
      const last = lay(letter({ body })).pages.at(-1)!;
      const lines = linesOf(last).map((line) => line.text);
      if (lines.some((line) => line.startsWith('Yours'))) {
        expect(lines.findIndex((line) => line.startsWith('Yours'))).toBeGreaterThan(3);
      }
    }
  });

  test('closing and signature stand on one page, whole', () => {
    const lines = ['A. Example', 'Secretary', 'Example Union', 'Branch One', 'Exampleton', 'Department'];
    const end = [
      paragraph('closing', 'Yours faithfully,\nin solidarity,'),
      paragraph('signature', lines.join('\n')),
    ];
    let divided = 0;
    for (let n = 20; n < 60; n += 1) {
      const body = Array.from({ length: n }, () => paragraph('body', 'The authorities shot down a rally.'));
      const { pages } = lay(letter({ body, end }));
      if (pages.length > 1) divided += 1;
      const at = (words: string) =>
        pages.findIndex((page) => linesOf(page).some((line) => line.text.trim() === words));
      expect(new Set([at('Yours faithfully,'), ...lines.map(at)]).size).toBe(1);
    }
    expect(divided).toBeGreaterThan(10);
  });

  test('large print is set in 16 pt and up', () => {
    const { pages, problems } = lay(letter(), 'din-b', true);
    expect(problems).toEqual([]);
    const small = pages.flatMap((page) => runsOf(page)).filter((run) => run.size < 16);
    const { ever: window } = windowOf(LETTER_LAYOUTS['din-b']);
    for (const run of small) {
      expect(run.y).toBeGreaterThan(window.y * MM);
      expect(run.y).toBeLessThan((window.y + window.height) * MM);
    }
    for (const page of pages) expectSound(page, 5);
  });
});

function isDivided(pages: readonly Page[], tag: StructureNode): boolean {
  return pages.filter((page) => runsOf(page).some((run) => run.tag === tag)).length > 1;
}

describe('address', () => {
  test('more lines than the window shows are a problem, and the text makes room', () => {
    const address =
      'Embassy of Kazakhstan\nConsular Section\nThe Ambassador\nFourth Floor\nRear Building\n1 Example Square\nLondon';
    const { pages, problems } = lay(letter({ recipient: [paragraph('recipient', address)] }));
    expect(problems).toEqual([expect.objectContaining({ code: 'overfull-box', severity: 'warning' })]);
    expect(problems[0]!.message).toContain('7 lines');
    expectSound(pages[0]!, 5);
  });

  test('a postal code on a line of its own goes behind the town where the window has no room for it', () => {
    const address = 'Посольство\nПослу\nКорпус 3\nПодъезд 2\nБульвар Примеров, 1\nМОСКВА\n101000';
    const { pages, problems } = lay(letter({ recipient: [paragraph('recipient', address)] }));
    expect(problems).toEqual([]);
    const textOf = (page: Page | undefined) =>
      runsOf(page!)
        .map((run) => run.text)
        .join('');
    expect(textOf(pages[0])).toContain('МОСКВА, 101000');
    const short = lay(letter({ recipient: [paragraph('recipient', 'Посольство\nМОСКВА\n101000')] }));
    expect(textOf(short.pages[0])).not.toContain('МОСКВА, 101000');
  });

  test('a word wider than the window is a problem', () => {
    const word = 'Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
    const { problems } = lay(letter({ recipient: [paragraph('recipient', word)] }));
    expect(problems.map((problem) => problem.code)).toEqual(['overfull-box']);
  });
});

describe('a letter to fill by hand', () => {
  const doc = letter({
    sender: [],
    date: [signatureLine('date', 'Place, date')],
    end: [paragraph('closing', 'Yours faithfully,'), signatureLine('signature', 'Name, function')],
  });

  test('has rules to write on over their labels, and neither letterhead nor return line', () => {
    const page = lay(doc).pages[0]!;
    for (const label of ['Place, date', 'Name, function']) {
      const { top, left } = find(page, label);
      const rule = page.items.find(
        (item) => item.kind === 'box' && Math.abs(item.x - left) < 1 && item.y < top && top - item.y < 10,
      );
      expect(rule, label).toBeDefined();
    }
    expect(linesOf(page)[1]?.text).toBe('Embassy of Kazakhstan');
    expectSound(page, 5);
  });

  test('leaves at least 12 mm to sign in', () => {
    const page = lay(doc).pages[0]!;
    const closing = find(page, 'Yours faithfully');
    const label = find(page, 'Name, function');
    expect((label.top - closing.bottom) / MM).toBeGreaterThan(12);
  });
});

describe('structure', () => {
  test('reads in the order of a letter, with one H1 and a list of labelled items', () => {
    const { paged } = lay(letter());
    const { nodes, numberOf } = treeOf(paged);
    const types = nodes.map((node) => node.type);
    expect(types[0]).toBe('Document');
    expect(types.filter((type) => type === 'H1')).toHaveLength(1);
    expect(types.filter((type) => type === 'LI')).toHaveLength(3);
    expect(types.filter((type) => type === 'Lbl')).toHaveLength(3);
    const first = (needle: string) =>
      Math.min(
        ...runsOf(paged.pages[0]!)
          .filter((run) => run.text.includes(needle) && run.tag !== undefined)
          .map((run) => numberOf(run.tag!)),
      );
    const order = [
      'Branch',
      'Ambassador',
      'December 2011',
      'Protest',
      'Excellency',
      'curfew',
      'faithfully',
      'Copies',
      'Source',
    ];
    const tags = order.map(first);
    expect(tags).toEqual([...tags].sort((a, b) => a - b));
    nodes.forEach((node, i) => {
      if (i > 0) expect(node.parent).toBeLessThan(i);
    });
  });

  test('a paragraph that stands there twice is two paragraphs', () => {
    const twice = paragraph('body', STRIKE);
    const { paged } = lay(letter({ body: [twice, paragraph('body', RALLY), twice] }));
    const tags = runsOf(paged.pages[0]!).flatMap(({ text, tag }) =>
      STRIKE.startsWith(text.trim()) ? [tag] : [],
    );
    expect(tags).toHaveLength(2);
    expect(new Set(tags).size).toBe(2);
  });

  test('the notice stands on every page, and is read once', () => {
    const body = Array.from({ length: 12 }, () => paragraph('body', `${RALLY} ${STRIKE}`));
    const { pages } = lay(letter({ body }));
    const notices = pages.map((page) => runsOf(page).filter((run) => run.text.includes('Example from')));
    expect(notices.every((runs) => runs.length > 0)).toBe(true);
    expect(notices.flat().filter((run) => run.tag !== undefined)).toHaveLength(1);
  });

  test('the same letter gives the same pages', () => {
    expect(lay(letter()).paged).toEqual(lay(letter()).paged);
  });
});

test('figures of a list hang, so that its texts line up', () => {
  const items = Array.from({ length: 11 }, (_, i) => `demand ${i + 1}`);
  const page = lay(letter({ body: [list('body', items, true)] })).pages[0]!;
  const bodies = runsOf(page).filter((run) => run.text.startsWith('demand'));
  expect(new Set(bodies.map((run) => Math.round(run.x * 10))).size).toBe(1);
});

test.each([
  ['DE', 'din-b'],
  ['GB', 'uk'],
  ['FR', 'french'],
  ['CH', 'swiss'],
  ['CA', 'us'],
  ['KZ', 'din-b'],
  [undefined, 'din-b'],
])('a sender in %s writes by the form %s', (country, id) => {
  expect(letterLayoutFor(country)).toBe(id);
});
