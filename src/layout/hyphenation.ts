import { createRequire } from 'node:module';
import createHyphenator, { type HyphenationPatterns } from 'hyphen';
import { memoise } from '../model/memory.ts';
import { pathOfShipped, readShipped, type Shipped } from '../model/shipped.ts';

const SOFT_HYPHEN = '\u00ad';

/** Languages whose patterns come with `hyphen`, and the name of their file. */
const PATTERNS: ReadonlyMap<string, string> = new Map([
  ...'af be bg ca cs cy da es et eu fi fr ga gl hr hu hy id is it ka la lt lv mk nb nl oc pl pt ro ru sk sl sq sv tk tr uk'
    .split(' ')
    .map((tag) => [tag, tag] as const),
  ['de', 'de-1996'],
  ['el', 'el-monoton'],
  ['en', 'en-us'],
  ['en-GB', 'en-gb'],
  ['sr', 'sr-cyrl'],
  ['sr-Latn', 'sh-latn'],
  ['nn', 'nb'],
  ['no', 'nb'],
]);

/** Least letters before and after a hyphen. */
const BEFORE = 2;
const AFTER = 3;

const require = createRequire(import.meta.url);

/** True for a language whose words can be divided. */
export function canDivide(language: string): boolean {
  return patternsOf(language) !== undefined;
}

function patternsOf(language: string): string | undefined {
  return PATTERNS.get(language) ?? PATTERNS.get(language.split('-')[0]!);
}

/** The files of all patterns: compressed JSON beside the compiled program, modules in their package. */
export function listPatterns(): Shipped[] {
  return [...new Set(PATTERNS.values())].map(patternFile);
}

function patternFile(name: string): Shipped {
  return { copy: `hyphen/${name}.json.br`, source: `hyphen/patterns/${name}.js` };
}

/** Places in a word where the language divides it; none for a language without patterns and for words in capitals. */
export function divideWord(word: string, language: string): readonly number[] {
  const name = patternsOf(language);
  if (!name || word.length < BEFORE + AFTER || /\p{Lu}.*\p{Lu}/u.test(word)) return [];
  return dividedBy(name)(word);
}

const dividedBy = memoise((name: string) => {
  const hyphenate = openHyphenator(name);
  return memoise((word: string): readonly number[] => {
    const parts = hyphenate(word).split(SOFT_HYPHEN);
    let at = 0;
    return parts
      .slice(0, -1)
      .map((part) => {
        at += part.length;
        return at;
      })
      .filter((place) => place >= BEFORE && place <= word.length - AFTER);
  });
});

function openHyphenator(name: string): (word: string) => string {
  const file = patternFile(name);
  const path = pathOfShipped(file);
  const patterns = path.endsWith('.br') ? JSON.parse(readShipped(file).toString('utf8')) : require(path);
  return createHyphenator(patterns as HyphenationPatterns);
}
