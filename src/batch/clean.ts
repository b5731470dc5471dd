import { readdir, rmdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { append } from '../model/append.ts';
import type { Problem } from '../problems.ts';
import { isPlain, removeEmptyFolders, removeOutput } from '../write/files.ts';
import { sweepMarks, whileLocked } from '../write/lock.ts';
import { openStaging } from '../write/staging.ts';
import { sweep } from '../write/temporary.ts';
import { hashOutput } from '../write/there.ts';
import { DRAWN } from './drawn.ts';
import { readJournal } from './journal.ts';
import { damagedManifest, isManifestName, readManifest } from './manifest.ts';
import { isOwnPath } from './own.ts';
import { bringRecorded, LABELS, PACKS, PAGES } from './recorded.ts';
import { runPlan } from './run.ts';
import { SITE, siteRecords } from './site-records.ts';

/** Paths below the output folder, by what became of them. */
interface Cleaned {
  readonly removed: readonly string[];
  /** Edited by a person, and kept. */
  readonly kept: readonly string[];
  readonly problems: readonly Problem[];
}

/** What `clean` may do. */
interface CleanSettings {
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
  const site = join(out, SITE);
  const parts = [
    await cleanOne(out, out, settings),
    below(await cleanOne(site, siteRecords(out), settings)),
    // As the first versions left it: its records within it.
    below(await cleanOne(site, site, settings)),
  ].filter((part) => part !== undefined);
  if (!settings.dry) {
    if (isPlain(out, `${basename(siteRecords(out))}/${DRAWN}`)) await removeOutput(siteRecords(out), DRAWN);
    await rmdir(siteRecords(out)).catch(() => undefined);
  }
  return parts.length > 0 ? joinCleaned(parts) : undefined;
}

/** Paths below the output folder of what lies in its site. */
function below(cleaned: Cleaned | undefined): Cleaned | undefined {
  const inSite = (paths: readonly string[]) => paths.map((path) => `${SITE}/${path}`);
  return cleaned && { ...cleaned, removed: inSite(cleaned.removed), kept: inSite(cleaned.kept) };
}

function joinCleaned(parts: readonly Cleaned[]): Cleaned {
  return {
    removed: [...new Set(parts.flatMap(({ removed }) => removed))],
    kept: [...new Set(parts.flatMap(({ kept }) => kept))],
    problems: parts.flatMap(({ problems }) => problems),
  };
}

async function cleanOne(
  out: string,
  records: string,
  { force, dry }: CleanSettings,
): Promise<Cleaned | undefined> {
  const names = await readdir(records).catch((): string[] => []);
  const done: Cleaned[] = [];
  for (const name of names.filter(isManifestName).sort()) {
    const before = await readManifest(records, name);
    if (before) done.push(await removeAll({ out, records, manifest: name }, before, { force, dry }));
    else if (hashOutput(records, name) !== undefined)
      done.push({ removed: [], kept: [], problems: [damagedManifest(name)] });
  }
  for (const record of [PAGES, LABELS, PACKS].filter((name) => names.includes(name)))
    done.push(await bringRecorded(out, [], { record, records, force, prune: true, dry }));
  if (!dry) append(done, await sweepUp(out));
  return done.length > 0 ? joinCleaned(done) : undefined;
}

/**
 * Removes what stopped runs left that no manifest or record names: what waited, what their journals say they published, and
 * the marks and temporary files of dead processes.
 */
async function sweepUp(out: string): Promise<Cleaned[]> {
  const names = await readdir(out).catch((): string[] => []);
  if (names.length === 0) return [];
  sweep(out);
  await sweepMarks(out);
  const done: Cleaned[] = [];
  for (const name of names.filter((one) => STAGING.test(one))) {
    const lock = name.slice(1, -'-staging'.length);
    const removed = await whileLocked(out, lock, async () => {
      const staging = openStaging(out, name);
      const gone: string[] = [];
      for (const [path, { all }] of readJournal(staging)) {
        if (!isOwnPath(path) || !isPlain(out, path)) continue;
        const there = hashOutput(out, path);
        if (there === undefined || !all.includes(there)) continue;
        await removeOutput(out, path);
        gone.push(path);
      }
      await removeEmptyFolders(out, gone);
      staging.remove();
      return gone;
    });
    done.push({ removed, kept: [], problems: [] });
  }
  return done;
}

/** Name of a staging folder. */
const STAGING = /^\.handbill-(?:manifest(?:\.\d{1,6}-of-\d{1,6})?|pages|labels|packs?)-staging$/;

/** A run whose plan is empty: everything that its manifest names is to go. */
async function removeAll(
  place: { readonly out: string; readonly records: string; readonly manifest: string },
  { appeal, handbill }: { readonly appeal: string; readonly handbill: string },
  { force, dry }: CleanSettings,
): Promise<Cleaned> {
  const nobody = () => Promise.reject(new Error('an empty plan has nothing to make'));
  return runPlan(
    { appeal, jobs: [], problems: [] },
    {
      ...place,
      prune: true,
      force,
      dry,
      version: handbill,
      workers: { make: nobody, baseOf: String, divide: () => [], ahead: 1 },
    },
  );
}
