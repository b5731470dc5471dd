import { type Block, lengthOf, type MergedDocument } from '../model/block.ts';
import { hasSameFields } from '../model/kept.ts';
import { MM, type PagedDocument, type PageItem, tagOf } from '../model/page.ts';
import { type FlowManner, flowing, setFlowing } from './letter-flow.ts';
import { recallDate, setSender, type WholeHead } from './letter-head.ts';
import type { LetterLayout } from './letter-layouts.ts';
import { MORE_THAN_A_PAGE } from './papers.ts';
import { missingIn } from './paragraph.ts';
import { retag } from './retag.ts';
import { moveItem, placeRow, type Row, type Setting, spaceOver, topsOf } from './rows.ts';
import type { LetterStep } from './styles/letter.ts';

/** A letter as it was laid out, and all that laying out another takes which differs in blocks that take the same room. */
export interface LaidLetter {
  readonly doc: MergedDocument;
  readonly paged: PagedDocument;
  /** What it was laid out in, besides its document. */
  readonly options: object;
  readonly layout: LetterLayout;
  readonly setting: Setting;
  readonly noticeBottom: number;
  readonly head: WholeHead;
  readonly running: Running;
  /** Rows of the running text by page, and where the first of each stands, in points. */
  readonly pages: readonly { readonly rows: readonly Row[]; readonly top: number }[];
  /** Larger steps at which it was too long. */
  readonly tried: readonly LetterStep[];
  readonly runAt: (step: LetterStep) => Running;
}

/** The running text at one step. */
export interface Running {
  readonly manner: FlowManner;
  /** Rows of each of its blocks. */
  readonly parts: readonly (readonly Row[])[];
  /** Height that it has on a page. */
  readonly room: number;
  /** By how much it is too long without some of its blocks. */
  readonly excessWithout: (places: ReadonlySet<number>) => number;
}

/** A letter that others are laid out from, and what it takes where some of its blocks differ. */
export interface LetterMaster extends LaidLetter {
  readonly length: number;
  readonly known: Map<string, Differing | undefined>;
}

/** What it takes to lay out letters in which some blocks differ. */
interface Differing {
  readonly slots: readonly Slot[];
  /** Whether they would be too long at a larger step as this one was. */
  readonly tooLong: (doc: MergedDocument) => boolean;
}

/** Items of a page that come from blocks which differ, and those that another letter has there. */
interface Slot {
  readonly page: number;
  readonly at: number;
  readonly items: readonly PageItem[];
  readonly fill: (doc: MergedDocument) => readonly PageItem[] | undefined;
}

/** Keeps a letter for those that follow. */
export function keepLetter(letter: LaidLetter): LetterMaster {
  return { ...letter, length: lengthOf(letter.doc.blocks), known: new Map() };
}

/**
 * The pages of a letter that differs from another in some blocks, which take the same room: that letter's, with these set
 * in place of its own. Nothing where they take other room, lack a character or don't fit; the letter is laid out whole then.
 */
export function layFromMaster(
  master: LetterMaster,
  doc: MergedDocument,
  options: object,
): PagedDocument | undefined {
  const { blocks } = master.doc;
  if (doc.blocks.length !== blocks.length || !hasSameFields(options, master.options)) return undefined;
  const places = doc.blocks.flatMap((block, i) => (block === blocks[i] ? [] : [i]));
  const lengthAt = (all: readonly Block[]) => lengthOf(places.map((i) => all[i]!));
  const length = master.length + lengthAt(doc.blocks) - lengthAt(blocks);
  if (length > MORE_THAN_A_PAGE !== master.length > MORE_THAN_A_PAGE) return undefined;
  const key = places.map((i) => `${i} ${doc.blocks[i]!.role}`).join(' ');
  if (!master.known.has(key)) master.known.set(key, findDiffering(master, doc, places));
  const differing = master.known.get(key);
  if (!differing?.tooLong(doc)) return undefined;
  const pages = [...master.paged.pages];
  for (const { page, at, items: before, fill } of differing.slots) {
    const filled = fill(doc);
    if (!filled || missingIn(filled).size > 0) return undefined;
    const { items } = pages[page]!;
    pages[page] = {
      ...pages[page]!,
      items: [...items.slice(0, at), ...inNodesOf(before, filled), ...items.slice(at + before.length)],
    };
  }
  return { ...master.paged, pages };
}

/** Items in the nodes of those whose place they take, where these are nodes of the same kinds: the tree stays what it was. */
function inNodesOf(before: readonly PageItem[], items: readonly PageItem[]): readonly PageItem[] {
  const [nodes, own] = [before, items].map((all) => [...new Set(all.flatMap((item) => tagOf(item) ?? []))]);
  const isSame = own!.length === nodes!.length && own!.every((node, i) => hasSameFields(node, nodes![i]!));
  return isSame ? items.map((item) => retag(item, (tag) => nodes![own!.indexOf(tag)])) : items;
}

