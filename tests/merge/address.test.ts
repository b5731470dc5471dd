import { describe, expect, test } from 'vitest';
import { addressLines, inLatin } from '../../src/merge/address.ts';
import { type Place, placeLines } from '../../src/merge/address-formats.ts';
import type { Contact } from '../../src/model/contact.ts';
import { EXAMPLES } from './address-examples.ts';
import { bundledWords } from './fixture.ts';

test.each(EXAMPLES)('%s %j', (country, place, lines) => {
  const locale = { GR: 'el', AZ: 'en', TR: 'tr' }[country] ?? 'en';
  expect(placeLines({ ...place, country }, true, locale)).toEqual(lines);
});

test('what is missing leaves no gap and no sign', () => {
  const lines = (place: Place) => placeLines(place, false, 'en');
  expect(lines({ country: 'US', city: 'Washington', postalCode: '20036' })).toEqual(['WASHINGTON 20036']);
  expect(lines({ country: 'BR', city: 'Brasília' })).toEqual(['BRASÍLIA']);
  expect(lines({ country: 'PK', city: 'Islamabad' })).toEqual(['Islamabad']);
  expect(lines({ country: 'LV', postalCode: '1010' })).toEqual(['LV-1010']);
  expect(lines({ country: 'JP', region: 'Tokyo' })).toEqual(['Tokyo']);
  expect(lines({})).toEqual([]);
});

describe('an address', () => {
  const contact: Contact = {
    id: 'x',
    kind: 'authority',
    organisation: 'Beispiel',
    street: 'Beispielstraße 1',
    postalCode: '13156',
    city: 'Berlin',
    country: 'DE',
    languages: ['de'],
    source: 'made up for a test',
  };
  const lines = (country: string | undefined, target = contact) =>
    addressLines(target, bundledWords('en'), country ? { name: 'N', country } : undefined).map(
      ({ text }) => text,
    );

  test('within the country has no country, and capitals only where the post asks for them', () => {
    expect(lines('DE')).toEqual(['Beispiel', 'Beispielstraße 1', '13156 Berlin']);
    expect(lines('FR', { ...contact, country: 'FR', city: 'Paris' })).toContain('13156 PARIS');
  });

  test.each([
    ['GB', 'GERMANY'],
    ['FR', 'ALLEMAGNE'],
    ['RU', 'ГЕРМАНИЯ'],
    ['TR', 'ALMANYA'],
    ['JP', 'GERMANY'],
    [undefined, 'GERMANY'],
  ])('from %s ends with %s, as the sender’s post reads it', (country, last) => {
    expect(lines(country).slice(-2)).toEqual(['13156 BERLIN', last]);
  });
});

test.each([
  ['ja', '閣下', '様'],
  ['ko', '각하', '귀하'],
])(
  '%s honours a named holder once, by the name, and one without a name by the office',
  (tag, office, name) => {
    const honours = (holder: string | undefined, of: Contact['office']) =>
      addressLines(
        {
          id: 'x',
          kind: 'embassy',
          organisation: 'X',
          office: of,
          holder,
          languages: [tag],
          source: 'made up',
        },
        bundledWords(tag),
        undefined,
      )
        .map(({ text }) => text)
        .join('\n');
    for (const of of ['ambassador', 'nuncio', 'high-commissioner', 'head-of-state'] as const) {
      expect(honours('N. N.', of)).toContain(name);
      expect(honours('N. N.', of)).not.toContain(office);
      expect(honours(undefined, of)).toContain(office);
    }
  },
);

describe('an address in other letters', () => {
  const tbilisi: Contact = {
    id: 'x',
    kind: 'embassy',
    organisation: { en: 'Embassy of Exampleland', ka: 'საელჩო' },
    street: 'მაგალითის ქ. 1',
    postalCode: '0179',
    city: 'თბილისი',
    addressLatin: ['Magalitis St. 1', '0179 TBILISI'],
    country: 'GE',
    languages: ['ka'],
    source: 'made up for a test',
  };
  const lines = (target: Contact, country: string) =>
    addressLines(target, bundledWords('en'), { name: 'N', country }).map(({ text }) => text);

  test('has a line in Latin ones for post from abroad, over the country', () => {
    expect(lines(tbilisi, 'FR')).toEqual([
      'Embassy of Exampleland',
      'The Ambassador',
      'მაგალითის ქ. 1',
      '0179 თბილისი',
      'Magalitis St. 1, 0179 TBILISI',
      'GÉORGIE',
    ]);
    expect(lines(tbilisi, 'GE')).not.toContain('Magalitis St. 1, 0179 TBILISI');
  });

  test('takes six lines at most', () => {
    const long = lines({ ...tbilisi, holder: 'Jane Q. Sample' }, 'FR');
    expect(long.slice(3)).toEqual([
      'მაგალითის ქ. 1, 0179 თბილისი',
      'Magalitis St. 1, 0179 TBILISI',
      'GÉORGIE',
    ]);
    expect(long).toHaveLength(6);
  });

  test('stands in Latin ones alone where no font has the others', () => {
    expect(lines(inLatin(tbilisi, ['თ', 'ქ'])!, 'FR')).toEqual([
      'Embassy of Exampleland',
      'The Ambassador',
      'Magalitis St. 1',
      '0179 TBILISI',
      'GÉORGIE',
    ]);
    expect(inLatin({ ...tbilisi, addressLatin: undefined }, ['თ'])).toBeUndefined();
    expect(inLatin({ ...tbilisi, organisation: 'საელჩო' }, ['ს'])).toBeUndefined();
    expect(inLatin(inLatin(tbilisi, ['თ'])!, ['თ'])).toBeUndefined();
  });
});

test.each([
  ['HK', 'Hong Kong', 'DE', ['1 Example Road', 'HONGKONG']],
  ['HK', 'Hong Kong', 'GB', ['1 Example Road', 'HONG KONG']],
  ['HK', 'Hong Kong', 'HK', ['1 Example Road', 'Hong Kong']],
  ['SG', 'Singapore', 'GB', ['1 Example Road', 'SINGAPORE']],
])('in %s the city %s isn’t said twice to senders in %s', (country, city, from, expected) => {
  const target: Contact = {
    id: 'x',
    kind: 'company',
    organisation: 'Example Ltd',
    street: '1 Example Road',
    city,
    country,
    languages: ['en'],
    source: 'made up for a test',
  };
  const lines = addressLines(target, bundledWords('en'), { name: 'N', country: from });
  expect(lines.map(({ text }) => text).slice(-2)).toEqual(expected);
});
