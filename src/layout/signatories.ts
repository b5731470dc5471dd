import type { Signatories } from '../model/block.ts';
import { MM, type StructureNode } from '../model/page.ts';
import { lineGap, type Row, type Setting, setLines, setText, withBefore } from './rows.ts';
import type { TextStyle } from './style.ts';

/** Clear space between two columns. */
const GUTTER = 6 * MM;

/** Most columns, and lines of one name, so that a list is read with ease. */
const COLUMNS = 3;
const LINES = 2;

/**
 * Sets the names of those who sign in columns, line by line across them, so that the list can be divided over pages
 * anywhere; a list in the structure tree, in its own order.
 */
export function setSignatories(
  { label, items, language }: Signatories,
  text: TextStyle,
  width: number,
  setting: Setting,
): Row[] {
  const { direction } = setting;
  const heading = setText(label, { ...text, weight: 700 }, width, setting, {
    type: 'H2',
    language,
    keep: true,
  });
  const count = columnsFor(items, text, width, setting);
  const column = widthOf(count, width);
  const list: StructureNode = { type: 'L' };
  const rows = [...heading];
  for (let i = 0; i < items.length; i += count) {
    const sets = items.slice(i, i + count).map((content, place) =>
      setText(content, text, column, setting, {
        type: 'LBody',
        parent: { type: 'LI', parent: list },
        x: (direction === 'rtl' ? count - 1 - place : place) * (column + GUTTER),
      }),
    );
    rows.push(...withBefore(besideEachOther(sets), lineGap(text) * (i === 0 ? 1.3 : 1.15)));
  }
  return rows;
}

/** As many columns as leave no name more than two lines; at least one. */
function columnsFor(items: Signatories['items'], text: TextStyle, width: number, setting: Setting): number {
  for (let count = COLUMNS; count > 1; count -= 1) {
    const column = widthOf(count, width);
    if (items.every((content) => setLines(content, text, column, setting).length <= LINES)) return count;
  }
  return 1;
}

function widthOf(count: number, width: number): number {
  return (width - (count - 1) * GUTTER) / count;
}

/** Texts side by side as rows of one column, which stay together. */
function besideEachOther(sets: readonly (readonly Row[])[]): Row[] {
  const length = Math.max(...sets.map((rows) => rows.length));
  return Array.from({ length }, (_, i) => {
    const line = sets.flatMap((rows) => rows[i] ?? []);
    const most = (value: (row: Row) => number | undefined) => Math.max(...line.map((row) => value(row) ?? 0));
    return {
      before: most((row) => row.before),
      height: most((row) => row.height),
      items: line.flatMap((row) => row.items),
      keep: i < length - 1,
      rise: most((row) => row.rise),
      drop: most((row) => row.drop),
    };
  });
}