/** What differs where these blocks do; nothing where one of them stands in a place that others depend on. */
function findDiffering(
  master: LetterMaster,
  { blocks: others }: MergedDocument,
  places: readonly number[],
): Differing | undefined {
  const { blocks } = master.doc;
  if (places.some((i) => blocks[i]!.role !== others[i]!.role)) return undefined;
  const inRunning = blocks.flatMap((block, i) => (flowing([block]).length > 0 ? [i] : []));
  const slots = new Map<string, Slot | undefined>();
  const inFlow = new Set<number>();
  for (const i of places) {
    const { role } = blocks[i]!;
    const k = inRunning.indexOf(i);
    if (role === 'sender') slots.set(role, senderSlot(master));
    else if (role === 'date') slots.set(role, master.pages.length > 1 ? undefined : dateSlot(master));
    else slots.set(String(i), k < 0 ? undefined : flowSlot(master, k));
    if (k >= 0) inFlow.add(k);
  }
  const found = [...slots.values()].filter((slot) => slot !== undefined);
  if (found.length < slots.size) return undefined;
  // Where it is too long without them, it is so with any.
  const close = master.tried.map(master.runAt).filter(({ excessWithout }) => excessWithout(inFlow) <= 0);
  const tooLong = (doc: MergedDocument) =>
    close.every((run) => isTooLong(run, inFlow, doc) || takesSameRoom(master, run, inFlow, doc));
  // From the last to the first, so that those before stay where they are.
  const order = (a: Slot, b: Slot) => b.page - a.page || b.at - a.at;
  return { slots: found.sort(order), tooLong };
}

/** Whether a letter is too long for a page even if its lines stand as near to each other as lines can. */
function isTooLong(
  { parts, room }: Running,
  places: ReadonlySet<number>,
  { blocks }: MergedDocument,
): boolean {
  const rows = parts.flat();
  const least = rows.reduce((sum, row, i) => sum + row.height + (i === 0 ? 0 : row.before), 0);
  const flow = flowing(blocks);
  return least > room + 0.001 && [...places].every((k) => leastLines(flow[k]!) >= parts[k]!.length);
}

/** Lines of a text where none is broken. */
function leastLines(block: Block): number {
  if (block.kind !== 'paragraph') return 0;
  const isText = block.content.map((inline) => inline.kind === 'text' && inline.text !== '');
  return isText.filter((is, i) => is && !isText[i - 1]).length;
}

function takesSameRoom(
  master: LetterMaster,
  run: Running,
  places: ReadonlySet<number>,
  doc: MergedDocument,
): boolean {
  return [...places].every((k) => setPart(run, k, doc, passing(master)) !== undefined);
}

/** How the texts are set that a letter has for itself. */
function passing({ setting }: LetterMaster): Setting {
  return { ...setting, memory: 'none' };
}

function senderSlot(master: LetterMaster): Slot | undefined {
  const { layout, running, noticeBottom, head } = master;
  const setting = passing(master);
  return slotOf(master, 0, head.sender, (doc) => {
    const set = setSender(doc.blocks, layout, running.manner.styles, setting, noticeBottom);
    return set.problems.length === 0 ? set.items : undefined;
  });
}

function dateSlot(master: LetterMaster): Slot | undefined {
  const { layout, running, head } = master;
  const setting = passing(master);
  return slotOf(master, 0, head.date.items, (doc) => {
    const set = recallDate(doc.blocks, layout, running.manner.styles, setting);
    const isThere = set.top === head.date.top && set.bottom === head.date.bottom;
    return isThere ? set.items : undefined;
  });
}

function flowSlot(master: LetterMaster, k: number): Slot | undefined {
  const { running, layout, pages } = master;
  const setting = passing(master);
  const rows = running.parts[k]!;
  const page = pages.findIndex((one) => one.rows.includes(rows[0]!));
  if (page < 0) return undefined;
  const first = pages[page]!.rows.indexOf(rows[0]!);
  const tops = topsOf(pages[page]!.rows, pages[page]!.top).slice(first, first + rows.length);
  if (tops.length < rows.length) return undefined;
  const x = layout.text.x * MM;
  const placed = rows.flatMap((row, i) => placeRow(row, x, tops[i]!));
  return slotOf(master, page, placed, (doc) => {
    const set = setPart(running, k, doc, setting);
    return set?.flatMap((row, i) => row.items.map((item) => moveItem(item, x, tops[i]!)));
  });
}

function slotOf(
  { paged }: LetterMaster,
  page: number,
  items: readonly PageItem[],
  fill: Slot['fill'],
): Slot | undefined {
  const at = items.length === 0 ? -1 : paged.pages[page]!.items.indexOf(items[0]!);
  return at < 0 ? undefined : { page, at, items, fill };
}

/** Rows of a block of the running text that take the room of those of the master; nothing where they take another. */
function setPart(
  { manner, parts }: Running,
  k: number,
  { blocks }: MergedDocument,
  setting: Setting,
): readonly Row[] | undefined {
  const own = parts[k]!;
  const rows = setFlowing(flowing(blocks), k, manner, setting);
  const all = parts.flat();
  const at = parts.slice(0, k).flat().length;
  const space = (of: readonly Row[]) => {
    const column = [...all.slice(at - 1, at), ...of, ...all.slice(at + of.length, at + of.length + 1)];
    return column.map((row, i) => [spaceOver(row, column[i - 1]), row.height, row.keep].join(' ')).join('|');
  };
  return rows.length === own.length && space(rows) === space(own) ? rows : undefined;
}
