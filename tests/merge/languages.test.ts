import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkAppeal } from '../../src/check/appeal.ts';
import { salutationOf } from '../../src/merge/address.ts';
import { textIn } from '../../src/merge/context.ts';
import { mergeDocument } from '../../src/merge/document.ts';
import { formatFigure } from '../../src/merge/figure.ts';
import type { Gender, Office } from '../../src/model/contact.ts';
import type { Claim, Figure, Qualifier } from '../../src/model/figure.ts';
import { readAppeal } from '../../src/read/appeal.ts';
import { writeText } from '../../src/write/text.ts';
import { bundledTemplates, bundledWords, embassy } from './fixture.ts';

const languages = readdirSync('templates/words').map((file) => file.replace('.yaml', ''));
const { files } = await readAppeal('data/zhanaozen', {});
const campaign = checkAppeal(files!, { today: '2011-12-19' }).campaign!;

const told = campaign.languages.map(({ tag }) => tag);

describe('the bundled appeal', () => {
  test('has forms for each of its languages', () => {
    expect(told.filter((tag) => !languages.includes(tag))).toEqual([]);
  });

  test.each(told)('as a letter to an embassy in %s', async (language) => {
    const words = bundledWords(language);
    const target = { ...embassy, languages: [language] };
    const { document, problems } = mergeDocument({
      material: 'letter',
      kind: 'embassy',
      language,
      campaign,
      words,
      target,
      date: '2011-12-19',
      templates: bundledTemplates(`letter/embassy.${language}`),
    });
    expect(problems).toEqual([]);
    await expect(writeText(document!, {})).toMatchFileSnapshot(`../golden/languages/embassy.${language}.txt`);
  });
});

/** Forms whose source stands in the language's file, and those that follow from them. */
const SALUTATIONS: readonly (readonly [string, Office, Gender | undefined, string])[] = [
  ['en', 'ambassador', undefined, 'Your Excellency,'],
  ['en', 'charge-daffaires', 'female', 'Dear Madam,'],
  ['en', 'minister', undefined, 'Dear Minister,'],
  ['es', 'ambassador', 'male', 'Señor Embajador:'],
  ['es', 'ambassador', 'female', 'Señora Embajadora:'],
  ['es', 'ambassador', undefined, 'Excelencia:'],
  ['fr', 'ambassador', 'male', 'Monsieur l’Ambassadeur,'],
  ['fr', 'ambassador', 'female', 'Madame l’Ambassadrice,'],
  ['fr', 'charge-daffaires', 'female', 'Madame la Chargée d’affaires,'],
  ['de', 'ambassador', 'female', 'Exzellenz,'],
  ['de', 'consul-general', 'male', 'Sehr geehrter Herr Generalkonsul,'],
  ['it', 'ambassador', 'female', 'Signora Ambasciatrice,'],
  ['pt', 'ambassador', undefined, 'Excelência,'],
  ['pl', 'ambassador', 'male', 'Szanowny Panie Ambasadorze,'],
  ['tr', 'ambassador', 'female', 'Sayın Büyükelçi,'],
  ['ru', 'ambassador', 'male', 'Ваше Превосходительство господин Посол!'],
  ['ru', 'ambassador', undefined, 'Ваше Превосходительство!'],
  ['uk', 'ambassador', 'male', 'Ваша Високоповажносте, пане После!'],
  ['kk', 'ambassador', 'female', 'Жоғары мәртебелі Елші ханым!'],
  ['ar', 'ambassador', 'female', 'سعادة السفيرة،'],
  ['ar', 'ambassador', undefined, 'صاحب السعادة،'],
  ['fa', 'chief-executive', undefined, 'مدیرعامل محترم،'],
  ['zh-Hans', 'consul-general', undefined, '尊敬的总领事：'],
  ['de', 'judge', undefined, 'Hohes Gericht,'],
  ['fr', 'monarch', 'male', 'Sire,'],
  ['ar', 'prison-governor', 'female', 'السيدة المديرة المحترمة،'],
];

test.each(SALUTATIONS)('%s opens to %s (%s): %s', (language, office, gender, expected) => {
  expect(salutationOf({ ...embassy, office, gender }, bundledWords(language))).toBe(expected);
});

test.each(languages)('%s has a form of address for every office, known gender or not', (language) => {
  const words = bundledWords(language);
  for (const gender of ['female', 'male', undefined] as const) {
    for (const office of Object.keys(words.attention) as Office[]) {
      expect(words.salutation.offices[office], office).toBeDefined();
      expect(salutationOf({ ...embassy, office, gender }, words)).toMatch(/[,:!،：]$|[下様께]$/);
    }
  }
});

