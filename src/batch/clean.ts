import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../problems.ts';
import { readOutput } from '../write/files.ts';
import { damagedManifest, isManifestName, readManifest } from './manifest.ts';
import { bringRecorded, LABELS, PAGES } from './recorded.ts';
import { runPlan } from './run.ts';

/** The folder of a site in an output folder. */
const SITE = 'site';

/** Paths below the output folder, by what became of them. */
export interface Cleaned {
  readonly removed: readonly string[];
  /** Edited by a person, and kept. */
  readonly kept: readonly string[];
  readonly problems: readonly Problem[];
}

/** What `clean` may do. */
export interface CleanSettings {
  /** Remove files that somebody has edited since, too. */
  readonly force?: boolean | undefined;
  /** Tell what would be removed, and remove nothing. */
  readonly dry?: boolean | undefined;
}

/**
 * Removes all that handbill wrote into a folder: what its manifests name, those of parts too, pages of a site, labels and
 * lists. Undefined where nothing tells of any.
 */
export async function cleanFolder(out: string, settings: CleanSettings): Promise<Cleaned | undefined> {
  const [here, site] = [await cleanOne(out, settings), await cleanOne(join(out, SITE), settings)];
  if (!here || !site) return here ?? (site && below(site));
  const { removed, kept, problems } = below(site);
  return {
    removed: [...here.removed, ...removed],
    kept: [...here.kept, ...kept],
    problems: [...here.problems, ...problems],
  };
}

/** Paths below the output folder of what lies in its site. */
function below({ removed, kept, problems }: Cleaned): Cleaned {
  const inSite = (paths: readonly string[]) => paths.map((path) => `${SITE}/${path}`);
  return { removed: inSite(removed), kept: inSite(kept), problems };
}

async function cleanOne(out: string, { force, dry }: CleanSettings): Promise<Cleaned | undefined> {
  const names = await readdir(out).catch((): string[] => []);
  const done: Cleaned[] = [];
  for (const name of names.filter(isManifestName).sort()) {
    const before = await readManifest(out, name);
    if (before) done.push(await removeAll(out, name, before, { force, dry }));
    else if (await readOutput(out, name))
      done.push({ removed: [], kept: [], problems: [damagedManifest(name)] });
  }
  for (const record of [PAGES, LABELS].filter((name) => names.includes(name)))
    done.push(await bringRecorded(out, [], { record, force, prune: true, dry }));
  if (done.length === 0) return undefined;
  return {
    removed: [...new Set(done.flatMap(({ removed }) => removed))],
    kept: [...new Set(done.flatMap(({ kept }) => kept))],
    problems: done.flatMap(({ problems }) => problems),
  };
}

/** A run whose plan is empty: everything that its manifest names is to go. */
async function removeAll(
  out: string,
  manifest: string,
  { appeal, handbill }: { readonly appeal: string; readonly handbill: string },
  { force, dry }: CleanSettings,
): Promise<Cleaned> {
  const nobody = () => Promise.reject(new Error('an empty plan has nothing to make'));
  return runPlan(
    { appeal, jobs: [], problems: [] },
    {
      out,
      manifest,
      prune: true,
      force,
      dry,
      version: handbill,
      crew: { make: nobody, baseOf: String, divide: () => [], ahead: 1 },
    },
  );
}
