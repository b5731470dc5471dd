import { expect, test } from 'vitest';
import { findNumberWords } from '../../src/model/number-words.ts';

test.each([
  ['en', 'Twelve strikers were arrested.', '12'],
  ['es', 'Los tres delegados', '3'],
  ['de', 'zwölf Streikende', '12'],
  ['ru', 'арест двенадцати рабочих', '12'],
  ['uk', 'п’ятьох заарештовано', '5'],
  ['pl', 'dwóch delegatów', '2'],
])('a number word in %s: %s', (language, text, value) => {
  expect(findNumberWords(text, language).map((found) => found.value)).toEqual([value]);
});

test('articles, other words and parts of a longer number are none', () => {
  expect(findNumberWords('One of us, often, a twofold wage; twenty two', 'en')).toEqual([]);
});
