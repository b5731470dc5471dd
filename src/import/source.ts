import { type ColumnMap, type ContactColumn, mapColumns } from '../check/contact-columns.ts';
import { EMBASSY_COLUMNS, isEmbassyDatabase, understandEmbassy } from '../check/embassy-database.ts';
import { type FieldCells, type Understood, understandRow } from '../check/foreign-contact.ts';
import { columnOfNumber, withoutNumberForm } from '../check/number-forms.ts';
import { addressColumns, otherAddresses, WORK_FIRST } from '../check/several-addresses.ts';
import { tellUncalculated } from '../check/uncalculated.ts';
import { isFormula, rearmCell } from '../model/formula.ts';
import type { ForeignList, ForeignRow } from '../read/foreign.ts';
import { englishOf } from '../wordings.ts';

/** Lists that are known by name; every other is `columns`, read by the names of its columns. */
const FORMATS = ['columns', 'embassies'] as const;
type SourceFormat = (typeof FORMATS)[number];

/** What a person says about the columns of a list. */
interface SourceOptions {
  readonly format?: SourceFormat | undefined;
  readonly map: ReadonlyMap<string, ContactColumn>;
  /** Values for rows that have none. */
  readonly defaults: ReadonlyMap<ContactColumn, string>;
  /** Columns of which somebody said that nothing is needed. */
  readonly leftOut?: ReadonlySet<string> | undefined;
}

/** A list, and how its rows are understood. */
export interface ImportSource {
  readonly list: ForeignList;
  readonly format: SourceFormat;
  readonly columns: ColumnMap;
  /** Columns whose values are left out. */
  readonly unused: readonly string[];
  /** Those of them of which nobody said anything yet. */
  readonly unsaid: readonly string[];
  /** What was said of its columns: the field, or `''` where nothing is needed. */
  readonly said: ReadonlyMap<string, ContactColumn | ''>;
  readonly understand: (row: ForeignRow) => Understood;
  /** The same list with further columns named, after these were asked for. */
  readonly withColumns: (named: ReadonlyMap<string, ContactColumn>, asked: readonly string[]) => ImportSource;
  /** True for a row in which a number of a spreadsheet's form is read as its digits. */
  readonly hasNumber: (row: ForeignRow) => boolean;
  /** Cells of a row that a spreadsheet would calculate, by column. */
  readonly formulas: (row: ForeignRow) => readonly (readonly [column: string, value: string])[];
}

/** Decides how the rows of a list are understood. */
export function chooseSource(list: ForeignList, options: SourceOptions): ImportSource {
  const format = options.format ?? (isEmbassyDatabase(list.columns) ? 'embassies' : 'columns');
  const isCsv = list.form === 'csv';
  const common: Pick<ImportSource, 'list' | 'format' | 'formulas' | 'withColumns'> = {
    list,
    format,
    formulas: ({ cells }) => (isCsv ? [...cells].filter(([, value]) => isFormula(value)) : []),
    withColumns: (named, asked) =>
      chooseSource(list, {
        ...options,
        map: new Map([...options.map, ...named]),
        leftOut: new Set([...(options.leftOut ?? []), ...asked.filter((column) => !named.has(column))]),
      }),
  };
  if (format === 'embassies') {
    return {
      ...common,
      columns: new Map(),
      unused: list.columns.filter((column) => !EMBASSY_COLUMNS.includes(column)),
      unsaid: [],
      said: new Map(),
      understand: (row) => understandCells(row, row.broken ? '' : understandEmbassy(row.cells), options),
      hasNumber: () => false,
    };
  }
  const isHere = ([column]: readonly [string, unknown]) => list.columns.includes(column);
  const said: ReadonlyMap<string, ContactColumn | ''> = new Map(
    [...[...(options.leftOut ?? [])].map((column) => [column, ''] as const), ...options.map].filter(isHere),
  );
  const columns = mapColumns(list.columns, options.map);
  const unused = list.columns.filter((column) => !columns.has(column));
  return {
    ...common,
    columns,
    unused,
    unsaid: unused.filter((column) => !said.has(column)),
    said,
    understand: readByColumns(list, columns, options),
    hasNumber: ({ cells }) => columnOfNumber(cells, columns) !== undefined,
  };
}

/** Understands a row by the names of its columns; of several addresses the one that letters go to. */
function readByColumns(
  list: ForeignList,
  columns: ColumnMap,
  options: SourceOptions,
): ImportSource['understand'] {
  const addresses = addressColumns(columns, options.map);
  return (row) => {
    const formula = tellUncalculated(row.cells, list.columns, columns);
    if (formula && !row.broken) return { rejected: englishOf(formula) };
    const left = addresses ? otherAddresses(row.cells, columns, addresses, WORK_FIRST) : [];
    const cells = cellsByField(without(row, left), columns, list.form === 'csv');
    const understood = understandCells(row, cells, options);
    if (!understood.draft || left.length === 0) return understood;
    const values = left.map((column) => ({
      column: columns.get(column)!,
      value: row.cells.get(column)!,
      reason: 'is of a further address',
    }));
    return { draft: understood.draft, left: [...understood.left, ...values] };
  };
}

/** A row by its cells, or by why it has none that can be used. */
function understandCells(
  { broken }: ForeignRow,
  cells: FieldCells | string,
  { defaults }: SourceOptions,
): Understood {
  if (broken) return { rejected: englishOf(broken) };
  return typeof cells === 'string' ? { rejected: cells } : understandRow(withDefaults(cells, defaults));
}

function without(row: ForeignRow, columns: readonly string[]): ForeignRow {
  if (columns.length === 0) return row;
  return { ...row, cells: new Map([...row.cells].filter(([column]) => !columns.includes(column))) };
}

function cellsByField(row: ForeignRow, columns: ColumnMap, isCsv: boolean): FieldCells {
  const cells = new Map<ContactColumn, string[]>();
  for (const [column, text] of row.cells) {
    const field = columns.get(column);
    const value = withoutNumberForm(field, isCsv ? rearmCell(text) : text);
    if (field) cells.set(field, [...(cells.get(field) ?? []), ...valuesOf(field, value)]);
  }
  return cells;
}

function withDefaults(cells: FieldCells, defaults: ReadonlyMap<ContactColumn, string>): FieldCells {
  if (defaults.size === 0) return cells;
  const all = new Map(cells);
  for (const [field, value] of defaults) if (!all.has(field)) all.set(field, [value]);
  return all;
}

/** Google puts several values into a cell with " ::: " between them: all where a field has a list, else the first. */
function valuesOf(field: ContactColumn, value: string): readonly string[] {
  const values = value.split(' ::: ');
  return SEVERAL.includes(field) ? values : values.slice(0, 1);
}

const SEVERAL: readonly ContactColumn[] = ['phone', 'fax', 'email', 'languages', 'notes', 'accredited'];
