import type { Plan, PlannedFile } from '../plan/plan.ts';
import type { Problem } from '../problems.ts';
import { hashOf, readOutput, removeOutput, writeOutput } from '../write/files.ts';
import { journalLine, noteInJournal, readJournal, removeJournal } from './journal.ts';
import {
  formatManifest,
  MANIFEST,
  type Manifest,
  type ManifestEntry,
  readManifest,
  sameInputs,
} from './manifest.ts';

export interface RunOptions {
  /** Absolute path of the output folder. */
  readonly out: string;
  /** Overwrite files that somebody has edited since. */
  readonly force?: boolean | undefined;
  /** Remove files of the manifest that the plan no longer has. */
  readonly prune?: boolean | undefined;
  /** Version of handbill. */
  readonly version: string;
  /** Turns a planned file into its bytes. */
  readonly render: (file: PlannedFile) => Promise<Uint8Array>;
  /** Tells how far the run is. */
  readonly progress?: ((done: number, total: number, path: string) => void) | undefined;
}

/** Paths below the output folder, by what became of them, in the order of the plan. */
export interface RunResult {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** Edited by a person, and kept. */
  readonly kept: readonly string[];
  readonly problems: readonly Problem[];
}

/** Brings an output folder in line with a plan that has no errors: writes what changed, and nothing else. */
export async function writePlan(plan: Plan, options: RunOptions): Promise<RunResult> {
  const { out } = options;
  const before = await readManifest(out);
  const journal = await readJournal(out);
  const result = { written: [], unchanged: [], removed: [], kept: [] } as Record<Fate, string[]>;
  const entries: Record<string, ManifestEntry> = { ...before?.files };
  for (const [i, file] of plan.files.entries()) {
    options.progress?.(i, plan.files.length, file.path);
    const { fate, entry } = await bringUpToDate(file, before?.files[file.path], journal, options);
    result[fate].push(file.path);
    if (entry) entries[file.path] = entry;
  }
  if (options.prune) await pruneFiles(plan, entries, result, options);
  const manifest: Manifest = { handbill: options.version, appeal: plan.appeal, files: entries };
  await writeManifest(out, manifest);
  await removeJournal(out);
  return { ...result, problems: result.kept.map(editedFile) };
}

type Fate = 'written' | 'unchanged' | 'removed' | 'kept';

async function bringUpToDate(
  file: PlannedFile,
  before: ManifestEntry | undefined,
  journal: ReadonlySet<string>,
  { out, force, render }: RunOptions,
): Promise<{ fate: Fate; entry?: ManifestEntry | undefined }> {
  const there = await readOutput(out, file.path);
  const found = there && hashOf(there);
  if (before && found === before.sha256 && sameInputs(before.inputs, file.inputs)) {
    return { fate: 'unchanged', entry: before };
  }
  const content = await render(file);
  const entry = { sha256: hashOf(content), inputs: file.inputs };
  if (found === entry.sha256) return { fate: 'unchanged', entry };
  const isOurs =
    found === undefined || found === before?.sha256 || journal.has(journalLine(file.path, found));
  if (!isOurs && !force) return { fate: 'kept', entry: before };
  await noteInJournal(out, file.path, entry.sha256);
  await writeOutput(out, file.path, content);
  return { fate: 'written', entry };
}

/** Removes files that were written for targets or languages that are gone; edited ones stay. */
async function pruneFiles(
  plan: Plan,
  entries: Record<string, ManifestEntry>,
  result: Record<Fate, string[]>,
  { out, force }: RunOptions,
): Promise<void> {
  const planned = new Set(plan.files.map((file) => file.path));
  for (const path of Object.keys(entries)
    .filter((p) => !planned.has(p))
    .sort()) {
    const there = await readOutput(out, path);
    if (there && hashOf(there) !== entries[path]!.sha256 && !force) {
      result.kept.push(path);
      continue;
    }
    if (there) {
      await removeOutput(out, path);
      result.removed.push(path);
    }
    delete entries[path];
  }
}

async function writeManifest(out: string, manifest: Manifest): Promise<void> {
  const text = formatManifest(manifest);
  const there = await readOutput(out, MANIFEST);
  if (!there || new TextDecoder().decode(there) !== text) await writeOutput(out, MANIFEST, text);
}

function editedFile(path: string): Problem {
  return {
    severity: 'warning',
    code: 'edited-file',
    message: `${path} was edited since handbill wrote it, or wasn't written by handbill: it is kept as it is.`,
    hint: 'To have it written anew, delete it or add --force.',
  };
}
