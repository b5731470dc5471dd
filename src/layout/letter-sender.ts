import type { Inline } from '../model/block.ts';
import { MM, type PageItem, type StructureNode } from '../model/page.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import { type LetterLayout, windowOf } from './letter-layouts.ts';
import { fitsOneLine, prepareParagraph, setPrepared } from './paragraph.ts';
import { DESCENT, heightOf, moveRows, type Row, rowsOf, type Setting, setText } from './rows.ts';
import type { TextStyle } from './style.ts';
import type { LetterStyles } from './styles/letter.ts';

/** A part of a letter's head. */
export interface HeadPart {
  readonly items: readonly PageItem[];
  readonly problems: readonly Problem[];
}

/** A part that isn't there. */
export const NOTHING: HeadPart = { items: [], problems: [] };

/** Lines set as one, with middle dots between them. */
function joined(lines: readonly (readonly Inline[])[]): Inline[] {
  return lines.flatMap((line, i) => (i === 0 ? line : [{ kind: 'text' as const, text: ' · ' }, ...line]));
}

/** The most that the letterhead's name and lines are, in points, tried until it keeps clear of what stands below. */
const LETTERHEAD_SIZES = [
  { name: 99, lines: 99 },
  { name: 15.5, lines: 8.5 },
  { name: 14, lines: 8.5 },
  { name: 12.5, lines: 8 },
  { name: 11, lines: 7.5 },
  { name: 10, lines: 7 },
  { name: 9, lines: 6.75 },
] as const;

/** Sets who writes over the letter, below the ink of the notice, as large as what stands below leaves room for. */
export function setLetterhead(
  sender: readonly Inline[][],
  layout: LetterLayout,
  styles: LetterStyles,
  setting: Setting,
  { noticeBottom, dateTop }: Readonly<Record<'noticeBottom' | 'dateTop', number>>,
): HeadPart {
  const { x, y, width } = layout.letterhead;
  const [name, ...rest] = sender;
  const bottom = letterheadBottom(layout, dateTop / MM) * MM;
  const topOf = (rows: readonly Row[]) => Math.max(y * MM, noticeBottom + (rows[0]?.rise ?? 0));
  const set = (sizes: (typeof LETTERHEAD_SIZES)[number]): Row[] => {
    const nameStyle = sized(styles.senderName, Math.min(sizes.name, styles.senderName.size));
    const lines = sized(styles.senderLines, Math.min(sizes.lines, styles.senderLines.size));
    const rows = setText(name ?? [], nameStyle, width * MM, setting, { type: 'P', own: true });
    if (rest.length === 0) return rows;
    const before = lines.leading * 0.67;
    return [...rows, ...setText(joined(rest), lines, width * MM, setting, { type: 'P', before, own: true })];
  };
  const excessOf = (rows: readonly Row[], { lines }: (typeof LETTERHEAD_SIZES)[number]) =>
    topOf(rows) + heightOf(rows) + lines * DESCENT - bottom;
  let sizes: (typeof LETTERHEAD_SIZES)[number] = LETTERHEAD_SIZES[0];
  let rows = set(sizes);
  for (const smaller of LETTERHEAD_SIZES.slice(1)) {
    if (excessOf(rows, sizes) <= 0) break;
    sizes = smaller;
    rows = set(sizes);
  }
  const excess = excessOf(rows, sizes);
  const problems = excess > 0 ? [longLetterhead(excess, layout)] : [];
  return { items: moveRows(rows, x * MM, topOf(rows)), problems };
}

function sized(style: TextStyle, size: number): TextStyle {
  return size === style.size ? style : { ...style, size, leading: (style.leading / style.size) * size };
}

/** Where the letterhead must end, in millimetres: a little over the window and the date, where they lie below it. */
function letterheadBottom(layout: LetterLayout, dateTop: number): number {
  const { letterhead, date } = layout;
  const window = windowOf(layout).ever;
  const isBelow = (area: { readonly x: number; readonly y: number; readonly width: number }) =>
    area.y > letterhead.y && area.x < letterhead.x + letterhead.width && area.x + area.width > letterhead.x;
  const limits = [window.y - 0.5, dateTop - 2].filter((_, i) => isBelow([window, date][i]!));
  return Math.min(...limits, Math.max(letterhead.y + letterhead.height, window.y - 0.5));
}

