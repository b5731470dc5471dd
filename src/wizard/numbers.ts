import { findFigures } from '../check/numbers.ts';
import { findNumberWords } from '../model/number-words.ts';
import { readDate } from './read-date.ts';

/** A number that a sentence tells of something. */
interface ToldNumber {
  /** In plain digits: `1500`. */
  readonly value: string;
  /** As it stands there: `1,500`, or `twelve`. */
  readonly written: string;
  /** What may be counted, as it stands behind the number: `oil`, `oil workers`, `oil workers were`. */
  readonly units: readonly string[];
}

/** Numbers of a sentence with words behind them, in words too where its language is given; days and years are none. */
export function listNumbers(sentence: string, date: string | undefined, language?: string): ToldNumber[] {
  const inWords = language === undefined ? [] : findNumberWords(sentence, language);
  const numbers = [
    ...findFigures(sentence, date ? [date.slice(0, 4)] : []),
    ...inWords.filter(({ value }) => /^\d+$/.test(value)),
  ];
  return numbers.flatMap(({ value, written }) => {
    // The same number may be a day first, and a count behind it.
    const all = [
      ...sentence.matchAll(new RegExp(`(?<![\\p{L}\\p{Nd}.,])${written}(?![\\p{L}\\p{Nd}])`, 'gu')),
    ];
    const units = all.map(({ index }) => unitsAt(sentence, index, written)).find((found) => found.length > 0);
    return units ? [{ value, written, units }] : [];
  });
}

/** What a number at a place may count; nothing where it is part of a date. */
function unitsAt(sentence: string, start: number, written: string): string[] {
  // "May 1", but not "2 May 30 people": that month has its day.
  const [day = '', month = ''] = ['', ...sentence.slice(Math.max(0, start - 40), start).split(' ')].slice(-3);
  const before = /\p{Nd}/u.test(day) ? '' : month;
  const behind = sentence.slice(start + written.length);
  const words = /^(?: [\p{L}\p{M}’'-]+){1,4}/u.exec(behind)?.[0].trim().split(' ') ?? [];
  const units = words.map((_, i) => words.slice(0, i + 1).join(' '));
  const isDay = [`${written} ${words[0]}`, `${written} ${units[1]}`, `${before} ${written}`].some(
    (text) => readDate(text, '2000-01-01') !== undefined,
  );
  return isDay ? [] : units;
}

/** The sentence with the place of its figure in place of number, unit and voice: "On 1 May {strikers} were arrested". */
export function putFigure(
  sentence: string,
  { written }: ToldNumber,
  { unit, quantity, voice }: { unit: string; quantity: string; voice?: string | undefined },
): string {
  return withoutVoice(sentence, voice).replace(`${written} ${unit}`, `{${quantity}}`);
}

/** A sentence without who says its number, where the figure says that: it would be said twice. */
function withoutVoice(sentence: string, voice: string | undefined): string {
  const at = voice ? sentence.toLowerCase().indexOf(voice.toLowerCase()) : -1;
  if (at < 0) return sentence;
  const told = sentence.slice(0, at).trimEnd();
  const before = /[,،,]$/u.test(told) ? told.slice(0, -1) : told;
  const behind = sentence.slice(at + voice!.length);
  // Between commas it took both; at the beginning the sentence begins behind it.
  if (before !== '') return before + behind.replace(/^[,،,](?=\s)/u, '');
  const rest = behind.replace(/^[,،,]/u, '').trimStart();
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
