import { visitCells } from '../model/csv-cells.ts';
import { delimiterOf } from '../model/delimiter.ts';
import { formatRow } from './csv.ts';
import { spliced } from './splice.ts';

/** A cell of the text: where it begins and ends, its quotes with it. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A CSV text with some cells of one row set, and nothing else changed. Columns that the header lacks are added at its
 * end. `line` counts from 1; any line of the row will do.
 */
export function setCells(text: string, line: number, cells: Readonly<Record<string, string>>): string {
  return setRows(text, [{ line, cells }]);
}

/** Cells of a row; any line of the row will do. */
export interface RowChange {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** The same for many rows, whose lines are those of the text as it is: a cell of several lines moves all below it. */
export function setRows(text: string, changes: readonly RowChange[]): string {
  const columns = new Set(changes.flatMap(({ cells }) => Object.keys(cells)));
  const lines = changes.map(({ line }) => line);
  const table = scan(fillRows(addColumns(text, [...columns]), lines));
  const places = new Map(table.header.map((column, i) => [column, i]));
  // Of two changes of one cell the later stands.
  const edits = new Map<Span, string>();
  for (const { line, cells } of changes) {
    const row = rowAt(table, line);
    for (const [column, value] of Object.entries(cells)) edits.set(row.cells[places.get(column)!]!, value);
  }
  const format = (value: string) => formatRow([value], { ...table, lineEnd: '' });
  return spliced(
    table.text,
    [...edits].map(([span, value]) => ({ ...span, by: format(value) })),
  );
}

/** A CSV text without the row in `line`. */
export function removeRow(text: string, line: number): string {
  const table = scan(text);
  const row = rowAt(table, line);
  const next = table.rows[table.rows.indexOf(row) + 1];
  const start = row.cells[0]!.start;
  return text.slice(0, start) + (next ? text.slice(next.cells[0]!.start) : '');
}

/** A CSV text with one more row: below the row in `line`, or at the end. */
export function addRow(
  text: string,
  cells: Readonly<Record<string, string>>,
  line?: number | undefined,
): string {
  const table = scan(addColumns(text, Object.keys(cells)));
  const above = line === undefined ? table.rows.at(-1)! : rowAt(table, line);
  const row = formatRow(
    table.header.map((column) => cellIn(cells, column)),
    { ...table, lineEnd: '' },
  );
  const end = above.cells.at(-1)!.end;
  return `${table.text.slice(0, end)}${table.lineEnd}${row}${table.text.slice(end) || table.lineEnd}`;
}

/** A CSV text with further rows at its end, in one reading however many they are. */
export function addRows(text: string, rows: readonly Readonly<Record<string, string>>[]): string {
  const table = scan(addColumns(text, [...new Set(rows.flatMap(Object.keys))]));
  const { end } = table.rows.at(-1)!.cells.at(-1)!;
  const added = rows.map(
    (cells) =>
      table.lineEnd +
      formatRow(
        table.header.map((column) => cellIn(cells, column)),
        { ...table, lineEnd: '' },
      ),
  );
  return `${table.text.slice(0, end)}${added.join('')}${table.text.slice(end) || table.lineEnd}`;
}

/** What is to stand in a column; the header is read from a file, where a column may be called `constructor`. */
function cellIn(cells: Readonly<Record<string, string>>, column: string): string {
  return Object.hasOwn(cells, column) ? cells[column]! : '';
}

interface Row {
  readonly line: number;
  readonly cells: readonly Span[];
}

interface Scanned {
  readonly text: string;
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

function rowAt({ rows }: Scanned, line: number): Row {
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (rows[middle]!.line <= line) low = middle;
    else high = middle - 1;
  }
  return rows[low]!;
}

/** Rows and cells of a text. */
function scan(text: string): Scanned {
  const { delimiter, isNamed } = delimiterOf(text);
  const rows: { line: number; cells: Span[] }[] = [];
  let line = 0;
  visitCells(text, delimiter, {
    line: () => (line += 1),
    row: () => rows.push({ line, cells: [] }),
    cell: (start, end) => rows.at(-1)!.cells.push({ start, end }),
  });
  // The line that names the delimiter is no row.
  if (isNamed) rows.shift();
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const header = rows[0]!.cells.map((cell) => unquote(text.slice(cell.start, cell.end)));
  return { text, delimiter, lineEnd, header, rows };
}

function addColumns(text: string, columns: readonly string[]): string {
  const { header, rows, delimiter } = scan(text);
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length === 0) return text;
  const filled = rows.filter(({ cells }) => cells.length === header.length);
  const splices = filled.map(({ line, cells }) => {
    const { end } = cells.at(-1)!;
    const by = missing.map((column) => delimiter + (line === rows[0]!.line ? column : '')).join('');
    return { start: end, end, by };
  });
  return spliced(text, splices);
}

/** The text with these rows as long as its header: cells at the end that a row lacks are empty ones. */
function fillRows(text: string, lines: readonly number[]): string {
  const table = scan(text);
  const { header, delimiter } = table;
  const short = [...new Set(lines.map((line) => rowAt(table, line)))].filter(
    ({ cells }) => cells.length < header.length,
  );
  if (short.length === 0) return text;
  const splices = short.map(({ cells }) => {
    const { end } = cells.at(-1)!;
    return { start: end, end, by: delimiter.repeat(header.length - cells.length) };
  });
  return spliced(text, splices);
}

function unquote(cell: string): string {
  const bare = cell.replace(/^\uFEFF/, '').trim();
  return /^".*"$/s.test(bare) ? bare.slice(1, -1).replaceAll('""', '"') : bare;
}
