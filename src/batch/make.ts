import { append } from '../model/append.ts';
import { basePath, type Job } from '../plan/jobs.ts';
import type { KnownPlans } from '../plan/known-plans.ts';
import type { Inputs, PlannedFile, PlannedOutline, Planner } from '../plan/planned.ts';
import { hasErrors, type Problem, ProblemError, stopsAll } from '../problems.ts';
import { hashOf } from '../write/files.ts';
import { openStaging, type Staging } from '../write/staging.ts';
import { hashOutput } from '../write/there.ts';
import { hashOfInputs, type JournalEntry } from './journal.ts';
import { changedInputs, isPrinted, isSeen } from './manifest.ts';
import type { ManifestEntry, RunLetter } from './manifest-files.ts';
import type { DrawnSheet } from './thumbnails.ts';

/** How files are made; the same on every thread. */
export interface MakeSettings {
  /** Absolute path of the output folder. */
  readonly out: string;
  /** Name of the staging folder in it. */
  readonly staging: string;
  /** Tell what would be done, and do nothing. */
  readonly dry?: boolean | undefined;
  /** Overwrite files that somebody has edited since. */
  readonly force?: boolean | undefined;
  /** Warnings keep files from appearing, as errors do. */
  readonly strict?: boolean | undefined;
  /** A document with an error is left as it is, and the others are looked at all the same. */
  readonly survey?: boolean | undefined;
  /** Draw the first page of every leaflet as a small picture too. */
  readonly thumbnails?: boolean | undefined;
  /** The appeal brings fonts of its own, of which only pages tell whether they are used. */
  readonly hasOwnFonts?: boolean | undefined;
}

/** What is known of a file before it is made: from the manifest, and from the journal of a run that was stopped. */
interface Known {
  readonly entry?: ManifestEntry | undefined;
  readonly staged?: JournalEntry | undefined;
}

/** By path, for the files of some jobs. */
export type KnownFiles = ReadonlyMap<string, Known>;

/** What became of a file: `written` ones wait in the staging folder. */
export interface MadeFile {
  readonly path: string;
  readonly fate: 'written' | 'unchanged' | 'kept';
  readonly sha256: string;
  readonly inputs: Inputs;
  /** Of a print run. */
  readonly letters?: readonly RunLetter[] | undefined;
  readonly isTold?: true | undefined;
}

/** What became of some jobs, in their order. */
export interface Made {
  readonly files: readonly MadeFile[];
  readonly problems: readonly Problem[];
  /** Leaflets with their thumbnails, where these are wanted. */
  readonly sheets?: readonly DrawnSheet[] | undefined;
}

/** Makes the files of some jobs, and stops between two of them where it is told to. */
export type Maker<J = Job> = (
  jobs: readonly J[],
  known: KnownFiles,
  isStopped: () => boolean,
) => Promise<Made>;

/** Turns a planned file into its bytes. */
export type Render = (file: PlannedFile) => Promise<Uint8Array>;

/** Draws a planned file small; undefined where there is nothing to draw. */
type DrawSmall = (file: PlannedFile) => Promise<DrawnSheet | undefined>;

/**
 * A maker for one thread. After an error it goes on to look for problems, and makes no more files; but for an error of a
 * single document, of which the file stays as it was.
 */
