import { type Block, type BlockRole, lengthOf, type MergedDocument } from '../model/block.ts';
import { MM } from '../model/page.ts';
import type { FontBook } from './fonts.ts';
import { fitHeadline, type HeadlineChoice } from './headline.ts';
import { sectionsOf } from './leaflet-order.ts';
import { MORE_THAN_A_PAGE } from './papers.ts';
import type { LeafletGrid, LeafletPaper } from './styles/leaflet.ts';
import { type Look, styleOf } from './styles/look.ts';

/** A way to set a leaflet: these blocks, this headline, the text at this size, dense or roomy. */
export interface Way {
  readonly blocks: readonly Block[];
  readonly headline: HeadlineChoice | undefined;
  readonly size: number;
  readonly dense: boolean;
}

/** Points over (positive) or under the height of the page. */
export type Measure = (way: Way) => number;

/** The way that was chosen, and what it leaves out. */
interface Fitted {
  readonly way: Way;
  readonly dropped: readonly BlockRole[];
}

interface Room {
  readonly look: Look;
  readonly grid: LeafletGrid;
  readonly fonts: FontBook;
}

/**
 * The setting that reads best: the largest headline that leaves the text a good size. What is more than the first facts and the first optional
 * block are given up for that, a picture not; the others go one by one, in the template's order, only where nothing fits
 * otherwise, and what a leaflet is handed out for not at all where it `isWhole`. If even that doesn't help, the way with the
 * least excess.
 */
export function fitLeaflet(doc: MergedDocument, room: Room, excessOf: Measure, isWhole: boolean): Fitted {
  const { paper } = room.grid;
  const headlines = headlineChoices(doc, room);
  const manners = [false, true].flatMap((dense) => headlines.map((headline) => ({ dense, headline })));
  const all = variantsOf(doc);
  const variants = isWhole ? all.filter(({ dropped }) => !givesUpMuch(doc, dropped)) : all;
  // To set what no page has room for takes seconds, only to find that.
  const mayFit = ({ blocks }: { blocks: readonly Block[] }) => lengthOf(blocks) <= MORE_THAN_A_PAGE;
  /** The first way that fits at a size. The last is the tightest: where it doesn't fit, none does. */
  const firstFitting = (blocks: readonly Block[], size: number) => {
    const ways = manners.map((manner): Way => ({ ...manner, blocks, size }));
    const tightest = ways.at(-1)!;
    const excess = excessOf(tightest);
    const way = excess > 0 ? undefined : ways.find((one) => one === tightest || excessOf(one) <= 0);
    return { way, tightest, excess };
  };
  const rest = variants.findIndex(({ dropped }) =>
    dropped.some((role) => role !== 'more' && role !== 'picture'),
  );
  const roomy = variants
    .slice(0, rest < 0 ? undefined : rest + 1)
    .filter(({ dropped }) => dropped.length < 2 || !dropped.includes('picture'));
  for (const { blocks, dropped } of roomy.filter(mayFit)) {
    const { way } = firstFitting(blocks, paper.goodBody);
    if (way) return { way: grow(paper, way, excessOf), dropped };
  }
  let closest: (Fitted & { excess: number }) | undefined;
  for (const { blocks, dropped } of variants.filter((one) => mayFit(one) || one === variants.at(-1))) {
    const { way, tightest, excess } = firstFitting(blocks, paper.minBody);
    if (!closest || excess < closest.excess) closest = { way: tightest, dropped, excess };
    if (!way) continue;
    for (let size = paper.goodBody; size > paper.minBody; size -= 0.25) {
      const larger = firstFitting(blocks, size).way;
      if (larger) return { way: size === paper.goodBody ? grow(paper, larger, excessOf) : larger, dropped };
    }
    return { way, dropped };
  }
  return closest!;
}

/** Large print has no room to give and goes on to further pages: as few as its least size takes, then the largest. */
export function fitLargePrint(doc: MergedDocument, room: Room, pagesOf: Measure): Way {
  const { minBody, goodBody, maxBody } = room.grid.paper;
  const [headline] = headlineChoices(doc, room);
  const at = (size: number): Way => ({ blocks: doc.blocks, headline, size, dense: false });
  // Of dozens of pages nobody sees that a larger size would have taken as many.
  if (lengthOf(doc.blocks) > MORE_THAN_A_PAGE) return at(minBody);
  const fewest = pagesOf(at(minBody));
  const top = fewest === 1 ? maxBody : goodBody;
  for (let size = top; size > minBody; size -= 0.5) if (pagesOf(at(size)) === fewest) return at(size);
  return at(minBody);
}

