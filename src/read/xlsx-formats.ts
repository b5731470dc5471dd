/** What a number format makes of a number, as far as lists need it. */
export type NumberFormat =
  | { readonly kind: 'plain' | 'date' | 'time' }
  /** At least so many digits, with zeros before them: postal codes. */
  | { readonly kind: 'digits'; readonly digits: number };

/** Formats that are known by their number (ECMA-376, part 1, clause 18.8.30); 27 to 58 are dates of East Asia. */
function isDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

function isTime(id: number): boolean {
  return (id >= 18 && id <= 21) || (id >= 45 && id <= 47);
}

/** The format of a number or of its code: `dd.mm.yyyy`, `hh:mm`, `00000`. */
export function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return { kind: isDate(id) ? 'date' : isTime(id) ? 'time' : 'plain' };
  // The first section, without what is shown as it stands: "text", \x, [$-407], [Red].
  const signs = code
    .replace(/"[^"]*"|\\.|_.|\*.|\[(?!h{1,2}\]|m{1,2}\]|s{1,2}\])[^[\]]*\]/gi, '')
    .split(';')[0]!
    .toLowerCase();
  if (/^0{2,}$/.test(signs)) return { kind: 'digits', digits: signs.length };
  if (/[yd]/.test(signs) || /m{3,}/.test(signs)) return { kind: 'date' };
  if (/[hs]/.test(signs)) return { kind: 'time' };
  return { kind: 'plain' };
}

const DAY = 86_400_000;

/**
 * A number of days as a date, with the time where there is one, or as a time alone: `2026-05-01`, `2026-05-01 17:30`,
 * `17:30`. Excel counts a 29 February 1900 that never was, so days before March 1900 are one later.
 */
export function dateText(number: number, kind: 'date' | 'time', from1904: boolean): string {
  const minutes = Math.round((number % 1) * 1440);
  const clock = `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
  if (number < 1 && (kind === 'time' || number > 0)) return clock;
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, number < 60 ? 31 : 30);
  const day = new Date(start + (Math.floor(number) + (minutes === 1440 ? 1 : 0)) * DAY);
  if (Number.isNaN(day.getTime()) || number < 0) return String(number);
  const date = day.toISOString().slice(0, 10);
  return minutes % 1440 === 0 ? date : `${date} ${clock}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
