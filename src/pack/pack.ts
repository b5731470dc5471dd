import { isId } from '../model/values.ts';
import { problem } from '../read/source.ts';
import { openZipOf } from '../read/zip.ts';
import { hashOf } from '../write/files.ts';
import { storeZip } from '../write/office/stored-zip.ts';
import {
  formatPublicFile,
  isSignedBy,
  type PublicKey,
  parsePublicKey,
  parseSignature,
  type SecretKey,
  signBytes,
} from './minisign.ts';

/** The list of what a pack holds, which is what gets signed; its signature; and the key that tells whose that is. */
const LIST = 'handbill-pack.json';
const SIGNATURE = `${LIST}.minisig`;
const KEY = 'handbill-pack.pub';

const PART = '[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N} _,()&@+-]*(?:\\.[\\p{L}\\p{M}\\p{N} _,()&@+-]+)*';

/** Files of an appeal that are handed on: data, own templates and words, pictures. Nothing else goes in or comes out. */
const NAMES = new RegExp(
  [
    'appeal\\.(?:json|ya?ml)',
    '(?:facts|contacts|events|corrections)\\.(?:csv|csv\\.columns\\.json|json|ya?ml)',
    `templates/(?:${PART}/)*${PART}\\.(?:md|hbs|css|ya?ml)`,
    `(?:${PART}/)*${PART}\\.(?:png|jpe?g|svg)`,
  ]
    .map((form) => `^(?:${form})$`)
    .join('|'),
  'iu',
);

/** Names that Windows keeps for devices, and ends that it drops. */
const UNFIT = /(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\/|$)|[ .](?:\/|$)/i;

/** The most characters of a name. */
const MOST = 200;

/** What a pack holds. */
export interface Pack {
  /** Id of the appeal. */
  readonly appeal: string;
  /** Contents by name, sorted. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly signed: Signed | undefined;
}

/** Whose signature a pack bears; it was verified with that key. */
export interface Signed {
  readonly key: PublicKey;
  /** Day of the signature, as whoever signed says. */
  readonly day: string | undefined;
}

/** True for a file that a pack may hold. */
export function isPackable(name: string): boolean {
  return name.length <= MOST && name === name.normalize('NFC') && NAMES.test(name) && !UNFIT.test(name);
}

/** One file with these of an appeal, signed where there is a key: the same files, key and day give the same bytes. */
export function formatPack(
  appeal: string,
  files: ReadonlyMap<string, Uint8Array>,
  by?: { readonly key: SecretKey; readonly day: string },
): Uint8Array {
  const list = Buffer.from(formatList(appeal, files));
  const own: [string, Uint8Array][] = [[LIST, list]];
  if (by) {
    const seconds = Date.parse(`${by.day}T00:00:00Z`) / 1000;
    const trusted = `timestamp:${seconds}\tfile:${LIST}\thashed`;
    own.push([SIGNATURE, Buffer.from(signBytes(list, by.key, trusted))]);
    own.push([KEY, Buffer.from(formatPublicFile(by.key))]);
  }
  return storeZip(new Map([...own, ...sorted(files)]));
}

function formatList(appeal: string, files: ReadonlyMap<string, Uint8Array>): string {
  const hashes = Object.fromEntries(sorted(files).map(([name, bytes]) => [name, hashOf(bytes)]));
  return `${JSON.stringify({ handbill: 1, appeal, files: hashes }, null, 2)}\n`;
}

function sorted<T>(files: ReadonlyMap<string, T>): [string, T][] {
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * What a pack holds. Only what `formatPack` would make of it is one: a byte that differs anywhere is refused, and so is a
 * signature that doesn't hold. Throws ProblemError.
 */
export async function parsePack(bytes: Buffer, file: string): Promise<Pack> {
  // Nothing in a pack is deflated, so it holds no more than it has.
  const { names, unpack } = await openZipOf(bytes, file, bytes.length);
  const list = await unpack(LIST);
  if (!list) throw problem('pack-broken/none', file);
  const appeal = appealIn(list);
  const inside = [...names].filter((name) => ![LIST, SIGNATURE, KEY].includes(name)).sort();
  const strange = inside.find((name) => !isPackable(name));
  if (strange !== undefined)
    throw problem('pack-broken/name', file, { name: JSON.stringify(strange.slice(0, MOST)) });
  if (appeal === undefined || isDoubled(inside)) throw problem('pack-broken/altered', file);
  const files = new Map<string, Buffer>();
  for (const name of inside) files.set(name, (await unpack(name))!);
  const [signature, key] = [await unpack(SIGNATURE), await unpack(KEY)];
  const own = [
    [LIST, list],
    [SIGNATURE, signature],
    [KEY, key],
  ] as const;
  const there = own.filter((entry): entry is [(typeof entry)[0], Buffer] => entry[1] !== undefined);
  const again = storeZip(new Map<string, Uint8Array>([...there, ...sorted(files)]));
  if (!list.equals(Buffer.from(formatList(appeal, files))) || !bytes.equals(again))
    throw problem('pack-broken/altered', file);
  return { appeal, files, signed: readSigned(list, signature, key, file) };
}

function readSigned(
  list: Buffer,
  signature: Buffer | undefined,
  key: Buffer | undefined,
  file: string,
): Signed | undefined {
  if (!signature && !key) return undefined;
  const found = signature && parseSignature(signature.toString());
  const own = key && parsePublicKey(key.toString());
  const isRight = found && own && key.toString() === formatPublicFile(own) && isSignedBy(list, found, own);
  if (!isRight) throw problem('pack-broken/signature', file);
  const seconds = /^timestamp:(\d{1,11})\t/.exec(found.trusted)?.[1];
  const day = seconds === undefined ? undefined : new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
  return { key: own, day };
}

/** The id of the appeal in a list; undefined for what is no list. */
function appealIn(list: Buffer): string | undefined {
  try {
    const { appeal } = JSON.parse(list.toString()) as { readonly appeal?: unknown };
    return typeof appeal === 'string' && isId(appeal) && !UNFIT.test(appeal) ? appeal : undefined;
  } catch {
    return undefined;
  }
}

/** Two names that are one on a disk that takes capitals for small letters. */
function isDoubled(names: readonly string[]): boolean {
  return new Set(names.map((name) => name.toLowerCase())).size < names.length;
}
