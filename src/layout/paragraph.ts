import LineBreaker from 'linebreak';
import type { Inline, TextSpan } from '../model/block.ts';
import type { Glyph, GlyphRun } from '../model/page.ts';
import type { Problem } from '../problems.ts';
import type { FontBook } from './fonts.ts';
import { type Item, type Itemised, itemise, type MissingGlyphs } from './itemise.ts';
import { type Memory, startMemory } from './memory.ts';
import type { TextStyle } from './style.ts';

export type { MissingGlyphs } from './itemise.ts';

/** A line of a paragraph. */
export interface SetLine {
  readonly width: number;
  readonly ascent: number;
  readonly descent: number;
  /** x is counted from the left of the column, y from the baseline; alignment is applied. */
  readonly runs: readonly GlyphRun[];
  readonly text: string;
}

export interface ParagraphContext {
  readonly fonts: FontBook;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Collects characters that no font has. */
  readonly missing: MissingGlyphs;
}

/** A problem for each character that no font has; planning finds its place in the data. */
export function missingGlyphProblems(missing: MissingGlyphs): Problem[] {
  return [...missing].map(([codePoint, character]) => {
    const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
    return {
      severity: 'error',
      code: 'missing-glyph',
      message: `No font has the character ${character} (${name}).`,
      hint: 'Write it with other characters, or leave its language out with --lang.',
    };
  });
}

/** What was set before with the same fonts: texts as items whatever their size, and whole paragraphs. */
interface Remembered {
  readonly items: Memory<Itemised>;
  readonly paragraphs: Memory<SetParagraph>;
}

interface SetParagraph {
  readonly lines: SetLine[];
  readonly missing: MissingGlyphs;
}

const remembered = new WeakMap<FontBook, Remembered>();

/** Breaks content into lines of at most `width` points and sets them. */
export function setParagraph(
  content: readonly Inline[],
  style: TextStyle,
  width: number,
  context: ParagraphContext,
): SetLine[] {
  const memory = remembered.get(context.fonts) ?? { items: startMemory(4096), paragraphs: startMemory(4096) };
  remembered.set(context.fonts, memory);
  const { language, direction } = context;
  const key = JSON.stringify([content, style, width, language, direction]);
  const { lines, missing } = memory.paragraphs.recall(key, () =>
    setAnew(content, style, width, context, memory.items),
  );
  for (const [codePoint, character] of missing) context.missing.set(codePoint, character);
  return lines;
}

function setAnew(
  content: readonly Inline[],
  style: TextStyle,
  width: number,
  context: ParagraphContext,
  memory: Memory<Itemised>,
): SetParagraph {
  const { language, direction } = context;
  const { family, weight, italic } = style;
  const missing: MissingGlyphs = new Map();
  const lines = splitAtBreaks(content).flatMap((part) => {
    const key = JSON.stringify([part, family, weight, italic, language, direction]);
    const itemised = memory.recall(key, () => itemise(part, style, context));
    for (const [codePoint, character] of itemised.missing) missing.set(codePoint, character);
    const breaks = breakLines(itemised, style, width);
    return breaks.map(([start, end]) => setLine(itemised, start, end, style, width, context));
  });
  return { lines, missing };
}

function splitAtBreaks(content: readonly Inline[]): TextSpan[][] {
  const parts: TextSpan[][] = [[]];
  for (const inline of content) {
    if (inline.kind === 'break') parts.push([]);
    else if (inline.text !== '') parts.at(-1)!.push(inline);
  }
  return parts.filter((part) => part.length > 0);
}

/** Start and end of each line, spaces at the end left out. A word that is wider than the line stays whole. */
function breakLines(itemised: Itemised, style: TextStyle, width: number): [number, number][] {
  const { text } = itemised;
  const lines: [number, number][] = [];
  const breaker = new LineBreaker(text);
  let start = 0;
  let last = 0;
  let used = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const end = next.position;
    const trimmed = trimEnd(text, last, end);
    const visible = measure(itemised, last, trimmed, style);
    if (last > start && used + visible > width + 0.01) {
      lines.push([start, trimEnd(text, start, last)]);
      start = last;
      used = 0;
    }
    used += measure(itemised, last, end, style);
    last = end;
  }
  if (last > start) lines.push([start, trimEnd(text, start, last)]);
  return lines;
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /[ \t\u2009]/.test(text[at - 1]!)) at -= 1;
  return at;
}

/** Width in points of a part of the text, each item shaped by itself. */
function measure(itemised: Itemised, start: number, end: number, style: TextStyle): number {
  let width = 0;
  for (const item of itemsWithin(itemised, start, end)) {
    for (const glyph of shapeItem(itemised.text, item))
      width += glyph.advance * style.size + (style.tracking ?? 0);
  }
  return width;
}

function itemsWithin({ items }: Itemised, start: number, end: number): Item[] {
  return items
    .filter((item) => item.end > start && item.start < end)
    .map((item) => ({ ...item, start: Math.max(item.start, start), end: Math.min(item.end, end) }));
}

function shapeItem(text: string, item: Item) {
  return item.font.shape(
    text.slice(item.start, item.end),
    item.level % 2 === 1 ? 'rtl' : 'ltr',
    item.language,
  );
}

function setLine(
  itemised: Itemised,
  start: number,
  end: number,
  style: TextStyle,
  column: number,
  context: ParagraphContext,
): SetLine {
  const { size, tracking = 0 } = style;
  const items = itemsWithin(itemised, start, end);
  const shaped = inVisualOrder(items).map((item) => ({
    item,
    text: itemised.text.slice(item.start, item.end),
    glyphs: shapeItem(itemised.text, item).map(
      (g): Glyph => ({
        id: g.id,
        advance: g.advance * size + tracking,
        dx: g.dx * size,
        dy: g.dy * size,
        cluster: g.cluster,
      }),
    ),
  }));
  // Letters are spaced between each other, not after the last.
  const last = shaped.at(-1)?.glyphs;
  const final = last?.pop();
  if (last && final) last.push({ ...final, advance: final.advance - tracking });
  const widths = shaped.map(({ glyphs }) => glyphs.reduce((sum, glyph) => sum + glyph.advance, 0));
  const width = widths.reduce((sum, w) => sum + w, 0);
  let x = lineStart(style.align, context.direction, column, width);
  const runs = shaped.map(({ item, text, glyphs }, i): GlyphRun => {
    const run: GlyphRun = {
      kind: 'glyphs',
      x,
      y: 0,
      font: item.font.id,
      size,
      glyphs,
      text,
      direction: item.level % 2 === 1 ? 'rtl' : 'ltr',
      language: item.language === context.language ? undefined : item.language,
      ink: style.ink,
      href: item.span.href,
    };
    x += widths[i]!;
    return run;
  });
  const ascent = Math.max(0, ...items.map((item) => item.font.ascent)) * size;
  const descent = Math.max(0, ...items.map((item) => item.font.descent)) * size;
  return { width, ascent, descent, runs, text: itemised.text.slice(start, end) };
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

/** Items as they stand from left to right: UAX #9, rule L2, on whole items. */
function inVisualOrder(items: readonly Item[]): Item[] {
  const order = [...items];
  const highest = Math.max(0, ...items.map((item) => item.level));
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
