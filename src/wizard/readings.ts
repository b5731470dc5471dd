import { kindOfName } from '../check/kind-words.ts';
import { nameOfLanguage, nameOfRegion } from '../engine.ts';
import { CONTACT_KINDS } from '../model/contact.ts';
import { countryName } from '../model/country.ts';
import { countryOf } from '../model/country-names.ts';
import { plainDigits } from '../model/digits.ts';
import { parseFigureValue } from '../model/figure.ts';
import { isLanguageTag } from '../model/text.ts';
import { isEmail, TIME_OF_DAY } from '../model/values.ts';
import {
  foreignCode,
  readAddress,
  readCountry,
  readEmail,
  readLanguage,
  readLanguages,
  readTime,
  readUrl,
} from './read-answer.ts';
import { readDate } from './read-date.ts';
import type { Meant, Step, World } from './script.ts';

type Read = NonNullable<Step['read']>;

const plainly =
  (read: (typed: string) => string): Read =>
  (typed) => ({ value: read(typed) });

/** A language, by name or tag. */
export const language = plainly(readLanguage);
/** Several languages. */
export const languages = plainly(readLanguages);
/** A time of day. */
export const time: Read = (typed) => {
  const value = readTime(typed);
  return TIME_OF_DAY.test(value)
    ? { value }
    : { value, unread: { text: 'No time is understood in that. As in: 18:30, or 6:30 pm' } };
};
/** A web address. */
export const url = plainly(readUrl);
/** An e-mail address. */
export const email = plainly(readEmail);

/** A country; where it is none, the nearest name is asked back. */
export const country: Read = (typed) => {
  const value = readCountry(typed);
  const isGuess = countryOf(typed.trim()) === undefined && value !== typed.trim();
  if (!isGuess) return { value };
  return {
    value,
    isGuess,
    doubt: { text: 'Did you mean {country}?', values: { country: countryName(value) } },
  };
};

const NO_DAY = { text: 'No day is understood in that. As in: 1 May 2026, May 2026, 2026, yesterday' };

/** When something happened: a day to come is asked back, and one of another year than the other things that happened. */
export const pastDate: Read = (typed, answers, at, { today }): Meant => {
  const value = readDate(typed, today);
  if (value === undefined) return { value: typed, unread: NO_DAY };
  if (value > today.slice(0, value.length))
    return { value, doubt: { text: '{date} is still to come.', values: { date: value } } };
  const years = [...answers].flatMap(([key, text]) =>
    /^fact\.\d+\.date$/.test(key) && key !== `${at}date` && text !== '' ? [text.slice(0, 4)] : [],
  );
  if (years.length === 0 || years.includes(value.slice(0, 4))) return { value };
  return { value, doubt: { text: 'What else you told happened in {year}.', values: { year: years[0]! } } };
};

