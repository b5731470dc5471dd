import { plainLines } from '../model/escape.ts';
import { disarmCell } from '../model/formula.ts';

/** How a CSV file is written. */
export interface CsvStyle {
  readonly delimiter: string;
  readonly lineEnd: string;
}
/** Commas, and lines that end as on Unix. */
export const PLAIN_CSV: CsvStyle = { delimiter: ',', lineEnd: '\n' };

/**
 * One line of a CSV file. What a spreadsheet would take for a formula is kept from being one, and
 * what some readers take for the end of a line becomes one that stands in quotes.
 */
export function formatRow(cells: readonly string[], style: CsvStyle = PLAIN_CSV): string {
  return joinCells(
    cells.map((cell) => plainLines(disarmCell(cell))),
    style,
  );
}

/** One line of cells that stood in a CSV file before, as they stood there. */
export function joinCells(cells: readonly string[], { delimiter, lineEnd }: CsvStyle): string {
  const quote = (text: string) =>
    /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  return cells.map(quote).join(delimiter) + lineEnd;
}

/** Lines of a CSV file as spreadsheets write them. */
export function formatRows(rows: readonly (readonly string[])[], style: CsvStyle = PLAIN_CSV): string {
  return rows.map((row) => formatRow(row, style)).join('');
}
