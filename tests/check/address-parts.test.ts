import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { addressOf as readLines } from '../../src/import/text/addressees.ts';
import { readAddress } from '../../src/wizard/read-answer.ts';
import { EXAMPLES } from '../merge/address-examples.ts';

const countries = new Intl.DisplayNames('en', { type: 'region' });
/** A code as it is compared: its country's sign before it and spaces within are the same code. */
const bareCode = (code = '') => code.replace(/^(?:[A-Z]{2}-|AZ)/, '').replace(/[\s-]/g, '');
/** A name as it is compared: capitals leave out accents. */
const bare = (text = '') =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .replace(/[\s-]+/g, ' ');

/** What no line without names of its parts can tell: which of several names is the city, and which a district. */
const UNTELLABLE = ['CHAOYANG DISTRICT', 'MINATO-KU', 'Çankaya/ANKARA'];

test.each(
  EXAMPLES.filter(([, , lines]) => !UNTELLABLE.some((name) => lines.join().includes(name))).map(
    ([country, place, lines]) =>
      [[...lines, countries.of(country)].join(', '), country, place, lines] as const,
  ),
)('as its post writes it: %s', (line, country, place, lines) => {
  const read = readAddress(line);
  expect([bare(read.street), bareCode(read.postalCode), bare(read.city), read.country]).toEqual([
    bare(place.street),
    bareCode(place.postalCode),
    bare(place.city),
    country,
  ]);
  // The same lines one below the other, as a text has them.
  const { postalCode, rest } = readLines(lines, country);
  if (place.postalCode && !/\p{sc=Han}/u.test(line)) {
    expect(bareCode(postalCode)).toBe(bareCode(place.postalCode));
    expect(rest).toEqual([]);
  }
});

test.each([
  ['PO Box 1234, Nairobi, Kenya', ['PO Box 1234', '', 'Nairobi']],
  ['P.O. Box 1234 Kampala, Uganda', ['P.O. Box 1234', '', 'Kampala']],
  ['BP 1234 Yaoundé, Cameroun', ['BP 1234', '', 'Yaoundé']],
  ['B.P. 1234, Djibouti', ['B.P. 1234', '', 'Djibouti']],
  ['Postfach 1234, 10115 Berlin, Germany', ['Postfach 1234', '10115', 'Berlin']],
  ['Postbus 1234, 2500 AA Den Haag, Netherlands', ['Postbus 1234', '2500 AA', 'Den Haag']],
  ['Casilla 12345, Santiago, Chile', ['Casilla 12345', '', 'Santiago']],
  ['а/я 12345, 101000 Москва, Россия', ['а/я 12345', '101000', 'Москва']],
  ['صندوق بريد 12345، القاهرة 11511، مصر', ['صندوق بريد 12345', '11511', 'القاهرة']],
  ['PO Box 1234', ['PO Box 1234', '', '']],
])('the number of a box is no postal code: %s', (line, parts) => {
  const { street = '', postalCode = '', city = '' } = readAddress(line);
  // A state that is one city is its country too.
  expect([street, postalCode, line.endsWith('Djibouti') ? 'Djibouti' : city]).toEqual(parts);
});

test.each([
  [
    'c/o A. Example, 1 Example Road, London SW1A 0AA',
    ['c/o A. Example, 1 Example Road', 'SW1A 0AA', 'London'],
  ],
  [
    'Example House, 12 Example Street, SW1A 0AA London, United Kingdom',
    ['Example House, 12 Example Street', 'SW1A 0AA', 'London'],
  ],
  ['3 Example Crescent London SW1A 0AA', ['3 Example Crescent', 'SW1A 0AA', 'London']],
  ['12 rue Exemple, 1000 Bruxelles', ['12 rue Exemple', '1000', 'Bruxelles']],
  ['Example Avenue 57 1170 BRUSSEL', ['Example Avenue 57', '1170', 'BRUSSEL']],
  ['101000, г. Москва, ул. Примерная, 17, Россия', ['ул. Примерная, 17', '101000', 'Москва']],
  ['ул. Примерная, 17, г. Москва, 101000', ['ул. Примерная, 17', '101000', 'Москва']],
  ['1 شارع المثال، القاهرة ١١٥١١، مصر', ['1 شارع المثال', '11511', 'القاهرة']],
  ['100600，北京市朝阳区范例路1号，中国', ['范例路1号', '100600', '朝阳区']],
  ['广东省深圳市福田区范例路1号', ['福田区范例路1号', '', '深圳市']],
  ['ul. Przykładowa 1/2, 00-001 Warszawa', ['ul. Przykładowa 1/2', '00-001', 'Warszawa']],
  ['1 Example Road, Dublin 2, D02 AF30', ['1 Example Road', 'D02 AF30', 'Dublin 2']],
  ['Praça Exemplo 1, Brasília - DF, 70002-900, Brazil', ['Praça Exemplo 1', '70002-900', 'Brasília']],
  ['House 1, F-8/1, Islamabad-44000, Pakistan', ['House 1, F-8/1', '44000', 'Islamabad']],
  [
    '32/F Example Tower, 1 Example Avenue, Central, Hong Kong',
    ['32/F Example Tower, 1 Example Avenue, Central', '', 'Hong Kong'],
  ],
  ['1401 16th Street NW, Washington, United States', ['1401 16th Street NW', '', 'Washington']],
  ['Example Street 101, Reykjavík, Iceland', ['Example Street 101', '', 'Reykjavík']],
  ['Rue de l’Exemple 1000, Bruxelles, Belgium', ['Rue de l’Exemple 1000', '', 'Bruxelles']],
])('%s', (line, parts) => {
  const { street = '', postalCode = '', city = '' } = readAddress(line);
  expect([street, postalCode, city]).toEqual(parts);
});

test.each([
  [['Ministry of Example', 'Example Street 1234', '1000 Bruxelles'], 'BE', '1000', 'Bruxelles'],
  [['PO Box 12345', 'Nairobi 00100'], 'KE', '00100', 'Nairobi'],
  [['1 Example Road', 'Москва, 101000'], undefined, '101000', 'Москва'],
])('lines below each other: %j', (lines, country, postalCode, city) => {
  expect(readLines(lines, country)).toMatchObject({ postalCode, city });
});

test('addresses of real offices, in each order in which people write them', () => {
  const table: Record<string, string>[] = parse(readFileSync('data/zhanaozen/contacts.csv'), {
    columns: true,
  });
  const offices = table.filter(({ street, city }) => street && city);
  const wrong = offices.flatMap(({ street, postalCode = '', city, country = '' }) => {
    const state = countries.of(country);
    const lines = [
      [street, `${postalCode} ${city}`, state],
      [street, `${city} ${postalCode}`, state],
      [street, city, postalCode, state],
      [street, `${postalCode} ${city}`],
    ].map((parts) => parts.flatMap((part) => part?.trim() || []).join(', '));
    return lines.filter((line) => {
      const read = readAddress(line);
      const isSame = bare(read.street) === bare(street) && bare(read.city) === bare(city);
      return !isSame || bareCode(read.postalCode) !== bareCode(postalCode);
    });
  });
  expect(offices.length).toBeGreaterThan(10);
  expect(wrong).toEqual([]);
});
