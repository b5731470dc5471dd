import { plainDigits } from '../model/digits.ts';
import { once } from '../model/memory.ts';
import { isPartialDate } from '../model/values.ts';

/** Languages whose names of months, days and "yesterday" are understood, whichever language the questions have. */
const READ_LANGUAGES = [
  ...['en', 'es', 'fr', 'de', 'ru', 'uk', 'kk', 'it', 'pt', 'pl', 'tr', 'ar', 'fa', 'zh'],
] as const;

/** What stands in dates beside day, month and year: articles, "of", "year", endings of ordinal numbers. */
const BESIDE = new Set(
  'of the on st nd rd th de del el la le l er am im den der an il o à em w dnia dn г год года році року р рік в во у от от- ж жыл жылы жылғы r rok roku yılı في من سنة'.split(
    ' ',
  ),
);

interface Names {
  /** Months 1 to 12 by each of their names. */
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlySet<string>;
  /** Whole names of weekdays, Sunday 0. */
  readonly week: ReadonlyMap<string, number>;
  /** `yesterday` −1, `today` 0, `tomorrow` 1. */
  readonly days: ReadonlyMap<string, number>;
}

const knownNames = once(readNames);

/**
 * The date that somebody means, as `2026-05-01`, `2026-05` or `2026`; undefined where nobody can tell. A day without a year is
 * the nearest one before `today`, or after it where `isAhead`. What reads as two days (`3/4/2026`) is none.
 */
export function readDate(typed: string, today: string, isAhead = false): string | undefined {
  const text = plainDigits(typed).toLowerCase().trim();
  if (isPartialDate(text)) return text;
  const names = knownNames();
  const near = names.days.get(text);
  if (near !== undefined) return shift(today, near);
  const cjk = /^(?:(\d{4})\s?年)?\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?$/.exec(text);
  if (cjk) return settle({ year: cjk[1], month: Number(cjk[2]), day: cjk[3] }, today, isAhead);
  const plain = readPlain(text);
  if (plain) return settle(plain, today, isAhead);
  return readNamed(text, names, today, isAhead) ?? readWeekday(text, names, today, isAhead);
}

/** What stands before a weekday that is near: "next", "this", "last". */
const NEAR = new Set(
  'on this next coming el este próximo proximo que viene ce prochain le am diesen nächsten naechsten kommenden в во эту этот это ближайшую ближайший ближайшее следующую следующий следующее у цю цей наступну наступний w we najbliższy questo prossimo bu gelecek'.split(
    ' ',
  ),
);
const PAST = new Set(
  'last pasado dernier letzten vorigen прошлую прошлый прошлое минулу минулий zeszły scorso geçen'.split(' '),
);

/** `Friday`, `next Friday`, `nächsten Freitag`, `в пятницу`: the next one where it is to come, else the last one. */
function readWeekday(text: string, { week }: Names, today: string, isAhead: boolean): string | undefined {
  const words = text.replace(/[,.]/g, ' ').trim().split(/\s+/);
  const isPast = words.some((word) => PAST.has(word));
  const day = week.get(words.filter((word) => !NEAR.has(word) && !PAST.has(word)).join(' '));
  if (day === undefined || (isPast && isAhead)) return undefined;
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  return shift(today, isAhead ? ((day - now + 6) % 7) + 1 : -(((now - day + 6) % 7) + 1));
}

interface Parts {
  readonly year?: string | undefined;
  readonly month: number;
  readonly day?: string | undefined;
}

/** `1.5.2026`, `1.5.`, `2026/5/1`, `05/2026`, and `31/5/2026`, where only one of the two can be the month. */
function readPlain(text: string): Parts | undefined {
  const [, y, m, d] = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$/.exec(text) ?? [];
  if (y) return { year: y, month: Number(m), day: d };
  const [, month, year] = /^(\d{1,2})[./](\d{4})$/.exec(text) ?? [];
  if (year) return { year, month: Number(month) };
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\.? ?(\d{4}|\d{2})?(?: ?г\.?| ?р\.?)?$/.exec(text);
  if (dotted) return { day: dotted[1], month: Number(dotted[2]), year: century(dotted[3]) };
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  if (!slashed) return undefined;
  const [first, second] = [Number(slashed[1]), Number(slashed[2])];
  if (first > 12 || first === second) return { day: slashed[1], month: second, year: slashed[3] };
  return second > 12 ? { day: slashed[2], month: first, year: slashed[3] } : undefined;
}

