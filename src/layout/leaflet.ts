import type { Block, MergedDocument } from '../model/block.ts';
import { Kept } from '../model/kept.ts';
import type { LeafletStyle } from '../model/material.ts';
import { memoise } from '../model/memory.ts';
import { MM, type Page, type PagedDocument, type PageItem } from '../model/page.ts';
import type { Pictures } from '../model/picture.ts';
import type { Problem } from '../problems.ts';
import type { FontBook } from './fonts.ts';
import { canDivide } from './hyphenation.ts';
import { pageLabel } from './large-print.ts';
import { type Leaf, recallIn } from './leaf.ts';
import { fitFlow, fitLargePrint, fitLeaflet, fitSides, type Measure, type Way } from './leaflet-fit.ts';
import { setHead, setRest } from './leaflet-form.ts';
import { leftOut, overfullPage, runsOn, tooManyPages } from './leaflet-problems.ts';
import { missingGlyphProblems, missingIn } from './paragraph.ts';
import { printPictures } from './picture.ts';
import { DESCENT, heightOf, placeRows, setText } from './rows.ts';
import type { Screen } from './screen.ts';
import { divideSegments, heightOfSegments, placeSegments, type Segment } from './segments.ts';
import type { TextStyle } from './style.ts';
import {
  LARGE_PRINT_BODY,
  LEAFLET_PAPERS,
  type LeafletGrid,
  type LeafletPaper,
  type LeafletPaperId,
  leafletGrid,
  leafletStyles,
} from './styles/leaflet.ts';
import { LOOKS, type Look } from './styles/look.ts';

/** How leaflets are laid out. `date` is the day in the file, `YYYY-MM-DD`. */
interface LeafletOptions {
  readonly paper: LeafletPaperId;
  /** The bold poster where it is left out. */
  readonly style?: LeafletStyle | undefined;
  readonly fonts: FontBook;
  readonly date: string;
  readonly pictures?: Pictures | undefined;
  /** How photographs become black and white; greys where it is left out. */
  readonly screen?: Screen | undefined;
  /** Small pages over which it goes on, the first for its headline; on one page where it is left out. */
  readonly flow?: number | undefined;
  /** Large print, whatever the style. */
  readonly largePrint?: boolean | undefined;
}

/**
 * Sets a merged leaflet on one page, in the sizes that fill it. What is too long for that, or fits only without its demands,
 * goes on over the back, but for a poster, of which nobody sees it: that is an error and gives no page, as is what can't be
 * divided.
 */
export function layoutLeaflet(
  doc: MergedDocument,
  options: LeafletOptions,
): { paged?: PagedDocument; problems: Problem[] } {
  const style = options.largePrint ? 'large-print' : (options.style ?? 'poster');
  const large = style === 'large-print';
  const flows = options.flow !== undefined;
  const paper: LeafletPaper = {
    ...LEAFLET_PAPERS[options.paper],
    ...(large ? LARGE_PRINT_BODY : flows ? FLOW_BODY : {}),
  };
  const look = flows ? flowing(LOOKS[style]) : LOOKS[style];
  const form = large ? 'large' : flows ? 'fold' : 'page';
  const set = (one: Partial<LeafletForm> = {}) => setLeaflet(doc, options, { form, paper, look, ...one });
  if (form !== 'page' || doc.kind === 'poster') return set();
  const whole = set({ isWhole: true });
  if (whole.paged) return whole;
  for (const one of [turning(look), flowing(look)]) {
    const { paged, problems } = set({ form: 'sides', look: one });
    if (paged) return { paged, problems: [...problems, runsOn(whole.excess, paper, paged.pages.length)] };
  }
  return set();
}

/** What a leaflet is set on: one page, both sides of a leaf, the small pages of a fold, or as many as large print takes. */
interface LeafletForm {
  readonly form: 'page' | 'sides' | 'fold' | 'large';
  readonly paper: LeafletPaper;
  readonly look: Look;
  /** Nothing that it is handed out for is left out to make it fit. */
  readonly isWhole?: boolean | undefined;
}

