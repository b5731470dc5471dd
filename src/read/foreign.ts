import type { Encoding } from './encoding.ts';

/** One row, object or card of a list of contacts from elsewhere. */
export interface ForeignRow {
  /** Line where it begins, from 1. */
  readonly line: number;
  /** Cells by column name; empty ones are left out. */
  readonly cells: ReadonlyMap<string, string>;
  /** Why it can't be used at all. */
  readonly broken?: string | undefined;
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
  /** Reads from the start each time. Throws ProblemError. */
  readonly rows: () => AsyncIterable<ForeignRow>;
}
