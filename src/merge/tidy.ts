import { type Block, type BlockRole, type Inline, plainText } from '../model/block.ts';

/** Roles whose heading is all that they hold. */
const HEADING_ALONE: readonly BlockRole[] = ['subject', 'headline', 'slogan'];

/** Roles that helpers give to what they put under a heading. */
const OF_ITS_OWN: readonly BlockRole[] = ['figures', 'picture', 'code', 'signature'];

/**
 * Takes out what has nothing to say: a heading with nothing under it, as where the list that it announces is empty, a
 * subhead that only repeats the headline, and an action that only repeats what stands over the events.
 */
export function tidyBlocks(blocks: readonly Block[]): Block[] {
  const said = withoutRepeated(blocks);
  const kept = said.filter((block, i) => !isIdle(block, said, i));
  // A heading may have stood over nothing but such a heading.
  return kept.length < said.length ? tidyBlocks(kept) : kept;
}

function isIdle(block: Block, blocks: readonly Block[], i: number): boolean {
  if (block.role === 'subhead') {
    const headline = blocks.find(({ role }) => role === 'headline');
    return headline !== undefined && wordsOf(headline) === wordsOf(block);
  }
  if (block.kind !== 'heading' || HEADING_ALONE.includes(block.role)) return false;
  const next = blocks[i + 1];
  if (next?.role !== block.role) return next === undefined || !OF_ITS_OWN.includes(next.role);
  return next.kind === 'heading' && next.level <= block.level;
}

/** Actions but those that the heading over the events calls to, in the same words. */
function withoutRepeated(blocks: readonly Block[]): readonly Block[] {
  const calls = blocks.filter(({ kind, role }) => kind === 'heading' && role === 'event').map(wordsOf);
  if (calls.length === 0) return blocks;
  return blocks.flatMap((block) => {
    if (block.kind !== 'list' || block.role !== 'actions') return [block];
    const items = block.items.filter((item) => !calls.includes(wordsIn(item)));
    if (items.length === block.items.length) return [block];
    return items.length === 0 ? [] : [{ ...block, items }];
  });
}

function wordsOf(block: Block): string {
  return wordsIn('content' in block ? block.content : []);
}

function wordsIn(content: readonly Inline[]): string {
  return plainText(content)
    .replace(/[\s.!]+/gu, ' ')
    .trim()
    .toLowerCase();
}
