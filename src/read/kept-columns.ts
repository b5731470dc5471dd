import { existsSync } from 'node:fs';
import { TABLE_PARTS, type TablePart } from '../model/part-columns.ts';
import { isObject } from '../model/value-at.ts';
import { readSource, type SourceText } from './source.ts';
import { parseStructured } from './structured.ts';

/** What a list is read for: those who sign, contacts from elsewhere, or a part of an appeal. */
export type KeptFor = 'contacts' | 'senders' | TablePart;

const USES: readonly KeptFor[] = ['senders', ...TABLE_PARTS];

/** Field by column, as somebody said it earlier; `''` for a column that nothing is needed of. */
export type KeptColumns = ReadonlyMap<string, string>;

/** What was said of a table: the field of its columns, and which sheet of a spreadsheet it is. */
export interface Said {
  readonly columns: KeptColumns;
  readonly sheet?: string | undefined;
}

/** All that is kept beside a list, for each thing that it is read for. */
type AllKept = Partial<Record<KeptFor, Readonly<Record<string, string>>>> & {
  readonly sheets?: Readonly<Record<string, string>>;
};

/** The file beside a list that keeps what was said of its columns: names of columns alone, nothing of its rows. */
export function keptFile(list: string): string {
  return `${list}.columns.json`;
}

/** What was said earlier of the columns of a list, for each thing that it is read for. Throws ProblemError. */
export async function readAllKept(list: string): Promise<AllKept> {
  const source = await readKeptFile(list);
  return source ? parseKept(source) : {};
}

/** The same, for one of them. Throws ProblemError. */
export async function readKept(list: string, use: KeptFor): Promise<Said> {
  return saidFor(await readAllKept(list), use);
}

/** The file with what is kept beside a list, where there is one; `within` is a folder that it must lie in. Throws ProblemError. */
export async function readKeptFile(list: string, within?: string): Promise<SourceText | undefined> {
  const file = keptFile(list);
  return existsSync(file) ? readSource(file, { within }) : undefined;
}

/** What such a file says. Throws ProblemError. */
export function parseKept(source: SourceText): AllKept {
  const { data } = parseStructured(source);
  if (!isObject(data)) return {};
  const kept = [...USES, 'sheets'].flatMap((name) => {
    const columns = data[name];
    if (!isObject(columns)) return [];
    const told = Object.entries(columns).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    return [[name, Object.fromEntries(told)] as const];
  });
  return Object.fromEntries(kept);
}

/** What all that is kept says of one use. */
export function saidFor(kept: AllKept, use: KeptFor): Said {
  return { columns: new Map(Object.entries(kept[use] ?? {})), sheet: kept.sheets?.[use] };
}
