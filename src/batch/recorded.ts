import { LIMITS } from '../model/limits.ts';
import type { Problem } from '../problems.ts';
import { hashOf, isPlain, removeEmptyFolders, removeOutput, writeOutput } from '../write/files.ts';
import { whileLocked } from '../write/lock.ts';
import { openStaging } from '../write/staging.ts';
import { hashOutput, readOutput } from '../write/there.ts';
import { JOURNAL, noteInJournal, readJournal } from './journal.ts';
import { isEdited } from './make.ts';
import { isOwnPath } from './own.ts';
import { editedFile, lockName, stagingName } from './run.ts';

/** Name of the record of a site's pages. */
export const PAGES = 'handbill-pages.json';

/** Name of the record of labels and lists of recipients. */
export const LABELS = 'handbill-labels.json';

/** Name of the record of packs. */
export const PACKS = 'handbill-packs.json';

/** A file besides the material: its path below the output folder, with `/`. */
export interface FurtherFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

interface RecordOptions {
  /** Name of the record below the output folder: the hash of each file as it was written. */
  readonly record: string;
  /** Folder of the record, where it doesn't lie in the output folder itself: what is published holds none. */
  readonly records?: string | undefined;
  /** Overwrite files that somebody has edited since. */
  readonly force?: boolean | undefined;
  /** Remove files of the record that are no longer wanted; else they stay in it. */
  readonly prune?: boolean | undefined;
  /** Tell what would be done, and do nothing. */
  readonly dry?: boolean | undefined;
}

/** Paths by what became of them. */
interface RecordedResult {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** Edited by a person. */
  readonly kept: readonly string[];
  readonly problems: readonly Problem[];
}

const NO_INPUTS = { shared: {}, own: {} };

/** Files, all of them known or each made when it is asked for. */
type FurtherFiles = Iterable<FurtherFile> | AsyncIterable<FurtherFile>;

/**
 * Brings files that stand in no manifest in line: writes those that changed, and leaves alone what somebody has edited
 * since. All wait in a staging folder until the last is there; the record comes last. No other process writes them
 * meanwhile.
 */
export function bringRecorded(
  out: string,
  files: FurtherFiles,
  options: RecordOptions,
): Promise<RecordedResult> {
  const work = () => bringInLine(out, files, options);
  return options.dry ? work() : whileLocked(out, lockName(options.record), work);
}

async function bringInLine(
  out: string,
  files: FurtherFiles,
  { record: name, records = out, force, prune, dry }: RecordOptions,
): Promise<RecordedResult> {
  const before = await readRecord(records, name);
  const staging = openStaging(out, stagingName(name));
  const journal = readJournal(staging);
  const record = new Map(prune ? [] : before);
  const result = { written: [] as string[], unchanged: [] as string[], removed: [] as string[] };
  const kept: string[] = [];
  const isKept = (path: string, there: string) => {
    const known = before.get(path);
    const entry = known === undefined ? undefined : { sha256: known };
    return !force && isEdited(there, { entry, staged: journal.get(path) });
  };
  try {
    for await (const { path, content } of files) {
      if (!isOwnPath(path)) throw new Error(`${path} is no name that a record is believed`);
      const sha256 = hashOf(content);
      const there = hashOutput(out, path);
      if (there === sha256) result.unchanged.push(path);
      else if (there !== undefined && isKept(path, there)) {
        kept.push(path);
        record.set(path, before.get(path) ?? sha256);
        continue;
      } else {
        result.written.push(path);
        if (dry) continue;
        staging.write(path, typeof content === 'string' ? Buffer.from(content) : content);
        noteInJournal(staging, [{ path, sha256, inputs: NO_INPUTS }]);
      }
      record.set(path, sha256);
    }
    const waiting = dry ? [] : result.written;
    for (const path of waiting.length > 0 ? [...waiting, JOURNAL] : []) await staging.settle(path);
  } catch (error) {
    if (journal.size === 0 && !dry) staging.remove();
    throw error;
  }
  if (!dry) for (const path of result.written) staging.publish(path);
  for (const path of before.keys()) {
    if (record.has(path)) continue;
    const there = hashOutput(out, path);
    if (there !== undefined && (isKept(path, there) || !isPlain(out, path))) {
      kept.push(path);
      record.set(path, before.get(path)!);
    } else if (there !== undefined) {
      if (!dry) await removeOutput(out, path);
      result.removed.push(path);
    }
  }
  const told = { ...result, kept, problems: kept.map(editedFile) };
  if (dry) return told;
  await removeEmptyFolders(out, result.removed);
  await keepRecord(records, name, record);
  staging.remove();
  return told;
}

/** Writes the record where it says something else than before; one of no file is removed. */
async function keepRecord(folder: string, name: string, record: ReadonlyMap<string, string>): Promise<void> {
  if (record.size === 0) return removeOutput(folder, name);
  const inOrder = Object.fromEntries([...record].sort(([a], [b]) => (a < b ? -1 : 1)));
  const text = `${JSON.stringify(inOrder, null, 2)}\n`;
  if (hashOutput(folder, name) !== hashOf(text)) await writeOutput(folder, name, text);
}

async function readRecord(out: string, name: string): Promise<Map<string, string>> {
  const bytes = readOutput(out, name, LIMITS.manifest);
  if (!bytes) return new Map();
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return new Map(
      entries.filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string' && isOwnPath(entry[0]),
      ),
    );
  } catch {
    return new Map();
  }
}
