import {
  type Box,
  boundsOfPath,
  type FontId,
  type GlyphRun,
  type Group,
  type Ink,
  type Page,
  type PageItem,
} from '../../model/page.ts';
import { PageAreas } from './areas.ts';
import { recallDrawn, startDrawn } from './drawn.ts';
import type { FontUses } from './font-uses.ts';
import { type Area, areaOf, combine, type Matrix } from './geometry.ts';
import type { LinkArea } from './links.ts';
import { formatName, formatNumber, formatText, utf16Hex } from './objects.ts';
import { type OwnPart, Parts } from './parts.ts';
import { pathOperators, rectangle } from './paths.ts';
import { openText, type SetRun } from './runs.ts';
import type { StructureTree } from './structure-tree.ts';
import { inVisualOrder } from './visual-order.ts';

/** A page's content stream, and what it tells the rest of the file. */
export interface PageContent {
  /** The stream, divided where blocks begin: the same block gives the same part in the next document. */
  readonly parts: readonly string[];
  /** The structure node of each marked-content identifier of the page. */
  readonly marks: readonly number[];
  readonly fonts: ReadonlySet<FontId>;
  readonly images: ReadonlySet<string>;
  readonly usesSpot: boolean;
  /** Where links stand, line by line. */
  readonly links: readonly LinkArea[];
  /** Where pictures stand, by structure node. */
  readonly pictures: ReadonlyMap<number, Area>;
  /** What tells of the sender, in the order of the page. */
  readonly own: readonly OwnPart[];
}

/** What drawing a page needs to know of the document. */
interface DrawContext {
  readonly tree: StructureTree;
  /** Fonts and glyphs that the file needs. */
  readonly uses: FontUses;
}

/** Draws the items of a page that was turned before, so that y runs downwards in its stream too. */
export function drawPage(page: Page, context: DrawContext): PageContent {
  return drawPart(page, page.items, context, 0);
}

/** Draws some items of such a page alone; their first marked-content identifier is given. */
export function drawPart(
  page: Page,
  items: readonly PageItem[],
  context: DrawContext,
  firstMark: number,
): PageContent {
  const pen = new Pen(page, context, firstMark);
  pen.drawItems(items, [1, 0, 0, -1, 0, page.height]);
  pen.end(items.length);
  return pen;
}

/** Holds the state of the graphics while a page is drawn. */
class Pen implements PageContent {
  readonly marks: number[] = [];
  readonly fonts = new Set<FontId>();
  readonly images = new Set<string>();
  usesSpot = false;

  private readonly page: Page;
  private readonly context: DrawContext;
  private readonly firstMark: number;
  private readonly gathered = new Parts();
  private readonly areas: PageAreas;
  /** What the open marked sequence belongs to: a structure node or a kind of artifact. */
  private mark: number | string | undefined;
  private isSpan = false;
  private inText = false;
  private ink: Ink | undefined;
  private font: string | undefined;
  private depth = 0;
  /** Dots and marks of the text at hand that tell nothing, each with its font and place. */
  private silent: { readonly ink: Ink; readonly operators: string }[] = [];
  private gathersSilent = false;
  /** The sequences of the text at hand, where they are kept for other documents. */
  private sequences: string[] | undefined;

  constructor(page: Page, context: DrawContext, firstMark: number) {
    this.page = page;
    this.context = context;
    this.firstMark = firstMark;
    this.areas = new PageAreas(context.tree);
  }

  get parts(): readonly string[] {
    return this.gathered.done;
  }

  get own(): readonly OwnPart[] {
    return this.gathered.own;
  }

  get links(): readonly LinkArea[] {
    return this.areas.links;
  }

  get pictures(): ReadonlyMap<number, Area> {
    return this.areas.pictures;
  }

  drawItems(items: readonly PageItem[], matrix: Matrix): void {
    for (let i = 0; i < items.length; ) {
      const item = items[i]!;
      if (this.depth === 0 && isOwn(item) !== this.gathered.isOwn) this.turn(i);
      const end = this.depth === 0 ? endOfText(items, i) : i;
      if (end > i) this.drawText(items.slice(i, end) as Text[], matrix);
      else this.drawOne(item, matrix);
      i = Math.max(end, i + 1);
    }
  }

  /** Begins or ends what tells of the sender, before the item at this place. */
  private turn(item: number): void {
    this.closeMark();
    this.gathered.turn(item, this.nextMark);
  }