const NO_PICTURES: Pictures = new Map();

/** Sets a leaflet in a form; `excess` is by how much its fullest page is too long. */
function setLeaflet(
  doc: MergedDocument,
  options: LeafletOptions,
  { form, paper, look, isWhole = false }: LeafletForm,
): { paged?: PagedDocument; problems: Problem[]; excess: number } {
  const { flow = 0 } = options;
  const grid = leafletGrid(paper, look);
  const pictures = options.pictures ?? NO_PICTURES;
  const { language, direction, title, author } = doc;
  const leafFor = startLeaves(doc, { form, paper, look }, { grid, pictures, fonts: options.fonts });
  const set = (way: Way, isTry = false): readonly (readonly Segment[])[] => {
    const leaf = leafFor(way, isTry);
    const [head, rest] = [setHead(way.blocks, way.headline, leaf), setRest(doc.kind, way.blocks, leaf)];
    if (form === 'fold') return [head, ...divideSegments(rest, grid.height - PAGE_NUMBER)];
    const all = [...head, ...rest];
    return form === 'page' ? [all] : pagesOf(all, grid);
  };
  const given = { look, grid, fonts: options.fonts };
  const measure: Measure = (way) => set(way, true).length;
  const fitted = {
    page: () =>
      fitLeaflet(
        doc,
        given,
        startMeasure(doc.kind, (way) => leafFor(way, true)),
        isWhole,
      ),
    sides: () => fitSides(doc, given, measure),
    fold: () => fitFlow(doc, given, measure, flow),
    large: () => ({ way: fitLargePrint(doc, given, measure), dropped: [] }),
  }[form]();
  const parts = set(fitted.way);
  const missing = missingIn(parts.flat().flatMap(({ items }) => items));
  const problems: Problem[] = [...missingGlyphProblems(missing)];
  // A panel that is divided nowhere, and so taller than a numbered page, would stand over its number.
  const room = form === 'sides' && parts.length > 1 ? grid.height - PAGE_NUMBER : grid.height;
  const tallest = Math.max(...parts.map(heightOfSegments)) - room;
  const excess = tallest > 0.01 ? Math.max(tallest, 0.1) : 0;
  if (excess > 0) return { problems: [...problems, overfullPage(doc.kind, excess, paper)], excess };
  if (fitted.dropped.length > 0) problems.push(leftOut(fitted.dropped, doc, paper));
  if (form === 'fold' && parts.length > flow)
    return { problems: [...problems, tooManyPages(parts.length, flow)], excess };
  const pages = placePages(parts, doc, options.fonts, { form, look, grid });
  const printed = printPictures(pages, pictures, options.screen ?? 'none');
  const { images } = printed;
  return {
    paged: { title, author, language, direction, pages, images, date: options.date },
    problems: [...problems, ...printed.problems],
    excess,
  };
}

/** How a try at a leaflet, or its pages, are set: styles are made once for each size. */
function startLeaves(
  { language, direction, series }: MergedDocument,
  { form, paper, look }: LeafletForm,
  { grid, pictures, fonts }: Pick<Leaf, 'grid' | 'pictures'> & Pick<LeafletOptions, 'fonts'>,
): (way: Way, isTry: boolean) => Leaf {
  // What each event changes, such as the code of its edition, is kept for its own leaflet alone.
  const own = new Kept();
  const recallAt = (kept: Kept, ...manner: readonly unknown[]) =>
    recallIn(kept, [fonts, pictures], JSON.stringify([form, paper, look, direction, ...manner]));
  const stylesAt = memoise((size: number) => leafletStyles(size, grid, look, canDivide(language)));
  return ({ size, dense }, isTry) => {
    const setting = { fonts, language, direction, isTry };
    const recall = recallAt(series ?? own, dense, isTry, size);
    const recallSmall = recallAt(own, dense, isTry);
    return { grid, look, styles: stylesAt(size), setting, pictures, dense, recall, recallSmall };
  };
}

