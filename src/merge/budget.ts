import { type Block, lengthOf, type MergedDocument, plainText, textsOf } from '../model/block.ts';
import { formatLimit, LIMITS } from '../model/limits.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';

/** What of a document would take too long to lay out, each once: data and templates may be hostile. */
export function checkBudget({ blocks }: MergedDocument): Problem[] {
  const found = new Set(blocks.flatMap(excessOf));
  const told = (what: Excess) => finding('error', `too-large/${what}`, { limit: formatLimit(LIMITS[what]) });
  const problems = [...found].map(told);
  if (lengthOf(blocks) > LIMITS.document) problems.push(told('document'));
  // Each way to set a leaflet measures all of them.
  if (blocks.filter(({ role }) => role === 'event').length <= LIMITS.events) return problems;
  return [...problems, told('events')];
}

/** What there can be too much of, by its limit. */
type Excess = 'items' | 'voices' | 'paragraph' | 'word' | 'marks' | 'events' | 'document';

/** Merging gives equal blocks as one object, so what a thousand letters share is looked at once. */
const known = new WeakMap<Block, readonly Excess[]>();

function excessOf(block: Block): readonly Excess[] {
  const before = known.get(block);
  if (before) return before;
  const found = new Set<Excess>();
  if ((block.kind === 'list' || block.kind === 'signatories') && block.items.length > LIMITS.items)
    found.add('items');
  if (block.kind === 'figures' && block.entries.length > LIMITS.voices) found.add('voices');
  for (const text of textsOf(block).map(plainText)) {
    if (text.length > LIMITS.paragraph) found.add('paragraph');
    if (LONG_WORD.test(text)) found.add('word');
    if (MANY_MARKS.test(text)) found.add('marks');
  }
  known.set(block, [...found]);
  return [...found];
}

const LONG_WORD = new RegExp(`(?<!\\S)\\S{${LIMITS.word + 1}}`);
const MANY_MARKS = new RegExp(`(?<!\\p{M})\\p{M}{${LIMITS.marks + 1}}`, 'u');
