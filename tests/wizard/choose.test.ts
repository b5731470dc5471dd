import { expect, test } from 'vitest';
import type { Contact } from '../../src/model/contact.ts';
import { ENGLISH, textsIn } from '../../src/terminal/texts.ts';
import { choicesAmong } from '../../src/wizard/choose.ts';

const contact = (id: string, more: Partial<Contact>): Contact => ({
  id,
  kind: 'embassy',
  organisation: { en: `Embassy ${id}` },
  represents: 'KZ',
  languages: ['en'],
  source: 'made up for a test',
  ...more,
});
const KNOWN = [
  contact('berlin', { country: 'DE', city: 'Berlin', street: '1 Road', seen: '2014' }),
  contact('paris', { country: 'FR', city: 'Paris', seen: 'undated' }),
  contact('gone', { country: 'DE', defunct: '2020' }),
  contact('firm', { kind: 'company', organisation: 'Firm', represents: undefined, country: 'DE' }),
];
const find = (typed: string, canStop = false) => choicesAmong(KNOWN, ENGLISH)(typed, canStop);
const values = (typed: string) => find(typed).map(({ value }) => value);

test('by the country that it speaks for, all of its missions as one choice too; in any language', () => {
  expect(values('Kasachstan')).toEqual(['missions-of:KZ', 'berlin', 'paris', 'new:']);
});

test('by the country where it sits, and by name', () => {
  // No mission of a state that the appeal doesn’t name is what Enter takes.
  expect(values('Germany')).toEqual(['firm', 'new:', 'berlin']);
  expect(values('firm')).toEqual(['firm', 'new:firm']);
  expect(values('Nobody Ltd')).toEqual(['new:Nobody Ltd']);
});

test('nobody else is the first choice, where one may stop', () => {
  expect(find('', true)[0]).toEqual({ value: '', name: '(nobody else)' });
  expect(values('')[0]).toBe('');
});

test('says how old an address is', () => {
  expect(find('Germany').at(-1)!.description).toBe('1 Road, Berlin; last seen: 2014');
  expect(find('Kazakhstan')[2]!.description).toBe('address not known');
});

test('who types a country is not shown every mission there of which no address is known', () => {
  expect(values('France')).toEqual(['new:']);
});

test('names of countries stand in the language of whoever is asked, and can be typed in it', () => {
  const spanish = textsIn('es');
  const [all, , paris] = choicesAmong(KNOWN, spanish)('Kazajistán', false).map(({ name }) => name);
  expect(all).toContain('Kazajistán');
  expect(paris).toBe('Embassy paris, Paris, Francia');
  expect(choicesAmong(KNOWN, spanish)('alemania', false).map(({ value }) => value)).toContain('firm');
});

test('names are read once, however many letters are typed', () => {
  let read = 0;
  const watched = KNOWN.map((one) => ({
    ...one,
    get organisation() {
      read += 1;
      return one.organisation;
    },
  }));
  const finds = choicesAmong(watched, ENGLISH);
  finds('Nobody L', false);
  const once = read;
  finds('Nobody Lt', false);
  expect(once).toBeGreaterThan(0);
  expect(read).toBe(once);
});
