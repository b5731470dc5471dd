import type { Qualifier } from '../../model/figure.ts';
import { type Counted, findQuantities } from './counted.ts';
import { type Reading, type Span, wordsOf } from './passages.ts';
import { expression, lower } from './vocabulary.ts';

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

/** Quantities of a sentence. Numbers in `taken`, such as those of dates, are none. */
export function findFigures(reading: Reading, sentence: Span, taken: readonly Span[]): FigureFound[] {
  const counted = findQuantities(reading, sentence, taken);
  const voices = findVoices(reading, sentence);
  const outside = counted.filter((c) => !voices.some((v) => v.from < c.to && c.from < v.to));
  const voiceOf = assignVoices(outside, voices, reading.vocabulary.voiceFirst);
  return gather(reading, outside, voiceOf);
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
