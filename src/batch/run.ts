import type { Plan, PlannedFile } from '../plan/plan.ts';
import type { Problem } from '../problems.ts';
import {
  hashOf,
  readOutput,
  removeEmptyFolders,
  removeLeftovers,
  removeOutput,
  writeOutput,
} from '../write/files.ts';
import { journalLine, noteInJournal, readJournal, removeJournal } from './journal.ts';
import {
  changedInputs,
  formatManifest,
  MANIFEST,
  type Manifest,
  type ManifestEntry,
  readManifest,
} from './manifest.ts';

export interface RunOptions {
  /** Absolute path of the output folder. */
  readonly out: string;
  /** Tell what would be done, and do nothing. */
  readonly dry?: boolean | undefined;
  /** Overwrite files that somebody has edited since. */
  readonly force?: boolean | undefined;
  /** Remove files of the manifest that the plan no longer has. */
  readonly prune?: boolean | undefined;
  /** Name of the manifest, where it isn't the whole one. */
  readonly manifest?: string | undefined;
  /** Version of handbill. */
  readonly version: string;
  /** Hash of everything that a whole run starts from. */
  readonly made?: string | undefined;
  /** Turns a planned file into its bytes. */
  readonly render: (file: PlannedFile) => Promise<Uint8Array>;
  /** Tells how far the run is, before each file. */
  readonly progress?: ((done: number, total: number, path: string) => void) | undefined;
  /** Where it is aborted, the run stops after the file at hand, and the next run goes on from there. */
  readonly signal?: AbortSignal | undefined;
}

/** Paths below the output folder, by what became of them, in the order of the plan. */
export interface RunResult {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** Edited by a person, and kept. */
  readonly kept: readonly string[];
  /** For each written file that was there before: names of the inputs that changed. */
  readonly changes: Readonly<Record<string, readonly string[]>>;
  readonly problems: readonly Problem[];
}

/** Brings an output folder in line with a plan that has no errors: writes what changed, and nothing else. */
export async function writePlan(plan: Plan, options: RunOptions): Promise<RunResult> {
  const { out, dry, manifest: name = MANIFEST } = options;
  const before = await readManifest(out, name);
  const whole = name === MANIFEST ? undefined : await readManifest(out);
  const journal = await readJournal(out);
  if (journal.size > 0 && !dry) await removeLeftovers(out);
  const result: Record<Fate, string[]> = { written: [], unchanged: [], removed: [], kept: [] };
  const changes: Record<string, string[]> = {};
  const entries = new Map(Object.entries(before?.files ?? {}));
  for (const [i, file] of plan.files.entries()) {
    if (options.signal?.aborted) break;
    options.progress?.(i, plan.files.length, file.path);
    const old = entries.get(file.path) ?? whole?.files[file.path];
    const { fate, entry } = await bringUpToDate(file, old, journal, options);
    result[fate].push(file.path);
    if (fate === 'written' && old) changes[file.path] = changedInputs(old.inputs, file.inputs);
    if (entry) entries.set(file.path, entry);
  }
  if (options.prune && !options.signal?.aborted) await pruneFiles(plan, entries, result, options);
  if (!dry) {
    const files = Object.fromEntries(entries);
    const isMade = !options.signal?.aborted && result.kept.length === 0;
    const made = isMade ? (options.made ?? keptHash(before, files)) : undefined;
    await writeManifest(out, name, { handbill: options.version, appeal: plan.appeal, made, files });
    await removeJournal(out);
  }
  return { ...result, changes, problems: result.kept.map(editedFile) };
}

/** A part made anew leaves the last whole run's hash in place if it changed nothing. */
function keptHash(before: Manifest | undefined, files: Manifest['files']): string | undefined {
  const isSame = before !== undefined && JSON.stringify(before.files) === JSON.stringify(files);
  return isSame ? before.made : undefined;
}

type Fate = 'written' | 'unchanged' | 'removed' | 'kept';

async function bringUpToDate(
  file: PlannedFile,
  before: ManifestEntry | undefined,
  journal: ReadonlySet<string>,
  { out, dry, force, render }: RunOptions,
): Promise<{ fate: Fate; entry?: ManifestEntry | undefined }> {
  const there = await readOutput(out, file.path);
  const found = there && hashOf(there);
  if (before && found === before.sha256 && changedInputs(before.inputs, file.inputs).length === 0) {
    return { fate: 'unchanged', entry: before };
  }
  const content = await render(file);
  const entry = { sha256: hashOf(content), inputs: file.inputs };
  if (found === entry.sha256) return { fate: 'unchanged', entry };
  const isOurs =
    found === undefined || found === before?.sha256 || journal.has(journalLine(file.path, found));
  if (!isOurs && !force) return { fate: 'kept', entry: before };
  if (!dry) {
    await noteInJournal(out, file.path, entry.sha256);
    await writeOutput(out, file.path, content);
  }
  return { fate: 'written', entry };
}

/** Removes files that were written for targets or languages that are gone; edited ones stay. */
async function pruneFiles(
  plan: Plan,
  entries: Map<string, ManifestEntry>,
  result: Record<Fate, string[]>,
  { out, dry, force }: RunOptions,
): Promise<void> {
  const planned = new Set(plan.files.map((file) => file.path));
  const gone = [...entries].filter(([path]) => !planned.has(path)).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [path, entry] of gone) {
    const there = await readOutput(out, path);
    if (there && hashOf(there) !== entry.sha256 && !force) {
      result.kept.push(path);
      continue;
    }
    entries.delete(path);
    if (!there) continue;
    result.removed.push(path);
    if (!dry) await removeOutput(out, path);
  }
  if (!dry) await removeEmptyFolders(out, result.removed);
}

/** Writes the manifest if it is another one than before; one that names no file is removed. */
async function writeManifest(out: string, name: string, manifest: Manifest): Promise<void> {
  if (Object.keys(manifest.files).length === 0) return removeOutput(out, name);
  const text = formatManifest(manifest);
  const there = await readOutput(out, name);
  if (!there || new TextDecoder().decode(there) !== text) await writeOutput(out, name, text);
}

function editedFile(path: string): Problem {
  return {
    severity: 'warning',
    code: 'edited-file',
    message: `${path} was edited since handbill wrote it, or wasn’t written by handbill: it is kept as it is.`,
    hint: 'To have it written anew, delete it or add --force.',
  };
}
