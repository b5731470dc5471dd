import type { Problem } from '../problems.ts';
import { hashOf, readOutput, removeOutput, writeOutput } from '../write/files.ts';
import { editedFile } from './run.ts';
import type { SiteFile } from './site.ts';

/** Name of the record of pages below the site's root: the hash of each as it was written. */
export const PAGES = 'handbill-pages.json';

/** Paths by what became of them. */
export interface PagesResult {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Brings the pages of a site in line: writes those that changed, removes those that are gone, and leaves alone what
 * somebody has edited since. The record comes last.
 */
export async function bringPages(
  out: string,
  files: readonly SiteFile[],
  force: boolean,
): Promise<PagesResult> {
  const before = await readRecord(out);
  const record = new Map<string, string>();
  const result = { written: [] as string[], unchanged: [] as string[], removed: [] as string[] };
  const kept: string[] = [];
  const isEdited = async (path: string, known: string | undefined) => {
    const there = await readOutput(out, path);
    return there !== undefined && hashOf(there) !== known;
  };
  for (const { path, content } of files) {
    const hash = hashOf(content);
    record.set(path, hash);
    const there = await readOutput(out, path);
    if (there && hashOf(there) === hash) result.unchanged.push(path);
    else if (!force && (await isEdited(path, before.get(path)))) {
      kept.push(path);
      record.set(path, before.get(path) ?? hash);
    } else {
      await writeOutput(out, path, content);
      result.written.push(path);
    }
  }
  for (const [path, hash] of before) {
    if (record.has(path)) continue;
    if (!force && (await isEdited(path, hash))) kept.push(path);
    else {
      await removeOutput(out, path);
      result.removed.push(path);
    }
  }
  const text = `${JSON.stringify(Object.fromEntries([...record].sort(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`;
  const old = await readOutput(out, PAGES);
  if (!old || new TextDecoder().decode(old) !== text) await writeOutput(out, PAGES, text);
  return { ...result, problems: kept.map(editedFile) };
}

async function readRecord(out: string): Promise<Map<string, string>> {
  const bytes = await readOutput(out, PAGES);
  if (!bytes) return new Map();
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return new Map();
  }
}
