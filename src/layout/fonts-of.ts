import type { FontId, PageItem } from '../model/page.ts';

/** The fonts in which items are set. */
export function fontsOf(items: readonly PageItem[]): Set<FontId> {
  const fonts = new Set<FontId>();
  const note = (inner: readonly PageItem[]) => {
    for (const item of inner) {
      if (item.kind === 'glyphs') fonts.add(item.font);
      else if (item.kind === 'group') note(item.items);
    }
  };
  note(items);
  return fonts;
}
