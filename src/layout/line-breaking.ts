import { type Break, breakAt, findInnerBreaks } from './breaks.ts';
import { type Stretch, stretchOf } from './justify.ts';
import { type ShapedText, widthOf } from './shaping.ts';
import type { TextStyle } from './style.ts';

/** A line of a paragraph: its part of the text, without the spaces at its end. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Ends with a hyphen that is no part of the text. */
  readonly hyphen: boolean;
  readonly isLast: boolean;
}

/** Costs of what is unpleasant in a paragraph; the square of a line's empty part is 1 for an empty line. */
const COST = {
  hyphen: 0.02,
  inPart: 0.06,
  hyphens: 0.06,
  manyHyphens: 10,
  lastHyphen: 0.2,
  runt: 0.5,
  short: 0.05,
};

/** A last line that is a single word and shorter than this part of the width is a runt; any that is so short is ill. */
const RUNT = 0.3;

/** The best way to a break: the fewest lines, then the least cost. */
interface Way {
  readonly lines: number;
  readonly cost: number;
  /** Index of the break that the line begins after; −1 for the start of the text. */
  readonly from: number;
  /** Hyphens at the ends of this line and those right before it. */
  readonly hyphens: number;
}

/**
 * Breaks a paragraph as a whole (Knuth and Plass, "Breaking paragraphs into lines", 1981): as few lines as can be,
 * and among those ways the one whose lines are filled most evenly. A word wider than a line is divided, or stays
 * whole where the style says so.
 */
export function breakLines(
  shaped: ShapedText,
  findBreaks: () => readonly Break[],
  style: TextStyle,
  width: number,
): Line[] {
  // One line is the fewest, and most texts of a page take no more.
  const only = findOneLine(shaped, style, width);
  if (only) return [only];
  const measure = (start: number, { end, hyphen }: Break) => measureLine(shaped, start, end, hyphen, style);
  const breaks = style.wholeWords ? findBreaks() : divideWideWords(shaped, findBreaks(), width, measure);
  const stretch = style.align === 'justify' ? stretchOf(shaped) : undefined;
  const ways: Way[] = [];
  breaks.forEach((end, i) => {
    let best: Way | undefined;
    for (let from = i - 1; from >= -1; from--) {
      const start = from < 0 ? 0 : breaks[from]!.next;
      const used = measure(start, end);
      const slack = width - used;
      const isWide = slack + (stretch ? stretch.shrink(start, end.end) * style.size : 0) < -TOLERANCE;
      if (isWide && best) break;
      const before = from < 0 ? undefined : ways[from]!;
      const isLast = i === breaks.length - 1;
      const lines = (before?.lines ?? 0) + 1;
      if (!best || lines <= best.lines) {
        const own = costOf(shaped.text, { start, end, isLast, slack, width, before }, stretch, style);
        const cost = (before?.cost ?? 0) + own;
        if (!best || lines < best.lines || cost < best.cost)
          best = { lines, cost, from, hyphens: end.hyphen ? (before?.hyphens ?? 0) + 1 : 0 };
      }
      if (isWide) break;
    }
    ways.push(best!);
  });
  return traceLines(breaks, ways);
}

/** A text as one line, where it fits into it without its spaces shrinking. */
export function findOneLine(shaped: ShapedText, style: TextStyle, width: number): Line | undefined {
  const { end } = breakAt(shaped.text, shaped.text.length);
  const fits = measureLine(shaped, 0, end, false, style) <= width + TOLERANCE;
  return fits ? { start: 0, end, hyphen: false, isLast: true } : undefined;
}

/** A line may be so much too wide, in points. */
export const TOLERANCE = 0.01;

/** Width of a line in points, its spaces as wide as they are. */
export function widthOfLine(shaped: ShapedText, { start, end, hyphen }: Line, style: TextStyle): number {
  return measureLine(shaped, start, end, hyphen, style);
}

function traceLines(breaks: readonly Break[], ways: readonly Way[]): Line[] {
  const lines: Line[] = [];
  for (let i = ways.length - 1; i >= 0; i = ways[i]!.from) {
    const { from } = ways[i]!;
    const { end, hyphen } = breaks[i]!;
    const start = from < 0 ? 0 : breaks[from]!.next;
    lines.push({ start, end, hyphen, isLast: i === ways.length - 1 });
  }
  return lines.reverse();
}

function measureLine(
  shaped: ShapedText,
  start: number,
  end: number,
  hyphen: boolean,
  style: TextStyle,
): number {
  const width = widthOf(shaped, start, end, hyphen) * style.size;
  const { tracking = 0 } = style;
  // Letters are spaced between each other, not after the last.
  return tracking === 0 ? width : width + tracking * (shaped.letters[end]! - shaped.letters[start]! - 1);
}

/** A line that may be: from where to which break, with what is left of the width, after the best way to its beginning. */
interface Candidate {
  readonly start: number;
  readonly end: Break;
  readonly isLast: boolean;
  readonly slack: number;
  readonly width: number;
  readonly before: Way | undefined;
}

function costOf(
  text: string,
  { start, end, isLast, slack, width, before }: Candidate,
  stretch: Stretch | undefined,
  style: TextStyle,
): number {
  if (isLast) {
    const isShort = before !== undefined && width - slack < width * RUNT;
    return (isShort ? costOfShort(text.slice(start, end.end)) : 0) + (before?.hyphens ? COST.lastHyphen : 0);
  }
  const empty = stretch
    ? stretch.badness(start, end.end, slack / style.size)
    : Math.max(slack / width, 0) ** 2;
  if (!end.hyphen) return empty;
  const hyphens = (before?.hyphens ?? 0) + 1;
  const inPart = end.inPart ? COST.inPart : 0;
  return empty + inPart + (hyphens > 2 ? COST.manyHyphens : hyphens > 1 ? COST.hyphens : COST.hyphen);
}

/** Text whose letters are words, which is set in full lines whatever is left for the last. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Cost of a last line that is short: a word alone is worse than several; of Chinese or Japanese only a lone sign is. */
function costOfShort(line: string): number {
  if (UNSPACED.test(line)) return line.replace(/\p{P}/gu, '').length < 2 ? COST.short : 0;
  return /\s/.test(line) ? COST.short : COST.runt;
}

/** Adds places within words that are wider than a line. */
function divideWideWords(
  shaped: ShapedText,
  breaks: readonly Break[],
  width: number,
  measure: (start: number, end: Break) => number,
): Break[] {
  let start = 0;
  return breaks.flatMap((end) => {
    const from = start;
    start = end.next;
    if (measure(from, end) <= width + TOLERANCE) return [end];
    let divided = [end];
    for (const places of findInnerBreaks(shaped, from, end.end)) {
      divided = divideFurther(from, divided, places, width, measure);
    }
    return divided;
  });
}

function divideFurther(
  start: number,
  breaks: readonly Break[],
  places: readonly Break[],
  width: number,
  measure: (start: number, end: Break) => number,
): Break[] {
  let from = start;
  return breaks.flatMap((end) => {
    const begin = from;
    from = end.next;
    if (measure(begin, end) <= width + TOLERANCE) return [end];
    return [...places.filter((place) => place.end > begin && place.next < end.end), end];
  });
}
