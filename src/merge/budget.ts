import type { Block, Inline, MergedDocument } from '../model/block.ts';
import { formatLimit, LIMITS } from '../model/limits.ts';
import type { Problem } from '../problems.ts';

/** What of a document would take too long to lay out, each once: data and templates may be hostile. */
export function checkBudget({ blocks }: MergedDocument): Problem[] {
  const found = new Set(blocks.flatMap(excessOf));
  const pasted = 'Perhaps a file or a picture was pasted as text. Shorten it, or divide it.';
  const told = (message: string, hint: string): Problem => ({
    severity: 'error',
    code: 'too-large',
    message,
    hint,
  });
  const problems = [...found].map((message) => told(message, pasted));
  // Each way to set a leaflet measures all of them.
  if (blocks.filter(({ role }) => role === 'event').length <= LIMITS.events) return problems;
  const message = `A leaflet has more than ${formatLimit(LIMITS.events)} events; at most so many are laid out.`;
  return [...problems, told(message, EACH_EVENT)];
}

const EACH_EVENT = 'Make a leaflet for each event with --each-event.';

/** Merging gives equal blocks as one object, so what a thousand letters share is looked at once. */
const known = new WeakMap<Block, readonly string[]>();

function excessOf(block: Block): readonly string[] {
  const before = known.get(block);
  if (before) return before;
  const found = new Set<string>();
  if ((block.kind === 'list' || block.kind === 'signatories') && block.items.length > LIMITS.items)
    found.add(`A list has more than ${formatLimit(LIMITS.items)} items; at most so many are laid out.`);
  if (block.kind === 'figures' && block.entries.length > LIMITS.voices)
    found.add(`A figure has more than ${formatLimit(LIMITS.voices)} voices; at most so many are laid out.`);
  for (const text of textsOf(block)) {
    if (text.length > LIMITS.paragraph)
      found.add(
        `A paragraph has more than ${formatLimit(LIMITS.paragraph)} characters; at most so many are laid out.`,
      );
    if (LONG_WORD.test(text))
      found.add(`A word has more than ${formatLimit(LIMITS.word)} characters; at most so many are laid out.`);
    if (MANY_MARKS.test(text))
      found.add(`A letter has more than ${formatLimit(LIMITS.marks)} marks; at most so many are laid out.`);
  }
  known.set(block, [...found]);
  return [...found];
}

const LONG_WORD = new RegExp(`(?<!\\S)\\S{${LIMITS.word + 1}}`);
const MANY_MARKS = new RegExp(`(?<!\\p{M})\\p{M}{${LIMITS.marks + 1}}`, 'u');

/** The text of each paragraph, item and label of a block. */
function textsOf(block: Block): string[] {
  const lists: readonly (readonly Inline[])[] =
    block.kind === 'list' || block.kind === 'signatories'
      ? block.items
      : block.kind === 'figures'
        ? [block.phrase, ...block.entries.map(({ label }) => label)]
        : block.kind === 'signature-row'
          ? block.labels
          : block.kind === 'signature-table'
            ? block.columns
            : block.kind === 'signature-line'
              ? [block.label]
              : block.kind === 'picture'
                ? [block.credit]
                : [block.content];
  return lists.map((content) =>
    content.map((inline) => (inline.kind === 'text' ? inline.text : ' ')).join(''),
  );
}
