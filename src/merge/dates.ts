import type { Words } from '../model/words.ts';
import { fillPattern, formatDigits } from './number-forms.ts';

type Dates = NonNullable<Words['dates']>;

/** Day, month and year as numbers of a calendar; what isn't known is undefined. */
interface Parts {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

/** A date by the patterns of the language, with its weekday where that is asked for and the day is known. */
export function writeDate(date: string, words: Words, dates: Dates, weekday: boolean): string {
  const { year, month, day } = partsOf(date, dates);
  const months = (day === undefined ? dates['months-alone'] : undefined) ?? dates.months;
  const number = (value: number) => formatDigits(String(value), words);
  const pattern = day !== undefined ? dates.date : month !== undefined ? dates.month : dates.year;
  const written = fillPattern(pattern, {
    year: number(year),
    month: month === undefined ? '' : months[month - 1]!,
    day: day === undefined ? '' : (dates.days?.[day] ?? number(day)),
  });
  if (!weekday || day === undefined) return written;
  return fillPattern(dates.weekday, { weekday: weekdayOf(date, dates), date: written });
}

/** A time of day, `18:30`. */
export function writeTime(time: string, words: Words, dates: Dates): string {
  const [hh = '00', minute = '00'] = time.split(':');
  const pattern = minute === '00' ? (dates['full-hour'] ?? dates.time) : dates.time;
  const written = { hour: String(Number(hh)), hh: hh.padStart(2, '0'), minute };
  return formatDigits(fillPattern(pattern, written), words);
}

/** Day with its weekday, and time. */
export function writeMoment(date: string, time: string, words: Words, dates: Dates): string {
  return fillPattern(dates.moment, {
    date: writeDate(date, words, dates, true),
    time: writeTime(time, words, dates),
  });
}

function weekdayOf(date: string, { weekdays }: Dates): string {
  return weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7]!;
}

/** The parts of a date in the calendar of the language; a month or year alone stays Gregorian, whose it is. */
function partsOf(date: string, { calendar = 'gregory' }: Dates): Parts {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (calendar === 'gregory') return { year, month, day };
  if (calendar === 'buddhist') return { year: year + 543, month, day };
  if (day === undefined) return { year, month };
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const parts = format.formatToParts(new Date(`${date}T00:00:00Z`));
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return { year: of('year'), month: of('month'), day: of('day') };
}
