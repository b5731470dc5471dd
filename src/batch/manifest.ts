import { readdir } from 'node:fs/promises';
import { LIMITS } from '../model/limits.ts';
import type { Memory } from '../model/memory.ts';
import { isObject } from '../model/value-at.ts';
import { hashOfValue } from '../plan/inputs.ts';
import type { Inputs } from '../plan/planned.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import { hashOf } from '../write/files.ts';
import { hashOutput, readOutput } from '../write/there.ts';
import { type ManifestEntry, ManifestFiles, type RunLetter } from './manifest-files.ts';
import { isOwnPath } from './own.ts';

/** Name of the manifest in the output folder. */
export const MANIFEST = 'handbill-manifest.json';

/** True for the name of a manifest, or of that of a part. */
export function isManifestName(name: string): boolean {
  return name === MANIFEST || /^handbill-manifest\.\d{1,6}-of-\d{1,6}\.json$/.test(name);
}

/** What lies in an output folder. Holds no time, no absolute path, and of senders only a hash. */
export interface Manifest {
  readonly handbill: string;
  readonly appeal: string;
  /** Hash of everything that the last whole run started from; left out where only a part was made since. */
  readonly made?: string | undefined;
  /** By path below the output folder, with `/`. */
  readonly files: ReadonlyMap<string, ManifestEntry>;
  /** Editions that were replaced since, by code, so that a sheet of paper can be told from the newest. */
  readonly editions?: Readonly<Record<string, Edition>> | undefined;
}

/** What a file was made from when it bore this code. */
export interface Edition {
  readonly path: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** A manifest as it stands in its file, but for its files: shared inputs once, by a name that the files give. */
interface StoredHead extends Pick<Manifest, 'handbill' | 'appeal' | 'made' | 'editions'> {
  readonly inputs: Shared;
}

type Shared = Readonly<Record<string, Inputs['shared']>>;

interface StoredEntry {
  readonly sha256: string;
  /** Name of the shared inputs. */
  readonly inputs: string;
  readonly own?: Inputs['own'] | undefined;
  readonly letters?: readonly StoredLetter[] | undefined;
  readonly isTold?: true | undefined;
}

interface StoredLetter extends Omit<RunLetter, 'shared'> {
  /** Name of the shared inputs. */
  readonly inputs: string;
}

/** A manifest that is there and can't be understood: nothing tells then which files handbill wrote. */
export function damagedManifest(name: string): Problem {
  return finding('warning', 'manifest-damaged', { name });
}

/** Manifests that a run has read, by the hash of their bytes: it looks at its own before it begins, and under its lock. */
export type KnownManifests = Memory<Manifest | undefined>;

/** The manifest of an output folder; undefined where there is none, or one that can't be trusted. */
export async function readManifest(
  folder: string,
  name = MANIFEST,
  known?: KnownManifests,
): Promise<Manifest | undefined> {
  const bytes = readOutput(folder, name, LIMITS.manifest);
  if (!bytes) return undefined;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const read = () => attempt(() => readLines(text)) ?? attempt(() => readWhole(text));
  return known ? known.recall(hashOf(text), read) : read();
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function readWhole(text: Buffer): Manifest | undefined {
  const value: unknown = JSON.parse(new TextDecoder().decode(text));
  return isHead(value) && isObject(value.files) ? unpack(value, [value.files]) : undefined;
}

/** What stands before the files of a manifest as handbill writes it, and behind them. */
const FILES = '\n  "files": {';
const END = '\n  }\n}\n';

/**
 * A manifest as handbill writes it, a line for each file: as one value, that of a hundred thousand letters would take ten
 * times the room. Undefined, or the error of JSON, where it is written otherwise.
 */
function readLines(text: Buffer): Manifest | undefined {
  const start = text.indexOf(FILES) + FILES.length;
  const end = text.length - END.length;
  if (start < FILES.length || end < start || text.toString('latin1', end) !== END) return undefined;
  const head: unknown = JSON.parse(`${text.toString('utf8', 0, start)}}}`);
  return isHead(head) ? unpack(head, linesOf(text.subarray(start, end))) : undefined;
}

/** The lines of files, each as a record of one. Throws what JSON says of one that isn't whole. */
function* linesOf(text: Buffer): Generator<unknown> {
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start + 1);
    const isLast = next < 0;
    const line = text.toString('utf8', start, isLast ? text.length : next - 1);
    if (!isLast && text[next - 1] !== COMMA) throw new SyntaxError('a line without a comma');
    yield JSON.parse(`{${line}}`);
    start = isLast ? text.length : next;
  }
}

const COMMA = ','.charCodeAt(0);

/** A manifest of its head and its files, some at a time; undefined where one of them isn't as it should be. */
function unpack(
  { handbill, appeal, made, editions, inputs }: StoredHead,
  some: Iterable<unknown>,
): Manifest | undefined {
  const files = new ManifestFiles();
  for (const stored of some) {
    if (!isObject(stored)) return undefined;
    for (const [path, entry] of Object.entries(stored)) {
      if (!isEntry(entry, inputs)) return undefined;
      if (isOwnPath(path)) files.set(path, unpackEntry(entry, inputs));
    }
  }
  return { handbill, appeal, made, editions, files };
}

function unpackEntry({ sha256, inputs, own = {}, letters, isTold }: StoredEntry, all: Shared): ManifestEntry {
  return {
    sha256,
    inputs: { shared: all[inputs]!, own },
    letters: letters?.map(({ inputs: name, ...letter }) => ({ ...letter, shared: all[name]! })),
    isTold,
  };
}

