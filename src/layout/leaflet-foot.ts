import type { Block, BlockRole, Code, Inline, Picture } from '../model/block.ts';
import { MM, type PageItem } from '../model/page.ts';
import type { Leaf } from './leaf.ts';
import { setPicture } from './picture.ts';
import { fitQr, setQr } from './qr.ts';
import { capHeight, DESCENT, heightOf, moveItem, placeRows, setText } from './rows.ts';
import type { Segment } from './segments.ts';

/** Side of the printed square of a code in millimetres, for `unit` 1. */
const CODE_SIDE = 19;

/** Most that a logo takes in millimetres, for `unit` 1. */
const LOGO = { width: 26, height: 15 };

/** Something that stands beside the small print; points. */
interface Beside {
  readonly width: number;
  readonly height: number;
  /** Clear space between it and the text. */
  readonly clear: number;
  readonly items: readonly PageItem[];
}

/**
 * Notice, sources, imprint in small print, run on where the page is dense; the logo at the start side, at the end side
 * a code, whose address is printed. All end at the same line.
 */
export function setFoot(blocks: readonly Block[], leaf: Leaf): readonly Segment[] {
  const own = blocks.filter(({ role, kind }) => kind === 'code' || SMALL.includes(role) || role === 'logo');
  return leaf.recallSmall('foot', own, () => setFootAnew(own, leaf));
}

/** Small print, in the order in which it stands. */
const SMALL: readonly BlockRole[] = ['note', 'source', 'imprint'];

function setFootAnew(blocks: readonly Block[], leaf: Leaf): Segment[] {
  const { grid, styles, setting, dense } = leaf;
  const { small } = styles;
  const { width, unit } = grid;
  const code = blocks.find((block): block is Code => block.kind === 'code');
  const logo = blocks.find((block): block is Picture => block.kind === 'picture' && block.role === 'logo');
  const parts = SMALL.map((role) =>
    contentOf(blocks, role).map((inline) => (role === 'note' ? strong(inline) : inline)),
  ).filter((content) => content.length > 0);
  const texts = [...(dense ? [joined(parts)] : parts), ...(code ? [code.content.map(strong)] : [])];

  const start = logo && setLogo(logo, leaf);
  const qr = code && fitQr(code.url, CODE_SIDE * unit * MM);
  const clear = Math.max(qr?.quiet ?? 0, grid.gutter);
  const [before, after] = [start ? start.width + start.clear : 0, qr ? qr.side + clear : 0];
  const space = small.leading - capHeight(small) + 1.5 * unit;
  const rows = texts.flatMap((content) =>
    setText(content, small, width - before - after, setting, { type: 'P', before: space }),
  );
  const end = qr && { width: qr.side, height: qr.side, clear, items: setting.isTry ? [] : [setQr(qr)] };
  const height = Math.max(heightOf(rows), start?.height ?? 0, end?.height ?? 0);
  if (height === 0) return [];
  const rtl = setting.direction === 'rtl';
  const place = (side: Beside | undefined, isLeft: boolean) =>
    (side?.items ?? []).map((item) =>
      moveItem(item, isLeft ? 0 : width - side!.width, height - side!.height),
    );
  const items = [
    ...place(start, !rtl),
    ...placeRows(rows, rtl ? after : before, height - heightOf(rows)),
    ...place(end, rtl),
  ];
  const gap = Math.max(8 * unit, small.size * 1.25, 1.5 * (qr?.quiet ?? 0));
  return [{ height, gap, weight: 0.25, items, below: small.size * DESCENT }];
}

function setLogo(logo: Picture, { grid, pictures }: Leaf): Beside | undefined {
  const limits = { width: LOGO.width * grid.unit * MM, height: LOGO.height * grid.unit * MM };
  const set = setPicture(logo, pictures, limits);
  return set && { ...set, clear: grid.gutter };
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
