import { append } from '../model/append.ts';
import type { Listing } from '../model/packed.ts';
import { FOLLOW_UP, type Job } from '../plan/jobs.ts';
import type { Plan } from '../plan/planned.ts';
import { hasErrors, type Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import { isPlain, removeEmptyFolders, removeOutput } from '../write/files.ts';
import { whileLocked } from '../write/lock.ts';
import { openStaging, type Staging } from '../write/staging.ts';
import { hashOutput } from '../write/there.ts';
import { pastEditions } from './editions.ts';
import { JOURNAL, noteInJournal, readJournal } from './journal.ts';
import { indexKnown, isFailing, type KnownFiles, type Made, type Maker, type MakeSettings } from './make.ts';
import {
  changedInputs,
  damagedManifest,
  formatManifest,
  type InputChange,
  type KnownManifests,
  MANIFEST,
  type Manifest,
  readManifest,
} from './manifest.ts';
import { ManifestFiles } from './manifest-files.ts';
import { isOwnPath } from './own.ts';
import { Settling } from './settling.ts';
import type { DrawnSheet } from './thumbnails.ts';

/** What a run does besides making its files. */
export interface RunOptions<J = Job> extends Omit<MakeSettings, 'staging'> {
  /** Remove files of the manifest that the plan no longer has. */
  readonly prune?: boolean | undefined;
  /** Name of the manifest, where it isn't the whole one. */
  readonly manifest?: string | undefined;
  /** Folder of the manifest, where it doesn't lie in the output folder itself: what is published holds no record. */
  readonly records?: string | undefined;
  /** Manifests that were read already. */
  readonly manifests?: KnownManifests | undefined;
  /** Version of handbill. */
  readonly version: string;
  /** Hash of everything that a whole run starts from. */
  readonly made?: string | undefined;
  /** Who makes the files. */
  readonly workers: Workers<J>;
  /** Tells how far the run is, in documents. */
  readonly progress?: ((done: number, total: number, path: string) => void) | undefined;
  /** Where it is aborted, the run stops within a document; the next run takes what is made already. */
  readonly signal?: AbortSignal | undefined;
  /** A last look at what the files were made from, before any of them appears. */
  readonly confirm?: (() => Promise<readonly Problem[]>) | undefined;
}

/** One or more threads that make files. */
export interface Workers<J = Job> {
  readonly make: Maker<J>;
  /** Beginning of the paths of a job's files. */
  readonly baseOf: (job: J) => string;
  /** Divides jobs into those to hand over at a time; their order stays. */
  readonly divide: (jobs: Listing<J>) => Iterable<readonly J[]>;
  /** Chunks at work or waiting at any time. */
  readonly ahead: number;
}

/** Paths below the output folder, by what became of them, in the order of the plan. */
export interface RunResult {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** Edited by a person, and kept. */
  readonly kept: readonly string[];
  /** Leaflets with their thumbnails, in the order of the plan; undefined where the run didn't look at its documents. */
  readonly sheets?: readonly DrawnSheet[] | undefined;
  /** For each written file that was there before: the inputs that changed. */
  readonly changes: Readonly<Record<string, readonly InputChange[]>>;
  readonly problems: readonly Problem[];
  /** True where nothing was written because of a problem, or because the run was stopped. */
  readonly failed: boolean;
}

/** Name of the staging folder that goes with a manifest: parts of one run that share a folder don't share this. */
export function stagingName(manifest = MANIFEST): string {
  return `.${lockName(manifest)}-staging`;
}

/** Name of the lock that goes with a manifest. */
export function lockName(manifest = MANIFEST): string {
  return manifest.replace(/\.json$/, '');
}

/**
 * Makes all files of a plan into a staging folder, and then brings the output folder in line: writes what changed, and
 * nothing else. On an error, and when it is stopped, the files of the output folder stay as they were. No other process
 * writes there meanwhile.
 */
export function runPlan<J = Job>(plan: Plan<J>, options: RunOptions<J>): Promise<RunResult> {
  const { out, dry, manifest: name = MANIFEST } = options;
  if (dry) return bringInLine(plan, name, options);
  return whileLocked(out, lockName(name), () => bringInLine(plan, name, options));
}

async function bringInLine<J>(plan: Plan<J>, name: string, options: RunOptions<J>): Promise<RunResult> {
  const { out, records = out, dry, signal } = options;
  const before = await readManifest(records, name, options.manifests);
  const whole = name === MANIFEST || records !== out ? undefined : await readManifest(out);
  const staging = openStaging(out, stagingName(name));
  const result = startResult();
  const entries = new ManifestFiles(before?.files);
  const old = whole ? joinFiles(whole.files, entries) : before?.files;
  const isDamaged = !before && hashOutput(records, name) !== undefined;
  for (const problem of [...plan.problems, ...(isDamaged ? [damagedManifest(name)] : [])])
    result.problems.set(keyOf(problem), problem);
  const journal = readJournal(staging);
  const knownOf = indexKnown(options.workers.baseOf, old ?? new ManifestFiles(), journal);
  let done = 0;
  const settling = new Settling(staging);
  // What a run before had published without its manifest is known from its journal: that stays until a run is through.
  const discard = () => (dry || journal.size > 0 ? undefined : staging.remove());
  try {
    for await (const [jobs, made] of inOrder(plan.jobs, knownOf, options)) {
      takeIn(made, entries, old, result);
      const waiting = made.files.filter((file) => !dry && file.fate === 'written');
      noteInJournal(staging, waiting);
      for (const { path } of waiting) settling.add(path);
      done += jobs.length;
      options.progress?.(done, plan.jobs.length, made.files.at(-1)?.path ?? '');
    }
    if (!dry && result.written.length > 0) settling.add(JOURNAL);
    await settling.end();
    for (const problem of (await options.confirm?.()) ?? []) result.problems.set(keyOf(problem), problem);
  } catch (error) {
    discard();
    throw error;
  }
  const isBad =
    !options.survey && [...result.problems.values()].some((problem) => isFailing(problem, options));
  if (isBad && !signal?.aborted) discard();
  if (isBad || signal?.aborted) return finish(result, true);
  if (!dry) await publish(result.written, staging);
  const planned = [...result.written, ...result.unchanged, ...result.kept];
  if (options.prune) await pruneFiles(new Set(planned), entries, result, options);
  if (!dry) {
    const found = [...result.problems.values()];
    const isMade = result.kept.length === 0 && !lacksFont(found) && !hasErrors(found);
    const made = isMade ? (options.made ?? keptHash(before, entries)) : undefined;
    // Not only what this run wrote or removed: one before may have been stopped in the midst of that.
    const gone = [...(before?.files.keys() ?? [])].filter((path) => !entries.has(path));
    const editions = pastEditions(before, old, entries, [...planned, ...gone]);
    const manifest = { handbill: options.version, appeal: plan.appeal, made, editions, files: entries };
    const beside = records === out ? staging : openStaging(records, stagingName(name));
    await writeManifest(records, name, manifest, beside);
    beside.remove();
    staging.remove();
  }
  return finish(result, false);
}

/** The files of two manifests; what the second says of one goes first. */
function joinFiles(files: Manifest['files'], more: Manifest['files']): ManifestFiles {
  const all = new ManifestFiles(files);
  for (const [path, entry] of more) all.set(path, entry);
  return all;
}

/** What was left out for want of a font can be made once one is installed. */
function lacksFont(problems: readonly Problem[]): boolean {
  return problems.some(({ code }) => code === 'missing-glyph');
}

interface Gathered {
  readonly written: string[];
  readonly unchanged: string[];
  readonly removed: string[];
  readonly kept: string[];
  readonly sheets: DrawnSheet[];
  readonly changes: Record<string, readonly InputChange[]>;
  /** By what they say: thousands of letters may say the same. */
  readonly problems: Map<string, Problem>;
}

function startResult(): Gathered {
  return { written: [], unchanged: [], removed: [], kept: [], sheets: [], changes: {}, problems: new Map() };
}

function finish({ problems, ...result }: Gathered, failed: boolean): RunResult {
  const edited = failed ? [] : result.kept.map(editedFile);
  return { ...result, problems: [...problems.values(), ...edited], failed };
}

function keyOf({ code, message, at }: Problem): string {
  return JSON.stringify([code, message, at]);
}

/** Hands the jobs over chunk by chunk, no more at a time than the workers take; results come in the plan's order. */
async function* inOrder<J>(
  jobs: Listing<J>,
  knownOf: (jobs: readonly J[]) => KnownFiles,
  { workers, signal }: Pick<RunOptions<J>, 'workers' | 'signal'>,
): AsyncGenerator<[readonly J[], Made]> {
  const waiting: Promise<[readonly J[], Made]>[] = [];
  const isStopped = () => signal?.aborted === true;
  try {
    for (const chunk of workers.divide(jobs)) {
      if (isStopped()) break;
      const making = workers
        .make(chunk, knownOf(chunk), isStopped)
        .then((made): [readonly J[], Made] => [chunk, made]);
      making.catch(() => undefined); // It is told when its turn comes.
      waiting.push(making);
      if (waiting.length >= workers.ahead) yield await waiting.shift()!;
    }
    for (const making of waiting) yield await making;
  } finally {
    // Nothing is written any more once this ends, however it ends.
    await Promise.allSettled(waiting);
  }
}

function takeIn(
  { files, problems, sheets }: Made,
  entries: ManifestFiles,
  before: Manifest['files'] | undefined,
  result: Gathered,
): void {
  for (const problem of problems) result.problems.set(keyOf(problem), problem);
  append(result.sheets, sheets ?? []);
  for (const { path, fate, sha256, inputs, letters, isTold } of files) {
    result[fate].push(path);
    if (fate === 'kept') continue;
    if (!isOwnPath(path)) throw new Error(`${path} is no name that a manifest is believed`);
    const old = fate === 'written' ? before?.get(path) : undefined;
    if (old) result.changes[path] = changedInputs(old.inputs, inputs);
    entries.set(path, { sha256, inputs, letters, isTold });
  }
}

/** Moves files to their places, with a breath now and then. */
async function publish(paths: readonly string[], staging: Staging): Promise<void> {
  for (const [i, path] of paths.entries()) {
    staging.publish(path);
    await breathe(i);
  }
}

/** Lets Ctrl-C have its turn now and then. */
export async function breathe(i: number): Promise<void> {
  if (i % 256 === 255) await new Promise((resolve) => setImmediate(resolve));
}

/** A part made anew leaves the last whole run's hash in place if it changed nothing. */
function keptHash(before: Manifest | undefined, files: Manifest['files']): string | undefined {
  if (before?.made === undefined || before.files.size !== files.size) return undefined;
  const isSame = [...files].every(([path, { sha256, inputs }]) => {
    const old = before.files.get(path);
    return old?.sha256 === sha256 && changedInputs(old.inputs, inputs).length === 0;
  });
  return isSame ? before.made : undefined;
}

/** True for a letter that asks after another: a whole run makes none, and takes none away. */
function isFollowUp(path: string): boolean {
  return path.startsWith('letters/') && path.split('.')[1] === FOLLOW_UP;
}

/** Removes files that were written for targets or languages that are gone; edited ones stay. */
async function pruneFiles(
  planned: ReadonlySet<string>,
  entries: ManifestFiles,
  result: Gathered,
  { out, dry, force }: Pick<RunOptions, 'out' | 'dry' | 'force'>,
): Promise<void> {
  const gone = [...entries]
    .filter(([path]) => !planned.has(path) && !isFollowUp(path))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const emptied: string[] = [];
  for (const [i, [path, entry]] of gone.entries()) {
    await breathe(i);
    const there = hashOutput(out, path);
    if (there !== undefined && ((there !== entry.sha256 && !force) || !isPlain(out, path))) {
      result.kept.push(path);
      continue;
    }
    entries.delete(path);
    emptied.push(path);
    if (there === undefined) continue;
    result.removed.push(path);
    if (!dry) await removeOutput(out, path);
  }
  // Also of files that were removed before: a run may have ended between them and their folders.
  if (!dry) await removeEmptyFolders(out, emptied);
}

/** Writes the manifest if it is another one than before; one that names no file is removed. */
async function writeManifest(out: string, name: string, manifest: Manifest, staging: Staging): Promise<void> {
  if (manifest.files.size === 0) return removeOutput(out, name);
  const made = staging.writePieces(name, formatManifest(manifest));
  if (hashOutput(out, name) !== made) staging.publish(name);
}

/** A file that is left alone because somebody edited it. */
export function editedFile(path: string): Problem {
  return finding('warning', 'edited-file', { path });
}
