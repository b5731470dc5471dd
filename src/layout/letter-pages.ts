import type { MergedDocument } from '../model/block.ts';
import type { Letterhead } from '../model/letterhead.ts';
import { MM, type Page, type PageItem } from '../model/page.ts';
import type { FontBook } from './fonts.ts';
import { pageLabel } from './large-print.ts';
import { linesOf, type WholeHead } from './letter-head.ts';
import { type LetterLayout, windowOf } from './letter-layouts.ts';
import type { PlacedNotice } from './letter-small.ts';
import { placeLetterhead } from './letterhead.ts';
import { retag } from './retag.ts';
import {
  capHeight,
  divideRows,
  heightOf,
  placeRows,
  type Row,
  type Setting,
  setLines,
  setText,
} from './rows.ts';
import type { LetterStep, LetterStyles } from './styles/letter.ts';

/** How letters are laid out. `date` is the day in the file, `YYYY-MM-DD`. */
export interface LetterOptions {
  readonly layout: LetterLayout;
  readonly fonts: FontBook;
  readonly date: string;
  readonly largePrint?: boolean | undefined;
  /** Draw what the envelope's window shows: the thick frame always, the thin one where the letter slides. */
  readonly showWindow?: boolean | undefined;
  /** What lies under the first page. */
  readonly letterhead?: Letterhead | undefined;
  /** A translation that goes behind the letter: its text begins at the top, without marks. */
  readonly courtesy?: boolean | undefined;
}

/** A letter set at one step, not yet divided into pages. */
export interface SetLetter {
  readonly step: LetterStep;
  readonly styles: LetterStyles;
  readonly setting: Setting;
  readonly notice: PlacedNotice;
  readonly head: WholeHead;
  /** Rows of each block of the running text. */
  readonly parts: readonly (readonly Row[])[];
  readonly flow: readonly Row[];
  readonly foot: readonly Row[];
  /** First capitals and lowest baseline of the text on the first page, in points. */
  readonly top: number;
  readonly bottom: number;
  /** First capitals of the text on further pages. */
  readonly nextTop: number;
}

/** The running text by page. */
export function divideFlow({ flow, top, bottom, nextTop }: SetLetter): Row[][] {
  return divideRows(flow, bottom - top, bottom - nextTop);
}

/** First capitals of the text on the first of so many pages: a short letter moves down a little, so that it stands on its page and doesn't hang from the top. */
export function topOfText({ top, bottom, flow }: SetLetter, pages: number): number {
  const spare = pages > 1 ? 0 : bottom - top - heightOf(flow);
  return top + Math.min(Math.max(spare, 0) * 0.2, 9 * MM);
}

/** The pages of a letter, and of the names of those who sign it. */
export function placePages(
  letter: SetLetter,
  annex: readonly (readonly Row[])[],
  doc: MergedDocument,
  options: LetterOptions,
): Page[] {
  const { layout, courtesy } = options;
  const { width, height } = layout.paper;
  const x = layout.text.x * MM;
  const own = divideFlow(letter);
  const parts = [...own, ...annex];
  const top = topOfText(letter, own.length);
  return parts.map((rows, i) => {
    const items: PageItem[] = [];
    if (i === 0 && options.letterhead) items.push(placeLetterhead(options.letterhead, layout.paper));
    const notice = letter.notice.items;
    items.push(...(i === 0 ? notice : notice.map((item) => retag(item, () => undefined))));
    if (i === 0) {
      items.push(...(courtesy ? [] : placeMarks(layout)), ...letter.head.items);
      if (options.showWindow && !courtesy) items.push(...drawWindow(layout));
    } else items.push(...placeRunningHead(letter, doc, options, i + 1, parts.length));
    items.push(...placeRows(rows, x, i === 0 ? top : letter.nextTop));
    if (i === own.length - 1) {
      items.push(...placeRows(letter.foot, x, layout.foot * MM - heightOf(letter.foot)));
    }
    return { width: width * MM, height: height * MM, items };
  });
}

function drawWindow(layout: LetterLayout): PageItem[] {
  const { always, ever } = windowOf(layout);
  return [always, ever].map(({ x, y, width, height }, i) => ({
    kind: 'frame',
    x: x * MM,
    y: y * MM,
    width: width * MM,
    height: height * MM,
    stroke: i === 0 ? 1 : 0.4,
    ink: 0.4,
  }));
}

/** Fold marks and hole mark at the edge where lines begin: artifacts of half a point. */
function placeMarks({ marks }: LetterLayout): PageItem[] {
  const { x, folds, hole, towards } = marks;
  const mark = (y: number, length: number): PageItem => ({
    kind: 'box',
    x: (towards === 'left' ? x - length : x) * MM,
    y: y * MM - 0.25,
    width: length * MM,
    height: 0.5,
    ink: 0,
  });
  return [...folds.map((y) => mark(y, 4)), ...(hole ? [mark(hole, 6)] : [])];
}

/** Recipient, date and page number over a continuation page, with a rule below: artifacts. */
function placeRunningHead(
  letter: SetLetter,
  doc: MergedDocument,
  options: LetterOptions,
  page: number,
  total: number,
): PageItem[] {
  const { layout } = options;
  const { styles, setting } = letter;
  const [x, width] = [layout.text.x * MM, layout.text.width * MM];
  const y = (layout.nextTop - 13) * MM;
  const number = pageLabel(doc, page, total);
  const style = styles.senderLines;
  const date = linesOf(doc.blocks, 'date').flat();
  const title = linesOf(doc.blocks, 'recipient')[0] ?? [];
  const dated = date.length > 0 ? [...title, { kind: 'text' as const, text: ' · ' }, ...date] : title;
  // Large print has no room for both.
  const fits = setLines(dated, style, width * 0.8, setting).length === 1;
  const start = setText(fits ? dated : title, style, width * 0.8, setting).slice(0, 1);
  const end = setText([{ kind: 'text', text: number }], { ...style, align: 'end' }, width, setting);
  const rule: PageItem = { kind: 'box', x, y: y + capHeight(style) + 5, width, height: 0.5, ink: 0 };
  const startX = setting.direction === 'rtl' ? x + width * 0.2 : x;
  return [...placeRows(start, startX, y), ...placeRows(end, x, y), rule];
}
