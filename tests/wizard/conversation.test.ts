import { describe, expect, test } from 'vitest';
import { answer, type Conversation, goBack, goTo, resume } from '../../src/wizard/conversation.ts';
import { listQuestions, type Script } from '../../src/wizard/script.ts';

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
    expect(answer(back, 'They went on strike').at?.key).toBe('fact.2.text');
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
