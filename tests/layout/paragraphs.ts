import { type FontBook, openFonts } from '../../src/layout/fonts.ts';
import { missingIn, type SetLine, setParagraph } from '../../src/layout/paragraph.ts';
import type { TextStyle } from '../../src/layout/style.ts';
import type { Inline, TextSpan } from '../../src/model/block.ts';
import type { Glyph, GlyphRun } from '../../src/model/page.ts';

export const STYLE: TextStyle = {
  family: 'serif',
  weight: 400,
  size: 10,
  leading: 14,
  align: 'start',
  ink: 0,
};

/** A value that was put in. */
export const value = (text: string): TextSpan => ({ kind: 'text', text, isolate: true });

/** The direction that a language is written in. */
export const directionOf = (language: string) => (/^(?:ar|fa|he|ur|ug)/.test(language) ? 'rtl' : 'ltr');

interface Options {
  readonly width?: number;
  readonly style?: Partial<TextStyle>;
  readonly direction?: 'ltr' | 'rtl';
  readonly fonts?: FontBook;
}

/** Sets a paragraph in a language; a text may stand for its one span. */
export async function setIn(
  language: string,
  content: string | readonly (string | Inline)[],
  { width = 1e6, style = {}, direction, fonts }: Options = {},
): Promise<SetLine[]> {
  const spans = (typeof content === 'string' ? [content] : content).map(
    (part): Inline => (typeof part === 'string' ? { kind: 'text', text: part } : part),
  );
  const context = {
    fonts: fonts ?? (await openFonts()),
    language,
    direction: direction ?? directionOf(language),
  } as const;
  return setParagraph(spans, { ...STYLE, ...style }, width, context);
}

/** Texts of the lines. */
export const textsOf = (lines: readonly SetLine[]): string[] => lines.map((line) => line.text);

/** Characters that the lines lack, with the language of each. */
export const missingOf = (lines: readonly SetLine[]) => missingIn(lines.flatMap(({ runs }) => runs));

/** A run's text by clusters in visual order, from left to right, without the space that ends a line. */
function visualText({ glyphs, text }: GlyphRun): string {
  const isSeen = (glyph: Glyph) => glyph.advance !== 0 || text[glyph.cluster] !== ' ';
  const sorted = [...new Set(glyphs.map((glyph) => glyph.cluster))].sort((a, b) => a - b);
  const starts = [...new Set(glyphs.filter(isSeen).map((glyph) => glyph.cluster))];
  return starts.map((start) => text.slice(start, sorted[sorted.indexOf(start) + 1])).join('');
}

/** What stands on a line from left to right, letter by letter. */
export const visualOf = (line: SetLine): string =>
  [...line.runs]
    .sort((a, b) => a.x - b.x)
    .map(visualText)
    .join('');
