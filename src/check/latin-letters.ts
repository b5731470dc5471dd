import anyAscii from 'any-ascii';

/** Latin letters and digits of a name in any script, words apart by hyphens. */
export function slug(name: string, length = 48): string {
  return anyAscii(name)
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, length)
    .replace(/^-+|(?<!-)-+$/g, '');
}

const LATIN = /^[\p{sc=Latin}\P{L}]*$/u;
/** Scripts whose letters turn into Latin ones one by one, so that a reader of both can check what came of them. */
const LETTER_BY_LETTER = /^[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Georgian}\p{sc=Armenian}\p{sc=Latin}\P{L}]*$/u;

/** True for a text without letters of other scripts. */
export function isLatin(text: string): boolean {
  return LATIN.test(text);
}

/** A text letter by letter in Latin ones; undefined for scripts in which that makes no words. It is no known spelling. */
export function transliterate(text: string): string | undefined {
  return LETTER_BY_LETTER.test(text) ? anyAscii(text) : undefined;
}
