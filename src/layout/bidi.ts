import bidiFactory from 'bidi-js';
import { ADDRESS } from './typography.ts';

const bidi = bidiFactory();

/** A stretch of text whose direction is its own (UAX #9, FSI … PDI); offsets in the text. */
export interface Isolate {
  readonly start: number;
  readonly end: number;
}

const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const [LRI, FSI, PDI] = ['\u2066', '\u2068', '\u2069'];

/** Embedding levels of each UTF-16 unit (UAX #9, rules P to I): odd is right to left. Isolates don't overlap. */
export function findLevels(text: string, direction: 'ltr' | 'rtl', isolates: readonly Isolate[]): Uint8Array {
  if (direction === 'ltr' && !RIGHT_TO_LEFT.test(text)) return new Uint8Array(text.length);
  const marks = new Map<number, string>();
  const mark = (at: number, sign: string) => marks.set(at, (marks.get(at) ?? '') + sign);
  const isolated = [
    ...isolates.map((isolate) => ({ ...isolate, sign: FSI })),
    ...fixedParts(text, isolates).map((part) => ({ ...part, sign: LRI })),
  ];
  // An outer one begins before an inner one; one that ends does so before the next begins.
  for (const { start, end, sign } of isolated.sort((a, b) => a.start - b.start || b.end - a.end)) {
    mark(start, sign!);
    mark(end, PDI!);
  }
  const classed = inOneUnit(text);
  let marked = '';
  const places = Array.from({ length: text.length }, (_, at) => {
    marked += (marks.get(at) ?? '') + classed[at]!;
    return marked.length - 1;
  });
  const { levels } = bidi.getEmbeddingLevels(marked + (marks.get(text.length) ?? ''), direction);
  return Uint8Array.from(places, (place) => levels[place]!);
}

/** Parts that run from left to right wherever they stand, as far as they don't cross an isolate's edge. */
function fixedParts(text: string, isolates: readonly Isolate[]): Isolate[] {
  return [...text.matchAll(ADDRESS)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) =>
      isolates.every((i) => end <= i.start || start >= i.end || (start >= i.start && end <= i.end)),
    );
}

/** bidi-js looks at single units: characters of two become twice one of the same class. */
function inOneUnit(text: string): string {
  return text.replace(/[\u{10000}-\u{10ffff}]/gu, (character) => {
    if (RIGHT_TO_LEFT.test(character)) return '\u05d0\u05d0';
    return /[\p{S}\p{Emoji}]/u.test(character) ? '\u2606\u2606' : 'aa';
  });
}

/** Parts of a line as they stand from left to right: UAX #9, rule L2. */
export function inVisualOrder<T extends { readonly level: number }>(parts: readonly T[]): T[] {
  const order = [...parts];
  const highest = Math.max(0, ...parts.map((part) => part.level));
  for (let level = highest; level > 0; level--) {
    for (let i = 0; i < order.length; i++) {
      if (order[i]!.level < level) continue;
      let end = i;
      while (end < order.length && order[end]!.level >= level) end += 1;
      order.splice(i, end - i, ...order.slice(i, end).reverse());
      i = end;
    }
  }
  return order;
}

/** The bracket that closes this one. */
export function closingBracketOf(character: string): string | null {
  return bidi.openingToClosingBracket(character);
}
