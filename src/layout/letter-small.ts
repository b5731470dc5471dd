import type { Block } from '../model/block.ts';
import { MM, type PageItem } from '../model/page.ts';
import { recallPart } from './block-memory.ts';
import type { LetterLayout } from './letter-layouts.ts';
import { capHeight, heightOf, placeRows, type Row, type Setting, setText } from './rows.ts';
import type { LetterStyles } from './styles/letter.ts';

/** Notice at the top and sources at the foot, across the measure of the text. */
export function setSmall(
  blocks: readonly Block[],
  role: 'note' | 'source',
  layout: LetterLayout,
  styles: LetterStyles,
  setting: Setting,
): Row[] {
  const style = role === 'note' ? styles.notice : styles.small;
  return blocks.flatMap((block, i) => {
    if (block.role !== role || (block.kind !== 'paragraph' && block.kind !== 'heading')) return [];
    const placing = {
      type: 'P',
      language: block.language,
      before: style.leading - capHeight(style),
    } as const;
    const width = layout.text.width * MM;
    // What stands there twice belongs to two nodes.
    const again = i - blocks.indexOf(block);
    return recallPart(block, [styles, width, again], setting, () =>
      setText(block.content, style, width, setting, placing),
    );
  });
}

/** The notice where it stands. */
export interface PlacedNotice {
  readonly items: readonly PageItem[];
  /** Its lowest ink, in points; 0 where there is none. */
  readonly bottom: number;
}

/** The notice at the top; what is larger moves up from the letterhead, as far as printers print. */
export function placeNotice(rows: readonly Row[], { text, letterhead }: LetterLayout): PlacedNotice {
  if (rows.length === 0) return { items: [], bottom: 0 };
  const height = heightOf(rows) + (rows.at(-1)!.drop ?? 0);
  const highest = 4.5 * MM + (rows[0]!.rise ?? 0);
  const top = Math.max(Math.min(8 * MM, letterhead.y * MM - 3 - height), highest);
  return { items: placeRows(rows, text.x * MM, top), bottom: top + height };
}
