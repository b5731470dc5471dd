import { resolve } from 'node:path';
import type { Shard } from '../batch/shards.ts';
import type { Campaign } from '../model/campaign.ts';
import { CONTACT_KINDS } from '../model/contact.ts';
import { LEAFLET_KINDS } from '../model/material.ts';
import { letterKindOf } from '../plan/jobs.ts';
import type { PlanInput } from '../plan/plan.ts';
import { hasErrors, type Problem } from '../problems.ts';
import { bundledVersion } from '../terminal/bundled.ts';
import { fontPlaces } from '../terminal/font-folders.ts';
import type { Io } from '../terminal/io.ts';
import { loadAppeal } from './appeal.ts';
import { locateAppeal, templateFolders } from './locate.ts';
import type { MaterialOptions } from './material.ts';
import { sheetsOf } from './sheets.ts';
import { checkCountries, chooseFrom, UsageError } from './usage.ts';

/** What planning needs of the command line; `--out` and its kin are not among it. */
export type PlanningOptions = Omit<MaterialOptions, 'out' | 'force' | 'check' | 'dryRun' | 'shard'>;

/** Everything that a run starts from, read and checked. */
export interface Prepared {
  /** Undefined where the data has errors. */
  readonly input?: PlanInput | undefined;
  readonly problems: readonly Problem[];
}

/** Reads and checks what the command line asks for; nothing is merged yet. */
export async function prepareFor(
  io: Io,
  options: PlanningOptions,
  named: string | undefined,
  materials: readonly ('letter' | 'leaflet')[] | undefined,
  shard?: Shard,
): Promise<Prepared> {
  const [{ readWording }, { openFonts }] = await Promise.all([
    import('../plan/wording.ts'),
    import('../layout/fonts.ts'),
  ]);
  const [loaded, wording, fonts] = await Promise.all([
    loadAppeal(io, options, named),
    readWording(templateFolders(locateAppeal(io, named).path), senderPath(io, options)),
    openFonts(fontPlaces(io, locateAppeal(io, named).path)),
  ]);
  const { campaign, files, date } = loaded;
  const problems = [...loaded.problems, ...wording.problems];
  if (campaign) checkChoices(campaign, options);
  if (!campaign || !files || hasErrors(problems)) return { problems };
  const input: PlanInput = {
    campaign,
    files,
    ...wording,
    fonts,
    version: bundledVersion(),
    date,
    selection: {
      materials,
      to: options.to,
      countries: options.country,
      city: options.city,
      all: options.all,
      languages: options.lang,
      kinds: options.kind,
      eachEvent: options.eachEvent,
      shard,
    },
    formats: options.format ?? ['pdf', 'txt'],
    papers: options.paper,
    sheets: sheetsOf(options),
    style: options.style,
    layout: options.layout,
    ownWords: options.ownWords,
  };
  return { input, problems };
}

function checkChoices(campaign: Campaign, options: PlanningOptions): void {
  const ids = campaign.contacts.map((c) => c.id);
  const kinds = [...new Set(campaign.contacts.flatMap((c) => [c.kind, letterKindOf(c.kind)]))];
  chooseFrom('--kind', options.kind, [...CONTACT_KINDS, ...LEAFLET_KINDS]);
  chooseFrom('--to', options.to, [...ids, ...kinds]);
  checkCountries('--country', options.country);
  if ((options.city !== undefined || options.all) && !options.country) {
    throw new UsageError(`${options.all ? '--all' : '--city'}: needs --country, where the senders live.`);
  }
}

function senderPath(io: Io, { sender }: PlanningOptions): string | undefined {
  return sender === undefined ? undefined : resolve(io.cwd, sender);
}
