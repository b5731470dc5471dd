import { describe, expect, test } from 'vitest';
import { formatFigure, lastSpoken, printedClaims } from '../../src/merge/figure.ts';
import { fact } from '../../src/model/appeal.ts';
import { type Claim, type Figure, figure } from '../../src/model/figure.ts';
import { bundledWords, campaign, facts, firstText, mergeBody } from './fixture.ts';

const voices = [
  {
    id: 'official',
    text: {
      en: 'according to official data',
      de: 'nach amtlichen Angaben',
      es: 'según datos oficiales',
      fr: 'selon les chiffres officiels',
      ru: 'по официальным данным',
      kk: 'ресми деректер бойынша',
      pl: 'według oficjalnych danych',
    },
  },
  {
    id: 'unofficial',
    text: {
      en: 'according to unofficial data',
      de: 'nach inoffiziellen Angaben',
      es: 'según datos no oficiales',
      fr: 'selon des chiffres non officiels',
      ru: 'по неофициальным данным',
      kk: 'бейресми деректер бойынша',
      pl: 'według nieoficjalnych danych',
    },
  },
];
const unit = {
  en: { one: 'person', other: 'people' },
  de: 'Menschen',
  es: { one: 'persona', other: 'personas' },
  fr: { one: 'personne', other: 'personnes' },
  ru: { one: 'погибший', few: 'погибших', many: 'погибших', other: 'погибших' },
  kk: 'адам',
  pl: { one: 'osoba', few: 'osoby', many: 'osób', other: 'osób' },
};

const say = (language: string, ...claims: Partial<Claim>[]) => {
  const full = claims.map((claim) => ({ value: '11', source: 'appeal', ...claim }));
  const parsed: Figure = figure.parse({ quantity: 'killed', unit, claims: full });
  return formatFigure(parsed, parsed.claims, {
    words: bundledWords(language),
    voices,
    languages: [language],
  });
};
const both: Partial<Claim>[] = [
  { value: '11', voice: 'official' },
  { value: '70', voice: 'unofficial' },
];

describe('every voice is printed with who says so, in the form of the language', () => {
  test.each([
    ['en', '11 people according to official data and 70 according to unofficial data'],
    ['de', 'nach amtlichen Angaben 11 Menschen und nach inoffiziellen Angaben 70'],
    ['es', '11 personas según datos oficiales y 70 según datos no oficiales'],
    ['fr', '11 personnes selon les chiffres officiels et 70 selon des chiffres non officiels'],
    ['ru', 'по официальным данным\u00a0— 11 погибших, по неофициальным данным\u00a0— 70'],
    ['kk', 'ресми деректер бойынша 11 адам, бейресми деректер бойынша 70'],
    ['pl', '11 osób według oficjalnych danych i 70 według nieoficjalnych danych'],
  ])('%s', (language, phrase) => expect(say(language, ...both)).toBe(phrase));

  test('three voices', () =>
    expect(say('en', ...both, { value: '13', voice: 'official' })).toBe(
      '11 people according to official data, 70 according to unofficial data and 13 according to official data',
    ));
});

describe('numbers, ranges, fractions and words', () => {
  test.each<[string, Partial<Claim>, string]>([
    ['en', { value: '1' }, '1 person'],
    ['en', { value: '1500', qualifier: 'about' }, 'about 1,500 people'],
    ['en', { value: '30-70' }, 'between 30 and 70 people'],
    ['en', { value: 'hundreds' }, 'hundreds of people'],
    ['en', { value: '1/3' }, 'a third of the people'],
    ['en', { value: '2.5' }, '2.5 people'],
    ['de', { value: '1500', qualifier: 'about' }, 'rund 1.500 Menschen'],
    ['pl', { value: '2' }, '2 osoby'],
    ['pl', { value: '22' }, '22 osoby'],
    ['pl', { value: '1500' }, '1500 osób'],
    ['es', { value: '1500' }, '1500 personas'],
    ['kk', { value: '30', qualifier: 'more-than' }, '30-дан астам адам'],
    ['kk', { value: '31', qualifier: 'more-than' }, '31-ден астам адам'],
  ])('%s %o', (language, claim, phrase) => expect(say(language, claim)).toBe(phrase));

  test.each([
    [0, '0'],
    [7, '7'],
    [31, '1'],
    [30, '30'],
    [500, '100'],
    [1500, '100'],
    [2000, '1000'],
    [110_000, '1000'],
    [3_000_000, '1000000'],
  ])('the last spoken part of %i is %s', (value, part) => expect(lastSpoken(value)).toBe(part));
});

