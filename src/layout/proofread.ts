import { memoise, remember, startMemory } from '../model/memory.ts';
import {
  type GlyphRun,
  MM,
  type Page,
  type PagedDocument,
  type PageItem,
  type StructureNode,
} from '../model/page.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import type { FontBook } from './fonts.ts';
import { around, type InkBox, inkOfRun, overlapOf, type RunInk } from './ink.ts';
import { mayPart } from './line-edges.ts';

/** Nearer to the edge of the paper than this, in millimetres, many printers print nothing. */
const EDGE = 4;

/** Least size of text, in points: that of the line over an address. */
const LEAST_SIZE = 5.5;

/** Least difference of the greys of a text and its ground. */
const CONTRAST = 0.5;

/** How far glyphs of two lines may lie over each other, as a part of the smaller size: hairs that touch are no fault. */
const TOUCH = 0.06;

/** Something on a page that a proof-reader would mark. */
interface Finding {
  readonly kind:
    | 'collision'
    | 'struck'
    | 'edge'
    | 'small'
    | 'contrast'
    | 'heading'
    | 'twice'
    | 'break'
    | 'across'
    | 'empty';
  /** From 1. */
  readonly page: number;
  /** Its place, in points. */
  readonly at: { readonly x: number; readonly y: number };
  /** What is wrong, as a sentence without its place. */
  readonly cause: string;
}

/** A run of a page that has ink. */
interface Inked {
  readonly run: GlyphRun;
  readonly ink: RunInk;
}

/** A line of one text: its runs from one baseline. */
interface Line {
  readonly runs: readonly Inked[];
  readonly text: string;
  readonly box: InkBox;
  readonly tag: StructureNode | undefined;
  readonly size: number;
  readonly y: number;
}

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

function inkedItems(items: readonly PageItem[], fonts: FontBook): Inked[] {
  return items.flatMap((item) => (item.kind === 'glyphs' ? (inkedOf(item, fonts) ?? []) : []));
}

