import type { Qualifier } from '../../model/figure.ts';
import { timeUnits } from '../../model/time-units.ts';
import type { Reading, Span } from './passages.ts';
import { anyOf, expression, lower, type Vocabulary } from './vocabulary.ts';

/** A number of a sentence with what it counts. */
export interface Counted extends Span {
  readonly value: string;
  readonly qualifier?: Qualifier | undefined;
  readonly unit: string;
  /** The word behind the number, whatever it is. */
  readonly next: string;
}

const NUMBER =
  /(?<![\p{Lu}\p{Ll}\d.:/+’'-]|\d,)(?:\d{1,3}(?:[.,\u202f ]\d{3}){1,3}|\d{1,7}(?: ?[-–] ?\d{1,7})?)(?![\d:/]|[.,]\d|[\p{Ll}\p{Lu}])/gu;
/** Behind a number that is the time of a day, or of a house. */
const NO_THING = /^\s?(?:a\.?m\b|p\.?m\b|noon|midnight|uhr|o[’']clock|st floor|nd floor|rd floor|th floor)/u;
const STREET =
  /^(?:\p{Lu}[\p{L}’'-]{0,30}\s){0,2}(?:Street|Road|Avenue|Lane|Square|Place|Boulevard|Floor|Crescent|Close|Court|Row|Gardens|Terrace|Way|Drive|Hill|Park|Mews|Gate|Green|Walk|Yard|Quay|Circus|Plaza|St|Rd|Ave)$/u;
/** Two or more words that are all names: what stands behind the number of a house, and is counted by nobody. */
const NAMES = /^(?:\p{Lu}[\p{L}\p{M}’'-]*\s+){1,3}\p{Lu}[\p{L}\p{M}’'-]*$/u;
/** Before what is called by a number: "№ 5", "No. 5". */
const NUMBER_SIGN = /(?:№|(?<![\p{L}\p{M}])(?:n[°º]|nr|(?:no|núm|num|n)\.))\.?\s?$/u;
/** Further numbers of the same: "articles 164 and 174". */
const FURTHER = '(?:\\s\\d{1,5}\\p{Ll}?,?(?:\\s\\p{Ll}{1,3})?){0,6}\\s$';
/** Words that multiply the number before them, by their list. */
const MULTIPLIERS = { thousand: 1_000, 'ten-thousand': 10_000, million: 1_000_000 } as const;
const QUANTITIES = ['dozens', 'hundreds', 'thousands'] as const;
const QUALIFIERS = ['more-than', 'at-least', 'up-to', 'nearly', 'about'] as const;

/** Numbers of a sentence, with what stands behind them that says what they count; those in `taken` are left out. */
export function findQuantities(reading: Reading, { from, to }: Span, taken: readonly Span[]): Counted[] {
  const { plain, text, vocabulary } = reading;
  const part = plain.slice(from, to);
  const found: Counted[] = [];
  const months = vocabulary.months.flat();
  const month = expression(
    `^(?:${anyOf(vocabulary.endings ? months.map((name) => `${name}*`) : months)})$`,
    'u',
  );
  const theDay = expression(`${vocabulary.any('the-day')}\\s$`, 'u');
  for (const { 0: written, index } of part.matchAll(NUMBER)) {
    const span = { from: from + index, to: from + index + written.length };
    if (taken.some((other) => span.from < other.to && other.from < span.to)) continue;
    const number = numberOf(written);
    if (number === undefined) continue;
    const times = multiplierAt(plain.slice(span.to, Math.min(to, span.to + 24)), vocabulary);
    const value = times && /^\d+$/.test(number) ? `${Number(number) * times.by}` : number;
    if (times) span.to += times.length;
    const [ahead, next] = [plain.slice(Math.max(from, span.from - 60), span.from), plain.slice(span.to, to)];
    if (NO_THING.test(next.slice(0, 24))) continue;
    if (isName(text.slice(span.from - ahead.length, span.from), ahead, vocabulary)) continue;
    if (isOfRange(ahead, next.slice(0, 40), vocabulary)) continue;
    // "El 19 …": a day whose month the reader knows.
    if (
      /^[12]?\d$|^3[01]$/.test(value) &&
      theDay.test(plain.slice(Math.max(from, span.from - 12), span.from))
    )
      continue;
    const before = qualifierBefore(plain.slice(Math.max(from, span.from - 40), span.from), vocabulary);
    const behind = qualifierBehind(plain.slice(span.to, Math.min(to, span.to + 40)), vocabulary);
    const unitFrom = span.to + (behind?.length ?? 0);
    const unit = unitAt(text, plain, unitFrom, to, vocabulary);
    if (STREET.test(unit.words) || (vocabulary.language !== 'de' && NAMES.test(unit.words))) continue;
    // The year of a day may not stand there: it is one all the same.
    if (month.test(lower(unit.next))) continue;
    const isYear = /^(?:19|20)\d\d$/.test(value) && !unit.words;
    if (isYear) continue;
    found.push({
      from: span.from - (before?.length ?? 0),
      to: unit.words ? unit.to : unitFrom,
      value,
      qualifier: behind?.qualifier ?? before?.qualifier,
      unit: unit.words,
      next: unit.next,
    });
  }
  for (const word of QUANTITIES)
    for (const { 0: written, index } of part.matchAll(expression(vocabulary.any(word), 'gu'))) {
      const at = from + index + written.length;
      const unit = unitAt(text, plain, at, to, vocabulary);
      if (unit.words)
        found.push({ from: from + index, to: unit.to, value: word, unit: unit.words, next: unit.next });
    }
  return found.sort((a, b) => a.from - b.from);
}

/** True behind words of what is called by its number: "article 174", "Local 375"; some are that with a capital letter only. */
function isName(text: string, plain: string, vocabulary: Vocabulary): boolean {
  if (NUMBER_SIGN.test(plain)) return true;
  if (expression(`${vocabulary.any('numbered')}\\.?${FURTHER}`, 'u').test(plain)) return true;
  const found = expression(`${vocabulary.any('numbered-names')}\\.?${FURTHER}`, 'u').exec(plain);
  return found !== null && /^\p{Lu}/u.test(text.slice(found.index));
}

/**
 * True for an end of a range in words: "4 to 18 months", or "between 14 months and two years", says none of these numbers.
 * Where no time is told these are two things, and counted: "between 14 workers and the police".
 */
function isOfRange(before: string, behind: string, vocabulary: Vocabulary): boolean {
  const to = vocabulary.any('range');
  const [between, and] = [vocabulary.any('between'), `\\s${vocabulary.any('and')}`];
  const time = `\\s${timeUnits(vocabulary.language)}`;
  return (
    expression(`(?:\\d\\s?${to}|${between}\\s\\d{1,7}(?:${time})?${and})\\s?$`, 'u').test(before) ||
    expression(`^\\s?${to}\\s?\\d`, 'u').test(behind) ||
    (expression(`${between}\\s$`, 'u').test(before) &&
      expression(`^(?:${time}${and}\\s|${and}\\s\\d)`, 'u').test(behind))
  );
}

/** `1,500` and `1 500` as 1500; undefined where it is no number of things. */
function numberOf(written: string): string | undefined {
  const range = /^(\d{1,7}) ?[-–] ?(\d{1,7})$/.exec(written);
  if (range) return Number(range[1]) < Number(range[2]) ? `${range[1]}-${range[2]}` : undefined;
  const digits = written.replace(/\D/g, '');
  return /^0\d/.test(digits) ? undefined : String(Number(digits));
}

/** `44 mil`, `5 тыс.`, `3万`: what a number is to be multiplied by. */
function multiplierAt(behind: string, vocabulary: Vocabulary): { by: number; length: number } | undefined {
  for (const [list, by] of Object.entries(MULTIPLIERS)) {
    const found = expression(`^\\s?${vocabulary.any(list)}\\.?(?:\\s(?:de|di)(?=\\s))?`, 'u').exec(
      vocabulary.language.startsWith('zh') ? behind : ` ${behind.trimStart()}`,
    );
    if (found && (vocabulary.language.startsWith('zh') || /^\s/.test(behind)))
      return { by, length: found[0].length };
  }
  return undefined;
}

function qualifierBefore(
  before: string,
  vocabulary: Vocabulary,
): { qualifier: Qualifier; length: number } | undefined {
  for (const qualifier of QUALIFIERS) {
    const found = expression(`${vocabulary.any(qualifier)}\\s?$`, 'u').exec(before);
    if (found) return { qualifier, length: found[0].length };
  }
  return undefined;
}

function qualifierBehind(
  behind: string,
  vocabulary: Vocabulary,
): { qualifier: Qualifier; length: number } | undefined {
  if (vocabulary.language.startsWith('zh') && /^[多余]/.test(behind))
    return { qualifier: 'more-than', length: 1 };
  for (const qualifier of QUALIFIERS) {
    const words = vocabulary.afterNumber[qualifier];
    const found =
      words &&
      expression(
        `^[’'-]?\\s?(?:${words.map((w) => w.replaceAll(' ', '\\s')).join('|')})(?!\\p{L})`,
        'u',
      ).exec(behind);
    if (found) return { qualifier, length: found[0].length };
  }
  return undefined;
}

/** The words behind a number that say what is counted, up to a word that can't belong to it. */
function unitAt(text: string, plain: string, from: number, to: number, vocabulary: Vocabulary) {
  if (vocabulary.language.startsWith('zh')) {
    const run = /^ ?\p{Script=Han}{1,12}/u.exec(plain.slice(from, to))?.[0] ?? '';
    const stop = expression(anyOf(vocabulary.words('unit-end'), false), 'u').exec(run)?.index ?? run.length;
    const words = run.slice(0, stop).trim();
    return { words: stop > 8 ? '' : words, to: from + stop, next: run.slice(0, 2) };
  }
  const stop = expression(`^(?:${vocabulary.any('unit-end')})`, 'u');
  const harm = expression(`^(?:${vocabulary.any('harm')})`, 'u');
  let at = from;
  let next = '';
  const words: string[] = [];
  while (words.length < 3) {
    const found = /^[ \n](?:of (?:the )?)?([\p{L}\p{M}][\p{L}\p{M}’'-]{0,40})/u.exec(
      text.slice(at, Math.min(to, at + 60)),
    );
    if (!found) break;
    if (next === '') next = found[1]!;
    if (stop.test(lower(found[1]!)) || (words.length > 0 && harm.test(lower(found[1]!)))) break;
    words.push(found[1]!);
    at += found[0].length;
    // In German the noun is the first word with a capital letter.
    if (vocabulary.language === 'de' && /^\p{Lu}/u.test(found[1]!)) break;
  }
  const unit = words.length > 0 ? text.slice(from, at).replace(/\s+/g, ' ').trim() : '';
  return { words: unit, to: at, next };
}
