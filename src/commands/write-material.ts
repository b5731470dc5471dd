import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { MakeSettings } from '../batch/make.ts';
import { findUpToDate, type Manifest } from '../batch/manifest.ts';
import { type CoverSheets, gatherRuns } from '../batch/print-runs.ts';
import { type RunOptions, type RunResult, runPlan, stagingName } from '../batch/run.ts';
import { manifestName, type Shard } from '../batch/shards.ts';
import { workAlone } from '../batch/work-alone.ts';
import { countCores, countThreads, workOnRuns, workTogether } from '../batch/workers.ts';
import { isEnded } from '../model/appeal.ts';
import { append } from '../model/append.ts';
import { startMemory } from '../model/memory.ts';
import { hashRun } from '../plan/inputs.ts';
import { listJobs } from '../plan/list-jobs.ts';
import type { PaperNeed } from '../plan/paper.ts';
import { locateProblems, planDataOf, planMaterial } from '../plan/plan.ts';
import type { Plan, PlanData, PlanInput, RunMemory } from '../plan/planned.ts';
import { hasErrors, type Problem } from '../problems.ts';
import { findChanged } from '../read/changed.ts';
import { columnsOf, type Io, textsFor } from '../terminal/io.ts';
import { startProgress } from '../terminal/progress.ts';
import { fileFrom } from '../terminal/report.ts';
import { finding } from '../wordings.ts';
import { closeOff, daysLeft, isClosed } from './deadline.ts';
import { type DocumentOptions, isDry } from './material.ts';
import { outFolder } from './out-folder.ts';
import type { Outcome } from './outcome.ts';
import { prepareAsking } from './prepare-asking.ts';
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
  options: DocumentOptions,
  named: string | undefined,
  materials: readonly ('letter' | 'leaflet')[] | undefined,
  memory?: RunMemory,
): Promise<Outcome> {
  return describeRun(io, options, await runMaterial(io, options, named, materials, memory));
}

/**
 * Plans and writes letters, leaflets, or (`undefined`) all that the appeal asks for. Nothing is written on an error;
 * nothing is planned where all is as the last whole run left it. With a memory it keeps to one thread.
 */
export async function runMaterial(
  io: Io,
  given: DocumentOptions,
  named: string | undefined,
  materials: readonly ('letter' | 'leaflet')[] | undefined,
  memory?: RunMemory,
): Promise<MaterialRun> {
  const shard = shardOf(io, given.shard);
  const { options, input, problems: found } = await prepareAsking(io, given, named, materials, shard);
  const { lang, format, paper, up, fold, largePrint } = options;
  const narrowed = lang || format || paper || up !== undefined || fold || largePrint;
  const isWhole = materials === undefined && !narrowed;
  const out = outFolder(io, options.out, named);
  const name = fileFrom(io.cwd, out);
  if (!input) return { problems: found, out: name };
  const made = isWhole ? hashRun(input) : undefined;
  const manifest = manifestName(shard);
  const isLate = isClosed(input, options.force) || isEnded(input.campaign.appeal.state);
  const manifests = startMemory<Manifest | undefined>(1);
  const current =
    made && !options.strict && !isLate
      ? await findUpToDate(out, made, manifest, options.records, manifests)
      : undefined;
  if (current) {
    const result = { ...NOTHING, unchanged: current };
    const { jobs } = listJobs(input.campaign, input.selection, input.members?.list);
    return { problems: found, out: name, input, result, sending: sendingOf(jobs, input) };
  }
  const plan = planMaterial(input);
  const nothing = whyNothing(plan, input, options, found, shard);
  if (nothing) return { problems: nothing, out: name };
  const paperNeed = await tellPaper(io, options, plan, input);
  const signal = io.interrupt?.();
  const all = { ...plan, problems: [...found, ...plan.problems] };
  const result = await makeAll(io, options, all, input, {
    out,
    made,
    manifest,
    manifests,
    signal,
    memory,
    prune: isWhole,
  });
  const told = locateProblems(result.problems, input);
  if (signal?.aborted) return { problems: [...told, interrupted()], out: name };
  if (!result.failed && !isDry(options)) append(told, await giveBackFaulty(io, options, input));
  return {
    problems: told,
    out: name,
    input,
    result: result.failed ? undefined : result,
    sending: sendingOf(plan.jobs, input),
    paper: paperNeed,
  };
}

