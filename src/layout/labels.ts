import type { Inline } from '../model/block.ts';
import { memoise } from '../model/memory.ts';
import { type MissingGlyphs, MM, type Page, type PagedDocument, type PageItem } from '../model/page.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import type { Area } from './envelopes.ts';
import type { FontBook } from './fonts.ts';
import { type LabelSheet, labelCount } from './label-sheets.ts';
import { isPrintable, missingIn, startParagraphs } from './paragraph.ts';
import {
  capHeight,
  DESCENT,
  heightOf,
  moveRows,
  placeRows,
  type Setting,
  setLines,
  setText,
} from './rows.ts';
import type { TextStyle } from './style.ts';

interface LabelLine {
  readonly text: string;
  readonly language?: string | undefined;
}

/** An address for a label. */
export interface Label {
  /** The contact's id, for what has to be said about it. */
  readonly id: string;
  readonly lines: readonly LabelLine[];
  /** What stands there instead where no font has the characters of `lines`. */
  readonly latin?: readonly LabelLine[] | undefined;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Who sends it, for an envelope. */
  readonly from?: readonly LabelLine[];
}

/** What a run of labels shares. */
interface LabelOptions {
  readonly sheet: LabelSheet;
  /** The first free label of the first sheet, from 1. */
  readonly start: number;
  readonly fonts: FontBook;
  readonly title: string;
  /** Of the document; labels have languages of their own. */
  readonly language: string;
  /** Day in the file, `YYYY-MM-DD`. */
  readonly date: string;
}

/** Clear space inside a label's edges, in millimetres: sheets slip in a printer. */
const PADDING = { x: 4, y: 2.5 };

/** Sizes of an address in points, from the one that reads best to the least that is legible to sorting machines. */
const SIZES = [12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7];

/** The largest on labels. */
const LARGEST = 11;

/** Sizes that sorting machines read best: lines are broken only where none of them leaves them whole. */
const isEasilyRead = (size: number) => size >= 10;

/** Sizes of the small print that names the sender on an envelope, in points. */
const SENDER_SIZES = [8.5, 8, 7.5, 7, 6.5, 6];

/**
 * Sets addresses on sheets of labels, each as large as it fits. An address that doesn't fit its label, or that has a
 * character no font has, is left out with a problem: a wrong label is worse than one written by hand.
 */
export function layoutLabels(
  labels: readonly Label[],
  { sheet, start, fonts, title, language, date }: LabelOptions,
): { readonly paged: PagedDocument; readonly count: number; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const sheets: PageItem[][] = [];
  const all = labelCount(sheet);
  let next = start - 1;
  // No other document has these addresses; among them are the same towns and countries.
  const memory = startParagraphs(256);
  for (const asked of labels) {
    const setting: Setting = { fonts, language, direction: asked.direction, memory };
    const own = fitLabel(asked, sheet, setting);
    const latin = isPrintable(own.missing) || !asked.latin ? undefined : { ...asked, lines: asked.latin };
    const inLatin = latin && fitLabel(latin, sheet, setting);
    const { text, style, missing } = inLatin && isPrintable(inLatin.missing) ? inLatin : own;
    if (!isPrintable(missing) || !style) {
      problems.push(isPrintable(missing) ? overfull(asked, sheet) : unprintable(asked, missing));
      continue;
    }
    const page = Math.floor(next / all);
    const from = sheet.sender && setSender(asked, sheet.sender, setting);
    problems.push(...(from?.problems ?? []));
    const address = setLabel(text, style, sheet, next % all, setting);
    sheets[page] ??= [];
    sheets[page].push(...(from?.items ?? []), ...address);
    next += 1;
  }
  const { width, height } = sheet.paper;
  const pages = sheets.map((items): Page => ({ width: width * MM, height: height * MM, items }));
  const paged: PagedDocument = { title, language, direction: 'ltr', pages, date };
  return { paged, count: next - start + 1, problems };
}

/** An address on its way to a page: made once, whatever the sizes that are tried. */
interface AddressText {
  readonly content: readonly Inline[];
  /** Lines that it has where none is broken. */
  readonly lines: number;
  readonly language: string;
}