/** On the small pages of a fold the text is as large as they allow; optional blocks go only where the smallest is too much. */
export function fitFlow(doc: MergedDocument, room: Room, pagesOf: Measure, most: number): Fitted {
  const { minBody, maxBody } = room.grid.paper;
  const [headline] = headlineChoices(doc, room, true);
  let last: Fitted | undefined;
  for (const { blocks, dropped } of variantsOf(doc)) {
    const at = (size: number): Way => ({ blocks, headline, size, dense: false });
    last = { way: at(minBody), dropped };
    if (lengthOf(blocks) > 2 * MORE_THAN_A_PAGE || pagesOf(at(minBody)) > most) continue;
    for (let size = maxBody; size > minBody; size -= 0.5)
      if (pagesOf(at(size)) <= most) return { way: at(size), dropped };
    return last;
  }
  return last!;
}

/** On both sides of a leaf all is as large as they allow; what takes more than two goes on over as few pages as it takes. */
export function fitSides(doc: MergedDocument, room: Room, pagesOf: Measure): Fitted {
  const { minBody, maxBody } = room.grid.paper;
  const [headline] = headlineChoices(doc, room).slice(-1);
  for (const { blocks, dropped } of variantsOf(doc)) {
    const at = (size: number, dense = false): Way => ({ blocks, headline, size, dense });
    if (lengthOf(blocks) > 2 * MORE_THAN_A_PAGE || pagesOf(at(minBody, true)) > 2) continue;
    for (let size = maxBody; size >= minBody; size -= 0.5)
      if (pagesOf(at(size)) <= 2) return { way: at(size), dropped };
    return { way: at(minBody, true), dropped };
  }
  return { way: { blocks: doc.blocks, headline, size: minBody, dense: true }, dropped: [] };
}

/** True where what a leaflet is handed out for is left out: its demands, or what each can do where no event calls. */
export function givesUpMuch({ blocks }: MergedDocument, dropped: readonly BlockRole[]): boolean {
  const calls = blocks.some(({ role }) => role === 'event');
  return dropped.includes('demands') || (dropped.includes('actions') && !calls);
}

/** The document as it is, and without its optional blocks: one more of them each time. */
function variantsOf({
  blocks,
  drop = [],
}: MergedDocument): { blocks: readonly Block[]; dropped: readonly BlockRole[] }[] {
  const there = drop.filter((role) => blocks.some((block) => block.role === role));
  const all = [0, ...there.keys()].map((_, count) => there.slice(0, count));
  if (there[0] === 'more' && there.includes('picture') && hasMoreDemands(blocks))
    all.splice(1, 0, ['picture']);
  return all.map((dropped) => ({
    blocks: blocks.flatMap((block) => (dropped.includes(block.role) ? remains(block) : block)),
    dropped,
  }));
}

/** True where what is more than the first holds demands: no picture stays in their place. */
function hasMoreDemands(blocks: readonly Block[]): boolean {
  return sectionsOf(blocks).some(
    (section) => section.role === 'demands' && section.blocks.some(({ role }) => role === 'more'),
  );
}

/** What stays of a block that is given up: the address of a code, in words alone. */
function remains(block: Block): Block[] {
  return block.kind === 'code' ? [{ ...block, kind: 'paragraph', role: 'imprint' }] : [];
}

/**
 * Raises the text from its good size in quarters of a point as far as it fits. A page grows some half as fast as its text, so
 * that room to spare tells how far to go: two or three tries find what halving takes five for.
 */
function grow(paper: LeafletPaper, way: Way, excessOf: Measure): Way {
  const at = (quarters: number): Way => ({ ...way, size: paper.goodBody + quarters / 4 });
  const quarter = (paper.height * MM) / paper.goodBody / 8;
  let [low, high] = [0, Math.floor((paper.maxBody - paper.goodBody) * 4) + 1];
  const beyond = (excess: number) => Math.min(low + Math.max(Math.floor(-excess / quarter), 1), high - 1);
  let next = beyond(excessOf(way));
  while (high - low > 1) {
    const excess = excessOf(at(next));
    if (excess <= 0) low = next;
    else high = next;
    next = excess <= 0 ? beyond(excess) : (low + high) >> 1;
  }
  return at(low);
}

/** Headlines that fill the width, the largest first; those that the height holds back only where no other is. */
function headlineChoices(
  doc: MergedDocument,
  room: Room,
  isAlone = doc.kind === 'poster',
): readonly (HeadlineChoice | undefined)[] {
  const { grid, look, fonts } = room;
  const headline = doc.blocks.find((block) => block.role === 'headline');
  if (headline?.kind !== 'heading' && headline?.kind !== 'paragraph') return [undefined];
  const { unit, width, height } = grid;
  const { language, direction } = doc;
  const setting = { fonts, language, direction };
  const limits = {
    width,
    maxSize: (isAlone ? 300 : 96) * unit,
    minSize: 26 * unit,
    maxHeight: height * (isAlone ? 0.52 : 0.3),
    leading: look.headline.leading,
  };
  const choices = fitHeadline(headline.content, styleOf(look.headline, 1), limits, setting);
  const filling = choices.filter((choice) => choice.width > width * 0.97);
  return filling.length > 0 ? filling : choices;
}
