/** Reads within a font program, and never beyond its end. */
type Read = (offset: number, length: number) => DataView;

/**
 * The character identifiers (CID) of a CID-keyed CFF font program by glyph; undefined where the program isn't CID-keyed,
 * whose glyphs a PDF names by their own numbers (Adobe Technical Note 5176, 9 and 13; ISO 32000-1, 9.7.4.2).
 */
export function readCids(read: Read, glyphCount: number): Uint16Array | undefined {
  const { charset, isCidKeyed } = readTopDict(read(0, HEAD));
  if (!isCidKeyed || charset <= 2) return undefined;
  return readCharset(read(charset, 1 + MOST_BYTES * glyphCount), glyphCount);
}

/** Where the outlines of a font program stand: the INDEX that names their places, and from where to where they go. */
export interface Outlines {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** The outlines of a CID-keyed program, none of which is a part of another; undefined for any other program. */
export function findOutlines(read: Read): Outlines | undefined {
  const { charStrings: index, isCidKeyed } = readTopDict(read(0, HEAD));
  if (!isCidKeyed || index === 0) return undefined;
  const start = read(index, 3);
  const offsets = read(index, 3 + (start.getUint16(0) + 1) * start.getUint8(2));
  const [from, to] = [index + offsets.byteLength, index + indexEnd(offsets, 0)];
  return from < to && read(to - 1, 1).byteLength === 1 ? { index, from, to } : undefined;
}

/** From where to where the outline of a glyph goes; undefined where there is none. */
export function outlineAt(
  cff: DataView,
  { index, from, to }: Outlines,
  glyph: number,
): readonly [start: number, end: number] | undefined {
  if (glyph >= cff.getUint16(index)) return undefined;
  const [start, end] = [0, 1].map((i) => indexData(cff, index) + offsetAt(cff, index, glyph + i));
  return from <= start! && start! < end! && end! <= to ? [start!, end!] : undefined;
}

/** Bytes of a font program that hold its names and its first dictionary. */
const HEAD = 1 << 16;

/** Most bytes that a charset takes for a glyph. */
const MOST_BYTES = 4;

/** Where an INDEX ends. */
function indexEnd(cff: DataView, at: number): number {
  const count = cff.getUint16(at);
  if (count === 0) return at + 2;
  return indexData(cff, at) + offsetAt(cff, at, count);
}

/** Start and end of an INDEX's first entry. */
function firstEntry(cff: DataView, at: number): [number, number] {
  const data = indexData(cff, at);
  return [data + offsetAt(cff, at, 0), data + offsetAt(cff, at, 1)];
}

/** The byte that offsets of an INDEX count from. */
function indexData(cff: DataView, at: number): number {
  return at + 2 + (cff.getUint16(at) + 1) * cff.getUint8(at + 2);
}

function offsetAt(cff: DataView, index: number, entry: number): number {
  const size = cff.getUint8(index + 2);
  let offset = 0;
  for (let i = 0; i < size; i++) offset = offset * 256 + cff.getUint8(index + 3 + entry * size + i);
  return offset;
}

const ESCAPE = 12;
const ROS = 30;
const CHARSET = 15;
const CHAR_STRINGS = 17;

/** What is asked for of the first dictionary of a program, whose beginning this is. */
function readTopDict(cff: DataView): { charset: number; charStrings: number; isCidKeyed: boolean } {
  const [start, end] = firstEntry(cff, indexEnd(cff, cff.getUint8(2)));
  let [charset, charStrings] = [0, 0];
  let isCidKeyed = false;
  let operand = 0;
  for (let at = start; at < end; ) {
    const byte = cff.getUint8(at);
    if (byte === ESCAPE) {
      if (cff.getUint8(at + 1) === ROS) isCidKeyed = true;
      at += 2;
    } else if (byte <= 21) {
      if (byte === CHARSET) charset = operand;
      if (byte === CHAR_STRINGS) charStrings = operand;
      at += 1;
    } else {
      operand = readOperand(cff, at);
      at += operandLength(cff, at);
    }
  }
  return { charset, charStrings, isCidKeyed };
}

/** A whole number; 0 for a real one, which no entry that is looked for has. */
function readOperand(cff: DataView, at: number): number {
  const byte = cff.getUint8(at);
  if (byte === 28) return cff.getInt16(at + 1);
  if (byte === 29) return cff.getInt32(at + 1);
  if (byte >= 32 && byte <= 246) return byte - 139;
  if (byte >= 247 && byte <= 250) return (byte - 247) * 256 + cff.getUint8(at + 1) + 108;
  if (byte >= 251 && byte <= 254) return -(byte - 251) * 256 - cff.getUint8(at + 1) - 108;
  return 0;
}

function operandLength(cff: DataView, at: number): number {
  const byte = cff.getUint8(at);
  if (byte === 28) return 3;
  if (byte === 29) return 5;
  if (byte !== 30) return byte >= 247 ? 2 : 1;
  let length = 1;
  while ((cff.getUint8(at + length) & 15) !== 15 && cff.getUint8(at + length) >> 4 !== 15) length += 1;
  return length + 1;
}

function readCharset(charset: DataView, glyphCount: number): Uint16Array {
  const cids = new Uint16Array(glyphCount);
  const format = charset.getUint8(0);
  let at = 1;
  for (let glyph = 1; glyph < glyphCount; ) {
    const first = charset.getUint16(at);
    const more = format === 0 ? 0 : format === 1 ? charset.getUint8(at + 2) : charset.getUint16(at + 2);
    at += 2 + format;
    for (let i = 0; i <= more && glyph < glyphCount; i++) cids[glyph++] = first + i;
  }
  return cids;
}
