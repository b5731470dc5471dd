import { type Block, type Inline, lengthOf, type MergedDocument, type Signatories } from '../model/block.ts';
import { Kept } from '../model/kept.ts';
import type { Letterhead } from '../model/letterhead.ts';
import { MM, type PagedDocument } from '../model/page.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import { withoutItalics } from './large-print.ts';
import { flowing, setFlow } from './letter-flow.ts';
import { linesOf, placeOfAddress, setHead, type WholeHead } from './letter-head.ts';
import type { LetterLayout } from './letter-layouts.ts';
import {
  keepLetter,
  type LaidLetter,
  type LetterMaster,
  layFromMaster,
  type Running,
} from './letter-master.ts';
import { divideFlow, type LetterOptions, placePages, type SetLetter, topOfText } from './letter-pages.ts';
import { fitReturnLine } from './letter-sender.ts';
import { placeNotice, setSmall } from './letter-small.ts';
import { checkLetterhead, formOf, LETTERHEAD_IMAGE, printLetterhead } from './letterhead.ts';
import { MORE_THAN_A_PAGE } from './papers.ts';
import { missingGlyphProblems, missingIn } from './paragraph.ts';
import { divideRows, fewestPages, heightOf, type Row, type Setting } from './rows.ts';
import { setSignatories } from './signatories.ts';
import type { TextStyle } from './style.ts';
import { LARGE_PRINT_STEPS, LETTER_STEPS, type LetterStep, letterStyles } from './styles/letter.ts';

/** Sets a merged letter on pages, on one page wherever the smallest size allows it. */
export function layoutLetter(
  doc: MergedDocument,
  asked: LetterOptions,
): { paged?: PagedDocument; problems: Problem[] } {
  const known = doc.master?.recall<LetterMaster>(LAID);
  const alike = known && layFromMaster(known, doc, asked);
  if (alike) return { paged: alike, problems: [] };
  const { letter, paged, problems } = layoutWhole(doc, asked);
  // What a letter has besides its running text may depend on all of it.
  const isPlain =
    letter && problems.length === 0 && !asked.largePrint && !asked.courtesy && !asked.letterhead;
  if (!doc.master || !isPlain) return { paged, problems };
  const leaving = { ...paged, master: new Kept() };
  doc.master.keep(LAID, keepLetter(laidLetter(doc, asked, letter, leaving)));
  return { paged: leaving, problems };
}

/** Name under which a letter is kept that others are laid out from. */
const LAID = 'letter';

/** Sets all of a letter; its parts are given too where it has no annex. */
function layoutWhole(
  doc: MergedDocument,
  asked: LetterOptions,
): { letter?: SetLetter | undefined; paged: PagedDocument; problems: Problem[] } {
  const options = inForm(doc, asked);
  const whole = options.largePrint ? undefined : firstOnOnePage(doc, options);
  const hasAnnex = !whole && !options.largePrint && doc.blocks.some(isSignatories);
  const main = hasAnnex ? withoutSignatories(doc) : doc;
  const letter = options.largePrint
    ? setLargePrint(withoutItalics(doc), options)
    : setLetter(main, options, whole ?? firstOnOnePage(main, options) ?? LETTER_STEPS.at(-1)!);
  const annex = hasAnnex ? setAnnex(doc, letter, options) : [];
  const excess = excessOf(letter);
  const pages = placePages(letter, annex, doc, options);
  const missing = missingIn(pages.flatMap(({ items }) => items));
  const problems: Problem[] = [...missingGlyphProblems(missing), ...letter.head.problems];
  if (excess > 0 && !options.largePrint) problems.push(overfullPage(excess, pages.length, options.layout));
  const { letterhead, layout } = options;
  if (letterhead) problems.push(...checkLetterhead(letterhead, layout, pages[0]!.items));
  const { title, author, language, direction } = doc;
  const paged = {
    title,
    author,
    language,
    direction,
    pages,
    personal: true,
    ...(letterhead && { images: new Map([[LETTERHEAD_IMAGE, printLetterhead(letterhead, layout.paper)]]) }),
    date: options.date,
  };
  return { letter: hasAnnex ? undefined : letter, paged, problems };
}

