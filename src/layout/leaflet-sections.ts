import type { Block } from '../model/block.ts';
import { setSignatureRow } from './blanks.ts';
import { type ListStyle, lineGap, type Row, type Setting, setList, setText, withBefore } from './rows.ts';
import type { TextStyle } from './style.ts';

/** How the blocks of a section are set; the panel reverses all of it. */
export interface SectionStyles {
  readonly text: TextStyle;
  readonly heading: TextStyle;
  /** The first paragraph, where it is to stand out. */
  readonly lead?: TextStyle | undefined;
}

/** Sets headings, paragraphs and lists of one section below each other. */
export function setSection(
  blocks: readonly Block[],
  styles: SectionStyles,
  width: number,
  setting: Setting,
): Row[] {
  const { text, heading } = styles;
  let leadUsed = styles.lead === undefined;
  const rows: Row[] = [];
  blocks.forEach((block, i) => {
    const afterHeading = blocks[i - 1]?.kind === 'heading';
    const isLead = !leadUsed && block.kind === 'paragraph';
    if (isLead) leadUsed = true;
    const style = isLead ? styles.lead! : text;
    rows.push(...withBefore(setBlock(block, style, heading, width, setting), spaceBefore()));

    function spaceBefore(): number {
      if (block.kind === 'heading') return lineGap(text) + text.size * 0.9;
      if (afterHeading) return isLead ? style.size * 0.62 : heading.size * 0.56;
      return lineGap(text) + text.size * 0.42;
    }
  });
  return rows;
}

function setBlock(block: Block, text: TextStyle, heading: TextStyle, width: number, setting: Setting): Row[] {
  const { language } = block;
  switch (block.kind) {
    case 'heading':
      return setText(block.content, heading, width, setting, { type: 'H2', language, keep: true });
    case 'paragraph':
      return setText(block.content, text, width, setting, { type: 'P', language });
    case 'figures':
      return setText(block.phrase, text, width, setting, { type: 'P', language });
    case 'signature-line':
      return setText(block.label, text, width, setting, { type: 'P', language });
    case 'signature-row':
    case 'signature-table':
      return setSignatureRow(
        block.kind === 'signature-row' ? block.labels : block.columns,
        text,
        width,
        setting,
      );
    case 'list':
      return setList(block.items, block.start, squareList(text), width, setting, { language });
  }
}

/** A list with squares drawn as boxes, which every copier keeps. */
export function squareList(text: TextStyle): ListStyle {
  return {
    text,
    between: lineGap(text) + text.size * 0.34,
    indent: text.size * 1.35,
    mark: { kind: 'square' },
  };
}
