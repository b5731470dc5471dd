import type { PagedDocument, RasterImage, StructureNode } from '../model/page.ts';
import { retag } from './impose-tags.ts';

/** Joins documents to one, each a section in its own language; title, day and direction are those of the first. */
export function joinDocuments(docs: readonly [PagedDocument, ...PagedDocument[]]): PagedDocument {
  const [first] = docs;
  const structure: StructureNode[] = [{ type: 'Document', language: first.language }];
  const images = new Map<string, RasterImage>();
  const pages = docs.flatMap((doc) => {
    const start = structure.length;
    const [, ...nodes] = doc.structure;
    structure.push({ type: 'Sect', parent: 0, language: doc.language });
    structure.push(...nodes.map((node) => ({ ...node, parent: start + node.parent! })));
    for (const [name, image] of doc.images ?? []) images.set(name, image);
    return doc.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => retag(item, (tag) => start + tag)),
    }));
  });
  return { ...first, pages, structure, images };
}
