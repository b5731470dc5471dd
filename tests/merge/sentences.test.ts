import { describe, expect, test } from 'vitest';
import { appealHead, type Fact, fact } from '../../src/model/appeal.ts';
import { writeText } from '../../src/write/text.ts';
import { bundledWords, campaign, firstText, mergeBody } from './fixture.ts';

const voices = [
  { id: 'union', text: { en: 'according to the union', uk: 'за даними БНП' } },
  { id: 'company', text: { en: 'according to the company', uk: 'за даними компанії' } },
];

interface Said {
  readonly value: string;
  readonly voice?: string;
  readonly qualifier?: string;
}

function told(
  text: Record<string, string>,
  unit: object,
  claims: readonly Said[],
  language = 'en',
  who: object[] = voices,
) {
  const facts: Fact[] = [
    fact.parse({
      id: 'a',
      text,
      sources: ['paper'],
      figures: [{ quantity: 'n', unit, claims: claims.map((claim) => ({ ...claim, source: 'paper' })) }],
    }),
  ];
  const appeal = appealHead.parse({ ...campaign.appeal, languages: [language], voices: who });
  const languages = [{ tag: language, review: 'original' as const }];
  return firstText('{{facts "event"}}', {
    language,
    words: bundledWords(language),
    campaign: { ...campaign, facts, appeal, languages },
  });
}

const times = { uk: { one: 'раз', few: 'рази', many: 'разів', other: 'рази' } };

test('a sentence that begins with a figure begins with a capital', () => {
  const claims = [{ value: '1000', qualifier: 'more-than', voice: 'union' }];
  const said = 'More than 1,000 people, according to the union, have lost their work.';
  expect(told({ en: '{n} have lost their work.' }, { en: 'people' }, claims)).toBe(said);
  expect(told({ en: 'It is so. {n} have lost their work.' }, { en: 'people' }, claims)).toBe(
    `It is so. ${said}`,
  );
});

test('a qualifier is not lent to another voice', () => {
  const claims = [
    { value: '1000', qualifier: 'more-than', voice: 'union' },
    { value: '373', voice: 'company' },
  ];
  expect(told({ en: '{n} have lost their work.' }, { en: 'people' }, claims)).toBe(
    '373 people according to the company and more than 1,000 according to the union have lost their work.',
  );
});

test('a voice within a Ukrainian sentence stands between commas, and is nobody’s ground for what was done', () => {
  const one = [{ value: '3', voice: 'union' }];
  expect(told({ uk: 'Сергія засуджено {n}.' }, times, one, 'uk')).toBe(
    'Сергія засуджено 3 рази, за даними БНП.',
  );
  expect(told({ uk: 'Його засуджено {n} у Мінську.' }, times, one, 'uk')).toBe(
    'Його засуджено 3 рази, за даними БНП, у Мінську.',
  );
  const two = [...one, { value: '5', voice: 'company' }];
  expect(told({ uk: 'Його засуджено {n}.' }, times, two, 'uk')).toBe(
    'Його засуджено 3 рази (за даними БНП), 5 (за даними компанії).',
  );
  expect(told({ uk: 'Вироки: {n}.' }, times, one, 'uk')).toBe('Вироки: за даними БНП\u00a0— 3 рази.');
});

const miners = {
  uk: { one: 'шахтар', few: 'шахтарі', many: 'шахтарів', other: 'шахтаря' },
  en: { one: 'miner', other: 'miners' },
};

test('a voice parts nothing from what is counted', () => {
  const one = [{ value: '240', voice: 'union' }];
  expect(told({ uk: 'Під землею залишилися {n} шахти «Приклад».' }, miners, one, 'uk')).toBe(
    'Під землею залишилися 240 шахтарів (за даними БНП) шахти «Приклад».',
  );
  for (const of of ['Прикладного', '«Прикладвугілля»'])
    expect(told({ uk: `Під землею залишилися {n} ${of}.` }, miners, one, 'uk')).toBe(
      `Під землею залишилися 240 шахтарів (за даними БНП) ${of}.`,
    );
  expect(told({ en: 'Underground are {n} of the mine.' }, miners, one)).toBe(
    'Underground are 240 miners (according to the union) of the mine.',
  );
  expect(told({ en: '{n} of the mine are underground.' }, miners, one)).toBe(
    '240 miners (according to the union) of the mine are underground.',
  );
  const two = [...one, { value: '170', voice: 'company' }];
  expect(told({ en: 'Underground are {n} of the mine.' }, miners, two)).toBe(
    'Underground are 240 miners (according to the union) and 170 (according to the company) of the mine.',
  );
  expect(told({ en: 'Underground are {n} in the mine.' }, miners, one)).toBe(
    'Underground are 240 miners (according to the union) in the mine.',
  );
});

