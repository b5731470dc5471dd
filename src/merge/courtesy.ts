import type { BlockRole, MergedDocument } from '../model/block.ts';
import type { Words } from '../model/words.ts';
import { literalText } from './markdown.ts';

/** What only the letter itself has, not its translation. */
const LETTER_ONLY: readonly BlockRole[] = [
  'sender',
  'recipient',
  'date',
  'signature',
  'signatories',
  'copies',
];

/** The translation of a letter that goes behind it for courtesy: what the letter says, under a line that says so. */
export function courtesyTranslation(letter: MergedDocument, { labels }: Words): MergedDocument {
  const content = literalText(labels['courtesy-translation']);
  const blocks = letter.blocks.filter(({ role }) => !LETTER_ONLY.includes(role));
  return { ...letter, blocks: [{ kind: 'paragraph', role: 'body', content }, ...blocks] };
}
