import bidiFactory from 'bidi-js';
import type { Inline, TextSpan } from '../model/block.ts';
import type { FontBook, FontFile } from './fonts.ts';
import type { TextStyle } from './style.ts';

/** Characters that no font has, with the style family they were wanted in. */
export type MissingGlyphs = Map<number, string>;

/** A stretch of a paragraph in one font, script, direction and span. */
export interface Item {
  readonly start: number;
  readonly end: number;
  readonly font: FontFile;
  /** Embedding level: odd is right to left. */
  readonly level: number;
  readonly language: string;
  readonly span: TextSpan;
}

export interface Itemised {
  readonly text: string;
  readonly items: readonly Item[];
  /** Characters that no font has. */
  readonly missing: MissingGlyphs;
}

const bidi = bidiFactory();

/** Scripts that are shaped apart; everything else goes with its neighbours. */
const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Devanagari',
  'Thai',
].map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')] as const);

/** Invisible characters that need no glyph of a font. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/u;

/** Divides a paragraph without forced breaks into items, its text in NFC. */
export function itemise(
  content: readonly Exclude<Inline, { kind: 'break' }>[],
  style: TextStyle,
  context: { fonts: FontBook; language: string; direction: 'ltr' | 'rtl' },
): Itemised {
  const missing: MissingGlyphs = new Map();
  const spans = content.map((span) => ({ ...span, text: span.text.normalize('NFC') }));
  const text = spans.map((span) => span.text).join('');
  const { levels } = bidi.getEmbeddingLevels(text, context.direction);
  const items: Item[] = [];
  let offset = 0;
  for (const span of spans) {
    const weight = span.strong && style.weight < 700 ? 700 : style.weight;
    const chain = context.fonts.chain({
      family: style.family,
      weight,
      italic: span.emphasis ?? style.italic ?? false,
    });
    const language = span.language ?? context.language;
    let script: string | undefined;
    for (const character of graphemes(span.text)) {
      const end = offset + character.length;
      const own = scriptOf(character);
      const last = items.at(-1);
      const level = levels[offset] ?? 0;
      const font = fontFor(character, chain, last?.font, missing);
      const joins = last?.end === offset && last.span === span && last.font === font && last.level === level;
      if (joins && (!own || !script || own === script)) items[items.length - 1] = { ...last, end };
      else items.push({ start: offset, end, font, level, language, span });
      script = own ?? (joins ? script : undefined);
      offset = end;
    }
  }
  return { text, items, missing };
}

/** A base character with its marks, so that they stay in one font. */
function graphemes(text: string): string[] {
  return text.match(/\P{M}(?:\p{M}|\u200c|\u200d)*|\p{M}+/gu) ?? [];
}

function scriptOf(character: string): string | undefined {
  return SCRIPTS.find(([, pattern]) => pattern.test(character))?.[0];
}

/** The first font that has all of the character; the last one used where it needs none. */
function fontFor(
  character: string,
  chain: readonly FontFile[],
  last: FontFile | undefined,
  missing: MissingGlyphs,
): FontFile {
  const needed = [...character].filter((c) => !INVISIBLE.test(c));
  const first = chain[0]!;
  if (needed.length === 0) return last && chain.includes(last) ? last : first;
  const found = chain.find((font) => needed.every((c) => font.covers(c.codePointAt(0)!)));
  if (found) return found;
  for (const c of needed) {
    const codePoint = c.codePointAt(0)!;
    if (!chain.some((font) => font.covers(codePoint))) missing.set(codePoint, c);
  }
  return first;
}
