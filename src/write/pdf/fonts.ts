import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { FontBook, FontFile } from '../../layout/fonts.ts';
import { type Memory, memoise, startMemory } from '../../model/memory.ts';
import type { FontId, GlyphRun } from '../../model/page.ts';
import { refusal } from '../../wordings.ts';
import { type Alphabets, findAlphabets } from './alphabets.ts';
import { FLATE, type PdfFile, type StreamEntries } from './file.ts';
import { formatName, formatNumber, formatRef } from './objects.ts';
import { type GlyphText, isSameText, type RunFont, type SetRun, setBeside, setRun } from './runs.ts';
import { type Face, readFace, readTables } from './sfnt.ts';
import { subsetFont } from './subset.ts';
import { type CodeTexts, formatUnicode, shareMaps } from './unicode-map.ts';

/** A font that was opened for embedding, with the subsets made of it. */
interface EmbeddedFont extends RunFont {
  readonly file: FontFile;
  readonly alphabets: Alphabets;
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
  /** The text of each code, in their order. */
  readonly texts: CodeTexts;
  /** `ToUnicode` of this font with others. */
  readonly maps: Memory<Uint8Array>;
}

/** Opens a font for embedding; once for all documents. */
export const openForEmbedding = memoise((file: FontFile): EmbeddedFont => {
  const face = reading(file, () => readFace(file.content.bytes, file.faceIndex));
  return { face, file, alphabets: findAlphabets(face), programs: startMemory<Program>(256) };
});

/** Does what fails where the tables of a font are broken. Throws ProblemError `font-broken` then. */
function reading<T>({ path }: FontFile, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw refusal('font-broken', { path }, {}, { cause });
  }
}

/** The use of one font in one file: its glyphs, and the text of those that stand for no character. */
interface FontUse {
  readonly font: EmbeddedFont;
  /** True where names and addresses are set in it, which differ from one document to the next. */
  readonly isPersonal: boolean;
  readonly used: Set<number>;
  readonly codes: Map<number, GlyphText>;
}

/** The fonts and glyphs that a file needs, noted while its pages are drawn. */
export class FontUses {
  readonly byFont = new Map<FontId, FontUse>();
  readonly fontBook: FontBook;
  private readonly personal: ReadonlySet<FontId>;
  private watched: Watched | undefined;

  constructor(fontBook: FontBook, personal: ReadonlySet<FontId> = new Set()) {
    this.fontBook = fontBook;
    this.personal = personal;
  }

  /** Notes the font and the glyphs of a run, and sets it. */
  useRun(run: GlyphRun): SetRun {
    const use = this.of(run.font);
    // What one sender has for herself is never met again.
    const set = run.own ? setBeside(run, use.font, new Map()) : setRun(run, use.font);
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
      use = { font, isPersonal: this.personal.has(id), used: new Set(), codes: new Map() };
      this.byFont.set(id, use);
    }
    return use;
  }
}

/** What a part of a file needs of its fonts. */
class Watched {
  readonly glyphs: { font: FontId; used: number[]; codes: Map<number, GlyphText> }[] = [];
  /** False where a code has another text elsewhere in the file. */
  agrees = true;

  note(font: FontId, { used, codes }: SetRun, agrees: boolean): void {
    let use = this.glyphs.find((one) => one.font === font);
    if (!use) {
      use = { font, used: [], codes: new Map() };
      this.glyphs.push(use);
    }
    for (const glyph of used) if (!use.used.includes(glyph)) use.used.push(glyph);
    for (const [code, told] of codes) use.codes.set(code, told);
    this.agrees &&= agrees;
  }
}

/** Notes which glyphs of the font a text needs; false where one of its codes has another text elsewhere in the file. */
export function noteGlyphs(
  { used, codes }: Pick<FontUse, 'used' | 'codes'>,
  text: Pick<SetRun, 'used' | 'codes'>,
): boolean {
  if (!areFree(codes, text.codes)) return false;
  for (const glyph of text.used) used.add(glyph);
  for (const [code, told] of text.codes) codes.set(code, told);
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

/**
 * What a subset holds: the glyphs that are used; where names and addresses are set, by the first of each alphabet of which
 * one is used, so that the documents of a thousand people share one subset, and each has the same bytes alone.
 */
export function partsOf({ font, isPersonal, used }: FontUse): number[] {
  const parts = isPersonal ? new Set([...used].map(font.alphabets.firstOf)) : used;
  return [...parts].sort((a, b) => a - b);
}

/** Writes fonts under the numbers of their objects. */
export function writeFonts(file: PdfFile, fonts: ReadonlyMap<FontId, number>, uses: FontUses): void {
  const embedded = [...fonts].map(([id, object]) => ({ object, ...embed(uses.of(id)) }));
  for (const { texts, members } of shareMaps(embedded, ({ coding }) => coding.texts)) {
    const map = members[0]!.coding.maps.recall(JSON.stringify(texts), () => formatUnicode(texts));
    const toUnicode = file.allocate();
    file.writeStream(toUnicode, FLATE, map);
    for (const font of members) writeFont(file, font, toUnicode);
  }
}

/** A font as it goes into a file. */
interface Embedded {
  readonly face: Face;
  readonly program: Program;
  readonly coding: Coding;
}

function embed(use: FontUse): Embedded {
  const { font, isPersonal, codes } = use;
  const parts = partsOf(use);
  const glyphs = isPersonal ? parts.flatMap(font.alphabets.membersOf).sort((a, b) => a - b) : parts;
  const program = font.programs.recall(glyphs.join(' '), () => makeProgram(font, glyphs));
  const listed = [...codes].sort(([a], [b]) => a - b);
  const coding = program.coded.recall(JSON.stringify(listed), () => codeGlyphs(font.face, program, listed));
  return { face: font.face, program, coding };
}

/** Writes a font with its subset, widths and text (9.7). */
function writeFont(
  file: PdfFile,
  { object, face, program, coding }: Embedded & { readonly object: number },
  toUnicode: number,
): void {
  const data = file.allocate();
  file.writeStream(data, program.dataEntries, program.data);
  const descriptor = file.add(`${program.descriptor} ${formatRef(data)}>>`);
  const map = writeMap(file, face, coding);
  const descendant = file.add(`${coding.descendant}${map}/FontDescriptor ${formatRef(descriptor)}>>`);
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

function makeProgram({ face, file }: EmbeddedFont, glyphs: readonly number[]): Program {
  const isCff = face.outlines === 'cff';
  const program = reading(file, () => {
    const subset = subsetFont(file, glyphs, !face.isCidKeyed);
    return isCff ? bytesOf(readTables(subset).get('CFF ')!) : subset;
  });
  const tag = createHash('sha256').update(glyphs.join(' ')).digest().subarray(0, 6);
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
    texts: textsOf(face, glyphs, codes),
    maps: startMemory(16),
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

/** The text of each code, in their order. */
function textsOf(face: Face, glyphs: readonly number[], codes: Codes): CodeTexts {
  const texts = new Map(codes.map(([code, { text }]) => [code, text]));
  for (const glyph of glyphs) {
    const text = face.textOf(glyph);
    if (text !== undefined) texts.set(face.codeOf(glyph), text);
  }
  return [...texts].sort(([a], [b]) => a - b);
}
