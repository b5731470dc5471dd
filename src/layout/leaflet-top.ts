import type { Inline } from '../model/block.ts';
import type { PageItem, StructureNode } from '../model/page.ts';
import { type HeadlineChoice, setBalanced } from './headline.ts';
import { type Leaf, thin } from './leaf.ts';
import { DESCENT, heightOf, placeRows, type Setting, setLines, setText } from './rows.ts';
import { rowSegment, type Segment } from './segments.ts';
import type { TextStyle } from './style.ts';
import { styleOf } from './styles/look.ts';

/** What stands over the headline: a bar, and who speaks. */
export function setTop(kicker: readonly Inline[], leaf: Leaf): Segment[] {
  const { unit } = leaf.grid;
  const line = kicker.length > 0 ? [setKicker(kicker, leaf)] : [];
  switch (leaf.look.top) {
    case 'bar':
      return [ruleSegment(7 * unit, 0, leaf), ...line];
    case 'masthead':
      return [ruleSegment(3 * unit, 0, leaf), ...line, ruleSegment(thin(unit), 6 * unit, leaf)];
    case 'none':
      return line.map((segment) => ({ ...segment, gap: 0 }));
  }
}

function ruleSegment(height: number, gap: number, { grid }: Leaf): Segment {
  const rule: PageItem = { kind: 'box', x: 0, y: 0, width: grid.width, height, ink: 0 };
  return { height, gap, weight: 0, items: [rule] };
}

/** Who speaks, in small capitals; what follows a line break stands at the far end, or after a dot where it is centred. */
function setKicker(content: readonly Inline[], leaf: Leaf): Segment {
  const { grid, styles, setting } = leaf;
  const { width, unit } = grid;
  const { kicker } = styles;
  const [start = [], ...rest] = splitAtBreak(content).map((part) =>
    kicker.tracking ? inCapitals(part, setting.language) : part,
  );
  const tag: StructureNode = { type: 'P' };
  const gap = 7 * unit;
  if (kicker.align === 'center') {
    const dot: Inline = { kind: 'text', text: ' · ' };
    const line = [start, ...rest].flatMap((part, i) => (i === 0 ? part : [dot, ...part]));
    const rows = setText(line, kicker, width, setting, { tag });
    return { ...rowSegment(rows, gap, 0.1), rows: undefined };
  }
  const end = rest.flat();
  const far: TextStyle = { ...kicker, align: 'end' };
  const endWidth = Math.max(0, ...setLines(end, far, width, setting).map((line) => line.width));
  const room = endWidth > 0 ? width - endWidth - 12 * unit : width;
  let style = kicker;
  while (setLines(start, style, room, setting).length > 1 && style.size > kicker.size * 0.8) {
    style = { ...style, size: style.size - 0.25 };
  }
  const x = setting.direction === 'rtl' ? width - room : 0;
  const rows = setText(start, style, room, setting, { tag, x });
  const farRows = setText(end, far, width, setting, { tag });
  const items = [...placeRows(rows, 0, 0), ...placeRows(farRows, 0, 0)];
  const reach = rowSegment(heightOf(farRows) > heightOf(rows) ? farRows : rows, gap, 0.1);
  return { ...reach, rows: undefined, items };
}

function splitAtBreak(content: readonly Inline[]): Inline[][] {
  const parts: Inline[][] = [[]];
  for (const inline of content) {
    if (inline.kind === 'break') parts.push([]);
    else parts.at(-1)!.push(inline);
  }
  return parts.filter((part) => part.length > 0);
}

function inCapitals(content: readonly Inline[], language: string): Inline[] {
  return content.map((inline) =>
    inline.kind === 'text'
      ? { ...inline, text: inline.text.toLocaleUpperCase(inline.language ?? language) }
      : inline,
  );
}

/** The headline, in the size that was chosen for it. */
export function setHeadline(content: readonly Inline[], choice: HeadlineChoice, leaf: Leaf): Segment {
  const { grid, setting } = leaf;
  const x = startOf(choice.style, choice.width, grid.width, setting);
  const rows = setText(content, choice.style, choice.width, setting, { type: 'H1', x });
  // What rises above its capitals (Han, accents) doesn't touch who speaks.
  const gap = Math.max(10 * grid.unit, (rows[0]?.rise ?? 0) + 6 * grid.unit);
  return rowSegment(rows, gap, 0.35, choice.style.size * DESCENT);
}

/** Where a text narrower than its room begins. */
function startOf(style: TextStyle, width: number, room: number, { direction }: Setting): number {
  if (style.align === 'center') return (room - width) / 2;
  return direction === 'rtl' ? room - width : 0;
}

/** The line below the headline, in the largest size that keeps it to two lines, evened out. */
export function setSubhead(
  content: readonly Inline[],
  headline: HeadlineChoice | undefined,
  leaf: Leaf,
): Segment {
  const { grid, look, setting, styles, dense } = leaf;
  const { unit, width } = grid;
  const narrow = look.subhead.family === 'display' ? 1 : 0.8;
  const limit = (dense ? 17 : 21) * unit * narrow;
  const most = Math.max(Math.min(limit, headline ? headline.style.size * 0.55 : limit), styles.body.size);
  const least = Math.min(Math.max(13 * unit * narrow, styles.body.size), most);
  let size = most;
  const lines = () => setLines(content, styleOf(look.subhead, size), width, setting).length;
  while (size > least && lines() > 2) size = Math.max(size - 0.5 * unit, least);
  const rows = setBalanced(content, styleOf(look.subhead, size), width, setting, { type: 'P' });
  const gap = (headline ? headline.style.size * 0.21 : 0) + 7.5 * unit;
  return rowSegment(rows, gap, 0.35, size * DESCENT);
}