  /** Ends the page, which has so many items. */
  end(count: number): void {
    if (this.gathered.isOwn) this.turn(count);
    this.closeMark();
    this.gathered.cut();
  }

  private get nextMark(): number {
    return this.firstMark + this.marks.length;
  }

  private drawOne(item: PageItem, matrix: Matrix): void {
    if (item.kind === 'group') this.drawGroup(item, matrix);
    else if (item.kind === 'glyphs') this.drawRun(item, matrix);
    else {
      this.openMark(this.markOf(item));
      this.drawItem(item, matrix);
    }
  }

  /** Draws a text of one structure node; the same text at the same place is drawn once for all documents. */
  private drawText(items: readonly Text[], matrix: Matrix): void {
    const { uses, tree } = this.context;
    const tag = tree.numberOf(items[0]!.tag!);
    const { type, language } = tree.nodes[tag]!;
    const before = this.marks.length;
    this.closeMark();
    if (this.gathered.isOwn) {
      this.drawRuns(items, tag, matrix);
      return;
    }
    const place = { items, first: this.nextMark, type, language };
    const known = recallDrawn(place, uses);
    if (known) {
      for (const id of known.fonts) this.fonts.add(id);
      for (let i = 0; i < known.marks; i += 1) this.marks.push(tag);
      for (const sequence of known.sequences) this.gathered.add(sequence, true);
      return;
    }
    const drawn = startDrawn(place, uses);
    this.sequences = [];
    this.drawRuns(items, tag, matrix);
    drawn.end(this.sequences, this.marks.length - before);
    this.sequences = undefined;
  }

  private drawRuns(items: readonly Text[], tag: number, matrix: Matrix): void {
    this.gathersSilent = true;
    for (const item of inVisualOrder(items)) this.drawOne(item, matrix);
    this.gathersSilent = false;
    this.drawSilent(tag);
    this.closeMark();
  }

  private drawGroup(group: Group, outer: Matrix): void {
    const { matrix, clip, items } = group;
    this.closeMark();
    this.write(`q ${matrix.map((n) => String(Math.round(n * 1e6) / 1e6)).join(' ')} cm\n`);
    if (clip) this.write(`${rectangle(clip.x, clip.y, clip.width, clip.height)} W n\n`);
    this.depth += 1;
    this.drawItems(items, combine(outer, matrix));
    this.closeMark();
    this.depth -= 1;
    this.write('Q\n');
  }

  private drawItem(item: Exclude<PageItem, GlyphRun | Group>, matrix: Matrix): void {
    switch (item.kind) {
      case 'box':
        this.paint(item.ink);
        this.write(`${rectangle(item.x, item.y, item.width, item.height)} f\n`);
        return;
      case 'frame': {
        const { x, y, width, height, stroke, ink } = item;
        this.endText();
        if (ink === 'spot') this.usesSpot = true;
        const inner = rectangle(x + stroke / 2, y + stroke / 2, width - stroke, height - stroke);
        const colour = ink === 'spot' ? '/Spot CS 1 SCN' : `${formatNumber(ink)} G`;
        this.write(`${colour} ${formatNumber(stroke)} w ${inner} S\n`);
        return;
      }
      case 'path': {
        this.paint(item.ink);
        this.write(`${pathOperators(item.commands)} f*\n`);
        const { x, y, width, height } = boundsOfPath(item);
        this.areas.notePicture(item.tag, areaOf(matrix, x, y, width, height));
        return;
      }
      case 'image': {
        const { x, y, width, height, image } = item;
        this.endText();
        this.images.add(image);
        const place = [width, 0, 0, -height, x, y + height].map((n) => formatNumber(n)).join(' ');
        this.write(`q ${place} cm ${imageName(image)} Do Q\n`);
        this.areas.notePicture(item.tag, areaOf(matrix, x, y, width, height));
      }
    }
  }

  private drawRun(run: GlyphRun, matrix: Matrix): void {
    if (run.glyphs.length === 0) return;
    const set = this.context.uses.useRun(run);
    this.fonts.add(run.font);
    this.openMark(this.markOf(run), this.propertiesOf(run, set));
    if (!this.inText) this.write('BT\n');
    this.inText = true;
    this.setInk(run.ink);
    const font = `${formatName(run.font)} ${formatNumber(run.size)} Tf`;
    if (font !== this.font) this.write(`${font} `);
    this.font = font;
    const place = `1 0 0 -1 ${formatNumber(run.x)} ${formatNumber(run.y)} Tm`;
    this.write(`${place} ${set.operators}\n`);
    const operators = `${font} ${place} ${set.silent}\n`;
    if (set.silent !== '') this.silent.push({ ink: run.ink, operators });
    if (!this.gathersSilent) this.drawSilent();
    if (run.href !== undefined) this.areas.noteLink(run, matrix);
  }

