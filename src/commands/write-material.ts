import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { MakeSettings } from '../batch/make.ts';
import { findUpToDate } from '../batch/manifest.ts';
import { type CoverSheets, gatherRuns } from '../batch/print-runs.ts';
import { type RunOptions, type RunResult, runPlan, stagingName } from '../batch/run.ts';
import { manifestName, type Shard } from '../batch/shards.ts';
import { countThreads, workAlone, workOnRuns, workTogether } from '../batch/workers.ts';
import { isEnded } from '../model/appeal.ts';
import { hashRun } from '../plan/inputs.ts';
import { listJobs } from '../plan/list-jobs.ts';
import type { PaperNeed } from '../plan/paper.ts';
import { locateProblems, planDataOf, planMaterial } from '../plan/plan.ts';
import type { LayoutMemory, Plan, PlanData, PlanInput } from '../plan/planned.ts';
import { hasErrors, type Problem } from '../problems.ts';
import { findChanged } from '../read/changed.ts';
import { columnsOf, type Io, textsFor } from '../terminal/io.ts';
import { startProgress } from '../terminal/progress.ts';
import { fileFrom } from '../terminal/report.ts';
import { finding } from '../wordings.ts';
import { closeOff, daysLeft, isClosed } from './deadline.ts';
import type { MaterialOptions } from './material.ts';
import { outFolder } from './out-folder.ts';
import type { Outcome } from './outcome.ts';
import { type Prepared, prepareFor } from './plan.ts';
import { describeSending, type Sending, sendingOf, textlessOf, unpostableOf } from './sending.ts';
import { shardOf } from './shard.ts';
import { shellQuoted } from './shell-quoted.ts';
import { describeChanges, summarise } from './summary.ts';

/** What a run came to. */
interface MaterialRun {
  readonly problems: readonly Problem[];
  /** Name of the output folder for people. */
  readonly out: string;
  /** Undefined where problems kept it from doing anything. */
  readonly result?: RunResult | undefined;
  /** What it was made from. */
  readonly input?: PlanInput | undefined;
  /** How its letters can be sent. */
  readonly sending?: Sending | undefined;
  /** What printing its letters takes, where many sign. */
  readonly paper?: PaperNeed | undefined;
}

/** Plans and writes letters, leaflets, or (`undefined`) all that the appeal asks for, and tells what became of it. */
export async function writeMaterial(
  io: Io,
  options: MaterialOptions,
  named: string | undefined,
  materials: readonly ('letter' | 'leaflet')[] | undefined,
  layouts?: LayoutMemory,
): Promise<Outcome> {
  return describeRun(io, options, await runMaterial(io, options, named, materials, layouts));
}

/**
 * Plans and writes letters, leaflets, or (`undefined`) all that the appeal asks for. Nothing is written on an error;
 * nothing is planned where all is as the last whole run left it. With `layouts` it keeps to one thread, which remembers.
 */
