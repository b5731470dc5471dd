import { nearestOf } from '../model/nearest.ts';
import { ownColumns, partColumn, type TablePart } from '../model/part-columns.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import type { Cell, Table } from './csv.ts';

/** A table by handbill's names of its columns. */
export interface NamedTable {
  readonly table: Table;
  /** True where its own columns are called otherwise. */
  readonly isRenamed: boolean;
  readonly told: readonly Problem[];
}

/**
 * Finds what the columns of an appeal's table hold by what people call them. One that nobody needs is left out and told;
 * one that is nearly a name is left as it stands, for what reads on to say so.
 */
export function nameColumns(table: Table, part: TablePart, language?: string): NamedTable {
  const own = ownColumns(part);
  const names = new Map<string, string>();
  const unused: Cell[] = [];
  const taken = new Set(table.header.map(({ value }) => value).filter((name) => isOwn(name, own)));
  for (const cell of table.header) {
    const { value: name } = cell;
    if (isOwn(name, own)) continue;
    const column = partColumn(part, name, language);
    if (column !== undefined && !taken.has(column)) {
      taken.add(column);
      names.set(name, column);
    } else if (column !== undefined || nearestOf(name, own) === undefined) unused.push(cell);
  }
  if (names.size === 0 && (unused.length === 0 || taken.size < 2))
    return { table, isRenamed: false, told: [] };
  const left = new Set(unused.map(({ value }) => value));
  const nameOf = (name: string) => names.get(name) ?? name;
  const isKept = (name: string) => !left.has(name);
  return {
    table: {
      ...table,
      header: table.header
        .filter(({ value }) => isKept(value))
        .map((cell) => ({ value: nameOf(cell.value), at: cell.at })),
      rows: table.rows.map(
        (row) => new Map([...row].flatMap(([name, cell]) => (isKept(name) ? [[nameOf(name), cell]] : []))),
      ),
    },
    isRenamed: names.size > 0,
    told: unused.length === 0 ? [] : [tellUnused(unused, own)],
  };
}

function isOwn(name: string, own: readonly string[]): boolean {
  return own.includes(name) || own.includes(name.split('.')[0]!);
}

function tellUnused(unused: readonly Cell[], own: readonly string[]): Problem {
  const names = unused.map(({ value }) => JSON.stringify(value)).join(', ');
  return finding(
    'notice',
    'unknown-key/unused-of-table',
    { names, known: own.join(', ') },
    { at: unused[0]!.at },
  );
}
