import type { FontFile } from '../../layout/fonts.ts';
import { readCids } from './cff.ts';

/** What the PDF tells of a font face, read from the tables of its file (OpenType 1.9). */
export interface Face {
  readonly postscriptName: string;
  /** Tells OpenType with PostScript outlines from TrueType. */
  readonly outlines: 'truetype' | 'cff';
  readonly glyphCount: number;
  /** Left, bottom, right, top of all glyphs; this and the lengths below in thousandths of the size. */
  readonly bounds: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  /** Degrees, negative to the right. */
  readonly italicAngle: number;
  /** 400 regular, 700 bold. */
  readonly weight: number;
  /** True where text names glyphs by identifiers of their own, which a subset keeps, not by their place in the file. */
  readonly isCidKeyed: boolean;
  /** The code that text has for a glyph. */
  readonly codeOf: (glyph: number) => number;
  /** Codes beyond those of the glyphs that text may have for a glyph with another text; 0 where there can be none. */
  readonly spareCodes: number;
  readonly advanceOf: (glyph: number) => number;
  /** A glyph without width and ink, if there is one. */
  readonly blank: number | undefined;
  /** What a glyph stands for by itself: the lowest character that the font shows with it, one that stands in for no other, ligatures letter by letter. */
  readonly textOf: (glyph: number) => string | undefined;
  /** The glyph that stands for a character; undefined where that stands for another too. */
  readonly glyphOf: (character: string) => number | undefined;
}

/** The bytes of a table by its tag, of one face of a file. */
export type Tables = ReadonlyMap<string, DataView>;

/** Reads the table directory of a font. */
export function readTables(bytes: Uint8Array): Tables {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, DataView>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const entry = 12 + 16 * i;
    const [offset, length] = [view.getUint32(entry + 8), view.getUint32(entry + 12)];
    tables.set(tagAt(view, entry), new DataView(bytes.buffer, bytes.byteOffset + offset, length));
  }
  return tables;
}

/** Reads the face of a font. Throws where a table that every font has is missing or broken. */
export function readFace({ part, inTable }: Pick<FontFile, 'part' | 'inTable'>): Face {
  const tables = readTables(part((tag) => DESCRIBING.has(tag)));
  // Outlines of Han take 16 MB, of which no more is read than where they name their glyphs.
  const glyphCount = tables.get('maxp')?.getUint16(4) ?? 0;
  const cff = inTable('CFF ', (read) => ({ cids: readCids(read, glyphCount) }));
  return describeFace(tables, cff !== undefined, cff?.cids);
}

/** Tables that tell of a face and its letters. */
const DESCRIBING = new Set(['head', 'hhea', 'hmtx', 'maxp', 'OS/2', 'post', 'name', 'cmap']);

function describeFace(tables: Tables, isCff: boolean, cids: Uint16Array | undefined): Face {
  const table = (tag: string) => {
    const found = tables.get(tag);
    if (!found) throw new Error(`The font has no table ${tag}.`);
    return found;
  };
  const [head, hhea, hmtx, maxp] = [table('head'), table('hhea'), table('hmtx'), table('maxp')];
  const unitsPerEm = head.getUint16(18);
  if (unitsPerEm === 0) throw new Error('The font has no units.');
  const scale = 1000 / unitsPerEm;
  const os2 = tables.get('OS/2');
  const post = tables.get('post');
  const metrics = hhea.getUint16(34);
  if (metrics === 0 || 4 * metrics > hmtx.byteLength) throw new Error('The font lacks widths.');
  const ascent = hhea.getInt16(4) * scale;
  const glyphCount = maxp.getUint16(4);
  const characters = readCharacters(table('cmap'), glyphCount);
  const texts = new Map<number, string | undefined>();
  let glyphs: ReadonlyMap<number, number> | undefined;
  const advanceOf = (glyph: number) => hmtx.getUint16(4 * Math.min(glyph, metrics - 1)) * scale;
  return {
    postscriptName: readPostscriptName(tables.get('name')) ?? 'Font',
    outlines: isCff ? 'cff' : 'truetype',
    glyphCount,
    bounds: [36, 38, 40, 42].map((at) => head.getInt16(at) * scale) as [number, number, number, number],
    ascent,
    descent: hhea.getInt16(6) * scale,
    capHeight: os2 && os2.getUint16(0) >= 2 ? os2.getInt16(88) * scale : ascent,
    italicAngle: post ? post.getInt32(4) / 65536 : 0,
    weight: os2 ? os2.getUint16(4) : 400,
    isCidKeyed: cids !== undefined,
    codeOf: (glyph) => cids?.[glyph] ?? glyph,
    // Text in PostScript outlines names its glyphs itself: there is no map from codes to glyphs (ISO 32000-1, 9.7.4.2).
    spareCodes: isCff || LAST_CODE - glyphCount < 8192 ? 0 : LAST_CODE - glyphCount,
    advanceOf,
    blank: JOINERS.map((c) => characters.indexOf(c)).find((glyph) => glyph > 0 && advanceOf(glyph) === 0),
    textOf: (glyph) => {
      if (!texts.has(glyph)) texts.set(glyph, textOfCharacter(characters[glyph] || undefined));
      return texts.get(glyph);
    },
    glyphOf: (character) => {
      glyphs ??= new Map(Array.from(characters, (c, glyph) => [c, glyph]));
      return glyphs.get(character.codePointAt(0)!);
    },
  };
}

