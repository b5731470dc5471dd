const DAY = 86_400_000;

/**
 * The day of the Iranian calendar as one of ours, `2013-06-10` for 20/3/1392; undefined where it has no such day.
 * Its year begins at the equinox: what day that is, Node's own tables say (Unicode CLDR, calendar `persian`).
 */
export function fromPersian(year: number, month: number, day: number): string | undefined {
  // Months 1 to 6 have 31 days, those behind 30; the last 29 or 30.
  const sinceNewYear = (month <= 6 ? (month - 1) * 31 : 186 + (month - 7) * 30) + day - 1;
  for (const march of [19, 20, 21, 22]) {
    const time = Date.UTC(year + 621, 2, march) + sinceNewYear * DAY;
    if (toPersian(time).join() === [year, month, day].join())
      return new Date(time).toISOString().slice(0, 10);
  }
  return undefined;
}

/** Year, month and day of a time in the Iranian calendar. */
export function toPersian(time: number): [number, number, number] {
  const format = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const parts = new Map(
    format.formatToParts(time).map(({ type, value }) => [type, Number.parseInt(value, 10)]),
  );
  return [parts.get('year')!, parts.get('month')!, parts.get('day')!];
}
