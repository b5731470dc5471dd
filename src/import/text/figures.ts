import type { Qualifier } from '../../model/appeal.ts';
import { type Reading, type Span, wordsOf } from './passages.ts';
import { anyOf, expression, lower, type Vocabulary } from './vocabulary.ts';

/** What somebody says of a quantity. */
interface ClaimFound extends Span {
  /** `1500`, `30-70`, `hundreds`. */
  readonly value: string;
  readonly qualifier?: Qualifier | undefined;
  /** Who says so, as it stands there: "according to official data". */
  readonly voice?: string | undefined;
}

/** A quantity of a sentence, with everybody who puts a number to it. */
export interface FigureFound extends Span {
  /** What is counted, as it stands behind the first number. */
  readonly unit: string;
  readonly claims: readonly ClaimFound[];
  /** Places of all its numbers and voices, in their order. */
  readonly spans: readonly Span[];
  /** True where all between `from` and `to` is said once more by the figure: its voices and what joins them. */
  readonly isWhole: boolean;
}

interface Counted extends Span {
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
/** Words that multiply the number before them, by their list. */
const MULTIPLIERS = { thousand: 1_000, 'ten-thousand': 10_000, million: 1_000_000 } as const;
const QUANTITIES = ['dozens', 'hundreds', 'thousands'] as const;
const QUALIFIERS = ['more-than', 'at-least', 'up-to', 'nearly', 'about'] as const;

/** Quantities of a sentence. Numbers in `taken`, such as those of dates, are none. */
export function findFigures(reading: Reading, sentence: Span, taken: readonly Span[]): FigureFound[] {
  const counted = findCounted(reading, sentence, taken);
  const voices = findVoices(reading, sentence);
  const outside = counted.filter((c) => !voices.some((v) => v.from < c.to && c.from < v.to));
  const voiceOf = assignVoices(outside, voices, reading.vocabulary.voiceFirst);
  return gather(reading, outside, voiceOf);
}

function findCounted(reading: Reading, { from, to }: Span, taken: readonly Span[]): Counted[] {
  const { plain, text, vocabulary } = reading;
  const part = plain.slice(from, to);
  const found: Counted[] = [];
  const months = vocabulary.months.flat();
  const month = expression(
    `^(?:${anyOf(vocabulary.endings ? months.map((name) => `${name}*`) : months)})$`,
    'u',
  );
  for (const { 0: written, index } of part.matchAll(NUMBER)) {
    const span = { from: from + index, to: from + index + written.length };
    if (taken.some((other) => span.from < other.to && other.from < span.to)) continue;
    const number = numberOf(written);
    if (number === undefined) continue;
    const times = multiplierAt(plain.slice(span.to, Math.min(to, span.to + 24)), vocabulary);
    const value = times && /^\d+$/.test(number) ? `${Number(number) * times.by}` : number;
    if (times) span.to += times.length;
    if (NO_THING.test(plain.slice(span.to, Math.min(to, span.to + 24)))) continue;
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

interface VoiceFound extends Span {
  readonly phrase: string;
}

/** Who says something in a sentence: "according to …" and what belongs to it. */
function findVoices(reading: Reading, { from, to }: Span): VoiceFound[] {
  const { text, plain, vocabulary } = reading;
  const part = plain.slice(from, to);
  const found: VoiceFound[] = [];
  const add = (start: number, end: number) => {
    const phrase = wordsOf(text, { from: start, to: end });
    if (phrase !== '' && !found.some((v) => start < v.to && v.from < end))
      found.push({ from: start, to: end, phrase });
  };
  const stop = expression(
    `[,;:.!?()«»“”—，、；：。،؛]| – |\\d|${vocabulary.any('clause-end')}|${vocabulary.any('harm', 'about', 'more-than', 'at-least', 'nearly')}`,
    'u',
  );
  for (const { 0: opening, index } of part.matchAll(expression(vocabulary.any('voices'), 'gu'))) {
    const rest = part.slice(index + opening.length, index + opening.length + 120);
    const length = stop.exec(rest)?.index ?? rest.length;
    // A phrase of its own, such as "по официальным данным", needs nothing behind it.
    const end = opening.length + rest.slice(0, length).trimEnd().length;
    if (rest.slice(0, length).trim().split(/\s+/).length <= 10) add(from + index, from + index + end);
  }
  for (const { 0: closing, index } of part.matchAll(
    expression(vocabulary.any('voices-last', 'voices-after'), 'gu'),
  )) {
    const before = part.slice(0, index);
    const begin =
      Math.max(
        ...[',', ';', ':', '.', '，', '；', '。', '、', '،', '—'].map((sign) => before.lastIndexOf(sign)),
      ) + 1;
    const start = begin + (/^\s*/.exec(part.slice(begin, index))?.[0].length ?? 0);
    const conjunction =
      expression(`^${vocabulary.any('and')}\\s?`, 'u').exec(part.slice(start, index))?.[0].length ?? 0;
    const phrase = part.slice(start + conjunction, index);
    const isShort = vocabulary.language.startsWith('zh')
      ? phrase.length <= 16
      : phrase.trim().split(/\s+/).length <= 5;
    if (phrase.trim() !== '' && isShort && !/\d/.test(phrase))
      add(from + start + conjunction, from + index + closing.length);
  }
  return found.sort((a, b) => a.from - b.from);
}

/** Which voice tells which number of a sentence, by their order. */
function assignVoices(
  counted: readonly Counted[],
  voices: readonly VoiceFound[],
  voiceFirst: boolean,
): Map<Counted, VoiceFound> {
  const given = new Map<Counted, VoiceFound>();
  const first = voices[0];
  if (!first) return given;
  const leads = voiceFirst || counted.every((c) => c.from > first.from);
  for (const [i, voice] of voices.entries()) {
    const before = counted.findLast((c) => c.to <= voice.from);
    const behind = counted.filter((c) => c.from >= voice.to && c.from < (voices[i + 1]?.from ?? Infinity));
    const closing = before && !given.has(before) && before.from >= (voices[i - 1]?.to ?? 0);
    if (leads && behind.length > 0) for (const c of behind) given.set(c, voice);
    else if (closing) given.set(before, voice);
    else for (const c of behind.slice(0, 1)) given.set(c, voice);
  }
  return given;
}

function gather(
  reading: Reading,
  counted: readonly Counted[],
  voiceOf: ReadonlyMap<Counted, VoiceFound>,
): FigureFound[] {
  const figures: { parts: Counted[]; unit: string }[] = [];
  for (const one of counted) {
    const last = figures.at(-1);
    const before = last?.parts.at(-1);
    const sameVoice = before && voiceOf.get(before) === voiceOf.get(one);
    const isAnother = before && voiceOf.has(before) && voiceOf.has(one) && !sameVoice;
    const sameThing =
      last &&
      (one.unit === '' || last.unit === '' || one.unit === last.unit) &&
      (!one.next || one.next === before?.next || one.unit === last.unit);
    if (last && isAnother && sameThing) {
      last.parts.push(one);
      last.unit ||= one.unit;
    } else figures.push({ parts: [one], unit: one.unit });
  }
  // A voice that tells a number without a thing too stays before both of them.
  const open = figures.filter(({ unit }) => unit === '').flatMap(({ parts }) => parts);
  const isShared = ({ parts }: { parts: readonly Counted[] }) =>
    parts.some((part) => voiceOf.has(part) && open.some((one) => voiceOf.get(one) === voiceOf.get(part)));
  return figures
    .filter((figure) => figure.unit !== '' && !isShared(figure))
    .map(({ parts, unit }) => toFigure(reading, parts, unit, voiceOf));
}

function toFigure(
  reading: Reading,
  parts: readonly Counted[],
  unit: string,
  voiceOf: ReadonlyMap<Counted, VoiceFound>,
): FigureFound {
  const voices = [...new Set(parts.flatMap((part) => voiceOf.get(part) ?? []))];
  const spans = [...parts, ...voices].sort((a, b) => a.from - b.from);
  const from = spans[0]!.from;
  const to = Math.max(...spans.map((span) => span.to));
  const between = spans
    .slice(1)
    .map((span, i) => reading.text.slice(spans[i]!.to, Math.max(spans[i]!.to, span.from)));
  const joins = expression(`^[\\s,;:()–—-]*(?:${reading.vocabulary.any('and')})?[\\s,;:()–—-]*$`, 'u');
  const isWhole = between.every((gap) => gap.length < 12 && joins.test(lower(gap)));
  const claims = parts.map(
    (part): ClaimFound => ({
      from: part.from,
      to: part.to,
      value: part.value,
      qualifier: part.qualifier,
      voice: voiceOf.get(part)?.phrase,
    }),
  );
  return { from, to, unit, claims, spans, isWhole };
}
