import { type Block, type MergedDocument, plainText } from '../../model/block.ts';
import {
  CITY_PLACE,
  DATE_PLACE,
  NAME_PLACE,
  RECIPIENT_PLACE,
  SENDER_PLACE,
  WORDS_PLACE,
} from '../../model/site.ts';
import { writeHtml } from '../html.ts';
import { Markup, markup } from '../markup.ts';
import { writeText } from '../text.ts';

/** Blocks whose content depends on who writes, and from where. */
const PLACE_OF: Partial<Record<Block['role'], string>> = {
  sender: SENDER_PLACE,
  recipient: RECIPIENT_PLACE,
  date: DATE_PLACE,
};

/** What somebody who has no script fills in by hand. */
const BLANK = '________';

/** The letter with one place for the whole of its sender, its address and its date. */
function withPlaces(document: MergedDocument): MergedDocument {
  const blocks = document.blocks.map((block): Block => {
    const place = PLACE_OF[block.role];
    if (place === undefined || block.kind !== 'paragraph') return block;
    return { ...block, content: [{ kind: 'text', text: place }] };
  });
  return { ...document, blocks };
}

/** The letter as HTML whose places a script fills; without one it can be read, and signed by hand. */
export function writeLetterHtml(document: MergedDocument, address: readonly string[]): Markup {
  const html = writeHtml(withPlaces(document).blocks, 2).text;
  const span = (place: string, content: Markup | string) =>
    markup`<span data-place="${place}">${content}</span>`.text;
  const filled: Readonly<Record<string, string>> = {
    [NAME_PLACE]: span('name', BLANK),
    [WORDS_PLACE]: span('words', ''),
    [CITY_PLACE]: '',
    [SENDER_PLACE]: span('sender', ''),
    [RECIPIENT_PLACE]: span('recipient', address.join('\n')),
    [DATE_PLACE]: span('date', BLANK),
  };
  return new Markup(html.replace(/[\u{E010}-\u{E015}]/gu, (place) => filled[place] ?? place));
}

/** The letter's text with its places, a paragraph a line. */
export function writePlacedText(document: MergedDocument): string {
  return writeText(withPlaces(document), { columns: Number.POSITIVE_INFINITY }).trim();
}

/** What a letter says, without whom it is from and where it goes: for its translation. */
export function writeLetterBody(document: MergedDocument): Markup {
  const said = document.blocks.filter(
    ({ role }) => PLACE_OF[role] === undefined && role !== 'signature' && role !== 'note',
  );
  const html = writeHtml(said, 2).text;
  return new Markup(html.replace(/<p class="\w+"><bdi>[\u{E010}-\u{E015}]<\/bdi><\/p>\n/gu, ''));
}

/** A text with its places as they are without script: a blank for the name, the address, nothing for the rest. */
export function withoutPlaces(text: string, address: readonly string[] = []): string {
  return text
    .replaceAll(new RegExp(`${WORDS_PLACE}\n+|${SENDER_PLACE}\n+`, 'gu'), '')
    .replaceAll(RECIPIENT_PLACE, address.join('\n'))
    .replaceAll(new RegExp(`[${NAME_PLACE}${DATE_PLACE}]`, 'gu'), BLANK)
    .replaceAll(new RegExp(`[,،、，]? ?${CITY_PLACE}`, 'gu'), '');
}

/** The letter's subject line. */
export function subjectOf({ blocks, title }: MergedDocument): string {
  const subject = blocks.find((block) => block.role === 'subject');
  if (subject?.kind !== 'heading' && subject?.kind !== 'paragraph') return title;
  return plainText(subject.content);
}
