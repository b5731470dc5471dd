import type { Inline } from '../model/block.ts';
import { remember } from '../model/memory.ts';
import type { GlyphRun, Ink, PageItem, PathCommand, StructureNode, StructureType } from '../model/page.ts';
import type { FontBook } from './fonts.ts';
import { baselinesApart } from './ink.ts';
import { type ParagraphMemory, type SetLine, setParagraph } from './paragraph.ts';
import type { Family, TextStyle } from './style.ts';

/**
 * One line of a column, from the top of its capitals to its baseline, items relative to its top left.
 * `before` is the clear space above it and falls away at the top of a column; `keep` binds it to the next row.
 */
export interface Row {
  readonly before: number;
  readonly height: number;
  readonly items: readonly PageItem[];
  readonly keep: boolean;
  /** Ink above its top and below its baseline, which keeps clear of that of the rows beside it. */
  readonly rise?: number | undefined;
  readonly drop?: number | undefined;
}

/** What every piece of text on a page shares while it is set. */
export interface Setting {
  readonly fonts: FontBook;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Where texts are kept that stand in one document alone. */
  readonly memory?: ParagraphMemory | 'none' | undefined;
  /** True for a try, of which heights alone are asked: its rows hold no text. */
  readonly isTry?: boolean | undefined;
}

/** Height of capitals as a part of the size: Noto Serif and Noto Sans 714/1000, Roboto Condensed 1456/2048. */
const CAP_HEIGHT: Readonly<Record<Family, number>> = { serif: 0.714, sans: 0.714, display: 0.711 };

/** Ink below the last baseline as a part of the size, for lower edges. */
export const DESCENT = 0.24;

/** Height of capitals in points. */
export function capHeight(style: TextStyle): number {
  return CAP_HEIGHT[style.family] * style.size;
}

/** Clear space between a baseline and the capitals of the next line of the same paragraph. */
export function lineGap(style: TextStyle): number {
  return style.leading - capHeight(style);
}

/** Clear space between the ink of a line and the next, as a part of the size. */
const CLEAR = 0.06;

/** Distance of the baselines of these lines: that of the style, or more where their ink needs it. */
export function leadingOf(lines: readonly SetLine[], style: TextStyle, { fonts }: Setting): number {
  const clear = CLEAR * style.size;
  return Math.max(style.leading, baselinesApart(lines, fonts, style.leading - clear) + clear);
}

/** Breaks text into lines with the setting's language and direction. */
export function setLines(
  content: readonly Inline[],
  style: TextStyle,
  width: number,
  setting: Setting,
  language = setting.language,
): SetLine[] {
  const { fonts, direction, memory } = setting;
  return setParagraph(content, style, width, { fonts, language, direction, memory });
}

/** Where a text belongs in the structure tree, and how it stands among the other rows. */
export interface Placing {
  /** Structure type of the text; an artifact where it is left out. */
  readonly type?: StructureType | undefined;
  readonly parent?: StructureNode | undefined;
  /** The node of another text that takes this one too. */
  readonly tag?: StructureNode | undefined;
  readonly language?: string | undefined;
  readonly before?: number | undefined;
  /** Distance of the text from the column's left edge. */
  readonly x?: number | undefined;
  /** Binds the whole text together and to the row that follows. */
  readonly keep?: boolean | undefined;
  /** True for what tells of the sender. */
  readonly own?: boolean | undefined;
}

/** Sets a text as rows; no row of less than two lines stays alone at a page's top or bottom. */
export function setText(
  content: readonly Inline[],
  style: TextStyle,
  width: number,
  setting: Setting,
  placing: Placing = {},
): Row[] {
  return rowsOf(setLines(content, style, width, setting, placing.language), style, setting, placing);
}

/** The rows of a text whose lines were set. */
export function rowsOf(
  lines: readonly SetLine[],
  style: TextStyle,
  setting: Setting,
  { type, parent, before = 0, x = 0, keep = false, own, ...placing }: Placing,
): Row[] {
  const language = placing.language === setting.language ? undefined : placing.language;
  const tag = placing.tag ?? (type && { type, parent, language });
  const links = new Map<string, StructureNode>();
  const capitals = capHeight(style);
  const gap = leadingOf(lines, style, setting) - capitals;
  const last = lines.length - 1;
  return lines.map((line, i) => ({
    before: i === 0 ? before : gap,
    height: capitals,
    items: setting.isTry ? [] : line.runs.map((run) => tagRun(run, { x, y: capitals, own }, tag, links)),
    // Within the text its lines are apart already.
    ...(i === 0 && { rise: Math.max(line.reach.rise - capitals, 0) }),
    ...(i === last && { drop: line.reach.drop }),
    keep: keep || i === 0 ? keep || lines.length > 1 : i === lines.length - 2,
  }));
}

