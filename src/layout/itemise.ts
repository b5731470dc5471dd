import type { TextSpan } from '../model/block.ts';
import { memoise } from '../model/memory.ts';
import type { MissingGlyphs } from '../model/page.ts';
import { findLevels, type Isolate } from './bidi.ts';
import { withoutSigns } from './emoji.ts';
import type { FontBook, FontChain, FontFile } from './fonts.ts';
import { findScriptRuns, isCommon, type Script, scriptOfLanguage } from './scripts.ts';
import type { TextStyle } from './style.ts';
import { spaceAsLanguageAsks } from './typography.ts';

/** A stretch of a paragraph in one font, script, direction and span. */
export interface Item {
  readonly start: number;
  readonly end: number;
  readonly font: FontFile;
  /** Embedding level: odd is right to left. */
  readonly level: number;
  readonly script: Script;
  readonly language: string;
  readonly span: TextSpan;
}

/** A paragraph without forced breaks as one text, divided into items. */
export interface Itemised {
  readonly text: string;
  readonly items: readonly Item[];
  /** Values whose direction is their own, and which are never divided: names, numbers, addresses. */
  readonly isolates: readonly Isolate[];
  /** Characters that no font has. */
  readonly missing: MissingGlyphs;
  /** True where no letter changes by those beside its item. */
  readonly isPlain?: boolean;
}

/** Missing characters as they are found. */
type Missed = Map<number, string>;

/** Characters that need no glyph of a font: those that aren't seen, and spaces, which HarfBuzz makes up. */
const NEEDS_NO_GLYPH = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zs}]/u;

