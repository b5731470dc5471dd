import { dirname, resolve } from 'node:path';
import {
  type KeptFor,
  keptFile,
  parseKept,
  readKept,
  readKeptFile,
  type Said,
} from '../read/kept-columns.ts';
import type { Io } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { changeFolder } from '../write/change.ts';
import { suggestFrom, UsageError } from './usage.ts';

/** What was said earlier of the columns of a list. Throws UsageError where a person wrote a field there that isn't one. */
export async function recallColumns<Field extends string>(
  io: Io,
  list: string,
  use: KeptFor,
  fields: readonly Field[],
  isField = (name: string): name is Field => (fields as readonly string[]).includes(name),
): Promise<{ named: ReadonlyMap<string, Field>; leftOut: ReadonlySet<string>; sheet?: string | undefined }> {
  const { columns: kept, sheet } = await readKept(resolve(io.cwd, list), use);
  const named = new Map<string, Field>();
  const leftOut = new Set<string>();
  for (const [column, field] of kept) {
    if (field === '') leftOut.add(column);
    else if (isField(field)) named.set(column, field);
    else {
      const file = fileFrom(io.cwd, keptFile(resolve(io.cwd, list)));
      throw new UsageError(
        `${file}: there is no field ${JSON.stringify(field)}. ${suggestFrom(field, fields)}`.trim(),
      );
    }
  }
  return { named, leftOut, sheet };
}

/** Keeps what was said of a list beside it, for the next time; what was said earlier of other columns stays. */
export async function keepColumns(list: string, use: KeptFor, { columns, sheet }: Said): Promise<void> {
  if (columns.size === 0 && sheet === undefined) return;
  const file = keptFile(list);
  await changeFolder(dirname(list), async (publish) => {
    const source = await readKeptFile(list);
    const { sheets, ...all } = source ? parseKept(source) : {};
    const named = sheet === undefined ? sheets : { ...sheets, [use]: sheet };
    const kept = {
      ...all,
      ...(columns.size > 0 ? { [use]: { ...all[use], ...Object.fromEntries(columns) } } : {}),
      ...(named ? { sheets: named } : {}),
    };
    const text = `${JSON.stringify(kept, null, 2)}\n`;
    if (text === `${JSON.stringify({ ...all, ...(sheets ? { sheets } : {}) }, null, 2)}\n`) return;
    publish(new Map([[file, text]]), [{ file, sha256: source?.sha256 }]);
  });
}
