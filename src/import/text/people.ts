import { kindOfName } from '../../check/kind-words.ts';
import { isCountry } from '../../model/country.ts';
import { presentCountry } from '../../model/country-names.ts';
import { findHanNames, type PersonFound, SURNAMES } from './han-names.ts';
import { listSentences, type Reading, type Span, wordsOf } from './passages.ts';
import { anyOf, expression, lower, type Vocabulary } from './vocabulary.ts';

/** Two to four words that begin with a capital letter; in texts of other scripts a Chinese name that stands alone too. */
const NAME = new RegExp(
  "(?<![\\p{L}\\p{M}])\\p{Lu}[\\p{L}\\p{M}’'-]{1,24}(?:\\s(?:al-|el-|de\\s|da\\s|van\\s)?\\p{Lu}[\\p{L}\\p{M}’'-]{1,24}){1,3}" +
    `|(?<!\\p{sc=Han})[${SURNAMES}]\\p{sc=Han}{1,2}(?!\\p{sc=Han})`,
  'gu',
);
/** "Free A. Example now!" */
const AT_ONCE =
  '\\b(?:now|immediately|ya|inmediatamente|já|imediatamente|subito|immediatamente|sofort|immédiatement|maintenant)(?!\\p{L})';
/** Nothing tells where a name begins and ends here: a wrong one is worse than none. */
const UNTOLD = ['ar', 'fa'];

/**
 * People in sentences that tell of harm to somebody, and in lists below one: where a word for what they are stands
 * before or behind the name, or what was done to them next to it.
 */
export function findPeople(reading: Reading): PersonFound[] {
  const { vocabulary } = reading;
  if (UNTOLD.includes(vocabulary.language)) return [];
  if (vocabulary.language.startsWith('zh')) return findHanNames(reading);
  const signs = signsOf(vocabulary);
  const found: PersonFound[] = [];
  for (const [i, passage] of reading.passages.entries()) {
    const isListed = passage.kind === 'item' && isListOfHarm(reading, i, signs.harm);
    for (const sentence of listSentences(reading, passage))
      for (const person of namesIn(reading, sentence, signs, isListed))
        if (!found.some(({ name }) => lower(name) === lower(person.name))) found.push(person);
  }
  return found;
}

/** By what people are told in a language. */
type Signs = ReturnType<typeof signsOf>;

