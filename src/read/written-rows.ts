import { countryOf } from '../model/country-names.ts';
import { eventKindOf } from '../model/event-words.ts';
import type { TablePart } from '../model/part-columns.ts';
import { type DayOrder, dayOrderOf, writtenDay, writtenTime } from '../model/written-dates.ts';
import type { Position, Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import type { Cell } from './csv.ts';

type Row = ReadonlyMap<string, Cell>;

/** Times and days as people write them, where they can mean one thing only. */
const WRITTEN: Readonly<Record<string, (text: string, order?: DayOrder) => string | undefined>> = {
  time: writtenTime,
  ...Object.fromEntries(
    ['date', 'until', 'asOf', 'saidOn', 'seen', 'sent', 'answered', 'defunct', 'verified.on'].map(
      (column) => [column, writtenDay],
    ),
  ),
};

/** Days that are read by an order that they don't show: the first of them, and what it was taken for. */
interface Ordered {
  readonly cell: Cell;
  readonly day: string;
}

/** The rows with days and times as handbill writes them, and what there is to say of it. */
export function readWritten(
  rows: readonly Row[],
  part: TablePart,
): {
  rows: readonly Row[];
  told: readonly Problem[];
} {
  const common = orderShown(rows);
  let ordered: Ordered | undefined;
  const meant = rows.map((row) => {
    const changed = new Map<string, Cell>();
    const order = () => common ?? dayOrderOf(countryOf(row.get('country')?.value ?? ''));
    for (const [column, cell] of row) {
      const kind = part === 'events' && column === 'kind' ? eventKindOf(cell.value) : undefined;
      const certain = kind ?? WRITTEN[column]?.(cell.value);
      const value = certain ?? WRITTEN[column]?.(cell.value, order());
      if (value === undefined || value === cell.value) continue;
      changed.set(column, new MeantCell(value, cell));
      if (certain === undefined) ordered ??= { cell, day: value };
    }
    return changed.size === 0
      ? row
      : new Map([...row].map(([column, cell]) => [column, changed.get(column) ?? cell]));
  });
  return { rows: meant, told: ordered ? [tellOrder(ordered)] : [] };
}

/** A cell that was read as something else than stands there. */
class MeantCell implements Cell {
  readonly value: string;
  readonly #written: Cell;
  constructor(value: string, written: Cell) {
    this.value = value;
    this.#written = written;
  }
  get at(): Position {
    return this.#written.at;
  }
}

/** Whether day or month comes first between slashes, where the days of a table that can be read one way only say so. */
function orderShown(rows: readonly Row[]): DayOrder | undefined {
  const shown = new Set<DayOrder>();
  for (const row of rows)
    for (const [column, { value }] of row) {
      if (WRITTEN[column] !== writtenDay || !value.includes('/')) continue;
      const [, first, second] = /^(\d{1,2}) ?\/ ?(\d{1,2}) ?\/ ?\d{4}$/.exec(value) ?? [];
      if (first === undefined || writtenDay(value) === undefined) continue;
      if (Number(first) > 12) shown.add('day-first');
      if (Number(second) > 12) shown.add('month-first');
    }
  const [only] = shown;
  return shown.size === 1 ? only : undefined;
}

function tellOrder({ cell, day }: Ordered): Problem {
  return finding('notice', 'bad-date/order', { found: JSON.stringify(cell.value), day }, { at: cell.at });
}
