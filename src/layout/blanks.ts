import { numberFormat } from '../engine.ts';
import type { Inline } from '../model/block.ts';
import { MM, type PageItem, type StructureNode } from '../model/page.ts';
import { capHeight, DESCENT, heightOf, placeRows, type Row, ruleRow, type Setting, setText } from './rows.ts';
import type { TextStyle } from './style.ts';
import { TEXT_PAGE, type TextPageStyles } from './styles/text-page.ts';

/** Clear room over a rule, for handwriting. */
const ROOM = 9 * MM;
const GUTTER = 6 * MM;

/** Rules to write on, side by side, each with its label below; the first starts where reading starts. */
export function setSignatureRow(
  labels: readonly (readonly Inline[])[],
  style: TextStyle,
  width: number,
  setting: Setting,
): Row[] {
  const cell = (width - GUTTER * (labels.length - 1)) / labels.length;
  const cells = labels.map((label, i) => {
    const at = setting.direction === 'rtl' ? labels.length - 1 - i : i;
    const x = at * (cell + GUTTER);
    const rule = ruleRow(cell, 0.75, 0, 0);
    const rows = [rule, ...setText(label, style, cell, setting, { type: 'P', before: 3.25 })];
    return { items: placeRows(rows, x, 0), height: heightOf(rows), drop: rows.at(-1)?.drop ?? 0 };
  });
  return [
    {
      before: ROOM,
      height: Math.max(...cells.map((c) => c.height)),
      items: cells.flatMap((c) => c.items),
      keep: false,
      drop: Math.max(...cells.map((c) => c.drop)),
    },
  ];
}

/** Shares of name, place and signature in the width. */
const SHARES = [0.4, 0.26, 0.34];

/** Numbered lines under their labels, as many as the area holds. */
export function setSignatureTable(
  columns: readonly (readonly Inline[])[],
  area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  styles: TextPageStyles,
  setting: Setting,
): PageItem[] {
  const rtl = setting.direction === 'rtl';
  const numbers = 8 * MM;
  const { label } = styles;
  const total = columns.reduce((sum, _, i) => sum + (SHARES[i] ?? 0.3), 0);
  const items: PageItem[] = [];
  let offset = numbers;
  const row: StructureNode = { type: 'TR', parent: { type: 'Table' } };
  let headHeight = capHeight(styles.columnHead) + styles.columnHead.size * DESCENT;
  columns.forEach((column, i) => {
    const width = ((area.width - numbers) * (SHARES[i] ?? 0.3)) / total;
    const x = rtl ? area.x + area.width - offset - width : area.x + offset;
    const rows = setText(column, styles.columnHead, width - 2 * MM, setting, { type: 'TH', parent: row });
    items.push(...placeRows(rows, x, area.y));
    // Letters of some scripts hang deeper, and long labels have two lines: the rule lies below them all.
    headHeight = Math.max(headHeight, heightOf(rows) + (rows.at(-1)?.drop ?? 0));
    offset += width;
  });
  const top = area.y + headHeight + 2;
  items.push({ kind: 'box', x: area.x, y: top, width: area.width, height: 1.5, ink: 0 });
  const room = area.y + area.height - top - 1.5;
  const count = Math.floor(room / (TEXT_PAGE.lineHeight * MM));
  const height = room / count;
  const format = numberFormat(setting.language, false);
  for (let i = 0; i < count; i += 1) {
    const bottom = top + 1.5 + (i + 1) * height;
    items.push({ kind: 'box', x: area.x, y: bottom - 0.5, width: area.width, height: 0.5, ink: 0 });
    const number = setText([{ kind: 'text', text: `${format.format(i + 1)}.` }], label, numbers, setting);
    items.push(
      ...placeRows(
        number,
        rtl ? area.x + area.width - numbers : area.x,
        bottom - 1 - label.size * DESCENT - capHeight(label),
      ),
    );
  }
  return items;
}
