import { expect, test } from 'vitest';
import { SHARE_LENGTHS, writeShareText } from '../../src/write/site/share.ts';

const lengthOf = (text: string, locale: string) =>
  [...new Intl.Segmenter(locale, { granularity: 'grapheme' }).segment(text)].length;

const URL_OF_PAGE = 'https://example.org/strike/hi/index.html';

test.each([
  [
    'en',
    ['Free the strikers.', 'Twelve strikers were arrested on 1 May 2026. '.repeat(5).trim(), 'Release them.'],
  ],
  // Letters of several code points, and an emoji of five: each counts as one.
  ['hi', ['हड़ताली मज़दूरों को रिहा करो। '.repeat(9).trim(), 'रिहा करो।']],
  ['kk', ['Мұнайшыларды босатыңыздар! '.repeat(20).trim()]],
  ['zh-Hans', ['释放被捕的工人。'.repeat(40)]],
  ['ar', ['أطلقوا سراح العمال المعتقلين. '.repeat(30).trim(), '👩🏽‍🏭✊🏾']],
])(
  '%s: a text for sharing keeps to its length in letters, and always ends with the address',
  (locale, sentences) => {
    for (const most of SHARE_LENGTHS) {
      const text = writeShareText(sentences, most, { locale, url: URL_OF_PAGE });
      expect(lengthOf(text, locale)).toBeLessThanOrEqual(most);
      expect(lengthOf(text, locale)).toBeGreaterThan(URL_OF_PAGE.length + 5);
      expect(text.endsWith(`\n${URL_OF_PAGE}`)).toBe(true);
      const said = text.slice(0, -URL_OF_PAGE.length - 1);
      // Whole sentences as they stand; of one that is too long for itself, its beginning.
      for (const line of said.split('\n'))
        expect(
          sentences.some((s) => s === line || (line.endsWith('…') && s.startsWith(line.slice(0, -1)))),
        ).toBe(true);
    }
  },
);

test('a word is never cut in two, and no mark stands before the dots', () => {
  const text = writeShareText([`${'Bergarbeiter, '.repeat(30)}Ende`], 160, { locale: 'de' });
  expect(text).toMatch(/Bergarbeiter…$/);
});
