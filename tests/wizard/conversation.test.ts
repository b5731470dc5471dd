import { describe, expect, test } from 'vitest';
import { ONE_MORE, PERSON, SOURCE } from '../../src/wizard/ask-more.ts';
import { answer, type Conversation, goBack, goTo, resume } from '../../src/wizard/conversation.ts';
import { editScript } from '../../src/wizard/editable.ts';
import { listQuestions, type Script } from '../../src/wizard/script.ts';
import { NEW_APPEAL } from '../../src/wizard/steps.ts';
import { edited } from './edited.ts';

const STATES = ['open', 'won', 'urgent'];

const SCRIPT: Script = [
  { name: 'title', ask: 'Title?', needed: true },
  {
    group: 'fact',
    steps: [
      { name: 'text', ask: 'What happened?', askAgain: 'What else?', needed: true },
      { name: 'date', ask: 'When?' },
      {
        group: 'figure',
        labels: (answers, at) => answers.get(`${at}text`)?.match(/\d+/g) ?? [],
        steps: [{ name: 'voice', ask: 'Who says {n}?' }],
      },
    ],
  },
  { name: 'end', ask: 'End?', when: (answers) => answers.get('title') !== 'short' },
];

/** Gives answers one after the other. */
function tell(...texts: readonly string[]): Conversation {
  return texts.reduce(answer, resume(SCRIPT, new Map()));
}

const FACTS = ['Strike', 'They struck', '2026', '12 were arrested', '', 'the police', ''];

describe('a conversation', () => {
  test('asks one thing after the other, things of a group until one is left empty', () => {
    const asked: (string | undefined)[] = [];
    let now = resume(SCRIPT, new Map());
    for (const text of [...FACTS, 'yes']) {
      asked.push(now.at?.text);
      now = answer(now, text);
    }
    expect(asked).toEqual([
      'Title?',
      'What happened?',
      'When?',
      'What else?',
      'When?',
      'Who says {n}?',
      'What else?',
      'End?',
    ]);
    expect(now.at).toBeUndefined();
  });

  test('needs the first of a group, not the further ones', () => {
    expect(tell('Strike').at).toMatchObject({ key: 'fact.1.text', needed: true });
    expect(tell('Strike', 'They struck', '').at).toMatchObject({ key: 'fact.2.text', needed: false });
  });

  test('goes back as far as one likes, and on to what has no answer', () => {
    const back = goBack(goBack(tell('Strike', 'They struck', '2026')));
    expect(back.at?.key).toBe('fact.1.text');
    // One question at a time, so that an answer that is typed next lands in the next question.
    const next = answer(back, 'They went on strike');
    expect(next.at?.key).toBe('fact.1.date');
    expect(answer(next, '2026').at?.key).toBe('fact.2.text');
    expect(goBack(resume(SCRIPT, new Map())).at?.key).toBe('title');
  });

  test('goes back from the review, and from it to any question', () => {
    const review = tell(...FACTS, 'yes');
    expect(goBack(review).at?.key).toBe('end');
    const changed = answer(goTo(review, 'title'), 'Free them');
    expect(changed.at).toBeUndefined();
    expect(changed.answers.get('title')).toBe('Free them');
  });

  test('goes on where it stopped', () => {
    const stopped = tell('Strike', 'They struck');
    expect(resume(SCRIPT, new Map(stopped.answers)).at?.key).toBe('fact.1.date');
  });

  test('forgets what is no longer asked', () => {
    const review = tell(...FACTS, 'yes');
    const changed = answer(goTo(review, 'fact.2.text'), '15 were arrested');
    expect([...changed.answers.keys()].filter((key) => key.includes('figure'))).toEqual([]);
    expect(changed.at?.key).toBe('fact.2.figure.15.voice');
    expect(answer(goTo(review, 'title'), 'short').answers.has('end')).toBe(false);
  });

  test('closes the gap when a thing is taken out', () => {
    const three = tell('Strike', 'One', '', 'Two', '', 'Three', '', '', 'yes');
    const two = answer(goTo(three, 'fact.2.text'), '');
    expect(Object.fromEntries(two.answers)).toMatchObject({ 'fact.2.text': 'Three', 'fact.3.text': '' });
    expect(two.at).toBeUndefined();
  });
});

test('questions keep their order whatever was answered first', () => {
  const answers = new Map([
    ['end', 'yes'],
    ['title', 'Strike'],
  ]);
  expect(listQuestions(SCRIPT, answers).map(({ key }) => key)).toEqual(['title', 'fact.1.text', 'end']);
  expect([...resume(SCRIPT, answers).answers.keys()]).toEqual(['title', 'end']);
});

