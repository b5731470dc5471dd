import { readdir } from 'node:fs/promises';
import { refusal } from '../wordings.ts';
import { isPlain, removeOutput } from '../write/files.ts';
import { whileLocked } from '../write/lock.ts';
import { openStaging, type Staging } from '../write/staging.ts';
import { hashOutput } from '../write/there.ts';
import { pastEditions } from './editions.ts';
import { formatManifest, isManifestName, MANIFEST, type Manifest, readManifest } from './manifest.ts';
import { ManifestFiles } from './manifest-files.ts';
import { breathe, lockName, stagingName } from './run.ts';

/** A part of a plan: `index` from 1 to `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Name of the manifest of one part; the whole one's without a part. */
export function manifestName(shard: Shard | undefined): string {
  return shard ? `handbill-manifest.${shard.index}-of-${shard.count}.json` : MANIFEST;
}

/**
 * Joins the manifests of all parts in `out` to one, as a single run would have written it, and removes them. No part is
 * made meanwhile. Throws ProblemError where parts are missing, differ in their appeal, or name files that aren't there as
 * written.
 */
export async function mergeManifests(out: string): Promise<Manifest> {
  const names = (await readdir(out).catch((): string[] => [])).sort();
  const parts = names.flatMap((name) => {
    const found = /^handbill-manifest\.(\d{1,6})-of-(\d{1,6})\.json$/.exec(name);
    return found ? [{ name, index: Number(found[1]), count: Number(found[2]) }] : [];
  });
  const count = parts[0]?.count ?? 0;
  const there = new Set(parts.map(({ index }) => index));
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter((i) => !there.has(i));
  const joined = count === 0 || missing.length > 0 ? await finishJoining(out) : undefined;
  if (joined) return joined;
  if (count === 0) throw refusal('manifest-parts/none', {});
  if (parts.some((p) => p.count !== count || p.index < 1 || p.index > count)) {
    throw refusal('manifest-parts/cut', {});
  }
  if (missing.length > 0) throw refusal('manifest-parts/missing', { parts: formatParts(missing), count });
  const all = parts.map(({ name }) => name);
  return whileJoining(out, all, () => joinParts(out, all));
}

/** Does some work while neither the whole nor any of these parts is made. */
function whileJoining<T>(out: string, names: readonly string[], work: () => Promise<T>): Promise<T> {
  return whileLocked(out, [...new Set([MANIFEST, ...names])].map(lockName), work);
}

async function joinParts(out: string, names: readonly string[]): Promise<Manifest> {
  const manifests: Manifest[] = [];
  const files = new ManifestFiles();
  for (const name of names) {
    const manifest = await readManifest(out, name);
    const first = manifests[0] ?? manifest;
    if (!manifest || manifest.appeal !== first!.appeal || manifest.handbill !== first!.handbill) {
      throw refusal('manifest-parts/other', { name });
    }
    manifests.push(manifest);
  }
  for (const [i, { files: some }] of manifests.entries()) {
    for (const [path, entry] of some) {
      await breathe(files.size);
      // A link is none of its files, even if it leads to the same bytes.
      if (hashOutput(out, path) !== entry.sha256 || !isPlain(out, path)) {
        throw refusal('manifest-parts/file', { path, name: names[i]! });
      }
      files.set(path, entry);
    }
  }
  const isOneRun = manifests.every(({ made }) => made === manifests[0]!.made);
  const { handbill, appeal, made } = manifests[0]!;
  const before = await readManifest(out);
  for (const [path, entry] of before?.appeal === appeal ? before.files : []) {
    // Print runs and letters that ask again are in no part, and known by the manifest alone.
    if (!files.has(path) && hashOutput(out, path) === entry.sha256) files.set(path, entry);
  }
  const past = Object.assign({}, before?.editions, ...manifests.map(({ editions }) => editions));
  const editions = pastEditions({ ...manifests[0]!, editions: past }, undefined, files, []);
  const whole: Manifest = { handbill, appeal, made: isOneRun ? made : undefined, editions, files };
  await writeJoined(out, whole, names);
  return whole;
}

/** Writes the manifest of all parts, and removes theirs. */
async function writeJoined(out: string, whole: Manifest, names: readonly string[]): Promise<void> {
  const staging = openStaging(out, stagingName());
  try {
    staging.writePieces(JOINED, [names.join('\n')]);
    staging.writePieces(MANIFEST, formatManifest(whole));
    staging.publish(MANIFEST);
  } catch (error) {
    staging.remove();
    throw error;
  }
  await removeParts(out, names, staging);
}

/** The most runs of numbers that a message names. */
const MOST_RUNS = 8;

/** Numbers of parts, in order: `2, 4–7, 9`. */
function formatParts(parts: readonly number[]): string {
  const runs: [from: number, to: number][] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last?.[1] === part - 1) last[1] = part;
    else runs.push([part, part]);
  }
  const told = runs.slice(0, MOST_RUNS).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return [...told, ...(runs.length > MOST_RUNS ? ['…'] : [])].join(', ');
}

/** Name of the note in the staging folder that a merge is under way: its parts, a line each. */
const JOINED = 'joined';

/** Goes on where a merge was stopped whose manifest had its place already. */
async function finishJoining(out: string): Promise<Manifest | undefined> {
  const staging = openStaging(out, stagingName());
  const noted = staging.read(JOINED);
  const whole = noted && (await readManifest(out));
  if (!whole) return undefined;
  const names = new TextDecoder().decode(noted).split('\n').filter(isManifestName);
  await whileJoining(out, names, () => removeParts(out, names, staging));
  return whole;
}

async function removeParts(out: string, names: readonly string[], staging: Staging): Promise<void> {
  for (const name of names) if (name !== MANIFEST) await removeOutput(out, name);
  staging.remove();
}