/** The manifest as it is written: keys sorted, so that the same files give the same bytes; a line for each file. */
export function* formatManifest({ handbill, appeal, made, editions, files }: Manifest): Generator<string> {
  const names = new Map<Inputs['shared'], string>();
  const sets = new Map<string, string>();
  for (const { inputs, letters = [] } of files.values()) {
    for (const shared of [inputs.shared, ...letters.map((letter) => letter.shared)]) {
      if (names.has(shared)) continue;
      const sorted = sortKeys(shared);
      const name = hashOfValue(sorted).slice(0, 12);
      names.set(shared, name);
      sets.set(name, JSON.stringify(sorted, null, 2));
    }
  }
  const head = JSON.stringify({ handbill, appeal, made, editions }, null, 2).slice(0, -2);
  yield `${head},\n  "inputs": {`;
  const shared = [...sets].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [i, [name, set]] of shared.entries()) {
    yield `${i === 0 ? '' : ','}\n    "${name}": ${set.replaceAll('\n', '\n    ')}`;
  }
  yield `\n  },\n  "files": {`;
  let comma = '';
  for (const path of [...files.keys()].sort()) {
    const { sha256, inputs, letters: run, isTold } = files.get(path)!;
    const own = Object.keys(inputs.own).length > 0 ? { own: sortKeys(inputs.own) } : {};
    const letters = run?.map(({ shared: set, ...letter }) => ({ ...letter, inputs: names.get(set)! }));
    const entry = { sha256, inputs: names.get(inputs.shared)!, ...own, letters, isTold };
    yield `${comma}\n    ${JSON.stringify(path)}: ${JSON.stringify(entry)}`;
    comma = ',';
  }
  yield '\n  }\n}\n';
}

/**
 * Paths of all files, if the last whole run started from the same, left nothing behind, and each is still as it wrote it;
 * else undefined. `records` is the folder of the manifest.
 */
export async function findUpToDate(
  folder: string,
  made: string,
  name: string,
  records = folder,
  known?: KnownManifests,
): Promise<string[] | undefined> {
  const manifest = await readManifest(records, name, known);
  if (!manifest || manifest.made !== made) return undefined;
  if ((await readdir(folder)).some((file) => file.startsWith('.handbill-'))) return undefined;
  for (const [path, { sha256 }] of manifest.files) {
    if (hashOutput(folder, path) !== sha256) return undefined;
  }
  return [...manifest.files.keys()];
}

/** An input that differs between two files; `was` is missing where it came, `now` where it went. */
export interface InputChange {
  readonly name: string;
  readonly was?: string | undefined;
  readonly now?: string | undefined;
}

/** The inputs that differ, came or went, by name; none if both files were made from the same. */
export function changedInputs(before: Inputs, after: Inputs): InputChange[] {
  if (isSame(before.shared, after.shared) && isSame(before.own, after.own)) return [];
  const [one, two] = [flatten(before), flatten(after)];
  const names = new Set([...Object.keys(one), ...Object.keys(two)]);
  return [...names]
    .filter((name) => one[name] !== two[name])
    .sort()
    .map((name) => ({ name, was: one[name], now: two[name] }));
}

function isSame(one: Readonly<Record<string, string>>, two: typeof one): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(two).length && names.every((name) => one[name] === two[name]);
}

/** What changes without a word on paper changing: how and with what a file was made. */
export const UNSEEN = ['options', 'fonts', 'handbill', 'edition'];

/** True for a change that may be seen on paper; nothing is, where a sender is only not named this time. */
export function isSeen(change: InputChange): boolean {
  return !UNSEEN.includes(change.name) && !isSenderGone(change);
}

/** True for a change of words that a letter prints whole: its bytes are others. */
export function isPrinted({ name }: InputChange): boolean {
  return /^(fact|figure)\//.test(name);
}

/** True where a file was made with a sender or a letterhead, and there is none this time. */
export function isSenderGone({ name, now }: InputChange): boolean {
  return now === undefined && /^(sender|signatories|letterhead)(\/|$)/.test(name);
}

/** All inputs of a file by name. */
export function flatten({ shared, own }: Inputs): Record<string, string> {
  return { ...shared, ...own };
}

function sortKeys(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isHead(value: unknown): value is StoredHead & Record<string, unknown> {
  if (!isObject(value) || typeof value.handbill !== 'string' || typeof value.appeal !== 'string')
    return false;
  const { inputs, editions = {} } = value;
  if (!isObject(editions) || !Object.values(editions).every(isEdition)) return false;
  return isObject(inputs) && Object.values(inputs).every(isHashes);
}

function isEntry(entry: unknown, inputs: Shared): entry is StoredEntry {
  return (
    isObject(entry) &&
    typeof entry.sha256 === 'string' &&
    typeof entry.inputs === 'string' &&
    Object.hasOwn(inputs, entry.inputs) &&
    (entry.own === undefined || isHashes(entry.own)) &&
    (entry.isTold === undefined || entry.isTold === true) &&
    (entry.letters === undefined ||
      (Array.isArray(entry.letters) && entry.letters.every((letter) => isLetterOf(letter, inputs))))
  );
}

function isLetterOf(letter: unknown, inputs: Readonly<Record<string, unknown>>): boolean {
  if (!isObject(letter) || typeof letter.inputs !== 'string' || !Object.hasOwn(inputs, letter.inputs))
    return false;
  const { contact, sender, language, followUp } = letter;
  return (
    typeof contact === 'string' &&
    typeof language === 'string' &&
    (sender === undefined || typeof sender === 'string') &&
    (followUp === undefined || followUp === true)
  );
}

function isEdition(value: unknown): value is Edition {
  return isObject(value) && typeof value.path === 'string' && isHashes(value.inputs);
}

function isHashes(value: unknown): value is Record<string, string> {
  return isObject(value) && Object.values(value).every((hash) => typeof hash === 'string');
}
