import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { FontFile } from '../../layout/fonts.ts';
import { type Memory, startMemory } from '../../model/memory.ts';
import { ProblemError } from '../../problems.ts';
import { FLATE, type PdfFile, type StreamEntries } from './file.ts';
import { formatName, formatNumber, formatRef, hex4, utf16Hex } from './objects.ts';
import type { RunFont, SetRun } from './runs.ts';
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
  /** Font descriptor up to the reference to the data, and the descendant font without its descriptor (9.7.4, 9.8). */
  readonly descriptor: string;
  readonly descendant: string;
  readonly data: Uint8Array;
  readonly dataEntries: StreamEntries;
  readonly glyphs: readonly number[];
  readonly unicode: Memory<Uint8Array>;
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
    const message = `The font ${path} is broken.`;
    const hint = 'Take it away, or install it anew.';
    throw new ProblemError([{ severity: 'error', code: 'font-broken', message, hint }], { cause });
  }
}

/** The use of one font in one file. */
export interface FontUse {
  readonly font: EmbeddedFont;
  /** Number of the font's object. */
  readonly object: number;
  readonly rows: Set<number>;
  readonly texts: Map<number, string>;
}

/** Notes which glyphs of the font a run needs; false where one of them tells another text elsewhere in the file. */
export function noteGlyphs({ rows, texts }: FontUse, run: SetRun): boolean {
  for (const row of run.rows) rows.add(row);
  let agrees = true;
  for (const [glyph, text] of run.texts) {
    const told = texts.get(glyph);
    if (told === undefined) texts.set(glyph, text);
    else if (told !== text) agrees = false;
  }
  return agrees;
}

/** Writes a font with its subset, widths and text (9.7). */
export function writeFont(file: PdfFile, { font, object, rows, texts }: FontUse): void {
  const sorted = [...rows].sort((a, b) => a - b);
  const program = font.programs.recall(sorted.join(' '), () => makeProgram(font, sorted));
  const unicode = program.unicode.recall(JSON.stringify([...texts]), () =>
    makeUnicode(font.face, program, texts),
  );
  const data = file.allocate();
  file.writeStream(data, program.dataEntries, program.data);
  const descriptor = file.add(`${program.descriptor} ${formatRef(data)}>>`);
  const descendant = file.add(`${program.descendant}/FontDescriptor ${formatRef(descriptor)}>>`);
  const toUnicode = file.allocate();
  file.writeStream(toUnicode, FLATE, unicode);
  file.write(
    object,
    `<</Type/Font/Subtype/Type0/BaseFont${program.name}/Encoding/Identity-H` +
      `/DescendantFonts[${formatRef(descendant)}]/ToUnicode ${formatRef(toUnicode)}>>`,
  );
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
    descendant:
      `<</Type/Font/Subtype/${isCff ? 'CIDFontType0' : 'CIDFontType2/CIDToGIDMap/Identity'}/BaseFont${name}` +
      `/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 0/W ${formatWidths(face, glyphs)}`,
    data: deflateSync(program, { level: 9 }),
    dataEntries: { ...FLATE, ...(isCff ? { Subtype: 'CIDFontType0C' } : { Length1: program.length }) },
    glyphs,
    unicode: startMemory(16),
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

/** Widths by code: for each series of neighbours its first code and all its widths (9.7.4.3). */
function formatWidths(face: Face, glyphs: readonly number[]): string {
  let series = '';
  let last: number | undefined;
  for (const glyph of glyphs) {
    const code = face.codeOf(glyph);
    const width = formatNumber(face.advanceOf(glyph));
    if (last === undefined) series += `${code}[${width}`;
    else series += code === last + 1 ? ` ${width}` : `]${code}[${width}`;
    last = code;
  }
  return `[${series}]]`;
}

/** The character map `ToUnicode` (9.10.3). */
function makeUnicode(face: Face, { glyphs }: Program, texts: ReadonlyMap<number, string>): Uint8Array {
  const pairs = glyphs.flatMap((glyph) => {
    const text = face.textOf(glyph) ?? texts.get(glyph);
    return text === undefined ? [] : [`<${hex4(face.codeOf(glyph))}><${utf16Hex(text)}>`];
  });
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
