import { describe, expect, test } from 'vitest';
import { checkContacts } from '../../src/check/contacts.ts';
import type { Contact } from '../../src/model/contact.ts';
import type { LocatedFile } from '../../src/read/source.ts';

const WHOLE: Contact = {
  id: 'a',
  kind: 'company',
  organisation: 'Example Ltd',
  street: '1 Example Road',
  postalCode: 'EX1 1EX',
  city: 'Exampleton',
  country: 'GB',
  languages: ['en'],
  source: 'made up for a test',
  verified: { on: '2026-01-01', by: 'us' },
};

/** A file where contact i stands in line i + 2. */
const file: LocatedFile = {
  file: 'contacts.csv',
  text: '',
  sha256: '',
  data: [],
  locate: ([index]) => ({ file: 'contacts.csv', line: Number(index) + 2 }),
  locateKey: () => ({ file: 'contacts.csv' }),
};

function check(contacts: readonly Partial<Contact>[], today = '2026-06-01', maxAge = 365) {
  const located = contacts.map((contact, i) => ({ value: { ...WHOLE, ...contact }, path: [i] }));
  return checkContacts(located, file, { today, maxAge });
}

describe('one contact', () => {
  test('that is whole and verified is fine', () => {
    expect(check([{}])).toEqual([]);
  });

  test.each<[string, Partial<Contact>, string, string]>([
    ['without any channel', { street: undefined }, 'no-channel', 'no channel is known'],
    [
      'with a street and no city',
      { city: undefined, email: ['a@example.org'] },
      'incomplete-address',
      'no city',
    ],
    ['without its country', { country: undefined }, 'incomplete-address', 'no country'],
    [
      'without a postal code where there are some',
      { postalCode: undefined },
      'incomplete-address',
      'United Kingdom',
    ],
    ['with a postal code of another form', { postalCode: '13156' }, 'bad-postal-code', '"13156"'],
    [
      'whose zero a spreadsheet dropped',
      { postalCode: '10000', country: 'KZ', languages: ['ru'] },
      'bad-postal-code',
      'Kazakhstan',
    ],
    ['with a number that can’t be', { phone: ['+44 20'] }, 'bad-phone', '+44 20'],
    ['with a fax in another country', { fax: ['+49 30 47007131'] }, 'phone-country', 'United Kingdom'],
    ['whose languages nobody there reads', { languages: ['ja'] }, 'unlikely-language', 'reads ja'],
    ['that is a mission at home', { kind: 'embassy', represents: 'GB' }, 'unlikely-country', 'itself'],
    ['that was never verified', { verified: undefined }, 'not-verified', 'never'],
    ['verified long ago', { verified: { on: '2025-05-31', by: 'us' } }, 'stale-contact', '2025-05-31'],
    ['verified in a year long gone', { verified: { on: '2024', by: 'us' } }, 'stale-contact', '2024'],
    [
      'that is defunct',
      { defunct: '2020', verified: undefined, street: undefined },
      'defunct-contact',
      '2020',
    ],
  ])('%s', (_, change, code, message) => {
    const found = check([change]);
    expect(found).toMatchObject([{ code, message: expect.stringContaining(message), at: { line: 2 } }]);
  });

  test.each<[string, Partial<Contact>]>([
    [
      'a mission that reads the language of its own state',
      { kind: 'embassy', represents: 'DE', languages: ['de'] },
    ],
    [
      'Kazakhstan’s numbers, which share +7 with Russia’s',
      { country: 'KZ', postalCode: 'A10B7C8', languages: ['kk', 'ru'], phone: ['+7 7292 47 32 22'] },
    ],
    ['an extension', { phone: ['+44 20 7925 1757 ext. 107'] }],
    ['a country without postal codes', { country: 'HK', postalCode: undefined, languages: ['zh-Hant'] }],
    ['verified last December, to the month', { verified: { on: '2025-12', by: 'us' } }],
    ['verified last year, to the year', { verified: { on: '2025', by: 'us' } }],
  ])('%s is fine', (_, change) => {
    expect(check([change])).toEqual([]);
  });

  test('the age is counted in days', () => {
    expect(check([{ verified: { on: '2026-05-01', by: 'us' } }], '2026-06-01', 30)).toMatchObject([
      { code: 'stale-contact' },
    ]);
    expect(check([{ verified: { on: '2026-05-02', by: 'us' } }], '2026-06-01', 30)).toEqual([]);
  });
});

describe('two contacts', () => {
  test.each<[string, Partial<Contact>, Partial<Contact>, string]>([
    [
      'Wikidata item',
      { wikidata: 'Q1', organisation: 'A' },
      { wikidata: 'Q1', organisation: 'B' },
      'organisation differ',
    ],
    [
      'name and city',
      { organisation: 'Société d’Exemple' },
      { organisation: 'SOCIETE D EXEMPLE', street: '2 Other Road' },
      'organisation, street differ',
    ],
    [
      'name and city',
      { organisation: { en: 'A', ru: 'А-завод' } },
      { organisation: { ru: 'А-Завод' } },
      'organisation differ',
    ],
    [
      'e-mail address',
      { organisation: 'A', email: ['a@example.org'] },
      { organisation: 'B', email: ['A@example.org'] },
      'organisation, email differ',
    ],
    [
      'state, kind and city',
      { kind: 'embassy', represents: 'KZ' },
      { kind: 'embassy', represents: 'KZ' },
      'nothing else differs',
    ],
  ])('with the same %s', (reason, a, b, differ) => {
    expect(check([a, { ...b, id: 'b' }])).toMatchObject([
      {
        severity: 'warning',
        code: 'duplicate-contact',
        message: `b has the same ${reason} as a in line 2; ${differ}.`,
        at: { line: 3 },
      },
    ]);
  });

  test.each<[string, Partial<Contact>, Partial<Contact>]>([
    ['in two cities', {}, { city: 'Otherton' }],
    ['of two kinds', {}, { kind: 'union' }],
    ['for which Wikidata has an item each', { wikidata: 'Q1' }, { wikidata: 'Q2' }],
  ])('%s are two', (_, a, b) => {
    expect(check([a, { ...b, id: 'b' }])).toEqual([]);
  });
});
