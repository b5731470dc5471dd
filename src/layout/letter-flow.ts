import { type Block, type BlockRole, type Inline, lengthOf } from '../model/block.ts';
import { MM } from '../model/page.ts';
import { recallPart } from './block-memory.ts';
import { setBalanced } from './headline.ts';
import { type ListStyle, setList } from './lists.ts';
import { MORE_THAN_A_PAGE } from './papers.ts';
import { lineGap, type Row, ruleRow, type Setting, setText, shiftRows, withBefore } from './rows.ts';
import { setSignatories } from './signatories.ts';
import type { LetterStep, LetterStyles } from './styles/letter.ts';

/** Roles that have a place of their own on the page; all others flow below the address. */
const FIXED_ROLES: readonly BlockRole[] = ['sender', 'recipient', 'date', 'source', 'note'];

/** Length of the rule to sign on. */
const SIGNATURE = 65 * MM;

/** How the running text of a letter is set. */
export interface FlowManner {
  readonly step: LetterStep;
  readonly styles: LetterStyles;
  /** Of the text, in points. */
  readonly width: number;
}

/** The blocks of the running text of a letter, from the subject to the copies. */
export function flowing(blocks: readonly Block[]): Block[] {
  return blocks.filter((block) => !FIXED_ROLES.includes(block.role));
}

/** Sets them, in their order; the rows of each. */
export function setFlow(flow: readonly Block[], manner: FlowManner, setting: Setting): (readonly Row[])[] {
  // Of dozens of pages the rows would stay in memory beside those of the next document.
  if (lengthOf(flow) > MORE_THAN_A_PAGE) return flow.map((_, i) => setFlowing(flow, i, manner, setting));
  return flow.map((block, i) => {
    const { before, bound } = standing(flow, i, manner);
    const { styles, width } = manner;
    // What stands there twice belongs to two nodes.
    const again = i - flow.indexOf(block);
    return recallPart(block, [styles, width, before, bound, again], setting, () =>
      setFlowing(flow, i, manner, setting),
    );
  });
}

/** Sets one of them. */
export function setFlowing(flow: readonly Block[], i: number, manner: FlowManner, setting: Setting): Row[] {
  const { before, bound } = standing(flow, i, manner);
  return withBefore(setBlock(flow[i]!, manner, setting, bound), before);
}

/** How a block stands among those beside it. */
function standing(flow: readonly Block[], i: number, { step, styles }: FlowManner) {
  const next = flow[i + 1]?.role;
  const bound = next === 'closing' || next === 'signature';
  return { before: spaceBefore(flow[i]!, flow[i - 1]?.role, step, styles), bound };
}

/** Clear space over a block, from the last baseline to its capitals. */
function spaceBefore(
  block: Block,
  previous: BlockRole | undefined,
  step: LetterStep,
  styles: LetterStyles,
): number {
  const line = lineGap(styles.text);
  if (block.role === 'signature') return previous === 'signature' ? line : step.signature;
  if (previous === block.role && (block.role === 'copies' || block.role === 'subject')) return line;
  if (previous === 'subject') return line + step.space * 1.9;
  if (block.role === 'closing') return line + step.space * 1.5;
  if (block.role === 'copies' || block.role === 'signatories') return line + step.space * 2.4;
  return line + step.space;
}

/** Rows of one block; `bound` keeps its end with what follows, so that no closing stands on a page alone. */
function setBlock(
  block: Block,
  { step, styles, width }: FlowManner,
  setting: Setting,
  bound: boolean,
): Row[] {
  const { language } = block;
  const text = block.role === 'copies' ? styles.copies : styles.text;
  const setToSign = (label: readonly Inline[]) =>
    shiftRows(
      setSignatureLine(label, SIGNATURE, styles, setting, language),
      setting.direction === 'rtl' ? width - SIGNATURE : 0,
    );
  switch (block.kind) {
    case 'heading': {
      const placing = { type: `H${block.level}`, language, keep: true } as const;
      if (block.role === 'subject')
        return setBalanced(block.content, styles.subject, width, setting, placing);
      return setText(block.content, { ...styles.text, weight: 700 }, width, setting, placing);
    }
    case 'paragraph':
    case 'code':
    case 'figures': {
      const content = block.kind === 'figures' ? block.phrase : block.content;
      // Closing and signature stand whole, with the room to sign between them.
      if (block.role === 'closing')
        return setText(content, text, width, setting, { type: 'P', language, keep: true });
      const own = block.role === 'signature';
      const rows = setText(content, text, width, setting, { type: 'P', language, own });
      if (own) return wholeRows(rows);
      return bound || introduces(content) ? bindEnd(rows) : rows;
    }
    case 'signatories':
      return setSignatories(block, styles.copies, width, setting);
    case 'picture':
      return setText(block.credit, text, width, setting, { type: 'P', language });
    case 'signature-line':
      return setToSign(block.label);
    case 'signature-row':
    case 'signature-table': {
      const labels = block.kind === 'signature-row' ? block.labels : block.columns;
      return labels.flatMap((label) => withBefore(setToSign(label), step.signature * 0.6));
    }
    case 'list':
      return setList(block, listStyle(step, styles, block.ordered), width, setting, {
        language,
        keep: bound,
      });
  }
}

function listStyle(step: LetterStep, styles: LetterStyles, ordered: boolean): ListStyle {
  const { size } = styles.text;
  return {
    text: styles.text,
    between: lineGap(styles.text) + step.space * 0.35,
    indent: size * 2,
    mark: ordered ? { kind: 'number', gap: size * 0.62 } : { kind: 'square' },
    keepItems: true,
  };
}

/** True for a paragraph that leads on to what follows: "We demand:". */
function introduces(content: readonly Inline[]): boolean {
  const last = content.findLast((inline) => inline.kind === 'text');
  return last?.kind === 'text' && /[:：]\s*$/.test(last.text);
}

function wholeRows(rows: readonly Row[]): Row[] {
  return rows.map((row, i) => ({ ...row, keep: i < rows.length - 1 }));
}

function bindEnd(rows: readonly Row[]): Row[] {
  return rows.map((row, i) => (i >= rows.length - 2 ? { ...row, keep: true } : row));
}

/** A rule to write on, with its label in small letters below. */
export function setSignatureLine(
  label: readonly Inline[],
  length: number,
  styles: LetterStyles,
  setting: Setting,
  language?: string,
): Row[] {
  const rule = ruleRow(length, 0.5, 0, 0, true);
  return [rule, ...setText(label, styles.label, length, setting, { type: 'P', language, before: 4.5 })];
}
