import { createHash } from 'node:crypto';
import { partColumn, type TablePart } from '../model/part-columns.ts';
import { type Problem, ProblemError } from '../problems.ts';
import { finding, phrase } from '../wordings.ts';
import type { Cell, Table } from './csv.ts';
import { columnNames, findHead, HEAD_ROWS, type IsKnown, knownIn } from './head.ts';
import { type Naming, nameColumns } from './named-columns.ts';
import { locateTable } from './rows.ts';
import { noSheet, type Sheet } from './sheet.ts';
import { type LocatedFile, problem, readBytes } from './source.ts';
import { readSpreadsheetOf } from './spreadsheet.ts';

/** Endings of spreadsheets that may hold a part of an appeal. */
export const SHEET_ENDINGS = ['xlsx', 'xlsm', 'ods'] as const;

/** True for the name of a spreadsheet that is read. */
export function isSpreadsheet(file: string): boolean {
  return SHEET_ENDINGS.some((end) => file.toLowerCase().endsWith(`.${end}`));
}

/** Reads a part of an appeal from the sheet that is named, else from that which fits it best. Throws ProblemError. */
export async function readPartSheet(
  file: string,
  part: TablePart,
  { within, sheet: named, ...naming }: Naming & { within?: string | undefined; sheet?: string | undefined },
): Promise<LocatedFile> {
  const bytes = Buffer.from(await readBytes(file, { within }));
  const isSaid = (name: string) => naming.said?.has(name) || naming.kept?.has(name);
  const isKnown = (name: string) => isSaid(name) || partColumn(part, name) !== undefined;
  const sheet = fittingSheet(await readSpreadsheetOf(bytes, file), { isKnown, named, file });
  const { table, told } = nameColumns(tableOf(sheet, file), part, naming);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const located = locateTable({ file, text: textOf(sheet), sha256 }, table, part, naming.language);
  return { ...located, isForeign: true, told: [...told, ...(located.told ?? [])] };
}

interface Found extends Sheet {
  /** Index of the row that names the columns. */
  readonly head: number;
}

function fittingSheet(
  sheets: readonly Sheet[],
  { isKnown, named, file }: { isKnown: IsKnown; named: string | undefined; file: string },
): Found {
  if (named !== undefined && !sheets.some(({ name }) => name === named)) throw noSheet(named, sheets, file);
  const found = sheets
    .filter(({ name, rows }) => rows.length > 0 && (named === undefined || name === named))
    .map((sheet) => {
      const first = sheet.rows.slice(0, HEAD_ROWS).map(({ cells }) => cells);
      const head = findHead(first, isKnown);
      return { ...sheet, head, known: knownIn(first[head] ?? [], isKnown) };
    })
    // Hidden sheets give way; of two that fit as well, the first.
    .sort((a, b) => Number(a.hidden) - Number(b.hidden) || b.known - a.known);
  if (!found[0]) throw problem('csv-empty/no-rows', file);
  return found[0];
}

function tableOf({ rows, head }: Found, file: string): Table {
  const names = columnNames(rows[head]!.cells);
  const cellOf = (line: number, value: string, i: number): Cell => ({
    value: value.trim(),
    at: { file, line, column: i + 1 },
  });
  const header = names.map((name, i) => cellOf(rows[head]!.line, name, i));
  const problems: Problem[] = [];
  const below = rows.slice(head + 1).map(({ line, cells, broken }) => {
    const row = new Map<string, Cell>();
    const stray = cells.findIndex((value, i) => value.trim() !== '' && !names[i]);
    const why = broken ?? (stray < 0 ? undefined : phrase('row-unnamed', { n: stray + 1 }));
    if (why !== undefined) problems.push(finding('error', 'csv-syntax/row', { why }, { at: { file, line } }));
    for (const [i, value] of cells.entries())
      if (value.trim() !== '' && names[i]) row.set(names[i], cellOf(line, value, i));
    return row;
  });
  if (problems.length > 0) throw new ProblemError(problems);
  return { delimiter: '\t', header: header.filter(({ value }) => value !== ''), rows: below };
}

/** What stands in a sheet, each row in the line of its number, so that what is looked for in texts is found there. */
function textOf({ rows }: Sheet): string {
  const lines: string[] = [];
  for (const { line, cells } of rows) {
    if (line - 1 - lines.length < 10_000) while (lines.length < line - 1) lines.push('');
    lines.push(cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t'));
  }
  return `${lines.join('\n')}\n`;
}