function tagRun(
  run: GlyphRun,
  { x, y, own }: Readonly<Record<'x' | 'y', number>> & Pick<GlyphRun, 'own'>,
  tag: StructureNode | undefined,
  links: Map<string, StructureNode>,
): GlyphRun {
  const { href } = run;
  let node = tag;
  if (href && tag) {
    node = links.get(href) ?? { type: 'Link', parent: tag, href };
    links.set(href, node);
  }
  return { ...run, x: run.x + x, y: run.y + y, tag: node, own };
}

/** A rule as a row of its own; `weight` in points. */
export function ruleRow(width: number, weight: number, ink: Ink, before: number, keep = false): Row {
  return { before, height: weight, items: [{ kind: 'box', x: 0, y: 0, width, height: weight, ink }], keep };
}

/** Clear space above a row that follows another in a column: never so little that their ink meets. */
export function spaceOver(row: Row, previous: Row | undefined): number {
  if (!previous) return 0;
  const ink = (previous.drop ?? 0) + (row.rise ?? 0);
  return ink === 0 ? row.before : Math.max(row.before, ink + 0.5);
}

/** Height of rows set in one column, from the first capitals to the last baseline. */
export function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, row, i) => sum + row.height + spaceOver(row, rows[i - 1]), 0);
}

/** Where the rows of one column stand whose first has its top at y. */
export function topsOf(rows: readonly Row[], y: number): number[] {
  let top = y;
  return rows.map((row, i) => {
    top += spaceOver(row, rows[i - 1]);
    const own = top;
    top += row.height;
    return own;
  });
}

/** Items of rows set in one column whose first row has its top left at x, y. */
export function placeRows(rows: readonly Row[], x: number, y: number): PageItem[] {
  const tops = topsOf(rows, y);
  return rows.flatMap((row, i) => placeRow(row, x, tops[i]!));
}

/** The same items for rows that are placed once, so that nobody keeps where they stand. */
export function moveRows(rows: readonly Row[], x: number, y: number): PageItem[] {
  const tops = topsOf(rows, y);
  return rows.flatMap((row, i) => row.items.map((item) => moveItem(item, x, tops[i]!)));
}

interface PlacedRow {
  readonly x: number;
  readonly y: number;
  readonly items: readonly PageItem[];
}

/** Where a row was placed last: most rows of a letter stand where they stood in the one before. */
const placed = remember<Row, PlacedRow>();

/** Items of a row whose top left stands at x, y; the same objects where it stood there last. */
export function placeRow(row: Row, x: number, y: number): readonly PageItem[] {
  const { items } = row;
  if (items.length === 0) return items;
  const place = () => ({ x, y, items: items.map((item) => moveItem(item, x, y)) });
  return placed.recall(row, place, (known) => known.x === x && known.y === y).items;
}

/** The item, moved. */
export function moveItem(item: PageItem, dx: number, dy: number): PageItem {
  if (item.kind === 'path') return { ...item, commands: movePath(item.commands, dx, dy) };
  if (item.kind === 'group') {
    const [a, b, c, d, e, f] = item.matrix;
    return { ...item, matrix: [a, b, c, d, e + dx, f + dy] };
  }
  return { ...item, x: item.x + dx, y: item.y + dy };
}

function movePath(commands: readonly PathCommand[], dx: number, dy: number): PathCommand[] {
  const round = (length: number) => Math.round(length * 1000) / 1000;
  return commands.map((command) =>
    command.kind === 'close' ? command : { ...command, x: round(command.x + dx), y: round(command.y + dy) },
  );
}

/** The same rows, moved sideways. */
export function shiftRows(rows: readonly Row[], dx: number): Row[] {
  return rows.map((row) => ({ ...row, items: row.items.map((item) => moveItem(item, dx, 0)) }));
}

/** The same rows with another space above the first. */
export function withBefore(rows: readonly Row[], before: number): Row[] {
  return rows.map((row, i) => (i === 0 ? { ...row, before } : row));
}

/** Divides rows into pages of the given heights; bound rows stay together where a page can hold them. */
export function divideRows(rows: readonly Row[], first: number, next: number): Row[][] {
  const pages: Row[][] = [];
  let rest = [...rows];
  while (rest.length > 0) {
    const count = countFitting(rest, pages.length === 0 ? first : next);
    pages.push(rest.slice(0, count));
    rest = rest.slice(count);
  }
  return pages;
}

/** Of what was set in several sizes, that with the fewest pages; of several the first. */
export function fewestPages<T>(set: readonly T[], pagesOf: (one: T) => number): T {
  const counts = set.map(pagesOf);
  return set[counts.indexOf(Math.min(...counts))]!;
}

function countFitting(rows: readonly Row[], height: number): number {
  let used = 0;
  let fits = 0;
  let breakable = 0;
  for (const [i, row] of rows.entries()) {
    used += row.height + spaceOver(row, rows[i - 1]);
    if (used > height + 0.001) break;
    fits = i + 1;
    if (!row.keep || i === rows.length - 1) breakable = i + 1;
  }
  return breakable || Math.max(fits, 1);
}