/** The pages of a leaflet. The cover of a fold, and a leaflet of one page, fill theirs and bear no number. */
function placePages(
  parts: readonly (readonly Segment[])[],
  doc: MergedDocument,
  fonts: FontBook,
  { form, look, grid }: Pick<LeafletForm, 'form' | 'look'> & { readonly grid: LeafletGrid },
): Page[] {
  const isFilled = (i: number) => parts.length === 1 || (form === 'fold' && i === 0);
  return parts.map((part, i) => ({
    width: grid.paper.width * MM,
    height: grid.paper.height * MM,
    items: [
      ...frameOf(grid, look.frame),
      ...placeSegments(
        part,
        grid.x,
        grid.y,
        isFilled(i) ? grid.height : heightToFill(part, i, parts.length, grid),
      ),
      ...(isFilled(i) ? [] : pageNumber(pageLabel(doc, i + 1, parts.length), grid, look, fonts, doc)),
    ],
  }));
}

/** Limits of the text on the small pages of a fold. */
const FLOW_BODY = { minBody: 8, goodBody: 9.5, maxBody: 13 };

/** The look on small pages over which the text goes on: nothing that can't be divided between them. */
function flowing(look: Look): Look {
  return { ...look, panel: 'open', columns: 'none', figures: 'rules', frame: 0, inset: 0 };
}

/** The look on both sides of a leaf: the panel stays whole, and nothing else stands side by side. */
function turning(look: Look): Look {
  return { ...flowing(look), panel: look.panel };
}

/** A page after which another one follows is full to its foot, where it isn't half empty. */
function heightToFill(
  part: readonly Segment[],
  at: number,
  count: number,
  { height }: LeafletGrid,
): number | undefined {
  const room = height - PAGE_NUMBER;
  return at < count - 1 && heightOfSegments(part) > room * LEAST_FULL ? room : undefined;
}

const LEAST_FULL = 0.6;

/** Room at the foot of numbered pages, in points. */
const PAGE_NUMBER = 28;

/** As many pages as it takes, numbered where they are several. */
function pagesOf(segments: readonly Segment[], { height }: LeafletGrid): (readonly Segment[])[] {
  return heightOfSegments(segments) <= height ? [segments] : divideSegments(segments, height - PAGE_NUMBER);
}

/** The page's number at the foot, an artifact. */
function pageNumber(
  text: string,
  grid: LeafletGrid,
  look: Look,
  fonts: FontBook,
  { language, direction }: MergedDocument,
): PageItem[] {
  const style: TextStyle = { ...leafletStyles(grid.paper.minBody, grid, look, false).small, align: 'end' };
  const setting = { fonts, language, direction };
  const rows = setText([{ kind: 'text', text }], style, grid.width, setting);
  return placeRows(rows, grid.x, grid.y + grid.height - heightOf(rows) - style.size * DESCENT);
}

/** A frame at the margin, around everything. */
function frameOf({ paper, unit }: LeafletGrid, weight: number): PageItem[] {
  if (weight === 0) return [];
  const [x, y] = [paper.margin * MM, paper.margin * MM];
  const [width, height] = [paper.width * MM - 2 * x, paper.height * MM - 2 * y];
  return [{ kind: 'frame', x, y, width, height, stroke: Math.max(weight * unit, 1), ink: 0 }];
}

/** Measures ways to set a leaflet; what stands below the headline is set once for all headlines. */
function startMeasure(kind: string, leafFor: (way: Way) => Leaf): Measure {
  const known = new Map<readonly Block[], Map<string, readonly Segment[]>>();
  return (way) => {
    const { blocks, headline, size, dense } = way;
    const leaf = leafFor(way);
    const ofBlocks = known.get(blocks) ?? new Map<string, readonly Segment[]>();
    known.set(blocks, ofBlocks);
    const key = `${size} ${dense}`;
    const rest = ofBlocks.get(key) ?? setRest(kind, blocks, leaf);
    ofBlocks.set(key, rest);
    return heightOfSegments([...setHead(blocks, headline, leaf), ...rest]) - leaf.grid.height;
  };
}
