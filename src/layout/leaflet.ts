import type { Block, BlockRole, Inline, MergedDocument } from '../model/block.ts';
import { MM, type PagedDocument } from '../model/page.ts';
import type { Problem } from '../problems.ts';
import type { FontBook } from './fonts.ts';
import { fitHeadline, type HeadlineChoice } from './headline.ts';
import { setFacts, setSideBySide } from './leaflet-columns.ts';
import { setPanel } from './leaflet-panel.ts';
import { setSection } from './leaflet-sections.ts';
import { HEADLINE, setHeadline, setKicker, setSubhead, topRule } from './leaflet-top.ts';
import { type MissingGlyphs, missingGlyphProblems } from './paragraph.ts';
import { capHeight, DESCENT, heightOf, type Setting, setText } from './rows.ts';
import { divideSegments, heightOfSegments, placeSegments, rowSegment, type Segment } from './segments.ts';
import { type Structure, startStructure } from './structure.ts';
import {
  LARGE_PRINT_BODY,
  LEAFLET_PAPERS,
  type LeafletGrid,
  type LeafletPaper,
  type LeafletPaperId,
  type LeafletStyles,
  leafletGrid,
  leafletStyles,
} from './styles/leaflet.ts';

/** How leaflets are laid out. `date` is the day in the file, `YYYY-MM-DD`. */
export interface LeafletOptions {
  readonly paper: LeafletPaperId;
  readonly fonts: FontBook;
  readonly date: string;
  readonly largePrint?: boolean | undefined;
}

/** What one try at setting a leaflet comes to. */
interface SetLeaflet {
  readonly segments: readonly Segment[];
  readonly structure: Structure;
  /** Points over (positive) or under the height of the page. */
  readonly excess: number;
}

/** Sets a merged leaflet on one page, in the sizes that fill it; what can't fit is an error and gives no page. */
export function layoutLeaflet(
  doc: MergedDocument,
  options: LeafletOptions,
): { paged?: PagedDocument; problems: Problem[] } {
  const { largePrint = false, date } = options;
  const paper: LeafletPaper = { ...LEAFLET_PAPERS[options.paper], ...(largePrint ? LARGE_PRINT_BODY : {}) };
  const missing: MissingGlyphs = new Map();
  const grid = leafletGrid(paper);
  const best = fitLeaflet(doc, grid, options, missing);
  const problems: Problem[] = [...missingGlyphProblems(missing)];
  // Large print goes on to the back, as its sizes leave no room to give.
  const parts = divideSegments(best.segments, grid.height);
  const most = largePrint ? 2 : 1;
  if (parts.length > most || parts.some((part) => heightOfSegments(part) > grid.height)) {
    return { problems: [...problems, overfullPage(best.excess - (most - 1) * grid.height, paper)] };
  }
  const pages = parts.map((part) => ({
    width: paper.width * MM,
    height: paper.height * MM,
    items: placeSegments(part, grid.x, grid.y, grid.height),
  }));
  const { title, author, language, direction } = doc;
  return {
    paged: { title, author, language, direction, pages, structure: best.structure, date },
    problems,
  };
}

function overfullPage(excess: number, paper: LeafletPaper): Problem {
  return {
    severity: 'error',
    code: 'overfull-page',
    message: `The leaflet is ${(Math.max(excess, 0.1) / MM).toFixed(1)} mm too long for ${paper.id.toUpperCase()} with its text at ${paper.minBody} pt, the smallest that can be read.`,
    hint: 'Shorten the facts (a fact may carry a shorter text for leaflets), the demands or the events, or take a larger paper.',
  };
}

/** The largest headline that leaves the text a good size; failing that, the headline that leaves it the largest. */
function fitLeaflet(
  doc: MergedDocument,
  grid: LeafletGrid,
  options: LeafletOptions,
  missing: MissingGlyphs,
): SetLeaflet {
  const { paper } = grid;
  const choices = headlineChoices(doc, grid, options, missing);
  let best: { size: number; set: SetLeaflet } | undefined;
  for (const dense of [false, true]) {
    for (const choice of choices) {
      const found = largestBody(paper, (size) =>
        setLeaflet(doc, grid, options, missing, choice, size, dense),
      );
      if (!best || found.size > best.size || (best.set.excess > 0 && found.set.excess < best.set.excess)) {
        best = found;
      }
      if (best.set.excess <= 0 && best.size >= paper.goodBody) return best.set;
    }
  }
  return best!.set;
}

/** Searches the body sizes in quarters of a point; the smallest where none fits. */
function largestBody(
  paper: LeafletPaper,
  set: (size: number) => SetLeaflet,
): { size: number; set: SetLeaflet } {
  let low = 0;
  let high = Math.round((paper.maxBody - paper.minBody) * 4);
  const sizeAt = (i: number) => paper.minBody + i / 4;
  let found = { size: sizeAt(0), set: set(sizeAt(0)) };
  if (found.set.excess > 0) return found;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const tried = set(sizeAt(middle));
    if (tried.excess <= 0) {
      found = { size: sizeAt(middle), set: tried };
      low = middle;
    } else high = middle - 1;
  }
  return found;
}

function settingFor(doc: MergedDocument, fonts: FontBook, missing: MissingGlyphs): Setting {
  const { language, direction } = doc;
  return { fonts, missing, language, direction, structure: startStructure(language) };
}

