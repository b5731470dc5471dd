import { nameOfRegion } from '../engine.ts';
import { type CountryRule, SENTENCE_COUNTRIES } from '../model/country-words.ts';
import type { Words } from '../model/words.ts';
import { fillWords, localeOf } from './forms.ts';

/** The name of a country as a sentence has it: without what stands in brackets behind it. */
function nameOf(country: string, words: Words): string {
  const own = words.countries?.names?.[country];
  return own ?? nameOfRegion(country, [localeOf(words), 'en']).replace(/ ?[(（][^(（]*[)）]$/, '');
}

/** A country in a sentence, `in` it or `of` it; undefined where the language doesn't say how. */
export function countryForm(
  country: string | undefined,
  form: 'in' | 'of',
  words: Words,
): string | undefined {
  if (country === undefined || !SENTENCE_COUNTRIES.includes(country)) return undefined;
  const name = nameOf(country, words);
  for (const rule of words.countries?.rules ?? []) {
    const stem = stemOf(name, country, rule);
    const pattern = rule[form];
    if (stem !== undefined && pattern !== undefined) return fillWords(pattern, { name, stem }, words);
  }
  return undefined;
}

/** The name without the end that a rule takes off; undefined where the rule isn't for it. */
function stemOf(name: string, country: string, { for: of, ends, begins }: CountryRule): string | undefined {
  if (of && !of.includes(country)) return undefined;
  if (begins && !begins.some((begin) => name.startsWith(begin))) return undefined;
  if (!ends) return name;
  const end = ends.find((one) => name.endsWith(one));
  return end === undefined ? undefined : name.slice(0, -end.length);
}
