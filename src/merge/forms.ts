import { nameOfRegion, numberFormat } from '../engine.ts';
import type { Words } from '../model/words.ts';

/** Locale for `Intl` of a language's words. */
export function localeOf(words: Words): string {
  return words.locale ?? words.language;
}

/** What is made once for each locale and form: formatters, which cost far more to make than to use, and dates. */
const made = new Map<string, unknown>();

function once<T>(name: string, words: Words, make: (locale: string) => T): T {
  const locale = localeOf(words);
  const key = `${name} ${locale}`;
  if (!made.has(key)) made.set(key, make(locale));
  return made.get(key) as T;
}

/** A date as the language writes it; a month or year alone where no more is known. */
export function formatDate(date: string, words: Words, weekday = false): string {
  return once(`${date} ${weekday}`, words, () => {
    const pattern = words.dates?.weekday;
    if (!weekday || date.length !== 10 || pattern === undefined) {
      return written(dateFormat(date, words, weekday), dayOf(date), words);
    }
    return fillPattern(pattern, { weekday: nameOfWeekday(date, words), date: formatDate(date, words) });
  });
}

/** A date with the days of the month as the words file writes them. */
function written(format: Intl.DateTimeFormat, date: Date, { dates }: Words): string {
  const days = dates?.days;
  if (days === undefined) return format.format(date);
  const ofPart = ({ type, value }: Intl.DateTimeFormatPart) =>
    (type === 'day' ? days[value] : undefined) ?? value;
  return format.formatToParts(date).map(ofPart).join('');
}

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

function nameOfWeekday(date: string, words: Words): string {
  const day = dayOf(date);
  const own = words.dates?.weekdays?.[(day.getUTCDay() + 6) % 7];
  const options = { timeZone: 'UTC', weekday: 'long' } as const;
  return own ?? once('weekday', words, (locale) => new Intl.DateTimeFormat(locale, options)).format(day);
}

/** Day and local time of an event: "Wednesday 21 December 2011 at 12:00". */
export function formatMoment(date: string, time: string, words: Words): string {
  const pattern = words.dates?.moment;
  if (pattern !== undefined) {
    return fillPattern(pattern, { date: formatDate(date, words, true), time: formatTime(time, words) });
  }
  const options = { timeZone: 'UTC', calendar: 'gregory', dateStyle: 'full', timeStyle: 'short' } as const;
  const format = once('moment', words, (locale) => new Intl.DateTimeFormat(locale, options));
  return written(format, momentOf(date, time), words);
}

/** A local time of day, `18:30`, as the language writes it. */
export function formatTime(time: string, words: Words): string {
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
  return numberFormat(localeOf(words)).format(value);
}

/** A list with the language's conjunction. */
export function formatList(items: readonly string[], words: Words): string {
  const options = { type: 'conjunction', style: 'long' } as const;
  return once('list', words, (locale) => new Intl.ListFormat(locale, options)).format([...items]);
}

/** The CLDR plural category of a number. */
export function pluralOf(value: number, words: Words): Intl.LDMLPluralRule {
  return once('plural', words, (locale) => new Intl.PluralRules(locale)).select(value);
}

/** Name of a country in capitals, in a language, as the last line of an address has it. */
export function countryLine(country: string, words: Words, language = words.language): string {
  const locale = language === words.language ? localeOf(words) : language;
  return once(`country ${country} ${locale}`, words, () => {
    // The long names of these two begin with "Special Administrative Region" in many languages.
    const style = country === 'HK' || country === 'MO' ? 'short' : 'long';
    return nameOfRegion(country, [locale, 'en'], style).toLocaleUpperCase(locale);
  });
}

/** Puts values into the places of a pattern: `{n}`, `{unit}`. */
export function fillPattern(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{([\w-]+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : place,
  );
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
