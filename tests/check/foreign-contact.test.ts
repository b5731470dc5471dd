import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ContactColumn } from '../../src/check/contact-columns.ts';
import { completeContact, understandRow } from '../../src/check/foreign-contact.ts';
import { CONTACT_FIELDS, contact } from '../../src/model/contact.ts';

/** Values that some field takes, so that every field is met with right and with wrong ones. */
const TYPICAL = [
  'kz-de-berlin',
  'con',
  'embassy',
  'Botschaft von Kasachstan',
  'KZ;DE',
  'Kazakhstan|France',
  'female',
  'ambassador',
  '010000',
  'a;b;c;d;e;f;g;h',
  '+49 30 47007111',
  'a@example.org; b@example.org',
  'mailto:<a@example.org>',
  'www.example.org',
  'https://example.org/ñ?q=1',
  'javascript:alert(1)',
  'de, ru; kk',
  '2011-12-16',
  '16.12.2011',
  '2011-02-30',
  'undated',
  'http://www.wikidata.org/entity/Q16867391',
  'Q0x',
];
const columns: ContactColumn[] = [
  ...CONTACT_FIELDS,
  'organisation.en',
  'organisation.kk',
  'organisation.zh-Hans',
];
// Cells come trimmed and never empty: that is what readers hand on.
const cell = fc
  .oneof(fc.constantFrom(...TYPICAL), fc.string({ unit: 'grapheme', maxLength: 80 }))
  .map((text) => text.trim())
  .filter((text) => text !== '');

test('what is understood of a row is what the model of a contact lets through', () => {
  const row = fc.uniqueArray(
    fc.tuple(fc.constantFrom(...columns), fc.array(cell, { minLength: 1, maxLength: 2 })),
    {
      selector: ([column]) => column,
    },
  );
  fc.assert(
    fc.property(row, (cells) => {
      const { draft } = understandRow(new Map(cells));
      if (draft) expect(contact.safeParse(completeContact(draft, 'x', 'x')).error?.issues ?? []).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['1 Example Road, 12345 Musterstadt, Germany', '1 Example Road|12345|Musterstadt|DE'],
  ['12 rue de l’Exemple\n75001 Paris\nFrance', '12 rue de l’Exemple|75001|Paris|FR'],
  // Mailchimp: two spaces between the parts, an empty one for the state.
  ['Vzorová 12  Praha    110 00  CZ', 'Vzorová 12|110 00|Praha|CZ'],
  ['1 Example Rd, Suite 5, Sampleton, NY 10001, USA', '1 Example Rd, Suite 5|10001|Sampleton|US'],
  // Nothing tells a town here: it stays as it is, and the state of Georgia is no country.
  ['Block 5, Example Park', 'Block 5, Example Park|||'],
  ['1 Example Rd, Sampleton, GA', '1 Example Rd, Sampleton, GA|||'],
])('an address that stands in one cell is divided: %s', (street, parts) => {
  const { draft } = understandRow(
    new Map<ContactColumn, string[]>([
      ['organisation', ['Example']],
      ['street', [street]],
    ]),
  );
  expect([draft?.street, draft?.postalCode, draft?.city, draft?.country].join('|')).toBe(parts);
});

test('a department hides no company, and an organisation is nobody who works there', () => {
  const { draft } = understandRow(
    new Map<ContactColumn, string[]>([
      ['organisation', ['Muster & Söhne AG, Vertrieb']],
      ['name', ['Muster & Söhne AG, Vertrieb']],
    ]),
  );
  expect(draft).toEqual({ kind: 'company', organisation: 'Muster & Söhne AG, Vertrieb' });
});
