import { deflateSync } from 'node:zlib';
import { formatRef } from './objects.ts';

/** Where an object stands: nowhere, at a place of the file, or in an object stream by its index there (7.5.8.3). */
export type Entry = readonly [kind: 0 | 1 | 2, where: number, index: number];

/** The entry of number 0, which no object has. */
export const FREE: Entry = [0, 0, 0];

/** All that a reader begins with. */
export interface CrossReferences {
  /** By number of the object. */
  readonly entries: readonly Entry[];
  readonly root: number;
  readonly info: number;
}

/** Bytes of a file's identifier. */
export const ID_LENGTH = 16;

/** A table of fewer bytes stands as it is: a letter's would take as long to compress as all the rest to put together. */
const SHORT = 4096;

/** The end of a file whose cross-references stand at a place: they as a stream, and where they begin (ISO 32000-1, 7.5.8). */
export function formatEnd({ entries, root, info }: CrossReferences, at: number, identifier: string): Buffer {
  const own = entries.length;
  const width = bytesFor(Math.max(at, own));
  const table = formatEntries([...entries, [1, at, 0]], width);
  const isShort = table.length < SHORT;
  const data = isShort ? table : deflateSync(table, { level: 9 });
  const dictionary =
    `<</Type/XRef/Size ${own + 1}/W[1 ${width} 1]/Root ${formatRef(root)}/Info ${formatRef(info)}` +
    `/ID[<${identifier}><${identifier}>]${isShort ? '' : '/Filter/FlateDecode'}/Length ${data.length}>>`;
  return Buffer.concat([
    Buffer.from(`${own} 0 obj\n${dictionary}\nstream\n`, 'latin1'),
    data,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`, 'latin1'),
  ]);
}

function formatEntries(entries: readonly Entry[], width: number): Buffer {
  const table = Buffer.allocUnsafe(entries.length * (width + 2));
  let at = 0;
  for (const [kind, where, index] of entries) {
    table[at] = kind;
    table.writeUIntBE(where, at + 1, width);
    table[at + 1 + width] = index;
    at += width + 2;
  }
  return table;
}

/** Bytes that a number needs. */
function bytesFor(number: number): number {
  return Math.ceil(Math.log2(number + 1) / 8);
}
