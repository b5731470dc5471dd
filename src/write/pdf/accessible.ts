import { memoise } from '../../model/memory.ts';
import type { Glyph, PagedDocument, PageItem } from '../../model/page.ts';
import type { StructureTree } from './structure-tree.ts';

const HEADING = /^H([1-6])$/;

/** Whether a document keeps to PDF/UA-1 (ISO 14289-1) in what the writer can't mend: its text, headings and pictures. */
export function isAccessible(doc: PagedDocument, { nodes }: StructureTree): boolean {
  return (
    doc.title.trim() !== '' &&
    doc.language !== '' &&
    hasOrderedHeadings(nodes) &&
    nodes.every((node) => node.type !== 'Figure' || Boolean(node.alt?.trim())) &&
    doc.pages.every((page) => page.items.every(isReadable))
  );
}

/** Headings begin with the first level and leave none out (7.4.2). */
function hasOrderedHeadings(nodes: StructureTree['nodes']): boolean {
  const levels = nodes.flatMap((node) => HEADING.exec(node.type)?.[1] ?? []).map(Number);
  return levels.every((level, i) => level <= (i === 0 ? 0 : levels[i - 1]!) + 1);
}

/** Layout keeps the glyphs of what it has set before. */
const hasEveryGlyph = memoise((glyphs: readonly Glyph[]) => glyphs.every(({ id }) => id !== 0));

/** Every letter has a glyph (7.21.8). */
function isReadable(item: PageItem): boolean {
  if (item.kind === 'group') return item.items.every(isReadable);
  return item.kind !== 'glyphs' || hasEveryGlyph(item.glyphs);
}
