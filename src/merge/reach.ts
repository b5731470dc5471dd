import type { Inline, MergedDocument } from '../model/block.ts';
import type { Contact } from '../model/contact.ts';
import type { Words } from '../model/words.ts';
import { literalText } from './markdown.ts';

/** The letter as text is sent by hand: under the address stand the other ways by which it can go. */
export function addReach(letter: MergedDocument, contact: Contact, { labels }: Words): MergedDocument {
  const { fax = [], email = [], form } = contact;
  const ways = [...fax.map((number) => `${labels.fax} ${number}`), ...email, ...(form ? [form] : [])];
  const lines = ways.flatMap((way): Inline[] => [{ kind: 'break' }, ...literalText(way)]);
  const blocks = letter.blocks.map((block) =>
    block.role === 'recipient' && block.kind === 'paragraph'
      ? { ...block, content: [...block.content, ...lines] }
      : block,
  );
  return { ...letter, blocks };
}
