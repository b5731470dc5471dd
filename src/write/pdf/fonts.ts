import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { FontBook, FontFile } from '../../layout/fonts.ts';
import { type Memory, startMemory } from '../../model/memory.ts';
import type { FontId, GlyphRun } from '../../model/page.ts';
import { ProblemError } from '../../problems.ts';
import { finding } from '../../wordings.ts';
import { FLATE, type PdfFile, type StreamEntries } from './file.ts';
import { formatName, formatNumber, formatRef, hex4, utf16Hex } from './objects.ts';
import { type GlyphText, isSameText, type RunFont, type SetRun, setBeside, setRun } from './runs.ts';
import { type Face, readFace, readTables } from './sfnt.ts';
import { subsetFont } from './subset.ts';

/**
 * A subset holds whole rows of this many neighbouring glyphs, which lie in the order of their script: documents of
 * one language then share one subset, whatever names stand in them, and each gets the same bytes alone or among many.
 */
const ROW = 8;
/** In a font with more glyphs than this (Han), a subset holds the used ones alone. */
const MANY_GLYPHS = 8192;

/** A font that was opened for embedding, with the subsets made of it. */
export interface EmbeddedFont extends RunFont {
  readonly file: FontFile;
  readonly programs: Memory<Program>;
}

/** A subset as it is embedded. */
interface Program {
  /** PostScript name with the subset's tag (ISO 32000-1, 9.6.4), as a name object. */
  readonly name: string;
  /** Font descriptor up to the reference to the data (9.8). */
  readonly descriptor: string;
  readonly data: Uint8Array;
  readonly dataEntries: StreamEntries;
  readonly glyphs: readonly number[];
  readonly coded: Memory<Coding>;
}

/** What the codes of a subset stand for. */
interface Coding {
  /** The descendant font without its descriptor and its map, up to its widths (9.7.4). */
  readonly descendant: string;
  /** `CIDToGIDMap`, where codes beyond the glyphs' numbers are used. */
  readonly glyphs: Uint8Array | undefined;
  /** `ToUnicode`. */
  readonly unicode: Uint8Array;
}

const opened = new WeakMap<FontFile, EmbeddedFont>();

/** Opens a font for embedding; once for all documents. */
export function openForEmbedding(file: FontFile): EmbeddedFont {
  const known = opened.get(file);
  if (known) return known;
  const face = reading(file, () => readFace(file.bytes, file.faceIndex));
  const rowLength = face.glyphCount > MANY_GLYPHS ? 1 : ROW;
  const font = { face, rowLength, file, programs: startMemory<Program>(256) };
  opened.set(file, font);
  return font;
}

/** Does what fails where the tables of a font are broken. Throws ProblemError `font-broken` then. */
function reading<T>({ path }: FontFile, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new ProblemError([finding('error', 'font-broken', { path })], { cause });
  }
}

/** The use of one font in one file: rows of its glyphs, and the text of those that stand for no character. */
export interface FontUse {
  readonly font: EmbeddedFont;
  readonly rows: Set<number>;
  readonly codes: Map<number, GlyphText>;
}

/** The fonts and glyphs that a file needs, noted while its pages are drawn. */
export class FontUses {
  readonly byFont = new Map<FontId, FontUse>();
  readonly fontBook: FontBook;
  private watched: Watched | undefined;

  constructor(fontBook: FontBook) {
    this.fontBook = fontBook;
  }

  /** Notes the font and the glyphs of a run, and sets it. */
  useRun(run: GlyphRun): SetRun {
    const use = this.of(run.font);
    const set = setRun(run, use.font);
    const agrees = noteGlyphs(use, set);
    this.watched?.note(run.font, set, agrees);
    if (agrees) return set;
    const other = setBeside(run, use.font, use.codes);
    return noteGlyphs(use, other) || run.direction === 'rtl' ? other : { ...other, tellsText: false };
  }

  /** Notes apart what is used from now on, to the end of the watch. */
  watch(): { end(): Pick<Watched, 'glyphs' | 'agrees'> } {
    const watched = new Watched();
    this.watched = watched;
    return {
      end: () => {
        this.watched = undefined;
        return watched;
      },
    };
  }

