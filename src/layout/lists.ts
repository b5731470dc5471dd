import { numberFormat } from '../engine.ts';
import type { List } from '../model/block.ts';
import type { Box, PageItem, StructureNode } from '../model/page.ts';
import { capHeight, type Placing, type Row, type Setting, setLines, setText } from './rows.ts';
import type { TextStyle } from './style.ts';

/** How a list is marked: figures of an ordered list, or squares drawn as boxes. */
export interface ListStyle {
  readonly text: TextStyle;
  /** Clear space between items. */
  readonly between: number;
  /** Room at the start side for the mark. */
  readonly indent: number;
  readonly mark: { readonly kind: 'number'; readonly gap: number } | { readonly kind: 'square' };
  /** Keeps each item in one piece. */
  readonly keepItems?: boolean;
}

/** Sets a list with its marks hanging in the indent, `L` over `LI` over `Lbl` and `LBody`. */
export function setList(
  { items, start }: Pick<List, 'items' | 'start'>,
  style: ListStyle,
  width: number,
  setting: Setting,
  placing: Placing = {},
): Row[] {
  const { parent, before = 0, x = 0, keep = false } = placing;
  if (items.length === 0) return [];
  const list: StructureNode = { type: 'L', parent };
  const rtl = setting.direction === 'rtl';
  const bodyX = rtl ? x : x + style.indent;
  const rows: Row[] = [];
  items.forEach((content, i) => {
    const item: StructureNode = { type: 'LI', parent: list };
    const set = setText(content, style.text, width - style.indent, setting, {
      type: 'LBody',
      parent: item,
      language: placing.language,
      before: i === 0 ? before : style.between,
      x: bodyX,
      keep: style.keepItems,
    });
    const [first, ...rest] = set;
    if (!first) return;
    const mark =
      style.mark.kind === 'number'
        ? numberMark(start + i, style, width, setting, { parent: item, x, gap: style.mark.gap })
        : squareMark(style.text, rtl ? x + width : x, rtl);
    const marked = [{ ...first, items: [...mark, ...first.items] }, ...rest];
    const last = i === items.length - 1;
    rows.push(...marked.map((row, k) => (k === marked.length - 1 ? { ...row, keep: last && keep } : row)));
  });
  return rows;
}

/** A hanging figure, flush against the gap before its text. */
function numberMark(
  n: number,
  style: ListStyle,
  width: number,
  setting: Setting,
  { parent, x, gap }: { readonly parent: StructureNode } & Readonly<Record<'x' | 'gap', number>>,
): PageItem[] {
  if (setting.isTry) return [];
  const text = `${numberFormat(setting.language, false).format(n)}.`;
  const [line] = setLines([{ kind: 'text', text }], { ...style.text, align: 'start' }, width, setting);
  if (!line) return [];
  const rtl = setting.direction === 'rtl';
  // At the start edge the line lies flush; it moves inwards until only the gap is left before the text.
  const shift = style.indent - gap - line.width;
  const dx = x + (rtl ? -shift : shift);
  const tag: StructureNode = { type: 'Lbl', parent };
  return line.runs.map((run) => ({ ...run, x: run.x + dx, y: run.y + capHeight(style.text), tag }));
}

/** A square as high as a small letter, standing on the baseline. */
function squareMark(style: TextStyle, edge: number, rtl: boolean): Box[] {
  const side = style.size * 0.5;
  const y = capHeight(style) - side - style.size * 0.04;
  return [{ kind: 'box', x: rtl ? edge - side : edge, y, width: side, height: side, ink: style.ink }];
}
