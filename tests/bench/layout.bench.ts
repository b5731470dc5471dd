import { bench, describe } from 'vitest';
import { openFonts } from '../../src/layout/fonts.ts';
import { setParagraph } from '../../src/layout/paragraph.ts';
import { STYLE } from '../layout/paragraphs.ts';

const WORDS =
  'On December the authorities shot down a rally of striking oil workers in Zhanaozen. The city is under curfew, in the hands of the army and cut off from the world. Since May about workers have been on strike for higher wages and better working conditions; the strike was banned'.split(
    ' ',
  );

const fonts = await openFonts();
const context = { fonts, language: 'en', direction: 'ltr' } as const;
let seed = 7;

/** A paragraph of 45 words that was never set before. */
function newText(): string {
  const pick = () => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return WORDS[seed % WORDS.length]!;
  };
  return Array.from({ length: 45 }, pick).join(' ');
}

const set = (text: string, size: number, hyphenate = false) =>
  setParagraph([{ kind: 'text', text }], { ...STYLE, size, hyphenate }, 450, context);

describe('a paragraph of 45 words of plain Latin text', () => {
  bench('that is new', () => {
    set(newText(), 11);
  });
  bench('that is new, in three sizes until it fits', () => {
    const text = newText();
    for (const size of [11, 10.5, 10]) set(text, size);
  });
  bench('that is new, with hyphens', () => {
    set(newText(), 11, true);
  });
  const known = newText();
  bench('that was set before', () => {
    set(known, 11);
  });
});
