import { createHash } from 'node:crypto';
import type { TablePart } from '../model/part-columns.ts';
import type { Cell, Table } from './csv.ts';

type Row = ReadonlyMap<string, Cell>;

/** What a row without an id is known by, besides its texts: values that stay while others are mended. */
const KNOWN_BY: Partial<Record<TablePart, readonly string[]>> = {
  facts: ['date', 'text'],
  events: ['date', 'time', 'city', 'place'],
};

/** The rows of facts or events with ids, where their table has no column of them: the same wherever a row stands. */
export function withIds(rows: readonly Row[], header: Table['header'], part: TablePart): readonly Row[] {
  const columns = KNOWN_BY[part];
  if (!columns || header.some(({ value }) => value === 'id')) return rows;
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const parts = [...row].filter(([column]) => columns.includes(column.split('.')[0]!));
    if (parts.length === 0) return row;
    const told = parts.map(([column, { value }]) => `${column}=${value}`).sort();
    const hash = createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 6);
    const date = row.get('date')?.value ?? '';
    const own = /^[\d-]+$/.test(date) ? `${date}-${hash}` : `${part.slice(0, -1)}-${hash}`;
    const count = (seen.get(own) ?? 0) + 1;
    seen.set(own, count);
    const first = parts[0]![1];
    const id: Cell = { value: count === 1 ? own : `${own}-${count}`, at: first.at };
    return new Map([['id', id], ...row]);
  });
}