/** As few pages as the least size takes, in the largest that needs no more; of dozens of pages in the least. */
function setLargePrint(doc: MergedDocument, options: LetterOptions): SetLetter {
  const isLong = lengthOf(doc.blocks) > MORE_THAN_A_PAGE;
  const tried = LARGE_PRINT_STEPS.slice(isLong ? -1 : 0).map((step) => setLetter(doc, options, step));
  return fewestPages(tried, (one) => divideFlow(one).length);
}

/** A letter with what it takes to lay out others from it. */
function laidLetter(
  doc: MergedDocument,
  asked: LetterOptions,
  letter: SetLetter,
  paged: PagedDocument,
): LaidLetter {
  const options = inForm(doc, asked);
  const { layout } = options;
  const { step, styles, setting, head, notice, nextTop } = letter;
  const runAt = (at: LetterStep) => runningAt(doc, options, at);
  const own = divideFlow(letter);
  const pages = own.map((rows, i) => ({ rows, top: i === 0 ? topOfText(letter, own.length) : nextTop }));
  const manner = { step, styles, width: layout.text.width * MM };
  const room = letter.bottom - letter.top;
  const running = { manner, parts: letter.parts, room, excessWithout: () => excessOf(letter) };
  const tried = LETTER_STEPS.slice(0, LETTER_STEPS.indexOf(step));
  const noticeBottom = notice.bottom;
  return { doc, paged, options: asked, layout, setting, noticeBottom, head, running, pages, tried, runAt };
}

/** The options in which a letter is set: a translation behind it stands on paper without a head. */
function inForm({ direction }: MergedDocument, asked: LetterOptions): LetterOptions {
  const letterhead = asked.courtesy ? undefined : asked.letterhead;
  return { ...asked, letterhead, layout: formOf(asked.layout, direction, letterhead) };
}

/**
 * The first of the steps at which the letter holds on one page; none where it doesn't. Only what decides that is
 * set: all the rest, which differs from sender to sender, is set once.
 */
function firstOnOnePage(doc: MergedDocument, options: LetterOptions, spareLines = 0): LetterStep | undefined {
  const { blocks } = doc;
  // To set all of it in each step would take seconds, only to find that it doesn't fit.
  if (lengthOf(blocks) > MORE_THAN_A_PAGE) return undefined;
  if (blocks.some((block) => isSignatories(block) && block.items.length > MORE_NAMES)) return undefined;
  const fits = (step: LetterStep) =>
    runningAt(doc, options, step).excessWithout(NONE) <= -spareLines * step.leading;
  return LETTER_STEPS.find(fits);
}

const NONE: ReadonlySet<number> = new Set();

/** The running text at one step, of which heights alone are asked, and by how much it is too long for a page. */
function runningAt({ blocks, ...doc }: MergedDocument, options: LetterOptions, step: LetterStep): Running {
  const { layout, courtesy } = options;
  const [styles, setting] = [letterStyles(step), { ...startSetting(doc, options), isTry: true }];
  const manner = { step, styles, width: layout.text.width * MM };
  const address = courtesy ? 0 : placeOfAddress(blocks, layout, styles, setting).bottom;
  const parts = setFlow(flowing(blocks), manner, setting);
  const foot = setSmall(blocks, 'source', layout, styles, setting);
  const area = textArea(options, address, foot);
  const excessWithout = (places: ReadonlySet<number>) =>
    excessOf({ flow: parts.flatMap((rows, i) => (places.has(i) ? [] : rows)), ...area });
  return { manner, parts, room: area.bottom - area.top, excessWithout };
}

/** Names that no page has room for under a letter: a line of each column takes one. */
const MORE_NAMES = 600;

/** Lines that a word processor may need more than we do: it breaks them without looking at the paragraph. */
const SPARE_LINES = 2;

/**
 * For a word processor: the first of the steps at which a letter holds on one page there too, else the smallest; where
 * its address begins, in points, and in which style; what stands over it.
 */
