import { memoise } from './memory.ts';

/** The script that most of a language is written in: `Latn`, `Cyrl`. */
export const scriptOf = memoise(
  (language: string): string => new Intl.Locale(language).maximize().script ?? 'Latn',
);

/** Scripts without spaces between words: a name is part of a longer run. */
export const UNSPACED = ['Hans', 'Hant', 'Jpan', 'Thai', 'Laoo', 'Khmr', 'Mymr'];

/** Scripts that a language's texts are written in beside its own. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hang', 'Hani'],
  Hans: ['Hani'],
  Hant: ['Hani'],
};

/** Scripts of names that appeals come with, but for Latin, which readers of all others know. */
const KNOWN = 'Cyrl Grek Armn Geor Arab Hebr Deva Beng Thai Hani Hang Hira Kana Ethi Khmr Mymr'.split(' ');

/**
 * The script of a text that has none of the letters in which a language is written, as a language tag: `und-Cyrl` for a
 * Russian name in an English letter. Undefined where the text has some, and for Latin letters.
 */
export function foreignScript(text: string, language: string): string | undefined {
  if (isWrittenIn(text, language)) return undefined;
  const found = KNOWN.find((script) => has(text, script));
  return found && `und-${found}`;
}

/** True for a text with letters in which the language is written, or without any. */
export function isWrittenIn(text: string, language: string): boolean {
  const own = scriptOf(language);
  return (WRITTEN[own] ?? [own]).some((script) => has(text, script)) || !LETTER.test(text);
}

const runsOf = memoise((script: string) => new RegExp(`\\p{Script=${script}}+`, 'gu'));
const LETTER = /\p{L}/u;

/** What is a letter is asked of few runs: a pattern that asks it of every character takes long to make, for each script. */
function has(text: string, script: string): boolean {
  for (const [run] of text.matchAll(runsOf(script))) if (LETTER.test(run)) return true;
  return false;
}

const RIGHT_TO_LEFT = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'];

/** True for a language that is written from right to left. */
export function runsLeft(language: string): boolean {
  return RIGHT_TO_LEFT.includes(scriptOf(language));
}
