import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { formatLimit, LIMITS } from '../model/limits.ts';
import { ProblemError } from '../problems.ts';
import { problem, readBytes } from './source.ts';

/** The files in a ZIP, by name; each is unpacked when it is asked for. */
export interface Packed {
  readonly names: ReadonlySet<string>;
  /** Bytes of a file; undefined where there is none of that name. Throws ProblemError. */
  readonly unpack: (name: string) => Promise<Buffer | undefined>;
}

/**
 * Opens a ZIP. What it says of its sizes isn't believed: all that is unpacked from it together is counted, and stops
 * at LIMITS.unpacked. Throws ProblemError.
 */
export async function openZip(file: string): Promise<Packed> {
  return openZipOf(Buffer.from(await readBytes(file, { limit: LIMITS.file })), file);
}

/**
 * The same, of bytes that are there already; `file` is what messages call them, and `most` the bytes that may be packed in
 * them. Throws ProblemError.
 */
export async function openZipOf(
  bytes: Buffer,
  file: string,
  most: number = LIMITS.unpacked,
): Promise<Packed> {
  const { zip, entries } = await orBroken(file, () => listEntries(bytes, file));
  let left = most;
  const unpack = (entry: Entry) =>
    orBroken(file, async () => {
      const pieces: Buffer[] = [];
      for await (const piece of await zip.openReadStreamPromise(entry)) {
        left -= (piece as Buffer).length;
        if (left < 0) throw problem('too-large/unpacked', file, { most: formatLimit(most, 'bytes') });
        pieces.push(piece as Buffer);
      }
      return Buffer.concat(pieces);
    });
  return {
    names: new Set(entries.keys()),
    unpack: async (name) => {
      const entry = entries.get(name);
      return entry && unpack(entry);
    },
  };
}

async function listEntries(
  bytes: Buffer,
  file: string,
): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  if (zip.entryCount > LIMITS.packed)
    throw problem('too-large/packed-files', file, { most: formatLimit(LIMITS.packed) });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  return { zip, entries };
}

/** What the library throws is said as what it is: a file that isn't whole. */
async function orBroken<T>(file: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw problem('file-unreadable/packed', file, { why });
  }
}