/** A source: "yesterday" at its end is another day when it is read, so the date stands there. */
export const source: Read = (typed, answers, _at, { today, language }) => {
  const [, by, last = ''] = /^(.*[,،,]\s*)([^,،,]+)$/u.exec(typed) ?? [];
  const day = by === undefined || /\p{Nd}/u.test(last) ? undefined : readDate(last, today);
  if (day?.length !== 10) return { value: typed };
  const own = answers.get('lang') ?? '';
  const format = new Intl.DateTimeFormat(isLanguageTag(own) ? own : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return { value: by + format.format(new Date(`${day}T00:00:00Z`)) };
};

/** When something will be: a day that has passed is asked back. */
export const comingDate: Read = (typed, _answers, _at, { today }) => {
  const value = readDate(typed, today, true);
  if (value === undefined) return { value: typed, unread: NO_DAY };
  const isPast = value.length === 10 && value < today;
  return isPast ? { value, doubt: { text: '{date} has passed.', values: { date: value } } } : { value };
};

/** A number as people write it: `1,500`, `1 500`, `٣٦`; what is none is asked for in digits. */
export const number: Read = (typed): Meant => {
  const value = plainDigits(typed)
    .trim()
    .replace(/(?<=\d)[.,'’\s\u00a0\u202f](?=\d{3}(?!\d))/g, '');
  return parseFigureValue(value)
    ? { value }
    : { value: typed, unread: { text: 'A number in digits is needed. As in: 36' } };
};

/** An address in one line: a postal code that another country has is asked back. */
export const address: Read = (typed) => {
  const parts = readAddress(typed);
  const wrong = foreignCode(parts);
  if (wrong === undefined) return { value: typed };
  const values = { code: parts.postalCode!, country: countryName(wrong) };
  return { value: typed, doubt: { text: '{code} looks like no postal code of {country}.', values } };
};

/** Kinds of addressees in words of any language, and addressees by id, as a list. */
export const addressees: Read = (typed, answers) => {
  const isId = (one: string) => [...answers.keys()].some((key) => key.startsWith(`${one}.`));
  const known = (one: string) =>
    (CONTACT_KINDS as readonly string[]).includes(one) || isId(one) || !/^[\p{L}\p{M} ’']+$/u.test(one);
  const parts = typed.split(/[;,،；，、]/u).map((part) => part.trim());
  return { value: parts.map((one) => (known(one) ? one : (kindOfName(one) ?? one))).join('; ') };
};

/** A name: an address for mail is none. */
export const name: Read = (typed): Meant => {
  if (isEmail(typed))
    return {
      value: typed,
      doubt: { text: '{email} is an e-mail address, no name.', values: { email: typed } },
    };
  return readAddress(typed).postalCode === undefined
    ? { value: typed }
    : {
        value: typed,
        doubt: { text: '{address} looks like an address, no name.', values: { address: typed } },
      };
};

/** An address in one line as it was taken: its parts apart. */
export function showAddress(line: string, { language }: World): string {
  const { country: code, ...parts } = readAddress(line);
  return [...Object.values(parts), ...(code === undefined ? [] : [nameOfRegion(code, [language])])].join(
    ' · ',
  );
}

const LETTERS: readonly (readonly [tag: string, letters: RegExp])[] = [
  ['uk', /[іїєґ]/iu],
  ['be', /ў/iu],
  ['kk', /[әғқңөұүһ]/iu],
  ['ru', /[ыэъё]/iu],
  ['fa', /[پچژگ]/u],
  ['ar', /\p{Script=Arabic}/u],
  ['el', /\p{Script=Greek}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ko', /\p{Script=Hangul}/u],
  ['zh-Hant', /[們國這個會還來時對說]/u],
  ['zh-Hans', /\p{Script=Han}/u],
  ['pl', /[ąęłśźż]/iu],
  ['tr', /[ğış]/u],
  ['es', /[ñ¿¡]/iu],
  ['de', /[ßäöü]/iu],
];

/** Little words that stand in most titles, where no letter tells. */
const WORDS: readonly (readonly [tag: string, words: string])[] = [
  ['en', 'the of and to for in at on with from'],
  ['es', 'de la el los las del por y para con en a al'],
  ['fr', 'de la le les des du et pour aux en au à'],
  ['de', 'der die das und für den dem von im in'],
  ['it', 'di la il gli dei della del per e nel a'],
  ['pt', 'de a o os do da dos das em para e'],
  ['pl', 'w i z na do dla o'],
  ['ru', 'и в на за о от что для не из'],
  ['uk', 'та в на за про від що для не із'],
];

/**
 * The language that letters of a text point to, then its little words; `otherwise` where nothing does. Cyrillic that may be
 * Ukrainian, Russian or another is guessed for nobody but who reads Russian: a whole appeal would be in the wrong one.
 */
export function guessLanguage(text: string, otherwise: string): string | undefined {
  const byLetters = LETTERS.find(([, letters]) => letters.test(text))?.[0];
  if (byLetters) return byLetters;
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const hits = WORDS.map(([tag, list]) => {
    const known = list.split(' ');
    return { tag, n: words.filter((word) => known.includes(word)).length };
  });
  const most = Math.max(...hits.map(({ n }) => n));
  const best = hits.filter(({ n }) => n === most && n > 0);
  if (best.length === 1) return best[0]!.tag;
  if (best.length > 1) return best.some(({ tag }) => tag === otherwise) ? otherwise : undefined;
  const isCyrillic = /\p{Script=Cyrillic}/u.test(text);
  return isCyrillic && otherwise !== 'ru' ? undefined : otherwise;
}

/** A sentence: letters that the language of the appeal hasn't are asked back, before a whole appeal is in the wrong one. */
export const sentence: Read = (typed, answers): Meant => {
  const lang = answers.get('lang') ?? '';
  const foreign = FOREIGN_LETTERS[lang];
  if (!foreign?.test(typed)) return { value: typed };
  const values = { language: nameOfLanguage(lang, [lang]) };
  return { value: typed, doubt: { text: 'It has letters that {language} hasn’t.', values } };
};

const FOREIGN_LETTERS: Readonly<Record<string, RegExp>> = {
  ru: /[іїєґўәғқңөұүһ]/iu,
  uk: /[ыэъёў]/iu,
};
