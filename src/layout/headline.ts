import type { Inline } from '../model/block.ts';
import { fitsLines, memoryOf, prepareParagraph, textKey } from './paragraph.ts';
import { capHeight, leadingOf, type Row, type Setting, setLines, setText } from './rows.ts';
import type { TextStyle } from './style.ts';

/** Limits of a headline: lengths in points. */
interface HeadlineLimits {
  readonly width: number;
  readonly maxSize: number;
  readonly minSize: number;
  readonly maxHeight: number;
  /** Distance of baselines as a part of the size. */
  readonly leading: number;
  /** Part of the size that the last line's descenders take from the height. */
  readonly descent?: number;
  /** Three where it is left out. */
  readonly maxLines?: number;
}

/** A headline that fills its width: the size and the width at which its lines fall evenly. */
export interface HeadlineChoice {
  readonly style: TextStyle;
  readonly width: number;
  readonly lines: number;
  readonly height: number;
}

/** Size at which widths are measured; outlines scale evenly. */
const MEASURE = 100;

/**
 * Settings of a headline in one to `maxLines` lines, the largest first. Each is as large as its number of lines
 * allows; this also balances them, as the longest line then is as short as can be. Words are divided only
 * where the smallest size leaves no other way.
 */
export function fitHeadline(
  content: readonly Inline[],
  base: TextStyle,
  limits: HeadlineLimits,
  setting: Setting,
): HeadlineChoice[] {
  const whole = choicesFor(content, { ...base, hyphenate: false }, limits, setting, limits.maxLines ?? 3);
  const usable = whole.filter((c) => c.style.size >= limits.minSize);
  if (usable.length > 0) return keepWhole(content, usable);
  const atJoints = choicesFor(content, { ...base, hyphenate: 'joints' }, limits, setting, 6);
  const readable = atJoints.filter((c) => c.style.size >= limits.minSize);
  if (readable.length > 0) return readable;
  const divided = choicesFor(content, { ...base, hyphenate: true }, limits, setting, 6);
  const fitting = divided.filter((c) => c.style.size >= limits.minSize);
  const smallest = [...divided, ...whole].sort((a, b) => b.style.size - a.style.size);
  return fitting.length > 0 ? fitting : smallest.slice(0, 1);
}

/** A headline without spaces, as Chinese is written, would be broken inside its words: on one line where it can be. */
function keepWhole(content: readonly Inline[], choices: HeadlineChoice[]): HeadlineChoice[] {
  const isUnspaced = content.every((inline) => inline.kind === 'text' && !/\s/.test(inline.text.trim()));
  const whole = choices.filter((choice) => choice.lines === 1);
  return isUnspaced && whole.length > 0 ? whole : choices;
}

function choicesFor(
  content: readonly Inline[],
  base: TextStyle,
  limits: HeadlineLimits,
  setting: Setting,
  most: number,
): HeadlineChoice[] {
  const choices: HeadlineChoice[] = [];
  const measure = { ...base, wholeWords: true, size: MEASURE, leading: MEASURE * limits.leading };
  for (let lines = 1; lines <= most; lines += 1) {
    const narrow = narrowestWidth(content, measure, lines, setting);
    if (narrow === undefined) continue;
    const set = setLines(content, measure, narrow + 0.5, setting);
    const leading = leadingOf(set, measure, setting) / MEASURE;
    const natural = (limits.width / narrow) * MEASURE;
    const tallest = limits.maxHeight / (0.711 + (limits.descent ?? 0) + (lines - 1) * leading);
    const size = Math.floor(Math.min(natural, limits.maxSize, tallest) * 10) / 10;
    const style = { ...base, wholeWords: true, size, leading: size * leading };
    // A hair wider than measured, so that rounding never throws a word onto a further line.
    const width = Math.min((narrow * size) / MEASURE + 0.5, limits.width);
    const height = capHeight(style) + (lines - 1) * style.leading;
    if (!choices.some((c) => c.style.size >= size)) choices.push({ style, width, lines, height });
  }
  return choices.sort((a, b) => b.style.size - a.style.size);
}

/** The least width at which the text takes no more than `count` lines and no word stands out. */
function narrowestWidth(
  content: readonly Inline[],
  style: TextStyle,
  count: number,
  setting: Setting,
): number | undefined {
  const make = () => ({ width: findNarrowest(content, style, count, setting) });
  const memory = memoryOf(setting)?.narrowest;
  return (memory ? memory.recall(`${textKey(content, style, setting)} ${count}`, make) : make()).width;
}

function findNarrowest(
  content: readonly Inline[],
  style: TextStyle,
  count: number,
  setting: Setting,
): number | undefined {
  const whole = setLines(content, style, 1e6, setting);
  let high = Math.max(...whole.map((line) => line.width), 1) + 1;
  if (whole.length > count) return undefined;
  let low = high / (count * 1.5);
  if (count === 1) return high - 1;
  const parts = prepareParagraph(content, style, setting);
  for (let i = 0; i < 14 && high - low > 1; i += 1) {
    const middle = (low + high) / 2;
    if (fitsLines(parts, style, middle, count, setting)) high = middle;
    else low = middle;
  }
  return high;
}

/** Rows of a text whose lines are evened out: as many as at the full width, but of like length. */
export function setBalanced(
  content: readonly Inline[],
  style: TextStyle,
  width: number,
  setting: Setting,
  placing: Parameters<typeof setText>[4],
): Row[] {
  const count = setLines(content, style, width, setting).length;
  const narrow =
    count > 1 ? narrowestWidth(content, { ...style, wholeWords: true }, count, setting) : undefined;
  const used = Math.min((narrow ?? width) + 0.5, width);
  const spare = width - used;
  const shift = style.align === 'center' ? spare / 2 : setting.direction === 'rtl' ? spare : 0;
  const x = (placing?.x ?? 0) + shift;
  return setText(content, style, used, setting, { ...placing, x });
}