function proofreadAll({ pages, title }: PagedDocument, fonts: FontBook): Finding[] {
  return pages.flatMap((page, i) => {
    const inked = inkedItems(page.items, fonts);
    const isSheet = page.items.some((item) => item.kind === 'group');
    if (inked.length === 0 && isSheet) return [];
    const lines = linesOf(inked);
    const clear = clearOf(fonts, `${title}\n${i}`);
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

type Found = Omit<Finding, 'page'>;

function at(place: Finding['at'], kind: Finding['kind'], cause: string): Found {
  return { kind, at: place, cause };
}

function placeOf({ left, top }: InkBox): Finding['at'] {
  return { x: left, y: top };
}

/** Of runs and lines that stood at the same place before: layout gives the same objects for what is the same. */
const inkedBefore = remember<GlyphRun, Inked | undefined>();
const linesBefore = remember<Inked, Line>();

function inkedOf(run: GlyphRun, fonts: FontBook): Inked | undefined {
  return inkedBefore.recall(run, () => {
    const ink = inkOfRun(run, fonts);
    return ink && { run, ink };
  });
}

/** The lines of a page of which none ran into another when it was looked over last. */
interface Clear {
  lines: ReadonlySet<Line>;
}

const clearBefore = memoise((_: FontBook) => startMemory<Clear>(256));

function clearOf(fonts: FontBook, page: string): Clear {
  return clearBefore(fonts).recall(page, () => ({ lines: new Set() }));
}

function linesOf(inked: readonly Inked[]): Line[] {
  const lines: { runs: Inked[] }[] = [];
  for (const one of inked) {
    const last = lines.at(-1)?.runs.at(-1)?.run;
    const isSame = last && last.tag === one.run.tag && Math.abs(last.y - one.run.y) < 0.01;
    if (isSame) lines.at(-1)!.runs.push(one);
    else lines.push({ runs: [one] });
  }
  return lines.map(({ runs }) => {
    const make = (): Line => ({
      runs,
      text: runs.map(({ run }) => run.text).join(''),
      box: around(runs.map(({ ink }) => ink)),
      tag: runs[0]!.run.tag,
      size: Math.max(...runs.map(({ run }) => run.size)),
      y: runs[0]!.run.y,
    });
    return linesBefore.recall(
      runs[0]!,
      make,
      (known) => known.runs.length === runs.length && runs.every((run, i) => run === known.runs[i]),
    );
  });
}

/** Texts whose ink lies over that of another; of those that were found apart before, none is looked at with another. */
function collisions(lines: readonly Line[], apart: ReadonlySet<Line>): Found[] {
  const sorted = [...lines].sort((a, b) => a.box.top - b.box.top);
  const found: Found[] = [];
  for (const [i, a] of sorted.entries()) {
    for (let k = i + 1; k < sorted.length && sorted[k]!.box.top < a.box.bottom; k += 1) {
      const b = sorted[k]!;
      if (apart.has(a) && apart.has(b)) continue;
      if (overlapOf(a.box, b.box) > 0 && runInto(a, b))
        found.push(at(placeOf(b.box), 'collision', `the text ${shown(b)} runs into ${shown(a)}`));
    }
  }
  return found;
}

function runInto(a: Line, b: Line): boolean {
  const least = TOUCH * Math.min(a.size, b.size);
  return a.runs.some(({ ink }) =>
    b.runs.some(
      (other) =>
        overlapOf(ink, other.ink) > least &&
        ink.glyphs.some(
          (glyph) =>
            overlapOf(glyph, other.ink) > least && other.ink.glyphs.some((g) => overlapOf(glyph, g) > least),
        ),
    ),
  );
}

/** Texts with a rule or the edge of a frame or picture through them. */
function struck(lines: readonly Line[], { items }: Page): Found[] {
  const bars = items.flatMap(barsOf);
  return lines.flatMap((line) => {
    const bar = bars.find(
      (box) =>
        overlapOf(line.box, box) > 0.3 &&
        line.runs.some(({ ink }) => ink.glyphs.some((glyph) => overlapOf(glyph, box) > 0.3)),
    );
    return bar ? [at(placeOf(line.box), 'struck', `something runs through the text ${shown(line)}`)] : [];
  });
}

function barsOf(item: PageItem): InkBox[] {
  if (item.kind !== 'box' && item.kind !== 'frame' && item.kind !== 'image') return [];
  const { x, y, width, height } = item;
  const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });
  const whole = box(x, y, x + width, y + height);
  // A letterhead lies under its text.
  if (item.kind === 'image') return item.tag === undefined ? [] : [whole];
  // A panel lies under its text.
  if (item.kind === 'box') return Math.min(width, height) < 8 ? [whole] : [];
  const { stroke } = item;
  return [
    box(x, y, x + width, y + stroke),
    box(x, y + height - stroke, x + width, y + height),
    box(x, y, x + stroke, y + height),
    box(x + width - stroke, y, x + width, y + height),
  ];
}

/** Texts too near to the edge of the paper or beyond it, and those too small to read. */
function misplaced(lines: readonly Line[], { width, height }: Page): Found[] {
  const edge = EDGE * MM;
  return lines.flatMap((line) => {
    const { left, right, top, bottom } = line.box;
    const room = Math.min(left, top, width - right, height - bottom);
    const near = (room / MM).toFixed(1);
    return [
      ...(room < edge
        ? [
            at(
              placeOf(line.box),
              'edge' as const,
              room < 0
                ? `the text ${shown(line)} runs off the paper`
                : `the text ${shown(line)} stands ${near} mm from the edge, where printers print nothing`,
            ),
          ]
        : []),
      ...(line.size < LEAST_SIZE - 0.01
        ? [
            at(
              placeOf(line.box),
              'small' as const,
              `the text ${shown(line)} is set in ${line.size.toFixed(1)} pt`,
            ),
          ]
        : []),
    ];
  });
}

/** Texts that hardly differ from what lies under them. */
function pale(inked: readonly Inked[], { items }: Page): Found[] {
  const grounds = items.flatMap((item, order) =>
    item.kind === 'box' && Math.min(item.width, item.height) >= 8 && typeof item.ink === 'number'
      ? [{ ...item, grey: item.ink, order }]
      : [],
  );
  return inked.flatMap(({ run, ink }) => {
    if (typeof run.ink !== 'number') return [];
    const middle = { x: (ink.left + ink.right) / 2, y: (ink.top + ink.bottom) / 2 };
    const under = grounds.findLast(
      (box) =>
        box.x <= middle.x &&
        middle.x <= box.x + box.width &&
        box.y <= middle.y &&
        middle.y <= box.y + box.height,
    );
    if (Math.abs(run.ink - (under?.grey ?? 1)) >= CONTRAST) return [];
    return [at(placeOf(ink), 'contrast', `the text “${clip(run.text)}” hardly differs from its ground`)];
  });
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

interface Text {
  readonly tag: StructureNode | undefined;
  readonly text: string;
  readonly box: InkBox;
  readonly size: number;
  readonly lines: readonly Line[];
}

/** Lines of one node that follow each other. */
function textsOf(lines: readonly Line[]): Text[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last && line.tag !== undefined && last[0]!.tag === line.tag) last.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({
    tag: group[0]!.tag,
    text: group.map(({ text }) => text.trim()).join(' '),
    box: around(group.map(({ box }) => box)),
    size: Math.max(...group.map(({ size }) => size)),
    lines: group,
  }));
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

function shown({ text }: { readonly text: string }): string {
  return `“${clip(text)}”`;
}

function clip(text: string): string {
  const letters = [...text.trim()];
  return letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : letters.join('');
}

/** A finding as a problem: its page, its place in millimetres, and the cause. */
export function proofProblem({ page, at: { x, y }, cause }: Finding): Problem {
  const inMm = (points: number) => Math.round(points / MM);
  return finding('warning', 'proof', { page, across: inMm(x), down: inMm(y), cause });
}
