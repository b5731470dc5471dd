import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { formatLimit, LIMITS } from '../model/limits.ts';
import { CellPlaces } from './csv-places.ts';
import type { ForeignRow } from './foreign.ts';
import { columnNames, findHead, HEAD_ROWS, holdColumns, type IsKnown, rowOf } from './head.ts';
import { problem } from './source.ts';

const DELIMITERS = [';', '\t', ',', '|'] as const;

const OPTIONS = { relax_column_count: true, relax_quotes: true, bom: true } as const;

/** The delimiter by which the first lines fall into most columns of the same number. */
export function detectDelimiter(sample: string): string {
  const named = /^sep=(.)\r?\n/.exec(sample)?.[1];
  if (named) return named;
  // The last line of the sample may be cut.
  const lines = sample.split(/\r\n|\r|\n/);
  const text = (lines.length > 2 ? lines.slice(0, -1) : lines).slice(0, 20).join('\n');
  const scores = DELIMITERS.map((delimiter) => {
    const widths = widthsOf(text, delimiter);
    // A title above the head is one cell wide.
    const header = widths.find((width) => width > 1) ?? 1;
    const like = widths.filter((width) => Math.abs(width - header) <= 1).length;
    return header > 1 ? header * (like / widths.length) : 0;
  });
  return DELIMITERS[scores.indexOf(Math.max(...scores))]!;
}

function widthsOf(text: string, delimiter: string): number[] {
  try {
    return parseSync(text, { ...OPTIONS, delimiter, skip_empty_lines: true }).map((row) => row.length);
  } catch {
    return text.split('\n').map((line) => line.split(delimiter).length);
  }
}

/** The header of a CSV text. */
interface CsvHeader {
  /** Names of the columns, each once; empty where a column has none. */
  readonly columns: readonly string[];
  /** The line in which the rows begin. */
  readonly firstLine: number;
}

/** Reads the header of a CSV text; a title may stand above it. Throws ProblemError. */
export async function readCsvHeader(
  chunks: AsyncIterable<string>,
  file: string,
  delimiter: string,
  isKnown: IsKnown,
): Promise<CsvHeader> {
  const first: Record[] = [];
  for await (const row of readRecords(chunks, file, delimiter, 1)) {
    if (first.length === 0 && /^sep=.?$/.test(row.record.join(''))) continue;
    first.push(row);
    if (first.length === HEAD_ROWS) break;
  }
  const head =
    first[
      findHead(
        first.map(({ record }) => record),
        isKnown,
      )
    ];
  if (!head) return { columns: [], firstLine: 1 };
  holdColumns(head.record, file);
  return { columns: columnNames(head.record), firstLine: head.nextLine };
}

/** Rows of a CSV text whose pieces arrive one by one, with `places` each with its text. Throws ProblemError. */
export async function* readCsvRows(
  chunks: AsyncIterable<string>,
  file: string,
  delimiter: string,
  { columns, firstLine }: CsvHeader,
  places = false,
): AsyncGenerator<ForeignRow> {
  for await (const { line, record, raw } of readRecords(chunks, file, delimiter, firstLine, places)) {
    if (record.every((cell) => cell === '')) continue;
    const row = rowOf(line, record, columns);
    yield raw === undefined ? row : { ...row, raw };
  }
}

/** Where a cell of a row stands, by the text of the row. */
export function placeInRow(
  { line, raw = '' }: ForeignRow,
  delimiter: string,
  index: number,
): { line: number; column: number } {
  const at = new CellPlaces('', raw, delimiter).at(0, Math.max(0, index));
  return { line: line + (at.line ?? 1) - 1, column: at.column ?? 1 };
}

interface Record {
  readonly line: number;
  readonly nextLine: number;
  readonly record: readonly string[];
  readonly raw?: string | undefined;
}

async function* readRecords(
  chunks: AsyncIterable<string>,
  file: string,
  delimiter: string,
  firstLine: number,
  raw = false,
): AsyncGenerator<Record> {
  // Rows that differ in length from the first one are slow in csv-parse; from_line keeps a header that is longer
  // than all of its rows from being that first one.
  const limits = { max_record_size: LIMITS.row, from_line: firstLine };
  const parser = parse({ ...OPTIONS, ...limits, delimiter, info: true, raw });
  const source = Readable.from(chunks, { objectMode: true });
  source.on('error', (error) => parser.destroy(error));
  let line = firstLine;
  try {
    for await (const each of source.pipe(parser)) {
      const found = each as { record: string[]; info: { lines: number }; raw?: string };
      const { record, info } = found;
      yield { line, nextLine: info.lines + 1, record, raw: found.raw };
      line = info.lines + 1;
    }
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    if (cause.code === 'CSV_MAX_RECORD_SIZE') {
      throw problem('too-large/row', file, { line, most: formatLimit(LIMITS.row) });
    }
    if (cause.code === 'CSV_QUOTE_NOT_CLOSED') throw problem('csv-syntax/unclosed-near', file, { line });
    throw problem('csv-syntax/unparsed-near', file, { line, reason: cause.message });
  } finally {
    source.destroy();
  }
}
