import type { ShapedGlyph } from './font-file.ts';
import type { Item, Itemised } from './itemise.ts';

/**
 * A paragraph shaped as a whole, in parts of the size, whatever its size and width. Each item is shaped once;
 * a line's edge is shaped anew only where the letters on both sides of it depend on each other.
 */
export interface ShapedText extends Itemised {
  /** Glyphs of each item, in visual order. */
  readonly glyphs: readonly (readonly ShapedGlyph[])[];
  /** Width of the text before each UTF-16 unit, the last that of all; a gap counts to the letter after it. */
  readonly before: Float64Array;
  /** Letters (clusters) before each UTF-16 unit. */
  readonly letters: Uint32Array;
  /** 1 where a line can begin or end without shaping anew. */
  readonly safe: Uint8Array;
  /** Gaps before letters that are no spaces of the text. */
  readonly gaps: ReadonlyMap<number, number>;
  /** Signs of a whole square, by place. */
  readonly squares: Squares;
  /** Widths of parts that were shaped anew, by place. */
  readonly parts: Map<string, number>;
  /** Spaced out: without ligatures. */
  readonly spaced: boolean;
}

/** Between Han or kana and other letters or digits (JLREQ 3.2.2, CLREQ 3.2.1): a quarter of the size. */
const HAN_GAP = 0.25;

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const OTHER = /(?![\p{Script=Bopomofo}\p{Script=Yi}])[\p{L}\p{Nd}]/u;

/** Signs of a whole square whose ink fills its first half, and its second. */
const CLOSING = /^[、。，．」』）〕］｝〉》】〗〙〛’”]$/u;
const OPENING = /^[「『（〔［｛〈《【〖〘〚‘“]$/u;

/** Those of a whole square with ink in its middle: stops in the letters of Taiwan and Hong Kong, colons but in China. */
const STOP = /^[、。，．]$/u;
const COLON = /^[：；]$/u;
const MIDDLE = /^[・\u3000]$/u;
const IN_CENTRE = /^zh-(?:Hant|TW|HK|MO)/;
const IN_CHINA = /^zh\b(?!-(?:Hant|TW|HK|MO))/;

/** Languages that tell i from ı: a ligature of f and i would lose the dot, and not every font knows. */
const DOTTED_I = /^(?:az|crh|tr|tt)\b/;

/** Shapes each item of a paragraph. */
export function shapeText(itemised: Itemised, spaced: boolean): ShapedText {
  const { text, items, isPlain } = itemised;
  const hasHan = !isPlain && HAN.test(text);
  const gaps = hasHan ? findGaps(text) : new Map<number, number>();
  const before = new Float64Array(text.length + 1);
  const letters = new Uint32Array(text.length + 1);
  const safe = new Uint8Array(text.length + 1);
  const glyphs = items.map((item) => {
    const shaped = shapeWhole(itemised, item, spaced);
    for (const { cluster, advance, joined } of shaped) {
      before[cluster + 1]! += advance;
      letters[cluster + 1] = 1;
      safe[cluster] = joined ? 0 : 1;
    }
    safe[item.start] = 1;
    return shaped;
  });
  safe[text.length] = 1;
  const squares: Squares = hasHan ? findSquares(itemised, before) : new Map();
  for (const at of findSqueezed(squares)) gaps.set(at, -0.5);
  for (const [at, gap] of gaps) before[at + 1]! += gap;
  for (let i = 1; i <= text.length; i++) {
    before[i]! += before[i - 1]!;
    letters[i]! += letters[i - 1]!;
  }
  return { ...itemised, glyphs, before, letters, safe, gaps, squares, parts: new Map(), spaced };
}

function shapeItem(text: string, item: Item, start: number, end: number, spaced: boolean): ShapedGlyph[] {
  return item.font.shape(text, start, end, mannerOf(item, spaced));
}

function mannerOf({ script, language, level }: Item, spaced: boolean) {
  const direction = level % 2 === 1 ? 'rtl' : 'ltr';
  return { direction, script, language, apart: spaced || DOTTED_I.test(language) } as const;
}

/** Glyphs of a whole item. */
function shapeWhole({ text, isPlain }: Itemised, item: Item, spaced: boolean): readonly ShapedGlyph[] {
  const { start, end, font } = item;
  if (!isPlain) return shapeItem(text, item, start, end, spaced);
  const alone = font.shapeAlone(text.slice(start, end), mannerOf(item, spaced));
  return start === 0 ? alone : alone.map((glyph) => ({ ...glyph, cluster: glyph.cluster + start }));
}

function findGaps(text: string): Map<number, number> {
  const gaps = new Map<number, number>();
  let [at, previous] = [0, ''];
  for (const character of text) {
    const isHan = HAN.test(character);
    const wasHan = HAN.test(previous);
    if ((isHan && !wasHan && OTHER.test(previous)) || (wasHan && !isHan && OTHER.test(character)))
      gaps.set(at, HAN_GAP);
    at += character.length;
    previous = character;
  }
  return gaps;
}

/** Which half of a sign of a whole square is blank: that before an opening bracket, that behind a stop; a bit of both. */
type Square = 'opening' | 'closing' | 'middle';
type Squares = ReadonlyMap<number, Square>;

