import { renderFile } from '../batch/render.ts';
import { letterLayoutFor } from '../layout/letter-layouts.ts';
import type { Campaign } from '../model/campaign.ts';
import { isMission } from '../model/contact.ts';
import type { Sender } from '../model/sender.ts';
import type { LetterJob } from '../plan/jobs.ts';
import { listJobs } from '../plan/list-jobs.ts';
import { locateProblems, startPlanner } from '../plan/plan.ts';
import type { PlanInput } from '../plan/planned.ts';
import { hasErrors, type Problem } from '../problems.ts';
import { writeOutput } from '../write/files.ts';

/**
 * The letters to the one whom somebody in this country would write to first, in all languages: the embassy that is theirs,
 * else the first target.
 */
export function lettersFrom(
  campaign: Campaign,
  country: string | undefined,
): { letters: readonly LetterJob[]; problems: readonly Problem[] } {
  const countries = country === undefined ? undefined : [country];
  const { jobs, problems } = listJobs(campaign, { materials: ['letter'], countries });
  const all = [...jobs].filter((job) => job.material === 'letter');
  const { target } = all.find((job) => isMission(job.target)) ?? all[0] ?? {};
  return { letters: all.filter((job) => job.target === target), problems };
}

/** Writes one letter as a PDF; `nameIn` makes its path below the folder of that which it has among all material. */
export async function writeLetter(
  input: PlanInput,
  letter: LetterJob,
  folder: string,
  {
    country,
    sender,
    nameIn = (path) => path,
  }: {
    /** Where the sender lives: it says which form the letter has. */
    readonly country?: string | undefined;
    readonly sender?: Sender | undefined;
    readonly nameIn?: (path: string) => string;
  },
): Promise<{ path?: string; problems: readonly Problem[] }> {
  const layout = country === undefined ? input.settings.layout : letterLayoutFor(country);
  const settings = { ...input.settings, layout, formats: ['pdf'] as const };
  const own: PlanInput = { ...input, settings, ...(sender && { sender }) };
  const { files, problems } = startPlanner(own, own.fonts)(letter);
  const told = locateProblems(problems, own);
  const [file] = files;
  if (!file || hasErrors(told)) return { problems: told };
  const path = nameIn(file.path);
  await writeOutput(folder, path, await renderFile(file, own.fonts));
  return { path, problems: told };
}
