import { nameOfLanguage, nameOfRegion } from '../engine.ts';
import { type CountryRule, type NamedKind, SENTENCE_COUNTRIES } from '../model/country-words.ts';
import { isWrittenIn } from '../model/script.ts';
import type { Words } from '../model/words.ts';
import { fillPattern, fillWords, localeOf } from './forms.ts';
import { inlineOf, type Literal, literalText } from './markdown.ts';

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
  return ruledForm(nameOf(country, words), words.countries?.rules, form, words, country);
}

/** "in Kazakh", "на казахском языке"; undefined where the words don't say how. */
export function languageForm(tag: string, words: Words): string | undefined {
  const name = nameOfLanguage(tag.split('-')[0]!, [localeOf(words), 'en']);
  return ruledForm(name, words.names?.languages, 'in', words);
}

/** A name as the first rule that fits it and has the form makes it. */
function ruledForm(
  name: string,
  rules: readonly CountryRule[] | undefined,
  form: 'in' | 'of',
  words: Words,
  country?: string,
): string | undefined {
  for (const rule of rules ?? []) {
    const stem = rule.for && !rule.for.includes(country ?? '') ? undefined : stemOf(name, rule);
    const pattern = rule[form];
    if (stem !== undefined && pattern !== undefined) return fillWords(pattern, { name, stem }, words);
  }
  return undefined;
}

/** The name without the end that a rule takes off, or the beginning of a rule without one; undefined where it isn't for it. */
function stemOf(name: string, { ends, begins }: CountryRule): string | undefined {
  const begin = begins?.find((one) => name.startsWith(one));
  if (begins && begin === undefined) return undefined;
  if (!ends) return name.slice(begin?.length ?? 0);
  const end = ends.find((one) => name.endsWith(one));
  return end === undefined ? undefined : name.slice(0, -end.length);
}

/** A city with what the language puts around its name; the name alone where the words don't say what. */
export function cityForm(city: Literal, { names, ...words }: Words): Literal {
  const known = names?.cities?.[plainText(city)];
  return known === undefined ? aroundName(names?.city, city, words) : inline(literalText(known));
}

/** Whose: "der Gewerkschaft …"; the name alone where the words don't say how. */
export function organisationForm(name: Literal, kind: NamedKind, { names, ...words }: Words): Literal {
  return aroundName(names?.of[kind], name, words);
}

/** A name in its place; it keeps its own language and direction. */
function aroundName(pattern = '{name}', name: Literal, { quotes, language }: Omit<Words, 'names'>): Literal {
  const text = plainText(name);
  const isBare = quotes !== undefined && isWrittenIn(text, language) && !/["«»„“”]/u.test(text);
  const quoted = isBare ? `${quotes.open}{name}${quotes.close}` : '{name}';
  const [before = '', after = ''] = fillPattern(pattern, { quoted }).split('{name}');
  return inline([...literalText(before), ...inlineOf(name), ...literalText(after)]);
}

function inline(content: ReturnType<typeof literalText>): Literal {
  return { kind: 'inline', content };
}

function plainText(name: Literal): string {
  return inlineOf(name)
    .map((one) => (one.kind === 'text' ? one.text : ' '))
    .join('');
}
