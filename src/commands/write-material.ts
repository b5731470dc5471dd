import { resolve } from 'node:path';
import { renderFile } from '../batch/render.ts';
import { type RunResult, writePlan } from '../batch/run.ts';
import { manifestName, type Shard } from '../batch/shards.ts';
import { hasErrors, type Problem } from '../problems.ts';
import { bundledVersion } from '../terminal/bundled.ts';
import type { Io } from '../terminal/io.ts';
import { startProgress } from '../terminal/progress.ts';
import { fileFrom } from '../terminal/report.ts';
import type { MaterialOptions } from './material.ts';
import type { Outcome } from './outcome.ts';
import { planFor } from './plan.ts';
import { describeChanges, summarise } from './summary.ts';
import { UsageError } from './usage.ts';

/** Plans and writes letters, leaflets, or (`undefined`) all that the appeal asks for. Nothing is written on an error. */
export async function writeMaterial(
  io: Io,
  options: MaterialOptions,
  named: string | undefined,
  materials: readonly ('letter' | 'leaflet')[] | undefined,
): Promise<Outcome> {
  const shard = shardOf(io, options.shard);
  const { plan, fonts, problems } = await planFor(io, options, named, materials, shard);
  const failing = options.strict ? problems.some((p) => p.severity !== 'notice') : hasErrors(problems);
  if (!plan || !fonts || failing) return { problems };
  if (plan.files.length === 0 && !shard) return { problems: [...problems, nothingToDo()] };
  const dry = options.check || options.dryRun;
  const out = resolve(io.cwd, options.out);
  const { progress, end } = startProgress(io);
  const signal = io.interrupt?.();
  const result = await writePlan(plan, {
    out,
    force: options.force,
    prune: isWhole(options, materials),
    dry,
    manifest: manifestName(shard),
    version: bundledVersion(),
    render: (file) => renderFile(file, fonts),
    progress: options.quiet ? undefined : progress,
    signal,
  });
  end();
  const stopped = signal?.aborted ? [interrupted()] : [];
  const { problems: found, ...paths } = result;
  return {
    problems: [...problems, ...found, ...stopped],
    data: { out: fileFrom(io.cwd, out), ...paths },
    failed: options.check && isOutOfDate(result),
    summary: dry ? describeChanges(result) : summarise(plan, result, fileFrom(io.cwd, out)),
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

/** Only a run for everything may take away what it doesn't have. */
function isWhole(options: MaterialOptions, materials: readonly string[] | undefined): boolean {
  return materials === undefined && !options.lang && !options.format && !options.paper;
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