describe('an answer is neither lost nor moved', () => {
  /** Numbers that look random and are the same each time (mulberry32). */
  function randomFrom(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), state | 1);
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
      return ((t ^ (t >>> 14)) >>> 0) % below;
    };
  }

  const OF_APPEAL: [string, string][] = [
    ['title', 'Strike'],
    ['lang', 'en'],
    ['issuer', 'Our union'],
  ];
  /** What is asked, the answers that stand there before, and how many ways through it are tried. */
  const ASKED: [string, Script, [string, string][], number][] = [
    ['init', NEW_APPEAL, [], 40],
    ...Object.entries(ONE_MORE).map(([name, script]): (typeof ASKED)[number] => [
      `add ${name}`,
      script,
      OF_APPEAL,
      10,
    ]),
    ['add person', PERSON, [], 10],
    ['add source', SOURCE, [], 10],
    [
      'edit',
      editScript(edited()).script,
      edited().map(({ key, value }): [string, string] => [key, value]),
      20,
    ],
  ];
  const WAYS = ASKED.flatMap(([name, script, begun, ways]) =>
    Array.from({ length: ways }, (_, seed) => ({ name, script, begun, seed })),
  );

  test.each(WAYS)('whatever is pressed in $name: $seed', ({ script, begun, seed }) => {
    const random = randomFrom(seed);
    let now = resume(script, new Map(begun));
    const model = new Map(now.answers);
    for (let i = 0; i < 120; i += 1) {
      const pressed = random(10);
      const { at } = now;
      const all = listQuestions(script, now.answers);
      if (pressed < 2) now = goBack(now);
      else if (pressed === 2 || !at) now = goTo(now, all[random(all.length)]!.key);
      else {
        // What is left empty in a group closes it up: that is another test's.
        const isHead = at.opens !== undefined;
        const text = isHead || at.needed || random(3) > 0 ? `${at.key} ${i}` : '';
        const choice = at.key.endsWith('.who')
          ? `new:${text}`
          : at.key === 'state.is'
            ? STATES[i % 3]!
            : text;
        model.set(at.key, choice);
        now = answer(now, choice);
      }
      const asked = new Set(listQuestions(script, now.answers).map(({ key }) => key));
      for (const key of model.keys()) if (!asked.has(key)) model.delete(key);
      expect(Object.fromEntries(now.answers)).toEqual(Object.fromEntries(model));
      expect(now.at === undefined || asked.has(now.at.key)).toBe(true);
    }
  });

  const said = (key: string, words: string) => (key.endsWith('.who') ? `new:${words}` : `${key} ${words}`);

  test.each(WAYS)(
    'who goes back answers the same questions again, one by one, in $name: $seed',
    ({ script, begun, seed }) => {
      const random = randomFrom(seed);
      let now = resume(script, new Map(begun));
      for (let n = random(12); n > 0 && now.at; n -= 1) now = answer(now, said(now.at.key, 'first'));
      for (let round = 0; round < 4; round += 1) {
        const model = new Map(now.answers);
        const passed = [now.at?.key];
        for (let n = random(8); n > 0; n -= 1) {
          now = goBack(now);
          if (now.at?.key !== passed.at(-1)) passed.push(now.at?.key);
        }
        const here = passed.shift();
        for (const key of passed.reverse()) {
          expect(now.at?.key).toBe(key);
          const text = random(2) === 0 ? model.get(key!)! : said(key!, `${round}`);
          model.set(key!, text);
          now = answer(now, text);
        }
        expect(now.at?.key).toBe(here);
        expect(Object.fromEntries(now.answers)).toEqual(Object.fromEntries(model));
      }
    },
  );

  test('a list becomes several things, and those behind it keep their answers', () => {
    const script: Script = [
      { group: 'demand', steps: [{ name: 'text', ask: 'What?', split: (typed) => typed.split('; ') }] },
    ];
    const two = ['One', 'Two', ''].reduce(answer, resume(script, new Map()));
    const four = answer(goTo(two, 'demand.1.text'), 'One; More; Last');
    expect([...four.answers]).toEqual([
      ['demand.1.text', 'One'],
      ['demand.2.text', 'More'],
      ['demand.3.text', 'Last'],
      ['demand.4.text', 'Two'],
      ['demand.5.text', ''],
    ]);
  });

  test('an emptied answer stays empty', () => {
    const told = tell('Strike', 'They struck', '2026');
    const emptied = answer(goTo(told, 'fact.1.date'), '');
    expect(emptied.answers.get('fact.1.date')).toBe('');
    expect(emptied.at?.key).toBe('fact.2.text');
  });
});

test('at most twelve questions to a letter and a leaflet; the others are there for who goes to them', () => {
  const count = (reply: (key: string) => string) => {
    let now = resume(NEW_APPEAL, new Map());
    let n = 0;
    for (; now.at; n += 1) now = answer(now, reply(now.at.key));
    return n;
  };
  expect(count((key) => (key === 'to.1.who' ? 'kz-de-berlin' : 'x'))).toBe(10);
  expect(count((key) => (key === 'to.1.who' ? 'new:Example Ltd' : 'x'))).toBe(11);
  expect(count((key) => (key === 'to.1.who' ? 'new:Those in charge' : 'x'))).toBe(12);
  expect(listQuestions(NEW_APPEAL, new Map()).length).toBeGreaterThan(14);
});

test('a weekday that doesn’t fit its date is asked about: it may stand as its source has it', () => {
  const asked = (text: string) => {
    const told = [
      ['title', 'Strike'],
      ['lang', 'en'],
      ['issuer', 'Our union'],
      ['fact.1.text', text],
      ['fact.1.date', '2026-05-01'],
      ['fact.1.source', 'Our union'],
    ] as const;
    const { at, answers } = resume(NEW_APPEAL, new Map(told));
    return [at?.key, at?.step.preset?.(answers, at.at, { today: '2026-05-03', language: 'en' })];
  };
  expect(asked('On Friday 1 May 2026 they were jailed.')[0]).toBe('demand.1.text');
  expect(asked('On Monday 1 May 2026 they were jailed.')).toEqual(['fact.1.asSaid', 'Monday 1 May 2026']);
});
