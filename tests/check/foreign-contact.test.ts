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
