import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** A table of a font, where it stands in its file. */
interface Table {
  readonly tag: string;
  readonly offset: number;
  readonly length: number;
}

/** Reads a part of a file, into bytes of one's own if they are given. Throws RangeError where it goes on beyond the end. */
export type Read = (offset: number, length: number, into?: Uint8Array) => DataView;

/** Where a font is put: room for so many bytes, and what of a table's bytes isn't read into it. */
export interface Room {
  readonly take: (length: number) => Uint8Array;
  readonly leave?: { readonly tag: string; readonly from: number; readonly to: number } | undefined;
}

/** Faces of a collection that are looked at; the largest have some 30. */
const MOST_FACES = 100;

/** Opens a file for as long as `work` takes; a pipe, which would never end, is no font. */
export function whileOpen<T>(path: string, work: (read: Read, size: number) => T): T {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = fstatSync(file);
    if (!found.isFile()) throw new RangeError('no file');
    const { size } = found;
    const read: Read = (offset, length, into) => {
      if (offset + length > size) throw new RangeError('beyond the end of the file');
      const bytes = into ?? new Uint8Array(length);
      const got = readSync(file, bytes, 0, length, offset);
      return new DataView(bytes.buffer, bytes.byteOffset, got);
    };
    return work(read, size);
  } finally {
    closeSync(file);
  }
}

/** Offsets of the table directories (OpenType, "Organization of an OpenType font"); none where it is no font. */
export function faceOffsets(read: Read): number[] {
  const head = read(0, 12);
  const tag = tagAt(head, 0);
  if (tag === 'ttcf') {
    const count = Math.min(head.getUint32(8), MOST_FACES);
    const offsets = read(12, 4 * count);
    return Array.from({ length: count }, (_, i) => offsets.getUint32(4 * i));
  }
  return tag === 'OTTO' || tag === 'true' || head.getUint32(0) === 0x00010000 ? [0] : [];
}

/** The tables of the face whose directory stands at `offset`. */
export function tablesAt(offset: number, read: Read): Table[] {
  const count = read(offset, 12).getUint16(4);
  const directory = read(offset + 12, 16 * count);
  return Array.from({ length: count }, (_, i) => ({
    tag: tagAt(directory, 16 * i),
    offset: directory.getUint32(16 * i + 8),
    length: directory.getUint32(16 * i + 12),
  }));
}

/** Reads from the beginning of a table, and never beyond its end. */
export function within(table: Table, read: Read): Read {
  return (offset, length, into) => {
    const there = Math.max(Math.min(length, table.length - offset), 0);
    return read(table.offset + offset, there, into?.subarray(0, there));
  };
}

/** A font of a few tables only, which HarfBuzz opens without having read the file; it is put into the `room` for it. */
export function smallFont(
  tables: readonly Table[],
  read: Read,
  { take, leave }: Room = { take: (length) => new Uint8Array(length) },
): Uint8Array {
  const start = 12 + 16 * tables.length;
  const padded = tables.map(({ length }) => Math.ceil(length / 4) * 4);
  const bytes = take(start + padded.reduce((sum, length) => sum + length, 0));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  let at = start;
  tables.forEach(({ tag, offset, length }, i) => {
    const entry = 12 + 16 * i;
    for (const k of [0, 1, 2, 3]) view.setUint8(entry + k, tag.charCodeAt(k));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, length);
    const { from, to } = leave?.tag === tag ? leave : { from: length, to: length };
    read(offset, from, bytes.subarray(at, at + from));
    read(offset + to, length - to, bytes.subarray(at + to, at + length));
    at += padded[i]!;
  });
  return bytes;
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
}
