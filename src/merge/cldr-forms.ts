import { runsLeft } from '../model/script.ts';
import type { Words } from '../model/words.ts';

/** What Unicode's data (CLDR) says of a language without words here, in the form of a words file. */
export interface CldrForms {
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** Left out where the engine has no data of the language. */
  readonly dates?: Words['dates'];
  readonly numbers?: Words['numbers'];
  readonly list?: Words['list'];
  /** Plural categories of its nouns. */
  readonly plurals: readonly Intl.LDMLPluralRule[];
}

/** Dates, numbers and lists of a language as the engine knows them: where a speaker begins. */
export function cldrForms(tag: string): CldrForms {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  const head = { name, direction: runsLeft(tag) ? 'rtl' : 'ltr' } as const;
  if (Intl.DateTimeFormat.supportedLocalesOf(tag).length === 0) return { ...head, plurals: ['other'] };
  return {
    ...head,
    plurals: new Intl.PluralRules(tag).resolvedOptions().pluralCategories,
    dates: datesOf(tag),
    numbers: numbersOf(tag),
    list: listOf(tag),
  };
}

function datesOf(tag: string): Words['dates'] {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { timeZone: 'UTC', calendar: 'gregory', ...options });
  const months = Array.from({ length: 12 }, (_, i) => new Date(Date.UTC(2026, i, 5)));
  const monthIn = (options: Intl.DateTimeFormatOptions) =>
    months.map((day) => partOf(format(options).formatToParts(day), 'month'));
  const within = monthIn({ day: 'numeric', month: 'long', year: 'numeric' });
  const alone = monthIn({ month: 'long', year: 'numeric' });
  const day = months[4]!;
  const pattern = (options: Intl.DateTimeFormatOptions) => patternOf(format(options).formatToParts(day));
  const date = pattern({ day: 'numeric', month: 'long', year: 'numeric' });
  const withWeekday = pattern({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const time = format({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }).formatToParts(
    new Date(Date.UTC(2026, 4, 5, 9, 5)),
  );
  return {
    months: within,
    ...(alone.join() === within.join() ? {} : { 'months-alone': alone }),
    weekdays: Array.from({ length: 7 }, (_, i) =>
      format({ weekday: 'long' }).format(new Date(Date.UTC(2026, 4, 4 + i))),
    ),
    date,
    month: pattern({ month: 'long', year: 'numeric' }),
    year: '{year}',
    day: pattern({ day: 'numeric', month: 'long' }),
    weekday: besideDate(withWeekday),
    time: patternOf(time),
    moment: '{date}, {time}',
    period: '{from} – {to}',
  };
}

/** "{weekday}, {date}" of a pattern with day, month and year. */
function besideDate(pattern: string): string {
  const [before = '', after = ''] = pattern.split('{weekday}');
  const space = (text: string) => text.replace(/\{\w+\}.*\{\w+\}/s, '{date}');
  const whole = before.includes('{') ? `${space(before)}{weekday}` : `${before}{weekday}${space(after)}`;
  return whole.includes('{date}') ? whole : '{weekday}, {date}';
}

function patternOf(parts: readonly Intl.DateTimeFormatPart[]): string {
  const place = ({ type, value }: Intl.DateTimeFormatPart) => {
    if (type === 'literal' || type === 'era' || type === 'dayPeriod') return value;
    return type === 'hour' && value.length > 1 ? '{hh}' : `{${type}}`;
  };
  return parts.map(place).join('').trim();
}

function partOf(parts: readonly { type: string; value: string }[], type: string): string {
  return parts.find((part) => part.type === type)?.value ?? '';
}

function numbersOf(tag: string): Words['numbers'] {
  const format = new Intl.NumberFormat(tag);
  const parts = format.formatToParts(1_234_567.5);
  const sizes = parts.filter(({ type }) => type === 'integer').map(({ value }) => value.length);
  const digits = new Intl.NumberFormat(tag, { useGrouping: false }).format(9_876_543_210);
  const ascending = [...digits].reverse().join('');
  return {
    decimal: partOf(parts, 'decimal'),
    group: partOf(parts, 'group'),
    ...(partOf(format.formatToParts(1500), 'group') === '' && partOf(parts, 'group') !== ''
      ? { 'group-from': 5 }
      : {}),
    ...(sizes.at(-2) === 2 ? { groups: [3, 2] } : {}),
    ...(ascending === '0123456789' || ascending.length !== 10 ? {} : { digits: ascending }),
  };
}

function listOf(tag: string): Words['list'] {
  const format = new Intl.ListFormat(tag, { type: 'conjunction', style: 'long' });
  const between = (items: string[]) =>
    format.formatToParts(items).flatMap(({ type, value }) => (type === 'literal' ? [value] : []));
  const [pair = ', '] = between(['a', 'b']);
  const [middle = ', ', last = ', '] = between(['a', 'b', 'c']);
  return { pair, middle, last };
}
