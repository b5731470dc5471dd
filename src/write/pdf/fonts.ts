import { createHash } from 'node:crypto';
import { startMemory } from '../../model/memory.ts';
import type { FontId } from '../../model/page.ts';
import { deflated } from './deflated.ts';
import { type Coding, type EmbeddedFont, reading, type Subset } from './embedded-font.ts';
import { FLATE, type PdfFile, type PdfStream, type StreamEntries } from './file.ts';
import { drawnGlyphs, type FontUse, type FontUses, hasOwn, toldGlyphs } from './font-uses.ts';
import { formatName, formatNumber, formatRef } from './objects.ts';
import type { GlyphText } from './runs.ts';
import { type Face, readTables } from './sfnt.ts';
import { subsetFont } from './subset.ts';
import { type CodeTexts, formatUnicode, shareMaps } from './unicode-map.ts';

/** A font whose program is to stand last, and the object of that. */
export interface FontLast {
  readonly font: FontId;
  readonly object: number;
}

/** Writes fonts under the numbers of their objects, but for the programs of those in which senders are named. */
export function writeFonts(
  file: PdfFile,
  fonts: ReadonlyMap<FontId, number>,
  uses: FontUses,
): readonly FontLast[] {
  const embedded = [...fonts].map(([font, object]) => ({ font, object, ...embed(uses.of(font)) }));
  const last: FontLast[] = [];
  for (const { texts, members } of shareMaps(embedded, ({ coding }) => coding.texts)) {
    const map = members[0]!.coding.maps.recall(JSON.stringify(texts), () => formatUnicode(texts));
    const toUnicode = file.allocate();
    file.writeStream(toUnicode, FLATE, map);
    for (const one of members) {
      const data = file.allocate();
      if (hasOwn(one.use)) last.push({ font: one.font, object: data });
      else {
        const { entries, data: bytes } = programOf(one.use.font, drawnGlyphs(one.use));
        file.writeStream(data, entries, bytes);
      }
      writeFont(file, one, data, toUnicode);
    }
  }
  return last;
}

/** A font as it goes into a file. */
interface Embedded {
  readonly use: FontUse;
  readonly subset: Subset;
  readonly coding: Coding;
}

function embed(use: FontUse): Embedded {
  const { font, codes } = use;
  const glyphs = toldGlyphs(use);
  const subset = font.subsets.recall(glyphs.join(' '), () => describeSubset(font.face, glyphs));
  const listed = [...codes].sort(([a], [b]) => a - b);
  const coding = subset.coded.recall(JSON.stringify(listed), () => codeGlyphs(font.face, subset, listed));
  return { use, subset, coding };
}

/** Writes a font with its widths and text (9.7), whose program is the object `data`. */
function writeFont(
  file: PdfFile,
  { object, use, subset, coding }: Embedded & { readonly object: number },
  data: number,
  toUnicode: number,
): void {
  const descriptor = file.add(`${subset.descriptor} ${formatRef(data)}>>`);
  const map = writeMap(file, use.font.face, coding);
  const descendant = file.add(`${coding.descendant}${map}/FontDescriptor ${formatRef(descriptor)}>>`);
  file.write(
    object,
    `<</Type/Font/Subtype/Type0/BaseFont${subset.name}/Encoding/Identity-H` +
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

/** The program of a font, cut down to some glyphs; made once for all documents. */
export function programOf(font: EmbeddedFont, glyphs: readonly number[]): PdfStream {
  const { face, file, programs } = font;
  return programs.recall(glyphs.join(' '), () => {
    const isCff = face.outlines === 'cff';
    const program = reading(file, () => {
      const subset = subsetFont(file, glyphs, !face.isCidKeyed);
      return isCff ? bytesOf(readTables(subset).get('CFF ')!) : subset;
    });
    const kind: StreamEntries = isCff ? { Subtype: 'CIDFontType0C' } : { Length1: program.length };
    return { entries: { ...FLATE, ...kind }, data: deflated(program) };
  });
}

function describeSubset(face: Face, glyphs: readonly number[]): Subset {
  const tag = createHash('sha256').update(glyphs.join(' ')).digest().subarray(0, 6);
  const letters = Array.from(tag, (byte) => String.fromCharCode(65 + (byte % 26))).join('');
  const name = formatName(`${letters}+${face.postscriptName}`);
  return {
    name,
    descriptor: formatDescriptor(face, name),
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
function codeGlyphs(face: Face, { glyphs, name }: Subset, codes: Codes): Coding {
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
  return deflated(map);
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
