import { type Render, startMaker } from '../../src/batch/make.ts';
import { type RunOptions, runPlan, stagingName } from '../../src/batch/run.ts';
import { oneByOne } from '../../src/batch/workers.ts';
import { basePath, type Job, type LetterJob } from '../../src/plan/jobs.ts';
import type { Plan, PlannedFile } from '../../src/plan/planned.ts';
import type { Problem } from '../../src/problems.ts';
import { hashOf } from '../../src/write/files.ts';

export type TextPlan = Plan & { readonly texts: Record<string, string> };

/** A plan of letters whose files' texts are told outright, such as `letters/a.en.txt`; their hash stands for the inputs. */
export function planOf(texts: Record<string, string>): TextPlan {
  const jobs = Object.keys(texts).map((path) => {
    const [id, language] = path.slice('letters/'.length).split('.');
    return { material: 'letter', language, target: { id } } as LetterJob;
  });
  return { appeal: 'test', jobs, problems: [], texts };
}

interface TestOptions extends Partial<RunOptions> {
  readonly render?: Render;
  /** What is wrong with the document of this path. */
  readonly problemsOf?: (path: string) => Problem[];
}

/** Writes such a plan. */
export function run(out: string, plan: TextPlan, options: TestOptions = {}) {
  const planJob = (job: Job) => {
    const { target, language } = job as LetterJob;
    const path = `letters/${target.id}.${language}.txt`;
    const inputs = { shared: {}, own: { 'fact/one': hashOf(plan.texts[path]!) } };
    const problems = options.problemsOf?.(path) ?? [];
    const isLeftOut = problems.some(({ about }) => about?.document === path);
    return { files: isLeftOut ? [] : [{ path, inputs } as unknown as PlannedFile], problems };
  };
  const render = options.render ?? (async ({ path }) => new TextEncoder().encode(plan.texts[path]));
  const settings = { out, staging: stagingName(options.manifest), force: options.force, dry: options.dry };
  const make = startMaker(planJob, render, settings);
  const workers = { make, baseOf: basePath, divide: oneByOne<Job>, ahead: 1 };
  return runPlan(plan, { out, version: '1.0.0', workers, ...options });
}