export function startMaker(
  plan: Planner,
  render: Render,
  settings: MakeSettings,
  plans?: KnownPlans,
  draw?: DrawSmall,
): Maker {
  const staging = openStaging(settings.out, settings.staging);
  let hasFailed = false;
  return telling(async (jobs, known, isStopped) => {
    const files: MadeFile[] = [];
    const problems: Problem[] = [];
    const sheets: DrawnSheet[] = [];
    for (const job of jobs) {
      // Lets Ctrl-C and a watching terminal have their turn.
      await new Promise((resolve) => setImmediate(resolve));
      if (isStopped()) break;
      const before = plans?.recall(job);
      // What no plan is known of has changed as a rule: it is merged once, and not first to see whether it has.
      const same = plans
        ? before && keepSame(before, known, settings)
        : keepSameLetter(plan, job, known, settings);
      if (same) {
        append(files, same);
        append(problems, before?.problems ?? []);
        continue;
      }
      const surveyed = settings.survey ? survey(plan, job, known, settings) : undefined;
      const planned = surveyed ? { files: [], problems: surveyed.problems } : plan(job);
      if (!surveyed) plans?.keep(job, planned);
      append(files, surveyed?.files ?? []);
      append(problems, planned.problems);
      const isBad = planned.problems.some((problem) => isFailing(problem, settings));
      if (isBad && settings.survey) append(files, keepKnown(basePath(job), known));
      hasFailed ||= isBad && !settings.survey;
      if (isBad || hasFailed) continue;
      for (const file of planned.files) {
        const made = await makeFile(file, known.get(file.path) ?? {}, render, staging, settings);
        files.push(planned.problems.length > 0 ? { ...made, isTold: true } : made);
        const sheet = await draw?.(file);
        if (sheet) sheets.push(sheet);
      }
      if (hasErrors(planned.problems)) append(files, keepKnown(basePath(job), known, planned.files));
    }
    return { files, problems, sheets };
  });
}

/** The files of a document that all lie there as they were made last, from the same. Undefined where anything may be otherwise. */
function keepSame(
  { files, problems }: PlannedOutline,
  known: KnownFiles,
  settings: MakeSettings,
): MadeFile[] | undefined {
  if (problems.some((problem) => isFailing(problem, settings))) return undefined;
  const told = problems.length > 0 ? { isTold: true as const } : {};
  const same = files.flatMap(({ path, inputs }): MadeFile[] => {
    const { entry } = known.get(path) ?? {};
    if (!entry || changedInputs(entry.inputs, inputs).length > 0) return [];
    const isSame = hashOutput(settings.out, path) === entry.sha256;
    return isSame ? [{ ...unchanged(path, entry), ...told }] : [];
  });
  return files.length > 0 && same.length === files.length ? same : undefined;
}

/** A file that is made of what it was made of: its inputs are the same object, so that the manifest finds them at once. */
function unchanged(path: string, { sha256, inputs }: ManifestEntry): MadeFile {
  return { path, fate: 'unchanged', sha256, inputs };
}

/** The same for a letter of which nothing was told when it was made last: it isn't laid out. */
function keepSameLetter(
  plan: Planner,
  job: Job,
  known: KnownFiles,
  settings: MakeSettings,
): MadeFile[] | undefined {
  const { survey, strict, hasOwnFonts } = settings;
  if (job.material !== 'letter' || survey || strict || hasOwnFonts || known.size === 0) return undefined;
  const outline = plan(job, 'unlaid');
  const isTold = outline.files.some(({ path }) => known.get(path)?.entry?.isTold);
  return outline.problems.length > 0 || isTold ? undefined : keepSame(outline, known, settings);
}

/** The files of a letter where what it read tells all that a survey asks: it is laid out only where words have changed. */
function survey(plan: Planner, job: Job, known: KnownFiles, settings: MakeSettings): Made | undefined {
  if (job.material !== 'letter') return undefined;
  const { files, problems } = plan(job, 'unlaid');
  const found = files.map((file) => surveyFile(file, known.get(file.path) ?? {}, settings));
  const isTold = found.every((file) => file !== undefined);
  const isSound = !hasErrors(problems) && !problems.some((problem) => isFailing(problem, settings));
  return isTold && isSound ? { files: found, problems } : undefined;
}

/** What a survey says of a file without its bytes; undefined where they are to be compared. */
function surveyFile(
  { path, inputs }: Pick<PlannedFile, 'path' | 'inputs'>,
  { entry }: Known,
  { out }: Pick<MakeSettings, 'out'>,
): MadeFile | undefined {
  const sha256 = hashOutput(out, path);
  if (sha256 === undefined) return { path, fate: 'written', sha256: '', inputs };
  if (sha256 !== entry?.sha256) return undefined;
  const changes = changedInputs(entry.inputs, inputs);
  const isTold = changes.some(isPrinted) || !changes.some(isSeen);
  return isTold ? { path, fate: changes.length === 0 ? 'unchanged' : 'written', sha256, inputs } : undefined;
}