  /**
   * Draws the dots that tell nothing behind all lines of their text: they would part its letters, and readers that go by
   * where text stands take a line to end where a dot is over or under it.
   */
  private drawSilent(mark = this.mark): void {
    if (this.silent.length === 0) return;
    this.openMark(mark!);
    if (!this.inText) this.write('BT\n');
    this.inText = true;
    this.write(`${openText('')}\n`);
    for (const { ink, operators } of this.silent) {
      this.setInk(ink);
      this.write(operators);
    }
    this.write('EMC\n');
    this.font = undefined;
    this.silent = [];
  }

  /** Language and text of a run, where its marks don't tell them. */
  private propertiesOf(run: GlyphRun, set: SetRun): string {
    const { tag, language, text } = run;
    if (tag === undefined) return '';
    const { nodes, numberOf } = this.context.tree;
    const isOther = language !== undefined && language !== nodes[numberOf(tag)]!.language;
    const lang = isOther ? `/Lang${formatText(language)}` : '';
    return set.tellsText ? lang : `${lang}/ActualText<feff${utf16Hex(text)}>`;
  }

  private paint(ink: Ink): void {
    this.endText();
    this.setInk(ink);
  }

  private setInk(ink: Ink): void {
    if (ink === this.ink) return;
    this.ink = ink;
    if (ink === 'spot') this.usesSpot = true;
    this.write(ink === 'spot' ? '/Spot cs 1 scn ' : `${formatNumber(ink)} g `);
  }

  /** Properties hold for one run, which then is a sequence of its own: readers lose their place in nested ones. */
  private openMark(mark: number | string, properties = ''): void {
    if (mark === this.mark && properties === '' && !this.isSpan) return;
    this.closeMark();
    this.mark = mark;
    this.isSpan = properties !== '';
    if (typeof mark === 'string') this.write(`/Artifact <<${mark}>> BDC\n`);
    else {
      const name = this.isSpan ? 'Span' : this.context.tree.nodes[mark]!.type;
      this.write(`/${name} <</MCID ${this.nextMark}${properties}>> BDC\n`);
      this.marks.push(mark);
    }
  }

  /**
   * What an item belongs to. Text outside the structure repeats what is read elsewhere: running heads and feet
   * (ISO 32000-1, 14.8.2.2.2); other marks are for whoever folds, cuts and files.
   */
  private markOf(item: Exclude<PageItem, Group>): number | string {
    if ('tag' in item && item.tag !== undefined) return this.context.tree.numberOf(item.tag);
    if (item.kind !== 'glyphs') return '/Type/Layout';
    return `/Type/Pagination/Subtype/${item.y < this.page.height / 2 ? 'Header' : 'Footer'}`;
  }

  private closeMark(): void {
    this.endText();
    if (this.mark !== undefined) this.write('EMC\n');
    this.mark = undefined;
    // Each sequence states its own ink and font, so that it can stand behind any other.
    this.ink = undefined;
    this.font = undefined;
    const sequence = this.gathered.endSequence(this.depth === 0);
    if (sequence !== undefined) this.sequences?.push(sequence);
  }

  private endText(): void {
    if (this.inText) this.write('ET\n');
    this.inText = false;
  }

  private write(operators: string): void {
    this.gathered.write(operators);
  }
}

function isOwn(item: PageItem): boolean {
  return 'own' in item && item.own === true;
}

/** What a text consists of, as it is drawn: links and pictures tell the page more than their operators. */
type Text = GlyphRun | Box;

/** The end of the text of one structure node that begins at an item; that place itself where none does. */
function endOfText(items: readonly PageItem[], start: number): number {
  const first = items[start]!;
  if ((first.kind !== 'glyphs' && first.kind !== 'box') || first.tag === undefined) return start;
  const { tag } = first;
  let end = start;
  for (; end < items.length; end += 1) {
    const item = items[end]!;
    if ((item.kind !== 'glyphs' && item.kind !== 'box') || item.tag !== tag || item.ink === 'spot') break;
    if (item.kind === 'glyphs' && item.href !== undefined) break;
  }
  return end;
}

/** Resource name of a picture. */
export function imageName(image: string): string {
  return formatName(`Image-${image}`);
}