  /** What was noted of a font so far. */
  of(id: FontId): FontUse {
    let use = this.byFont.get(id);
    if (!use) {
      const font = openForEmbedding(this.fontBook.files.get(id)!);
      use = { font, rows: new Set(), codes: new Map() };
      this.byFont.set(id, use);
    }
    return use;
  }
}

/** What a part of a file needs of its fonts. */
class Watched {
  readonly glyphs: { font: FontId; rows: number[]; codes: Map<number, GlyphText> }[] = [];
  /** False where a code has another text elsewhere in the file. */
  agrees = true;

  note(font: FontId, { rows, codes }: SetRun, agrees: boolean): void {
    let use = this.glyphs.find((one) => one.font === font);
    if (!use) {
      use = { font, rows: [], codes: new Map() };
      this.glyphs.push(use);
    }
    for (const row of rows) if (!use.rows.includes(row)) use.rows.push(row);
    for (const [code, told] of codes) use.codes.set(code, told);
    this.agrees &&= agrees;
  }
}

/** Notes which glyphs of the font a run needs; false where one of its codes has another text elsewhere in the file. */
export function noteGlyphs(
  { rows, codes }: Pick<FontUse, 'rows' | 'codes'>,
  run: Pick<SetRun, 'codes'> & { readonly rows: readonly number[] },
): boolean {
  if (!areFree(codes, run.codes)) return false;
  for (const row of run.rows) rows.add(row);
  for (const [code, told] of run.codes) codes.set(code, told);
  return true;
}

/** True where none of the codes has another text in the file. */
export function areFree(
  taken: ReadonlyMap<number, GlyphText>,
  codes: ReadonlyMap<number, GlyphText>,
): boolean {
  for (const [code, told] of codes) {
    const known = taken.get(code);
    if (known && !isSameText(known, told)) return false;
  }
  return true;
}

/** Writes a font with its subset, widths and text (9.7). */
export function writeFont(file: PdfFile, object: number, { font, rows, codes }: FontUse): void {
  const sorted = [...rows].sort((a, b) => a - b);
  const program = font.programs.recall(sorted.join(' '), () => makeProgram(font, sorted));
  const listed = [...codes].sort(([a], [b]) => a - b);
  const coding = program.coded.recall(JSON.stringify(listed), () => codeGlyphs(font.face, program, listed));
  const data = file.allocate();
  file.writeStream(data, program.dataEntries, program.data);
  const descriptor = file.add(`${program.descriptor} ${formatRef(data)}>>`);
  const map = writeMap(file, font.face, coding);
  const descendant = file.add(`${coding.descendant}${map}/FontDescriptor ${formatRef(descriptor)}>>`);
  const toUnicode = file.allocate();
  file.writeStream(toUnicode, FLATE, coding.unicode);
  file.write(
    object,
    `<</Type/Font/Subtype/Type0/BaseFont${program.name}/Encoding/Identity-H` +
      `/DescendantFonts[${formatRef(descendant)}]/ToUnicode ${formatRef(toUnicode)}>>`,
  );
}

/** The entry for the map from codes to glyphs, which TrueType alone has. */
function writeMap(file: PdfFile, { outlines }: Face, { glyphs }: Coding): string {
  if (outlines === 'cff') return '';
  if (!glyphs) return '/CIDToGIDMap/Identity';
  const map = file.allocate();
  file.writeStream(map, FLATE, glyphs);
  return `/CIDToGIDMap ${formatRef(map)}`;
}

