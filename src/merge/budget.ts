import { type Block, lengthOf, type MergedDocument, plainText, textsOf } from '../model/block.ts';
import { formatLimit, LIMITS } from '../model/limits.ts';
import { memoise } from '../model/memory.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';

/** What of a document would take too long to lay out, each once: data and templates may be hostile. */
export function checkBudget({ blocks }: MergedDocument): Problem[] {
  const found = new Set(blocks.flatMap(excessOf));
  const told = (what: Excess) => finding('error', `too-large/${what}`, { limit: formatLimit(LIMITS[what]) });
  const problems = [...found].map(told);
  if (weightOf(blocks) > LIMITS.document) problems.push(told('document'));
  // Each way to set a leaflet measures all of them.
  if (blocks.filter(({ role }) => role === 'event').length <= LIMITS.events) return problems;
  return [...problems, told('events')];
}

/** What there can be too much of, by its limit. */
type Excess = 'items' | 'voices' | 'headline' | 'paragraph' | 'word' | 'marks' | 'events' | 'document';

/** What one text alone can have too much of. */
const TEXTS = ['paragraph', 'word', 'marks'] as const;
type OfText = (typeof TEXTS)[number];

/** True for what a text alone can have too much of. */
export function isOfText(what: string): what is OfText {
  return (TEXTS as readonly string[]).includes(what);
}

/** True for a text that has too much of it. */
export function isBeyond(what: OfText, text: string): boolean {
  if (what === 'paragraph') return text.length > LIMITS.paragraph;
  return (what === 'word' ? LONG_WORD : MANY_MARKS).test(text);
}

/** Characters, those three times between any two of which a line may end. */
function weightOf(blocks: readonly Block[]): number {
  const length = lengthOf(blocks);
  // A document that is far within its limit isn't looked at again.
  if (length * 3 <= LIMITS.document) return length;
  const texts = blocks.flatMap((block) => textsOf(block).map(plainText));
  return texts.reduce((sum, text) => sum + 2 * (text.match(DENSE)?.length ?? 0), length);
}

/** Merging gives equal blocks as one object, so what a thousand letters share is looked at once. */
const excessOf = memoise((block: Block): readonly Excess[] => {
  const found = new Set<Excess>();
  if ((block.kind === 'list' || block.kind === 'signatories') && block.items.length > LIMITS.items)
    found.add('items');
  if (block.kind === 'figures' && block.entries.length > LIMITS.voices) found.add('voices');
  if (block.kind === 'heading' && plainText(block.content).length > LIMITS.headline) found.add('headline');
  for (const text of textsOf(block).map(plainText))
    for (const what of TEXTS) if (isBeyond(what, text)) found.add(what);
  // One list of nothing for all: what tells of a sender is met once, and leaves no list behind.
  return found.size === 0 ? NOTHING : [...found];
});

const NOTHING: readonly Excess[] = [];

const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** Scripts that write words side by side: their lines may end between any two of them. */
const SIDE_BY_SIDE = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Tibetan', 'Yi']
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const IN_WORD = `[^\\s${SIDE_BY_SIDE}]`;
const LONG_WORD = new RegExp(`(?<!${IN_WORD})${IN_WORD}{${LIMITS.word + 1}}`, 'u');
const MANY_MARKS = new RegExp(`(?<!\\p{M})\\p{M}{${LIMITS.marks + 1}}`, 'u');