function headlineChoices(
  doc: MergedDocument,
  grid: LeafletGrid,
  options: LeafletOptions,
  missing: MissingGlyphs,
): readonly (HeadlineChoice | undefined)[] {
  const content = contentOf(doc.blocks, 'headline');
  if (content.length === 0) return [undefined];
  const { unit, width, height } = grid;
  const limits = { width, maxSize: 92 * unit, minSize: 26 * unit, maxHeight: height * 0.27, leading: 0.96 };
  return fitHeadline(content, HEADLINE, limits, settingFor(doc, options.fonts, missing));
}

/** Text of all blocks of a role, one after the other on lines of their own. */
function contentOf(blocks: readonly Block[], role: BlockRole): Inline[] {
  const content: Inline[] = [];
  for (const block of blocks) {
    if (block.role !== role || (block.kind !== 'paragraph' && block.kind !== 'heading')) continue;
    if (content.length > 0) content.push({ kind: 'break' });
    content.push(...block.content);
  }
  return content;
}

function setLeaflet(
  doc: MergedDocument,
  grid: LeafletGrid,
  options: LeafletOptions,
  missing: MissingGlyphs,
  headline: HeadlineChoice | undefined,
  size: number,
  dense: boolean,
): SetLeaflet {
  const { unit, paper } = grid;
  const { blocks } = doc;
  const setting = settingFor(doc, options.fonts, missing);
  const styles = leafletStyles(size, unit, paper.minBody, options.largePrint ?? false);
  const of = (role: BlockRole) => blocks.filter((block) => block.role === role);
  const segments: Segment[] = [topRule(grid)];

  const kicker = contentOf(blocks, 'kicker');
  if (kicker.length > 0) segments.push(setKicker(kicker, grid, styles, setting));
  if (headline) segments.push(setHeadline(contentOf(blocks, 'headline'), headline, grid, setting));
  const subhead = contentOf(blocks, 'subhead');
  if (subhead.length > 0) segments.push(setSubhead(subhead, headline, grid, setting, dense));
  const pace = dense ? 0.72 : 1;
  segments.push(...setFacts(of('body'), of('figures'), grid, styles, setting, size * 1.9 * pace, dense));

  const events = of('event');
  const sections = [of('demands'), ...(events.length > 0 ? [of('actions')] : [])].filter((b) => b.length > 0);
  segments.push(...setSections(sections, grid, styles, setting, dense));
  // Where no event calls people together, the panel says what each can do.
  const panel = events.length > 0 ? events : of('actions');
  if (panel.length > 0) segments.push(setPanel(panel, grid, styles, setting, size * 1.5 * pace, dense));
  segments.push(...setFoot(blocks, grid, styles, setting, dense));
  return { segments, structure: setting.structure, excess: heightOfSegments(segments) - grid.height };
}

/** Demands and actions, below each other; side by side where the page is dense and that saves a good deal. */
function setSections(
  sections: readonly (readonly Block[])[],
  grid: LeafletGrid,
  styles: LeafletStyles,
  setting: Setting,
  dense: boolean,
): Segment[] {
  const style = { text: styles.body, heading: styles.heading };
  const { size } = styles.body;
  const gap = size * (dense ? 1.35 : 1.8);
  if (dense && sections.length === 2) {
    const trial = { ...setting, structure: startStructure(setting.language) };
    const stacked = sections.reduce(
      (h, blocks) => h + heightOf(setSection(blocks, style, grid.width, trial)),
      gap,
    );
    const beside = setSideBySide(sections, style, grid, trial, gap);
    if (beside.height < stacked * 0.8) return [setSideBySide(sections, style, grid, setting, gap)];
  }
  return sections.map((blocks) =>
    rowSegment(setSection(blocks, style, grid.width, setting), gap, 1, size * DESCENT),
  );
}

/** Notice, sources and imprint in small print; run on where the page is dense. */
function setFoot(
  blocks: readonly Block[],
  grid: LeafletGrid,
  styles: LeafletStyles,
  setting: Setting,
  dense: boolean,
): Segment[] {
  const { small } = styles;
  const parts = (['note', 'source', 'imprint'] as const)
    .map((role) => contentOf(blocks, role).map((inline) => (role === 'note' ? strong(inline) : inline)))
    .filter((content) => content.length > 0);
  const texts = dense ? [joined(parts)] : parts;
  const before = small.leading - capHeight(small) + 1.5 * grid.unit;
  const rows = texts.flatMap((content) =>
    setText(content, small, grid.width, setting, { type: 'P', before }),
  );
  return rows.length > 0 ? [rowSegment(rows, 8 * grid.unit, 0.25, small.size * DESCENT)] : [];
}

function strong(inline: Inline): Inline {
  return inline.kind === 'text' ? { ...inline, strong: true } : inline;
}

function joined(parts: readonly (readonly Inline[])[]): Inline[] {
  return parts.flatMap((part, i) => {
    const flat = part.map((inline) =>
      inline.kind === 'break' ? ({ kind: 'text', text: ' ' } as const) : inline,
    );
    return i === 0 ? flat : [{ kind: 'text' as const, text: ' ' }, ...flat];
  });
}
