import { join } from 'node:path';
import { remember } from '../../model/memory.ts';
import { listInside } from '../../read/inside.ts';
import { parseOrRecall } from '../../read/parsed.ts';
import { readSource } from '../../read/source.ts';

/** Words of one language by which the parts of an appeal are told: `data/reading/<language>.yaml`. */
export interface Vocabulary {
  readonly language: string;
  /** False for a language of which only common words are known, so that its texts are taken for none of another. */
  readonly isRead: boolean;
  /** Months and weekdays in every form that stands in dates; January and Monday first. */
  readonly months: readonly (readonly string[])[];
  readonly weekdays: readonly (readonly string[])[];
  /** True where endings are put to names and numbers: `Aralık’ta`. */
  readonly endings: boolean;
  /** True where a stop behind a number makes it an ordinal, and seldom ends a sentence: `3. Havalimanı`. */
  readonly ordinalStop: boolean;
  /** True where a weekday needs no word before it to mean a day. */
  readonly weekdayAlone: boolean;
  /** True where who says a number stands before it. */
  readonly voiceFirst: boolean;
  /** The words of a list, empty where the language has none. */
  readonly words: (list: string) => readonly string[];
  /** An expression for any word of some lists. */
  readonly any: (...lists: string[]) => string;
  /** Words behind a number that tell how it is meant. */
  readonly afterNumber: Readonly<Record<string, readonly string[]>>;
}

/** Reads the words of all languages. */
export async function readVocabularies(folder: string): Promise<Vocabulary[]> {
  const { names } = await listInside(folder, folder, /\.yaml$/);
  const read = async (name: string) => {
    const { data } = parseOrRecall(await readSource(join(folder, name)));
    return [data].flat().map((one) => toVocabulary(one as Readonly<Record<string, unknown>>));
  };
  return (await Promise.all([...names].sort().map(read))).flat();
}

function toVocabulary(data: Readonly<Record<string, unknown>>): Vocabulary {
  const language = String(data.language);
  const spaced = !/^(?:zh|ja)\b/.test(language);
  const words = (list: string) => (data[list] ?? []) as readonly string[];
  // Asked for with each sentence, and long: made once.
  const known = new Map<string, string>();
  const any = (...lists: string[]) => {
    const key = lists.join(' ');
    const source = known.get(key) ?? anyOf(lists.flatMap(words), spaced);
    known.set(key, source);
    return source;
  };
  return {
    language,
    isRead: data.months !== undefined,
    months: (data.months ?? []) as string[][],
    weekdays: (data.weekdays ?? []) as string[][],
    endings: isTrue(data.endings),
    ordinalStop: isTrue(data['ordinal-stop']),
    weekdayAlone: isTrue(data['weekday-alone']) || !spaced,
    voiceFirst: isTrue(data['voice-gives-first']),
    words,
    any,
    afterNumber: (data['after-number'] ?? {}) as Record<string, readonly string[]>,
  };
}

const isTrue = (value: unknown) => value === true || value === 'true';

const made = remember<string, RegExp>();

/** An expression of these words: made once, as it is long. */
export function expression(source: string, flags: string): RegExp {
  return made.recall(`${flags} ${source}`, () => new RegExp(source, flags));
}

/** An expression for what is cried, where words begin with it. */
export function sloganIn({ any }: Vocabulary): RegExp {
  return expression(`^[¡«“„"]?(?:${any('slogans')})`, 'u');
}

/** Small letters, character for character: none becomes two. */
export function lower(text: string): string {
  const small = text.toLowerCase();
  if (small.length === text.length) return small;
  return [...text]
    .map((sign) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign))
    .join('');
}

/**
 * An expression for any of some words, whole ones where words are apart; `*` at the end stands for any ending, `…` between
 * two words for whatever stands there before the second of them.
 */
export function anyOf(words: readonly string[], spaced = true): string {
  if (words.length === 0) return '(?!)';
  const longest = words.map(lower).sort((a, b) => b.length - a.length);
  if (!spaced) return `(?:${longest.map(escapeWord).join('|')})`;
  // A particle of one letter is written together with the word behind it, an elided article too.
  const isPrefix = (word: string) => /(?: [لب]|[’'])$/.test(word);
  const isBeginning = (word: string) => word.endsWith('*');
  const isWhole = (word: string) => !isPrefix(word) && !isBeginning(word);
  // "à l’" before "à".
  const kinds = [
    [longest.filter(isPrefix), ''],
    [longest.filter(isWhole), '(?![\\p{L}\\p{M}\\p{N}])'],
    [longest.filter(isBeginning), '[\\p{L}\\p{M}]{0,20}'],
  ] as const;
  const groups = kinds.flatMap(([some, end]) =>
    some.length > 0 ? `(?:${some.map((word) => escapeWord(word.replace(/\*$/, ''))).join('|')})${end}` : [],
  );
  return `(?<![\\p{L}\\p{M}\\p{N}])(?:${groups.join('|')})`;
}

function escapeWord(word: string): string {
  const [first = '', last] = word.split(' … ');
  if (last === undefined) return escapePlain(word);
  const next = escapePlain(last);
  return `${escapePlain(first)}\\s(?:(?!\\s${next}\\s)[^.!?:;\\n]){1,100}\\s${next}`;
}

function escapePlain(word: string): string {
  return word
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/[’']/g, "[’']")
    .replaceAll(' ', '\\s');
}

/** The languages whose texts are read, for messages. */
export function listRead(all: readonly Vocabulary[]): string {
  return all.flatMap(({ language, isRead }) => (isRead ? language : [])).join(', ');
}

/** The language that most of the common words of a text belong to; undefined where that is none whose texts are read. */
export function tellLanguage(text: string, all: readonly Vocabulary[]): Vocabulary | undefined {
  const sample = lower(text.slice(0, 8_000));
  const counted = all.map((vocabulary) => {
    const count = [...sample.matchAll(expression(vocabulary.any('common'), 'gu'))].length;
    return { vocabulary, count, share: count / vocabulary.words('common').length };
  });
  const read = counted.filter(({ vocabulary }) => vocabulary.isRead);
  const best = read.reduce((a, b) => (b.share > a.share ? b : a));
  const isOther = counted.some(({ vocabulary, count }) => !vocabulary.isRead && count > best.count);
  return isOther || best.count === 0 ? undefined : best.vocabulary;
}