describe('which claims are printed', () => {
  const [shots] = facts;
  const values = (asOf: string, prints?: string[]) =>
    printedClaims(shots!, { ...shots!.figures[0]!, prints }, asOf).map((claim) => claim.value);

  test('of each voice the newest that was known', () => {
    expect(values('2021-05', ['official', 'unofficial'])).toEqual(['11', '70']);
    expect(values('2021-05-02', ['official'])).toEqual(['1']);
    expect(values('2021-07', ['official'])).toEqual(['99']);
  });

  test('all voices where prints is left out', () => expect(values('2021-05')).toEqual(['11', '70', '13']));

  test('where days can’t be told apart, that of the fact’s own source', () => {
    const own = fact.parse({
      id: 'a',
      text: { en: '{n}' },
      sources: ['appeal'],
      figures: [
        {
          quantity: 'n',
          unit: { en: 'x' },
          claims: [
            { value: '5', voice: 'v', asOf: '2021-05', source: 'appeal' },
            { value: '6', voice: 'v', asOf: '2021-05-20', source: 'other' },
          ],
        },
      ],
    });
    expect(printedClaims(own, own.figures[0]!, '2021-05').map((claim) => claim.value)).toEqual(['5']);
  });

  test('a figure that nobody had given by then is a problem', () => {
    const appeal = { ...campaign.appeal, asOf: '2021-04' };
    const { problems } = mergeBody('{{figure "killed"}}', { campaign: { ...campaign, appeal } });
    expect(problems).toMatchObject([{ code: 'template-data', at: { line: 7, column: 1 } }]);
  });
});

test('one side is printed only with its name', () => {
  expect(firstText('{{figure "killed" voice="official"}}')).toBe('11 dead according to official data');
});

test('a figure as a range says that it depends on the source; what is no plain number keeps its voices', () => {
  const range = (claims?: { value: string; qualifier?: 'more-than' }[], language = 'en') => {
    const [first, ...rest] = facts;
    const changed = claims?.map((claim, i) => ({
      ...claim,
      voice: ['official', 'unofficial'][i],
      source: 'appeal',
    }));
    const figures = first!.figures.map((figure) => ({ ...figure, claims: changed ?? figure.claims }));
    const parts = { language, campaign: { ...campaign, facts: [{ ...first!, figures }, ...rest] } };
    return firstText('{{figure "killed" range=true}}', parts);
  };
  expect(range()).toBe('between 11 and 70 dead, depending on the source');
  expect(range(undefined, 'de')).toBe('zwischen 11 und 70 Tote, je nach Quelle');
  expect(range([{ value: '30-70' }, { value: '11' }])).toBe(
    'between 11 and 70 dead, depending on the source',
  );
  expect(range([{ value: '11' }, { value: '150', qualifier: 'more-than' }])).toBe(
    '11 dead according to official data and more than 150 according to unofficial data',
  );
  expect(range([{ value: '11' }, { value: '11' }])).toContain('according to official data');
});

test('large figures have a label with who says so, and the whole phrase for plain text', () => {
  expect(mergeBody('{{figures}}').document?.blocks).toEqual([
    {
      kind: 'figures',
      role: 'figures',
      quantity: 'killed',
      entries: [
        { value: '11', label: [{ kind: 'text', text: 'dead, according to official data' }] },
        { value: '70', label: [{ kind: 'text', text: 'dead, according to unofficial data' }] },
      ],
      phrase: [
        { kind: 'text', text: '11 dead according to official data and 70 according to unofficial data' },
      ],
    },
  ]);
});

test('without a disputed figure there is nothing to set large', () => {
  expect(
    mergeBody('x\n\n{{figures}}', { campaign: { ...campaign, facts: [] } }).document?.blocks,
  ).toHaveLength(1);
});

test('two of them after a preposition are said by the noun alone, in its other case', () => {
  const workers = {
    one: 'عامل',
    two: 'عاملان',
    few: 'عمال',
    many: 'عاملًا',
    other: 'عامل',
    several: 'العمال',
  };
  const counted = figure.parse({
    quantity: 'n',
    unit: { ar: workers },
    claims: [{ value: '2', source: 'a' }],
  });
  const context = { words: bundledWords('ar'), voices: [], languages: ['ar'] };
  const said = (value: string, qualifier?: 'more-than' | 'about') =>
    formatFigure(counted, [{ ...counted.claims[0]!, value, qualifier }], context);
  expect(said('2')).toBe('عاملان');
  expect(said('2', 'more-than')).toBe('أكثر من عاملين');
  expect(said('1', 'more-than')).toBe('أكثر من عامل واحد');
  expect(said('3', 'about')).toBe('نحو 3 عمال');
  expect(said('21', 'about')).toBe('نحو 21 عاملًا');
  expect(said('1-2')).toBe('ما بين 1 و2 عاملين');
});