interface ItemContext {
  readonly fonts: FontBook;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Letters, digits and signs of Latin scripts that are one unit each, without marks, and that any text can hold as they are. */
const PLAIN = /^[ -~\u00a0-\u00ac\u00ae-\u024f]*$/;

/** Whether all letters of a text in this language are of one script, from left to right, and stand as they were written. */
const isOfPlainTexts = memoise(
  (language: string) => scriptOfLanguage(language) === 'Latn' && !/^fr\b/i.test(language),
);

/** Whether a font has all that a plain text can hold, so that none of its letters is looked up. */
const hasAllPlain = memoise((font: FontFile) => {
  for (let unit = 0x20; unit < 0x250; unit++)
    if (PLAIN.test(String.fromCharCode(unit)) && !font.covers(unit)) return false;
  return true;
});

/** The items of a text that is plain and in one font: each of its spans. The same as is found for any text, found at once. */
function itemisePlain(
  content: readonly TextSpan[],
  style: TextStyle,
  { fonts, language, direction }: ItemContext,
): Itemised | undefined {
  if (direction === 'rtl' || !isOfPlainTexts(language)) return undefined;
  const items: Item[] = [];
  const isolates: Isolate[] = [];
  let text = '';
  for (const span of content) {
    const own = span.language ?? language;
    if (!PLAIN.test(span.text) || (span.language && !isOfPlainTexts(own))) return undefined;
    const start = text.length;
    text += span.text;
    const { first } = chainFor(span, style, fonts);
    if (!hasAllPlain(first) && !isCovered(span.text, first)) return undefined;
    const place = { start, end: text.length };
    if (span.text !== '')
      items.push({ ...place, font: first, level: 0, script: 'Latn', language: own, span });
    if (span.isolate) isolates.push(place);
  }
  return { text, items, isolates, missing: new Map(), isPlain: true };
}

function isCovered(text: string, font: FontFile): boolean {
  for (let at = 0; at < text.length; at++) if (!font.covers(text.charCodeAt(at))) return false;
  return true;
}

/** Divides a paragraph without forced breaks into items, its text in NFC. */
export function itemise(content: readonly TextSpan[], style: TextStyle, context: ItemContext): Itemised {
  const plain = itemisePlain(content, style, context);
  if (plain) return plain;
  const missing: Missed = new Map();
  const spans = spaceAsLanguageAsks(content, context.language).map((span) =>
    printable(span, style, context, missing),
  );
  const text = spans.map((span) => span.text).join('');
  const scripts = findScriptRuns(text, context.language);
  const isolates: Isolate[] = [];
  const edges = new Set(scripts.map(({ start }) => start));
  let offset = 0;
  for (const span of spans) {
    edges.add(offset);
    const end = offset + span.text.length;
    if (span.isolate) isolates.push({ start: offset, end });
    offset = end;
  }
  const levels = findLevels(text, context.direction, isolates);
  for (let at = 1; at < text.length; at++) if (levels[at] !== levels[at - 1]) edges.add(at);
  const starts = [...edges].sort((a, b) => a - b);

  const items: Item[] = [];
  let [run, place, spanEnd] = [0, -1, 0];
  let chain: FontChain | undefined;
  starts.forEach((start, i) => {
    const end = starts[i + 1] ?? text.length;
    while (scripts[run] && scripts[run]!.end <= start) run += 1;
    while (spanEnd <= start && place < spans.length - 1) {
      place += 1;
      spanEnd += spans[place]!.text.length;
      chain = chainFor(spans[place]!, style, context.fonts);
    }
    const span = spans[place];
    const scriptOfRun = scripts[run]?.script;
    if (!span || !scriptOfRun || !chain || start === end) return;
    const language = span.language ?? context.language;
    const level = levels[start]!;
    // A stop after a Latin name in an Arabic line is one of the line, where it stands as the line runs.
    const isOfLine = context.direction === 'rtl' && level === 1 && isCommon(text.slice(start, end));
    const script = isOfLine ? scriptOfLanguage(context.language) : scriptOfRun;
    for (const part of divideByFont(text.slice(start, end), chain, script, language, missing)) {
      items.push({
        ...part,
        start: start + part.start,
        end: start + part.end,
        level,
        script,
        language,
        span,
      });
    }
  });
  return { text, items, isolates, missing };
}

/** The lowest of the signs that a font may lack, but for © and ®, which every font has. */
const FIRST_SIGN = /[\u203c-\uffff]/;

/** A span without the signs that no font has. */
function printable(
  span: TextSpan,
  style: TextStyle,
  { fonts, language }: { fonts: FontBook; language: string },
  missing: Missed,
): TextSpan {
  if (!FIRST_SIGN.test(span.text)) return span;
  const find = chainFor(span, style, fonts).findFor('Zsye', language);
  return withoutSigns(
    span,
    (character) => find(character) !== undefined,
    (character) => missing.set(character.codePointAt(0)!, language),
  );
}

function chainFor(span: TextSpan, style: TextStyle, fonts: FontBook): FontChain {
  const weight = span.strong && style.weight < 700 ? 700 : style.weight;
  return fonts.chain({ family: style.family, weight, italic: span.emphasis ?? style.italic ?? false });
}

interface FontPart {
  readonly start: number;
  readonly end: number;
  readonly font: FontFile;
}

/** A base character with its marks and joiners, so that they stay in one font. */
const LETTER = /\P{M}[\p{M}\u200c\u200d]*|\p{M}+/uy;

const FIRST_SYMBOL = '\u2000';
const SYMBOL = /^\p{S}/u;

/** Below this unit are no marks, no joiners and no halves of characters. */
const FIRST_MARK = 0x300;

/** Stretches of a text in one font each: the best that has all the letters, a letter and its marks in one. */
function divideByFont(
  text: string,
  chain: FontChain,
  script: Script,
  language: string,
  missing: Missed,
): FontPart[] {
  const find = chain.findFor(script, language);
  const parts: FontPart[] = [];
  let start = 0;
  let font: FontFile | undefined;
  let spaces: FontFile | undefined;
  for (let at = 0; at < text.length; ) {
    const end = endOfLetter(text, at);
    const letter = text.slice(at, end);
    const own = letter === ' ' ? spaces : fontFor(letter, find, chain.first, language, missing);
    if (own && font && own !== font) {
      parts.push({ start, end: at, font });
      start = at;
    }
    font = own ?? font;
    // The space after a symbol is that of the text, not of the font which steps in for the symbol.
    if (own && !(letter >= FIRST_SYMBOL && SYMBOL.test(letter))) spaces = own;
    at = end;
  }
  // A space between two values is that of the script around it.
  return [...parts, { start, end: text.length, font: font ?? find(' ') ?? chain.first }];
}

function endOfLetter(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (text.charCodeAt(at) < FIRST_MARK && !(next >= FIRST_MARK)) return at + 1;
  LETTER.lastIndex = at;
  return LETTER.test(text) ? LETTER.lastIndex : at + 1;
}

/** The font of a letter; undefined where it needs none. */
function fontFor(
  letter: string,
  find: ReturnType<FontChain['findFor']>,
  first: FontFile,
  language: string,
  missing: Missed,
): FontFile | undefined {
  const isPlain = letter.length === 1 && letter > ' ' && letter < '\u007f';
  const needed = isPlain ? [letter] : [...letter].filter((c) => !NEEDS_NO_GLYPH.test(c));
  if (needed.length === 0) return undefined;
  const font = find(needed.join(''));
  if (font) return font;
  for (const c of needed) if (!find(c)) missing.set(c.codePointAt(0)!, language);
  return first;
}