/** An address in the style that fits, and the characters it lacks, whatever its size. */
interface Fitted {
  readonly text: AddressText;
  readonly style: TextStyle | undefined;
  readonly missing: MissingGlyphs;
}

function fitLabel(label: Label, sheet: LabelSheet, setting: Setting): Fitted {
  const text = textOf(label.lines, label.language);
  const sizes = SIZES.filter((size) => size <= (sheet.largest ?? LARGEST));
  const room = roomOf(sheet);
  const whole = sheet.sender && fitText(text, sizes.filter(isEasilyRead), room, setting, true);
  return whole?.style ? whole : fitText(text, sizes, room, setting);
}

/** The largest style in which an address stands inside its room; undefined where there is none. */
function fitText(
  text: AddressText,
  sizes: readonly number[],
  room: Room,
  setting: Setting,
  inWholeLines = false,
): Fitted {
  const setIn = (style: TextStyle) => setLines(text.content, style, room.width, setting, text.language);
  const styles = sizes.map(styleOf);
  const style = styles.find((style) => {
    const lines = setIn(style);
    const height = (lines.length - 1) * style.leading + capHeight(style) + style.size * DESCENT;
    if (inWholeLines && lines.length > text.lines) return false;
    return height <= room.height && lines.every((line) => line.width <= room.width + 0.01);
  });
  return { text, style, missing: missingIn(setIn(style ?? styles[0]!).flatMap(({ runs }) => runs)) };
}

/** Who sends an envelope, at its upper left, whichever way its address is read; with characters that no font has, nobody. */
function setSender(
  { id, from = [], language }: Label,
  { x, y, width, height }: Area,
  setting: Setting,
): { readonly items: readonly PageItem[]; readonly problems: readonly Problem[] } {
  if (from.length === 0) return { items: [], problems: [] };
  const ltr: Setting = { ...setting, direction: 'ltr' };
  const room = { width: width * MM, height: height * MM };
  const { text, style, missing } = fitText(textOf(from, language), SENDER_SIZES, room, ltr);
  if (!style || !isPrintable(missing))
    return { items: [], problems: [finding('warning', 'left-out/return-address', { id })] };
  const rows = setText(text.content, style, room.width, ltr, { type: 'P', language, own: true });
  return { items: placeRows(rows, x * MM, y * MM), problems: [] };
}

const styleOf = memoise((size: number): TextStyle => {
  const leading = size * 1.2;
  return { family: 'sans', weight: 400, size, leading, align: 'start', wholeWords: true, ink: 0 };
});

/** An address on label `index` of its sheet, in the middle between top and bottom. */
function setLabel(
  { content, language }: AddressText,
  style: TextStyle,
  sheet: LabelSheet,
  index: number,
  setting: Setting,
): PageItem[] {
  const { width, height } = roomOf(sheet);
  const rows = setText(content, style, width, setting, { type: 'P', language, own: true });
  const x = sheet.left + (index % sheet.columns) * sheet.pitch.x + PADDING.x;
  const y = sheet.top + Math.floor(index / sheet.columns) * sheet.pitch.y + PADDING.y;
  const above = (height - heightOf(rows) - style.size * DESCENT) / 2;
  return moveRows(rows, x * MM, y * MM + above);
}

interface Room {
  readonly width: number;
  readonly height: number;
}

/** Width and height for text on a label, in points. */
function roomOf({ width, height }: LabelSheet): Room {
  return { width: (width - 2 * PADDING.x) * MM, height: (height - 2 * PADDING.y) * MM };
}

const BREAK: Inline = { kind: 'break' };

function textOf(lines: readonly LabelLine[], language: string): AddressText {
  const content = lines.flatMap(({ text, language }, i): Inline[] => [
    ...(i === 0 ? [] : [BREAK]),
    { kind: 'text', text, language, isolate: true },
  ]);
  return { content, lines: lines.length, language };
}

function overfull({ id }: Label, { name }: LabelSheet): Problem {
  return finding('warning', 'overfull-box/label', { id, name, at: SIZES.at(-1)! });
}

function unprintable({ id }: Label, missing: MissingGlyphs): Problem {
  const characters = [...missing.keys()].map((code) => String.fromCodePoint(code)).join(' ');
  return finding('warning', 'left-out/label', { id, characters });
}
