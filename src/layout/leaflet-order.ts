import type { Block, BlockRole } from '../model/block.ts';

/** Blocks of one role that follow each other; what is more of something stands with it. */
export interface Section {
  readonly role: BlockRole;
  readonly blocks: readonly Block[];
}

/** Where what stands below the headline has its place in the form of leaflets: from the top down. */
const PLACES: Partial<Record<BlockRole, number>> = {
  picture: 0,
  body: 0,
  figures: 0,
  people: 0,
  background: 0,
  demands: 1,
  actions: 1,
  event: 2,
};

/** What stands between the head and the foot of a leaflet, in the order of its template. */
export function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: { role: BlockRole; blocks: Block[] }[] = [];
  let role: BlockRole = 'body';
  for (const block of blocks) {
    if (block.role !== 'more') role = block.role;
    if (PLACES[role] === undefined) continue;
    const last = sections.at(-1);
    if (last?.role === role) last.blocks.push(block);
    else sections.push({ role, blocks: [block] });
  }
  return sections;
}

/**
 * True where a template has its parts in the order of the form of leaflets, in which they are then arranged: figures beside
 * what happened, sections side by side. One that puts a list below the events, or the events above what happened, has an
 * order of its own, and it stays.
 */
export function isInOrder(sections: readonly Section[]): boolean {
  const places = sections.map(({ role }) => PLACES[role]!);
  return places.every((place, i) => i === 0 || place >= places[i - 1]!);
}