/** `1 May 2026`, `Friday, May 1st`, `1 мая 2026 г.`, `mai 2026`. */
function readNamed(text: string, { months, weekdays }: Names, today: string, isAhead: boolean) {
  const words = text.match(/\d+|[\p{L}\p{M}]+/gu) ?? [];
  let month: number | undefined;
  const numbers: string[] = [];
  for (const word of words) {
    if (/^\d/.test(word)) numbers.push(word);
    else if (months.has(word)) {
      if (month !== undefined) return undefined;
      month = months.get(word);
    } else if (!BESIDE.has(word) && !weekdays.has(word)) return undefined;
  }
  const year = numbers.find((n) => n.length === 4);
  const days = numbers.filter((n) => n.length < 3);
  if (month === undefined || days.length > 1 || numbers.length > days.length + (year ? 1 : 0))
    return undefined;
  return settle({ year, month, day: days[0] }, today, isAhead);
}

function settle({ year, month, day }: Parts, today: string, isAhead: boolean): string | undefined {
  const rest = [month, ...(day === undefined ? [] : [Number(day)])].map((n) => String(n).padStart(2, '0'));
  const write = (y: number) => [y, ...rest].join('-');
  const here = Number(today.slice(0, 4));
  const now = today.slice(0, day === undefined ? 7 : 10);
  let found = write(Number(year ?? here));
  if (year === undefined && !isAhead && found > now) found = write(here - 1);
  if (year === undefined && isAhead && found < now) found = write(here + 1);
  return isPartialDate(found) ? found : undefined;
}

function century(year: string | undefined): string | undefined {
  return year?.length === 2 ? `20${year}` : year;
}

function shift(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}

/** Weekdays as they stand in a sentence (в пятницу), where that is another form, Sunday 0. */
const IN_A_SENTENCE: ReadonlyMap<string, number> = new Map([
  ...([
    ['среду', 3],
    ['пятницу', 5],
    ['субботу', 6],
  ] as const),
  ...([
    ['середу', 3],
    ['п’ятницю', 5],
    ["п'ятницю", 5],
    ['суботу', 6],
    ['неділю', 0],
  ] as const),
  ...([
    ['środę', 3],
    ['sobotę', 6],
    ['niedzielę', 0],
  ] as const),
]);

function readNames(): Names {
  const months = new Map<string, number>();
  const weekdays = new Set(IN_A_SENTENCE.keys());
  const week = new Map(IN_A_SENTENCE);
  const days = new Map<string, number>();
  for (const language of READ_LANGUAGES) {
    for (const form of ['long', 'short'] as const) {
      const zone = { timeZone: 'UTC', calendar: 'gregory' } as const;
      const alone = new Intl.DateTimeFormat(language, { ...zone, month: form });
      const within = new Intl.DateTimeFormat(language, { ...zone, month: form, day: 'numeric' });
      const weekday = new Intl.DateTimeFormat(language, { ...zone, weekday: form });
      for (let i = 0; i < 12; i += 1) {
        const date = new Date(Date.UTC(2023, i, 15));
        const part = within.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '';
        for (const name of [alone.format(date), part]) {
          const word = name.toLowerCase().replace(/\.$/, '');
          if (/^[\p{L}\p{M}]+$/u.test(word) && !months.has(word)) months.set(word, i + 1);
        }
      }
      for (let i = 0; i < 7; i += 1) {
        const name = weekday.format(new Date(Date.UTC(2023, 0, 1 + i))).toLowerCase();
        if (form === 'long') week.set(name, i);
        for (const word of name.match(/[\p{L}\p{M}]+/gu) ?? []) weekdays.add(word);
      }
    }
    const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    for (const by of [-2, -1, 0, 1, 2]) days.set(relative.format(by, 'day').toLowerCase(), by);
  }
  return { months, weekdays, week, days };
}
