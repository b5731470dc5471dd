import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findNumberWords } from '../../src/model/number-words.ts';
import { sharedPath } from '../shared.ts';

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const APPEALS = sharedPath('appeals');

test('letters, which hold no facts, hold no word that is taken for a number', () => {
  const letters = readdirSync(here('templates/letter')).filter((name) => name.endsWith('.md'));
  expect(letters.length).toBeGreaterThan(100);
  const found = letters.flatMap((name) => {
    const text = readFileSync(here(`templates/letter/${name}`), 'utf8').replace(/\{\{[^}]*\}\}/g, '');
    const language = name.split('.')[1]!;
    return findNumberWords(text, language).map(({ written }) => `${name}: ${written}`);
  });
  expect(found).toEqual([]);
});

test('in all languages of the bundled appeal only the six years are one', () => {
  const texts = readFileSync(here('data/zhanaozen/appeal.yaml'), 'utf8');
  const found = [...texts.matchAll(/^\s+([a-z]{2}(?:-Hans)?): (.*)$/gm)].flatMap(
    ([, language = '', text = '']) =>
      findNumberWords(text, language).map(({ value }) => `${language} ${value}`),
  );
  expect(new Set(found.map((one) => one.split(' ')[1]))).toEqual(new Set(['6']));
  expect(found.length).toBeGreaterThan(8);
});

test.skipIf(!existsSync(APPEALS))(
  'real appeals: ten people, hundreds, and nothing else (skipped where ../shared is missing)',
  () => {
    const found = readdirSync(APPEALS)
      .filter((name) => /\.(?:json|txt)$/.test(name))
      .flatMap((name) => {
        const text = readFileSync(`${APPEALS}/${name}`, 'utf8').replace(/https?:\S+/g, '');
        return findNumberWords(text, 'en').map(({ written }) => `${name.slice(0, 2)} ${written}`);
      });
    expect(found).toEqual(['12 Ten', 'zh hundreds']);
  },
);
