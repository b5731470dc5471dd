import { expect, test } from 'vitest';
import { readDate } from '../../src/wizard/read-date.ts';

const TODAY = '2026-11-28';

test.each([
  ...['1 May 2026', 'May 1, 2026', '1st of May', 'Friday, 1 May 2026', '2026/5/1', '1.5.2026', '1. 5. 26'],
  ...['1. Mai 2026', 'Freitag, den 1. Mai', '1 мая 2026 г.', '1 травня 2026 року', '1 de mayo de 2026'],
  ...['le 1er mai 2026', '2026年5月1日', '5月1日', '1 maja 2026 r.', '1 Mayıs 2026', '1° maggio 2026'],
  ...['1 de maio de 2026', '2026 жылғы 1 мамыр', '١ مايو ٢٠٢٦', '1.5.'],
])('%s', (typed) => {
  expect(readDate(typed, TODAY)).toBe('2026-05-01');
});

test.each([
  ['May 2026', '2026-05'],
  ['mai 2026', '2026-05'],
  ['05/2026', '2026-05'],
  ['2026', '2026'],
  ['31/5/2026', '2026-05-31'],
  ['5/31/2026', '2026-05-31'],
  ['yesterday', '2026-11-27'],
  ['вчера', '2026-11-27'],
  ['ayer', '2026-11-27'],
  ['25 Dec', '2025-12-25'],
])('%s is %s', (typed, day) => {
  expect(readDate(typed, TODAY)).toBe(day);
});

test('a day without a year is the next one for what is to come', () => {
  expect(readDate('25 Dec', TODAY, true)).toBe('2026-12-25');
  expect(readDate('5 января', TODAY, true)).toBe('2027-01-05');
});

test.each([
  '3/4/2026',
  '31.4.2026',
  'soon',
  '12 strikers',
  '1 May 2 June',
  '1 May 2025 2026',
  '0 May 2026',
  '',
])('nobody can tell which day is %j', (typed) => {
  expect(readDate(typed, TODAY)).toBeUndefined();
});

// The 28th of November 2026 is a Saturday.
test.each([
  ...[
    ['next Friday', '2026-12-04'],
    ['nächsten Freitag', '2026-12-04'],
    ['am Montag', '2026-11-30'],
  ],
  ...[
    ['el próximo viernes', '2026-12-04'],
    ['vendredi prochain', '2026-12-04'],
    ['в пятницу', '2026-12-04'],
  ],
  ...[
    ['в эту среду', '2026-12-02'],
    ['у п’ятницю', '2026-12-04'],
    ['Saturday', '2026-12-05'],
  ],
  ...[
    ['übermorgen', '2026-11-30'],
    ['pasado mañana', '2026-11-30'],
    ['в пятницу, 11 декабря', '2026-12-11'],
  ],
])('a day to come: %s is %s', (typed, day) => {
  expect(readDate(typed, TODAY, true)).toBe(day);
});

test.each([
  ['Friday', '2026-11-27'],
  ['last Friday', '2026-11-27'],
  ['letzten Montag', '2026-11-23'],
  ['el lunes pasado', '2026-11-23'],
  ['в прошлую среду', '2026-11-25'],
])('a day that was: %s is %s', (typed, day) => {
  expect(readDate(typed, TODAY)).toBe(day);
});

test('a day that was is none to come', () => {
  expect(readDate('last Friday', TODAY, true)).toBeUndefined();
});
