import { once } from '../model/memory.ts';
import type { Glyph, GlyphRun } from '../model/page.ts';
import { inVisualOrder } from './bidi.ts';
import type { ShapedGlyph } from './font-file.ts';
import { type Reach, reachOf } from './ink.ts';
import type { Item } from './itemise.ts';
import { isStretchable } from './justify.ts';
import type { Line } from './line-breaking.ts';
import { glyphsOf, type ShapedText, trimmedOf } from './shaping.ts';
import type { TextStyle } from './style.ts';

/** A line of a paragraph; its glyphs are placed when they are first asked for, as most tries at a page need its reach alone. */
export interface SetLine {
  readonly width: number;
  readonly reach: Reach;
  /** In reading order. x is counted from the left of the column, y from the baseline; alignment is applied. */
  readonly runs: readonly GlyphRun[];
  readonly text: string;
}

/** A part of an item in one line. */
interface Part {
  readonly item: Item;
  readonly index: number;
  readonly level: number;
  readonly start: number;
  readonly end: number;
  readonly hyphen: boolean;
}

/** Sets one line in a column of `column` points; `endsPart` where a forced break follows it. */
export function setLine(
  shaped: ShapedText,
  line: Line,
  style: TextStyle,
  column: number,
  context: Manner['context'],
): SetLine {
  const parts = inVisualOrder(partsOf(shaped, line));
  const shapedParts = once(() =>
    parts.map(({ index, start, end, hyphen }) => glyphsOf(shaped, index, start, end, hyphen)),
  );
  const placed = once(() => placeLine(shaped, line, parts, shapedParts(), { style, column, context }));
  const reach = once(() => reachOfParts(parts, shapedParts(), style.size));
  return {
    text: shaped.text.slice(line.start, line.end),
    get width() {
      return placed().width;
    },
    get runs() {
      return placed().runs;
    },
    get reach() {
      return reach();
    },
  };
}

function reachOfParts(
  parts: readonly Part[],
  glyphs: readonly (readonly ShapedGlyph[])[],
  size: number,
): Reach {
  const reaches = parts.map(({ item }, i) => reachOf(glyphs[i]!, item.font, size));
  return {
    rise: Math.max(0, ...reaches.map(({ rise }) => rise)),
    drop: Math.max(0, ...reaches.map(({ drop }) => drop)),
  };
}

/** How a line is set. */
interface Manner {
  readonly style: TextStyle;
  readonly column: number;
  readonly context: {
    readonly language: string;
    readonly direction: 'ltr' | 'rtl';
    readonly endsPart: boolean;
  };
}

function placeLine(
  shaped: ShapedText,
  line: Line,
  parts: readonly Part[],
  shapedParts: readonly (readonly ShapedGlyph[])[],
  { style, column, context }: Manner,
): Pick<SetLine, 'width' | 'runs'> {
  const glyphs = parts.map((part, i) => placeGlyphs(shapedParts[i]!, shaped.gaps, part, line.end, style));
  takeLastSpacing(glyphs, style);
  if (parts[0]?.start === line.start) trimEnds(glyphs, trimmedOf(shaped, line.start, line.end), style.size);
  // A last line may count on the spaces to shrink, too.
  const isFull = !line.isLast || widthOf(glyphs) > column;
  if (style.align === 'justify' && isFull)
    justify(shaped.text, line, parts, glyphs, { column, size: style.size });
  const widths = glyphs.map((list) => list.reduce((sum, glyph) => sum + glyph.advance, 0));
  const width = widths.reduce((sum, w) => sum + w, 0);
  let x = lineStart(style.align, context.direction, column, width);
  const runs = parts.map(({ item, start, end }, i): GlyphRun => {
    const run: GlyphRun = {
      kind: 'glyphs',
      x,
      y: 0,
      font: item.font.id,
      size: style.size,
      glyphs: glyphs[i]!,
      text: shaped.text.slice(start, end),
      direction: item.level % 2 === 1 ? 'rtl' : 'ltr',
      language: item.language === context.language ? undefined : item.language,
      ink: style.ink,
      href: item.span.href,
    };
    x += widths[i]!;
    return run;
  });
  const reading = runs
    .map((run, i) => ({ run, part: parts[i]! }))
    .sort((a, b) => a.part.start - b.part.start);
  const last = reading.at(-1);
  if (last && (context.endsPart || /\s/.test(shaped.text[line.end] ?? ''))) {
    reading[reading.length - 1] = { ...last, run: endWithSpace(last.run, last.part.item) };
  }
  return { width, runs: reading.map(({ run }) => run) };
}

