import type { Block, Inline } from '../model/block.ts';
import { setSignatureRow } from './blanks.ts';
import { type ListStyle, setList } from './lists.ts';
import { DESCENT, lineGap, type Row, ruleRow, type Setting, setText, withBefore } from './rows.ts';
import { setSignatories } from './signatories.ts';
import type { TextStyle } from './style.ts';

/** How the blocks of a section are set; the panel reverses all of it. */
export interface SectionStyles {
  readonly text: TextStyle;
  readonly heading: TextStyle;
  /** The first paragraph, where it is to stand out. */
  readonly lead?: TextStyle | undefined;
  /** Weight of the rule over each heading; none where it is left out. */
  readonly rule?: number | undefined;
  /** How demands are marked; squares where it is left out. */
  readonly marks?: 'square' | 'number' | undefined;
  /** Keeps each list in one piece, with its heading: between columns only running text is divided. */
  readonly wholeLists?: boolean | undefined;
}

/** Sets headings, paragraphs and lists of one section below each other. */
export function setSection(
  blocks: readonly Block[],
  styles: SectionStyles,
  width: number,
  setting: Setting,
): Row[] {
  const { text, heading, rule = 0 } = styles;
  let leadUsed = styles.lead === undefined;
  const rows: Row[] = [];
  blocks.forEach((block, i) => {
    const afterHeading = blocks[i - 1]?.kind === 'heading';
    const isLead = !leadUsed && block.kind === 'paragraph';
    if (isLead) leadUsed = true;
    const style = isLead ? styles.lead! : text;
    const whole = setBlock(block, style, styles, width, setting);
    // A line that announces a list stays with it.
    const announces = block.kind === 'paragraph' && blocks[i + 1]?.kind === 'list';
    const own = announces ? whole.map((row) => ({ ...row, keep: true })) : whole;
    const set = styles.wholeLists && block.kind === 'list' ? bound(own) : own;
    if (block.kind === 'heading' && rule > 0) {
      const above = text.size * DESCENT + text.size * 1.15;
      rows.push(
        ruleRow(width, rule, heading.ink, above, true),
        ...withBefore(set, rule + heading.size * 0.42),
      );
    } else rows.push(...withBefore(set, spaceBefore()));

    function spaceBefore(): number {
      if (block.kind === 'heading') return lineGap(text) + text.size * 0.9;
      if (afterHeading) return isLead ? style.size * 0.62 : heading.size * 0.36 + text.size * 0.32;
      return lineGap(text) + text.size * 0.42;
    }
  });
  return rows;
}

/** Rows that no break may part. */
function bound(rows: readonly Row[]): Row[] {
  return rows.map((row, i) => ({ ...row, keep: i < rows.length - 1 }));
}

function setBlock(
  block: Block,
  text: TextStyle,
  styles: SectionStyles,
  width: number,
  setting: Setting,
): Row[] {
  const { language } = block;
  switch (block.kind) {
    case 'heading':
      return setText(block.content, styles.heading, width, setting, { type: 'H2', language, keep: true });
    case 'paragraph':
    case 'code':
      return setText(block.content, isBold(block) ? startAligned(text) : text, width, setting, {
        type: 'P',
        language,
      });
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
    case 'signatories':
      return setSignatories(block, text, width, setting);
    case 'picture':
      return setText(block.credit, text, width, setting, { type: 'P', language });
    case 'list':
      return setList(
        block,
        listStyle(text, block.role === 'demands' ? styles.marks : undefined),
        width,
        setting,
        { language },
      );
  }
}

/** True for a paragraph that is bold as a whole, such as whom demands are put to: it is no running text. */
function isBold({ content }: { readonly content: readonly Inline[] }): boolean {
  return content.every((inline) => inline.kind === 'text' && inline.strong === true);
}

function startAligned(text: TextStyle): TextStyle {
  return text.align === 'justify' ? { ...text, align: 'start', hyphenate: false } : text;
}

/** A list with squares drawn as boxes, which every copier keeps, or with hanging numbers. */
function listStyle(text: TextStyle, marks: SectionStyles['marks'] = 'square'): ListStyle {
  return {
    text: startAligned(text),
    between: lineGap(text) + text.size * 0.34,
    indent: text.size * (marks === 'number' ? 1.7 : 1.35),
    mark: marks === 'number' ? { kind: 'number', gap: text.size * 0.5 } : { kind: 'square' },
    keepItems: true,
  };
}
