import type { Block, Inline } from '../model/block.ts';
import { MM, type PageItem } from '../model/page.ts';
import type { Problem, Told } from '../problems.ts';
import { finding, phrase } from '../wordings.ts';
import { recallPart } from './block-memory.ts';
import { setSignatureLine } from './letter-flow.ts';
import type { LetterLayout } from './letter-layouts.ts';
import { type HeadPart, NOTHING, setLetterhead, setReturnLine } from './letter-sender.ts';
import {
  capHeight,
  DESCENT,
  heightOf,
  moveRows,
  placeRows,
  type Row,
  type Setting,
  setLines,
  setText,
} from './rows.ts';
import type { TextStyle } from './style.ts';
import type { LetterStyles } from './styles/letter.ts';

/** The parts of a first page that stand at fixed places, in reading order. */
interface LetterHead {
  readonly items: readonly PageItem[];
  /** Lowest ink of address and date, in points. */
  readonly bottom: number;
  readonly problems: readonly Problem[];
}

/** A whole head, and its parts that tell of the sender. */
export interface WholeHead extends LetterHead {
  readonly sender: readonly PageItem[];
  readonly date: SetDate;
}

/** Sets letterhead, return line, recipient and date; the notice over them ends at `noticeBottom`, in points. */
export function setHead(
  blocks: readonly Block[],
  layout: LetterLayout,
  styles: LetterStyles,
  setting: Setting,
  noticeBottom: number,
): WholeHead {
  const senders = blocks.filter(({ role }) => role === 'sender');
  const manner = [
    layout.name,
    layout.isHeaded,
    styles,
    noticeBottom,
    recallDate(blocks, layout, styles, setting).top,
  ];
  const sender = recallHead(senders, manner, setting, () =>
    setSender(blocks, layout, styles, setting, noticeBottom),
  );
  const recipient = recallRecipient(blocks, layout, styles, setting);
  const date = recallDate(blocks, layout, styles, setting);
  return {
    items: [...sender.items, ...recipient.items, ...date.items],
    bottom: Math.max(recipient.bottom, date.bottom),
    problems: [...sender.problems, ...recipient.problems],
    sender: sender.items,
    date,
  };
}

/** Sets who writes: over the letter, and once more over the address. */
export function setSender(
  blocks: readonly Block[],
  layout: LetterLayout,
  styles: LetterStyles,
  setting: Setting,
  noticeBottom: number,
): HeadPart {
  const sender = linesOf(blocks, 'sender');
  if (sender.length === 0) return NOTHING;
  const dateTop = recallDate(blocks, layout, styles, setting).top;
  const letterhead = layout.isHeaded
    ? NOTHING
    : setLetterhead(sender, layout, styles, setting, { noticeBottom, dateTop });
  const returnLine = setReturnLine(sender, layout, styles, setting);
  return {
    items: [...letterhead.items, ...returnLine.items],
    problems: [...letterhead.problems, ...returnLine.problems],
  };
}

/** The address of a letter: what is drawn, its first capitals and its lowest ink, in points, and its style. */
interface SetAddress extends LetterHead {
  readonly top: number;
  readonly style: TextStyle;
}

/** Where the address stands; what stands beside it moves nothing. */
export function placeOfAddress(
  blocks: readonly Block[],
  layout: LetterLayout,
  styles: LetterStyles,
  setting: Setting,
): Pick<SetAddress, 'top' | 'bottom' | 'style'> {
  return recallRecipient(blocks, layout, styles, setting);
}

function recallRecipient(
  blocks: readonly Block[],
  layout: LetterLayout,
  styles: LetterStyles,
  setting: Setting,
): SetAddress {
  const recipients = blocks.filter(({ role }) => role === 'recipient');
  return recallHead(recipients, [layout.name, styles], setting, () =>
    setRecipient(blocks, layout, styles, setting),
  );
}

/** A part of the head that comes from one block is set once for all letters that have it. */
function recallHead<T>(
  blocks: readonly Block[],
  manner: readonly unknown[],
  setting: Setting,
  make: () => T,
): T {
  const [only, ...more] = blocks;
  return only && more.length === 0 ? recallPart(only, manner, setting, make) : make();
}

/** Content of the blocks of a role, divided at its line breaks. */
export function linesOf(blocks: readonly Block[], role: Block['role']): Inline[][] {
  const lines: Inline[][] = [];
  for (const block of blocks) {
    if (block.role !== role || (block.kind !== 'paragraph' && block.kind !== 'heading')) continue;
    let line: Inline[] = [];
    for (const inline of block.content) {
      if (inline.kind === 'text') line.push(inline);
      else {
        if (line.length > 0) lines.push(line);
        line = [];
      }
    }
    if (line.length > 0) lines.push(line);
  }
  return lines;
}

/** Smallest address in points; DIN 5008 asks for 8 at least (din-5008-richtlinien.de, “Anschriftenfeld”). */
const SMALLEST = 8.25;

