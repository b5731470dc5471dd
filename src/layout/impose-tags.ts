import type { PageItem, StructureNode } from '../model/page.ts';

/** A structure tree that holds a document several times. */
interface CopiedStructure {
  readonly structure: readonly StructureNode[];
  /** The tag in a copy that stands for a tag of the document. */
  readonly tagIn: (copy: number, tag: number) => number;
}

/** Repeats a structure tree, each copy a section of its own. One copy is the tree itself. */
export function copyStructure(structure: readonly StructureNode[], copies: number): CopiedStructure {
  if (copies === 1) return { structure, tagIn: (_, tag) => tag };
  const [root, ...nodes] = structure;
  const start = (copy: number) => 1 + copy * structure.length;
  const sections = Array.from({ length: copies }, (_, copy): StructureNode[] => [
    { type: 'Sect', parent: 0 },
    ...nodes.map((node) => ({ ...node, parent: start(copy) + node.parent! })),
  ]);
  return { structure: [root!, ...sections.flat()], tagIn: (copy, tag) => start(copy) + tag };
}

/** The item with another tag; an artifact where `tagOf` gives none. */
export function retag(item: PageItem, tagOf: (tag: number) => number | undefined): PageItem {
  if (item.kind === 'group') return { ...item, items: item.items.map((inner) => retag(inner, tagOf)) };
  if (item.kind === 'frame' || item.tag === undefined) return item;
  return { ...item, tag: tagOf(item.tag) };
}
