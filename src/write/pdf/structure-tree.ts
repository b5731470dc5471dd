import { type PagedDocument, type PageItem, type StructureNode, tagOf } from '../../model/page.ts';

/** A node of the tree in its place. */
interface TreeNode extends Omit<StructureNode, 'parent' | 'language'> {
  /** Number of the parent; undefined only for the root, which is node 0. */
  readonly parent?: number | undefined;
  /** Its own, or that of its parents. */
  readonly language: string;
  /** True where it is its own. */
  readonly namesLanguage: boolean;
}

/** The structure tree of a document: its nodes in reading order, a parent before its children. */
export interface StructureTree {
  readonly nodes: readonly TreeNode[];
  readonly numberOf: (node: StructureNode) => number;
  readonly has: (node: StructureNode) => boolean;
}

/** The tree of all nodes that have something on the pages, in the order in which they are read. */
export function treeOf({ language, pages, reading = [] }: PagedDocument): StructureTree {
  const root: StructureNode = { type: 'Document', language };
  const children = new Map<StructureNode, StructureNode[]>([[root, []]]);
  const place = (node: StructureNode) => {
    if (children.has(node)) return;
    const parent = node.parent ?? root;
    place(parent);
    children.get(parent)!.push(node);
    children.set(node, []);
  };
  const visit = (item: PageItem) => {
    if (item.kind === 'group') item.items.forEach(visit);
    const tag = tagOf(item);
    if (tag) place(tag);
  };
  for (const { items } of [...reading, ...pages]) items.forEach(visit);
  return numberNodes(root, language, children);
}

function numberNodes(
  root: StructureNode,
  language: string,
  children: ReadonlyMap<StructureNode, readonly StructureNode[]>,
): StructureTree {
  const nodes: TreeNode[] = [];
  const numbers = new Map<StructureNode, number>();
  const add = (node: StructureNode, inherited: string, parent?: number) => {
    const number = nodes.length;
    const own = node.language ?? inherited;
    nodes.push({ ...node, parent, language: own, namesLanguage: node.language !== undefined });
    numbers.set(node, number);
    for (const child of children.get(node)!) add(child, own, number);
  };
  add(root, language);
  return { nodes, numberOf: (node) => numbers.get(node)!, has: (node) => numbers.has(node) };
}
