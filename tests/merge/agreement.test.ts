import { expect, test } from 'vitest';
import { formatFigure } from '../../src/merge/figure.ts';
import { type Figure, figure } from '../../src/model/figure.ts';
import { bundledWords } from './fixture.ts';

/** Workers in each language that letters are written in, as one, two, five, eleven, twenty-one and twenty-two of them. */
const WORKERS: Readonly<Record<string, readonly [unit: Figure['unit'][string], phrases: string]>> = {
  en: [{ one: 'worker', other: 'workers' }, '1 worker|2 workers|5 workers|11 workers|21 workers|22 workers'],
  de: [
    { one: 'Arbeiterin', other: 'Arbeiterinnen' },
    '1 Arbeiterin|2 Arbeiterinnen|5 Arbeiterinnen|11 Arbeiterinnen|21 Arbeiterinnen|22 Arbeiterinnen',
  ],
  fr: [
    { one: 'ouvrier', other: 'ouvriers' },
    '1 ouvrier|2 ouvriers|5 ouvriers|11 ouvriers|21 ouvriers|22 ouvriers',
  ],
  es: [{ one: 'obrero', other: 'obreros' }, '1 obrero|2 obreros|5 obreros|11 obreros|21 obreros|22 obreros'],
  it: [{ one: 'operaio', other: 'operai' }, '1 operaio|2 operai|5 operai|11 operai|21 operai|22 operai'],
  pt: [
    { one: 'operário', other: 'operários' },
    '1 operário|2 operários|5 operários|11 operários|21 operários|22 operários',
  ],
  pl: [
    { one: 'robotnica', few: 'robotnice', many: 'robotnic', other: 'robotnicy' },
    '1 robotnica|2 robotnice|5 robotnic|11 robotnic|21 robotnic|22 robotnice',
  ],
  ru: [
    { one: 'рабочий', few: 'рабочих', many: 'рабочих', other: 'рабочего' },
    '1 рабочий|2 рабочих|5 рабочих|11 рабочих|21 рабочий|22 рабочих',
  ],
  uk: [
    { one: 'робітник', few: 'робітники', many: 'робітників', other: 'робітника' },
    '1 робітник|2 робітники|5 робітників|11 робітників|21 робітник|22 робітники',
  ],
  cs: [
    { one: 'dělník', few: 'dělníci', other: 'dělníků' },
    '1 dělník|2 dělníci|5 dělníků|11 dělníků|21 dělníků|22 dělníků',
  ],
  tr: ['işçi', '1 işçi|2 işçi|5 işçi|11 işçi|21 işçi|22 işçi'],
  kk: ['жұмысшы', '1 жұмысшы|2 жұмысшы|5 жұмысшы|11 жұмысшы|21 жұмысшы|22 жұмысшы'],
};

const NUMBERS = [1, 2, 5, 11, 21, 22];

function say(language: string, unit: Figure['unit'][string], value: number): string {
  const counted = figure.parse({
    quantity: 'workers',
    unit: { [language]: unit },
    claims: [{ value: String(value), source: 'appeal' }],
  });
  const context = { words: bundledWords(language), voices: [], languages: [language] };
  return formatFigure(counted, counted.claims, context).replace(/[\u00a0\u202f]/g, ' ');
}

test.each(Object.entries(WORKERS))(
  'what is counted agrees with its number in %s',
  (language, [unit, phrases]) => {
    expect(NUMBERS.map((n) => say(language, unit, n)).join('|')).toBe(phrases);
  },
);

test.each([
  'ar',
  'cs',
  'de',
  'en',
  'es',
  'fa',
  'fr',
  'he',
  'hi',
  'it',
  'ja',
  'kk',
  'ko',
  'pl',
  'pt',
  'ru',
  'tr',
  'uk',
  'vi',
  'zh-Hans',
])(
  'in %s each number is said once, with the form that the plural rules of the language ask for',
  (language) => {
    const forms = { zero: 'zero', one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' };
    for (const n of [...NUMBERS, 3, 10, 25, 101, 111]) {
      const said = say(language, forms, n);
      expect([n, said], language).toEqual([n, expect.stringContaining(formOf(language, n))]);
    }
  },
);

/** Hebrew says "two of" with the plural; all others go by the plural rules of CLDR. */
function formOf(language: string, n: number): string {
  return language === 'he' && n === 2 ? 'שני other' : new Intl.PluralRules(language).select(n);
}
