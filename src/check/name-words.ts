import type { ContactKind } from '../model/contact.ts';
import { normalForm } from '../model/normal-form.ts';

type Matcher = (form: string) => boolean;

function matcherOf(word: string): Matcher {
  const isWhole = word.startsWith('=');
  const isAnywhere = word.startsWith('*');
  const isLast = word.endsWith('$');
  const bare = normalForm(word);
  if (isAnywhere) return (form) => form.includes(bare);
  if (isLast) return (form) => form.endsWith(` ${bare} `);
  return isWhole ? (form) => form.includes(` ${bare} `) : (form) => form.includes(` ${bare}`);
}

/** What the words of a table, divided by `|`, are found by in a normal form with a space at both ends. */
export const matchersOf = (words: string) => words.split('|').map(matcherOf);

/** A word, or several, by which a name tells what it is the name of. */
interface NameWord<T> {
  readonly means: T;
  /** In the form in which names are compared; `…` is up to six others. */
  readonly words: readonly string[];
  readonly isWhole: boolean;
  readonly isAnywhere: boolean;
  readonly isLast: boolean;
  readonly isWeak: boolean;
}

/** Words of one language by which the name of an office or organisation tells its kind, as `finderOf` reads them. */
export type KindWords = Readonly<Partial<Record<ContactKind, string>>>;

/** Where a word stands in a name: number of the first word of its form, and the letters up to its end. */
export interface WordFound<T> extends NameWord<T> {
  readonly first: number;
  readonly end: number;
}

/** Most words that `…` stands for. */
const GAP = 6;

/** Letters by which words are looked up; shorter ones by all of theirs. */
const KEY = 3;

/** How names are compared: letters that Arabic and Persian write in two ways in one, and Arabic words without article. */
function nameForm(name: string): string {
  return normalForm(name)
    .replace(/[يى]/g, 'ی')
    .replaceAll('ك', 'ک')
    .replaceAll('ة', 'ه')
    .replace(/(?<![^ ])(?:وال|بال|ال|لل)(?=\p{L}{2})/gu, '');
}

function nameWord<T>(means: T, word: string): NameWord<T> {
  const [, weak, kind, bare = '', last] = /^(\?)?([=*])?(.*?)(\$)?$/u.exec(word) ?? [];
  const words = bare.split('…').flatMap((part, i) => [...(i > 0 ? ['…'] : []), ...nameForm(part).split(' ')]);
  return {
    means,
    words,
    isWhole: kind === '=' || last !== undefined,
    isAnywhere: kind === '*',
    isLast: last !== undefined,
    isWeak: weak !== undefined,
  };
}

/**
 * Finds the words of tables in names: `word` begins one of a name, `=word` is a whole one, `*word` stands anywhere in one,
 * `word$` ends the name, `…` is up to six words, and `?word` counts only where nothing else does.
 */
export function finderOf<T extends string>(
  tables: readonly Readonly<Partial<Record<T, string>>>[],
): (name: string) => WordFound<T>[] {
  const all = tables.flatMap((table) =>
    (Object.entries(table) as [T, string][]).flatMap(([means, words]) =>
      words.split('|').map((word) => nameWord(means, word)),
    ),
  );
  const anywhere = all.filter(({ isAnywhere }) => isAnywhere);
  const byKey = new Map<string, NameWord<T>[]>();
  for (const word of all) {
    const key = word.words[0]!.slice(0, KEY);
    if (!word.isAnywhere) byKey.set(key, [...(byKey.get(key) ?? []), word]);
  }
  return (name) => {
    const form = nameForm(name);
    const tokens = form.split(' ');
    const ends: number[] = [];
    for (const token of tokens) ends.push((ends.at(-1) ?? -1) + 1 + token.length);
    const found: WordFound<T>[] = [];
    for (const [first, token] of tokens.entries())
      for (let length = 1; length <= Math.min(KEY, token.length); length++)
        for (const word of byKey.get(token.slice(0, length)) ?? []) {
          const last = lastOf(word, tokens, first, 0);
          if (last !== undefined && (!word.isLast || last === tokens.length - 1))
            found.push({ ...word, first, end: ends[last]! });
        }
    for (const word of anywhere) {
      const bare = word.words[0]!;
      for (let at = form.indexOf(bare); at >= 0; at = form.indexOf(bare, at + bare.length)) {
        const start = at;
        found.push({ ...word, first: ends.findIndex((upTo) => start < upTo), end: start + bare.length });
      }
    }
    return found;
  };
}

/** The number of the word of the name with which a pattern ends that begins at `at`; undefined where it doesn't stand there. */
function lastOf(
  pattern: NameWord<unknown>,
  tokens: readonly string[],
  at: number,
  from: number,
): number | undefined {
  const { words, isWhole } = pattern;
  let place = at;
  for (let i = from; i < words.length; i++) {
    const word = words[i]!;
    if (word === '…') {
      for (let gap = 0; gap <= GAP; gap++) {
        const last = lastOf(pattern, tokens, place + gap, i + 1);
        if (last !== undefined) return last;
      }
      return undefined;
    }
    const token = tokens[place];
    const isEnd = i === words.length - 1;
    if (token === undefined || !(isEnd && !isWhole ? token.startsWith(word) : token === word))
      return undefined;
    place += 1;
  }
  return place - 1;
}