/** Signs of a whole square in Chinese and Japanese. `widths` holds each letter's width behind its place. */
function findSquares({ text, items }: Itemised, widths: Float64Array): Squares {
  const squares = new Map<number, Square>();
  for (const { start, end, language } of items) {
    for (let at = start; at < end; at++) {
      const square = squareOf(text[at]!, language);
      if (square && Math.abs(widths[at + 1]! - 1) < 0.01) squares.set(at, square);
    }
  }
  return squares;
}

/** The classes of CSS Text 4, 8.3, which follow JLREQ 3.1 and CLREQ 3.1.6. */
function squareOf(sign: string, language: string): Square | undefined {
  if (OPENING.test(sign)) return 'opening';
  if (STOP.test(sign) && IN_CENTRE.test(language)) return 'middle';
  if (CLOSING.test(sign) || (COLON.test(sign) && IN_CHINA.test(language))) return 'closing';
  return COLON.test(sign) || MIDDLE.test(sign) ? 'middle' : undefined;
}

/** Places between two signs of a whole square whose blank halves meet: one half is taken away. */
function findSqueezed(squares: Squares): number[] {
  return [...squares.keys()].filter((at) => {
    const [before, square] = [squares.get(at - 1), squares.get(at)];
    if (before === undefined) return false;
    return before === 'closing' || square === 'opening';
  });
}

/** What is taken from the ends of a line: the blank half of an opening bracket, and that of a stop. */
export function trimmedOf({ squares }: ShapedText, start: number, end: number): readonly [number, number] {
  return [squares.get(start) === 'opening' ? 0.5 : 0, squares.get(end - 1) === 'closing' ? 0.5 : 0];
}

/** Width of a part of the text as a line of its own, in parts of the size; `hyphen` puts one at its end. */
export function widthOf(shaped: ShapedText, start: number, end: number, hyphen = false): number {
  const { before, gaps, safe } = shaped;
  const [first, last] = trimmedOf(shaped, start, end);
  const gap = (gaps.get(start) ?? 0) + first + last;
  if (safe[start] && safe[end] && !hyphen) return before[end]! - before[start]! - gap;
  const from = safe[start] ? start : nextSafe(shaped, start);
  const to = safe[end] && !hyphen ? end : lastSafe(shaped, end);
  if (from > to) return partWidth(shaped, start, end, hyphen) - gap;
  let width = before[to]! - before[from]! - gap;
  if (from > start) width += partWidth(shaped, start, from, false);
  if (to < end) width += partWidth(shaped, to, end, hyphen);
  return width;
}

/** Width of a part of one item that is shaped by itself, with the gap before it. */
function partWidth(shaped: ShapedText, start: number, end: number, hyphen: boolean): number {
  const key = `${start} ${end} ${hyphen}`;
  const known = shaped.parts.get(key);
  if (known !== undefined) return known;
  const index = itemAt(shaped, start);
  let width = 0;
  for (const glyph of shapeAnew(shaped, shaped.items[index]!, start, end, hyphen)) width += glyph.advance;
  for (const [at, gap] of shaped.gaps) if (at >= start && at < end) width += gap;
  shaped.parts.set(key, width);
  return width;
}

/** Glyphs of a part of an item as it stands in a line, in visual order; a hyphen's cluster is the part's end. */
export function glyphsOf(
  shaped: ShapedText,
  index: number,
  start: number,
  end: number,
  hyphen = false,
): readonly ShapedGlyph[] {
  const { items, glyphs, safe } = shaped;
  const item = items[index]!;
  if (hyphen || !safe[start] || !safe[end]) return shapeAnew(shaped, item, start, end, hyphen);
  if (start === item.start && end === item.end) return glyphs[index]!;
  return glyphsBetween(glyphs[index]!, start, end, item.level % 2 === 1);
}

/** Glyphs of the clusters from `start` to before `end`, by halving: clusters go up from glyph to glyph, or down in RTL. */
function glyphsBetween(
  glyphs: readonly ShapedGlyph[],
  start: number,
  end: number,
  rtl: boolean,
): ShapedGlyph[] {
  const first = (isBefore: (cluster: number) => boolean) => {
    let [low, high] = [0, glyphs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(glyphs[middle]!.cluster)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return rtl
    ? glyphs.slice(
        first((cluster) => cluster >= end),
        first((cluster) => cluster >= start),
      )
    : glyphs.slice(
        first((cluster) => cluster < start),
        first((cluster) => cluster < end),
      );
}

function shapeAnew(
  shaped: ShapedText,
  item: Item,
  start: number,
  end: number,
  hyphen: boolean,
): ShapedGlyph[] {
  if (!hyphen) return shapeItem(shaped.text, item, start, end, shaped.spaced);
  const sign = item.font.covers(0x2010) ? '\u2010' : '-';
  return shapeItem(shaped.text.slice(0, end) + sign, item, start, end + 1, shaped.spaced);
}

/** Index of the item that a unit of the text belongs to. */
function itemAt({ items }: Itemised, at: number): number {
  return items.findIndex((item) => item.end > at);
}

function nextSafe({ safe }: ShapedText, start: number): number {
  let at = start + 1;
  while (!safe[at]) at += 1;
  return at;
}

function lastSafe({ safe }: ShapedText, end: number): number {
  let at = end - 1;
  while (!safe[at]) at -= 1;
  return at;
}
