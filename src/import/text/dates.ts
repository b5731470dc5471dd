import { fromIranian, iranianMonths, toIranian } from '../../model/iranian-calendar.ts';
import type { Reading, Span } from './passages.ts';
import { anyOf, expression, lower, type Vocabulary } from './vocabulary.ts';

/** A date as it stands in the text, and what it means. */
export interface DateFound extends Span {
  /** `2011-12-16`, `2011-05` or `2011`. */
  readonly value: string;
  /** Last day, where two are named. */
  readonly until?: string | undefined;
  /** False where the whole year or the day don't stand there, and were told from the day of the appeal, or the weekday is another's. */
  readonly certain: boolean;
}

/** What is written of a date, whatever day that is. */
interface Written extends Span {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  readonly lastDay?: number | undefined;
  /** 1 for Monday. */
  readonly weekday?: number | undefined;
  readonly isAmbiguous?: boolean;
  /** The weekday that stands beside a day, 1 for Monday. */
  readonly beside?: number | undefined;
  /** True for a day of the Iranian calendar, whose year may be missing too. */
  readonly isIranian?: boolean;
}

/** The dates of a text as days; where they don't tell their year, it is that which lies nearest to `issued`, the day of the appeal. */
export function tellDates(written: readonly Written[], issued: string | undefined): DateFound[] {
  const whole = written.flatMap((date) =>
    date.year && date.month && date.day ? [isoOf(date.year, date.month, date.day)] : [],
  );
  const anchor = issued ?? whole.sort().at(-1);
  return written.flatMap((date) => resolve(date, anchor) ?? []);
}

/** `7.3`, `7/3`, `21-22.04`: day and month in numbers. */
const NUMBERS = '(?<![\\d./])(?<day>[0-3]?\\d)(?:\\.?[-–](?<last>[0-3]?\\d))?(?<sign>[./]) ?(?<m>[01]?\\d)';

/** "El 7/3", "Freitag, 7.3.": day and month alone, where the words before them, or the stop of a German day, say that they are one. */
function yearless(vocabulary: Vocabulary): string[] {
  const end = '(?![\\d/]|\\.\\d|\\s(?:of|de|des|del|di|der|do|da)\\s)';
  const isDotted = vocabulary.language === 'de' ? [`${NUMBERS}(?<=\\.[01]?\\d)\\.(?!\\s?\\d)`] : [];
  if (vocabulary.words('before-day').length === 0) return isDotted;
  const weekday = anyOf(vocabulary.weekdays.flat());
  return [...isDotted, `(?<=(?:${vocabulary.any('before-day')}|${weekday})[\\s,.(]{1,3})${NUMBERS}${end}`];
}

/** Months in full: a short form is another word where no day stands beside it, such as the French seven. */
function wholeNames({ months, endings }: Vocabulary): string {
  const whole = months.flatMap(([first = '', ...others]) => [
    first,
    ...others.filter((form) => !first.startsWith(form) || first.length - form.length < 2),
  ]);
  return `(?<month>${anyOf(whole.map((form) => (endings ? `${form}*` : form)))})${endings ? "(?:[’']?\\p{L}{0,6})" : ''}`;
}

