import { memoise, startMemory } from '../model/memory.ts';
import { MM, type Page, type PagedDocument, type PageItem, type StructureNode } from '../model/page.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import type { FontBook } from './fonts.ts';
import { mayPart } from './line-edges.ts';
import { at, clip, type Finding, type Found, placeOf, shown } from './proofread-finding.ts';
import { collisions, misplaced, pale, struck } from './proofread-ink.ts';
import { inkedItems, type Line, linesOf, type Text, textsOf } from './proofread-lines.ts';

/**
 * Looks over pages as a proof-reader would, from what stands on them alone: texts that run into each other, into a rule
 * or off the paper, what is too small or too pale to read, headings with nothing under them, a text that stands twice,
 * lines that begin or end where no reader would break them. Sheets of pages are not looked into.
 */
export function proofread(doc: PagedDocument, fonts: FontBook): Finding[] {
  const { pages, master } = doc;
  const sound = master?.recall<SoundPage[]>(SOUND);
  if (sound && pages.every((page, i) => isSoundToo(page, sound[i]!, fonts))) return [];
  const found = proofreadAll(doc, fonts);
  if (master && !sound && found.length === 0)
    master.keep(
      SOUND,
      pages.map((page) => soundPage(page, fonts)),
    );
  return found;
}

/** A page in which nothing was found, of which others differ in some texts. */
interface SoundPage {
  readonly page: Page;
  readonly items: ReadonlySet<PageItem>;
  readonly lines: readonly Line[];
  /** Words of its headings, and the lines that stand under them. */
  readonly headings: ReadonlySet<string>;
  readonly under: readonly Line[];
}

const SOUND = 'sound pages';

function soundPage(page: Page, fonts: FontBook): SoundPage {
  const lines = linesOf(inkedItems(page.items, fonts));
  const texts = textsOf(lines).filter(({ tag }) => isHeading(tag));
  const headings = new Set(texts.map(({ text }) => bare(text)));
  const under = texts.flatMap((text) => lineUnder(text, lines) ?? []);
  return { page, items: new Set(page.items), lines, headings, under };
}

/**
 * Whether nothing is to be found in a page either that differs from a sound one in some texts. Only these are looked at, and
 * what they might do to the others; they are no headings themselves.
 */
function isSoundToo(page: Page, sound: SoundPage, fonts: FontBook): boolean {
  if (page === sound.page) return true;
  const now = new Set(page.items);
  const own = inkedItems(
    page.items.filter((item) => !sound.items.has(item)),
    fonts,
  );
  const lines = linesOf(own);
  const others = sound.lines.filter(({ runs }) => runs.every(({ run }) => now.has(run)));
  const stays = new Set(others);
  const isWhole = sound.lines.every((line) => stays.has(line) || !line.runs.some(({ run }) => now.has(run)));
  const joins = (one: Line, other: Line) =>
    one.tag === other.tag && (one.tag !== undefined || Math.abs(one.y - other.y) < 0.01);
  return (
    isWhole &&
    !lines.some((line) => isHeading(line.tag) || others.some((other) => joins(line, other))) &&
    sound.under.every((line) => stays.has(line)) &&
    !textsOf(lines).some(({ tag, text }) => tag !== undefined && sound.headings.has(bare(text))) &&
    collisions([...others, ...lines], stays).length === 0 &&
    struck(lines, page).length === 0 &&
    misplaced(lines, page).length === 0 &&
    pale(own, page).length === 0 &&
    badBreaks(lines).length === 0 &&
    across(lines).length === 0
  );
}

function proofreadAll({ pages, title }: PagedDocument, fonts: FontBook): Finding[] {
  return pages.flatMap((page, i) => {
    const inked = inkedItems(page.items, fonts);
    const isSheet = page.items.some((item) => item.kind === 'group');
    if (inked.length === 0 && isSheet) return [];
    const lines = linesOf(inked);
    const clear = i < FIRST_PAGES ? clearOf(fonts, `${title}\n${i}`) : { lines: new Set<Line>() };
    const apart = clear.lines;
    const met = collisions(lines, apart);
    if (met.length === 0) clear.lines = new Set(lines);
    const found = [
      ...(page.items.length === 0 ? [at({ x: 0, y: 0 }, 'empty', 'the page is empty')] : []),
      ...met,
      ...struck(lines, page),
      ...misplaced(lines, page),
      ...pale(inked, page),
      ...headings(lines),
      ...badBreaks(lines),
      ...across(lines),
    ];
    return found.map((finding) => ({ ...finding, page: i + 1 }));
  });
}

