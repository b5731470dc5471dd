import { memoise } from './memory.ts';

const UNITS = ['hour', 'day', 'week', 'month', 'year'] as const;
/** Numbers that between them take every form of a noun, in any language (CLDR, plural rules). */
const COUNTS = [1, 2, 3, 5, 11, 100];

/**
 * The source of a pattern for a unit of time in small letters, from hours to years, in the forms that numbers take and with
 * an ending of a case: "months", "monaten".
 */
export const timeUnits = memoise((language: string): string => {
  const forms = UNITS.flatMap((unit) => {
    const written = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
    return COUNTS.map((count) =>
      written
        .formatToParts(count)
        .filter(({ type }) => type === 'unit')
        .map(({ value }) => value.toLowerCase())
        .join(''),
    );
  });
  return `(?:${[...new Set(forms)].map((form) => form + tailOf(form)).join('|')})`;
});

/** What may follow a form: an ending where the word is long enough to be told by it, anything in Chinese. */
function tailOf(form: string): string {
  if (/\p{Script=Han}/u.test(form)) return '';
  return form.length < 3 ? '(?!\\p{L})' : '\\p{L}{0,3}(?!\\p{L})';
}
