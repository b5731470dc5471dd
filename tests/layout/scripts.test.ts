import { expect, test } from 'vitest';
import { findScriptRuns, scriptOfLanguage } from '../../src/layout/scripts.ts';

const runs = (text: string, language = 'en') =>
  findScriptRuns(text, language).map(({ start, end, script }) => `${text.slice(start, end)}:${script}`);

test('spaces, digits and signs go with what stands before them, at the start with what follows', () => {
  expect(runs('“12 Жаңаөзен, abc” 3')).toEqual(['“12 Жаңаөзен, :Cyrl', 'abc:Latn', '” 3:Cyrl']);
  expect(runs('… 70 وفق')).toEqual(['… 70 وفق:Arab']);
});

test('marks go with their letter, also those of another script’s range', () => {
  expect(runs('а́б e\u0301')).toEqual(['а́б :Cyrl', 'e\u0301:Latn']);
});

test('signs that several scripts share keep a run together where they fit', () => {
  expect(runs('मैं । हूँ')).toEqual(['मैं । हूँ:Deva']);
  expect(runs('東京、そう')).toEqual(['東京、:Hani', 'そう:Hira']);
  expect(runs('カー')).toEqual(['カー:Kana']);
});

test('a closing bracket is in the script of its opening one', () => {
  expect(runs('abc (עיר) def')).toEqual(['abc (:Latn', 'עיר:Hebr', ') def:Latn']);
});

test('a text of no script is in that of its language', () => {
  expect(runs('12.5', 'ar')).toEqual(['12.5:Arab']);
  expect(runs('12.5', 'zh-Hans')).toEqual(['12.5:Hani']);
  expect(scriptOfLanguage('kk')).toBe('Cyrl');
  expect(scriptOfLanguage('ko')).toBe('Hang');
});

test('every script is told apart, beyond the first plane too', () => {
  expect(runs('𞤀𞤁 ꓐ ᬅ ꦲ')).toEqual(['𞤀𞤁 :Adlm', 'ꓐ :Lisu', 'ᬅ :Bali', 'ꦲ:Java']);
});

test('both quotation marks are of one font: that of the text around them', () => {
  expect(runs('the “释放” of all', 'en')).toEqual(['the “:Latn', '释放:Hani', '” of all:Latn']);
});

test.each([
  ['Иван · Москва', 'Cyrl'],
  ['Ко\u02bcжна о\u0301', 'Cyrl'],
  ['محمد · مثال', 'Arab'],
  ['דוד · דוגמה', 'Hebr'],
])('a sign that only a newer Unicode gives to some scripts parts nothing: %s', (text, script) => {
  expect(findScriptRuns(text, 'en').map((run) => run.script)).toEqual([script]);
});
