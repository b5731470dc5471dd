import { existsSync } from 'node:fs';
import { isObject } from '../model/value-at.ts';
import { readSource } from './source.ts';
import { parseStructured } from './structured.ts';

/** What a list is read for. */
export type KeptFor = 'contacts' | 'senders';

/** Field by column, as somebody said it earlier; `''` for a column that nothing is needed of. */
export type KeptColumns = ReadonlyMap<string, string>;

/** The file beside a list that keeps what was said of its columns: names of columns alone, nothing of its rows. */
export function keptFile(list: string): string {
  return `${list}.columns.json`;
}

/** What was said earlier of the columns of a list, for each thing that it is read for. Throws ProblemError. */
export async function readAllKept(list: string): Promise<Partial<Record<KeptFor, Record<string, string>>>> {
  const file = keptFile(list);
  if (!existsSync(file)) return {};
  const { data } = parseStructured(await readSource(file));
  if (!isObject(data)) return {};
  const entries = (['contacts', 'senders'] as const).flatMap((use) => {
    const columns = data[use];
    if (!isObject(columns)) return [];
    const told = Object.entries(columns).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    return [[use, Object.fromEntries(told)] as const];
  });
  return Object.fromEntries(entries);
}

/** The same, for one of them. Throws ProblemError. */
export async function readKept(list: string, use: KeptFor): Promise<KeptColumns> {
  return new Map(Object.entries((await readAllKept(list))[use] ?? {}));
}
