import { nameOfRegion, numberFormat } from '../engine.ts';
import { memoise, remember, startMemory } from '../model/memory.ts';
import type { Words } from '../model/words.ts';
import { writeDate, writeMoment, writeTime } from './dates.ts';
import { fillPattern, writeNumber } from './number-forms.ts';

export { fillPattern } from './number-forms.ts';

/** Locale for `Intl` of a language's words. */
export function localeOf(words: Words): string {
  return words.locale ?? words.language;
}

/** What is made once for each locale and form: formatters, which cost far more to make than to use. */
const made = remember<string, unknown>();

function once<T>(name: string, words: Words, make: (locale: string) => T): T {
  const locale = localeOf(words);
  return made.recall(`${name} ${locale}`, () => make(locale)) as T;
}

/** A date as the language writes it; a month or year alone where no more is known. */
export function formatDate(date: string, words: Words, weekday = false): string {
  return datesOf(words).recall(`${date} ${weekday}`, () =>
    words.dates
      ? writeDate(date, words, words.dates, weekday)
      : dateFormat(date, words, weekday).format(dayOf(date)),
  );
}

/** Dates that were written before. */
const datesOf = memoise((_: Words) => startMemory<string>(1024));

function dateFormat(date: string, words: Words, weekday: boolean): Intl.DateTimeFormat {
  const parts = date.split('-').length;
  const withDay = weekday && parts > 2;
  return once(`date ${parts} ${withDay}`, words, (locale) => {
    const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', calendar: 'gregory', year: 'numeric' };
    if (parts > 1) options.month = 'long';
    if (parts > 2) options.day = 'numeric';
    if (withDay) options.weekday = 'long';
    return new Intl.DateTimeFormat(locale, options);
  });
}

/** Day and local time of an event: "Wednesday 21 December 2011 at 12:00". */
export function formatMoment(date: string, time: string, words: Words): string {
  if (words.dates) return writeMoment(date, time, words, words.dates);
  const options = { timeZone: 'UTC', calendar: 'gregory', dateStyle: 'full', timeStyle: 'short' } as const;
  const format = once('moment', words, (locale) => new Intl.DateTimeFormat(locale, options));
  return format.format(momentOf(date, time));
}

/** A local time of day, `18:30`, as the language writes it. */
export function formatTime(time: string, words: Words): string {
  if (words.dates) return writeTime(time, words, words.dates);
  const options = { timeZone: 'UTC', timeStyle: 'short' } as const;
  const format = once('time', words, (locale) => new Intl.DateTimeFormat(locale, options));
  return format.format(momentOf('2000-01-01', time));
}

function dayOf(date: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day));
}

function momentOf(date: string, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(dayOf(date).getTime() + (hours * 60 + minutes) * 60_000);
}

/** A number as the language writes it. */
export function formatNumber(value: number, words: Words): string {
  if (words.numbers) return writeNumber(value, words, words.numbers);
  return numberFormat(localeOf(words)).format(value);
}

/** A list with the language's conjunction. */
export function formatList(items: readonly string[], words: Words): string {
  if (words.list) return joinList(items, words.list, words);
  const options = { type: 'conjunction', style: 'long' } as const;
  return once('list', words, (locale) => new Intl.ListFormat(locale, options)).format([...items]);
}

function joinList(items: readonly string[], list: NonNullable<Words['list']>, words: Words): string {
  const { pair, middle, last } = list;
  const [end = '', ...others] = [...items].reverse();
  if (others.length === 0) return end;
  const before = others.reverse().join(middle) + (others.length > 1 ? last : pair);
  return joinWord(before, end, words) + end;
}

/** The CLDR plural category of a number. */
export function pluralOf(value: number, words: Words): Intl.LDMLPluralRule {
  return once('plural', words, (locale) => new Intl.PluralRules(locale)).select(value);
}

