import type { Shard } from '../batch/shards.ts';
import type { Io } from '../terminal/io.ts';
import { UsageError } from './usage.ts';

/** The part that `--shard` names: `2/7`, or `auto` for what Slurm or Kubernetes put into the environment. */
export function shardOf({ env }: Io, option: string | undefined): Shard | undefined {
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
