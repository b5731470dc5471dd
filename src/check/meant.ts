import { nameOfLanguage } from '../engine.ts';
import { countryName } from '../model/country.ts';
import { countryOf, insteadOf, nearestCountry } from '../model/country-names.ts';
import { isLanguageTag } from '../model/text.ts';
import { dottedDay } from '../model/values.ts';
import type { ProblemCode } from '../problems.ts';

/** Languages whose names are known in English and in themselves. */
const NAMED =
  'ar cs da de el en es fa fi fr he hi hu id it ja ka kk ko ky nl no pl pt ro ru sr sv th tr uk uz vi zh'.split(
    ' ',
  );

/** What somebody meant by a value that isn't in the form that is needed; undefined where nobody can tell. */
export function hintFor(code: ProblemCode, found: unknown): string | undefined {
  if (typeof found !== 'string') return undefined;
  const instead = code === 'bad-country' ? insteadOf(found) : undefined;
  if (instead !== undefined) return `${instead}.`;
  const meant = MEANT[code]?.(found.trim());
  if (meant !== undefined) return `Did you mean ${meant}?`;
  return code === 'bad-date' && /\d[./]\d/.test(found)
    ? 'Write year, month and day, such as 2026-05-31. Spreadsheets keep it so where the column has the format “Text”.'
    : undefined;
}

const MEANT: Partial<Record<ProblemCode, (found: string) => string | undefined>> = {
  'bad-date': dottedDay,
  'bad-language': languageOf,
  'bad-country': countryMeant,
};

/** `Germany`, `Germ`, `Germani`. */
function countryMeant(found: string): string | undefined {
  const code = countryOf(found) ?? nearestCountry(found);
  return code && `${code} (${countryName(code)})`;
}

/** `ger`, `EN`, `pt_br`, `German`, `Deutsch`. */
function languageOf(found: string): string | undefined {
  const name = found.toLowerCase();
  const named = NAMED.find((tag) =>
    ['en', tag].some((language) => nameOfLanguage(tag, [language]).toLowerCase() === name),
  );
  if (named) return named;
  try {
    const [tag = ''] = Intl.getCanonicalLocales(found.replaceAll('_', '-'));
    return isLanguageTag(tag) ? tag : undefined;
  } catch {
    return undefined;
  }
}
