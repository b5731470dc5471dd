import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { changeFolder } from '../write/change.ts';
import { UsageError } from './usage.ts';

/** Names of what lies in the folder of a new appeal. Throws UsageError where it holds one. */
export async function listNewFolder(path: string, name: string): Promise<readonly string[]> {
  const names = await readdir(path).catch((): string[] => []);
  if (names.some((file) => file.startsWith('appeal.')))
    throw new UsageError(`${name} holds an appeal already. Choose another folder, or edit the files there.`);
  return names;
}

/** Writes the files of a new appeal that aren't there yet; gives their names. */
export function writeNewFolder(
  path: string,
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  return changeFolder(path, async (publish) => {
    // Somebody may have written one while questions were asked.
    const there = await listNewFolder(path, name);
    const fresh = Object.entries(files).filter(([file]) => !there.includes(file));
    // The head comes last: a folder without it holds no appeal yet. What git must not see is named first.
    publish(new Map(fresh.map(([file, text]) => [join(path, file), text] as const).reverse()), []);
    return fresh.map(([file]) => file);
  });
}