export function measureForOffice(
  doc: MergedDocument,
  asked: Omit<LetterOptions, 'letterhead'> & {
    readonly letterhead?: Pick<Letterhead, 'margins'> | undefined;
  },
): {
  readonly step: LetterStep;
  readonly address: { readonly top: number; readonly style: TextStyle };
  /** What the line over the address says, in how many lines. */
  readonly returnLine: { readonly content: readonly Inline[]; readonly lines: number };
} {
  const options = {
    ...asked,
    letterhead: undefined,
    layout: formOf(asked.layout, doc.direction, asked.letterhead),
  };
  const step = firstOnOnePage(doc, options, SPARE_LINES) ?? LETTER_STEPS.at(-1)!;
  const setting = startSetting(doc, options);
  const styles = letterStyles(step);
  const width = (options.layout.returnLine?.width ?? 0) * MM;
  const sender = width > 0 ? linesOf(doc.blocks, 'sender') : [];
  const { content, rows } = fitReturnLine(sender, width, styles, setting);
  return {
    step,
    address: placeOfAddress(doc.blocks, options.layout, styles, setting),
    returnLine: { content, lines: rows.length },
  };
}

function isSignatories(block: Block): block is Signatories {
  return block.kind === 'signatories';
}

/** The letter with a word on those who sign, whose names follow on pages of their own. */
function withoutSignatories(doc: MergedDocument): MergedDocument {
  const blocks = doc.blocks.map(
    (block): Block =>
      isSignatories(block) ? { kind: 'paragraph', role: 'signatories', content: block.note } : block,
  );
  return { ...doc, blocks };
}

/** The names of those who sign, divided over pages. */
function setAnnex(
  { blocks }: MergedDocument,
  { styles, setting, nextTop }: SetLetter,
  { layout: { text } }: LetterOptions,
): Row[][] {
  const rows = blocks
    .filter(isSignatories)
    .flatMap((block) => setSignatories(block, styles.copies, text.width * MM, setting));
  const height = (text.y + text.height) * MM - nextTop;
  return divideRows(rows, height, height);
}

function setLetter(doc: MergedDocument, options: LetterOptions, step: LetterStep): SetLetter {
  const { layout, courtesy } = options;
  const { blocks } = doc;
  const setting = startSetting(doc, options);
  const styles = letterStyles(step);
  const notice = placeNotice(setSmall(blocks, 'note', layout, styles, setting), layout);
  const head = courtesy ? NO_HEAD : setHead(blocks, layout, styles, setting, notice.bottom);
  const parts = setFlow(flowing(blocks), { step, styles, width: layout.text.width * MM }, setting);
  const flow = parts.flat();
  const foot = setSmall(blocks, 'source', layout, styles, setting);
  const area = textArea(options, head.bottom, foot);
  return { step, styles, setting, notice, head, parts, flow, foot, ...area, nextTop: layout.nextTop * MM };
}

const NO_HEAD: WholeHead = {
  items: [],
  bottom: 0,
  problems: [],
  sender: [],
  date: { items: [], top: 0, bottom: 0 },
};

function startSetting(
  { language, direction }: Pick<MergedDocument, 'language' | 'direction'>,
  { fonts }: LetterOptions,
): Setting {
  return { fonts, language, direction };
}

/** Where the text of the first page stands, between the address and the foot. */
function textArea(
  { layout, courtesy }: LetterOptions,
  address: number,
  foot: readonly Row[],
): Pick<SetLetter, 'top' | 'bottom'> {
  const { text, nextTop } = layout;
  const footTop = layout.foot * MM - heightOf(foot) - 6 * MM;
  return {
    top: courtesy ? nextTop * MM : Math.max(text.y * MM, address + 6 * MM),
    bottom: foot.length > 0 ? footTop : (text.y + text.height) * MM,
  };
}

function excessOf({ flow, top, bottom }: Pick<SetLetter, 'flow' | 'top' | 'bottom'>): number {
  return heightOf(flow) - (bottom - top);
}

function overfullPage(excess: number, pages: number, layout: LetterLayout): Problem {
  const values = { excess: (excess / MM).toFixed(1), name: layout.name, pages };
  return finding('warning', 'overfull-page/letter', values);
}