/** The lines of a page of which none ran into another when it was looked over last. */
interface Clear {
  lines: ReadonlySet<Line>;
}

/** Pages of a document of which that is kept: it keeps all that stands on them in memory. */
const FIRST_PAGES = 8;

const clearBefore = memoise((_: FontBook) => startMemory<Clear>(256));

function clearOf(fonts: FontBook, page: string): Clear {
  return clearBefore(fonts).recall(page, () => ({ lines: new Set() }));
}

/** Headings with nothing under them, and those that stand on the page once more. */
function headings(lines: readonly Line[]): Found[] {
  const texts = textsOf(lines);
  return texts.flatMap((text) => {
    if (!isHeading(text.tag)) return [];
    const type = text.tag?.type;
    const found: Found[] = [];
    const words = bare(text.text);
    const twin = texts.find(
      (other) => other !== text && other.tag !== undefined && bare(other.text) === words,
    );
    if (twin && words !== '')
      found.push(at(placeOf(text.box), 'twice', `“${clip(text.text)}” stands there twice`));
    if (type === 'H1') return found;
    const next = lineUnder(text, lines);
    const isOther = next?.tag?.type === type;
    if (!next || isOther || next.box.top - text.lines.at(-1)!.box.bottom > 3.5 * text.size)
      found.push(at(placeOf(text.box), 'heading', `nothing stands under the heading “${clip(text.text)}”`));
    return found;
  });
}

function isHeading(tag: StructureNode | undefined): boolean {
  const type = tag?.type;
  return type === 'H1' || type === 'H2' || type === 'H3';
}

/** The first line under a text, of those that stand below its last. */
function lineUnder({ tag, lines: own }: Text, lines: readonly Line[]): Line | undefined {
  const { box } = own.at(-1)!;
  return lines
    .filter(
      (line) =>
        line.tag !== tag && line.box.top > box.top && line.box.left < box.right && line.box.right > box.left,
    )
    .sort((a, b) => a.box.top - b.box.top)[0];
}

const breaks = startMemory<{ readonly mayBreak: boolean }>(1024);

/** Lines that begin or end where their script allows no break. */
function badBreaks(lines: readonly Line[]): Found[] {
  return textsOf(lines).flatMap(({ lines: set }) =>
    set.slice(1).flatMap((line, i) => {
      const before = set[i]!;
      // The parts of one line, as a figure and its label, aren't broken from each other.
      if (line.y <= before.y + 0.1 || Math.abs(line.size - before.size) > 0.01) return [];
      const text = before.text + line.text;
      const { mayBreak } = breaks.recall(`${before.text.length} ${text}`, () => ({
        mayBreak: mayPart(text, before.text.length),
      }));
      if (mayBreak) return [];
      return [at(placeOf(line.box), 'break', `a line is broken between ${shown(before)} and ${shown(line)}`)];
    }),
  );
}

/** Letters of scripts that are written in columns, from top to bottom, which no page here is set in. */
const IN_COLUMNS = /[\u1820-\u18aa\ua840-\ua873]/;

/** Texts of such a script, set in lines. */
function across(lines: readonly Line[]): Found[] {
  return lines
    .filter(({ text }) => IN_COLUMNS.test(text))
    .map((line) => {
      const cause = `the text ${shown(line)} is written from top to bottom, and is set across: nobody will read it`;
      return at(placeOf(line.box), 'across', cause);
    });
}

const bareWords = startMemory<{ readonly words: string }>(1024);

function bare(text: string): string {
  return bareWords.recall(text, () => ({
    words: text
      .replace(/[\s\p{P}]+/gu, ' ')
      .trim()
      .toLowerCase(),
  })).words;
}

/** A finding as a problem: its page, its place in millimetres, and the cause. */
export function proofProblem({ page, at: { x, y }, cause }: Finding): Problem {
  const inMm = (points: number) => Math.round(points / MM);
  return finding('warning', 'proof', { page, across: inMm(x), down: inMm(y), cause });
}
