import { type SentLetter, sentLetter } from '../model/outbox.ts';
import type { Problem } from '../problems.ts';
import type { LocatedFile } from '../read/source.ts';
import { checkList } from './appeal.ts';

/** A row of the outbox, and its line in the file. */
export interface OutboxRow {
  readonly value: SentLetter;
  readonly line: number;
}

/** Checks what was noted as sent; of a row that is wrong nothing is taken. */
export function checkOutbox(file: LocatedFile | undefined): { rows: OutboxRow[]; problems: Problem[] } {
  if (!file) return { rows: [], problems: [] };
  const { list, problems } = checkList<SentLetter>(sentLetter, file.data, file, []);
  const rows = list.items.map(({ value, path }) => ({ value, line: file.locate(path).line ?? 1 }));
  return { rows, problems };
}
