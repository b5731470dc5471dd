import { resolve } from 'node:path';
import type { Shard } from '../batch/shards.ts';
import type { FontBook } from '../layout/fonts.ts';
import type { Campaign } from '../model/campaign.ts';
import { CONTACT_KINDS } from '../model/contact.ts';
import { LEAFLET_KINDS } from '../plan/jobs.ts';
import type { Plan } from '../plan/plan.ts';
import { hasErrors, type Problem } from '../problems.ts';
import { bundledVersion } from '../terminal/bundled.ts';
import type { Io } from '../terminal/io.ts';
import { loadAppeal } from './appeal.ts';
import { locateAppeal, templateFolders } from './locate.ts';
import type { MaterialOptions } from './material.ts';
import { chooseFrom } from './usage.ts';

/** What planning needs of the command line; `--out` and its kin are not among it. */
export type PlanningOptions = Omit<MaterialOptions, 'out' | 'force' | 'check' | 'dryRun' | 'shard'>;

export interface PlanResult {
  readonly plan?: Plan | undefined;
  /** Opened where there is a plan: rendering takes the same fonts. */
  readonly fonts?: FontBook | undefined;
  readonly problems: readonly Problem[];
}

/** Reads, checks, merges and lays out what the command line asks for; nothing is written. */
export async function planFor(
  io: Io,
  options: PlanningOptions,
  named: string | undefined,
  materials: readonly ('letter' | 'leaflet')[] | undefined,
  shard?: Shard,
): Promise<PlanResult> {
  const loaded = await loadAppeal(io, options, named);
  const { campaign } = loaded;
  if (!campaign || !loaded.files) return { problems: loaded.problems };
  checkChoices(campaign, options);
  const { planMaterial } = await import('../plan/plan.ts');
  const { readWording } = await import('../plan/wording.ts');
  const { openFonts } = await import('../layout/fonts.ts');
  const wording = await readWording(templateFolders(locateAppeal(io, named).path), senderPath(io, options));
  const problems = [...loaded.problems, ...wording.problems];
  if (hasErrors(problems)) return { problems };
  const fonts = await openFonts();
  const plan = planMaterial({
    campaign,
    files: loaded.files,
    ...wording,
    fonts,
    version: bundledVersion(),
    date: loaded.date,
    selection: {
      materials,
      to: options.to,
      countries: options.country,
      languages: options.lang,
      kinds: options.kind,
      shard,
    },
    formats: options.format ?? ['pdf', 'txt'],
    papers: options.paper ?? ['a4', 'a5'],
    layout: options.layout,
    ownWords: options.ownWords,
  });
  return { plan, fonts, problems: [...problems, ...plan.problems] };
}

function checkChoices(campaign: Campaign, options: PlanningOptions): void {
  const ids = campaign.contacts.map((c) => c.id);
  const kinds = [...new Set(campaign.contacts.map((c) => c.kind))];
  chooseFrom('--kind', options.kind, [...CONTACT_KINDS, ...LEAFLET_KINDS]);
  chooseFrom('--to', options.to, [...ids, ...kinds]);
  const countries = campaign.contacts.flatMap((c) => c.country ?? []);
  chooseFrom('--country', options.country, [...new Set(countries)].sort());
}

function senderPath(io: Io, { sender }: PlanningOptions): string | undefined {
  return sender === undefined ? undefined : resolve(io.cwd, sender);
}