function setRecipient(
  blocks: readonly Block[],
  layout: LetterLayout,
  styles: LetterStyles,
  setting: Setting,
): SetAddress {
  const block = blocks.find((b) => b.role === 'recipient');
  const { x, y, width, height, maxLines } = layout.address;
  const written = linesOf(blocks, 'recipient');
  let content = joinBreaks(written);
  let style = styles.address;
  if (!block || content.length === 0) return { items: [], top: y * MM, bottom: y * MM, problems: [], style };
  const placing = { type: 'P', language: block.language } as const;
  let lines = setLines(content, style, width * MM, setting, block.language);
  const fits = () =>
    lines.length <= maxLines &&
    capHeight(style) + (lines.length - 1) * style.leading + style.size * DESCENT <= height * MM + 0.1 &&
    lines.every((line) => line.width <= width * MM + 0.01);
  while (!fits() && style.size > SMALLEST) {
    const size = Math.max(style.size - 0.75, SMALLEST);
    style = { ...style, size, leading: (style.leading / style.size) * size };
    lines = setLines(content, style, width * MM, setting, block.language);
  }
  if (lines.length > maxLines) {
    content = joinBreaks(withCodeBehindTown(written));
    lines = setLines(content, style, width * MM, setting, block.language);
  }
  const rows: Row[] = setText(content, style, width * MM, setting, placing);
  const used = heightOf(rows) + style.size * DESCENT;
  // Under no return line, the address keeps clear of the window's edges above and below alike.
  const spare = layout.returnLine ? 0 : Math.max(height * MM - used, 0);
  const top = y * MM + spare / 2;
  const bottom = top + used;
  const problems: Problem[] = [];
  const tooWide = Math.max(...lines.map((line) => line.width)) - width * MM;
  if (lines.length > maxLines) {
    problems.push(
      overfull(
        phrase('window-lines', { n: lines.length, name: layout.name, most: maxLines }),
        bottom - (y + height) * MM,
      ),
    );
  } else if (tooWide > 0.01) {
    problems.push(overfull(phrase('window-width', { name: layout.name }), tooWide));
  }
  return { items: placeRows(rows, x * MM, top), top, bottom, problems, style };
}

/** A postal code that has a line of its own goes behind the town, as envelopes without room have it. */
function withCodeBehindTown(lines: readonly Inline[][]): Inline[][] {
  return lines.reduce<Inline[][]>((set, line) => {
    const text = line.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('');
    const isCode = set.length > 0 && /^\d[\d -]{3,9}$/.test(text.trim());
    if (isCode) set.push([...set.pop()!, { kind: 'text', text: ', ' }, ...line]);
    else set.push([...line]);
    return set;
  }, []);
}

function overfull(what: Told, excess: number): Problem {
  if (excess <= 0.1) return finding('warning', 'overfull-box/smallest', { what });
  return finding('warning', 'overfull-box/address', { what, excess: (excess / MM).toFixed(1) });
}

function joinBreaks(lines: readonly Inline[][]): Inline[] {
  return lines.flatMap((line, i) => (i === 0 ? line : [{ kind: 'break' as const }, ...line]));
}

interface SetDate {
  readonly items: readonly PageItem[];
  /** Where it begins, in points: over the window its lines grow upwards, towards the letterhead. */
  readonly top: number;
  readonly bottom: number;
}

/** Place and date, set once for all letters of one town. */
export function recallDate(
  blocks: readonly Block[],
  layout: LetterLayout,
  styles: LetterStyles,
  setting: Setting,
): SetDate {
  const dates = blocks.filter(({ role }) => role === 'date');
  const manner = [layout.name, layout.date.y, styles];
  return recallHead(dates, manner, setting, () => setDate(blocks, layout, styles, setting));
}

/** Place and date, a rule with its label where they are filled in by hand. Over the window two lines grow upwards. */
function setDate(
  blocks: readonly Block[],
  layout: LetterLayout,
  styles: LetterStyles,
  setting: Setting,
): SetDate {
  const block = blocks.find((b) => b.role === 'date');
  if (!block) return { items: [], top: Number.POSITIVE_INFINITY, bottom: 0 };
  const { x, y, width } = layout.date;
  const isBelow = y > layout.address.y + layout.address.height;
  if (block.kind === 'signature-line') {
    const rows = setSignatureLine(block.label, width * MM, styles, setting, block.language);
    return { items: placeRows(rows, x * MM, y * MM), top: y * MM, bottom: y * MM + heightOf(rows) };
  }
  const content = linesOf(blocks, 'date').flat();
  const placing = { type: 'P', language: block.language, own: true } as const;
  const rows = setText(content, styles.text, width * MM, setting, placing);
  const top = y * MM - (isBelow ? capHeight(styles.text) : heightOf(rows));
  return { items: moveRows(rows, x * MM, top), top, bottom: top + heightOf(rows) };
}
