import { expect, test } from 'vitest';
import { placeLines } from '../../src/merge/address-formats.ts';
import { COUNTRIES } from '../../src/model/regions.ts';
import data from './libaddressinput.json' with { type: 'json' };

/**
 * Google's libaddressinput (source, day and rights stand in the data) has the fields of an address of each country in
 * its order. Ours are compared by program; where they differ the reason stands here.
 */
const WHY: Readonly<Record<string, string>> = {
  'no postal code':
    'they have no postal code and no place for one: ours is in the usual place, for a code of later date',
  prefix: 'the country once more before the code: the last line of ours says it',
  'prefix of ours': 'the letters belong to the code, as their own examples have it, without a space',
  city: 'one city, which theirs puts in itself: ours stands in the data',
  island: 'the name of the island or territory is the country’s line of ours',
  state: 'its code is fixed there: in ours it stands in the data',
  sign: 'a sign between two fields, on which the country’s post and theirs differ',
  emirate: 'theirs has no city at all: in ours one that is known stays',
  order:
    'theirs is the order within the country, with the largest first; post from abroad has the street first',
  lines: 'the same in fewer lines: a window has room for six',
  garbled: 'theirs leaves no space',
};

const DIFFERENCES: Readonly<Record<keyof typeof WHY, string>> = {
  'no postal code':
    'AG AO AW BF BI BJ BO BQ BW BZ CD CF CG CI CK CM CW DJ DM ER FJ GA GD GH GM GN GQ GY KM LC LY ML MR MS MW NU PS QA RW SB SL SS ST SX SY TD TG TK TL TO UG VU WS YE ZW',
  prefix: 'CH FI FO HR LI LU MC SE SI',
  'prefix of ours': 'AZ LV',
  city: 'GI MO SG',
  island: 'AX GG JE',
  state: 'PR',
  sign: 'BD BR BY CA GT NL US',
  emirate: 'AE KY NR',
  order: 'IR KZ',
  lines: 'CN JP',
  garbled: 'MZ',
};

test('addresses of all countries have the parts and the order of libaddressinput, but for what is known to differ', () => {
  const found = COUNTRIES.filter((country) => ours(country, 'Region') !== theirs(country, 'Region'));
  const known = new Map(
    Object.entries(DIFFERENCES).flatMap(([why, codes]) => codes.split(' ').map((code) => [code, why])),
  );
  expect(found.filter((code) => !known.has(code)).map((code) => [code, ours(code), theirs(code)])).toEqual(
    [],
  );
  expect([...known.keys()].filter((code) => !found.includes(code))).toEqual([]);
  expect(Object.keys(DIFFERENCES)).toEqual(Object.keys(WHY));
});

test('a region stands in the address wherever libaddressinput has one, and nowhere else but in ours for post', () => {
  const has = (lines: string) => lines.includes('Region');
  expect(COUNTRIES.filter((code) => has(theirs(code)) && !has(ours(code)))).toEqual([]);
  // Its code is a part of theirs.
  expect(COUNTRIES.filter((code) => has(ours(code)) && !has(theirs(code)))).toEqual(['PR']);
});

test('district and province of Türkiye, in whichever field they stand; a region called as its city stands once', () => {
  const lines = (place: object) => placeLines(place, false, 'en');
  const tr = { country: 'TR', postalCode: '06420' };
  expect(lines({ ...tr, city: 'Çankaya', region: 'Ankara' })).toEqual(['06420 Çankaya/Ankara']);
  expect(lines({ ...tr, city: 'Ankara', region: 'Çankaya' })).toEqual(['06420 Çankaya/Ankara']);
  expect(lines({ country: 'ES', postalCode: '28013', city: 'Madrid', region: 'MADRID' })).toEqual([
    '28013 MADRID',
  ]);
  expect(
    lines({ country: 'US', city: 'New York', region: 'New York', postalCode: '10001' })[0]?.toLowerCase(),
  ).toBe('new york new york 10001');
});

const FIELDS = { A: 'Street 1', C: 'Town', Z: '1234' };

function theirs(code: string, region = 'Region'): string {
  const { fmt = '%N%n%O%n%A%n%C', lfmt } = (
    data.countries as Record<string, { fmt?: string; lfmt?: string }>
  )[code] ?? { fmt: undefined };
  return (lfmt ?? fmt)
    .replaceAll(/%([ACSZ])/g, (_, field: string) => ({ ...FIELDS, S: region })[field]!)
    .split('%n')
    .map((line) =>
      line
        .replaceAll(/%[A-Z]/g, '')
        .replace(/^[ ,]+/, '')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n');
}

function ours(code: string, region = 'Region'): string {
  const place = { street: FIELDS.A, city: FIELDS.C, postalCode: FIELDS.Z, region, country: code };
  return placeLines(place, false, 'en').join('\n').replace('TOWN', 'Town');
}
