import { slug } from '../../check/latin-letters.ts';
import { append } from '../../model/append.ts';
import { isId } from '../../model/values.ts';
import type { NewFact } from '../../write/appeal.ts';
import type { FigureFound } from './figures.ts';
import { type Reading, type Span, wordsOf } from './passages.ts';
import { expression } from './vocabulary.ts';

/** A sentence with its figures in their places: what they say themselves is cut out of it. */
export interface PlacedSentence {
  readonly text: string;
  /** Figures whose place is certain, by what they count. */
  readonly figures: readonly { readonly quantity: string; readonly found: FigureFound }[];
  /** Figures that stay in the sentence as they stand there: cutting them out would break it. */
  readonly kept: readonly FigureFound[];
}

/** Languages whose order of words stays right when "according to …" is taken out without a comma. */
const FREE = ['tr', 'kk', 'fa', 'zh-Hans'];

/** Puts figures in their places; the sentence stays word for word but for what they print. */
export function placeFigures(reading: Reading, sentence: Span, all: readonly FigureFound[]): PlacedSentence {
  const figures: { quantity: string; found: FigureFound }[] = [];
  const kept: FigureFound[] = [];
  const cuts: (Span & { put: string })[] = [];
  for (const found of all) {
    const made = slug(found.unit);
    const quantity =
      isId(made) && !figures.some((f) => f.quantity === made) ? made : `figure-${figures.length + 1}`;
    const own = cutsOf(reading, sentence, found, quantity);
    if (!own || own.some((cut) => cuts.some((other) => cut.from < other.to && other.from < cut.to))) {
      kept.push(found);
      continue;
    }
    append(cuts, own);
    figures.push({ quantity, found });
  }
  let text = '';
  let at = sentence.from;
  for (const { from, to, put } of cuts.sort((a, b) => a.from - b.from)) {
    text += reading.text.slice(at, from) + put;
    at = to;
  }
  text += reading.text.slice(at, sentence.to);
  return { text: wordsOf(text, { from: 0, to: text.length }), figures, kept };
}

/** What is cut out for a figure, and where it is put; undefined where the sentence would break. */
function cutsOf(
  reading: Reading,
  sentence: Span,
  figure: FigureFound,
  quantity: string,
): (Span & { put: string })[] | undefined {
  const put = `{${quantity}}`;
  const first = figure.claims[0]!;
  if (figure.isWhole) return [{ from: figure.from, to: figure.to, put }];
  const spans = figure.spans;
  const second = spans.find((span) => span.from > first.to && figure.claims.length > 1);
  const head = spans.filter((span) => span.from < first.from);
  const behind = figure.claims.length > 1 ? [] : spans.filter((span) => span.from > first.to);
  const cuts = [...head, ...behind].map((span) => withComma(reading, sentence, span));
  if (cuts.some((cut) => cut === undefined)) return undefined;
  const tail = second && cutTail(reading, sentence, first, second, spans);
  if (second && !tail) return undefined;
  return [
    { from: first.from, to: first.to, put },
    ...cuts.map((cut) => ({ ...cut!, put: '' })),
    ...(tail ? [{ ...tail, put: '' }] : []),
  ];
}

/** A phrase with the comma that sets it off; undefined where none does, and the words around would not be in order. */
function withComma({ text, vocabulary }: Reading, sentence: Span, { from, to }: Span): Span | undefined {
  const before = /[\s,，、–—]{1,4}$/.exec(text.slice(sentence.from, from))?.[0] ?? '';
  const behind = /^[,，、]?\s?/.exec(text.slice(to, sentence.to))?.[0] ?? '';
  if (from === sentence.from && /[,，]/.test(behind)) return { from, to: to + behind.length };
  if (/[,，–—]/.test(before) && /^[.!?。,，;；]?$/u.test(text.slice(to, to + 1)))
    return { from: from - before.length, to };
  if (FREE.includes(vocabulary.language)) return { from, to: to + behind.length };
  return undefined;
}

/** From before what a second voice says to the end of the sentence, if nothing else stands there. */
function cutTail(
  reading: Reading,
  sentence: Span,
  first: Span,
  second: Span,
  spans: readonly Span[],
): Span | undefined {
  const { text, vocabulary } = reading;
  const end =
    sentence.to - (/[.!?。…؟\s]{0,3}$/u.exec(text.slice(sentence.from, sentence.to))?.[0].length ?? 0);
  let rest = '';
  let at = second.from;
  for (const span of spans.filter(({ from }) => from >= second.from)) {
    rest += text.slice(at, Math.max(at, span.from));
    at = Math.max(at, span.to);
  }
  rest = (rest + text.slice(at, end))
    .replace(expression(`${vocabulary.any('and')}`, 'gu'), '')
    .replace(/[\s,;:，；–—-]/g, '');
  const between = text.slice(first.to, second.from);
  if (
    rest !== '' &&
    rest !== between.replace(expression(`${vocabulary.any('and')}`, 'gu'), '').replace(/[\s,;:，；–—-]/g, '')
  )
    return undefined;
  const join =
    expression(`[\\s,;:，；–—-]{0,4}(?:${vocabulary.any('and')})?[\\s,;]{0,3}$`, 'u').exec(between)?.[0]
      .length ?? 0;
  return { from: second.from - join, to: end };
}

/** Figures of a new fact with the voices of their claims; `voiceId` gives each voice an id. */
export function toFigures(
  placed: PlacedSentence,
  source: string,
  voiceId: (phrase: string) => string,
): NewFact['figures'] {
  return placed.figures.map(({ quantity, found }) => ({
    quantity,
    unit: found.unit,
    claims: found.claims.map(({ value, qualifier, voice }) => ({
      value,
      qualifier,
      voice: voice === undefined ? undefined : voiceId(voice),
      source,
    })),
  }));
}
