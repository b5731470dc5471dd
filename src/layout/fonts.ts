import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Blob, Buffer, Direction, Face, Font, shape } from 'harfbuzzjs';
import type { FontId } from '../model/page.ts';
import type { Family, TextStyle } from './style.ts';

/** An opened font file. */
export interface FontFile {
  readonly id: FontId;
  /** The whole file, for embedding. */
  readonly bytes: Uint8Array;
  /** Ascent and descent as parts of the size; descent positive downwards. */
  readonly ascent: number;
  readonly descent: number;
  readonly covers: (codePoint: number) => boolean;
  /** Outline of a glyph as an SVG path, y upwards, `unitsPerEm` to the size. */
  readonly outline: (glyph: number) => string;
  readonly unitsPerEm: number;
  /** Shapes text of one script and direction; glyphs in visual order, measures as parts of the size. */
  readonly shape: (text: string, direction: 'ltr' | 'rtl', language: string) => readonly ShapedGlyph[];
}

/** A glyph of shaped text, in parts of the size; `cluster` is an index into the text. */
export interface ShapedGlyph {
  readonly id: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
  readonly cluster: number;
}

/** The opened fonts. */
export interface FontBook {
  readonly files: ReadonlyMap<FontId, FontFile>;
  /** Hash of all font files. */
  readonly sha256: string;
  /** The fonts for a style, best first: its own family, then those that step in for missing letters. */
  readonly chain: (style: Pick<TextStyle, 'family' | 'weight' | 'italic'>) => readonly FontFile[];
}

/** The bundled fonts: id, package, file. */
const BUNDLED = [
  ['serif-400', 'noto-serif', '400Regular/NotoSerif_400Regular.ttf'],
  ['serif-400i', 'noto-serif', '400Regular_Italic/NotoSerif_400Regular_Italic.ttf'],
  ['serif-700', 'noto-serif', '700Bold/NotoSerif_700Bold.ttf'],
  ['sans-400', 'noto-sans', '400Regular/NotoSans_400Regular.ttf'],
  ['sans-400i', 'noto-sans', '400Regular_Italic/NotoSans_400Regular_Italic.ttf'],
  ['sans-700', 'noto-sans', '700Bold/NotoSans_700Bold.ttf'],
  ['display-400', 'roboto-condensed', '400Regular/RobotoCondensed_400Regular.ttf'],
  ['display-700', 'roboto-condensed', '700Bold/RobotoCondensed_700Bold.ttf'],
  ['display-900', 'roboto-condensed', '900Black/RobotoCondensed_900Black.ttf'],
] as const;

/** Families that step in where a letter is missing. */
const FALLBACK: Readonly<Record<Family, readonly Family[]>> = {
  serif: ['serif', 'sans', 'display'],
  sans: ['sans', 'serif', 'display'],
  display: ['display', 'sans', 'serif'],
};

let opened: Promise<FontBook> | undefined;

/** Opens the bundled fonts; once for all documents. */
export function openFonts(): Promise<FontBook> {
  opened ??= readFonts();
  return opened;
}

async function readFonts(): Promise<FontBook> {
  const require = createRequire(import.meta.url);
  const list = await Promise.all(
    BUNDLED.map(async ([id, name, file]) =>
      openFont(id, await readFile(require.resolve(`@expo-google-fonts/${name}/${file}`))),
    ),
  );
  const files = new Map(list.map((font) => [font.id, font]));
  const hash = createHash('sha256');
  for (const font of list) hash.update(font.bytes);
  const chains = new Map<string, readonly FontFile[]>();
  return {
    files,
    sha256: hash.digest('hex'),
    chain: ({ family, weight, italic = false }) => {
      const key = `${family} ${weight} ${italic}`;
      const known = chains.get(key) ?? FALLBACK[family].map((f) => files.get(faceOf(f, weight, italic))!);
      chains.set(key, known);
      return known;
    },
  };
}

/** The nearest face that is bundled. */
function faceOf(family: Family, weight: number, italic: boolean): FontId {
  if (family === 'display') return `display-${weight}`;
  if (weight >= 700) return `${family}-700`;
  return italic ? `${family}-400i` : `${family}-400`;
}

function openFont(id: FontId, bytes: Uint8Array): FontFile {
  const face = new Face(new Blob(bytes));
  const font = new Font(face);
  const { upem } = face;
  const extents = font.hExtents();
  const covered = new Set(face.collectUnicodes());
  const cache = new Map<string, readonly ShapedGlyph[]>();
  const buffer = new Buffer();
  return {
    id,
    bytes,
    ascent: extents.ascender / upem,
    descent: -extents.descender / upem,
    covers: (codePoint) => covered.has(codePoint),
    outline: (glyph) => font.glyphToPath(glyph),
    unitsPerEm: upem,
    shape: (text, direction, language) => {
      const key = `${direction}${language} ${text}`;
      const known = cache.get(key);
      if (known) return known;
      buffer.reset();
      buffer.addText(text);
      buffer.setDirection(direction === 'rtl' ? Direction.RTL : Direction.LTR);
      buffer.setLanguage(language);
      buffer.guessSegmentProperties();
      shape(font, buffer);
      const glyphs = buffer.getGlyphInfosAndPositions().map((g) => ({
        id: g.codepoint,
        advance: (g.xAdvance ?? 0) / upem,
        dx: (g.xOffset ?? 0) / upem,
        dy: (g.yOffset ?? 0) / upem,
        cluster: g.cluster,
      }));
      // Only short pieces come back often.
      if (text.length <= 40) cache.set(key, glyphs);
      return glyphs;
    },
  };
}
