import type { Words } from '../model/words.ts';

/** Locale for `Intl` of a language's words. */
export function localeOf(words: Words): string {
  return words.locale ?? words.language;
}

/** A date as the language writes it; a month or year alone where no more is known. */
export function formatDate(date: string, words: Words, weekday = false): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const parts = date.split('-').length;
  const format = new Intl.DateTimeFormat(localeOf(words), {
    timeZone: 'UTC',
    calendar: 'gregory',
    year: 'numeric',
    ...(parts > 1 ? { month: 'long' } : {}),
    ...(parts > 2 ? { day: 'numeric' } : {}),
    ...(parts > 2 && weekday ? { weekday: 'long' } : {}),
  });
  return format.format(new Date(Date.UTC(year, month - 1, day)));
}

/** A number as the language writes it. */
export function formatNumber(value: number, words: Words): string {
  return new Intl.NumberFormat(localeOf(words), { maximumFractionDigits: 6 }).format(value);
}

/** A list with the language's conjunction. */
export function formatList(items: readonly string[], words: Words): string {
  return new Intl.ListFormat(localeOf(words), { type: 'conjunction', style: 'long' }).format([...items]);
}

/** Puts values into the places of a pattern: `{n}`, `{unit}`. */
export function fillPattern(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : place,
  );
}

/** Space between sentences: none in scripts that are written without. */
export function sentenceSpace(words: Words): string {
  return /^(zh|ja)\b/.test(words.language) ? '' : ' ';
}
