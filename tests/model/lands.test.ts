import { describe, expect, it } from 'vitest';
import { barBetween } from '../../src/model/apart.ts';
import { distanceBetween } from '../../src/model/capitals.ts';
import { weightClassesOf, weightClassFor } from '../../src/model/postage.ts';
import { relatedLanguage } from '../../src/model/related.ts';
import { foreignScript, isWrittenIn, runsLeft, scriptOf } from '../../src/model/script.ts';
import { statesFor } from '../../src/model/territories.ts';

describe('countries', () => {
  it.each([
    ['DE', 'PL', 518], // Berlin to Warsaw
    ['KZ', 'CN', 3700],
    ['FR', 'GB', 343],
  ])('%s and %s lie %d km apart, to a tenth', (a, b, km) => {
    expect(distanceBetween(a, b)! / km).toBeGreaterThan(0.9);
    expect(distanceBetween(a, b)! / km).toBeLessThan(1.1);
    expect(distanceBetween(b, a)).toBe(distanceBetween(a, b));
    expect(distanceBetween(a, a)).toBe(0);
  });

  it('a place that nobody knows lies nowhere', () => {
    expect(distanceBetween('DE', 'XX')).toBeUndefined();
  });

  it('a territory is acted for by its state, and a state by itself', () => {
    expect(statesFor('JE')).toEqual(['JE', 'GB']);
    expect(statesFor('HK')).toEqual(['HK', 'CN']);
    expect(statesFor('KZ')).toEqual(['KZ']);
    expect(statesFor('CK')).toEqual(['CK']); // in free association: it decides for itself
  });

  it('a bar holds in the direction of its source, or in both', () => {
    expect(barBetween('IQ', 'IL')?.why).toBe('apart-iraq');
    expect(barBetween('IL', 'IQ')).toBeUndefined();
    expect(barBetween('UA', 'BY')).toBe(barBetween('BY', 'UA'));
    expect(barBetween('DE', 'KZ')).toBeUndefined();
    expect(barBetween('IQ', undefined)).toBeUndefined();
  });

  it('weights pay by the classes of the country of posting; elsewhere nobody guesses', () => {
    expect(weightClassFor(20, weightClassesOf('DE')!)).toBe(20);
    expect(weightClassFor(21, weightClassesOf('DE')!)).toBe(50);
    expect(weightClassFor(1001, weightClassesOf('DE')!)).toBeUndefined();
    for (const country of ['KZ', 'toString', undefined]) expect(weightClassesOf(country)).toBeUndefined();
  });
});

describe('languages', () => {
  const known = ['en', 'de', 'es', 'ru', 'uk', 'fa', 'zh-Hans', 'tr'];

  it.each([
    ['nl', 'de'],
    ['ca', 'es'],
    ['be', 'uk'],
    ['ps', 'fa'],
    ['zh-Hant', 'zh-Hans'],
    ['de-AT', 'de'],
    ['sw', 'en'],
    ['pt-BR', 'en'], // no Portuguese among those known here
  ])('%s is made beside %s', (tag, nearest) => {
    expect(relatedLanguage(tag, known)).toBe(nearest);
  });

  it('have the script of most of their readers, and its direction', () => {
    expect(['kk', 'kk-Latn', 'sr', 'zh', 'fa', 'yi'].map(scriptOf)).toEqual([
      'Cyrl',
      'Latn',
      'Cyrl',
      'Hans',
      'Arab',
      'Hebr',
    ]);
    expect(['ar', 'he', 'dv', 'ff-Adlm', 'de', 'az-Arab'].map(runsLeft)).toEqual([
      true,
      true,
      true,
      true,
      false,
      true,
    ]);
  });

  it('a name in letters of others is told as such; Latin ones all readers know', () => {
    expect(foreignScript('Наталья', 'en')).toBe('und-Cyrl');
    expect(foreignScript('Natalja', 'ru')).toBeUndefined();
    expect(foreignScript('Наталья Sokolova', 'en')).toBeUndefined();
    expect(foreignScript('2026', 'ar')).toBeUndefined();
    expect(isWrittenIn('労働組合', 'ja')).toBe(true);
    expect(isWrittenIn('노동', 'ja')).toBe(false);
  });
});
