import { describe, expect, test } from 'vitest';
import { sender } from '../../src/model/sender.ts';
import { bundledWords, embassy, firstText } from './fixture.ts';

const say = (language: string, body: string, parts = {}) =>
  firstText(body, {
    language,
    words: bundledWords(language),
    target: embassy,
    sender: sender.parse({ name: 'N. N.', ...parts }),
  });
const inCity = (language: string, city: string) => say(language, '{{inCity sender.city}}', { city });

describe('a city in a sentence', () => {
  test.each([
    ['ru', 'Москва', 'в Москве'],
    ['ru', 'Усть-Кут', 'в городе Усть-Кут'],
    ['uk', 'Рівне', 'у місті Рівне'],
    ['pl', 'Łódź', 'w mieście Łódź'],
    ['cs', 'Varšava', 've Varšavě'],
    ['cs', 'Zlín', 've městě Zlín'],
    ['kk', 'Жаңаөзен', 'Жаңаөзен қаласында'],
    ['tr', 'İzmir', 'İzmir kentinde'],
    ['fr', 'Le Havre', 'au Havre'],
    ['fr', 'Lyon', 'à Lyon'],
    ['it', 'L’Aquila', 'all’Aquila'],
    ['de', 'Köln', 'in Köln'],
    ['ja', '大阪', '大阪で'],
  ])('%s: %s', (language, city, said) => expect(inCity(language, city)).toBe(said));
});

test.each([
  ['ru', 'kk', 'на казахском языке'],
  ['ru', 'hi', 'на языке хинди'],
  ['uk', 'vi', 'в’єтнамською мовою'],
  ['pl', 'de', 'w języku niemieckim'],
  ['cs', 'fr', 've francouzštině'],
  ['cs', 'de', 'v němčině'],
  ['de', 'pt-BR', 'auf Portugiesisch'],
  ['vi', 'ru', 'bằng tiếng Nga'],
  ['he', 'vi', 'בווייטנאמית'],
  ['ar', 'zh-Hans', 'باللغة الصينية'],
])('%s: in %s', (language, tag, said) => expect(say(language, `{{inLanguage "${tag}"}}`)).toBe(said));

test.each([
  ['ru', 'company', 'Казмунайгаз', 'компании «Казмунайгаз»'],
  ['ru', 'company', 'CITIC', 'компании CITIC'],
  ['ru', 'company', 'ТОО «Бургылау»', 'компании ТОО «Бургылау»'],
  ['de', 'union', 'IG Metall', 'der Gewerkschaft IG Metall'],
  ['fr', 'company', 'Orange', 'de l’entreprise Orange'],
  ['tr', 'union', 'Petrol-İş', 'Petrol-İş sendikasının'],
  ['pl', 'organisation', 'Solidarność', 'organizacji Solidarność'],
])('%s: of a %s, %s', (language, kind, organisation, said) =>
  expect(say(language, `{{ofName sender.organisation "${kind}"}}`, { organisation })).toBe(said),
);

test('words without forms for names leave them as they are', () => {
  const { names: _, ...words } = bundledWords('ru');
  const job = { language: 'ru', words, target: embassy, sender: sender.parse({ name: 'N', city: 'Орёл' }) };
  expect(firstText('{{inCity sender.city}}', job)).toBe('Орёл');
  expect(firstText('{{inLanguage "kk"}}', job)).toBe('kk');
  expect(firstText('{{ofName sender.city}}', job)).toBe('Орёл');
});

test('a wording goes by the gender of whom it is said to', () => {
  const to = (gender?: 'female' | 'male') =>
    firstText('{{byAddressee "one" "she" "he"}} {{byAddressee "all" "her"}}', {
      target: { ...embassy, gender },
    });
  expect(to('female')).toBe('she her');
  expect(to('male')).toBe('he all');
  expect(to()).toBe('one all');
  expect(firstText('{{byAddressee "one" "she"}}', {})).toBe('one');
});
