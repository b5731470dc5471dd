import { CsvError, parse } from 'csv-parse/sync';
import { delimiterOf } from '../model/delimiter.ts';
import { type Position, type Problem, ProblemError } from '../problems.ts';
import { CellPlaces } from './csv-places.ts';
import type { SourceText } from './source.ts';

/** A cell with its place in the file. */
export interface Cell {
  readonly value: string;
  readonly at: Position;
}

/** A CSV file: its column names, and its rows by column; empty cells are left out. */
export interface Table {
  readonly delimiter: string;
  readonly header: readonly Cell[];
  readonly rows: readonly ReadonlyMap<string, Cell>[];
}

/** Reads a table with a header. The delimiter is a comma, semicolon or tab, whichever the header has. Throws ProblemError. */
export function parseTable(source: SourceText): Table {
  const { file, text, personal } = source;
  const { delimiter, firstLine, isNamed } = delimiterOf(text);
  if (text.trim() === '')
    throw tableError('csv-empty', 'The file is empty: expected a line of column names.', { file, line: 1 });
  const places = new CellPlaces(file, text, delimiter);
  let header: readonly Cell[] | undefined;
  const rows: Map<string, Cell>[] = [];
  const problems: Problem[] = [];
  readRecords(source, delimiter, places, (found, row) => {
    // Spreadsheets add empty columns at the end of a table, or to some of its rows.
    const record = withoutEnd(found, header?.length ?? 0);
    if (isNamed && row === 0) return;
    if (!header) {
      header = record.map((value, i) => ({ value: value.trim(), at: places.at(row, i) }));
      problems.push(...checkHeader(header, firstLine, personal));
      if (problems.length > 0) throw new ProblemError(problems);
      return;
    }
    const cells = new Map<string, Cell>();
    for (const [i, text] of record.entries()) {
      const value = text.trim();
      if (value !== '') cells.set(header[i]?.value ?? '', new PlacedCell(value, places, row, i));
    }
    if (cells.size === 0) return;
    if (record.length !== header.length)
      problems.push(...wrongWidth(header.length, record.length, places.at(row, 0)));
    rows.push(cells);
  });
  if (problems.length > 0) throw new ProblemError(problems);
  return { delimiter, header: header ?? [], rows };
}

/** Cells up to the last that isn't empty, but at least `least` of them. */
function withoutEnd(record: readonly string[], least: number): readonly string[] {
  let end = record.length;
  while (end > least && record[end - 1]!.trim() === '') end -= 1;
  return record.slice(0, end);
}

/** Hands over the records one by one: a long table as a whole would stand in memory twice. */
function readRecords(
  { file, text, personal }: SourceText,
  delimiter: string,
  places: CellPlaces,
  take: (record: readonly string[], row: number) => void,
): void {
  let row = 0;
  try {
    parse(text, {
      delimiter,
      relaxColumnCount: true,
      skipEmptyLines: false,
      bom: true,
      on_record: (record: string[]) => {
        take(record, row);
        row += 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED';
    const why = personal ? 'CSV doesn’t parse.' : `CSV doesn’t parse: ${error.message}`;
    const message = unclosed ? 'A quote is opened and never closed.' : why;
    throw tableError(
      'csv-syntax',
      message,
      unclosed ? places.last() : { file, line },
      'A quote inside a quoted cell is written twice: "".',
    );
  }
}

/** A cell that works out its place when it is asked. */
class PlacedCell implements Cell {
  readonly value: string;
  readonly #places: CellPlaces;
  readonly #row: number;
  readonly #index: number;
  constructor(value: string, places: CellPlaces, row: number, index: number) {
    this.value = value;
    this.#places = places;
    this.#row = row;
    this.#index = index;
  }
  get at(): Position {
    return this.#places.at(this.#row, this.#index);
  }
}

function checkHeader(header: readonly Cell[], line: string, personal = false): Problem[] {
  const problems: Problem[] = [];
  if (header.length === 1 && /[:!]/.test(line)) {
    problems.push(
      ...tableError(
        'csv-delimiter',
        'Expected columns divided by commas, semicolons or tabs, found one column.',
        header[0]!.at,
        'Save the file as CSV with commas.',
      ).problems,
    );
  }
  const seen = new Set<string>();
  for (const { value, at } of header) {
    if (value === '') problems.push(...tableError('csv-header', 'A column has no name.', at).problems);
    else if (seen.has(value)) {
      const name = personal ? 'this name' : `the name ${JSON.stringify(value)}`;
      const message = `There are two columns with ${name}.`;
      problems.push(...tableError('csv-header', message, at, 'Remove one of them.').problems);
    }
    seen.add(value);
  }
  return problems;
}

function wrongWidth(expected: number, found: number, at: Position): readonly Problem[] {
  const message = `Expected ${expected} cells as in the header, found ${found}.`;
  return tableError('csv-syntax', message, at, 'A cell with a comma in it needs quotes around it.').problems;
}

function tableError(code: Problem['code'], message: string, at: Position, hint?: string): ProblemError {
  return new ProblemError([{ severity: 'error', code, message, at, hint }]);
}
