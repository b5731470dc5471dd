import type { Page, PagedDocument, PageItem, StructureNode } from '../model/page.ts';

type TagOf = (tag: StructureNode) => StructureNode | undefined;

/** The item with another tag; an artifact where `tagOf` gives none. */
export function retag(item: PageItem, tagOf: TagOf): PageItem {
  if (item.kind === 'group') return { ...item, items: item.items.map((inner) => retag(inner, tagOf)) };
  if (item.kind === 'frame' || item.tag === undefined) return item;
  return { ...item, tag: tagOf(item.tag) };
}

/** The document with other tags on all its pages. */
export function retagDocument(doc: PagedDocument, tagOf: TagOf): PagedDocument {
  const retagged = (pages: readonly Page[]) =>
    pages.map((page) => ({ ...page, items: page.items.map((item) => retag(item, tagOf)) }));
  return { ...doc, pages: retagged(doc.pages), reading: doc.reading && retagged(doc.reading) };
}

/** The document as a section, which may stand in another beside others or more than once. */
export function inSection(doc: PagedDocument, section: Pick<StructureNode, 'language'> = {}): PagedDocument {
  const root: StructureNode = { ...section, type: 'Sect' };
  const nodes = new Map<StructureNode, StructureNode>();
  const within = (tag: StructureNode): StructureNode => {
    const known = nodes.get(tag) ?? { ...tag, parent: tag.parent ? within(tag.parent) : root };
    nodes.set(tag, known);
    return known;
  };
  return retagDocument(doc, within);
}
