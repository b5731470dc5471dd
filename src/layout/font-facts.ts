import { Blob, Face } from 'harfbuzzjs';
import { LIMITS } from '../model/limits.ts';
import { once } from '../model/memory.ts';
import { faceOffsets, type Read, smallFont, tablesAt, whileOpen } from './small-font.ts';

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
  /** Whether it has a character. */
  readonly covers: (codePoint: number) => boolean;
}

/** Tables that tell what a font is; its outlines stay unread. */
const FACTS = ['OS/2', 'head', 'maxp', 'name'];

/** One of these holds outlines that can be printed in one ink. */
const OUTLINES = ['glyf', 'CFF ', 'CFF2'];

/** Fonts with one of these draw in colours; the outlines beside them, if there are any, are often empty. */
const COLOURS = ['CBDT', 'COLR', 'SVG ', 'sbix'];

/** Fonts that hold a box for every character. */
const BOXES = /LastResort|AdobeBlank|Tofu|Fallback/i;

/** Reads what the fonts in a TTF, OTF or TTC say about themselves; those that can't be printed or embedded are left out. */
export function readFontFacts(path: string): FontFacts[] {
  const readAll = () =>
    whileOpen(path, (read, size) =>
      size > LIMITS.font
        ? []
        : faceOffsets(read).flatMap((offset, index) => readFace(path, index, offset, read) ?? []),
    );
  return unlessUnreadable(readAll) ?? [];
}

/** A file that can't be read is no font that could step in. */
function unlessUnreadable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError || (error as NodeJS.ErrnoException).code) return undefined;
    throw error;
  }
}

function readFace(path: string, index: number, offset: number, read: Read): FontFacts | undefined {
  const tables = tablesAt(offset, read);
  const os2 = tables.find(({ tag }) => tag === 'OS/2');
  const isOneInk =
    tables.some(({ tag }) => OUTLINES.includes(tag)) && !tables.some(({ tag }) => COLOURS.includes(tag));
  if (!os2 || !isOneInk) return undefined;
  const { weight, italic, isRestricted } = readStyle(read(os2.offset, os2.length));
  const facts = tables.filter(({ tag }) => FACTS.includes(tag));
  const face = new Face(new Blob(smallFont(facts, read)));
  const [family, name] = [face.getName(16, 'en') || face.getName(1, 'en'), face.getName(6, 'en')];
  if (isRestricted || !name || BOXES.test(name)) return undefined;
  const covered = once(() => readCovered(path, index));
  return {
    path,
    index,
    family,
    name,
    // Some bold fonts call themselves regular there.
    weight: weight === 400 && /Bold|Black|Heavy/.test(name) ? 700 : weight,
    italic,
    covers: (codePoint) => isWithin(covered(), codePoint),
  };
}

/**
 * The characters of a face, as the first and the one behind the last of each range; none where its file is gone. Of the fonts of a system few are asked, and the
 * tables of all of them took tens of megabytes.
 */
function readCovered(path: string, index: number): Uint32Array {
  const read = () =>
    whileOpen(path, (bytes) => {
      const tables = tablesAt(faceOffsets(bytes)[index]!, bytes);
      return smallFont(
        tables.filter(({ tag }) => tag === 'cmap' || tag === 'maxp'),
        bytes,
      );
    });
  return unlessUnreadable(() => rangesOf(new Face(new Blob(read())).collectUnicodes())) ?? new Uint32Array();
}

/** Ranges take a tenth of the room: where no font has a character, those of all are known. */
function rangesOf(ascending: Uint32Array): Uint32Array {
  const ends: number[] = [];
  for (const codePoint of ascending) {
    if (ends.at(-1) === codePoint) ends[ends.length - 1] = codePoint + 1;
    else ends.push(codePoint, codePoint + 1);
  }
  return Uint32Array.from(ends);
}

/** True where one range more has begun than has ended, by halving. */
function isWithin(ends: Uint32Array, codePoint: number): boolean {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! <= codePoint) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
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
