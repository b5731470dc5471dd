import { expect, test } from 'vitest';
import { findKept, KEPT } from '../../src/model/kept-together.ts';
import { drawFrom } from '../torture/draw.ts';

/** Pieces of dates, times, numbers, titles and places, as the languages of letters write them. */
const PIECES = [
  ...['May 1', 'December 16, 2011', '1,', '12 h 30', 'в 9.00', 'um 18 Uhr'],
  ...'16 1 2011 ٣ 70 000 18:30 18h 6 pm 5 ч 9.00 12 h 30 giờ May December de del of мая 1er 1. 1, 2. 年 名 5월 2011년'.split(
    ' ',
  ),
  ...'% € kg km² m³ Uhr heures годин чел грн EUR EURO жыл жылғы tháng năm ngày godz. godzinie в at às o kl. saat'.split(
    ' ',
  ),
  ...'г-н п-ні г- § № No° N° No: art. p. стр. IV XL Mr Mrs. Dr Sra господин A. Б. Γ. 𐐀. Smith Иванов ул. пр. Rue. Av.da. Ленина'.split(
    ' ',
  ),
  ...'– — « “ ( т. е. z. B. d. h. и д. i e. mai Aralık қаңтар września r. г. гр. , . word слово बजे'.split(
    ' ',
  ),
];

test('what a text lacks is seen by a look: no pattern would find anything in it', () => {
  const random = drawFrom(2011);
  const draw = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const found = new Set<number>();
  for (let round = 0; round < 6000; round += 1) {
    const text = Array.from(
      { length: 2 + Math.floor(random() * 6) },
      () => draw(PIECES) + draw([' ', ' ', ' ', '', '\u00a0', '\n']),
    ).join('');
    for (const [number, [looked, pattern]] of KEPT.entries()) {
      if (text.search(pattern) < 0) continue;
      found.add(number);
      expect(looked.test(text), `${JSON.stringify(text)}: ${pattern}`).toBe(true);
    }
  }
  expect(KEPT.filter((_, number) => !found.has(number))).toEqual([]);
});

test.each([
  ['on 16 December 2011 at 18:30', 'en', false, [6, 15, 23]],
  ['on 16 December 2011 at 18:30', 'en', true, [6, 23]],
  ['70 человек', 'ru', false, []],
  ['в Жанаозене', 'ru', false, [2]],
])('%s (%s, %s)', (text, language, yearApart, places) => {
  expect([...new Set(findKept(text, language, yearApart))].toSorted((a, b) => a - b)).toEqual(places);
});