/** Adds a space of no width, so that copying doesn't join the last word of a line to the first of the next. */
function endWithSpace(run: GlyphRun, { font, language }: Item): GlyphRun {
  const { direction, glyphs, text } = run;
  const id = font.spaceIn(language, direction);
  if (id === undefined) return run;
  const glyph: Glyph = { id, advance: 0, dx: 0, dy: 0, cluster: text.length };
  return {
    ...run,
    text: `${text} `,
    glyphs: direction === 'rtl' ? [glyph, ...glyphs] : [...glyphs, glyph],
  };
}

function partsOf({ items }: ShapedText, line: Line): Part[] {
  const parts: Part[] = [];
  for (let index = firstEndingAfter(items, line.start); index < items.length; index += 1) {
    const item = items[index]!;
    if (item.start >= line.end) break;
    const start = Math.max(item.start, line.start);
    const end = Math.min(item.end, line.end);
    parts.push({ item, index, level: item.level, start, end, hyphen: line.hyphen && end === line.end });
  }
  return parts;
}

/** Index of the first item that goes on beyond a place, by halving: a long paragraph has thousands, and as many lines. */
function firstEndingAfter(items: readonly Item[], place: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Glyphs of a part in points, clusters counted from its start, with spacing and gaps after each letter. */
function placeGlyphs(
  list: readonly ShapedGlyph[],
  gaps: ShapedText['gaps'],
  part: Part,
  lineEnd: number,
  style: TextStyle,
): Glyph[] {
  const { size, tracking = 0 } = style;
  return list.map((glyph, i) => {
    const next = list[i + 1]?.cluster ?? part.end;
    const isLetterEnd = next !== glyph.cluster;
    const gap = isLetterEnd && next < lineEnd ? (gaps.get(next) ?? 0) : 0;
    return {
      id: glyph.id,
      advance: (glyph.advance + gap) * size + (isLetterEnd ? tracking : 0),
      dx: glyph.dx * size,
      dy: glyph.dy * size,
      cluster: glyph.cluster - part.start,
    };
  });
}

/** Letters are spaced between each other, not after the last. */
function takeLastSpacing(glyphs: Glyph[][], { tracking = 0 }: TextStyle): void {
  const last = glyphs.at(-1);
  const final = last?.pop();
  if (last && final) last.push({ ...final, advance: final.advance - tracking });
}

/** Takes the blank halves of Chinese and Japanese signs from the ends of a line, so that its ink is flush. */
function trimEnds(glyphs: Glyph[][], [start, end]: readonly [number, number], size: number): void {
  const first = glyphs[0]?.[0];
  if (first && start > 0) {
    glyphs[0]![0] = { ...first, advance: first.advance - start * size, dx: first.dx - start * size };
  }
  const last = glyphs.at(-1)?.pop();
  if (last) glyphs.at(-1)!.push({ ...last, advance: last.advance - end * size });
}

function widthOf(glyphs: readonly Glyph[][]): number {
  return glyphs.flat().reduce((sum, glyph) => sum + glyph.advance, 0);
}

/** A line whose spaces, or gaps between Han, would grow by more than this part of the size is left short rather than torn. */
const WIDEST = { spaces: 0.6, squares: 0.25 };

/** Widens or narrows what can stretch, so that the line is as wide as its column. */
function justify(
  text: string,
  line: Line,
  parts: readonly Part[],
  glyphs: readonly Glyph[][],
  { column, size }: { readonly column: number; readonly size: number },
): void {
  const stretches = (part: Part, glyph: Glyph) => {
    const at = part.start + glyph.cluster;
    return at < line.end - 1 && isStretchable(text, at);
  };
  const width = widthOf(glyphs);
  const places = parts.flatMap((part, i) =>
    glyphs[i]!.filter((glyph) => stretches(part, glyph)).map((glyph) => part.start + glyph.cluster),
  );
  if (places.length === 0) return;
  const extra = (column - width) / places.length;
  const ofSquares = places.some((at) => !/\s/.test(text[at]!));
  if (extra > (ofSquares ? WIDEST.squares : WIDEST.spaces) * size) return;
  parts.forEach((part, i) => {
    glyphs[i]!.forEach((glyph, k) => {
      if (stretches(part, glyph)) glyphs[i]![k] = { ...glyph, advance: glyph.advance + extra };
    });
  });
}

function lineStart(
  align: TextStyle['align'],
  direction: 'ltr' | 'rtl',
  column: number,
  width: number,
): number {
  if (align === 'center') return (column - width) / 2;
  const atLeft = (align === 'end') === (direction === 'rtl');
  return atLeft ? 0 : column - width;
}
