import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addressLines } from '../../src/merge/address.ts';
import { countryForm } from '../../src/merge/countries.ts';
import type { Contact } from '../../src/model/contact.ts';
import { SENTENCE_COUNTRIES } from '../../src/model/country-words.ts';
import { COUNTRIES } from '../../src/model/regions.ts';
import { bundledWords } from './fixture.ts';

const LANGUAGES = readdirSync('templates/words').map((file) => file.replace('.yaml', ''));

/** Where names, articles and cases go wrong if they go by rule: what a speaker writes. */
const KNOWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: { NL: 'in the Netherlands', TR: 'in Türkiye', CD: 'in the Democratic Republic of the Congo' },
  de: {
    TR: 'in der Türkei',
    US: 'in den Vereinigten Staaten',
    KZ: 'in Kasachstan',
    GB: 'im Vereinigten Königreich',
  },
  fr: {
    NL: 'aux Pays-Bas',
    KZ: 'au Kazakhstan',
    IR: 'en Iran',
    CY: 'à Chypre',
    HU: 'en Hongrie',
    MX: 'au Mexique',
  },
  es: { NL: 'en los Países Bajos', SV: 'en El Salvador', GB: 'en el Reino Unido' },
  pt: {
    PT: 'em Portugal',
    BR: 'no Brasil',
    US: 'nos Estados Unidos',
    PH: 'nas Filipinas',
    MZ: 'em Moçambique',
  },
  it: { US: 'negli Stati Uniti', CU: 'a Cuba', NL: 'nei Paesi Bassi', GB: 'nel Regno Unito' },
  ru: { RU: 'в России', FR: 'во Франции', CU: 'на Кубе', PH: 'на Филиппинах', CN: 'в Китае', EG: 'в Египте' },
  uk: { UA: 'в Україні', TR: 'у Туреччині', IQ: 'в Іраку', MX: 'у Мексиці', PL: 'у Польщі', IL: 'в Ізраїлі' },
  pl: { HU: 'na Węgrzech', IT: 'we Włoszech', DE: 'w Niemczech', NI: 'w Nikaragui', SN: 'w Senegalu' },
  cs: { FR: 've Francii', SK: 'na Slovensku', LY: 'v Libyi', EG: 'v Egyptě', GB: 've Spojeném království' },
  tr: { TR: 'Türkiye’deki', IQ: 'Irak’taki', US: 'Amerika Birleşik Devletleri’ndeki', SN: 'Senegal’deki' },
  kk: { KZ: 'Қазақстандағы', RU: 'Ресейдегі', IQ: 'Ирактағы', US: 'Америка Құрама Штаттарындағы' },
  ar: { TR: 'في تركيا', CD: 'في جمهورية الكونغو الديمقراطية' },
  fa: { TR: 'در ترکیه' },
  he: { TR: 'בטורקיה', VN: 'בווייטנאם', PH: 'בפיליפינים', IN: 'בהודו' },
  hi: { KZ: 'कज़ाखस्तान में हुई' },
  ja: { KZ: 'カザフスタンにおける', CD: 'コンゴ民主共和国における' },
  ko: { KZ: '카자흐스탄에서 일어난' },
  vi: { AU: 'tại Úc', KZ: 'tại Kazakhstan' },
  'zh-Hans': { KZ: '发生在哈萨克斯坦的', CG: '发生在刚果共和国的' },
};

describe.each(LANGUAGES)('%s', (tag) => {
  const words = bundledWords(tag);

  test('has each member of the United Nations in a sentence', () => {
    expect(SENTENCE_COUNTRIES.length).toBe(197);
    const forms = SENTENCE_COUNTRIES.map((country) => countryForm(country, 'in', words));
    expect(SENTENCE_COUNTRIES.filter((_, i) => forms[i] === undefined)).toEqual([]);
    expect(forms.filter((form) => /[{}()（）]| {2}|^ | $| - /.test(form!))).toEqual([]);
    expect(new Set(forms).size).toBe(SENTENCE_COUNTRIES.length);
  });

  test('writes those that go by no rule as its speakers do', () => {
    const known = KNOWN[tag]!;
    const made = Object.keys(known).map((country) => [country, countryForm(country, 'in', words)]);
    expect(Object.fromEntries(made)).toEqual(known);
  });

  test('of a country whose forms nobody read there is none', () => {
    const others = COUNTRIES.filter((country) => !SENTENCE_COUNTRIES.includes(country));
    expect(others).toContain('RE');
    expect(others.filter((country) => countryForm(country, 'in', words) !== undefined)).toEqual([]);
  });
});

test.each([
  ['de', 'der Türkei', 'Kasachstans', 'des Vereinigten Königreichs'],
  ['fr', 'de Turquie', 'du Kazakhstan', 'du Royaume-Uni'],
  ['it', 'della Turchia', 'del Kazakistan', 'del Regno Unito'],
  ['pt', 'da Turquia', 'do Cazaquistão', 'do Reino Unido'],
  ['ru', 'Турции', 'Казахстана', 'Великобритании'],
  ['uk', 'Туреччини', 'Казахстану', 'Великої Британії'],
  ['pl', 'Turcji', 'Kazachstanu', 'Wielkiej Brytanii'],
  ['cs', 'Turecka', 'Kazachstánu', 'Spojeného království'],
])('%s: whose ambassador', (tag, ...of) => {
  expect(['TR', 'KZ', 'GB'].map((country) => countryForm(country, 'of', bundledWords(tag)))).toEqual(of);
});

test('an envelope says whose mission it is where its name does so in another language alone', () => {
  const mission: Contact = {
    id: 'x',
    kind: 'embassy',
    organisation: { de: 'Botschaft der Türkei' },
    represents: 'TR',
    gender: 'male',
    languages: ['tr'],
    source: 's',
  };
  const lines = (contact: Contact, tag: string) =>
    addressLines(contact, bundledWords(tag), undefined).map(({ text }) => text);
  expect(lines(mission, 'fr')).toEqual([
    'Botschaft der Türkei',
    'Son Excellence Monsieur l’Ambassadeur de Turquie',
  ]);
  expect(lines(mission, 'de')).toEqual(['Botschaft der Türkei', 'S. E. dem Botschafter']);
  expect(lines({ ...mission, organisation: 'Ambassade de Turquie' }, 'fr')[1]).toBe(
    'Son Excellence Monsieur l’Ambassadeur',
  );
  expect(lines({ ...mission, officeTitle: 'Chef de mission' }, 'fr')[1]).toBe('Chef de mission');
});
