import type { Inline, TextSpan } from '../model/block.ts';
import { type Memory, memoise, numberingEqual, once, startMemory } from '../model/memory.ts';
import type { GlyphRun, MissingGlyphs, PageItem } from '../model/page.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import { type Break, findBreaks } from './breaks.ts';
import { isSign, substituteOf } from './emoji.ts';
import type { FontBook } from './fonts.ts';
import { itemise } from './itemise.ts';
import { breakLines, findOneLine, TOLERANCE, widthOfLine } from './line-breaking.ts';
import { type SetLine, setLine } from './lines.ts';
import { installCommand, sampleFor } from './script-fonts.ts';
import { type ShapedText, shapeText } from './shaping.ts';
import type { TextStyle } from './style.ts';

export type { SetLine } from './lines.ts';

interface ParagraphContext {
  readonly fonts: FontBook;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** What was set before, for texts that no other document has; that of the fonts where it is left out. */
  readonly memory?: ParagraphMemory | 'none' | undefined;
}

/** Characters that the texts among these items lack. */
export function missingIn(items: readonly PageItem[]): MissingGlyphs {
  const missing = new Map<number, string>();
  for (const item of items) {
    const own = item.kind === 'group' ? missingIn(item.items) : item.kind === 'glyphs' && item.missing;
    if (own) for (const [codePoint, wanted] of own) missing.set(codePoint, wanted);
  }
  return missing;
}

/** A problem for each character that no font has, an error but for emoji and signs; planning finds its place in the data. */
export function missingGlyphProblems(missing: MissingGlyphs): Problem[] {
  return [...missing].map(([codePoint, language]) => {
    const character = String.fromCodePoint(codePoint);
    const sample = sampleFor(character, language);
    const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
    if (!sample) return finding('error', 'missing-glyph/character', { character, name });
    const values = { character, name, script: sample.name, command: installCommand(sample) };
    const instead = substituteOf(character);
    if (instead) return finding('warning', 'missing-glyph/substitute', { ...values, instead });
    if (isSign(character)) return finding('warning', 'missing-glyph/emoji', values);
    return finding('error', 'missing-glyph/script', values);
  });
}

/** True where no letter is missing: an emoji or a sign may be. */
export function isPrintable(missing: MissingGlyphs): boolean {
  return [...missing.keys()].every((codePoint) => isSign(String.fromCodePoint(codePoint)));
}

/** A part of a paragraph before it has a size and a width. */
interface Prepared {
  readonly shaped: ShapedText;
  /** Found when they are first asked for: what fits into one line needs none. */
  readonly breaks: () => readonly Break[];
}

/** What was set before with the same fonts: texts whatever their size, and whole paragraphs. */
export interface ParagraphMemory {
  readonly prepared: Memory<Prepared>;
  readonly paragraphs: Memory<SetLine[]>;
  /** The least width for a number of lines, where there is one. */
  readonly narrowest: Memory<{ readonly width: number | undefined }>;
}

const rememberedOf = memoise((_: FontBook) => startParagraphs(1024));

/** Characters of a text of usual length. */
const USUAL_TEXT = 256;

/** For how many texts one of so many characters counts: each glyph of it is kept. */
function inTexts(length: number): number {
  return Math.max(length / USUAL_TEXT, 1);
}

/** A memory for the paragraphs of some documents alone: so many texts of usual length, fewer of long ones. */
export function startParagraphs(size: number): ParagraphMemory {
  return {
    prepared: startMemory(size, ({ shaped }) => inTexts(shaped.text.length)),
    paragraphs: startMemory(size, (lines) => inTexts(lines.reduce((sum, { text }) => sum + text.length, 0))),
    narrowest: startMemory(size),
  };
}

/** Where the texts of a page are kept; undefined where none is. */
export function memoryOf({ memory, fonts }: ParagraphContext): ParagraphMemory | undefined {
  return memory === 'none' ? undefined : (memory ?? rememberedOf(fonts));
}

const numberOfInline = numberingEqual<Inline>(4096);
const numberOfStyle = numberingEqual<TextStyle>(512);

/** What tells a text from others: the numbers of its parts, which are the same objects in most tries at a page. */
function keyOf(content: readonly Inline[]): string {
  return content.map(numberOfInline).join();
}

/** What tells a text in a style from others. */
export function textKey(
  content: readonly Inline[],
  style: TextStyle,
  { language, direction }: ParagraphContext,
): string {
  return `${keyOf(content)} ${numberOfStyle(style)} ${language} ${direction}`;
}

/** Breaks content into lines of at most `width` points and sets them. The first run tells what characters the text lacks. */
export function setParagraph(
  content: readonly Inline[],
  style: TextStyle,
  width: number,
  context: ParagraphContext,
): SetLine[] {
  const make = () => setPrepared(prepareParagraph(content, style, context), style, width, context);
  const memory = memoryOf(context)?.paragraphs;
  return memory ? memory.recall(`${textKey(content, style, context)} ${width}`, make) : make();
}

