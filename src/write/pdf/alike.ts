import type { FontBook } from '../../layout/fonts.ts';
import { hasSameFields, Kept } from '../../model/kept.ts';
import { type Memory, startMemory } from '../../model/memory.ts';
import type { FontId, PagedDocument, PageItem } from '../../model/page.ts';
import type { DrawnDocument } from './assembly.ts';
import { drawPart } from './content.ts';
import type { PdfStream } from './file.ts';
import { areFree, drawnGlyphs, drawnParts, type FontUse, FontUses, toldParts } from './font-uses.ts';
import { programOf } from './fonts.ts';
import { type Piece, withOwn } from './page-stream.ts';
import type { OwnPart } from './parts.ts';
import type { GlyphText } from './runs.ts';
import type { StructureTree } from './structure-tree.ts';

/**
 * A letter that was drawn, for those that differ from it in what tells of the sender alone: of these only that is drawn,
 * and all else is taken from here.
 */
export interface AlikeLetter extends DrawnDocument {
  readonly doc: PagedDocument;
  readonly fonts: FontBook;
  /** The pieces of its pages. */
  readonly pieces: readonly (readonly Piece[])[];
  /** Codes that all else takes, by font. */
  readonly codes: ReadonlyMap<FontId, ReadonlyMap<number, GlyphText>>;
  /** Glyphs that all else uses, by font. */
  readonly used: ReadonlyMap<FontId, ReadonlySet<number>>;
  /** Programs of fonts for such letters. */
  readonly programs: Memory<PdfStream>;
  /** What such letters keep, by what of their files besides streams depends on the sender. */
  readonly known: Kept;
}

/** So many are kept, which is half as many rows of letters in a font as a thousand people need. */
const PROGRAMS = 512;

/** Keeps a letter for others. */
export function keepAlike(
  doc: PagedDocument,
  { tree, contents, uses }: DrawnDocument & { readonly uses: FontUses },
  pieces: AlikeLetter['pieces'],
): AlikeLetter {
  const { fontBook: fonts } = uses;
  const rest = new FontUses(fonts);
  for (const { items } of doc.pages)
    for (const item of items) if (item.kind === 'glyphs' && item.own !== true) rest.useRun(item);
  const codes = new Map([...rest.byFont].map(([id, use]) => [id, use.codes]));
  const used = new Map([...uses.byFont].map(([id, use]) => [id, use.used]));
  const programs = startMemory<PdfStream>(PROGRAMS);
  return { doc, fonts, tree, contents, pieces, codes, used, programs, known: new Kept() };
}

/** A letter of which only what tells of the sender was drawn. */
interface DrawnAlike {
  /** All that of its file besides streams depends on the sender. */
  readonly key: string;
  /** The pieces of its pages. */
  readonly pieces: readonly (readonly Piece[])[];
  readonly uses: FontUses;
}

/** Draws what tells of the sender of a letter; nothing where it differs from the one that was kept in anything else. */
export function drawAlike(alike: AlikeLetter, doc: PagedDocument): DrawnAlike | undefined {
  const { tree, contents } = alike;
  const { pages } = doc;
  const isSame = hasSameFields(alike.doc, doc, 'pages');
  if (!isSame || pages.length !== contents.length) return undefined;
  const uses = new FontUses(alike.fonts, doc.personal);
  const pieces: (readonly Piece[])[] = [];
  const marks: unknown[] = [];
  for (const [i, page] of pages.entries()) {
    const found = ownItems(page.items, alike.doc.pages[i]!.items, contents[i]!.own);
    if (!found?.flat().every((item) => isPlain(item, tree))) return undefined;
    const drawn = contents[i]!.own.map(({ firstMark }, k) =>
      drawPart(page, found[k]!, { tree, uses }, firstMark),
    );
    marks.push(...drawn.map((part) => [part.marks, [...part.fonts]]));
    pieces.push(
      withOwn(
        alike.pieces[i]!,
        drawn.map(({ parts }) => parts.join('')),
      ),
    );
  }
  const isFree = [...uses.byFont].every(([id, { codes }]) => areFree(alike.codes.get(id) ?? NO_CODES, codes));
  return isFree ? { key: keyOf(marks, uses), pieces, uses } : undefined;
}

const NO_CODES: ReadonlyMap<number, GlyphText> = new Map();

/** The program of a font of such a letter, which has what all else uses too. */
export function programAlike(alike: AlikeLetter, font: FontId, use: FontUse): PdfStream {
  const key = `${font} ${drawnParts(use).join(' ')}`;
  return alike.programs.recall(key, () => programOf(use.font, drawnGlyphs(use, alike.used.get(font))));
}

function keyOf(marks: readonly unknown[], uses: FontUses): string {
  const fonts = [...uses.byFont].map(([id, use]) => [
    id,
    toldParts(use),
    [...use.codes].sort(([a], [b]) => a - b),
  ]);
  return JSON.stringify([marks, fonts]);
}

/** What stands in the places of what tells of the sender; nothing where any other item differs. */
function ownItems(
  items: readonly PageItem[],
  others: readonly PageItem[],
  own: readonly OwnPart[],
): readonly (readonly PageItem[])[] | undefined {
  const found: (readonly PageItem[])[] = [];
  let [place, other] = [0, 0];
  for (const { from, to } of own) {
    for (; other < from; other += 1, place += 1) if (items[place] !== others[other]) return undefined;
    const end = to < others.length ? items.indexOf(others[to]!, place) : items.length;
    if (end < 0) return undefined;
    found.push(items.slice(place, end));
    [place, other] = [end, to];
  }
  const isRest = items.length - place === others.length - other;
  return isRest && others.slice(other).every((item, i) => item === items[place + i]) ? found : undefined;
}

/** True for an item of the sender that tells the rest of the file nothing but its marks, and its fonts and their glyphs. */
function isPlain(item: PageItem, tree: StructureTree): boolean {
  if ((item.kind !== 'glyphs' && item.kind !== 'box') || item.own !== true || item.ink === 'spot')
    return false;
  if (item.tag !== undefined && !tree.has(item.tag)) return false;
  return item.kind === 'box' || (item.href === undefined && item.glyphs.every(({ id }) => id !== 0));
}
