import { nearestOf } from '../model/nearest.ts';
import { isPartColumn, ownColumns, partColumn, type TablePart } from '../model/part-columns.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import type { Cell, Table } from './csv.ts';
import type { KeptColumns } from './kept-columns.ts';

/** What is known of the columns of an appeal's table beside their names. */
export interface Naming {
  /** That of a text without one: the first of the appeal. */
  readonly language?: string | undefined;
  /** What somebody says now; it goes before what was kept, and that before what names tell. */
  readonly said?: KeptColumns | undefined;
  readonly kept?: KeptColumns | undefined;
}

/** A table by handbill's names of its columns. */
interface NamedTable {
  readonly table: Table;
  /** True where its own columns are called otherwise. */
  readonly isRenamed: boolean;
  readonly told: readonly Problem[];
}

/**
 * Finds what the columns of an appeal's table hold by what somebody said, else by what people call them. One that nobody
 * needs is left out and told; one that is nearly a name is left as it stands, for what reads on to say so.
 */
export function nameColumns(table: Table, part: TablePart, naming: Naming = {}): NamedTable {
  const { names, unused, silent, taken } = findNames(table, part, naming);
  const missing = findMissing(table, naming.said);
  if (names.size === 0 && silent.size === 0 && (unused.length === 0 || taken.size < 2))
    return { table, isRenamed: false, told: missing };
  const left = new Set([...unused.map(({ value }) => value), ...silent]);
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
    told: [...missing, ...(unused.length === 0 ? [] : [tellUnused(unused, part)])],
  };
}

/** The columns of a table, by what becomes of them. */
interface Found {
  /** New names of those that are called otherwise. */
  readonly names: ReadonlyMap<string, string>;
  readonly unused: readonly Cell[];
  /** Those that somebody said nothing is needed of. */
  readonly silent: ReadonlySet<string>;
  /** All columns that the table has, by handbill's names. */
  readonly taken: ReadonlySet<string>;
}

function findNames({ header }: Table, part: TablePart, { language, said: now, kept }: Naming): Found {
  const own = ownColumns(part);
  const said: KeptColumns = new Map([...(kept ?? []), ...(now ?? [])]);
  const isOwn = (name: string) => isPartColumn(part, name) && !said.has(name);
  const saidOf = (name: string) => {
    const field = said.get(name);
    return field === 'text' && language !== undefined ? `text.${language}` : field;
  };
  const there = header.map(({ value }) => value);
  const named = there.flatMap((name) => saidOf(name) || []);
  const taken = new Set([...named, ...there.filter(isOwn)]);
  const names = new Map<string, string>();
  const unused: Cell[] = [];
  for (const cell of header) {
    const { value: name } = cell;
    const field = saidOf(name);
    if (field) names.set(name, field);
    if (field !== undefined || (isOwn(name) && !named.includes(name))) continue;
    const column = partColumn(part, name, language);
    if (column !== undefined && !taken.has(column)) {
      taken.add(column);
      names.set(name, column);
    } else if (column !== undefined || nearestOf(name, own) === undefined) unused.push(cell);
  }
  return { names, unused, taken, silent: new Set(there.filter((name) => said.get(name) === '')) };
}

/** Columns that somebody says something of, and that the table doesn't have. */
function findMissing({ header }: Table, said: KeptColumns = new Map()): Problem[] {
  const at = header[0]?.at;
  return [...said]
    .filter(([column]) => !header.some(({ value }) => value === column))
    .map(([column, field]) =>
      finding('error', 'unknown-key/no-column', { column: JSON.stringify(column), field }, { at }),
    );
}

function tellUnused(unused: readonly Cell[], part: TablePart): Problem {
  const names = unused.map(({ value }) => JSON.stringify(value)).join(', ');
  const values = { names, part, known: ownColumns(part).join(', ') };
  return finding('notice', 'unknown-key/unused-of-table', values, { at: unused[0]!.at });
}
