import type { StructureType } from '../../model/page.ts';
import type { PageContent } from './content.ts';
import type { PdfFile } from './file.ts';
import { formatArea } from './links.ts';
import { formatRef, formatText } from './objects.ts';
import type { StructureTree } from './structure-tree.ts';

/** A page of a document whose structure is written. */
export interface TaggedPage {
  readonly object: number;
  readonly content: PageContent;
  /** Link annotations by the place of their area in the content. */
  readonly annotations: readonly number[];
}

/** Numbers of the objects of all nodes that hold content; the others aren't written. */
export function allocateNodes(
  file: PdfFile,
  structure: StructureTree['nodes'],
  contents: readonly PageContent[],
): (number | undefined)[] {
  const isUsed: boolean[] = structure.map((_, tag) => tag === 0);
  for (const tag of contents.flatMap(({ marks }) => marks)) {
    for (
      let node: number | undefined = tag;
      node !== undefined && !isUsed[node];
      node = structure[node]!.parent
    ) {
      isUsed[node] = true;
    }
  }
  return isUsed.map((used) => (used ? file.allocate() : undefined));
}

/** Where a structure stands in the file. */
interface StructurePlace {
  /** The object that the first node belongs to. */
  readonly parent: number;
  /** Type of the first node. */
  readonly type: StructureType;
  readonly nodes: readonly (number | undefined)[];
}

/** Writes a structure element for each node, its content and its children in reading order (14.7.2). */
export function writeStructure(
  file: PdfFile,
  structure: StructureTree['nodes'],
  pages: readonly TaggedPage[],
  place: StructurePlace,
): void {
  const { nodes } = place;
  const children = gatherChildren(structure, pages, nodes);
  structure.forEach((node, tag) => {
    const object = nodes[tag];
    if (object === undefined) return;
    const { kids, page } = children[tag]!;
    const parent = node.parent === undefined ? place.parent : nodes[node.parent]!;
    const type = tag === 0 ? place.type : node.type;
    const entries = [
      `/Type/StructElem/S/${type}/P ${formatRef(parent)}`,
      page === undefined ? '' : `/Pg ${formatRef(page)}`,
      node.namesLanguage ? `/Lang${formatText(node.language)}` : '',
      node.alt === undefined ? '' : `/Alt${formatText(node.alt)}`,
      formatAttributes(structure, tag, pages),
      `/K[${kids.join(' ')}]`,
    ];
    file.write(object, `<<${entries.join('')}>>`);
  });
}

interface Children {
  readonly kids: string[];
  /** The page of its first content. */
  page?: number;
}

function gatherChildren(
  structure: StructureTree['nodes'],
  pages: readonly TaggedPage[],
  nodes: readonly (number | undefined)[],
): Children[] {
  const children: Children[] = structure.map(() => ({ kids: [] }));
  const placed = structure.map((_, tag) => tag === 0);
  const holdsContent = structure.map(() => false);
  for (const { content } of pages) for (const tag of content.marks) holdsContent[tag] = true;
  const place = (tag: number) => {
    if (placed[tag]) return;
    placed[tag] = true;
    const parent = structure[tag]!.parent!;
    place(parent);
    children[parent]!.kids.push(formatRef(nodes[tag]!));
  };
  // Nodes that hold only other nodes have them in the order of the structure; in text they stand where they are drawn.
  structure.forEach((node, tag) => {
    if (nodes[tag] !== undefined && node.parent !== undefined && !holdsContent[node.parent]) place(tag);
  });
  for (const { object, content, annotations } of pages) {
    content.marks.forEach((tag, id) => {
      place(tag);
      const child = children[tag]!;
      child.page ??= object;
      child.kids.push(
        child.page === object ? String(id) : `<</Type/MCR/Pg ${formatRef(object)}/MCID ${id}>>`,
      );
    });
    content.links.forEach(({ tag }, i) => {
      const annotation = annotations[i]!;
      children[tag]!.kids.push(`<</Type/OBJR/Pg ${formatRef(object)}/Obj ${formatRef(annotation)}>>`);
    });
  }
  return children;
}

/** Attributes that a node needs by its type (14.8.5). */
function formatAttributes(
  structure: StructureTree['nodes'],
  tag: number,
  pages: readonly TaggedPage[],
): string {
  const { type, parent } = structure[tag]!;
  switch (type) {
    case 'Figure': {
      const area = pages.map(({ content }) => content.pictures.get(tag)).find((found) => found);
      return area ? `/A<</O/Layout/Placement/Block/BBox${formatArea(area)}>>` : '';
    }
    case 'L': {
      const isNumbered = structure.some(
        (node) => node.type === 'Lbl' && node.parent !== undefined && structure[node.parent]?.parent === tag,
      );
      return `/A<</O/List/ListNumbering/${isNumbered ? 'Decimal' : 'None'}>>`;
    }
    case 'TH': {
      const isHeadRow = !structure.some((node) => node.parent === parent && node.type === 'TD');
      return `/A<</O/Table/Scope/${isHeadRow ? 'Column' : 'Row'}>>`;
    }
    default:
      return '';
  }
}