/**
 * The files of a document, or of a print run, as they were made last, but for those made now; `base` is what their paths
 * begin with.
 */
export function keepKnown(
  base: string,
  known: KnownFiles,
  now: readonly { readonly path: string }[] = [],
): MadeFile[] {
  const made = new Set(now.map(({ path }) => path));
  return [...known].flatMap(([path, { entry }]): MadeFile[] =>
    entry && path.startsWith(`${base}.`) && !made.has(path) ? [{ path, fate: 'unchanged', ...entry }] : [],
  );
}

/** A maker that returns the problems which it would throw: errors lose what they carry on their way between threads. */
export function telling<J>(make: Maker<J>): Maker<J> {
  return async (...args) => {
    try {
      return await make(...args);
    } catch (error) {
      if (error instanceof ProblemError) return { files: [], problems: error.problems };
      throw error;
    }
  };
}

/** True for a problem that keeps the run from leaving anything. */
export function isFailing(problem: Problem, { strict }: Pick<MakeSettings, 'strict'>): boolean {
  return strict === true ? problem.severity !== 'notice' : stopsAll(problem);
}

/** Makes one file, unless it is there as it would be made, or somebody has edited it. */
export async function makeFile<F extends Pick<PlannedFile, 'path' | 'inputs'>>(
  file: F,
  { entry, staged }: Known,
  render: (file: F) => Promise<Uint8Array>,
  staging: Staging,
  { out, dry, force }: MakeSettings,
): Promise<MadeFile> {
  const { path, inputs } = file;
  const found = hashOutput(out, path);
  const made = (fate: MadeFile['fate'], sha256: string): MadeFile => ({ path, fate, sha256, inputs });
  if (entry && found === entry.sha256 && changedInputs(entry.inputs, inputs).length === 0)
    return unchanged(path, entry);
  const waiting = staged && staged.inputs === hashOfInputs(inputs) ? staged : undefined;
  const content = (waiting && readStaged(staging, path, waiting)) ?? (await render(file));
  const sha256 = hashOf(content);
  if (found === sha256) return made('unchanged', sha256);
  if (found !== undefined && !force && isEdited(found, { entry, staged })) return made('kept', found);
  if (!dry) staging.write(path, content);
  return made('written', sha256);
}

const EMPTY = hashOf('');

/**
 * True for a file that somebody else wrote or changed. An empty one holds nothing to lose: it may be what is left of a file
 * that was published just before the power failed.
 */
export function isEdited(
  sha256: string,
  { entry, staged }: { entry?: Pick<ManifestEntry, 'sha256'> | undefined; staged?: JournalEntry | undefined },
): boolean {
  return sha256 !== EMPTY && sha256 !== entry?.sha256 && !staged?.all.includes(sha256);
}

/** A file that an earlier run left in the staging folder, if it is whole. */
function readStaged(staging: Staging, path: string, { sha256 }: JournalEntry): Uint8Array | undefined {
  const content = staging.read(path);
  return content && hashOf(content) === sha256 ? content : undefined;
}

/** Finds what is known of the files of a job, whose paths all begin with the same base. */
export function indexKnown<J>(
  baseOf: (job: J) => string,
  entries: ReadonlyMap<string, ManifestEntry>,
  journal: ReadonlyMap<string, JournalEntry>,
): (jobs: readonly J[]) => KnownFiles {
  const paths = [...entries.keys(), ...[...journal.keys()].filter((path) => !entries.has(path))].sort();
  return (jobs) => {
    const known = new Map<string, Known>();
    for (const job of jobs) {
      const base = `${baseOf(job)}.`;
      for (let i = firstFrom(paths, base); paths[i]?.startsWith(base); i += 1) {
        const path = paths[i]!;
        known.set(path, { entry: entries.get(path), staged: journal.get(path) });
      }
    }
    return known;
  };
}

/** Place of the first path that doesn't come before `base`. */
function firstFrom(paths: readonly string[], base: string): number {
  let [low, high] = [0, paths.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paths[middle]! < base) low = middle + 1;
    else high = middle;
  }
  return low;
}
