import { nameOfLanguage } from '../engine.ts';
import { countryName } from '../model/country.ts';
import { countryOf, insteadOf, nearestCountry } from '../model/country-names.ts';
import { once } from '../model/memory.ts';
import { isLanguageTag } from '../model/text.ts';
import { bothDays, writtenDay, writtenTime } from '../model/written-dates.ts';
import type { ProblemCode, Told } from '../problems.ts';
import { phrase } from '../wordings.ts';

/** Languages in which the names of languages are understood, besides the one that is named. */
const NAMED_IN = 'en es fr de ru uk kk it pt pl tr ar fa zh'.split(' ');

/** Languages whose names are known. */
const NAMED =
  'ar az be bg bn ca cs da de el en es et eu fa fi fr he hi hr hu hy id it ja ka kk ko ku ky lt lv nl no pl pt ro ru sk sl sq sr sv sw th tl tr uk ur uz vi zh'.split(
    ' ',
  );

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

const languageNames = once(
  () =>
    new Map(
      NAMED.flatMap((tag) =>
        [...NAMED_IN, tag].map((language) => [nameOfLanguage(tag, [language]).toLowerCase(), tag] as const),
      ),
    ),
);

/** The language that is meant by a tag in any spelling, or by a name: `ger`, `EN`, `pt_br`, `German`, `немецкий`. */
export function languageMeant(found: string): string | undefined {
  const named = languageNames().get(found.toLowerCase());
  if (named) return named;
  try {
    const [tag = ''] = Intl.getCanonicalLocales(found.replaceAll('_', '-'));
    return isLanguageTag(tag) ? tag : undefined;
  } catch {
    return undefined;
  }
}
