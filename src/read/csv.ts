import { CsvError, parse } from 'csv-parse/sync';
import { append } from '../model/append.ts';
import { visitCells } from '../model/csv-cells.ts';
import { delimiterOf } from '../model/delimiter.ts';
import { type Position, type Problem, ProblemError } from '../problems.ts';
import { type ArgsOf, refusal, type WordingId } from '../wordings.ts';
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
  if (text.trim() === '') throw tableError('csv-empty/header', { file, line: 1 });
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
      append(problems, checkHeader(header, firstLine, personal));
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
      append(problems, wrongWidth(header.length, record.length, places.at(row, 0)));
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
  source: SourceText,
  delimiter: string,
  places: CellPlaces,
  take: (record: readonly string[], row: number) => void,
): void {
  const sound = takeSound(source.text, delimiter, take);
  if (sound !== undefined) parseFrom(sound, source, delimiter, places, take);
}

/**
 * Hands over the records up to the first that isn't written as it should be, and tells its number; undefined where all are.
 * Saying what is wrong is left to csv-parse, which takes many times as long.
 */
function takeSound(
  text: string,
  delimiter: string,
  take: (record: readonly string[], row: number) => void,
): number | undefined {
  if (!USUAL.includes(delimiter) || /^\uFEFF|\r(?!\n)/.test(text)) return 0;
  // Of two kinds of line ends csv-parse takes the first for the only one.
  if (text.includes('\r') && /(?<!\r)\n/.test(text)) return 0;
  let record: string[] = [];
  let row = -1;
  let isSound = true;
  const end = () => {
    if (isSound && row >= 0) take(record, row);
    if (isSound) row += 1;
    record = [];
  };
  visitCells(text, delimiter, {
    line: () => undefined,
    row: end,
    cell: (from, to) => {
      const value = contentOf(text.slice(from, to));
      if (value === undefined) isSound = false;
      else record.push(value);
    },
  });
  end();
  return isSound ? undefined : row;
}

const USUAL = [',', ';', '\t', '|'];

/** What a cell holds; undefined where its quotes aren't written as they should be. */
function contentOf(cell: string): string | undefined {
  if (!cell.includes('"')) return cell;
  const isQuoted = cell.length > 1 && cell.startsWith('"') && cell.endsWith('"');
  const inner = cell.slice(1, -1);
  if (!isQuoted || inner.replaceAll('""', '').includes('"')) return undefined;
  return inner.replaceAll('""', '"');
}

/** Hands over the records from that of this number on, as csv-parse reads them. Throws ProblemError. */
function parseFrom(
  first: number,
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
        if (row >= first) take(record, row);
        row += 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED';
    if (unclosed) throw tableError('csv-syntax/unclosed', places.last());
    if (personal) throw tableError('csv-syntax/unparsed', { file, line });
    throw tableError('csv-syntax/unparsed-why', { file, line }, { reason: error.message });
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
    append(problems, tableError('csv-delimiter', header[0]!.at).problems);
  }
  const seen = new Set<string>();
  for (const { value, at } of header) {
    if (value === '') append(problems, tableError('csv-header', at).problems);
    else if (seen.has(value)) {
      const doubled = personal
        ? tableError('csv-header/doubled', at)
        : tableError('csv-header/doubled-name', at, { name: JSON.stringify(value) });
      append(problems, doubled.problems);
    }
    seen.add(value);
  }
  return problems;
}

function wrongWidth(expected: number, found: number, at: Position): readonly Problem[] {
  return tableError('csv-syntax/width', at, { expected, found }).problems;
}

function tableError<W extends WordingId>(wording: W, at: Position, ...[values]: ArgsOf<W>): ProblemError {
  return refusal(wording, values, { at });
}
