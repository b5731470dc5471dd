import type { Glyph, GlyphRun } from '../../model/page.ts';
import { formatNumber, hex4, utf16Hex } from './objects.ts';
import type { Face } from './sfnt.ts';

/** A glyph run as operators of a content stream. */
export interface SetRun {
  /** Shows the glyphs, from the position that the text matrix names. */
  readonly operators: string;
  /** False where the run as a whole has to say what its text is. */
  readonly tellsText: boolean;
  /** Rows of the font's glyphs that it needs. */
  readonly rows: readonly number[];
  /** Text of glyphs that stand for no character by themselves: ligatures, forms, parts of a cluster. */
  readonly texts: ReadonlyMap<number, string>;
}

/** What setting a run takes of its font. */
export interface RunFont {
  readonly face: Face;
  /** Glyphs in a row: a subset holds whole rows. */
  readonly rowLength: number;
}

/** Layout keeps the glyphs of what it has set before, so the same array comes back in the next document. */
const remembered = new WeakMap<readonly Glyph[], { readonly run: GlyphRun; readonly set: SetRun }>();

/** Turns a run into operators. */
export function setRun(run: GlyphRun, { face, rowLength }: RunFont): SetRun {
  const known = remembered.get(run.glyphs);
  if (known && isSame(known.run, run)) return known.set;
  const clusters = clusterTexts(run);
  const placed = placeGlyphs(run);
  const set: SetRun = {
    operators:
      run.direction === 'ltr' ? formatGlyphs(placed, face) : formatRightToLeft(placed, clusters, face),
    ...readBack(run, clusters, face),
    rows: [...new Set(run.glyphs.map(({ id }) => Math.floor(id / rowLength)))],
  };
  remembered.set(run.glyphs, { run, set });
  return set;
}

function isSame(a: GlyphRun, b: GlyphRun): boolean {
  return a.font === b.font && a.size === b.size && a.text === b.text && a.direction === b.direction;
}

/** A glyph at its place. */
interface PlacedGlyph {
  readonly id: number;
  readonly cluster: number;
  readonly advance: number;
  /** From the start of the run, in thousandths of the size. */
  readonly x: number;
  /** Above the baseline, in points. */
  readonly rise: number;
  /** What it stands for, where it doesn't tell by itself. */
  readonly text?: string | undefined;
}

function placeGlyphs({ glyphs, size }: GlyphRun): PlacedGlyph[] {
  let pen = 0;
  return glyphs.map(({ id, cluster, advance, dx, dy }) => {
    const x = ((pen + dx) * 1000) / size;
    pen += advance;
    return { id, cluster, advance, x, rise: dy };
  });
}

/** Glyphs as `TJ`, moved by whole thousandths of the size where they don't follow from their own widths. */
function formatGlyphs(glyphs: readonly PlacedGlyph[], face: Face): string {
  let operators = '[';
  let pending = '';
  let pen = 0;
  let rise = 0;
  const flush = () => {
    if (pending !== '') operators += `<${pending}>`;
    pending = '';
  };
  const interrupt = (other: string) => {
    flush();
    operators = operators.endsWith('[')
      ? `${operators.slice(0, -1)}${other} [`
      : `${operators}]TJ ${other} [`;
  };
  for (const glyph of glyphs) {
    if (glyph.rise !== rise) {
      interrupt(`${formatNumber(glyph.rise)} Ts`);
      rise = glyph.rise;
    }
    const move = Math.round(glyph.x - pen);
    if (move !== 0) {
      flush();
      operators += -move;
    }
    if (glyph.text !== undefined) interrupt(openText(glyph.text));
    pending += hex4(face.codeOf(glyph.id));
    pen += move + face.advanceOf(glyph.id);
    if (glyph.text !== undefined) interrupt('EMC');
  }
  if (rise !== 0) interrupt('0 Ts');
  flush();
  return operators.endsWith('[') ? operators.slice(0, -2) : `${operators}]TJ`;
}

function openText(text: string): string {
  return `/Span <</ActualText<feff${utf16Hex(text)}>>> BDC`;
}

/**
 * Readers take text from right to left by its glyphs and turn it round themselves, so that a run can't tell its text as
 * a whole: each letter tells its own. Dots and marks follow when all letters stand, and tell nothing, as they would
 * part the letters otherwise.
 */
function formatRightToLeft(glyphs: readonly PlacedGlyph[], clusters: readonly string[], face: Face): string {
  const letters = new Map<number, PlacedGlyph>();
  const texts = new Map<number, string>();
  glyphs.forEach((glyph, i) => {
    const known = letters.get(glyph.cluster);
    if (!known || glyph.advance > known.advance) letters.set(glyph.cluster, glyph);
    if (clusters[i] !== '') texts.set(glyph.cluster, clusters[i]!);
  });
  const told = [...letters.values()].map((glyph) => {
    const text = texts.get(glyph.cluster) ?? '';
    return face.textOf(glyph.id) === text ? glyph : { ...glyph, text };
  });
  const marks = glyphs.filter((glyph) => letters.get(glyph.cluster) !== glyph);
  const line = formatGlyphs(told, face);
  return marks.length === 0 ? line : `${line} 0 0 Td ${openText('')} ${formatGlyphs(marks, face)} EMC`;
}

/** What a reader gets who maps the glyphs one by one. */
function readBack(
  run: GlyphRun,
  clusters: readonly string[],
  face: Face,
): Pick<SetRun, 'tellsText' | 'texts'> {
  const texts = new Map<number, string>();
  let told = '';
  run.glyphs.forEach(({ id }, i) => {
    const own = face.textOf(id);
    if (own === undefined && !texts.has(id)) texts.set(id, clusters[i] || ZERO_WIDTH_SPACE);
    told += own ?? texts.get(id);
  });
  return { tellsText: run.direction === 'rtl' || told === run.text, texts };
}

/** Every glyph must have some text; this one is for those whose cluster is told by another glyph. */
const ZERO_WIDTH_SPACE = '\u200b';

/** The text of each glyph: that of its cluster at the cluster's first glyph, none at the others. */
function clusterTexts({ glyphs, text }: GlyphRun): string[] {
  const starts = [...new Set(glyphs.map((g) => g.cluster))].sort((a, b) => a - b);
  const ends = new Map(starts.map((start, i) => [start, starts[i + 1] ?? text.length]));
  const told = new Set<number>();
  return glyphs.map(({ cluster }) => {
    if (told.has(cluster)) return '';
    told.add(cluster);
    return text.slice(cluster, ends.get(cluster));
  });
}
