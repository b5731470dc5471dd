import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mergeDocument } from '../../src/merge/document.ts';
import { countSentences, groupParagraphs, MOST_SENTENCES } from '../../src/merge/paragraphs.ts';
import { appealHead, fact } from '../../src/model/appeal.ts';
import { bundledTemplates, bundledWords, campaign, company, job, mergeBody, textOf } from './fixture.ts';

/** The same numbers each time, as if drawn. */
function* draw(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (state * 1103515245 + 12345) % 2147483648;
    yield state / 2147483648;
  }
}

test('facts of any number, length and day become paragraphs in their order, none too long, none a lone last sentence', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const numbers = draw(seed);
    const random = (most: number) => Math.floor(numbers.next().value! * most);
    const told = Array.from({ length: 1 + random(60) }, (_, i) => ({
      i,
      fact: { date: random(3) === 0 ? undefined : `2026-0${1 + random(3)}-01`, place: undefined },
      text: Array.from({ length: 1 + random(3) }, () => 'So it is.').join(' '),
    }));
    const groups = groupParagraphs(told);
    expect(groups.flat()).toEqual(told);
    const lengths = groups.map((group) => group.reduce((n, { text }) => n + countSentences(text), 0));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(MOST_SENTENCES);
    if (lengths.length > 1) expect(lengths.at(-1), `seed ${seed}`).toBeGreaterThan(1);
  }
});

test('what a few sentences tell is one paragraph; a fact of another day begins the next', () => {
  const on = (date: string, n: number) =>
    Array.from({ length: n }, (_, i) => ({ fact: { date, place: undefined }, text: `${date} ${i}.` }));
  expect(groupParagraphs([...on('2026-05-01', 2), ...on('2026-05-02', 3)])).toHaveLength(1);
  const days = groupParagraphs([...on('2026-05-01', 4), ...on('2026-05-02', 4)]);
  expect(days.map((group) => group.length)).toEqual([4, 4]);
  expect(countSentences('他们被捕。他们没有罪！')).toBe(2);
  expect(countSentences('On 1 May, at 5 p.m. or so, Mr. Example left.')).toBeLessThanOrEqual(2);
});

test.each([
  ['The president is brutal.', 'He banned the strike.'],
  ['Президент жесток.', 'Он запретил забастовку.'],
  ['El presidente es brutal.', 'Él prohibió la huelga.'],
  ['总统很残暴。', '他禁止了罢工。'],
])('no paragraph begins with whom the one before names: %s %s', (named, leaning) => {
  const others = (n: number) => Array.from({ length: n }, () => 'Example 1.');
  const texts = [...others(MOST_SENTENCES - 1), named, leaning, ...others(3)];
  const groups = groupParagraphs(texts.map((text) => ({ fact: {}, text })));
  expect(groups.map(([first]) => first!.text)).not.toContain(leaning);
  expect(groups.map((group) => group.length)).toEqual([MOST_SENTENCES + 1, 3]);
});

const LANGUAGES = readdirSync('templates/words').map((file) => file.replace('.yaml', ''));

test.each(LANGUAGES)(
  'a letter in %s with twenty facts has them in paragraphs, events before background',
  (language) => {
    const facts = Array.from({ length: 20 }, (_, i) =>
      fact.parse({
        id: `f${i}`,
        role: i % 2 === 0 ? 'event' : 'background',
        date: `2026-05-${String(1 + (i >> 2)).padStart(2, '0')}`,
        text: { [language]: `Fact${i}x.` },
        sources: ['paper'],
      }),
    );
    const text = (own: string) => ({ [language]: own });
    const appeal = appealHead.parse({
      ...campaign.appeal,
      title: text('T'),
      headline: undefined,
      subject: undefined,
      summary: text('S'),
      languages: [language],
      demands: [{ id: 'd', text: text('D') }],
      actions: [],
      boycott: undefined,
    });
    const words = bundledWords(language);
    const { document, problems } = mergeDocument({
      ...job({ language, words, kind: 'authority', target: company }),
      campaign: { ...campaign, appeal, facts, languages: [{ tag: language, review: 'original' }] },
      templates: bundledTemplates(`letter/authority.${language}`),
    });
    expect(problems).toEqual([]);
    const told = document!.blocks.flatMap((block) => {
      const found = 'content' in block ? (textOf(block.content).match(/Fact\d+x/g) ?? []) : [];
      return found.length > 0 ? [found] : [];
    });
    expect(told.length).toBeGreaterThanOrEqual(4);
    expect(Math.max(...told.map((found) => found.length))).toBeLessThanOrEqual(MOST_SENTENCES);
    const order = [
      ...facts.filter((f) => f.role === 'event'),
      ...facts.filter((f) => f.role === 'background'),
    ];
    expect(told.flat()).toEqual(order.map(({ id }) => `Fact${id.slice(1)}x`));
  },
);

test('a template can still put its facts into a sentence', () => {
  const { document } = mergeBody('So it is: {{facts "event"}}');
  expect(document!.blocks).toHaveLength(1);
});
