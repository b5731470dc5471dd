import { describe, expect, test } from 'vitest';
import { checkBudget } from '../../src/merge/budget.ts';
import { handbill } from '../commands/run.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { makeFolder } from '../folder.ts';

const found = (...texts: string[]) =>
  checkBudget({
    material: 'leaflet',
    kind: 'picket',
    language: 'zh',
    direction: 'ltr',
    title: 'x',
    blocks: texts.map((text) => ({ kind: 'paragraph', role: 'body', content: [{ kind: 'text', text }] })),
    reads: [],
  }).map(({ wording }) => wording);

describe('what is too long to be laid out', () => {
  test.each(['他们在那里被捕了', '彼らはそこで逮捕された', 'พวกเขาถูกจับกุมที่นั่น', 'ពួកគេត្រូវបានចាប់ខ្លួន', 'བོད་ཡིག་'])(
    'a paragraph of a script that puts no spaces between words is no long word: %s',
    (text) => expect(found(text.repeat(300))).toEqual([]),
  );

  test('a word of other letters is, also between such', () => {
    expect(found(`他们${'x'.repeat(1_001)}被捕了`)).toEqual(['too-large/word']);
    expect(found(`他们${'x'.repeat(1_000)}被捕了`)).toEqual([]);
  });

  test('Chinese takes as long to lay out as three times as many Latin letters', () => {
    expect(found(...Array(11).fill('字'.repeat(9_999)))).toEqual(['too-large/document']);
    expect(found(...Array(11).fill('a '.repeat(4_999)))).toEqual([]);
  });
});

test.each([
  [
    'facts.csv:2:',
    'On 1 May 2026 twelve strikers were arrested.',
    'They were arrested. '.repeat(600),
    'A paragraph',
  ],
  ['facts.csv:2:', 'On 1 May 2026 twelve strikers were arrested.', 'x'.repeat(1_001), 'A word'],
  ['appeal.yaml:30:', 'Release them', `a${'\u0301'.repeat(33)}`, 'A letter'],
])('it is told at its place in the data: %s', async (place, was, now, what) => {
  const files = Object.entries(smallAppeal('a')).map(([name, text]) => [name, text.replace(was, now)]);
  const cwd = await makeFolder(Object.fromEntries(files));
  const { code, stderr } = await handbill(cwd, 'letters a --format txt');
  expect(code).toBe(1);
  expect(stderr.replace(/\s+/g, ' ')).toMatch(
    new RegExp(`a/${place}\\d+ error letters/example-ltd\\.en isn’t made: ${what} has more than`),
  );
});
