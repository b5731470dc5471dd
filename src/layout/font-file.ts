import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { Blob, Buffer, Direction, Face, Feature, Font, GlyphFlag, shape } from 'harfbuzzjs';
import { once, startMemory } from '../model/memory.ts';
import type { FontId } from '../model/page.ts';
import type { Script } from './scripts.ts';
import { faceOffsets, type Read, type Room, smallFont, tablesAt, whileOpen, within } from './small-font.ts';

/** What shaping has to know about a stretch of text besides its letters. */
interface ShapingContext {
  readonly direction: 'ltr' | 'rtl';
  readonly script: Script;
  /** BCP 47; chooses the language's own forms of letters. */
  readonly language: string;
  /** Keeps letters apart: without ligatures. */
  readonly apart?: boolean | undefined;
}

/** A glyph of shaped text, in parts of the size; `cluster` is an index into the text. */
export interface ShapedGlyph {
  readonly id: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
  readonly cluster: number;
  /** True where a line that begins with this glyph's cluster has to be shaped anew. */
  readonly joined: boolean;
}

/** The box around a glyph's ink, in parts of the size, y upwards. */
interface GlyphInk {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** True where it wasn't measured: the square that a letter of Han stands in. */
  readonly isSquare?: boolean | undefined;
}

/** Letters of Han fill their square (JLREQ, 2.1.2): a large font is not opened whole to measure them. */
const SQUARE: GlyphInk = { left: 0.03, right: 0.97, top: 0.85, bottom: -0.09, isSquare: true };

/** Where a font comes from: with handbill, or from one of the places of `FontPlaces`. */
export type FontOrigin = 'bundled' | 'appeal' | 'packages' | 'system';

/** What a file of fonts holds; the fonts of a collection share it. */
interface FontContent {
  readonly path: string;
  readonly isLarge: boolean;
  /** Hash of its bytes. */
  readonly sha256: string;
}

/** A font, which is read when it is first needed. */
export interface FontFile {
  readonly id: FontId;
  readonly origin: FontOrigin;
  readonly path: string;
  readonly content: FontContent;
  /** Index of the font in a collection; 0 in a file of one font. */
  readonly faceIndex: number;
  /** Ascent and descent as parts of the size; descent positive downwards. */
  readonly ascent: number;
  readonly descent: number;
  readonly covers: (codePoint: number) => boolean;
  /**
   * A font of its wanted tables alone, in the `room` for it. It is read each time: whoever needs it copies what it needs, and
   * nobody keeps it. Throws RangeError where one goes on beyond the end of the file.
   */
  readonly part: (isWanted: (tag: string) => boolean, room?: Room) => Uint8Array;
  /** Reads within a table: what `work` gives, or undefined where there is no such table. */
  readonly inTable: <T>(tag: string, work: (read: Read) => T) => T | undefined;
  /**
   * Outlines of glyphs as SVG paths, y upwards, `unitsPerEm` to the size. Where they are asked of the font as it is `cut`
   * down to them, those that are known don't need it; the whole font stays open.
   */
  readonly outlines: (cut?: () => Uint8Array) => (glyph: number) => string;
  readonly unitsPerEm: number;
  /** What a glyph blackens, in parts of the size from its origin, y upwards; nothing for a space. */
  readonly inkOf: (glyph: number) => GlyphInk | undefined;
  /** Shapes a part of a text, which is of one script and direction, in view of its neighbours; glyphs in visual order. */
  readonly shape: (text: string, start: number, end: number, context: ShapingContext) => ShapedGlyph[];
  /** The glyph of a space between words; nothing where the font has none. */
  readonly spaceIn: (language: string, direction: 'ltr' | 'rtl') => number | undefined;
  /** Shapes a text that stands by itself; names of towns and countries, and dates, are known from the letter before. */
  readonly shapeAlone: (text: string, context: ShapingContext) => readonly ShapedGlyph[];
}

