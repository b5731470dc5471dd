import type { Block, BlockRole, Code, Inline } from '../model/block.ts';
import { MM } from '../model/page.ts';
import type { Leaf } from './leaf.ts';
import { fitQr, type QrCode, setQr } from './qr.ts';
import { capHeight, DESCENT, heightOf, moveItem, placeRows, type Row, setText } from './rows.ts';
import { rowSegment, type Segment } from './segments.ts';
import type { LeafletGrid } from './styles/leaflet.ts';

/** Side of the printed square of a code in millimetres, for `unit` 1. */
const CODE_SIDE = 19;

/** Notice, sources, imprint in small print, run on where the page is dense; beside them a code with its address. */
export function setFoot(blocks: readonly Block[], leaf: Leaf): Segment[] {
  const { grid, styles, setting, dense } = leaf;
  const { small } = styles;
  const { width, unit } = grid;
  const code = blocks.find((block): block is Code => block.kind === 'code');
  const parts = (['note', 'source', 'imprint'] as const)
    .map((role) => contentOf(blocks, role).map((inline) => (role === 'note' ? strong(inline) : inline)))
    .filter((content) => content.length > 0);
  const texts = [...(dense ? [joined(parts)] : parts), ...(code ? [code.content.map(strong)] : [])];
  const before = small.leading - capHeight(small) + 1.5 * unit;
  const set = (text: number): Row[] =>
    texts.flatMap((content) => setText(content, small, text, setting, { type: 'P', before }));
  const gap = Math.max(8 * unit, small.size * 1.25);
  if (!code) {
    const rows = set(width);
    return rows.length > 0 ? [rowSegment(rows, gap, 0.25, small.size * DESCENT)] : [];
  }
  const qr = fitQr(code.url, CODE_SIDE * unit * MM);
  const rows = set(width - qr.side - clearance(qr, grid));
  return [besideCode(rows, qr, leaf, gap)];
}

/** Text rows and a code at the end side, both ending at the same line. */
function besideCode(rows: readonly Row[], qr: QrCode, { grid, styles, setting }: Leaf, gap: number): Segment {
  const rtl = setting.direction === 'rtl';
  const text = heightOf(rows);
  const height = Math.max(text, qr.side);
  const items = [
    ...placeRows(rows, rtl ? qr.side + clearance(qr, grid) : 0, height - text),
    moveItem(setQr(qr, setting), rtl ? 0 : grid.width - qr.side, height - qr.side),
  ];
  return {
    height,
    gap: Math.max(gap, 1.5 * qr.quiet),
    weight: 0.25,
    items,
    below: styles.small.size * DESCENT,
  };
}

/** Between a code and the text beside it. */
function clearance(qr: QrCode, grid: LeafletGrid): number {
  return Math.max(qr.quiet, grid.gutter);
}

/** Text of all blocks of a role, one after the other on lines of their own. */
export function contentOf(blocks: readonly Block[], role: BlockRole): Inline[] {
  const content: Inline[] = [];
  for (const block of blocks) {
    if (block.role !== role || (block.kind !== 'paragraph' && block.kind !== 'heading')) continue;
    if (content.length > 0) content.push({ kind: 'break' });
    content.push(...block.content);
  }
  return content;
}

function strong(inline: Inline): Inline {
  return inline.kind === 'text' ? { ...inline, strong: true } : inline;
}

function joined(parts: readonly (readonly Inline[])[]): Inline[] {
  return parts.flatMap((part, i) => {
    const flat = part.map((inline) =>
      inline.kind === 'break' ? ({ kind: 'text', text: ' ' } as const) : inline,
    );
    return i === 0 ? flat : [{ kind: 'text' as const, text: ' ' }, ...flat];
  });
}