function signsOf(vocabulary: Vocabulary) {
  const [harm, roles, and] = [vocabulary.any('harm'), vocabulary.any('roles'), vocabulary.any('and')];
  const small = vocabulary.any('unit-end', 'before-month', 'places');
  const aged = '(?:(?:\\p{Ll}{1,6}\\s)?\\d{1,2},\\s)?';
  return {
    vocabulary,
    harm: expression(harm, 'u'),
    harmOf: expression(vocabulary.any('harm-of'), 'u'),
    role: expression(`(?:${roles})(?:\\s\\p{Ll}[\\p{L}’'-]{0,20}){0,3},?\\s$`, 'u'),
    cried: expression(vocabulary.any('freedom'), 'gu'),
    /** "Freedom for A. Example and B. Example!" */
    freed: expression(`${vocabulary.any('freedom')}\\s$`, 'u'),
    /** What capitals hide: words that are no part of a name. */
    small: expression(`${vocabulary.any('and', 'common', 'unit-end')}|${AT_ONCE}`, 'gu'),
    everybody: expression(vocabulary.any('everybody', 'common'), 'u'),
    leads: expression(`^(?:[\\p{L}]{1,3}[’'])?(?:${roles})\\s(?=.{0,60}\\s)`, 'u'),
    courtesy:
      /(?<![\p{L}])(?:mr|mrs|ms|m|mme|mlle|dr|herr|frau|sr|sra|don|doña|sig|dott|пан|пані|pan|pani|comrade|compañer[oa]|camarade|genoss(?:e|in)|kolleg(?:e|in)|compagn[oa]|camarada)\.?\s$/u,
    /** "A. Example and B. Example were arrested": names first, and what was done to them. */
    suffers: expression(
      `^(?:,|\\s|\\p{Ll}|${and}){0,3}\\s?${vocabulary.any('passive')}[^.,;]{0,24}${harm}`,
      'u',
    ),
    /** "Fourteen were arrested, among them A. Example and B. Example". */
    among: expression(
      `${vocabulary.any('roles', 'everybody', 'harm')}[^.;:]{0,80}[,(]\\s?${vocabulary.any('among')}\\s(?:\\p{Ll}{1,10}\\s){0,2}$`,
      'u',
    ),
    /** One name stands behind another with a comma or "and". */
    goesOn: expression(`^(?:[,;]\\s|\\s?[,;]?\\s?${and}\\s)$`, 'u'),
    /** "A. Example: arrested", "A. Example (34, dismissed)". */
    explained: expression(`^\\s?[:–—(]\\s?${aged}(?:[\\p{Ll}’'-]{1,20}\\s)?${harm}`, 'u'),
    /** "A. Example, 34, worker at the port, was arrested": what they are between commas. */
    apposed: expression(
      `^,\\s${aged}(?:[\\p{Ll}’'-]{1,20}\\s){0,4}${roles}(?:\\s${small}[^,.;:()\\d]{0,50})?(?:[,;:)]|\\.?$)`,
      'u',
    ),
    /** "The arrest of A. Example": where nouns are put before a name that keeps its form. */
    harmed: expression(`${vocabulary.any('harm-of')}\\s?(?:[\\p{L}]{1,20}\\.?\\s){0,3}$`, 'u'),
    /** "A. Example is a leader of …", in a sentence that tells of harm. */
    is: expression(`^\\s${vocabulary.any('copula')}\\s(?:[\\p{Ll}’'-]{1,20}\\s){0,5}${roles}`, 'u'),
    /** What may stand behind a name that is cried: "and B. Example", "now". */
    next: expression(`^\\s?(?:${and}\\s|${AT_ONCE}.*)`, 'u'),
    /** What stands before a place: "in Los Angeles, where …", and begins no name. */
    place: expression(`(?!${vocabulary.any('passive')}\\s$)${small}\\s$`, 'u'),
    opens: expression(`^${small}\\s`, 'u'),
    /** What no name of a person has. */
    other: expression(anyOf([...vocabulary.weekdays, ...vocabulary.months].flat()), 'u'),
    organisation: expression(vocabulary.any('organisations'), 'u'),
  };
}

/** True for an item of a list below words that tell of harm and end with a colon. */
function isListOfHarm({ text, passages }: Reading, at: number, harm: RegExp): boolean {
  const above = passages.slice(0, at).findLast(({ kind }) => kind !== 'item');
  if (!above || passages[at]!.block - above.block > 1) return false;
  const words = text.slice(above.from, above.to);
  return /[:：]\s*$/.test(words) && harm.test(lower(words));
}

/** Words such as Ing. before a name: a short one that ends with a full stop. */
const isShortTitle = (name: string, behind: string) =>
  /\s\p{Lu}\p{Ll}{0,3}$/u.test(name) && behind.startsWith('. ');

