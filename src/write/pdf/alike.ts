import type { FontBook } from '../../layout/fonts.ts';
import { hasSameFields, Kept } from '../../model/kept.ts';
import type { FontId, PagedDocument, PageItem } from '../../model/page.ts';
import { type DrawnDocument, type PartStream, streamAlone, streamOf } from './assembly.ts';
import { drawPart } from './content.ts';
import { areFree, FontUses, partsOf } from './font-uses.ts';
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
  readonly parts: ReadonlySet<string>;
  /** The streams of its parts, by page. */
  readonly streams: readonly (readonly PartStream[])[];
  /** Codes that all else takes, by font. */
  readonly codes: ReadonlyMap<FontId, ReadonlyMap<number, GlyphText>>;
  /** What such letters keep, by what of their files besides streams depends on the sender. */
  readonly known: Kept;
}

/** Keeps a letter for others; undefined where a part stands on its pages twice. */
export function keepAlike(
  doc: PagedDocument,
  { tree, contents }: DrawnDocument,
  fonts: FontBook,
): AlikeLetter | undefined {
  const all = contents.flatMap((content) => content.parts);
  const parts = new Set(all);
  if (parts.size < all.length) return undefined;
  const rest = new FontUses(fonts);
  for (const { items } of doc.pages)
    for (const item of items) if (item.kind === 'glyphs' && item.own !== true) rest.useRun(item);
  const codes = new Map([...rest.byFont].map(([id, use]) => [id, use.codes]));
  const streams = contents.map((content) => content.parts.map(streamOf));
  return { doc, fonts, tree, contents, parts, streams, codes, known: new Kept() };
}

/** A letter of which only what tells of the sender was drawn. */
interface DrawnAlike {
  /** All that of its file besides streams depends on the sender. */
  readonly key: string;
  /** The streams of its pages, in their order. */
  readonly streams: readonly PartStream[];
}

/** Draws what tells of the sender of a letter; nothing where it differs from the one that was kept in anything else. */
export function drawAlike(alike: AlikeLetter, doc: PagedDocument): DrawnAlike | undefined {
  const { tree, contents, streams } = alike;
  const { pages, personal = NO_FONTS } = doc;
  const isSame = hasSameFields(alike.doc, doc, 'pages', 'personal');
  if (!isSame || pages.length !== contents.length) return undefined;
  const uses = new FontUses(alike.fonts, personal);
  const parts: string[] = [];
  const placed: PartStream[] = [];
  const marks: unknown[] = [];
  for (const [i, page] of pages.entries()) {
    const found = ownItems(page.items, alike.doc.pages[i]!.items, contents[i]!.own);
    if (!found?.flat().every((item) => isPlain(item, tree))) return undefined;
    let done = 0;
    for (const [k, { firstPart, endPart, firstMark }] of contents[i]!.own.entries()) {
      const drawn = drawPart(page, found[k]!, { tree, uses }, firstMark);
      parts.push(...drawn.parts);
      placed.push(...streams[i]!.slice(done, firstPart), ...drawn.parts.map(streamAlone));
      marks.push([drawn.parts.length, drawn.marks, [...drawn.fonts]]);
      done = endPart;
    }
    placed.push(...streams[i]!.slice(done));
  }
  const isApart = new Set(parts).size === parts.length && !parts.some((part) => alike.parts.has(part));
  const isFree = [...uses.byFont].every(([id, { codes }]) => areFree(alike.codes.get(id) ?? NO_CODES, codes));
  return isApart && isFree ? { key: keyOf(personal, marks, uses), streams: placed } : undefined;
}

const NO_FONTS: ReadonlySet<FontId> = new Set();
const NO_CODES: ReadonlyMap<number, GlyphText> = new Map();

function keyOf(personal: ReadonlySet<FontId>, marks: readonly unknown[], uses: FontUses): string {
  const fonts = [...uses.byFont].map(([id, use]) => [
    id,
    partsOf(use),
    [...use.codes].sort(([a], [b]) => a - b),
  ]);
  return JSON.stringify([[...personal].sort(), marks, fonts]);
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
