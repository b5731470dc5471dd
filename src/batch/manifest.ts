import { hashOf, readOutput } from '../write/files.ts';

/** Name of the manifest in the output folder. */
export const MANIFEST = 'handbill-manifest.json';

/** A file that handbill wrote: hashes of its bytes and of everything that went into it. */
export interface ManifestEntry {
  readonly sha256: string;
  /** Hash by name: `fact/killed`, `contact/kz-de-berlin`, `template/letter/embassy.en`, `fonts`, `options`. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** What lies in an output folder. Holds no time, no absolute path, and of senders only a hash. */
export interface Manifest {
  readonly handbill: string;
  readonly appeal: string;
  /** Hash of everything that the last whole run started from; left out where only a part was made since. */
  readonly made?: string | undefined;
  /** By path below the output folder, with `/`. */
  readonly files: Readonly<Record<string, ManifestEntry>>;
}

/** The manifest of an output folder; undefined where there is none, or one that can't be trusted. */
export async function readManifest(folder: string, name = MANIFEST): Promise<Manifest | undefined> {
  const bytes = await readOutput(folder, name);
  if (!bytes) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isManifest(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The manifest as it is written: keys sorted, so that the same files give the same bytes. */
export function formatManifest(manifest: Manifest): string {
  const files = sortKeys(manifest.files, (e) => ({
    sha256: e.sha256,
    inputs: sortKeys(e.inputs, (hash) => hash),
  }));
  const { handbill, appeal, made } = manifest;
  return `${JSON.stringify({ handbill, appeal, made, files }, null, 2)}\n`;
}

/** Paths of all files, if the last whole run started from the same and each is still as it wrote it; else undefined. */
export async function findUpToDate(
  folder: string,
  made: string,
  name: string,
): Promise<string[] | undefined> {
  const manifest = await readManifest(folder, name);
  if (!manifest || manifest.made !== made) return undefined;
  const isSame = async ([path, { sha256 }]: [string, ManifestEntry]) => {
    const there = await readOutput(folder, path);
    return there !== undefined && hashOf(there) === sha256;
  };
  const same = await Promise.all(Object.entries(manifest.files).map(isSame));
  return same.every(Boolean) ? Object.keys(manifest.files) : undefined;
}

/** Names of the inputs that differ, came or went; none if both files were made from the same. */
export function changedInputs(before: ManifestEntry['inputs'], after: ManifestEntry['inputs']): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name] !== after[name]).sort();
}

function sortKeys<A, B>(record: Readonly<Record<string, A>>, map: (value: A) => B): Record<string, B> {
  const keys = Object.keys(record).sort();
  return Object.fromEntries(keys.map((key) => [key, map(record[key]!)]));
}

function isManifest(value: unknown): value is Manifest {
  if (!isRecord(value) || typeof value.handbill !== 'string' || typeof value.appeal !== 'string')
    return false;
  if (!isRecord(value.files)) return false;
  return Object.values(value.files).every(
    (entry) =>
      isRecord(entry) &&
      typeof entry.sha256 === 'string' &&
      isRecord(entry.inputs) &&
      Object.values(entry.inputs).every((hash) => typeof hash === 'string'),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
