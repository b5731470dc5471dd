import { z } from 'zod';
import { isTimeZone } from '../engine.ts';
import { isCountry } from './country.ts';
import { presentCountry } from './country-names.ts';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** A text with something to read in it: spaces alone print as a line without a name, or a demand for nothing. */
export const words = z
  .string()
  .min(1, { abort: true })
  .refine((s) => /[^\s\p{C}]/u.test(s), { params: { code: 'missing-value' } });

/** Lower-case id that is also a safe file name on every system: letters, digits, single hyphens. */
export const id = z
  .string()
  .max(64, { error: 'an id has at most 64 characters' })
  .regex(ID, {
    error: 'expected an id of lower-case letters, digits and hyphens, such as kz-de-berlin',
  })
  .refine((s) => !RESERVED.test(s), {
    error: 'this id is a reserved file name on Windows',
  });

/** True for what `id` lets through; for a list of a million this costs a tenth of asking the schema. */
export function isId(text: string): boolean {
  return text.length <= 64 && ID.test(text) && !RESERVED.test(text);
}

/** A calendar date that may be known only to the month or year: `2011-12-16`, `2011-12`, `2011`. */
export const partialDate = z.string().refine(isPartialDate, {
  params: { code: 'bad-date' },
  error: 'expected a date such as 2011-12-16, or 2011-12 or 2011 if the day is not known',
});

/** A whole calendar date: `2011-12-16`. */
export const fullDate = z.string().refine((s) => s.length === 10 && isPartialDate(s), {
  params: { code: 'bad-date' },
  error: 'expected a date such as 2011-12-16',
});

/** A time of day, `18:30`. */
export const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Local time of day, 24 hours: `12:00`. */
export const timeOfDay = z.string().regex(TIME_OF_DAY, {
  error: 'expected a time such as 18:30',
});

/** True for `YYYY`, `YYYY-MM` or `YYYY-MM-DD` that stands in the calendar. */
export function isPartialDate(s: string): boolean {
  const m = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(s);
  if (!m) return false;
  const [year, month, day] = [Number(m[1]), Number(m[2] ?? 1), Number(m[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The first day of a date that may be known only to the month or year: files need a whole one. */
export function firstDay(date: string): string {
  return date + '-01-01'.slice(date.length - 4);
}

/** ISO 3166-1 alpha-2 code of a country: `KZ`; its name, `UK` and small letters are understood. */
export const country = z
  .string()
  .overwrite(presentCountry)
  .refine(isCountry, {
    params: { code: 'bad-country' },
    error: 'expected a country code of two letters such as KZ or DE (ISO 3166-1)',
  });

/** A name from the IANA time zone database: `Europe/London`. */
export const timeZone = z
  .string()
  .refine(isTimeZone, { error: 'expected a time zone such as Europe/London (IANA)' });

/** Addresses with letters of any script, before and after the sign (RFC 6531, RFC 5890); ASCII ones as they always were. */
const EMAIL =
  /^(?!\.)(?!.*\.\.)[\p{L}\p{M}\p{N}_'+.-]*[\p{L}\p{M}\p{N}_+-]@(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*\.)+(?:xn--[a-z0-9-]+|[\p{L}\p{M}]{2,})$/u;

/** True for what `email` lets through. */
export function isEmail(text: string): boolean {
  return EMAIL.test(text);
}

/** An e-mail address. */
export const email = z.email({
  pattern: EMAIL,
  error: 'expected an e-mail address such as office@example.org',
});

/** Only http(s): nothing else may become a link on paper or on a page. */
export const webUrl = z.string().refine(isWebUrl, {
  params: { code: 'bad-url' },
  error: 'expected a web address that begins with https:// or http://',
});

/** True for what `webUrl` lets through. */
export function isWebUrl(text: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(text) && isUrl(text);
}

/** Node 20's own `URL.canParse` says no to addresses with letters such as ñ once it is called often. */
function isUrl(text: string): boolean {
  try {
    return new URL(text) !== undefined;
  } catch {
    return false;
  }
}
