import type { PageItem } from '../../model/page.ts';

/** Letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/**
 * The items of a text as readers that take no heed of place expect them. Runs in one font beside each other on a line
 * with letters from right to left stand in the order of their glyphs, from left to right: readers turn round what stands
 * in one font as a whole.
 */
export function inVisualOrder<T extends PageItem>(items: readonly T[]): readonly T[] {
  const sorted: T[] = [];
  for (let i = 0; i < items.length; ) {
    let end = i + 1;
    while (end < items.length && isBeside(items[end - 1]!, items[end]!)) end += 1;
    const beside = items
      .slice(i, end)
      .map((item, k) => tellingSpaces(item, items[i + k - 1], items[i + k + 1]));
    const isTurned = beside.some((item) => item.kind === 'glyphs' && RIGHT_TO_LEFT.test(item.text));
    sorted.push(...(isTurned ? beside.sort((a, b) => xOf(a) - xOf(b)) : beside));
    i = end;
  }
  return sorted;
}

const xOf = (item: PageItem) => ('x' in item ? item.x : 0);

/** True for runs on one line in one font and language. */
function isBeside(a: PageItem, b: PageItem): boolean {
  if (a.kind !== 'glyphs' || b.kind !== 'glyphs') return false;
  return a.y === b.y && a.font === b.font && a.size === b.size && a.language === b.language;
}

/** True for a run that another on its line follows in another font or language. */
function isParted(a: PageItem | undefined, b: PageItem | undefined): boolean {
  return a?.kind === 'glyphs' && b?.kind === 'glyphs' && a.y === b.y && !isBeside(a, b);
}

const RIGHT_TO_LEFT_MARK = '\u200f';

/**
 * A run from right to left whose space towards another font tells a mark of direction with it: pdf.js drops spaces that
 * begin or end a font, and what is a space by itself alone is one to it.
 */
function tellingSpaces<T extends PageItem>(
  item: T,
  before: PageItem | undefined,
  after: PageItem | undefined,
): T {
  if (item.kind !== 'glyphs' || item.direction !== 'rtl') return item;
  const { text, glyphs } = item;
  const ends = isParted(item, after) && text.endsWith(' ');
  const begins = isParted(before, item) && text.startsWith(' ') && !(ends && text.length === 1);
  if (!ends && !begins) return item;
  return {
    ...item,
    text: `${begins ? ` ${RIGHT_TO_LEFT_MARK}${text.slice(1)}` : text}${ends ? RIGHT_TO_LEFT_MARK : ''}`,
    glyphs: begins
      ? glyphs.map((glyph) => (glyph.cluster > 0 ? { ...glyph, cluster: glyph.cluster + 1 } : glyph))
      : glyphs,
  };
}
