import type { FontBook } from '../../layout/fonts.ts';
import type { FontId, PageItem } from '../../model/page.ts';
import { areFree, type FontUses, noteGlyphs } from './fonts.ts';
import type { GlyphText } from './runs.ts';

/** A text of one structure node, and all that its operators depend on besides its items. */
export interface TextPlace {
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
const remembered = new WeakMap<FontBook, WeakMap<PageItem, DrawnText>>();

function memoryOf({ fontBook }: FontUses): WeakMap<PageItem, DrawnText> {
  const memory = remembered.get(fontBook) ?? new WeakMap<PageItem, DrawnText>();
  remembered.set(fontBook, memory);
  return memory;
}

/** A text that was drawn at the same place before, its glyphs noted for this file too. */
export function recallDrawn(place: TextPlace, uses: FontUses): DrawnText | undefined {
  const { items, first, type, language } = place;
  const known = memoryOf(uses).get(items[0]!);
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
      memoryOf(uses).set(place.items[0]!, { ...place, sequences, marks, fonts, glyphs });
    },
  };
}
