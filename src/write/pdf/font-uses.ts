import type { FontBook } from '../../layout/fonts.ts';
import type { FontId, GlyphRun } from '../../model/page.ts';
import { type EmbeddedFont, openForEmbedding } from './embedded-font.ts';
import { type GlyphText, isSameText, type SetRun, setBeside, setRun } from './runs.ts';

/** The use of one font in one file: its glyphs, and the text of those that stand for no character. */
export interface FontUse {
  readonly font: EmbeddedFont;
  readonly used: Set<number>;
  /** Glyphs of names and addresses, which differ from one document to the next. */
  readonly own: Set<number>;
  readonly codes: Map<number, GlyphText>;
}

/** The fonts and glyphs that a file needs, noted while its pages are drawn. */
export class FontUses {
  readonly byFont = new Map<FontId, FontUse>();
  readonly fontBook: FontBook;
  private readonly divides: boolean;
  private watched: Watched | undefined;

  /** With `divides`, glyphs of what tells of the sender are noted apart. */
  constructor(fontBook: FontBook, divides = false) {
    this.fontBook = fontBook;
    this.divides = divides;
  }

  /** Notes the font and the glyphs of a run, and sets it. */
  useRun(run: GlyphRun): SetRun {
    const use = this.of(run.font);
    // What one sender has for herself is never met again.
    const set = run.own ? setBeside(run, use.font, new Map()) : setRun(run, use.font);
    const noted = run.own && this.divides ? { used: use.own, codes: use.codes } : use;
    const agrees = noteGlyphs(noted, set);
    this.watched?.note(run.font, set, agrees);
    if (agrees) return set;
    const other = setBeside(run, use.font, use.codes);
    return noteGlyphs(noted, other) || run.direction === 'rtl' ? other : { ...other, tellsText: false };
  }

  /** Notes apart what is used from now on, to the end of the watch. */
  watch(): { end(): Pick<Watched, 'glyphs' | 'agrees'> } {
    const watched = new Watched();
    this.watched = watched;
    return {
      end: () => {
        this.watched = undefined;
        return watched;
      },
    };
  }

  /** What was noted of a font so far. */
  of(id: FontId): FontUse {
    let use = this.byFont.get(id);
    if (!use) {
      const font = openForEmbedding(this.fontBook.files.get(id)!);
      use = { font, used: new Set(), own: new Set(), codes: new Map() };
      this.byFont.set(id, use);
    }
    return use;
  }
}

/** What a part of a file needs of its fonts. */
class Watched {
  readonly glyphs: { font: FontId; used: number[]; codes: Map<number, GlyphText> }[] = [];
  /** False where a code has another text elsewhere in the file. */
  agrees = true;

  note(font: FontId, { used, codes }: SetRun, agrees: boolean): void {
    let use = this.glyphs.find((one) => one.font === font);
    if (!use) {
      use = { font, used: [], codes: new Map() };
      this.glyphs.push(use);
    }
    for (const glyph of used) if (!use.used.includes(glyph)) use.used.push(glyph);
    for (const [code, told] of codes) use.codes.set(code, told);
    this.agrees &&= agrees;
  }
}

/** Notes which glyphs of the font a text needs; false where one of its codes has another text elsewhere in the file. */
export function noteGlyphs(
  { used, codes }: Pick<FontUse, 'used' | 'codes'>,
  text: Pick<SetRun, 'used' | 'codes'>,
): boolean {
  if (!areFree(codes, text.codes)) return false;
  for (const glyph of text.used) used.add(glyph);
  for (const [code, told] of text.codes) codes.set(code, told);
  return true;
}

/** True where none of the codes has another text in the file. */
export function areFree(
  taken: ReadonlyMap<number, GlyphText>,
  codes: ReadonlyMap<number, GlyphText>,
): boolean {
  for (const [code, told] of codes) {
    const known = taken.get(code);
    if (known && !isSameText(known, told)) return false;
  }
  return true;
}

/** True where names and addresses are set in the font. */
export function hasOwn({ own }: FontUse): boolean {
  return own.size > 0;
}

/**
 * What tells glyphs from others in all but the font's program: where names and addresses are set, whole alphabets are
 * told, by the first of each, so that all else is the same in the documents of a thousand people.
 */
export function toldParts(use: FontUse): number[] {
  const { font, used, own } = use;
  const parts = hasOwn(use) ? new Set([...used, ...own].map(font.alphabets.told.firstOf)) : used;
  return inOrder(parts);
}

/** The glyphs that a file tells of. */
export function toldGlyphs(use: FontUse): readonly number[] {
  const parts = toldParts(use);
  return hasOwn(use) ? inOrder(parts.flatMap(use.font.alphabets.told.membersOf)) : parts;
}

/** What tells a program for names and addresses from others: a glyph of each row of letters that they need. */
export function drawnParts({ font, own }: FontUse): number[] {
  return inOrder(new Set([...own].map(font.alphabets.drawn.firstOf)));
}

/** The glyphs that the font's program has: those that are used, and of names and addresses with their rows of letters. */
export function drawnGlyphs(use: FontUse, used: Iterable<number> = use.used): readonly number[] {
  const { membersOf } = use.font.alphabets.drawn;
  return inOrder(new Set([...used, ...drawnParts(use).flatMap(membersOf)]));
}

function inOrder(glyphs: Iterable<number>): number[] {
  return [...glyphs].sort((a, b) => a - b);
}
