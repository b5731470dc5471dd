import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { Blob, Face } from 'harfbuzzjs';
import { LIMITS } from '../model/limits.ts';

/** What a font says about itself. */
export interface FontFacts {
  readonly path: string;
  /** Index in a collection. */
  readonly index: number;
  readonly family: string;
  /** PostScript name: no spaces, no path. */
  readonly name: string;
  readonly weight: number;
  readonly italic: boolean;
  /** Code points that it has, ascending. */
  readonly covered: () => Uint32Array;
}

/** Tables that tell what a font is; its outlines stay unread. */
const FACTS = ['OS/2', 'cmap', 'head', 'maxp', 'name'];

/** One of these holds outlines that can be printed in one ink. */
const OUTLINES = ['glyf', 'CFF ', 'CFF2'];

/** Fonts with one of these draw in colours; the outlines beside them, if there are any, are often empty. */
const COLOURS = ['CBDT', 'COLR', 'SVG ', 'sbix'];

/** Fonts that hold a box for every character. */
const BOXES = /LastResort|AdobeBlank|Tofu|Fallback/i;

/** Faces of a collection that are looked at; the largest have some 30. */
const MOST_FACES = 100;

interface Table {
  readonly tag: string;
  readonly offset: number;
  readonly length: number;
}

/** Reads what the fonts in a TTF, OTF or TTC say about themselves; those that can't be printed or embedded are left out. */
export function readFontFacts(path: string): FontFacts[] {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    if (fstatSync(file).size > LIMITS.font) return [];
    const read = readerOf(file);
    return faceOffsets(read).flatMap((offset, index) => readFace(path, index, offset, read) ?? []);
  } catch (error) {
    // A file that can't be read is no font that could step in.
    if (error instanceof RangeError || (error as NodeJS.ErrnoException).code) return [];
    throw error;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

type Read = (offset: number, length: number) => DataView;

/** Throws RangeError where a table claims to go on beyond the end of the file. */
function readerOf(file: number): Read {
  const { size } = fstatSync(file);
  return (offset, length) => {
    if (offset + length > size) throw new RangeError('beyond the end of the file');
    const bytes = new Uint8Array(length);
    const got = readSync(file, bytes, 0, length, offset);
    return new DataView(bytes.buffer, 0, got);
  };
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
}

/** Offsets of the table directories (OpenType, "Organization of an OpenType font"). */
function faceOffsets(read: Read): number[] {
  const head = read(0, 12);
  const tag = tagAt(head, 0);
  if (tag === 'ttcf') {
    const count = Math.min(head.getUint32(8), MOST_FACES);
    const offsets = read(12, 4 * count);
    return Array.from({ length: count }, (_, i) => offsets.getUint32(4 * i));
  }
  return tag === 'OTTO' || tag === 'true' || head.getUint32(0) === 0x00010000 ? [0] : [];
}

function readFace(path: string, index: number, offset: number, read: Read): FontFacts | undefined {
  const count = read(offset, 12).getUint16(4);
  const directory = read(offset + 12, 16 * count);
  const tables = Array.from({ length: count }, (_, i): Table => {
    const at = 16 * i;
    return {
      tag: tagAt(directory, at),
      offset: directory.getUint32(at + 8),
      length: directory.getUint32(at + 12),
    };
  });
  const os2 = tables.find(({ tag }) => tag === 'OS/2');
  const isOneInk =
    tables.some(({ tag }) => OUTLINES.includes(tag)) && !tables.some(({ tag }) => COLOURS.includes(tag));
  if (!os2 || !isOneInk) return undefined;
  const { weight, italic, isRestricted } = readStyle(read(os2.offset, os2.length));
  const facts = tables.filter(({ tag }) => FACTS.includes(tag));
  const face = new Face(new Blob(smallFont(facts, read)));
  const [family, name] = [face.getName(16, 'en') || face.getName(1, 'en'), face.getName(6, 'en')];
  if (isRestricted || !name || BOXES.test(name)) return undefined;
  let covered: Uint32Array | undefined;
  return {
    path,
    index,
    family,
    name,
    // Some bold fonts call themselves regular there.
    weight: weight === 400 && /Bold|Black|Heavy/.test(name) ? 700 : weight,
    italic,
    covered: () => {
      // A copy: what HarfBuzz hands out lies in its own memory, which moves.
      covered ??= face.collectUnicodes().slice();
      return covered;
    },
  };
}

/** Weight, slope, and whether embedding is forbidden (OS/2: usWeightClass, fsType, fsSelection). */
function readStyle(os2: DataView): { weight: number; italic: boolean; isRestricted: boolean } {
  const type = os2.getUint16(8);
  return {
    weight: os2.getUint16(4),
    italic: (os2.getUint16(62) & 1) !== 0,
    isRestricted: (type & 0x000f) === 2 || (type & 0x0200) !== 0,
  };
}

/** A font of a few tables only, which HarfBuzz opens without having read the file. */
function smallFont(tables: readonly Table[], read: Read): Uint8Array {
  const start = 12 + 16 * tables.length;
  const padded = tables.map(({ length }) => Math.ceil(length / 4) * 4);
  const bytes = new Uint8Array(start + padded.reduce((sum, length) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  let at = start;
  tables.forEach(({ tag, offset, length }, i) => {
    const entry = 12 + 16 * i;
    for (const k of [0, 1, 2, 3]) view.setUint8(entry + k, tag.charCodeAt(k));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, length);
    const table = read(offset, length);
    bytes.set(new Uint8Array(table.buffer, 0, table.byteLength), at);
    at += padded[i]!;
  });
  return bytes;
}