/** Texts that stand by themselves and are known for each font, how long they are at most, and outlines. */
const KNOWN = { texts: 512, length: 64, outlines: 4096 };

/** Units of text on either side that shaping looks at. */
const NEIGHBOURS = 12;

/** Bytes from which on a font is opened without its outlines, which shaping has no use for: those of Han have 20 MB. */
const LARGE = 4 << 20;

/** Tables of outlines and pictures. */
const DRAWN = ['CFF ', 'CFF2', 'glyf', 'loca', 'gvar', 'VORG', 'CBDT', 'CBLC', 'EBDT', 'SVG ', 'sbix'];

const APART = ['liga', 'clig', 'dlig'].map((tag) => new Feature(tag, 0));

/** A file of fonts, which is read with its first use. */
function contentAt(path: string): FontContent {
  const isLarge = once(() => statSync(path).size >= LARGE);
  const sha256 = once(() => hashOfFile(path));
  return {
    path,
    get isLarge() {
      return isLarge();
    },
    get sha256() {
      return sha256();
    },
  };
}

/** Bytes of a file that are read at a time, to be hashed. */
const PORTION = 1 << 20;

function hashOfFile(path: string): string {
  const hash = createHash('sha256');
  whileOpen(path, (read, size) => {
    const bytes = new Uint8Array(Math.min(size, PORTION));
    for (let at = 0; at < size; at += PORTION) {
      const { byteLength } = read(at, Math.min(PORTION, size - at), bytes);
      hash.update(bytes.subarray(0, byteLength));
    }
  });
  return hash.digest('hex');
}

/** A font that is opened with its first use. */
export function fontAt(
  id: FontId,
  path: string,
  faceIndex: number,
  origin: FontOrigin,
  content = contentAt(path),
): FontFile {
  const inks = new Map<number, GlyphInk | undefined>();
  const outlines = startMemory<string>(KNOWN.outlines);
  const openWhole = once(() => openFont(readFileSync(path), faceIndex));
  const open = once(() => (content.isLarge ? openFont(readToShape(path, faceIndex), 0) : openWhole()));
  return {
    id,
    origin,
    path,
    content,
    faceIndex,
    get ascent() {
      return open().ascent;
    },
    get descent() {
      return open().descent;
    },
    covers: (codePoint) => open().covers(codePoint),
    part: (isWanted, room) =>
      whileOpen(path, (read) => {
        const tables = tablesAt(faceOffsets(read)[faceIndex]!, read);
        return smallFont(
          tables.filter(({ tag }) => isWanted(tag)),
          read,
          room,
        );
      }),
    inTable: (tag, work) =>
      whileOpen(path, (read) => {
        const table = tablesAt(faceOffsets(read)[faceIndex]!, read).find((one) => one.tag === tag);
        return table && work(within(table, read));
      }),
    outlines: (cut) => {
      if (!cut) return (glyph) => openWhole().font.glyphToPath(glyph);
      const font = once(() => new Font(new Face(new Blob(cut()), 0)));
      return (glyph) => outlines.recall(String(glyph), () => font().glyphToPath(glyph));
    },
    get unitsPerEm() {
      return open().unit;
    },
    inkOf: (glyph) => {
      const known = inks.get(glyph);
      if (known || inks.has(glyph)) return known;
      const ink = content.isLarge ? squareIn(open(), glyph) : inkIn(openWhole(), glyph);
      inks.set(glyph, ink);
      return ink;
    },
    ...shapersOf(open),
  };
}