function makeProgram({ face, file, rowLength }: EmbeddedFont, rows: readonly number[]): Program {
  const glyphs = rows.flatMap((r) =>
    Array.from({ length: Math.min(rowLength, face.glyphCount - r * rowLength) }, (_, i) => r * rowLength + i),
  );
  const isCff = face.outlines === 'cff';
  const program = reading(file, () => {
    const subset = subsetFont(file.bytes, file.faceIndex, glyphs, !face.isCidKeyed);
    return isCff ? bytesOf(readTables(subset).get('CFF ')!) : subset;
  });
  const tag = createHash('sha256').update(rows.join(' ')).digest().subarray(0, 6);
  const letters = Array.from(tag, (byte) => String.fromCharCode(65 + (byte % 26))).join('');
  const name = formatName(`${letters}+${face.postscriptName}`);
  return {
    name,
    descriptor: formatDescriptor(face, name),
    data: deflateSync(program, { level: 9 }),
    dataEntries: { ...FLATE, ...(isCff ? { Subtype: 'CIDFontType0C' } : { Length1: program.length }) },
    glyphs,
    coded: startMemory(16),
  };
}

function formatDescriptor(face: Face, name: string): string {
  const metric = (entry: string, value: number) => `/${entry} ${formatNumber(value)}`;
  return (
    `<</Type/FontDescriptor/FontName${name}/Flags 4/FontBBox[${face.bounds.map(Math.round).join(' ')}]` +
    metric('ItalicAngle', face.italicAngle) +
    metric('Ascent', face.ascent) +
    metric('Descent', face.descent) +
    metric('CapHeight', face.capHeight) +
    metric('StemV', face.weight / 5) +
    `/${face.outlines === 'cff' ? 'FontFile3' : 'FontFile2'}`
  );
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

type Codes = readonly (readonly [number, GlyphText])[];

/** What codes stand for: those of the glyphs in the subset, and others in ascending order. */
function codeGlyphs(face: Face, { glyphs, name }: Program, codes: Codes): Coding {
  const others = codes.filter(([code]) => code >= face.glyphCount);
  const type = face.outlines === 'cff' ? 'CIDFontType0' : 'CIDFontType2';
  const widths = formatWidths(face, [
    ...glyphs.map((glyph) => [face.codeOf(glyph), glyph] as const),
    ...(face.spareCodes > 0 ? others.map(([code, { glyph }]) => [code, glyph] as const) : []),
  ]);
  return {
    descendant:
      `<</Type/Font/Subtype/${type}/BaseFont${name}` +
      `/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 0/W ${widths}`,
    glyphs: face.spareCodes > 0 && others.length > 0 ? mapCodes(glyphs, others) : undefined,
    unicode: makeUnicode(face, glyphs, codes),
  };
}

/** Glyphs by code, two bytes each (9.7.4.2). */
function mapCodes(glyphs: readonly number[], others: Codes): Uint8Array {
  const map = Buffer.alloc(2 * (others.at(-1)![0] + 1));
  for (const glyph of glyphs) map.writeUInt16BE(glyph, 2 * glyph);
  for (const [code, { glyph }] of others) map.writeUInt16BE(glyph, 2 * code);
  return deflateSync(map, { level: 9 });
}

/** Widths by code: for each series of neighbours its first code and all its widths (9.7.4.3). */
function formatWidths(face: Face, codes: readonly (readonly [number, number])[]): string {
  let series = '';
  let last: number | undefined;
  for (const [code, glyph] of codes) {
    const width = formatNumber(face.advanceOf(glyph));
    if (last === undefined) series += `${code}[${width}`;
    else series += code === last + 1 ? ` ${width}` : `]${code}[${width}`;
    last = code;
  }
  return `[${series}]]`;
}

/** The character map `ToUnicode` (9.10.3). */
function makeUnicode(face: Face, glyphs: readonly number[], codes: Codes): Uint8Array {
  const texts = new Map(codes.map(([code, { text }]) => [code, text]));
  for (const glyph of glyphs) {
    const text = face.textOf(glyph);
    if (text !== undefined) texts.set(face.codeOf(glyph), text);
  }
  const pairs = [...texts]
    .sort(([a], [b]) => a - b)
    .map(([code, text]) => `<${hex4(code)}><${utf16Hex(text)}>`);
  const blocks: string[] = [];
  for (let i = 0; i < pairs.length; i += 100) {
    const block = pairs.slice(i, i + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return deflateSync(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`);
}
