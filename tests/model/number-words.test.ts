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
  expect(findNumberWords('One of us, often, a twofold wage; three thousand two', 'en')).toEqual([]);
});

test.each([
  ['en', 'Twenty-one strikers and thirty two drivers', '21 32'],
  ['en', 'a three-day strike of one shift', ''],
  ['en', 'one hundred and twenty, two hundred of them', ''],
  ['de', 'dreiundzwanzig und einunddreißig', '23 31'],
  ['fr', 'vingt et un grévistes, trente-deux mineurs', '21 32'],
  ['fr', 'quatre et cinq', '4 5'],
  ['es', 'treinta y dos mineros, veintitrés obreras', '32 23'],
  ['it', 'ventuno operai e trentadue operaie', '21 32'],
  ['ru', 'двадцать три рабочих', '23'],
  ['cs', 'dvanáct stávkujících, dvacet tři zraněných', '12 23'],
  ['hi', 'बारह मज़दूर', '12'],
  ['fa', 'دوازده کارگر', '12'],
  ['he', 'שבעה עובדים', '7'],
  ['ar', 'سبعة عمال', '7'],
])('%s: %s', (language, text, values) => {
  expect(
    findNumberWords(text, language)
      .map(({ value }) => value)
      .join(' '),
  ).toBe(values);
});
