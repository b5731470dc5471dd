import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatTrials } from '../../src/commands/words.ts';
import { tryWords } from '../../src/merge/try-words.ts';
import { bundledWords } from './fixture.ts';

const languages = readdirSync('templates/words').map((file) => file.replace('.yaml', ''));

/** The script of each language that is written in another than Latin letters. */
const SCRIPTS: Readonly<Record<string, string>> = {
  ru: 'Cyrillic',
  uk: 'Cyrillic',
  kk: 'Cyrillic',
  ar: 'Arabic',
  fa: 'Arabic',
  he: 'Hebrew',
  hi: 'Devanagari',
  ja: 'Han',
  ko: 'Hangul',
  'zh-Hans': 'Han',
};

describe.each(languages)('the words of %s', (tag) => {
  const words = bundledWords(tag);
  const trials = tryWords(words);
  const lines = trials.flatMap((trial) => trial.lines);

  test('are tried by phrases that a speaker can read', async () => {
    await expect(formatTrials(trials, words.name)).toMatchFileSnapshot(`../golden/words/${tag}.txt`);
  });

  test('leave no place unfilled, no space too many and no mark twice', () => {
    expect(lines.filter((line) => /[{}]|undefined/.test(line))).toEqual([]);
    expect(lines.filter((line) => / {2}|^ | $|[,;:] ?[,;:]|[^.]\.\.(?!\.)/.test(line))).toEqual([]);
    expect(
      lines.filter((line) => / [,.;:!?、，。：；！？،؛؟](?!\S*\p{N})/u.test(line.replaceAll('…', 'x'))),
    ).toEqual([]);
  });

  test('say no article or preposition twice', () => {
    expect(lines.filter((line) => /(?<![\p{L}\p{M}])(\p{L}{1,4}) \1(?![\p{L}\p{M}])/iu.test(line))).toEqual(
      [],
    );
  });

  test('have marks and letters of their own script', () => {
    const script = SCRIPTS[tag];
    if (script === undefined) return;
    const own = lines.map((line) => line.replace(/^[a-z-]+: /, ''));
    const foreign = /\p{Script=Latin}{2,}/u;
    expect(own.filter((line) => foreign.test(line))).toEqual([]);
    const beside = String.raw`[\p{Script=${script}}]`;
    const ascii = script === 'Arabic' ? ',;?' : script === 'Han' ? ',;:?!' : '';
    if (ascii !== '')
      expect(own.filter((line) => new RegExp(`${beside} ?[${ascii}]`, 'u').test(line))).toEqual([]);
  });
});

test('the words of the bundled languages bring along what they are tried with', () => {
  expect(languages.filter((tag) => bundledWords(tag).samples === undefined)).toEqual([]);
});
