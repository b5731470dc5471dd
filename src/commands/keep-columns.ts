import { resolve } from 'node:path';
import { type KeptColumns, type KeptFor, keptFile, readAllKept, readKept } from '../read/kept-columns.ts';
import type { Io } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { WholeFile } from '../write/whole-file.ts';
import { suggestFrom, UsageError } from './usage.ts';

/** What was said earlier of the columns of a list. Throws UsageError where a person wrote a field there that isn't one. */
export async function recallColumns<Field extends string>(
  io: Io,
  list: string,
  use: KeptFor,
  fields: readonly Field[],
  isField = (name: string): name is Field => (fields as readonly string[]).includes(name),
): Promise<{ named: ReadonlyMap<string, Field>; leftOut: ReadonlySet<string> }> {
  const kept = await readKept(resolve(io.cwd, list), use);
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
  return { named, leftOut };
}

/** Keeps what was said of the columns of a list beside it, for the next time; what was said earlier of others stays. */
export async function keepColumns(list: string, use: KeptFor, said: KeptColumns): Promise<void> {
  if (said.size === 0) return;
  const all = await readAllKept(list);
  const kept = { ...all, [use]: { ...all[use], ...Object.fromEntries(said) } };
  const text = `${JSON.stringify(kept, null, 2)}\n`;
  if (text === `${JSON.stringify(all, null, 2)}\n`) return;
  const file = new WholeFile(keptFile(list));
  file.write(text);
  file.publish();
}
