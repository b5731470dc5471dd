import type { Block, Inline, Paragraph } from '../model/block.ts';
import type { PageItem, StructureNode } from '../model/page.ts';
import { fitHeadline } from './headline.ts';
import { type Leaf, thin } from './leaf.ts';
import { balanceRows } from './leaflet-columns.ts';
import { setSection } from './leaflet-sections.ts';
import {
  DESCENT,
  heightOf,
  lineGap,
  placeRows,
  type Row,
  ruleRow,
  setLines,
  setText,
  withBefore,
} from './rows.ts';
import { rowSegment, type Segment } from './segments.ts';
import type { TextStyle } from './style.ts';

/** Least size of when and where that is read from two metres: capitals of 6.6 mm, 1/300 of the distance. */
const STRIP_SIZE = 26.5;

/** The panel at the foot: when and where, or what to do. `strip` sets one or two events to be read from two metres. */
export function setPanel(blocks: readonly Block[], leaf: Leaf, gap: number, strip: boolean): Segment[] {
  const { grid, look, dense, styles, setting } = leaf;
  const { unit, width } = grid;
  const isBox = look.panel === 'black' || look.panel === 'frame';
  const side = isBox ? (dense ? 10 : 13) * unit : 0;
  const edge = isBox ? side : 10 * unit;
  const inner = width - 2 * side;
  const entries = blocks.filter(isEntry);
  const rest = blocks.filter((block) => !isEntry(block));
  const lead = rest.some((block) => block.kind === 'list') ? undefined : styles.panelStrong;
  const rows = setSection(
    rest,
    { text: styles.panelText, heading: styles.panelHeading, lead },
    inner,
    setting,
  );
  if (look.panel === 'open') {
    const all = withBefore(setEntries(entries, inner, leaf, strip), styles.panelText.size * 0.9);
    const rule = ruleRow(width, 3 * unit, 0, 0, true);
    const below = styles.panelText.size * DESCENT;
    return [rowSegment([rule, ...withBefore(rows, 10 * unit), ...all], gap, 1, below)];
  }
  const set =
    entries.length > 2 ? [setCompact(entries, inner, leaf)] : setEntries(entries, inner, leaf, strip);
  const all = [...rows, ...withBefore(set, styles.panelText.size * 0.75)];
  const items = placeRows(all, side, edge);
  const height = heightOf(all) + 2 * edge + styles.panelText.size * DESCENT * 0.6;
  return [{ height, gap, weight: 1, items: [...setGround(height, leaf), ...items] }];
}

/** What lies under the panel: black, a frame, or a strong rule above and below. */
function setGround(height: number, { grid, look }: Leaf): PageItem[] {
  const { unit, width } = grid;
  switch (look.panel) {
    case 'open':
      return [];
    case 'black':
      return [{ kind: 'box', x: 0, y: 0, width, height, ink: 0 }];
    case 'frame':
      return [{ kind: 'frame', x: 0, y: 0, width, height, stroke: Math.max(2.25 * unit, 1), ink: 0 }];
    case 'rules':
      return [
        { kind: 'box', x: 0, y: 0, width, height: 3 * unit, ink: 0 },
        { kind: 'box', x: 0, y: height - thin(unit), width, height: thin(unit), ink: 0 },
      ];
  }
}

/** An event: a paragraph whose first line is strong. */
function isEntry(block: Block): block is Paragraph {
  return block.kind === 'paragraph' && isStrong(linesOf(block.content)[0] ?? []);
}

function isStrong(line: readonly Inline[]): boolean {
  return line.length > 0 && line.every((inline) => inline.kind === 'text' && inline.strong === true);
}

function linesOf(content: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const inline of content) {
    if (inline.kind === 'break') lines.push([]);
    else lines.at(-1)!.push(inline);
  }
  return lines.filter((line) => line.length > 0);
}

/** Events below each other: their strong lines as large as the width allows, the others in the size of the text. */
function setEntries(entries: readonly Paragraph[], width: number, leaf: Leaf, strip: boolean): Row[] {
  const { styles, setting } = leaf;
  const days = entries.flatMap((entry) => strongLines(entry).slice(0, 1));
  const places = entries.flatMap((entry) => strongLines(entry).slice(1));
  const day = strongStyle(days, width, leaf, strip);
  const place = smaller(day, strongStyle(places, width, leaf, strip));
  let previous = styles.panelText;
  return entries.flatMap((entry, i) => {
    const { language } = entry;
    const tag: StructureNode = { type: 'P', language };
    const rows = linesOf(entry.content).flatMap((line, k) => {
      const style = isStrong(line) ? (k === 0 ? day : place) : styles.panelText;
      const below = Math.max(previous.size - style.size, 0) * DESCENT;
      const apart =
        i > 0 && k === 0 ? styles.panelText.size * 1.1 : lineGap(style) + style.size * 0.12 + below;
      previous = style;
      const before = i === 0 && k === 0 ? 0 : apart;
      const content = isStrong(line) ? line.map(withoutStrong) : line;
      return setText(content, style, width, setting, { tag, language, before });
    });
    // When and where stay on one page.
    return rows.map((row, k) => ({ ...row, keep: k < rows.length - 1 }));
  });
}

