import { type RunOptions, writePlan } from '../../src/batch/run.ts';
import type { Plan, PlannedFile } from '../../src/plan/plan.ts';
import { hashOf } from '../../src/write/files.ts';

export type TextPlan = Plan & { readonly texts: Record<string, string> };

/** A plan whose files' texts are told outright; their hash stands for the inputs. */
export function planOf(texts: Record<string, string>): TextPlan {
  const files = Object.entries(texts).map(([path, text]) => ({ path, inputs: { 'fact/one': hashOf(text) } }));
  return { appeal: 'test', files: files as unknown as PlannedFile[], problems: [], texts };
}

/** Writes such a plan. */
export function run(out: string, plan: TextPlan, options: Partial<RunOptions> = {}) {
  const render = async (file: PlannedFile) => new TextEncoder().encode(plan.texts[file.path]);
  return writePlan(plan, { out, version: '1.0.0', render, ...options });
}
