import type { StructureNode, StructureType } from '../model/page.ts';

/** A structure tree under construction: nodes in reading order, node 0 the `Document`. */
export type Structure = StructureNode[];

/** A tree that holds only its root. */
export function startStructure(language: string): Structure {
  return [{ type: 'Document', language }];
}

/** Adds a node under `parent` (the root where it is left out) and returns its tag. */
export function addNode(
  structure: Structure,
  type: StructureType,
  parent = 0,
  extra: Pick<StructureNode, 'language' | 'alt' | 'href'> = {},
): number {
  structure.push({ type, parent, ...extra });
  return structure.length - 1;
}
