import { createRequire } from 'node:module';

const SOFT_HYPHEN = '\u00ad';

/** Languages whose patterns come with `hyphen`, and the name of their module. */
const PATTERNS: ReadonlyMap<string, string> = new Map([
  ...'af be bg ca cs cy da de el en es et eu fi fr ga gl hr hu hy id is it ka la lt lv mk nb nl nn oc pl pt ro ru sk sl sq sr sv tk tr uk'
    .split(' ')
    .map((tag) => [tag, tag] as const),
  ['en-GB', 'en-gb'],
  ['sr-Latn', 'sh-latn'],
  ['no', 'nb'],
]);

/** Least letters before and after a hyphen. */
const BEFORE = 2;
const AFTER = 3;

interface Hyphenator {
  readonly hyphenateSync: (text: string) => string;
}

const require = createRequire(import.meta.url);
const hyphenators = new Map<string, Map<string, readonly number[]>>();

/** True for a language whose words can be divided. */
export function canDivide(language: string): boolean {
  return patternsOf(language) !== undefined;
}

function patternsOf(language: string): string | undefined {
  return PATTERNS.get(language) ?? PATTERNS.get(language.split('-')[0]!);
}

/** Places in a word where the language divides it; none for a language without patterns and for words in capitals. */
export function divideWord(word: string, language: string): readonly number[] {
  const name = patternsOf(language);
  if (!name || word.length < BEFORE + AFTER || /\p{Lu}.*\p{Lu}/u.test(word)) return [];
  const words = hyphenators.get(name) ?? new Map<string, readonly number[]>();
  hyphenators.set(name, words);
  const known = words.get(word);
  if (known) return known;
  const { hyphenateSync } = require(`hyphen/${name}`) as Hyphenator;
  const parts = hyphenateSync(word).split(SOFT_HYPHEN);
  let at = 0;
  const places = parts
    .slice(0, -1)
    .map((part) => {
      at += part.length;
      return at;
    })
    .filter((place) => place >= BEFORE && place <= word.length - AFTER);
  words.set(word, places);
  return places;
}