export async function runMaterial(
  io: Io,
  given: MaterialOptions,
  named: string | undefined,
  materials: readonly ('letter' | 'leaflet')[] | undefined,
  layouts?: LayoutMemory,
): Promise<MaterialRun> {
  const shard = shardOf(io, given.shard);
  const { options, ...prepared } = await prepareAsking(io, given, named, materials, shard);
  const { input } = prepared;
  const { lang, format, paper, up, fold, largePrint } = options;
  const narrowed = lang || format || paper || up !== undefined || fold || largePrint;
  const isWhole = materials === undefined && !narrowed;
  const out = outFolder(io, options.out, named);
  const name = fileFrom(io.cwd, out);
  const made = input && isWhole ? hashRun(input) : undefined;
  const current =
    made &&
    !options.strict &&
    !(input && (isClosed(input, options.force) || isEnded(input.campaign.appeal.state)))
      ? await findUpToDate(out, made, manifestName(shard), options.records)
      : undefined;
  if (input && current) {
    const result = { ...NOTHING, unchanged: current };
    const { jobs } = listJobs(input.campaign, input.selection, input.members?.list);
    return { problems: prepared.problems, out: name, input, result, sending: sendingOf(jobs, input) };
  }
  if (!input) return { problems: prepared.problems, out: name };
  const plan = planMaterial(input);
  // An appeal that calls nobody any more still has thanks, a page that says so, and a status of what hangs.
  const { isAtRest } = input.campaign;
  const mayBeEmpty = isAtRest && (options.survey || options.records !== undefined);
  const hasThanks = isAtRest && plan.jobs.length > 0;
  if (!mayBeEmpty && !hasThanks && isClosed(input, options.force))
    return { problems: closeOff(prepared.problems), out: name };
  const problems = [...prepared.problems, ...plan.problems];
  if (plan.jobs.length === 0 && !shard && !mayBeEmpty)
    return { problems: [...problems, nothingToDo()], out: name };
  const paperNeed = await tellPaper(io, options, plan, input);
  const { progress, end } = startProgress(io);
  const signal = io.interrupt?.();
  const manifest = manifestName(shard);
  const settings = {
    out,
    staging: stagingName(manifest),
    force: options.force,
    dry: isDry(options),
    strict: options.strict,
    survey: options.survey,
  };
  const run = {
    ...settings,
    made,
    prune: isWhole,
    manifest,
    records: options.records,
    version: input.version,
    progress: options.quiet ? undefined : progress,
    signal,
    confirm: () => findChangedInputs(input),
  };
  const all = { ...plan, problems };
  const result = await (options.combine === undefined
    ? runOnThreads(all, input, settings, run, options.workers, layouts)
    : runPlan(
        { ...all, jobs: gatherRuns(plan.jobs) },
        { ...run, workers: workOnRuns(input, input.fonts, await coversFor(io, options, input), settings) },
      )
  ).finally(end);
  const told = locateProblems(result.problems, input);
  if (signal?.aborted) return { problems: [...told, interrupted()], out: name };
  if (!result.failed && !isDry(options)) told.push(...(await giveBackFaulty(io, options, input)));
  return {
    problems: told,
    out: name,
    input,
    result: result.failed ? undefined : result,
    sending: sendingOf(plan.jobs, input),
    paper: paperNeed,
  };
}

/** Reads and checks what a run needs; asks where a list of those who sign leaves something open and somebody is there. */
async function prepareAsking(
  io: Io,
  given: MaterialOptions,
  named: string | undefined,
  materials: readonly ('letter' | 'leaflet')[] | undefined,
  shard: Shard | undefined,
): Promise<Prepared & { readonly options: MaterialOptions }> {
  const hasList = given.senders !== undefined || given.signatories !== undefined;
  let options = hasList ? await (await import('./ask-senders.ts')).askSenderColumns(io, given) : given;
  let prepared = await prepareFor(io, options, named, materials, shard);
  if (!prepared.input) {
    const { askTableColumns } = await import('./ask-tables.ts');
    const told = await askTableColumns(io, options, named);
    if (told !== options) prepared = await prepareFor(io, told, named, materials, shard);
    options = told;
  }
  if (hasList && !prepared.input) {
    const { agreesToSkip } = await import('./ask-senders.ts');
    if (await agreesToSkip(io, options, prepared.problems)) {
      options = { ...options, skipFaulty: true };
      prepared = await prepareFor(io, options, named, materials, shard);
    }
  }
  if (prepared.input && !isDry(options)) await keepSaid(io, options, named);
  return { options, ...prepared };
}

/** Keeps what was said of columns, for the next time. */
async function keepSaid(io: Io, options: MaterialOptions, named: string | undefined): Promise<void> {
  if (!options.map) return;
  const { keepTableColumns } = await import('./ask-tables.ts');
  await keepTableColumns(io, options, named);
  if (options.senders === undefined && options.signatories === undefined) return;
  const { keepSenderColumns } = await import('./ask-senders.ts');
  await keepSenderColumns(io, options);
}

/** The sheets on top of print runs, in the language of whoever prints them. */
async function coversFor(
  io: Io,
  { combine, paperWeight }: MaterialOptions,
  planData: PlanData,
): Promise<CoverSheets> {
  const [{ PAPER_WEIGHT }, { describeRun }] = await Promise.all([
    import('../plan/paper.ts'),
    import('./cover-sheet.ts'),
  ]);
  const duplex = combine === 'duplex';
  const use = { weight: paperWeight ?? PAPER_WEIGHT, duplex };
  return { use, planData, describe: (facts) => describeRun(facts, duplex, textsFor(io)) };
}

