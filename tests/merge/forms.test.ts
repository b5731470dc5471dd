import { describe, expect, test } from 'vitest';
import { addressLines, attentionOf, salutationOf, senderLines } from '../../src/merge/address.ts';
import { countryLine, formatDate, formatMoment } from '../../src/merge/forms.ts';
import { bundledWords, company, embassy, firstText } from './fixture.ts';

const en = bundledWords('en');
const de = bundledWords('de');

const textsOf = (lines: readonly { text: string }[]) => lines.map(({ text }) => text);

describe('dates', () => {
  test.each([
    ['2011-12-16', 'en', '16 December 2011'],
    ['2011-12', 'en', 'December 2011'],
    ['2011', 'en', '2011'],
    ['2011-12-16', 'de', '16. Dezember 2011'],
    ['2011-12-16', 'es', '16 de diciembre de 2011'],
    ['2011-12-16', 'pl', '16 grudnia 2011 r.'],
    ['2011-12', 'pl', 'grudzień 2011 r.'],
    ['2026-05-01', 'fr', '1er mai 2026'],
    ['2026-05-11', 'fr', '11 mai 2026'],
  ])('%s in %s', (date, language, text) =>
    expect(formatDate(date, bundledWords(language)).replaceAll('\u00a0', ' ')).toBe(text),
  );

  test('an event’s local day and time, whatever the zone of the machine', () => {
    expect(formatMoment('2011-12-21', '12:00', en)).toBe('Wednesday, 21 December 2011 at 12:00');
  });

  test.each([
    ['en', 'Friday, 1 May 2026 at 12:00', 'Friday, 1 May 2026 at 09:05'],
    ['de', 'Freitag, 1. Mai 2026, 12 Uhr', 'Freitag, 1. Mai 2026, 9.05 Uhr'],
    ['fr', 'vendredi 1er mai 2026 à 12 h', 'vendredi 1er mai 2026 à 9 h 05'],
    ['es', 'viernes 1 de mayo de 2026, a las 12:00', 'viernes 1 de mayo de 2026, a las 9:05'],
    ['it', 'venerdì 1º maggio 2026, ore 12.00', 'venerdì 1º maggio 2026, ore 9.05'],
    ['pt', 'sexta-feira, 1 de maio de 2026, às 12h', 'sexta-feira, 1 de maio de 2026, às 9h05'],
    ['pl', 'piątek, 1 maja 2026 r., godz. 12.00', 'piątek, 1 maja 2026 r., godz. 9.05'],
    ['ru', 'пятница, 1 мая 2026 г., 12:00', 'пятница, 1 мая 2026 г., 9:05'],
    ['uk', 'п’ятниця, 1 травня 2026 р., 12:00', 'п’ятниця, 1 травня 2026 р., 9:05'],
    ['kk', '2026 жылғы 1 мамыр, жұма, сағат 12:00', '2026 жылғы 1 мамыр, жұма, сағат 9:05'],
    ['tr', '1 Mayıs 2026 Cuma, saat 12.00', '1 Mayıs 2026 Cuma, saat 9.05'],
    ['ar', 'الجمعة، 1 مايو 2026، الساعة 12:00', 'الجمعة، 1 مايو 2026، الساعة 9:05'],
    ['fa', 'جمعه ۱ مهٔ ۲۰۲۶، ساعت ۱۲:۰۰', 'جمعه ۱ مهٔ ۲۰۲۶، ساعت ۹:۰۵'],
    ['zh-Hans', '2026年5月1日星期五 12:00', '2026年5月1日星期五 9:05'],
  ])('a day and time in %s', (language, atNoon, inTheMorning) => {
    const moment = (time: string) =>
      formatMoment('2026-05-01', time, bundledWords(language)).replaceAll('\u00a0', ' ');
    expect(moment('12:00')).toBe(atNoon);
    expect(moment('09:05')).toBe(inTheMorning);
  });

  test('in a template', () => {
    expect(firstText('{{date}} {{date "2011-12"}} {{date "2011-12-21" weekday=true}}')).toBe(
      '5 May 2021 December 2011 Wednesday, 21 December 2011',
    );
  });
});