/** Expressions of all ways in which a language writes dates, the surest first. */
function datePatterns(vocabulary: Vocabulary): string[] {
  const { endings, language } = vocabulary;
  const isChinese = language.startsWith('zh');
  const end = endings ? "(?:[’']?\\p{L}{0,6})" : '\\.?';
  const names = isChinese
    ? '(?!)'
    : `(?<month>${anyOf(vocabulary.months.flat().map((form) => (endings ? `${form}*` : form)))})${end}`;
  const day = '(?<day>[0-3]?\\d)(?:st|nd|rd|th|er|º|°|\\.|-?го|-?е|-?го)?';
  const gap = '[\\s,]{1,3}(?:de |del |of |the |dell’)?';
  const year = '(?<year>(?:19|20)\\d\\d)';
  const last = `(?:\\s?(?:[-–]|${anyOf([...vocabulary.words('and'), 'to', 'bis', 'au', 'al', 'по', 'до'])})\\s?(?<last>[0-3]?\\d)(?:st|nd|rd|th|\\.)?)?`;
  const patterns = [
    `${year}-(?<m>[01]\\d)-(?<day>[0-3]\\d)(?!\\d)`,
    `${year} ?年 ?(?:(?<m>\\d{1,2}) ?月)? ?(?:(?<day>\\d{1,2}) ?[日号])?`,
    '(?<![\\d年])(?<m>\\d{1,2}) ?月 ?(?:(?<day>\\d{1,2}) ?[日号])?',
    `${year}\\s(?:жылғы|жылдың|ж\\.)\\s${day}[-\\p{L}]{0,4}\\s${names}`,
    `(?<!\\d)${day}${last}${gap.replace('{1,3}', '{0,3}')}${names}(?:${gap}${year}(?!\\d))?`,
    ...(language === 'en' ? [`${names}\\s${day}(?!\\d)(?:${gap}${year})?`] : []),
    `${names}${gap}${year}`,
    `${year}\\s(?:жылғы|жылдың|ж\\.)\\s${names}`,
    `${NUMBERS}[./] ?${year}(?!\\d)`,
    `${NUMBERS}[./](?<shortYear>\\d\\d)(?![\\d/]|\\.\\d)`,
    ...yearless(vocabulary),
    ...(isChinese
      ? []
      : [`${vocabulary.any('before-month')}\\s${wholeNames(vocabulary)}(?![’'\\p{L}\\p{N}])`]),
    ...(endings ? [`${names}(?:\\s${vocabulary.any('after-month')}|(?<=[тдtd][аеae](?:[нn])?))`] : []),
  ];
  const iranianYear = '(?<iranianYear>1[34]\\d\\d)';
  if (language === 'fa')
    patterns.push(
      `(?<!\\d)${day}${gap}(?<iranianMonth>${anyOf(iranianMonths())})(?:${gap}${iranianYear}(?!\\d))?`,
      `(?<![\\d./])(?<day>[0-3]?\\d)/(?<m>[01]?\\d)/${iranianYear}(?!\\d)`,
      `(?<![\\d./])${iranianYear}/(?<m>[01]?\\d)/(?<day>[0-3]?\\d)(?!\\d)`,
    );
  return patterns;
}

/** All that is written as a date in a text. */
export function findWritten({ plain, vocabulary }: Reading): Written[] {
  const forms = vocabulary.months.flatMap((names, i) => names.map((name) => [name, i + 1] as const));
  const monthOf = (name: string) => {
    const small = lower(name);
    return forms
      .filter(([form]) => small.startsWith(lower(form)))
      .sort(([a], [b]) => b.length - a.length)[0]?.[1];
  };
  const found: Written[] = [];
  const taken = new Uint8Array(plain.length + 1);
  const isFree = ({ from, to }: Span) => !taken.subarray(from, to).includes(1);
  const take = (date: Written) => {
    found.push(date);
    taken.fill(1, date.from, date.to);
  };
  for (const pattern of datePatterns(vocabulary))
    for (const { 0: text, index, groups = {} } of plain.matchAll(expression(pattern, 'gu'))) {
      const date = {
        ...(iranianParts(groups) ?? partsOf(groups, monthOf)),
        from: index,
        to: index + text.replace(/[\s.]{1,3}$/, '').length,
      };
      if (isPossible(date) && isFree(date)) take(date);
    }
  for (const date of findWeekdays(plain, vocabulary)) {
    // "Friday, 16 December" is told by its date.
    const isBeside = taken.subarray(Math.max(0, date.from - 4), date.to + 8).includes(1);
    if (isFree(date) && !isBeside) take(date);
  }
  return found
    .map((date) =>
      date.day === undefined ? date : { ...date, beside: weekdayBeside(date, plain, vocabulary) },
    )
    .sort((a, b) => a.from - b.from);
}

/** The weekday right before a date, or right behind it. */
function weekdayBeside({ from, to }: Span, plain: string, vocabulary: Vocabulary): number | undefined {
  const before = plain.slice(Math.max(0, from - 40), from);
  const behind = plain.slice(to, to + 40);
  const isChinese = vocabulary.language.startsWith('zh');
  const found = vocabulary.weekdays.findIndex((forms) => {
    const name = anyOf(vocabulary.endings ? forms.map((form) => `${form}*`) : forms, !isChinese);
    return (
      expression(`${name}[\\s,.]{0,3}(?:(?:the|den|dem|der|de|le|el|il) )?$`, 'u').test(before) ||
      expression(`^[\\s,(（]{0,3}${name}`, 'u').test(behind)
    );
  });
  return found < 0 ? undefined : found + 1;
}

function partsOf(groups: Record<string, string | undefined>, monthOf: (name: string) => number | undefined) {
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  let day = number(groups.day);
  let month = groups.month ? monthOf(groups.month) : number(groups.m);
  // `12/16/2011` is American; `5/6/2011` may be either.
  const isSlash = groups.sign === '/';
  if (isSlash && month !== undefined && month > 12) [day, month] = [month, day];
  const isAmbiguous = isSlash && (day ?? 0) <= 12 && (month ?? 0) <= 12;
  const short = number(groups.shortYear);
  const year = short === undefined ? number(groups.year) : short + (short < 70 ? 2000 : 1900);
  return {
    year,
    month,
    day,
    lastDay: number(groups.last),
    isAmbiguous,
  };
}

