import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OUTBOX } from '../model/outbox.ts';
import { parseTable } from './csv.ts';
import { locateTable } from './rows.ts';
import { type LocatedFile, readSource } from './source.ts';

/** What was sent of an appeal, from the file beside it; undefined where nothing was noted. Throws ProblemError. */
export async function readOutbox(folder: string): Promise<LocatedFile | undefined> {
  const path = join(folder, OUTBOX);
  if (!existsSync(path)) return undefined;
  const source = { ...(await readSource(path, { within: folder })), personal: true };
  return locateTable(source, parseTable(source), 'outbox');
}