const LAST_CODE = 0xffff;

/** Zero width space, non-joiner, joiner: what fonts have for them is drawn nowhere. */
const JOINERS = [0x200b, 0x200c, 0x200d];

/** Ligatures and joining forms that old character sets had as characters are told by their letters. */
function textOfCharacter(character: number | undefined): string | undefined {
  if (character === undefined) return undefined;
  const text = String.fromCodePoint(character);
  return /[\ufb00-\ufdff\ufe70-\ufefc]/.test(text) ? text.normalize('NFKC') : text;
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
}

/** Characters by glyph, 0 where it stands for none, from the fullest Unicode subtable: format 12, else 4. */
function readCharacters(cmap: DataView, glyphCount: number): Uint32Array {
  const characters = new Uint32Array(glyphCount);
  const note = (glyph: number, character: number) => {
    if (glyph === 0 || glyph >= glyphCount || isControl(character)) return;
    const known = characters[glyph]!;
    if (known === 0 || (isStandIn(known) && !isStandIn(character))) characters[glyph] = character;
  };
  const subtables = Array.from({ length: cmap.getUint16(2) }, (_, i) => cmap.getUint32(8 + 8 * i));
  const ofFormat = (format: number) => subtables.find((at) => cmap.getUint16(at) === format);
  const wide = ofFormat(12);
  const narrow = ofFormat(4);
  if (wide !== undefined) readFormat12(cmap, wide, note);
  else if (narrow !== undefined) readFormat4(cmap, narrow, note);
  return characters;
}

/** Characters that stand in for another, such as radicals for Han letters (UAX #15, compatibility). */
function isStandIn(character: number): boolean {
  const text = String.fromCodePoint(character);
  return text.normalize('NFKC') !== text;
}

/** Characters that are no text, which some fonts show by empty glyphs (ISO 14289-1, 7.21.7 forbids three of them). */
function isControl(character: number): boolean {
  return (
    character < 0x20 ||
    (character >= 0x7f && character < 0xa0) ||
    character === 0xfeff ||
    character === 0xfffe
  );
}

type Note = (glyph: number, character: number) => void;

const LAST_CHARACTER = 0x10ffff;

/** Ranges of characters follow each other: one that goes back would let a small file name billions. */
function holdAscending(first: number, last: number, before: number): void {
  if (first <= before || last > LAST_CHARACTER) throw new Error('The ranges of cmap overlap.');
}

function readFormat12(cmap: DataView, at: number, note: Note): void {
  let before = -1;
  for (let i = 0; i < cmap.getUint32(at + 12); i++) {
    const group = at + 16 + 12 * i;
    const [first, last, glyph] = [0, 4, 8].map((k) => cmap.getUint32(group + k)) as [number, number, number];
    holdAscending(first, last, before);
    before = last;
    for (let c = first; c <= last; c++) note(glyph + c - first, c);
  }
}

function readFormat4(cmap: DataView, at: number, note: Note): void {
  const doubled = cmap.getUint16(at + 6);
  const [ends, starts] = [at + 14, at + 16 + doubled];
  const [deltas, ranges] = [starts + doubled, starts + 2 * doubled];
  let before = -1;
  for (let i = 0; i < doubled; i += 2) {
    const [first, last] = [cmap.getUint16(starts + i), cmap.getUint16(ends + i)];
    const [delta, range] = [cmap.getUint16(deltas + i), cmap.getUint16(ranges + i)];
    holdAscending(first, last, before);
    before = last;
    for (let c = first; c <= last && c < 0xffff; c++) {
      const listed = range === 0 ? c : cmap.getUint16(ranges + i + range + 2 * (c - first));
      if (listed !== 0) note((listed + delta) & 0xffff, c);
    }
  }
}

/** Name 6 in ASCII, whichever encoding it is stored in. */
function readPostscriptName(name: DataView | undefined): string | undefined {
  if (!name) return undefined;
  for (let i = 0; i < name.getUint16(2); i++) {
    const record = 6 + 12 * i;
    if (name.getUint16(record + 6) !== 6) continue;
    const start = name.getUint16(4) + name.getUint16(record + 10);
    const bytes = Array.from({ length: name.getUint16(record + 8) }, (_, k) => name.getUint8(start + k));
    return String.fromCharCode(...bytes.filter((byte) => byte > 32 && byte < 127));
  }
  return undefined;
}
