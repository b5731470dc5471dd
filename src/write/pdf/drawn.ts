import type { FontBook } from '../../layout/fonts.ts';
import { memoise } from '../../model/memory.ts';
import type { FontId, PageItem } from '../../model/page.ts';
import { areFree, type FontUses, noteGlyphs } from './font-uses.ts';
import type { GlyphText } from './runs.ts';

/** A text of one structure node, and all that its operators depend on besides its items. */
interface TextPlace {
  readonly items: readonly PageItem[];
  /** Its first marked-content identifier. */
  readonly first: number;
  /** Type and language of its node. */
  readonly type: string;
  readonly language: string;
}

/** A text as it was drawn. */
interface DrawnText extends TextPlace {
  /** Its marked sequences, and how many identifiers they have. */
  readonly sequences: readonly string[];
  readonly marks: number;
  readonly fonts: readonly FontId[];
  readonly glyphs: readonly Noted[];
}

/** What a text needs of a font. */
interface Noted {
  readonly font: FontId;
  readonly used: readonly number[];
  readonly codes: ReadonlyMap<number, GlyphText>;
}

/** By the first item of a text: layout gives the same objects for what is the same in the next document. */
const lastDrawn = memoise((_: FontBook) => memoise((_first: PageItem): { text?: DrawnText } => ({})));

/** A text that was drawn at the same place before, its glyphs noted for this file too. */
export function recallDrawn(place: TextPlace, uses: FontUses): DrawnText | undefined {
  const { items, first, type, language } = place;
  const known = lastDrawn(uses.fontBook)(items[0]!).text;
  const isSame =
    known?.first === first &&
    known.type === type &&
    known.language === language &&
    known.items.length === items.length &&
    items.every((item, i) => item === known.items[i]);
  if (!isSame) return undefined;
  // Where a code has another text elsewhere in this file, the text takes another.
  if (!known.glyphs.every(({ font, codes }) => areFree(uses.of(font).codes, codes))) return undefined;
  for (const noted of known.glyphs) noteGlyphs(uses.of(noted.font), noted);
  return known;
}

/** Watches what a text needs while it is drawn; `end` keeps it for other documents. */
export function startDrawn(place: TextPlace, uses: FontUses) {
  const watch = uses.watch();
  return {
    end(sequences: readonly string[], marks: number): void {
      const { glyphs, agrees } = watch.end();
      if (!agrees) return;
      const fonts = glyphs.map(({ font }) => font);
      lastDrawn(uses.fontBook)(place.items[0]!).text = { ...place, sequences, marks, fonts, glyphs };
    },
  };
}
