import { countryName } from '../model/country.ts';
import { countryOf, insteadOf, nearestCountry } from '../model/country-names.ts';
import { bothDays, writtenDay, writtenTime } from '../model/written-dates.ts';
import type { ProblemCode, Told } from '../problems.ts';
import { phrase } from '../wordings.ts';
import { languageMeant } from './language-names.ts';

/** What somebody meant by a value that isn't in the form that is needed; undefined where nobody can tell. */
export function hintFor(code: ProblemCode, found: unknown): Told | undefined {
  if (typeof found !== 'string') return undefined;
  const instead = code === 'bad-country' ? insteadOf(found) : undefined;
  if (instead !== undefined) return phrase('instead', { instead });
  const meant = MEANT[code]?.(found.trim());
  if (meant !== undefined) return phrase('did-you-mean', { meant });
  const both = code === 'bad-date' ? bothDays(found.trim()) : undefined;
  if (both) return phrase('either-day', { first: both[0], second: both[1] });
  return code === 'bad-date' && /\d[./]\d/.test(found) ? phrase('year-month-day', {}) : undefined;
}

const MEANT: Partial<Record<ProblemCode, (found: string) => string | undefined>> = {
  'bad-date': (found) => writtenDay(found),
  'bad-time': writtenTime,
  'bad-language': languageMeant,
  'bad-country': countryMeant,
};

/** `Germany`, `Germ`, `Germani`. */
function countryMeant(found: string): string | undefined {
  const code = countryOf(found) ?? nearestCountry(found);
  return code && `${code} (${countryName(code)})`;
}
