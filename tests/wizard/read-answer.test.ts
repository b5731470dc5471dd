import { expect, test } from 'vitest';
import {
  foreignCode,
  isNothing,
  readAddress,
  readCountry,
  readEmail,
  readLanguage,
  readLanguages,
  readList,
  readTime,
  readUrl,
  splitHolder,
} from '../../src/wizard/read-answer.ts';
import { guessLanguage, sentence } from '../../src/wizard/readings.ts';

test.each([
  ...[
    ['German', 'de'],
    ['Deutsch', 'de'],
    ['немецкий', 'de'],
    ['alemán', 'de'],
    ['EN', 'en'],
    ['pt_br', 'pt-BR'],
  ],
  ...[
    ['українська', 'uk'],
    ['білоруська', 'be'],
    ['қазақ тілі', 'kk'],
    ['anglais', 'en'],
    ['nobody’s', 'nobody’s'],
  ],
])('the language %s is %s', (typed, tag) => {
  expect(readLanguage(typed)).toBe(tag);
});

test('languages in a row', () => {
  expect(readLanguages('English, Russian')).toBe('en;ru');
  expect(readLanguages('испанский и французский')).toBe('es;fr');
});

test.each([
  ['Germani', 'DE'],
  ['Білорусь', 'BY'],
  ['Allemagne', 'DE'],
  ['Atlantis', 'Atlantis'],
])('the country %s is %s', (typed, code) => {
  expect(readCountry(typed)).toBe(code);
});

test.each([
  ...[
    ['6 pm', '18:00'],
    ['6:30 p.m.', '18:30'],
    ['12 am', '00:00'],
    ['18h30', '18:30'],
    ['18.30 Uhr', '18:30'],
  ],
  ...[
    ['18 Uhr', '18:00'],
    ['в 18 ч.', '18:00'],
    ['18:30', '18:30'],
    ['18', '18'],
    ['noonish', 'noonish'],
  ],
  ...[
    ['25:00', '25:00'],
    ['a las 18 h', '18:00'],
    ['9:05', '09:05'],
  ],
])('the time %s is %s', (typed, time) => {
  expect(readTime(typed)).toBe(time);
});

test.each([
  ['www.example.org', 'https://www.example.org'],
  ['example.org/page?a=1', 'https://example.org/page?a=1'],
  ['http://example.org', 'http://example.org'],
  ['our leaflet. And more', 'our leaflet. And more'],
  ['office@example.org', 'office@example.org'],
])('the web address %s is %s', (typed, url) => {
  expect(readUrl(typed)).toBe(url);
});

test('mail addresses as they are copied', () => {
  expect(readEmail('mailto:a@example.org')).toBe('a@example.org');
  expect(readEmail('The Office <a@example.org>, b (at) example.org')).toBe('a@example.org;b@example.org');
});

test.each([
  ['1 Example Road, 10115 Berlin, Germany', ['1 Example Road', '10115', 'Berlin', 'DE']],
  ['1 Example Road, London EX1 1EX', ['1 Example Road', 'EX1 1EX', 'London', '']],
  ['вул. Хрещатик, 22, Київ, 01001, Україна', ['вул. Хрещатик, 22', '01001', 'Київ', 'UA']],
  ['01001, Київ, вул. Хрещатик, 22', ['вул. Хрещатик, 22', '01001', 'Київ', '']],
  ['м. Київ, вул. Хрещатик, 22, 01001', ['вул. Хрещатик, 22', '01001', 'м. Київ', '']],
  ['Calle Mayor, 5, 28013 Madrid, España', ['Calle Mayor, 5', '28013', 'Madrid', 'ES']],
  ['Drottninggatan 1, 111 51 Stockholm, Sverige', ['Drottninggatan 1', '111 51', 'Stockholm', 'SE']],
  ['Berlin, Germany', ['', '', 'Berlin', 'DE']],
  ['Exampleton', ['', '', 'Exampleton', '']],
  ['1 Example Road', ['1 Example Road', '', '', '']],
  ['DE-10115 Berlin', ['', 'DE-10115', 'Berlin', '']],
])('%s', (line, parts) => {
  const { street = '', postalCode = '', city = '', country = '' } = readAddress(line);
  expect([street, postalCode, city, country]).toEqual(parts);
});

test.each([
  [
    '34th Floor, 622 Third Avenue, New York, NY 10017, USA',
    ['34th Floor, 622 Third Avenue', 'New York', 'NY', '10017'],
  ],
  ['1 Example St, Springfield IL 62701-1234', ['1 Example St', 'Springfield', 'IL', '62701-1234']],
  ['1 Example St, Toronto, ON M5V 2T6, Canada', ['1 Example St', 'Toronto', 'ON', 'M5V 2T6']],
  ['Level 2, 1 Example St, Sydney NSW 2000, Australia', ['Level 2, 1 Example St', 'Sydney', 'NSW', '2000']],
])('a state before the code is no city: %s', (line, parts) => {
  const { street, city, region, postalCode } = readAddress(line);
  expect([street, city, region, postalCode]).toEqual(parts);
});