/** Parts of a day of the Iranian calendar: one of ours where its year stands there. */
function iranianParts({
  day,
  m,
  iranianMonth,
  iranianYear,
}: Record<string, string | undefined>): Omit<Written, 'from' | 'to'> | undefined {
  if (iranianMonth === undefined && iranianYear === undefined) return undefined;
  const month = iranianMonth ? iranianMonths().indexOf(iranianMonth) + 1 : Number(m);
  if (iranianYear === undefined) return { month, day: Number(day), isIranian: true };
  const [ourYear, ourMonth, ourDay] =
    fromIranian(Number(iranianYear), month, Number(day))?.split('-').map(Number) ?? [];
  // A 31st of a month of 30 days is still no other number.
  return { year: ourYear, month: ourMonth ?? month, day: ourDay ?? Number(day) };
}

function isPossible({ month, day, lastDay }: Written): boolean {
  const isDay = (n: number | undefined) => n === undefined || (n >= 1 && n <= 31);
  return (month === undefined || (month >= 1 && month <= 12)) && isDay(day) && isDay(lastDay);
}

function findWeekdays(plain: string, vocabulary: Vocabulary): Written[] {
  const isChinese = vocabulary.language.startsWith('zh');
  return vocabulary.weekdays.flatMap((forms, i) => {
    const name = anyOf(vocabulary.endings ? forms.map((form) => `${form}*`) : forms, !isChinese);
    const pattern = vocabulary.weekdayAlone
      ? name
      : vocabulary.endings
        ? `${name}\\s${vocabulary.any('after-weekday')}`
        : `(?:${vocabulary.any('before-weekday')}\\s|(?<=[.!?]\\s|\\n))${name}`;
    return [...plain.matchAll(expression(pattern, 'gu'))].map(({ 0: text, index }) => ({
      from: index,
      to: index + text.length,
      weekday: i + 1,
    }));
  });
}

function resolve(date: Written, anchor: string | undefined): DateFound | undefined {
  const { from, to, year, month, day, lastDay, weekday } = date;
  if (weekday !== undefined) {
    if (anchor?.length !== 10) return undefined;
    const start = Date.parse(`${anchor}T00:00:00Z`);
    const back = ((new Date(start).getUTCDay() + 6) % 7) + 1 - weekday;
    const value = new Date(start - ((back + 7) % 7) * 86_400_000).toISOString().slice(0, 10);
    return { from, to, value, certain: false };
  }
  if (date.isIranian) {
    const value = nearestIranian(anchor, month!, day!);
    return value === undefined ? undefined : { from, to, value, certain: false };
  }
  const known = year ?? nearestYear(anchor, month, day);
  if (known === undefined) return undefined;
  const first = isoOf(known, month, day);
  if (day !== undefined && !isDay(first)) return undefined;
  const until = lastDay !== undefined && month !== undefined ? isoOf(known, month, lastDay) : undefined;
  // "Friday, 17 December 2011" was a Saturday: one of the two is wrong.
  const isOther = date.beside !== undefined && date.beside !== ((new Date(first).getUTCDay() + 6) % 7) + 1;
  return { from, to, value: first, until, certain: year !== undefined && !date.isAmbiguous && !isOther };
}

function isDay(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
}

/** The year in which a day lies nearest to the day of the appeal; a month alone is the last that had begun by then. */
function nearestYear(anchor: string | undefined, month = 1, day?: number): number | undefined {
  if (anchor === undefined) return undefined;
  const [year = 0, now = 1] = anchor.split('-').map(Number);
  if (day === undefined) return month <= now ? year : year - 1;
  const middle = Date.parse(`${anchor.length === 10 ? anchor : `${anchor}-15`.slice(0, 10)}T00:00:00Z`);
  const distance = (y: number) => Math.abs(Date.UTC(y, month - 1, day) - middle);
  return [year - 1, year, year + 1].reduce((a, b) => (distance(b) < distance(a) ? b : a));
}

/** The day of the Iranian calendar that lies nearest to that of the appeal. */
function nearestIranian(anchor: string | undefined, month: number, day: number): string | undefined {
  if (anchor?.length !== 10) return undefined;
  const now = Date.parse(`${anchor}T00:00:00Z`);
  const [year] = toIranian(now);
  const days = [year - 1, year, year + 1].flatMap((one) => fromIranian(one, month, day) ?? []);
  const distance = (value: string) => Math.abs(Date.parse(`${value}T00:00:00Z`) - now);
  return days.sort((a, b) => distance(a) - distance(b))[0];
}

function isoOf(year: number, month?: number, day?: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return [String(year), ...(month ? [two(month)] : []), ...(month && day ? [two(day)] : [])].join('-');
}