describe('addresses', () => {
  const lines = (...args: Parameters<typeof addressLines>) => addressLines(...args).map((line) => line.text);
  const sender = { name: 'Jo', country: 'GB' };

  test('the country stands in the last line, in capitals, in the document’s language', () => {
    expect(lines(embassy, de, undefined).at(-1)).toBe('VEREINIGTES KÖNIGREICH');
    expect(countryLine('TR', bundledWords('tr'))).toBe('TÜRKİYE');
    expect(countryLine('HK', en)).toBe('HONG KONG');
  });

  test('but not in the sender’s own country', () =>
    expect(lines(embassy, en, sender).at(-1)).toBe('SW1 1AA'));

  test('whom it is for stands below the organisation, then the holder', () => {
    expect(lines({ ...embassy, holder: 'A. Example' }, en, sender)).toEqual([
      'Botschaft von Beispielland',
      'The Ambassador',
      'A. Example',
      '1 Example Street',
      'LONDON',
      'SW1 1AA',
    ]);
  });

  test('an address line by line goes before the fields', () => {
    const own = { ...embassy, addressLines: ['PO Box 1', 'Nowhere'] };
    expect(lines(own, en, undefined).slice(2)).toEqual(['PO Box 1', 'Nowhere']);
  });

  test('a name is in the document’s language, else one that the contact reads, and then says so', () => {
    const names = { de: 'Botschaft', fr: 'Ambassade', ru: 'Посольство' };
    const of = (languages: string[]) =>
      addressLines({ ...embassy, organisation: names, languages }, en, undefined)[0];
    expect(of(['fr'])).toEqual({ text: 'Ambassade', language: 'fr' });
    expect(of(['pl'])).toEqual({ text: 'Botschaft', language: 'de' });
    expect(addressLines({ ...embassy, organisation: names }, de, undefined)[0]).toEqual({
      text: 'Botschaft',
    });
  });

  test('the sender’s country stands where the letter goes abroad', () => {
    const full = { name: 'Jo', organisation: 'Branch', city: 'Berlin', postalCode: '10115', country: 'DE' };
    expect(textsOf(senderLines(full, embassy, en))).toEqual(['Branch', 'Jo', '10115 Berlin', 'GERMANY']);
    expect(textsOf(senderLines({ ...full, country: 'GB' }, embassy, en))).not.toContain('UNITED KINGDOM');
  });
});

describe('forms of address', () => {
  test('by office and gender, then by kind, then for everybody', () => {
    const minister = { ...embassy, kind: 'ministry' as const, office: 'minister' as const };
    expect(salutationOf({ ...minister, gender: 'female' }, bundledWords('pl'))).toBe(
      'Szanowna Pani Minister,',
    );
    expect(salutationOf({ ...minister, gender: 'male' }, bundledWords('pl'))).toBe(
      'Szanowny Panie Ministrze,',
    );
    expect(salutationOf(embassy, en)).toBe('Your Excellency,');
    expect(salutationOf(company, en)).toBe('Dear Sir or Madam,');
    expect(salutationOf(undefined, en)).toBe('Dear Sir or Madam,');
  });

  test('nobody is named at a company without an office', () => {
    expect(attentionOf(company, en)).toBeUndefined();
    expect(attentionOf({ ...company, office: 'chair' }, en)).toBe('The Chair of the Board');
    expect(attentionOf({ ...embassy, gender: 'female' }, en)).toBe('Her Excellency the Ambassador');
  });
});

test('the closing goes by the kind of letter, or as the template asks', () => {
  const closing = (body = '{{closing}}') => firstText(body, { kind: 'test', language: 'en' });
  expect(closing()).toBe('Yours faithfully,');
  expect(closing('{{closing "solidarity"}}')).toBe('In solidarity,');
});
