import type { Glyph, GlyphRun } from '../../model/page.ts';
import { formatNumber, hex4 } from './objects.ts';
import type { Face } from './sfnt.ts';

/** A glyph run as operators of a content stream. */
export interface SetRun {
  /** Shows the glyphs, from the position that the text matrix names. */
  readonly operators: string;
  /** False where readers could not tell the text from the glyphs one by one. */
  readonly tellsText: boolean;
  /** The glyphs, each once. */
  readonly glyphs: readonly number[];
  /** Text of glyphs that stand for no character by themselves: ligatures, forms, parts of a cluster. */
  readonly texts: ReadonlyMap<number, string>;
}

/** Layout keeps the glyphs of what it has set before, so the same array comes back in the next document. */
const remembered = new WeakMap<readonly Glyph[], { readonly run: GlyphRun; readonly set: SetRun }>();

/** Turns a run into operators. */
export function setRun(run: GlyphRun, face: Face): SetRun {
  const known = remembered.get(run.glyphs);
  if (known && isSame(known.run, run)) return known.set;
  const set: SetRun = {
    operators: formatGlyphs(run, face),
    ...readBack(run, face),
    glyphs: [...new Set(run.glyphs.map((glyph) => glyph.id))],
  };
  remembered.set(run.glyphs, { run, set });
  return set;
}

function isSame(a: GlyphRun, b: GlyphRun): boolean {
  return a.font === b.font && a.size === b.size && a.text === b.text && a.direction === b.direction;
}

/**
 * Glyphs as one `TJ`, moved where shaping differs from their own advance widths.
 * Moves are whole thousandths of the size; what rounding leaves goes into the next one, so that nothing adds up.
 */
function formatGlyphs({ glyphs, size }: GlyphRun, face: Face): string {
  const unit = 1000 / size;
  let parts = '';
  let pending = '';
  let shift = 0;
  let rise = 0;
  const flush = () => {
    if (pending !== '') parts += `<${pending}>`;
    pending = '';
  };
  for (const glyph of glyphs) {
    if (glyph.dy !== rise) {
      flush();
      parts += `]TJ ${formatNumber(glyph.dy)} Ts[`;
      rise = glyph.dy;
    }
    const move = Math.round(shift + glyph.dx * unit);
    if (move !== 0) {
      flush();
      parts += -move;
    }
    pending += hex4(glyph.id);
    shift += glyph.advance * unit - move - face.advanceOf(glyph.id);
  }
  flush();
  return `[${parts}]TJ${rise === 0 ? '' : ' 0 Ts'}`;
}

/** What a reader gets who maps the glyphs one by one. */
function readBack(run: GlyphRun, face: Face): Pick<SetRun, 'tellsText' | 'texts'> {
  const texts = new Map<number, string>();
  const clusters = clusterTexts(run);
  let told = '';
  run.glyphs.forEach(({ id }, i) => {
    const own = face.textOf(id);
    if (own === undefined && !texts.has(id)) texts.set(id, clusters[i] || ZERO_WIDTH_SPACE);
    told += own ?? texts.get(id);
  });
  return { tellsText: run.direction === 'ltr' && told === run.text, texts };
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