/** Shapes content once, to be set in any size of the style: its parts between forced breaks. */
export function prepareParagraph(
  content: readonly Inline[],
  style: TextStyle,
  context: ParagraphContext,
): readonly Prepared[] {
  return splitAtBreaks(content).map((part) => prepare(part, style, context));
}

/** Whether content without forced breaks fits into one line of `width` points, its spaces as wide as they are. */
export function fitsOneLine(parts: readonly Prepared[], style: TextStyle, width: number): boolean {
  return parts.every(({ shaped }) => findOneLine(shaped, style, width));
}

/** Whether content fits into so many lines of `width` points, none of which stands out; nothing is placed for that. */
export function fitsLines(
  parts: readonly Prepared[],
  style: TextStyle,
  width: number,
  count: number,
  { language }: Pick<ParagraphContext, 'language'>,
): boolean {
  const aligned = alignedIn(style, width, language);
  const widths = parts.flatMap(({ shaped, breaks }) =>
    breakLines(shaped, breaks, aligned, width).map((line) => widthOfLine(shaped, line, style)),
  );
  return widths.length <= count && widths.every((used) => used <= width + TOLERANCE);
}

/** Shapes a part of a text; once, whatever its size. */
function prepare(part: readonly TextSpan[], style: TextStyle, context: ParagraphContext): Prepared {
  const { language, direction } = context;
  const { family, weight, italic, hyphenate, wholeWords, yearApart, tracking = 0 } = style;
  const words = { hyphenate, wholeWords, yearApart };
  const make = () => {
    const shaped = shapeText(itemise(part, style, context), tracking !== 0);
    return { shaped, breaks: once(() => findBreaks(shaped, language, words)) };
  };
  const memory = memoryOf(context)?.prepared;
  if (!memory) return make();
  const face = [family, weight, italic, tracking !== 0];
  const manner = [...face, hyphenate, wholeWords, yearApart, language, direction].join(' ');
  return memory.recall(`${keyOf(part)} ${manner}`, make);
}

/** Breaks what was shaped into lines of at most `width` points and sets them. */
export function setPrepared(
  parts: readonly Prepared[],
  style: TextStyle,
  width: number,
  context: ParagraphContext,
): SetLine[] {
  const { language, direction } = context;
  const missing = new Map<number, string>();
  const aligned = alignedIn(style, width, language);
  const lines = parts.flatMap(({ shaped, breaks }, i) => {
    for (const [codePoint, wanted] of shaped.missing) missing.set(codePoint, wanted);
    return breakLines(shaped, breaks, aligned, width).map((line) =>
      setLine(shaped, line, aligned, width, {
        language,
        direction,
        endsPart: line.isLast && i < parts.length - 1,
      }),
    );
  });
  if (missing.size === 0) return lines;
  const [first, ...rest] = lines;
  const [run = emptyRun(style, context), ...others] = first!.runs;
  return [{ ...first!, runs: [{ ...run, missing }, ...others] }, ...rest];
}

/** The run of a line of which nothing is left. */
function emptyRun(
  { family, weight, size, ink }: TextStyle,
  { fonts, direction }: ParagraphContext,
): GlyphRun {
  const font = fonts.chain({ family, weight, italic: false }).first.id;
  return { kind: 'glyphs', x: 0, y: 0, font, size, glyphs: [], text: '', direction, ink };
}

/** Narrower columns, in parts of the size, are left as they are: there is too little to spread what is over. */
const LEAST_WIDTH = { squares: 12, words: 16 };

/**
 * Running text of Chinese and Japanese is flush at both ends (CLREQ 6.2.3, JLREQ 3.8), other text where its style says so; what
 * is set in display letters, such as day and place of an event, stands as it comes.
 */
function alignedIn(style: TextStyle, width: number, language: string): TextStyle {
  const { align, size, wholeWords, family } = style;
  const isOfSquares = /^(?:zh|ja)\b/.test(language);
  const isRunning = !wholeWords && family !== 'display';
  if (align === 'justify' && !isOfSquares && width < LEAST_WIDTH.words * size)
    return { ...style, align: 'start' };
  const isFlush = isOfSquares && align === 'start' && isRunning && width >= LEAST_WIDTH.squares * size;
  return isFlush ? { ...style, align: 'justify' } : style;
}

function splitAtBreaks(content: readonly Inline[]): TextSpan[][] {
  const parts: TextSpan[][] = [[]];
  for (const inline of content) {
    if (inline.kind === 'break') parts.push([]);
    else if (inline.text !== '') parts.at(-1)!.push(inline);
  }
  return parts.filter((part) => part.length > 0);
}