/** Name of a country in capitals, in a language, as the last line of an address has it. */
export function countryLine(country: string, words: Words, language = words.language): string {
  const locale = language === words.language ? localeOf(words) : language;
  return once(`country ${country} ${locale}`, words, () => {
    const own = locale === localeOf(words) ? words.countries?.names?.[country] : undefined;
    if (own !== undefined) return own.toLocaleUpperCase(locale);
    // The long names of these two begin with "Special Administrative Region" in many languages.
    const style = country === 'HK' || country === 'MO' ? 'short' : 'long';
    return nameOfRegion(country, [locale, 'en'], style).toLocaleUpperCase(locale);
  });
}

/** Puts values into the places of a pattern, with what the words before them become, and the endings of names. */
export function fillWords(pattern: string, values: Readonly<Record<string, string>>, words: Words): string {
  let written = '';
  let end = 0;
  for (const { index, 0: place, 1: name = '', 2: form } of pattern.matchAll(/\{([\w-]+)(?::([\w-]+))?\}/g)) {
    const value = values[form === undefined ? name : `${name}:${form}`] ?? values[name];
    const before = written + pattern.slice(end, index);
    if (value === undefined) written = before + place;
    else {
      const ending = form !== undefined && values[`${name}:${form}`] === undefined ? form : undefined;
      written = joinWord(before, value, words) + value + endingOf(value, ending, words);
    }
    end = index + place.length;
  }
  return written + pattern.slice(end);
}

/** What stands before a value, its last word elided or contracted as the language does before that beginning. */
function joinWord(before: string, value: string, { joins = [] }: Words): string {
  const next = value.toLowerCase();
  const found = joins.find(
    ({ word, before: beginnings, except = [] }) =>
      new RegExp(`(^|[\\s(])${escaped(word)} $`, 'iu').test(before) &&
      beginnings.some((beginning) => next.startsWith(beginning)) &&
      !except.some((beginning) => next.startsWith(beginning)),
  );
  return found ? before.slice(0, -found.word.length - 1) + found.becomes : before;
}

/** A word as a pattern that is that word. */
export function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** The ending of a name in a case, by its last vowel and its last letter. */
function endingOf(name: string, form: string | undefined, { suffixes }: Words): string {
  const letters = [...name.toLowerCase()].filter((letter) => /\p{L}/u.test(letter));
  const rule = suffixes?.[form ?? '']?.find(({ vowels, after }) => {
    const all = suffixes[form ?? '']!.map((other) => other.vowels ?? '').join('');
    const vowel = letters.findLast((letter) => all.includes(letter)) ?? '';
    const last = letters.at(-1) ?? '';
    return (vowels === undefined || vowels.includes(vowel)) && (after === undefined || after.includes(last));
  });
  return rule?.add ?? '';
}

/** A text that begins with a capital, where its script has them. */
export function sentenceCase(text: string, words: Words): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(localeOf(words)) + text.slice(first.length);
}

/** A label with what it names, as the language sets them apart; a colon of the label's own isn't doubled. */
export function labelledParts(label: string, words: Words): { before: string; after: string } {
  const pattern = fillPattern(words.labelled ?? '{label}: {value}', {
    label: label.replace(/(?<!\s)\s*[:：]\s*$/, ''),
  });
  const [before = '', after = ''] = pattern.split('{value}');
  return { before, after };
}

/** Signs that end a sentence, in all scripts, with what may close behind them: quotation marks, brackets. */
const ENDED = /[\p{Sentence_Terminal}…‥:;；：]["'”’»«›‹“„」』）)\]\s]*$/u;
/** Signs of full stop in scripts that have one of their own. */
const STOPS: Readonly<Record<string, string>> = {
  zh: '。',
  ja: '。',
  hi: '।',
  bn: '।',
  ne: '।',
  ur: '۔',
  hy: '։',
  am: '።',
  my: '။',
  km: '។',
  th: '',
  lo: '',
};

/** A sentence that somebody wrote without its final stop, with the one of its language: the next would run into it. */
export function endSentence(sentence: string, language: string): string {
  if (ENDED.test(sentence)) return sentence;
  return sentence.trimEnd() + (STOPS[language.split('-')[0]!] ?? '.');
}

/** Space between sentences: none in scripts that are written without. */
export function sentenceSpace(words: Words): string {
  return /^(zh|ja)\b/.test(words.language) ? '' : ' ';
}