function longLetterhead(excess: number, { name }: LetterLayout): Problem {
  return finding('warning', 'overfull-box/letterhead', { excess: (excess / MM).toFixed(1), name });
}

/** Sizes of the line over the address: the first, the least with all names, and the least of all. */
const RETURN_SIZES = { whole: 6, least: 5.5 };

/** The line over the address: what it says, and its rows. */
interface ReturnLine {
  readonly content: readonly Inline[];
  readonly rows: readonly Row[];
}

/**
 * The sender once more over the address, for a letter that can't be delivered. It is for the post: where it is too long
 * for its line, names give way, the longest first, and never street, code or town. What is too long even so stands in
 * two lines.
 */
export function fitReturnLine(
  sender: readonly Inline[][],
  width: number,
  styles: LetterStyles,
  setting: Setting,
): ReturnLine {
  let lines = sender.filter((line) => !line.some(isReachableOtherwise));
  const prepare = () => prepareParagraph(asLine(lines), styles.returnLine, setting);
  let content = prepare();
  const styleAt = (size: number) => sized(styles.returnLine, size);
  const fits = (size: number) => fitsOneLine(content, styleAt(size), width);
  /** The largest size, down to `least`, at which they stand in one line; none where they never do. */
  const sizeDownTo = (least: number): number | undefined => {
    let { size } = styles.returnLine;
    while (!fits(size)) {
      if (size <= least) return undefined;
      size = Math.max(size - 0.25, least);
    }
    return size;
  };
  let size = sizeDownTo(RETURN_SIZES.whole);
  while (size === undefined && lines.length > 1 && lines.some(isNameLine)) {
    const longest = Math.max(...lines.filter(isNameLine).map(lengthOf));
    lines = lines.filter((line) => !(isNameLine(line) && lengthOf(line) === longest));
    content = prepare();
    size = sizeDownTo(RETURN_SIZES.whole);
  }
  size ??= sizeDownTo(RETURN_SIZES.least) ?? RETURN_SIZES.least;
  const style = styleAt(size);
  const set = setPrepared(content, style, width, setting);
  return { content: asLine(lines), rows: rowsOf(set, style, setting, { own: true }) };
}

/** Sets that line and the rule below it: an artifact, where the sender was read above. */
export function setReturnLine(
  sender: readonly Inline[][],
  layout: LetterLayout,
  styles: LetterStyles,
  setting: Setting,
): HeadPart {
  if (!layout.returnLine) return NOTHING;
  const { x, y, width } = layout.returnLine;
  const { rows } = fitReturnLine(sender, width * MM, styles, setting);
  const rule: PageItem = {
    kind: 'box',
    x: x * MM,
    y: y * MM + 2.6,
    width: width * MM,
    height: 0.5,
    ink: 0,
    own: true,
  };
  const problems: Problem[] = rows.length > 2 ? [longReturnLine(layout)] : [];
  const placed = moveRows(rows, x * MM, y * MM - heightOf(rows));
  const tag: StructureNode | undefined = layout.isHeaded ? { type: 'P' } : undefined;
  return {
    items: [...placed.map((item) => (item.kind === 'glyphs' ? { ...item, tag } : item)), rule],
    problems,
  };
}

function asLine(lines: readonly (readonly Inline[])[]): Inline[] {
  return joined(lines).map((inline) => (inline.kind === 'text' ? plainText(inline.text) : inline));
}

function isNameLine(line: readonly Inline[]): boolean {
  return line.some((inline) => inline.kind === 'text' && inline.isName === true);
}

function lengthOf(line: readonly Inline[]): number {
  return line.reduce((sum, inline) => sum + (inline.kind === 'text' ? inline.text.length : 0), 0);
}

function longReturnLine({ name }: LetterLayout): Problem {
  return finding('warning', 'overfull-box/sender', { name });
}

/** E-mail addresses, web addresses and telephone numbers don't belong on an envelope. */
function isReachableOtherwise(inline: Inline): boolean {
  return (
    inline.kind === 'text' &&
    (inline.href !== undefined ||
      /@|https?:|^(?:[^\p{L}\p{N}]{0,20}|\p{L}{3,10}[.:]{1,2}\s?)\+?[\d\s()/-]{7,60}$/u.test(inline.text))
  );
}

function plainText(text: string): Inline {
  return { kind: 'text', text };
}
