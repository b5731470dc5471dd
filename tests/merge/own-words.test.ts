import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addressLines, attentionOf, salutationOf } from '../../src/merge/address.ts';
import type { Contact } from '../../src/model/contact.ts';
import { bundledWords } from './fixture.ts';

const LANGUAGES = readdirSync('templates/words').map((file) => file.replace('.yaml', ''));

describe.each(LANGUAGES)('%s', (language) => {
  const words = bundledWords(language);

  test('somebody in prison is greeted as one person, not as an office', () => {
    const contact = { id: 'p', kind: 'prisoner', organisation: 'N. N.', languages: [language] } as Contact;
    expect(salutationOf(contact, words)).not.toBe(words.salutation.general);
  });

  test('what names people holds for one name too', () => {
    const [before = ''] = words.labels['we-name'].split('{people}');
    // "the names:", "die Namen:" before a single one.
    expect(before).not.toMatch(
      /(?:names|noms|nombres|nomi|nomes|Namen|имена|імена|jména|attarın|adlarını|аттарын|שמות)\b/iu,
    );
  });
});

test.each(['ru', 'uk'])(
  'a named holder stands in %s as the list has the name, with no title in another case',
  (language) => {
    const words = bundledWords(language);
    const contact = {
      id: 'c',
      kind: 'company',
      organisation: 'ТОО «Пример»',
      holder: 'Пётр Образцов',
      office: 'chief-executive',
      gender: 'male',
      languages: [language],
    } as Contact;
    expect(attentionOf(contact, words)).toBeTruthy();
    expect(addressLines(contact, words, undefined).map(({ text }) => text)).toContain('Пётр Образцов');
  },
);

test('in French, what parts two sources stands apart as French signs do', () => {
  expect(bundledWords('fr').labels['source-join']).toBe('\u00a0; ');
});
