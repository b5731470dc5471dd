import { once, remember } from '../model/memory.ts';
import type { Glyph, GlyphRun } from '../model/page.ts';
import type { FontFile, ShapedGlyph } from './font-file.ts';
import type { FontBook } from './fonts.ts';

/** A box in points, y downwards. */
export interface InkBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The ink of a run: the box around all of it, and one for each glyph. */
export interface RunInk extends InkBox {
  /** Found when they are first asked for: most runs are far from all others. */
  readonly glyphs: readonly InkBox[];
}

/** By the glyphs of runs: a run that is moved keeps them. */
const boxes = remember<readonly Glyph[], InkBox | undefined>();

/** What a run blackens; nothing where it is all spaces. */
export function inkOfRun(run: GlyphRun, fonts: FontBook): RunInk | undefined {
  const { x, y, glyphs, own, size } = run;
  const file = fonts.files.get(run.font);
  if (!file) return undefined;
  const measure = () => boxAround(glyphs, file, size);
  // What tells of a sender is met once.
  const box = own ? measure() : boxes.recall(glyphs, measure);
  if (!box) return undefined;
  const ofGlyphs = once(() => boxesOf(glyphs, file, size).map((one) => moved(one, x, y)));
  return {
    ...moved(box, x, y),
    get glyphs() {
      return ofGlyphs();
    },
  };
}

function moved({ left, right, top, bottom }: InkBox, x: number, y: number): InkBox {
  return { left: left + x, right: right + x, top: top + y, bottom: bottom + y };
}

/** The boxes of glyphs that have ink, from where their run begins. */
function boxesOf(glyphs: readonly Glyph[], file: FontFile, size: number): InkBox[] {
  let pen = 0;
  return glyphs.flatMap((glyph) => {
    const box = boxOf(glyph, file, size, pen);
    pen += glyph.advance;
    return box ?? [];
  });
}

/** The box around all of them. */
function boxAround(glyphs: readonly Glyph[], file: FontFile, size: number): InkBox | undefined {
  let [pen, left, right, top, bottom] = [0, Infinity, -Infinity, Infinity, -Infinity];
  for (const glyph of glyphs) {
    const box = boxOf(glyph, file, size, pen);
    pen += glyph.advance;
    if (!box) continue;
    left = Math.min(left, box.left);
    right = Math.max(right, box.right);
    top = Math.min(top, box.top);
    bottom = Math.max(bottom, box.bottom);
  }
  return left === Infinity ? undefined : { left, right, top, bottom };
}

function boxOf(
  { id, advance, dx, dy }: Glyph,
  file: FontFile,
  size: number,
  pen: number,
): InkBox | undefined {
  const ink = file.inkOf(id);
  if (!ink) return undefined;
  const left = pen + dx + ink.left * size;
  return {
    // A sign that is set on half of its square has the blank half before it, or behind it.
    left: ink.isSquare && dx < 0 ? Math.max(left, pen) : left,
    right: pen + dx + (ink.isSquare ? Math.min(ink.right * size, advance) : ink.right * size),
    top: -dy - ink.top * size,
    bottom: -dy - ink.bottom * size,
  };
}

/** The box around boxes. */
export function around(boxes: readonly InkBox[]): InkBox {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.left);
    right = Math.max(right, box.right);
    top = Math.min(top, box.top);
    bottom = Math.max(bottom, box.bottom);
  }
  return { left, right, top, bottom };
}

/** How far two boxes lie over each other: the lesser of width and height, 0 or less where they are apart. */
export function overlapOf(a: InkBox, b: InkBox): number {
  return Math.min(
    Math.min(a.right, b.right) - Math.max(a.left, b.left),
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
  );
}

/** A line with its runs on the baseline 0. */
interface InkLine {
  readonly runs: readonly GlyphRun[];
  readonly text: string;
  readonly reach: Reach;
}

/** Ink above and below the baseline of a line, in points; 0 for a line without any. */
export interface Reach {
  readonly rise: number;
  readonly drop: number;
}

/** How far glyphs of a font reach, which needn't be placed for that. */
export function reachOf(glyphs: readonly ShapedGlyph[], file: FontFile, size: number): Reach {
  let [rise, drop] = [0, 0];
  for (const { id, dy } of glyphs) {
    const ink = file.inkOf(id);
    if (!ink) continue;
    rise = Math.max(rise, dy * size + ink.top * size);
    drop = Math.max(drop, -dy * size - ink.bottom * size);
  }
  return { rise, drop };
}

/** Scripts whose accents and descenders seldom meet: their lines are set as near as their letters allow. */
const LOW =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Common}\p{Script=Inherited}]*$/u;

/**
 * The least distance of baselines, in points, at which no line of a text runs into the next. In scripts with deep or
 * high letters it is that of the deepest and the highest of them, so that all lines stand evenly.
 */
export function baselinesApart(lines: readonly InkLine[], fonts: FontBook, enough: number): number {
  let apart = 0;
  for (const [i, below] of lines.entries()) {
    const above = lines[i - 1];
    if (!above) continue;
    const most = above.reach.drop + below.reach.rise;
    if (most <= Math.max(apart, enough)) continue;
    const isLow = LOW.test(above.text) && LOW.test(below.text);
    apart = Math.max(apart, isLow ? glyphsApart(above, below, fonts) : most);
  }
  return apart;
}

function glyphsApart(above: InkLine, below: InkLine, fonts: FontBook): number {
  const boxes = ({ runs }: InkLine) => runs.flatMap((run) => inkOfRun(run, fonts)?.glyphs ?? []);
  const [deep, high] = [boxes(above), boxes(below)];
  let apart = 0;
  for (const a of deep) {
    for (const b of high) if (a.left < b.right && b.left < a.right) apart = Math.max(apart, a.bottom - b.top);
  }
  return apart;
}
