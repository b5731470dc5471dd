import { type Block, type BlockRole, type Inline, plainText } from '../model/block.ts';

/** Roles whose heading is all that they hold. */
const HEADING_ALONE: readonly BlockRole[] = ['subject', 'headline', 'slogan'];

/** Roles that helpers give to what they put under a heading. */
const OF_ITS_OWN: readonly BlockRole[] = ['figures', 'picture', 'code', 'signature'];

/**
 * Takes out what has nothing to say: a heading with nothing under it, as where the list that it announces is empty, and
 * a subhead that only repeats the headline.
 */
export function tidyBlocks(blocks: readonly Block[]): Block[] {
  const kept = blocks.filter((block, i) => !isIdle(block, blocks, i));
  // A heading may have stood over nothing but such a heading.
  return kept.length < blocks.length ? tidyBlocks(kept) : kept;
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

function wordsOf(block: Block): string {
  const content: readonly Inline[] = 'content' in block ? block.content : [];
  return plainText(content)
    .replace(/[\s.!]+/gu, ' ')
    .trim()
    .toLowerCase();
}