/** The strong style brings its own weight. */
function withoutStrong(inline: Inline): Inline {
  return inline.kind === 'text' ? { ...inline, strong: false } : inline;
}

function strongLines(entry: Paragraph): Inline[][] {
  return linesOf(entry.content)
    .filter(isStrong)
    .map((line) => line.map(withoutStrong));
}

function smaller(a: TextStyle, b: TextStyle): TextStyle {
  return b.size < a.size ? b : a;
}

/** One size for all of these lines: the largest that leaves each on a line of its own, within limits. */
function strongStyle(
  lines: readonly (readonly Inline[])[],
  width: number,
  leaf: Leaf,
  strip: boolean,
): TextStyle {
  const { styles, grid, setting, dense } = leaf;
  const base = styles.panelStrong;
  if (strip) {
    // Condensed letters, whatever the style: when and where must be large and short.
    const face: TextStyle = { ...base, family: 'display', weight: 900, yearApart: true };
    const maxSize = dense ? STRIP_SIZE : Math.max(36 * grid.unit, STRIP_SIZE);
    const limits = { width, maxSize, minSize: STRIP_SIZE, maxHeight: 1e4, leading: 1.12 };
    const sizes = lines.map((line) => fitHeadline(line, face, limits, setting)[0]!.style);
    return sizes.reduce(smaller, { ...face, size: maxSize, leading: maxSize * 1.12 });
  }
  const most = base.size * (dense ? 1.25 : 1.6);
  const measure: TextStyle = { ...base, size: 100, leading: 100 };
  const widest = Math.max(1, ...lines.map((line) => setLines(line, measure, 1e5, setting)[0]?.width ?? 0));
  const size = Math.max(Math.min(most, (width / widest) * 99.5), base.size);
  return { ...base, size, leading: (base.leading / base.size) * size };
}

/**
 * Many events: each in the size of the text with its day in bold, in two columns from four on. What is the same
 * of all of them stands once, above.
 */
function setCompact(entries: readonly Paragraph[], width: number, leaf: Leaf): Row {
  const { styles, setting, grid } = leaf;
  const { panelText } = styles;
  const common = commonLines(entries);
  const before = lineGap(panelText);
  const head = common.flatMap((line) => setText(line, panelText, width, setting, { type: 'P', before }));
  const double = entries.length > 3;
  const column = double ? (width - grid.gutter) / 2 : width;
  const apart = lineGap(panelText) + panelText.size * 0.5;
  const rows = entries.flatMap((entry, i) => {
    const [first = [], ...others] = linesOf(entry.content);
    const own = common.length > 0 ? others.filter(isStrong) : others;
    const comma: Inline = { kind: 'text', text: ', ' };
    const where = own.flatMap((line, k) => [...(k > 0 ? [comma] : []), ...line.map(withoutStrong)]);
    const content: Inline[] = [...first, { kind: 'break' }, ...where];
    const before = i === 0 ? 0 : apart;
    const set = setText(content, panelText, column, setting, { type: 'P', language: entry.language, before });
    // An event isn't torn between the columns.
    return set.map((row, k) => ({ ...row, keep: k < set.length - 1 }));
  });
  const [left, right] = double ? balanceRows(rows) : [rows, []];
  const rtl = setting.direction === 'rtl';
  const top = head.length > 0 ? heightOf(head) + apart : 0;
  const items = [
    ...placeRows(head, 0, 0),
    ...placeRows(left, double && rtl ? column + grid.gutter : 0, top),
    ...placeRows(right, rtl ? 0 : column + grid.gutter, top),
  ];
  const firsts = head.length > 0 ? head.slice(0, 1) : [...left.slice(0, 1), ...right.slice(0, 1)];
  const rise = Math.max(0, ...firsts.map((row) => row.rise ?? 0));
  return { before: 0, height: top + Math.max(heightOf(left), heightOf(right)), items, keep: false, rise };
}

/** The lines that aren't strong, where they are the same for every event. */
function commonLines(entries: readonly Paragraph[]): readonly (readonly Inline[])[] {
  const tails = entries.map((entry) => linesOf(entry.content).filter((line) => !isStrong(line)));
  const [first = []] = tails;
  return tails.every((tail) => JSON.stringify(tail) === JSON.stringify(first)) ? first : [];
}
