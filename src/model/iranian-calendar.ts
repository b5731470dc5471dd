import { once } from './memory.ts';

const DAY = 86_400_000;

/** Days as the Iranian calendar tells them, in plain digits. */
const format = once(
  () =>
    new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    }),
);

/**
 * The day of the Iranian calendar as one of ours, `2013-06-10` for 20/3/1392; undefined where it has no such day.
 * Its year begins at the equinox: what day that is, Node's own tables say (Unicode CLDR, calendar `persian`).
 */
export function fromIranian(year: number, month: number, day: number): string | undefined {
  // Months 1 to 6 have 31 days, those behind 30; the last 29 or 30.
  const sinceNewYear = (month <= 6 ? (month - 1) * 31 : 186 + (month - 7) * 30) + day - 1;
  for (const march of [19, 20, 21, 22]) {
    const time = Date.UTC(year + 621, 2, march) + sinceNewYear * DAY;
    if (toIranian(time).join() === [year, month, day].join())
      return new Date(time).toISOString().slice(0, 10);
  }
  return undefined;
}

/** Year, month and day of a time in the Iranian calendar. */
export function toIranian(time: number): [number, number, number] {
  const parts = new Map(
    format()
      .formatToParts(time)
      .map(({ type, value }) => [type, Number.parseInt(value, 10)]),
  );
  return [parts.get('year')!, parts.get('month')!, parts.get('day')!];
}

/** Its months as Persian texts name them; Farvardin, from 21 March, first. */
export const iranianMonths = once((): readonly string[] => {
  const named = new Intl.DateTimeFormat('fa-u-ca-persian', { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, i) => named.format(Date.UTC(2023, 3 + i, 10)));
});
