import type { Job } from '../plan/jobs.ts';
import { planMaterial, startPlanner } from '../plan/plan.ts';
import type { Io } from '../terminal/io.ts';
import type { CommonOptions } from './outcome.ts';
import { prepareFor } from './plan.ts';

/**
 * What keeps each document from being made in a language: items such as `fact/fact-1` that have no text in it, with the
 * documents that would print them: `letters`, `picket`.
 */
export async function documentsLacking(
  io: Io,
  { input, date }: CommonOptions & { readonly date?: string },
  named: string | undefined,
  language: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const options = { input, date, lang: [language], out: 'out' };
  const prepared = await prepareFor(io, options, named, undefined);
  if (!prepared.input) return new Map();
  const planned = startPlanner(prepared.input, prepared.input.fonts);
  const lacking = new Map<string, Set<string>>();
  for (const job of oneOfEach([...planMaterial(prepared.input).jobs])) {
    const name = job.material === 'letter' ? 'letters' : job.kind;
    for (const { code, about } of planned(job).problems) {
      if (code !== 'missing-translation' || about?.language !== language || !about.item) continue;
      lacking.set(about.item, (lacking.get(about.item) ?? new Set()).add(name));
    }
  }
  return new Map([...lacking].map(([item, names]) => [item, [...names]]));
}

/** A letter of each kind and a leaflet of each: others of it print the same texts. */
function oneOfEach(jobs: readonly Job[]): readonly Job[] {
  return [...new Map(jobs.map((job) => [`${job.material} ${job.kind}`, job])).values()];
}
