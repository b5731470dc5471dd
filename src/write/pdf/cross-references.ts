import { deflateSync } from 'node:zlib';
import { formatRef } from './objects.ts';

/**
 * Where an object stands: its place in the file; below zero, its object stream and its index there (7.5.8.3); 0 nowhere, as
 * number 0, which no object has. One number each, since a print run has a million of them.
 */
export type Place = number;

/** An object stream holds fewer objects than this, so that an index takes one byte. */
const INDEXES = 256;

/** The place of an object in an object stream. */
export function placeWithin(stream: number, index: number): Place {
  return -(stream * INDEXES + index);
}

/** All that a reader begins with. */
export interface CrossReferences {
  /** By number of the object. */
  readonly places: readonly Place[];
  readonly root: number;
  readonly info: number;
}

/** Bytes of a file's identifier. */
export const ID_LENGTH = 16;

/** A table of fewer bytes stands as it is: a letter's would take as long to compress as all the rest to put together. */
const SHORT = 4096;

/** The end of a file whose cross-references stand at a place: they as a stream, and where they begin (ISO 32000-1, 7.5.8). */
export function formatEnd({ places, root, info }: CrossReferences, at: number, identifier: string): Buffer {
  const own = places.length;
  const width = bytesFor(Math.max(at, own));
  const table = formatEntries([...places, at], width);
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

function formatEntries(places: readonly Place[], width: number): Buffer {
  const table = Buffer.alloc(places.length * (width + 2));
  let at = 0;
  for (const place of places) {
    const isWithin = place < 0;
    table[at] = isWithin ? 2 : place === 0 ? 0 : 1;
    table.writeUIntBE(isWithin ? Math.floor(-place / INDEXES) : place, at + 1, width);
    table[at + 1 + width] = isWithin ? -place % INDEXES : 0;
    at += width + 2;
  }
  return table;
}

/** Bytes that a number needs. */
function bytesFor(number: number): number {
  return Math.ceil(Math.log2(number + 1) / 8);
}
