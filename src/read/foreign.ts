import type { Told } from '../problems.ts';
import type { Encoding } from './encoding.ts';

/** One row, object or card of a list of contacts from elsewhere. */
export interface ForeignRow {
  /** Line where it begins, from 1. */
  readonly line: number;
  /** Cells by column name; empty ones are left out. */
  readonly cells: ReadonlyMap<string, string>;
  /** Its text as it stands in a CSV file, where places within it are asked for. */
  readonly raw?: string | undefined;
  /** Why it can't be used at all. */
  readonly broken?: Told | undefined;
}

/** A list of contacts from elsewhere, ready to be read row by row. */
export interface ForeignList {
  readonly file: string;
  readonly form: 'csv' | 'json' | 'vcard' | 'spreadsheet';
  readonly encoding: Encoding;
  /** Of CSV only. */
  readonly delimiter?: string | undefined;
  /** Name of the sheet; of a spreadsheet only. */
  readonly sheet?: string | undefined;
  /** Names of the columns, each of them once. */
  readonly columns: readonly string[];
  /** Where a cell stands, by the name of its column; the row's first where it has none. */
  readonly placeOf?: (row: ForeignRow, column?: string) => { readonly line: number; readonly column: number };
  /** Reads from the start each time. Throws ProblemError. */
  readonly rows: () => AsyncIterable<ForeignRow>;
}
