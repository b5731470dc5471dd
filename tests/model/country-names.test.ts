import { expect, test } from 'vitest';
import { isCountry, PART_OF } from '../../src/model/country.ts';
import { countryOf } from '../../src/model/country-names.ts';

test.each([
  ['Canary Islands', 'ES'],
  ['Canarias', 'ES'],
  ['Ceuta & Melilla', 'ES'],
  ['Ascension Island', 'SH'],
  ['IC', 'ES'],
])('%s is written to as a part of %s', (name, country) => {
  expect(countryOf(name)).toBe(country);
});

test('a part is no country, and lies in one', () => {
  for (const [part, country] of Object.entries(PART_OF))
    expect([isCountry(part), isCountry(country)], part).toEqual([false, true]);
});

test('the countries are those of ISO 3166-1, and Kosovo', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const all = letters.flatMap((a) => letters.map((b) => a + b)).filter(isCountry);
  expect(all).toHaveLength(250);
  expect(all).toContain('XK');
});
