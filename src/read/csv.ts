import { CsvError, parse } from 'csv-parse/sync';
import { type Position, type Problem, ProblemError } from '../problems.ts';
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
  const { file, text } = source;
  const firstLine = text.slice(0, text.search(/\r|\n|$/));
  if (text.trim() === '')
    throw tableError('csv-empty', 'The file is empty: expected a line of column names.', { file, line: 1 });
  const delimiter = delimiterOf(firstLine);
  const records = parseRecords(source, delimiter);
  const places = cellPlaces(file, text, delimiter);
  const cells = records.map((record, row) =>
    record.map((value, i) => ({ value: value.trim(), at: places[row]?.[i] ?? { file, line: row + 1 } })),
  );
  const [header = [], ...body] = cells;
  const problems = [...checkHeader(header, firstLine), ...checkWidths(header, body)];
  if (problems.length > 0) throw new ProblemError(problems);
  const rows = body
    .filter((row) => row.some((cell) => cell.value !== ''))
    .map(
      (row) =>
        new Map(row.flatMap((cell, i) => (cell.value === '' ? [] : [[header[i]!.value, cell] as const]))),
    );
  return { delimiter, header, rows };
}

function delimiterOf(line: string): string {
  const count = (c: string) => line.split(c).length;
  return [',', ';', '\t'].reduce((best, c) => (count(c) > count(best) ? c : best));
}

function parseRecords({ file, text }: SourceText, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, relaxColumnCount: true, skipEmptyLines: false, bom: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED';
    const message = unclosed ? 'A quote is opened and never closed.' : `CSV doesn’t parse: ${error.message}`;
    throw tableError(
      'csv-syntax',
      message,
      unclosed ? cellPlaces(file, text, delimiter).at(-1)!.at(-1)! : { file, line },
      'A quote inside a quoted cell is written twice: "".',
    );
  }
}

/** Places of all cells, row by row, quotes heeded as csv-parse does. */
function cellPlaces(file: string, text: string, delimiter: string): Position[][] {
  let line = 1;
  let lineStart = 0;
  let cellStart = 0;
  let quoted = false;
  const rows: Position[][] = [[{ file, line, column: 1 }]];
  const place = (offset: number): Position => {
    cellStart = offset;
    return { file, line, column: offset - lineStart + 1 };
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    const endsLine = c === '\n' || (c === '\r' && text[i + 1] !== '\n');
    if (endsLine) {
      line += 1;
      lineStart = i + 1;
    }
    if (quoted) {
      if (c !== '"') continue;
      if (text[i + 1] === '"') i += 1;
      else quoted = false;
    } else if (c === '"' && i === cellStart) quoted = true;
    else if (c === delimiter) rows.at(-1)!.push(place(i + 1));
    else if (endsLine && i + 1 < text.length) rows.push([place(i + 1)]);
  }
  return rows;
}

function checkHeader(header: readonly Cell[], line: string): Problem[] {
  const problems: Problem[] = [];
  if (header.length === 1 && /[|:]/.test(line)) {
    problems.push(
      ...tableError(
        'csv-delimiter',
        'Expected columns divided by commas, semicolons or tabs, found one column.',
        header[0]!.at,
        'Save the file as CSV with commas.',
      ).problems,
    );
  }
  for (const [i, { value, at }] of header.entries()) {
    if (value === '') problems.push(...tableError('csv-header', 'A column has no name.', at).problems);
    else if (header.findIndex((cell) => cell.value === value) !== i) {
      problems.push(
        ...tableError(
          'csv-header',
          `There are two columns named ${JSON.stringify(value)}.`,
          at,
          'Remove one of them.',
        ).problems,
      );
    }
  }
  return problems;
}

function checkWidths(header: readonly Cell[], rows: readonly (readonly Cell[])[]): Problem[] {
  return rows
    .filter((row) => row.length !== header.length && row.some((cell) => cell.value !== ''))
    .flatMap(
      (row) =>
        tableError(
          'csv-syntax',
          `Expected ${header.length} cells as in the header, found ${row.length}.`,
          row[0]!.at,
          'A cell with a comma in it needs quotes around it.',
        ).problems,
    );
}

function tableError(code: Problem['code'], message: string, at: Position, hint?: string): ProblemError {
  return new ProblemError([{ severity: 'error', code, message, at, hint }]);
}
