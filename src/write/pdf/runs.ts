import { remember } from '../../model/memory.ts';
import type { Glyph, GlyphRun } from '../../model/page.ts';
import { formatNumber, hex4, utf16Hex } from './objects.ts';
import type { Face } from './sfnt.ts';

/** A glyph, and what it stands for at one place. */
export interface GlyphText {
  readonly glyph: number;
  readonly text: string;
}

/** A glyph run as operators of a content stream. */
export interface SetRun {
  /** Shows the glyphs, from the position that the text matrix names. */
  readonly operators: string;
  /** Shows those that tell nothing, from the same position; empty where there are none. */
  readonly silent: string;
  /** False where the run as a whole has to say what its text is. */
  readonly tellsText: boolean;
  /** The glyphs that it needs, each once. */
  readonly used: readonly number[];
  /** Codes whose text isn't the glyph's own: ligatures, joining forms, parts of a cluster. */
  readonly codes: ReadonlyMap<number, GlyphText>;
}

/** What setting a run takes of its font. */
export interface RunFont {
  readonly face: Face;
}

/** Layout keeps the glyphs of what it has set before, so the same array comes back in the next document. */
const remembered = remember<readonly Glyph[], { readonly run: GlyphRun; readonly set: SetRun }>();

/** Turns a run into operators. */
export function setRun(run: GlyphRun, font: RunFont): SetRun {
  const make = () => ({ run, set: setBeside(run, font, new Map()) });
  return remembered.recall(run.glyphs, make, (known) => isSame(known.run, run)).set;
}

/** The same beside runs of the file that have taken codes for other texts. */
export function setBeside(run: GlyphRun, { face }: RunFont, taken: ReadonlyMap<number, GlyphText>): SetRun {
  const isRtl = run.direction === 'rtl';
  if (!isRtl && isLetterByLetter(run, face)) return setLetters(run, face);
  const told = isRtl ? tellRightToLeft(run, face) : tellLeftToRight(run, face);
  const codes = new Map<number, GlyphText>();
  const coded: PlacedGlyph[] = [];
  let pen = 0;
  for (const [i, { id, advance, dx, dy }] of run.glyphs.entries()) {
    const x = ((pen + dx) * 1000) / run.size;
    pen += advance;
    const first = coded.length;
    for (const [k, text] of told[i]!.entries()) {
      const glyph = k === 0 ? id : face.blank!;
      const code = codeFor(glyph, text || ZERO_WIDTH_SPACE, face, taken, codes);
      const isUnsaid = face.spareCodes === 0 && isRtl && face.textOf(glyph) !== text;
      const place = k === 0 || isRtl ? x : x + face.advanceOf(id);
      coded.push({ id: glyph, x: place, rise: dy, code, told: text, text: isUnsaid ? text : undefined });
    }
    if (isRtl && coded.length > first + 1) coded.push(...coded.splice(first).reverse());
  }
  // A mark that stands over the end of its letter parts a word for readers that look where it stands.
  // The space at the end of a line has no width left, and parts nothing.
  const isPlain = run.glyphs.every(
    ({ advance }, i) => told[i]![0] !== '' && (advance > 0 || told[i]![0] === ' '),
  );
  // From right to left each letter tells its own: readers take the glyphs and turn them round themselves.
  const silent = isRtl ? coded.filter((glyph) => glyph.told === '') : [];
  const apart = silent.length > 0 && face.blank !== undefined ? [face.blank] : [];
  const telling = silent.length > 0 ? coded.filter((glyph) => glyph.told !== '') : coded;
  return {
    operators: formatGlyphs(telling, face),
    silent: silent.length > 0 ? `${standApart(face)}${formatGlyphs(silent, face)}` : '',
    tellsText: isRtl || (isPlain && coded.length === run.glyphs.length && told.flat().join('') === run.text),
    used: [...new Set([...coded.map(({ id }) => id), ...apart])],
    codes,
  };
}

/** Glyphs that tell their own letters: nothing is to be shared out, and each has the code of its number. */
function setLetters({ glyphs, text, size }: GlyphRun, face: Face): SetRun {
  let pen = 0;
  const placed = glyphs.map(({ id, advance, dx, dy }, i): PlacedGlyph => {
    const x = ((pen + dx) * 1000) / size;
    pen += advance;
    return { id, x, rise: dy, code: face.codeOf(id), told: text[i]!, text: undefined };
  });
  return {
    operators: formatGlyphs(placed, face),
    silent: '',
    tellsText: glyphs.every(({ advance }, i) => advance > 0 || text[i] === ' '),
    used: [...new Set(glyphs.map(({ id }) => id))],
    codes: NO_CODES,
  };
}

const NO_CODES: ReadonlyMap<number, GlyphText> = new Map();

function isSame(a: GlyphRun, b: GlyphRun): boolean {
  return a.font === b.font && a.size === b.size && a.text === b.text && a.direction === b.direction;
}

/**
 * The code of a glyph with a text. It follows from both alone, so that a run has the same operators in every document;
 * only where another text of the file has it, the next free one is taken. A font without spare codes has one for each
 * glyph.
 */
function codeFor(
  glyph: number,
  text: string,
  face: Face,
  taken: ReadonlyMap<number, GlyphText>,
  codes: Map<number, GlyphText>,
): number {
  const own = face.textOf(glyph);
  if (text === own) return face.codeOf(glyph);
  const told = { glyph, text };
  if (face.spareCodes === 0) {
    const code = face.codeOf(glyph);
    if (own === undefined && !codes.has(code)) codes.set(code, told);
    return code;
  }
  let spare = hashOf(told) % face.spareCodes;
  for (;;) {
    const code = face.glyphCount + spare;
    const known = codes.get(code) ?? taken.get(code);
    if (!known || isSameText(known, told)) {
      codes.set(code, told);
      return code;
    }
    spare = (spare + 1) % face.spareCodes;
  }
}

