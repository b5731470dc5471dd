import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readOutput, removeOutput } from '../write/files.ts';

const JOURNAL = '.handbill-journal';

/**
 * Hashes of files that a run was about to write, kept until its manifest stands.
 * After a run that was killed they tell handbill's own files from those that a person edited.
 */
export async function readJournal(folder: string): Promise<ReadonlySet<string>> {
  const bytes = await readOutput(folder, JOURNAL);
  return new Set(bytes ? new TextDecoder().decode(bytes).split('\n') : []);
}

/** Notes a file before it is written. */
export async function noteInJournal(folder: string, path: string, sha256: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await appendFile(join(folder, JOURNAL), `${journalLine(path, sha256)}\n`);
}

/** One line of the journal. */
export function journalLine(path: string, sha256: string): string {
  return `${sha256} ${path}`;
}

/** Drops the journal once the manifest tells the same. */
export async function removeJournal(folder: string): Promise<void> {
  await removeOutput(folder, JOURNAL);
}
