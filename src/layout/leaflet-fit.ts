import type { Block, BlockRole, MergedDocument } from '../model/block.ts';
import type { FontBook } from './fonts.ts';
import { fitHeadline, type HeadlineChoice } from './headline.ts';
import type { MissingGlyphs } from './paragraph.ts';
import type { Segment } from './segments.ts';
import { type Structure, startStructure } from './structure.ts';
import type { LeafletGrid, LeafletPaper } from './styles/leaflet.ts';
import { type Look, styleOf } from './styles/look.ts';

/** What one try at setting a leaflet comes to. */
export interface SetLeaflet {
  readonly segments: readonly Segment[];
  readonly structure: Structure;
  /** Points over (positive) or under the height of the page. */
  readonly excess: number;
}

/** One try: these blocks, this headline, the text at this size, dense or roomy. */
export type Try = (
  blocks: readonly Block[],
  headline: HeadlineChoice | undefined,
  size: number,
  dense: boolean,
) => SetLeaflet;

/** The try that was chosen, and what it leaves out. */
export interface Fitted {
  readonly set: SetLeaflet;
  readonly dropped: readonly BlockRole[];
}

interface Room {
  readonly look: Look;
  readonly grid: LeafletGrid;
  readonly fonts: FontBook;
  readonly missing: MissingGlyphs;
}

/**
 * The setting that reads best: the largest headline that leaves the text a good size. The first optional block is
 * given up for that; the others go one by one, in the template's order, only where nothing fits otherwise. If even
 * that doesn't help, the try with the least excess.
 */
export function fitLeaflet(doc: MergedDocument, room: Room, attempt: Try): Fitted {
  const { paper } = room.grid;
  const headlines = headlineChoices(doc, room);
  const ways = [false, true].flatMap((dense) => headlines.map((headline) => ({ dense, headline })));
  const variants = variantsOf(doc);
  /** The first way that fits at a size. The last is the tightest: where it doesn't fit, none does. */
  const firstFitting = (blocks: readonly Block[], size: number) => {
    const tries = ways.map(
      ({ dense, headline }) =>
        () =>
          attempt(blocks, headline, size, dense),
    );
    const tightest = tries.pop()!();
    if (!fits(tightest)) return { set: tightest, way: ways.at(-1)! };
    for (const [i, set] of tries.entries()) {
      const tried = set();
      if (fits(tried)) return { set: tried, way: ways[i]! };
    }
    return { set: tightest, way: ways.at(-1)! };
  };
  for (const { blocks, dropped } of variants.slice(0, 2)) {
    const { set, way } = firstFitting(blocks, paper.goodBody);
    if (!fits(set)) continue;
    const at = (size: number) => attempt(blocks, way.headline, size, way.dense);
    return { set: grow(paper, set, at), dropped };
  }
  let closest: Fitted | undefined;
  for (const { blocks, dropped } of variants) {
    const least = firstFitting(blocks, paper.minBody).set;
    if (!closest || least.excess < closest.set.excess) closest = { set: least, dropped };
    if (!fits(least)) continue;
    for (let size = paper.goodBody - 0.25; size > paper.minBody; size -= 0.25) {
      const { set } = firstFitting(blocks, size);
      if (fits(set)) return { set, dropped };
    }
    return { set: least, dropped };
  }
  return closest!;
}

function fits({ excess }: SetLeaflet): boolean {
  return excess <= 0;
}

/** Large print has no room to give and goes on to further pages: as few as its least size takes, then the largest. */
export function fitLargePrint(
  doc: MergedDocument,
  room: Room,
  attempt: Try,
  pages: (set: SetLeaflet) => number,
): SetLeaflet {
  const { minBody, goodBody, maxBody } = room.grid.paper;
  const [headline] = headlineChoices(doc, room);
  const at = (size: number) => attempt(doc.blocks, headline, size, false);
  const least = at(minBody);
  const fewest = pages(least);
  const top = fewest === 1 ? maxBody : goodBody;
  for (let size = top; size > minBody; size -= 0.5) {
    const set = at(size);
    if (pages(set) === fewest) return set;
  }
  return least;
}

/** The document as it is, and without its optional blocks: one more of them each time. */
function variantsOf({
  blocks,
  drop = [],
}: MergedDocument): { blocks: readonly Block[]; dropped: BlockRole[] }[] {
  const there = drop.filter((role) => blocks.some((block) => block.role === role));
  return [0, ...there.keys()].map((_, count) => {
    const dropped = there.slice(0, count);
    return {
      blocks: blocks.flatMap((block) => (dropped.includes(block.role) ? remains(block) : block)),
      dropped,
    };
  });
}

/** What stays of a block that is given up: the address of a code, in words alone. */
function remains(block: Block): Block[] {
  return block.kind === 'code' ? [{ ...block, kind: 'paragraph', role: 'imprint' }] : [];
}

/** Raises the text from its good size in quarters of a point as far as it fits. */
function grow(paper: LeafletPaper, good: SetLeaflet, at: (size: number) => SetLeaflet): SetLeaflet {
  let found = good;
  let low = 0;
  let high = Math.floor((paper.maxBody - paper.goodBody) * 4);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const tried = at(paper.goodBody + middle / 4);
    if (fits(tried)) {
      found = tried;
      low = middle;
    } else high = middle - 1;
  }
  return found;
}

/** Headlines that fill the width, the largest first; those that the height holds back only where no other is. */
function headlineChoices(doc: MergedDocument, room: Room): readonly (HeadlineChoice | undefined)[] {
  const { grid, look, fonts, missing } = room;
  const headline = doc.blocks.find((block) => block.role === 'headline');
  if (headline?.kind !== 'heading' && headline?.kind !== 'paragraph') return [undefined];
  const { unit, width, height } = grid;
  const { language, direction, kind } = doc;
  const setting = { fonts, missing, language, direction, structure: startStructure(language) };
  const isPoster = kind === 'poster';
  const limits = {
    width,
    maxSize: (isPoster ? 300 : 96) * unit,
    minSize: 26 * unit,
    maxHeight: height * (isPoster ? 0.52 : 0.3),
    leading: look.headline.leading,
  };
  const choices = fitHeadline(headline.content, styleOf(look.headline, 1), limits, setting);
  const filling = choices.filter((choice) => choice.width > width * 0.97);
  return filling.length > 0 ? filling : choices;
}
