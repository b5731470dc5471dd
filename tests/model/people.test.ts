import { describe, expect, it } from 'vitest';
import { mailCopies, namedCopies } from '../../src/model/copies.ts';
import { personName } from '../../src/model/person-name.ts';
import { isSecretary, isTitle } from '../../src/model/titles.ts';

const NATALIA = { name: { Latn: 'Natalia Sokolova', ru: 'Наталья Соколова' }, publish: 'yes' } as const;

describe('a person’s name', () => {
  it('is the language’s own, else that of its script, else marked as another', () => {
    expect(personName(NATALIA, 'ru')).toEqual({ text: 'Наталья Соколова' });
    expect(personName(NATALIA, 'de')).toEqual({ text: 'Natalia Sokolova' });
    expect(personName(NATALIA, 'ar')).toEqual({ text: 'Natalia Sokolova', language: 'und-Latn' });
    expect(personName({ name: { kk: 'Роза' }, publish: 'yes' }, 'en')).toEqual({
      text: 'Роза',
      language: 'kk',
    });
  });

  it('is its initials alone where somebody is not to be named, in every script', () => {
    const initials = (name: Record<string, string>, language: string) =>
      personName({ name, publish: 'initials' }, language).text;
    expect(initials(NATALIA.name, 'ru')).toBe('Н. С.');
    expect(initials({ en: 'Maria de la Cruz (Mari)' }, 'en')).toBe('M. d. l. C.');
    expect(initials({ ja: '約翰・史密斯' }, 'ja')).toBe('約. 史.');
    expect(initials({ hi: 'क्षमा देवी' }, 'hi')).not.toContain('देवी');
    expect(initials({ en: 'Élodie' }, 'en')).toBe('É.');
  });
});

describe('offices', () => {
  it.each([
    'Minister of Justice',
    'Adalet Bakanı',
    'Министр юстиции',
    'Generalstaatsanwalt',
    '司法部长',
    'وزير العدل',
  ])('%s names whoever holds it', (name) => expect(isTitle(name)).toBe(true));
  it.each([
    'Ministry of Justice',
    'Министерство юстиции',
    'Justizministerium',
    '司法部',
    'Embassy of Kazakhstan',
  ])('%s names nobody', (name) => expect(isTitle(name)).toBe(false));
  it('a secretary is told from secretariats', () => {
    expect(isSecretary('Secretary of Home Affairs')).toBe(true);
    expect(isSecretary('Home Affairs Secretariat')).toBe(false);
  });
});

describe('copies', () => {
  const copies = [
    { name: { en: 'The union' }, email: 'union@example.org' },
    { name: { en: 'A lawyer' }, email: 'lawyer@example.org', private: true },
    { name: { en: 'A paper' } },
  ];

  it('whoever is private is named nowhere and stands in blind copies alone', () => {
    expect(namedCopies({ copies }).map(({ name }) => name)).toEqual([{ en: 'The union' }, { en: 'A paper' }]);
    expect(mailCopies({ copies })).toEqual({ cc: ['union@example.org'], bcc: ['lawyer@example.org'] });
    expect(mailCopies({})).toEqual({ cc: [], bcc: [] });
  });
});
