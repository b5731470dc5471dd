import type { FontBook } from '../../layout/fonts.ts';
import type { FontId, GlyphRun } from '../../model/page.ts';
import { type EmbeddedFont, openForEmbedding } from './embedded-font.ts';
import { type GlyphText, isSameText, type SetRun, setBeside, setRun } from './runs.ts';

/** The use of one font in one file: its glyphs, and the text of those that stand for no character. */
export interface FontUse {
  readonly font: EmbeddedFont;
  /** True where names and addresses are set in it, which differ from one document to the next. */
  readonly isPersonal: boolean;
  readonly used: Set<number>;
  readonly codes: Map<number, GlyphText>;
}

/** The fonts and glyphs that a file needs, noted while its pages are drawn. */
export class FontUses {
  readonly byFont = new Map<FontId, FontUse>();
  readonly fontBook: FontBook;
  private readonly personal: ReadonlySet<FontId>;
  private watched: Watched | undefined;

  constructor(fontBook: FontBook, personal: ReadonlySet<FontId> = new Set()) {
    this.fontBook = fontBook;
    this.personal = personal;
  }

  /** Notes the font and the glyphs of a run, and sets it. */
  useRun(run: GlyphRun): SetRun {
    const use = this.of(run.font);
    // What one sender has for herself is never met again.
    const set = run.own ? setBeside(run, use.font, new Map()) : setRun(run, use.font);
    const agrees = noteGlyphs(use, set);
    this.watched?.note(run.font, set, agrees);
    if (agrees) return set;
    const other = setBeside(run, use.font, use.codes);
    return noteGlyphs(use, other) || run.direction === 'rtl' ? other : { ...other, tellsText: false };
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
      use = { font, isPersonal: this.personal.has(id), used: new Set(), codes: new Map() };
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

/**
 * What a subset holds: the glyphs that are used; where names and addresses are set, by the first of each alphabet of which
 * one is used, so that the documents of a thousand people share one subset, and each has the same bytes alone.
 */
export function partsOf({ font, isPersonal, used }: FontUse): number[] {
  const parts = isPersonal ? new Set([...used].map(font.alphabets.firstOf)) : used;
  return [...parts].sort((a, b) => a - b);
}