/** Whether both are the same glyph with the same text. */
export function isSameText(a: GlyphText, b: GlyphText): boolean {
  return a.glyph === b.glyph && a.text === b.text;
}

/** FNV-1a. */
function hashOf({ glyph, text }: GlyphText): number {
  let hash = 0x811c9dc5;
  for (const unit of [glyph, ...Array.from(text, (c) => c.codePointAt(0)!)])
    hash = Math.imul(hash ^ unit, 0x01000193) >>> 0;
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** A glyph at its place. */
interface PlacedGlyph {
  readonly id: number;
  /** From the start of the run, in thousandths of the size. */
  readonly x: number;
  /** Above the baseline, in points. */
  readonly rise: number;
  /** What text has for it. */
  readonly code: number;
  /** What it tells. */
  readonly told: string;
  /** The same, where its code can't tell it. */
  readonly text: string | undefined;
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
    pending += hex4(glyph.code);
    pen += move + face.advanceOf(glyph.id);
    if (glyph.text !== undefined) interrupt('EMC');
  }
  if (rise !== 0) interrupt('0 Ts');
  flush();
  return operators.endsWith('[') ? operators.slice(0, -2) : `${operators}]TJ`;
}

/** A blank far from the line: readers that gather a line by where glyphs stand then take it to have ended. */
function standApart({ blank, codeOf }: Face): string {
  return blank === undefined ? '' : `99 Ts <${hex4(codeOf(blank))}>Tj 0 Ts `;
}

/** Opens a sequence that tells a text of its own. */
export function openText(text: string): string {
  return `/Span <</ActualText<feff${utf16Hex(text)}>>> BDC`;
}

/** Stands for a glyph whose letter is told by another: every code must have some text (ISO 14289-1, 7.21.7). */
const ZERO_WIDTH_SPACE = '\u200b';

/** What each glyph tells; further parts are for blank glyphs beside it. */
type Told = readonly (readonly string[])[];

/** What the glyphs of a run from left to right tell: what they stand for, or their part of their cluster. */
function tellLeftToRight(run: GlyphRun, face: Face): Told {
  const told = run.glyphs.map((): readonly string[] => ['']);
  for (const { text, glyphs } of clustersOf(run)) {
    const own = glyphs.map((i) => face.textOf(run.glyphs[i]!.id));
    const isOwn = own.join('') === text && !own.includes(undefined);
    const parts = isOwn ? glyphs.map((i, k) => [i, own[k]!] as const) : shareText(text, wideOf(run, glyphs));
    for (const [i, part] of parts) told[i] = isOwn ? [part] : divideText(part, face);
  }
  return told;
}

/** True where each glyph is a letter's own, as in most runs. */
function isLetterByLetter({ glyphs, text }: GlyphRun, face: Face): boolean {
  return (
    glyphs.length === text.length &&
    glyphs.every(({ id, cluster }, i) => cluster === i && face.textOf(id) === text[i])
  );
}

/** What the glyphs of a run from right to left tell: letters turned round, as readers turn round the line. */
function tellRightToLeft(run: GlyphRun, face: Face): Told {
  const told = run.glyphs.map((): readonly string[] => ['']);
  for (const { text, glyphs } of clustersOf(run)) {
    const turned = (part: string) => [...part].reverse().join('');
    for (const [i, part] of shareText(text, wideOf(run, [...glyphs].reverse())))
      told[i] = divideText(part, face).map(turned);
  }
  return told;
}

/** The glyphs of a cluster that take room, or its first one: a reader sees a space where one of them tells nothing. */
function wideOf(run: GlyphRun, glyphs: readonly number[]): readonly number[] {
  const wide = glyphs.filter((i) => run.glyphs[i]!.advance > 0);
  return wide.length > 0 ? wide : glyphs.slice(0, 1);
}

/** Shares a cluster's text out among glyphs in the order of the text: a letter with its marks each, the last the rest. */
function shareText(text: string, glyphs: readonly number[]): (readonly [number, string])[] {
  const letters = text.match(/\P{Mn}?\p{Mn}*/gsu)!.filter((letter) => letter !== '');
  const most = letters.length < glyphs.length ? [...text] : letters;
  const last = Math.min(glyphs.length, most.length) - 1;
  return glyphs
    .slice(0, last + 1)
    .map((glyph, i) => [glyph, i === last ? most.slice(i).join('') : most[i]!] as const);
}

/** Marks, and what follows them, are told by a glyph without width: readers take text with a mark in it to have none. */
function divideText(text: string, { blank, spareCodes }: Face): readonly string[] {
  const mark = text.search(/\p{Mn}/u);
  if (mark <= 0 || blank === undefined || spareCodes === 0) return [text];
  return [text.slice(0, mark), text.slice(mark)];
}

/** The clusters of a run: their text, and their glyphs by place. */
function clustersOf({
  glyphs,
  text,
}: GlyphRun): { readonly text: string; readonly glyphs: readonly number[] }[] {
  const starts = [...new Set(glyphs.map((g) => g.cluster))].sort((a, b) => a - b);
  const members = new Map(starts.map((start): [number, number[]] => [start, []]));
  for (const [i, { cluster }] of glyphs.entries()) members.get(cluster)!.push(i);
  return starts.map((start, i) => ({
    text: text.slice(start, starts[i + 1] ?? text.length),
    glyphs: members.get(start)!,
  }));
}