test.each(['de', 'it', 'pl', 'ru'])('%s greets an unnamed minister plainly', (language) => {
  const words = bundledWords(language);
  expect(words.salutation.kinds.ministry).toBe(words.salutation.general);
  expect(words.salutation.offices.minister!.unknown).toBe(words.salutation.general);
});

test('French courtesy repeats the form of address in its closing', () => {
  const closing = (target: typeof embassy) => {
    const { document } = mergeDocument({
      material: 'letter',
      kind: 'embassy',
      language: 'fr',
      campaign,
      words: bundledWords('fr'),
      target,
      date: '2011-12-19',
      templates: bundledTemplates('letter/embassy.fr'),
    });
    return writeText(document!, { columns: 200 });
  };
  expect(closing({ ...embassy, office: 'ambassador', gender: 'female' })).toContain(
    'Nous vous prions d’agréer, Madame l’Ambassadrice, l’assurance',
  );
  expect(closing(embassy)).toContain('Nous vous prions d’agréer, Excellence, l’assurance');
});

describe('counted nouns', () => {
  const unit = campaign.facts.find((fact) => fact.id === 'strike')!.figures[0]!.unit;
  const phrase = (language: string, value: string, qualifier?: Qualifier) => {
    const claim: Claim = { value, qualifier, source: 'appeal' };
    const figure: Figure = { quantity: 'strikers', unit, claims: [claim] };
    return formatFigure(figure, [claim], {
      words: bundledWords(language),
      voices: [],
      languages: [language],
    });
  };

  test.each([
    ['ru', '21', undefined, '21 рабочий'],
    ['ru', '3', 'more-than', 'более 3 рабочих'],
    ['uk', '3', undefined, '3 робітники'],
    ['uk', '3', 'about', 'близько 3 робітників'],
    ['uk', '3', 'at-least', 'щонайменше 3 робітники'],
    ['pl', '1500', 'about', 'około 1500 robotników'],
    ['ar', '1', undefined, 'عامل واحد'],
    ['ar', '2', undefined, 'عاملان'],
    ['ar', '1/2', undefined, 'نصف العمال'],
    ['ru', '21', 'more-than', 'более 21 рабочего'],
    ['ru', '10-21', undefined, 'от 10 до 21 рабочего'],
    ['ru', '10-22', undefined, 'от 10 до 22 рабочих'],
    ['uk', '10-22', undefined, 'від 10 до 22 робітників'],
    ['uk', '21', 'about', 'близько 21 робітника'],
    ['kk', '1/2', undefined, 'жұмысшылардың жартысы'],
    ['tr', '1/2', undefined, 'işçilerin yarısı'],
    ['tr', '10-20', undefined, '10 ila 20 işçi'],
    ['fa', '1/2', undefined, 'نیمی از کارگران'],
    ['zh-Hans', 'many', undefined, '许多工人'],
    ['zh-Hans', '1/2', undefined, '工人的一半'],
    ['ar', '3', undefined, '3 عمال'],
    ['ar', '11', undefined, '11 عاملًا'],
    ['ar', '1500', 'about', 'نحو 1,500 عامل'],
    ['ar', 'hundreds', undefined, 'مئات العمال'],
    ['ar', 'several', undefined, 'عدد من العمال'],
    ['fa', '30', 'more-than', 'بیش از ۳۰ کارگر'],
    ['kk', '30', 'more-than', '30-дан астам жұмысшы'],
    ['kk', '1500', 'nearly', '1500-ге жуық жұмысшы'],
    ['tr', '40', 'more-than', '40’tan fazla işçi'],
    ['tr', '1500', 'up-to', '1.500’e kadar işçi'],
    ['zh-Hans', 'hundreds', undefined, '数百名工人'],
    ['zh-Hans', '1500', 'about', '约1500名工人'],
  ] as const)('%s: %s %s is %s', (language, value, qualifier, expected) => {
    expect(phrase(language, value, qualifier).replaceAll('\u00a0', ' ')).toBe(expected);
  });
});

test('French data of signers are said to be passed on to nobody', () =>
  expect(bundledWords('fr').labels['data-protection']).toMatch(/ne sont transmises à personne/));

test('a Polish demand stands alone on a placard: none begins with the genitive that a verb over it would govern', () => {
  const demands = campaign.appeal.demands.map(({ text }) => textIn(text, ['pl'])!);
  expect(demands.filter((text) => /^\p{L}+(nia|cia|cji)\b/u.test(text))).toEqual([]);
  expect(bundledWords('pl').labels['we-demand']).not.toMatch(/żądamy/i);
});