/** Says what printing the letters of many senders takes, before the first is made. */
async function tellPaper(
  io: Io,
  { combine, paperWeight, quiet, json }: MaterialOptions,
  { jobs, problems }: Plan,
  input: PlanInput,
): Promise<PaperNeed | undefined> {
  if (!input.members || hasErrors(problems) || (quiet && !json)) return undefined;
  const [{ countPaper, PAPER_WEIGHT }, { describePaper }] = await Promise.all([
    import('../plan/paper.ts'),
    import('./describe-paper.ts'),
  ]);
  const weight = paperWeight ?? PAPER_WEIGHT;
  const use = { weight, duplex: combine === 'duplex' };
  const formats = combine === undefined ? input.settings.formats : (['pdf'] as const);
  const planData = { ...planDataOf(input), settings: { ...input.settings, formats } };
  const need = countPaper(jobs, planData, input.fonts, use);
  if (need && !json) io.stderr.write(describePaper(need, weight, columnsOf(io), textsFor(io)));
  return need;
}

/** Makes every file of a plan, on as many threads as pay. */
async function runOnThreads(
  plan: Plan,
  input: PlanInput,
  settings: MakeSettings,
  run: Omit<RunOptions, 'workers'>,
  wanted: number | undefined,
  layouts: LayoutMemory | undefined,
): Promise<RunResult> {
  const threads = layouts ? 1 : countThreads(plan.jobs.length, availableParallelism(), wanted);
  if (threads === 1)
    return runPlan(plan, { ...run, workers: workAlone(input, input.fonts, settings, layouts) });
  const { end, ...workers } = await workTogether(
    threads,
    planDataOf(input),
    input.fonts,
    settings,
    run.signal,
  );
  return runPlan(plan, { ...run, workers }).finally(end);
}

/** Rows of the list of senders that got no letter, beside it, to be mended and given again. */
async function giveBackFaulty(
  io: Io,
  { senders = '' }: MaterialOptions,
  { members }: PlanInput,
): Promise<Problem[]> {
  if (!members || members.faulty.length === 0) return [];
  const { RejectedFile } = await import('../import/rejected.ts');
  const path = `${resolve(io.cwd, senders)}.rejected.csv`;
  const file = new RejectedFile(path, members.columns);
  for (const { row, reasons } of members.faulty)
    file.add({ line: row.line, what: 'row', value: '', reason: reasons.join(' ') }, row.cells);
  file.publish();
  const n = members.faulty.length;
  const values = { n, file: fileFrom(io.cwd, path), given: shellQuoted(fileFrom(io.cwd, path)) };
  return [finding('warning', n === 1 ? 'missing-value/row' : 'missing-value/rows', values)];
}

/** Data that was saved while the files were made: half of them might be of the old, or of half a file. */
async function findChangedInputs({ files, wordFiles }: PlanInput): Promise<Problem[]> {
  const { head, facts, contacts, events, corrections } = files;
  const parts = [head, facts, contacts, events, corrections].filter((file) => file !== undefined);
  const changed = await findChanged([...parts, ...(files.kept ?? []), ...wordFiles]);
  return changed.map(({ file }) => finding('error', 'input-changed/file', {}, { at: { file } }));
}

const NOTHING: RunResult = {
  written: [],
  unchanged: [],
  removed: [],
  kept: [],
  changes: {},
  problems: [],
  failed: false,
};

function isDry({ check, dryRun }: MaterialOptions): boolean {
  return check === true || dryRun === true;
}

/** What became of a run, for people and for programs. */
export function describeRun(
  io: Io,
  options: MaterialOptions,
  { problems, out, result, input, sending, paper }: MaterialRun,
): Outcome {
  if (!result) return { problems };
  const texts = textsFor(io);
  const { written, unchanged, removed, kept } = result;
  const deadline = input && daysLeft(input);
  const changes = Object.fromEntries(
    Object.entries(result.changes).map(([path, inputs]) => [path, inputs.map(({ name }) => name)]),
  );
  return {
    problems,
    data: { out, written, unchanged, removed, kept, changes, letters: sending?.letters, paper },
    failed: options.check && isOutOfDate(result),
    summary: isDry(options)
      ? describeChanges(result, texts)
      : summarise(
          result,
          out,
          texts,
          sending ? describeSending(sending, columnsOf(io), texts) : [],
          options.channel,
          deadline,
          sending && unpostableOf(sending),
          sending && textlessOf(sending),
        ),
  };
}

function isOutOfDate({ written, removed }: RunResult): boolean {
  return written.length > 0 || removed.length > 0;
}

function interrupted(): Problem {
  return finding('error', 'interrupted', {});
}

function nothingToDo() {
  return finding('error', 'nothing-to-do/document', {});
}