describe('a voice within a sentence stands as the language sets off what is put in', () => {
  test.each([
    [
      'en',
      'They arrested {n}.',
      'They arrested 12 x, ⟨union⟩.',
      'They arrested 12 x ⟨union⟩ and 30 ⟨company⟩.',
    ],
    ['en', 'In May {n} were arrested.', 'In May 12 x, ⟨union⟩, were arrested.', undefined],
    // "According to the union in Exampleton" would be another union.
    [
      'en',
      '{n} in Exampleton.',
      '12 x (⟨union⟩) in Exampleton.',
      '12 x (⟨union⟩) and 30 (⟨company⟩) in Exampleton.',
    ],
    ['fr', '{n} ont été arrêtés.', '12 x, ⟨union⟩, ont été arrêtés.', undefined],
    ['fr', 'La police a arrêté {n} à Paris.', 'La police a arrêté 12 x (⟨union⟩) à Paris.', undefined],
    ['es', '{n} fueron detenidos.', '12 x, ⟨union⟩, fueron detenidos.', undefined],
    ['it', '{n} sono stati arrestati.', '12 x, ⟨union⟩, sono stati arrestati.', undefined],
    ['pt', '{n} foram presos em Braga.', '12 x, ⟨union⟩, foram presos em Braga.', undefined],
    ['pl', 'Zatrzymano {n} w Łodzi.', 'Zatrzymano 12 x (⟨union⟩) w Łodzi.', undefined],
    ['ar', 'اعتقلت {n} أمس.', 'اعتقلت 12 x، ⟨union⟩، أمس.', undefined],
    // The verb stands second: "Laut Gewerkschaft 12 Arbeiter wurden" has two things before it.
    [
      'de',
      '{n} wurden verhaftet.',
      '12 x (⟨union⟩) wurden verhaftet.',
      '12 x (⟨union⟩) und 30 (⟨company⟩) wurden verhaftet.',
    ],
    ['de', 'Im Mai wurden {n} verhaftet.', 'Im Mai wurden ⟨union⟩ 12 x verhaftet.', undefined],
    [
      'zh-Hans',
      '警方逮捕了{n}。',
      '警方逮捕了12x（⟨union⟩）。',
      '警方逮捕了12x（⟨union⟩）、30x（⟨company⟩）。',
    ],
    [
      'vi',
      'Cảnh sát bắt {n}.',
      'Cảnh sát bắt 12 x (⟨union⟩).',
      'Cảnh sát bắt 12 x (⟨union⟩) và 30 x (⟨company⟩).',
    ],
  ])('%s: %s', (language, text, one, two) => {
    const saying = ['⟨union⟩', '⟨company⟩'].map((said, i) => ({ id: `v${i}`, text: { [language]: said } }));
    const claims = ['12', '30'].map((value, i) => ({ value, voice: `v${i}` }));
    const said = (n: number) =>
      told({ [language]: text }, { [language]: 'x' }, claims.slice(0, n), language, saying);
    expect(said(1)).toBe(one);
    if (two !== undefined) expect(said(2)).toBe(two);
  });
});

test('a voice that begins a Ukrainian sentence stands before a comma; a dash is for what stands alone', () => {
  const one = [{ value: '24', voice: 'union' }];
  const begun = 'За даними БНП, 24 шахтарі шахти оголосили голодування.';
  expect(told({ uk: '{n} шахти оголосили голодування.' }, miners, one, 'uk')).toBe(begun);
  expect(told({ uk: 'Так було. {n} шахти оголосили голодування.' }, miners, one, 'uk')).toBe(
    `Так було. ${begun}`,
  );
  expect(told({ uk: '{n}.' }, miners, one, 'uk')).toBe('За даними БНП\u00a0— 24 шахтарі.');
  const two = [...one, { value: '7', voice: 'company' }];
  expect(told({ uk: '{n} оголосили голодування.' }, miners, two, 'uk')).toBe(
    '24 шахтарі (за даними БНП), 7 (за даними компанії) оголосили голодування.',
  );
  expect(told({ uk: 'На шахті «Приклад» {n} оголосили голодування.' }, miners, one, 'uk')).toBe(
    'На шахті «Приклад» 24 шахтарі (за даними БНП) оголосили голодування.',
  );
});

test('each fact begins with a capital, whoever typed it', () => {
  const facts = ['It is so', 'the works are closed', 'ärger is near'].map((en, i) =>
    fact.parse({ id: `f${i}`, text: { en }, sources: ['paper'] }),
  );
  expect(firstText('{{facts "event"}}', { campaign: { ...campaign, facts } })).toBe(
    'It is so. The works are closed. Ärger is near.',
  );
});

test('French signs keep the space at which no line ends, whoever typed the text; forms that agree stay forms', () => {
  const text = {
    fr: 'Poursuivis pour « occupation » ; {n} {n one: risque; other: risquent} la prison : pourquoi ?',
  };
  const unit = { fr: { one: 'ouvrier', other: 'ouvriers' } };
  expect(told(text, unit, [{ value: '6' }], 'fr')).toBe(
    'Poursuivis pour «\u00a0occupation\u00a0»\u00a0; 6 ouvriers risquent la prison\u00a0: pourquoi\u00a0?',
  );
});

test('demands are printed alike, whoever typed them', () => {
  const print = (...texts: string[]) => {
    const demands = texts.map((en, i) => ({ id: `d${i}`, text: { en } }));
    const appeal = appealHead.parse({ ...campaign.appeal, demands });
    const { document } = mergeBody('{{demands}}', { campaign: { ...campaign, appeal } });
    return writeText(document!, { columns: 80 }).trim().split('\n');
  };
  expect(print('release them', 'Pay what is owed.')).toEqual(['- Release them', '- Pay what is owed']);
  expect(print('release them', 'Pay. Now.')).toEqual(['- Release them.', '- Pay. Now.']);
  expect(print('Stop it!', 'go')).toEqual(['- Stop it!', '- Go']);
});

test('what a letter says of its demands agrees with one or with many', () => {
  const [first, second] = campaign.appeal.demands;
  const letter = (language: string, demands: (typeof first)[]) => {
    const appeal = appealHead.parse({
      ...campaign.appeal,
      demands: demands.map((d) => ({ ...d, of: undefined })),
    });
    const body = `{{#if oneDemand}}\none\n{{else}}\nmany\n{{/if}}\n\n{{demands}}`;
    return mergeBody(body, { language, words: bundledWords(language), campaign: { ...campaign, appeal } });
  };
  const one = writeText(letter('en', [first]).document!, {});
  expect(one).toContain('one');
  expect(one).not.toContain('many');
  const many = writeText(letter('en', [first, second]).document!, {});
  expect(many).toContain('many');
});