/** Says why there is nothing to make, where that is so: its day has passed, or nothing is asked for. */
function whyNothing(
  { jobs, problems }: Plan,
  input: PlanInput,
  { survey, records, force }: DocumentOptions,
  found: readonly Problem[],
  shard: Shard | undefined,
): readonly Problem[] | undefined {
  // An appeal that calls nobody any more still has thanks, a page that says so, and a status of what hangs.
  const { isAtRest } = input.campaign;
  if (isAtRest && (survey || records !== undefined)) return undefined;
  const hasThanks = isAtRest && jobs.length > 0;
  if (!hasThanks && isClosed(input, force)) return closeOff(found);
  return jobs.length === 0 && !shard ? [...found, ...problems, nothingToDo()] : undefined;
}

/** Makes every file of a plan, or of its print runs, while progress is shown. */
async function makeAll(
  io: Io,
  options: DocumentOptions,
  plan: Plan,
  input: PlanInput,
  {
    memory,
    ...run
  }: Pick<RunOptions, 'out' | 'made' | 'manifest' | 'manifests' | 'signal' | 'prune'> & {
    readonly memory: RunMemory | undefined;
  },
): Promise<RunResult> {
  const { progress, end } = startProgress(io);
  const { force, strict, survey, records, quiet, thumbnails } = options;
  const made = { out: run.out, force, dry: isDry(options), strict, survey, thumbnails };
  const settings: MakeSettings = { ...made, staging: stagingName(run.manifest) };
  const running = {
    ...settings,
    ...run,
    records,
    version: input.version,
    progress: quiet ? undefined : progress,
    confirm: () => findChangedInputs(input),
  };
  const result =
    options.combine === undefined
      ? runOnThreads(plan, input, settings, running, { wanted: options.workers, memory })
      : runPlan(
          { ...plan, jobs: gatherRuns(plan.jobs) },
          {
            ...running,
            workers: workOnRuns(input, input.fonts, await coversFor(io, options, input), settings),
          },
        );
  return result.finally(end);
}

/** The sheets on top of print runs, in the language of whoever prints them. */
async function coversFor(
  io: Io,
  { combine, paperWeight }: DocumentOptions,
  planData: PlanData,
): Promise<CoverSheets> {
  const [{ PAPER_WEIGHT }, { describePrintRun }] = await Promise.all([
    import('../plan/paper.ts'),
    import('./cover-sheet.ts'),
  ]);
  const duplex = combine === 'duplex';
  const use = { weight: paperWeight ?? PAPER_WEIGHT, duplex };
  return { use, planData, describe: (facts) => describePrintRun(facts, duplex, textsFor(io)) };
}

/** Says what printing the letters of many senders takes, before the first is made. */
async function tellPaper(
  io: Io,
  { combine, paperWeight, quiet, json }: DocumentOptions,
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
  { wanted, memory }: { readonly wanted?: number | undefined; readonly memory: RunMemory | undefined },
): Promise<RunResult> {
  const threads = memory ? 1 : countThreads(plan.jobs, countCores(), wanted);
  if (threads === 1)
    return runPlan(plan, { ...run, workers: workAlone(planDataOf(input), input.fonts, settings, memory) });
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
  { senders = '' }: DocumentOptions,
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

/** Data that was saved while the files were made: half of them might be of the old, of half a file, or lack a table. */
async function findChangedInputs({ files, wordFiles }: PlanInput): Promise<Problem[]> {
  const { head, facts, contacts, events, corrections } = files;
  const parts = [head, facts, contacts, events, corrections].filter((file) => file !== undefined);
  const changed = await findChanged([...parts, ...(files.kept ?? []), ...wordFiles]);
  const come = (files.lacks ?? []).filter((file) => existsSync(file)).map((file) => ({ file }));
  return [...changed, ...come].map(({ file }) =>
    finding('error', 'input-changed/file', {}, { at: { file } }),
  );
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

/** What became of a run, for people and for programs. */
export function describeRun(
  io: Io,
  options: DocumentOptions,
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
      : summarise(result, out, texts, {
          sending: sending && describeSending(sending, columnsOf(io), texts),
          unpostable: sending && unpostableOf(sending),
          textless: sending && textlessOf(sending),
          channels: options.channel,
          deadline,
        }),
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
