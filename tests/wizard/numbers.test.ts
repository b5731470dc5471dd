import { expect, test } from 'vitest';
import { listNumbers, putFigure } from '../../src/wizard/numbers.ts';

test.each([
  ['On 1 May the police arrested 12 strikers.', '2026-05-01', ['12']],
  ['On May 1 police arrested 12 strikers.', '2026-05-01', ['12']],
  ['On 16 December 2025 guards wounded 16 people.', '2025-12-16', ['16']],
  ['On 2 May 30 people were fined.', '2026-05-02', ['30']],
  ['2 unionists, A and B, are in prison.', '2026-02', ['2']],
  ['El 3 de marzo detuvieron a 3 personas.', '2026-03-03', ['3']],
  ['2 профсоюзника арестованы 3 марта.', '2026-02', ['2']],
])('%s', (sentence, date, values) => {
  expect(listNumbers(sentence, date).map(({ value }) => value)).toEqual(values);
});

test.each([
  [
    'Police shot 10 people in the square, according to the government.',
    'Police shot {people} in the square.',
  ],
  ['Police shot, according to the government, 10 people.', 'Police shot {people}.'],
  ['According to the government, 10 people were shot.', '{people} were shot.'],
  ['10 people were shot.', '{people} were shot.'],
])('a voice that the sentence names is said once: %s', (sentence, put) => {
  const [number] = listNumbers(sentence, undefined);
  const told = { unit: 'people', quantity: 'people', voice: 'according to the government' };
  expect(putFigure(sentence, number!, told)).toBe(put);
});