function namesIn({ text }: Reading, sentence: Span, signs: Signs, isListed: boolean): PersonFound[] {
  const words = text.slice(sentence.from, sentence.to);
  const isOfHarm = isListed || signs.harm.test(lower(words)) || signs.harmOf.test(lower(words));
  const isCried = lower(words).search(signs.cried) >= 0;
  if (!isOfHarm && !isCried) return [];
  const isHeadline = !isListed && isTitled(words);
  const found: PersonFound[] = [];
  const opening = namesFirst(words, signs.vocabulary, signs.suffers);
  let lastEnd = -1;
  const standing = asNamesStand(words, signs);
  for (const { 0: whole, index: at } of standing.matchAll(NAME)) {
    // At the beginning of a sentence the word for what they are has a capital letter too.
    const lead = signs.leads.exec(lower(whole))?.[0].length ?? 0;
    const [name, index] = [bareName(whole.slice(lead), signs), at + lead];
    const end = index + name.length;
    const before = lower(words.slice(0, index));
    const behind = words.slice(end);
    const goesOn = lastEnd >= 0 && signs.goesOn.test(lower(words.slice(lastEnd, index)));
    const isFreed =
      isCried &&
      signs.freed.test(before) &&
      !/^\s?[\p{Ll}\d]/u.test(standing.slice(end).replace(signs.next, ''));
    const isTold = isHeadline
      ? goesOn || isFreed
      : goesOn ||
        isFreed ||
        (isListed && index === 0 && /^\s?(?:$|[,;:.(–—])/.test(behind)) ||
        at < opening ||
        isToldBeside(before, lower(behind), signs);
    // One word is left where the others told what they are; only a Chinese name is one.
    if (!isTold || !/[\s\p{sc=Han}]/u.test(name) || isShortTitle(name, behind) || isNobody(name, signs))
      continue;
    if (isFreed && signs.everybody.test(lower(name))) continue;
    lastEnd = end;
    const span = { from: sentence.from + index, to: sentence.from + end };
    found.push({ ...span, name: wordsOf(text, span), sentence });
  }
  return found;
}

/** A name without the ending that a language puts behind an apostrophe. */
const bareName = (name: string, { vocabulary }: Signs) =>
  vocabulary.endings ? name.replace(/[’']\p{Ll}{1,6}$/u, '') : name;

/** A sentence whose capital letters begin names: not "FREEDOM FOR", nor "AND" where all of it is in capitals. */
function asNamesStand(words: string, { cried, small }: Signs): string {
  const lowered = lower(words);
  const letters = words.match(/\p{L}/gu) ?? [];
  const isShouted = letters.filter((sign) => /\p{Lu}/u.test(sign)).length > letters.length / 2;
  const spans = [...lowered.matchAll(cried), ...(isShouted ? lowered.matchAll(small) : [])];
  let text = words;
  for (const { 0: found, index } of spans)
    text = text.slice(0, index) + found + text.slice(index + found.length);
  return text;
}

/** True for a headline, whose words begin with capital letters or have no others. */
function isTitled(words: string): boolean {
  const all = words.match(/\p{L}{4,}/gu) ?? [];
  return (
    all.length >= 3 &&
    all.filter((word) => /^\p{Lu}/u.test(word)).length >= all.length * 0.8 &&
    !/[.!?]["”»]?$/.test(words)
  );
}

/** True for what has capital letters and is nobody's name: an office, a country, a day. */
function isNobody(name: string, { opens, other, organisation }: Signs): boolean {
  const small = lower(name);
  // "Example of the ABC Post": an abbreviation stands within no name.
  if (/\s\p{Lu}{2,4}\s/u.test(name) && name !== name.toUpperCase()) return true;
  if (kindOfName(name) !== undefined || isCountry(presentCountry(name))) return true;
  return opens.test(small) || other.test(small) || organisation.test(small);
}

/** True where the words right before or behind a name tell that it is somebody's. */
function isToldBeside(
  before: string,
  behind: string,
  { role, courtesy, harm, harmed, place, ...signs }: Signs,
): boolean {
  const near = before.slice(-60);
  // "A worker from Example Works": what stands behind a word for a place is none of their name.
  if ((role.test(near) && !place.test(near)) || courtesy.test(near) || harmed.test(near)) return true;
  if (signs.among.test(before.slice(-140))) return true;
  if (place.test(near)) return false;
  // "Those arrested: A. Example and B. Example".
  if (/:\s$/.test(before) && harm.test(before)) return true;
  return signs.explained.test(behind) || signs.apposed.test(behind) || signs.is.test(behind);
}

/** Where names at the beginning of a sentence end, if it says next what was done to them; else 0. */
function namesFirst(words: string, vocabulary: Vocabulary, suffers: RegExp): number {
  if (vocabulary.words('passive').length === 0) return 0;
  let end = 0;
  for (const { 0: name, index } of words.matchAll(NAME)) {
    const gap = words.slice(end, index);
    const isNext =
      end === 0 ? index === 0 : expression(`^(?:,\\s|,?\\s${vocabulary.any('and')}\\s)$`, 'u').test(gap);
    if (!isNext) break;
    end = index + name.length;
  }
  return end > 0 && suffers.test(lower(words.slice(end))) ? end : 0;
}

/** What stands in quotation marks, four words or more. */
export function findQuotations({ text }: Reading): Span[] {
  const marks = /[“„«]([^“”„«»"]{1,1500})[”“»]|"([^"\n]{1,1500})"|「([^」]{1,800})」|“([^”]{1,800})”/gu;
  return [...text.matchAll(marks)].flatMap(({ 0: quotation, index }) =>
    quotation.split(/\s+/).length >= 4 || /\p{Script=Han}{6}/u.test(quotation)
      ? [{ from: index, to: index + quotation.length }]
      : [],
  );
}
