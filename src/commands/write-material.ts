import { resolve } from 'node:path';
import { findUpToDate } from '../batch/manifest.ts';
import { renderFile } from '../batch/render.ts';
import { type RunResult, writePlan } from '../batch/run.ts';
import { manifestName, type Shard } from '../batch/shards.ts';
import { hashRun } from '../plan/inputs.ts';
import { hasErrors, type Problem } from '../problems.ts';
import type { Io } from '../terminal/io.ts';
import { startProgress } from '../terminal/progress.ts';
import { fileFrom } from '../terminal/report.ts';
import type { MaterialOptions } from './material.ts';
import type { Outcome } from './outcome.ts';
import { planPrepared, prepareFor } from './plan.ts';
import { describeChanges, summarise } from './summary.ts';
import { UsageError } from './usage.ts';

/**
 * Plans and writes letters, leaflets, or (`undefined`) all that the appeal asks for. Nothing is written on an error;
 * nothing is planned where all is as the last whole run left it.
 */
export async function writeMaterial(
  io: Io,
  options: MaterialOptions,
  named: string | undefined,
  materials: readonly ('letter' | 'leaflet')[] | undefined,
): Promise<Outcome> {
  const shard = shardOf(io, options.shard);
  const prepared = await prepareFor(io, options, named, materials, shard);
  const { input } = prepared;
  const { lang, format, paper, up } = options;
  const isWhole = materials === undefined && !lang && !format && !paper && up === undefined;
  const out = resolve(io.cwd, options.out);
  const name = fileFrom(io.cwd, out);
  const made = input && isWhole ? hashRun(input) : undefined;
  const current = made && !options.strict ? await findUpToDate(out, made, manifestName(shard)) : undefined;
  if (current) return describe(prepared.problems, name, { ...NOTHING, unchanged: current }, options);
  const { plan, problems } = await planPrepared(prepared);
  const failing = options.strict ? problems.some((p) => p.severity !== 'notice') : hasErrors(problems);
  if (!plan || !input || failing) return { problems };
  if (plan.files.length === 0 && !shard) return { problems: [...problems, nothingToDo()] };
  const { progress, end } = startProgress(io);
  const signal = io.interrupt?.();
  const result = await writePlan(plan, {
    out,
    made,
    force: options.force,
    prune: isWhole,
    dry: isDry(options),
    manifest: manifestName(shard),
    version: input.version,
    render: (file) => renderFile(file, input.fonts),
    progress: options.quiet ? undefined : progress,
    signal,
  });
  end();
  const stopped = signal?.aborted ? [interrupted()] : [];
  return describe([...problems, ...result.problems, ...stopped], name, result, options);
}

const NOTHING: RunResult = { written: [], unchanged: [], removed: [], kept: [], changes: {}, problems: [] };

function isDry({ check, dryRun }: MaterialOptions): boolean {
  return check === true || dryRun === true;
}

function describe(
  problems: readonly Problem[],
  out: string,
  result: RunResult,
  options: MaterialOptions,
): Outcome {
  const { problems: _, ...data } = result;
  return {
    problems,
    data: { out, ...data },
    failed: options.check && isOutOfDate(result),
    summary: isDry(options) ? describeChanges(result) : summarise(result, out),
  };
}

function isOutOfDate({ written, removed }: RunResult): boolean {
  return written.length > 0 || removed.length > 0;
}

/** The part that `--shard` names: `2/7`, or `auto` for what Slurm or Kubernetes put into the environment. */
function shardOf({ env }: Io, option: string | undefined): Shard | undefined {
  if (option === undefined) return undefined;
  const found = /^(\d{1,6})\/(\d{1,6})$/.exec(option === 'auto' ? automaticShard(env) : option);
  const [index, count] = [Number(found?.[1]), Number(found?.[2])];
  if (found && index >= 1 && index <= count) return { index, count };
  throw new UsageError(`--shard: expected a part such as 2/7, found ${JSON.stringify(option)}`);
}

function automaticShard(env: Io['env']): string {
  const slurm = Number(env.SLURM_ARRAY_TASK_ID) - Number(env.SLURM_ARRAY_TASK_MIN ?? 0) + 1;
  if (env.SLURM_ARRAY_TASK_ID) return `${slurm}/${env.SLURM_ARRAY_TASK_COUNT}`;
  if (env.JOB_COMPLETION_INDEX) return `${Number(env.JOB_COMPLETION_INDEX) + 1}/${env.JOB_COMPLETIONS}`;
  throw new UsageError('--shard auto: expected a Slurm array or an indexed Kubernetes job; neither is here');
}

function interrupted(): Problem {
  return {
    severity: 'error',
    code: 'interrupted',
    message: 'Stopped before all files were written; those that are there are whole.',
    hint: 'The same command goes on where it stopped.',
  };
}

function nothingToDo() {
  return {
    severity: 'error',
    code: 'nothing-to-do',
    message: 'No document fits this choice.',
    hint: 'See who can be written to: handbill contacts list. Leave out --lang, --kind or --country for all.',
  } as const;
}
