import type { ShapedText } from './shaping.ts';

/** How far the spaces of a justified line may grow and shrink, in parts of their width. */
const GROW = 0.5;
const SHRINK = 0.2;

/** Between two of these a justified line grows where it has no spaces. */
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;

/** What a justified paragraph can give and take; widths in parts of the size. */
export interface Stretch {
  /** The most that a line's spaces can shrink by together. */
  readonly shrink: (start: number, end: number) => number;
  /** How far from its natural width a line is set, squared: 1 where its spaces grow by half. */
  readonly badness: (start: number, end: number, slack: number) => number;
}

/** Places after which a justified line may grow: its spaces, and between Han or kana. */
export function isStretchable(text: string, at: number): boolean {
  return text[at] === ' ' || text[at] === '\u00a0' || (isHan(text[at]) && isHan(text[at + 1]));
}

function isHan(character: string | undefined): boolean {
  return character !== undefined && HAN.test(character);
}

/** Counts what can stretch before each unit of the text. */
export function stretchOf({ text, before }: ShapedText): Stretch {
  const grow = new Float64Array(text.length + 1);
  const shrink = new Float64Array(text.length + 1);
  for (let i = 0; i < text.length; i++) {
    const can = isStretchable(text, i);
    const isSpace = can && !isHan(text[i]);
    const width = isSpace ? before[i + 1]! - before[i]! : 0.1;
    grow[i + 1] = grow[i]! + (can ? width * GROW : 0);
    shrink[i + 1] = shrink[i]! + (isSpace ? width * SHRINK : 0);
  }
  const within = (sums: Float64Array, start: number, end: number) => sums[end]! - sums[start]!;
  return {
    shrink: (start, end) => within(shrink, start, end),
    badness: (start, end, slack) => {
      const room = within(slack < 0 ? shrink : grow, start, end);
      return room > 0 ? Math.min((Math.abs(slack) / room) ** 2, 100) : 100;
    },
  };
}