test.each([
  ['Djibouti, fax +253 355 420', { country: 'DJ', fax: '+253 355 420' }],
  [
    '1 Example Road, Exampleton, Tel. 020 7946 0000',
    { street: '1 Example Road', city: 'Exampleton', phone: '020 7946 0000' },
  ],
  ['Москва, Россия, факс: +7 495 000-00-00', { city: 'Москва', country: 'RU', fax: '+7 495 000-00-00' }],
  ['28013 Madrid, +34 910 000 000', { postalCode: '28013', city: 'Madrid', phone: '+34 910 000 000' }],
])('numbers to be dialled are no part of the street: %s', (line, parts) => {
  expect(readAddress(line)).toEqual(parts);
});

test('Chinese is told by its script, as its forms are', () => {
  expect(['zh', 'Chinese', '中文'].map(readLanguage)).toEqual(['zh-Hans', 'zh-Hans', 'zh-Hans']);
  expect(guessLanguage('释放全部工人', 'en')).toBe('zh-Hans');
  expect(guessLanguage('釋放全部工人,我們要求', 'en')).toBe('zh-Hant');
});

test('an address may bear a mail address, and a code that is another country’s', () => {
  expect(readAddress('Berlin, office@example.org')).toEqual({ city: 'Berlin', email: 'office@example.org' });
  expect(foreignCode(readAddress('1 Road, 123456 Berlin, Germany'))).toBe('DE');
  expect(foreignCode(readAddress('1 Road, 10115 Berlin, Germany'))).toBeUndefined();
});

test.each([
  ['Release them', ['Release them']],
  ['Release them; drop the charges', ['Release them', 'drop the charges']],
  ['Release them; drop the charges;', ['Release them', 'drop the charges']],
  ['1. Release them ⏎ 2. Drop the charges', ['Release them', 'Drop the charges']],
  [
    '- Release them\n  and their lawyers\n- Drop the charges',
    ['Release them and their lawyers', 'Drop the charges'],
  ],
  ['1. Release them 2. Drop the charges', ['Release them', 'Drop the charges']],
  ['• Release them • Drop the charges', ['Release them', 'Drop the charges']],
  ['Release them ⏎ Drop the charges', ['Release them', 'Drop the charges']],
  ['Pay the wages of May – all of them', ['Pay the wages of May – all of them']],
  [
    'Release all of those who were arrested on 1 May in the square ⏎ of Exampleton',
    ['Release all of those who were arrested on 1 May in the square of Exampleton'],
  ],
])('the demands in %j', (typed, items) => {
  expect(readList(typed)).toEqual(items);
});

test('no, none and unknown are nothing; what only begins so is something', () => {
  for (const typed of ['no', 'Nein', 'нет', 'aucune', 'ninguno', 'Unknown.'])
    expect(isNothing(typed)).toBe(true);
  for (const typed of ['No to the lock-out', 'Nina', 'нетто', '0']) expect(isNothing(typed)).toBe(false);
});

test.each([
  [
    'A. Example, Minister of Justice, in charge of human rights',
    'A. Example',
    'Minister of Justice, in charge of human rights',
  ],
  ['Ana Ejemplo, Presidenta de la República', 'Ana Ejemplo', 'Presidenta de la República'],
  ['Иван Примеров, министр юстиции', 'Иван Примеров', 'министр юстиции'],
  ['Legal Department, Ministry of Justice', undefined, 'Legal Department, Ministry of Justice'],
  ['Minister of Justice', undefined, 'Minister of Justice'],
  ['Gebäude 3, Minister der Justiz', undefined, 'Gebäude 3, Minister der Justiz'],
])('who holds the office is told apart from it: %s', (typed, holder, organisation) => {
  expect(splitHolder(typed)).toEqual({ organisation, ...(holder ? { holder } : {}) });
});

test.each([
  ['Carta de Cayetano, huelguista de hambre del SME', 'es'],
  // Spanish, French or Portuguese, nobody can tell, but not English.
  ['Carta de Cayetano', undefined],
  ['Alerte pour les syndicalistes de Djibouti', 'fr'],
  ['Freiheit den Streikenden von Beispielstadt', 'de'],
  ['Free the strikers of Exampleton', 'en'],
  ['Локаут на заводе: рабочие и их семьи', 'ru'],
  ['Страйк на заводі', 'uk'],
  ['Lock-out', 'en'],
  // Russian or Ukrainian, nobody can tell.
  ['Свободу страйкарям Прикладська', undefined],
])('the language that is offered for %s', (title, tag) => {
  expect(guessLanguage(title, 'en')).toBe(tag);
});

test('Cyrillic that may be Russian is that for who reads Russian; letters of another language are asked back', () => {
  expect(guessLanguage('Свободу страйкарям Прикладська', 'ru')).toBe('ru');
  const doubt = (typed: string, lang: string) =>
    sentence(typed, new Map([['lang', lang]]), '', { today: '2026-11-29', language: 'en' }).doubt;
  expect(doubt('Поліція затримала страйкарів.', 'ru')).toMatchObject({ values: { language: 'русский' } });
  expect(doubt('Полиция задержала бастующих.', 'ru')).toBeUndefined();
  expect(doubt('Полиция разогнала бастующих, были аресты.', 'uk')).toBeDefined();
});