/** The ways to shape text in a font. */
function shapersOf(open: () => OpenedFont): Pick<FontFile, 'shape' | 'shapeAlone' | 'spaceIn'> {
  const known = startMemory<readonly ShapedGlyph[]>(KNOWN.texts);
  const shapeAlone: FontFile['shapeAlone'] = (text, context) => {
    const make = () => shapeWith(open(), text, 0, text.length, context);
    if (text.length > KNOWN.length) return make();
    const { direction, script, language, apart } = context;
    return known.recall(`${direction} ${script} ${language} ${apart} ${text}`, make);
  };
  return {
    shape: (text, start, end, context) => shapeWith(open(), text, start, end, context),
    shapeAlone,
    spaceIn: (language, direction) => shapeAlone(' ', { direction, script: 'Zyyy', language })[0]?.id,
  };
}

/** A face with all that text is shaped and measured by. A table that goes on beyond the end of the file is none. */
function readToShape(path: string, index: number): Uint8Array {
  return whileOpen(path, (read, size) => {
    const tables = tablesAt(faceOffsets(read)[index]!, read);
    const shaping = tables.filter(
      ({ tag, offset, length }) => !DRAWN.includes(tag) && offset + length <= size,
    );
    return smallFont(shaping, read);
  });
}

interface OpenedFont {
  readonly font: Font;
  readonly unit: number;
  readonly ascent: number;
  readonly descent: number;
  readonly covers: (codePoint: number) => boolean;
}

function openFont(bytes: Uint8Array, index: number): OpenedFont {
  const face = new Face(new Blob(bytes), index);
  const font = new Font(face);
  const unit = face.upem;
  const { ascender, descender } = font.hExtents();
  const covers = bitsOf(face.collectUnicodes());
  return { font, unit, ascent: ascender / unit, descent: -descender / unit, covers };
}

const LAST_CHARACTER = 0x10ffff;

/** Tells these numbers from others: a bit for each, as a set of those of Han takes megabytes. */
function bitsOf(codePoints: Iterable<number>): (codePoint: number) => boolean {
  const bits = new Uint8Array((LAST_CHARACTER >> 3) + 1);
  for (const codePoint of codePoints) bits[codePoint >> 3]! |= 1 << (codePoint & 7);
  return (codePoint) => (bits[codePoint >> 3]! & (1 << (codePoint & 7))) !== 0;
}

function inkIn({ font, unit }: OpenedFont, glyph: number): GlyphInk | undefined {
  const extents = font.glyphExtents(glyph);
  if (!extents || extents.width === 0 || extents.height === 0) return undefined;
  const { xBearing, yBearing, width, height } = extents;
  return {
    left: xBearing / unit,
    right: (xBearing + width) / unit,
    top: yBearing / unit,
    bottom: (yBearing + height) / unit,
  };
}

/** Spaces of ASCII, between words that stay together, and of Han. */
const SPACES = [0x20, 0xa0, 0x3000];

/** The square of a letter as wide as it is set; a space has none. */
function squareIn({ font, unit }: OpenedFont, glyph: number): GlyphInk | undefined {
  if (SPACES.some((space) => font.nominalGlyph(space) === glyph)) return undefined;
  return { ...SQUARE, right: Math.min(SQUARE.right, font.glyphHAdvance(glyph) / unit) };
}

const buffer = new Buffer();

function shapeWith(
  { font, unit }: OpenedFont,
  text: string,
  start: number,
  end: number,
  { direction, script, language, apart }: ShapingContext,
): ShapedGlyph[] {
  const from = Math.max(start - NEIGHBOURS, 0);
  buffer.reset();
  buffer.addText(text.slice(from, end + NEIGHBOURS), start - from, end - start);
  buffer.setDirection(direction === 'rtl' ? Direction.RTL : Direction.LTR);
  buffer.setScript(script);
  buffer.setLanguage(language);
  shape(font, buffer, apart ? APART : undefined);
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ codepoint, cluster, flags }, i) => ({
    id: codepoint,
    advance: positions[i]!.xAdvance / unit,
    dx: positions[i]!.xOffset / unit,
    dy: positions[i]!.yOffset / unit,
    cluster: from + cluster,
    joined: (flags & GlyphFlag.UNSAFE_TO_BREAK) !== 0,
  }));
}
