import type { Block, Inline, MergedDocument } from '../model/block.ts';
import { MM, type Page, type PagedDocument, type PageItem } from '../model/page.ts';
import type { Problem } from '../problems.ts';
import { fitHeadline, type HeadlineChoice } from './headline.ts';
import { contentOf } from './leaflet-foot.ts';
import type { MaterialOptions } from './material-options.ts';
import { isPrintable, missingGlyphProblems, missingIn } from './paragraph.ts';
import { capHeight, DESCENT, heightOf, placeRows, type Setting, setText } from './rows.ts';
import type { TextStyle } from './style.ts';
import { LEAFLET_PAPERS, type LeafletPaper, slogan } from './styles/leaflet.ts';

/** Sets each slogan on a page of its own, as large as it fits, upright or on its side; who says it stands below. */
export function layoutPlacard(
  doc: MergedDocument,
  options: MaterialOptions,
): { paged?: PagedDocument; problems: Problem[] } {
  const { language, direction, title, author } = doc;
  const setting: Setting = { fonts: options.fonts, language, direction };
  const paper: LeafletPaper = LEAFLET_PAPERS[options.paper];
  const foot = contentOf(doc.blocks, 'imprint');
  const style = slogan(options.style);
  const pages = slogansOf(doc.blocks).map((content) => {
    const upright = fitSlogan({ content, foot }, style, paper, setting);
    const turned = { ...paper, width: paper.height, height: paper.width };
    const lying = fitSlogan({ content, foot }, style, turned, setting);
    // A page lies on its side only where that gives clearly larger letters.
    return placeSlogan(lying.choice.style.size > upright.choice.style.size * 1.08 ? lying : upright, setting);
  });
  const problems = missingGlyphProblems(missingIn(pages.flatMap(({ items }) => items)));
  return { paged: { title, author, language, direction, pages, date: options.date }, problems };
}

/** A picture for sharing: its size in pixels at 96 to the inch. */
interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Sets the first slogan of a placard on a page in the form of a picture; none where there is no slogan, or no font for it. */
export function layoutPicture(
  doc: MergedDocument,
  { width, height }: PictureSize,
  {
    fonts,
    style,
    date,
    address,
  }: Pick<MaterialOptions, 'fonts' | 'style' | 'date'> & { address?: string | undefined },
): PagedDocument | undefined {
  const { language, direction, title, author } = doc;
  const setting: Setting = { fonts, language, direction };
  const [content] = slogansOf(doc.blocks);
  if (!content) return undefined;
  const inMillimetres = (pixels: number) => (pixels * 25.4) / 96;
  const paper = {
    width: inMillimetres(width),
    height: inMillimetres(height),
    margin: inMillimetres(Math.min(width, height) * 0.07),
  };
  const imprint = contentOf(doc.blocks, 'imprint').slice(0, 1);
  const own = imprint.length > 0 ? [...imprint, { kind: 'text', text: ' · ' } as const] : [];
  const foot =
    address === undefined ? imprint : [...own, { kind: 'text', text: address, isolate: true } as const];
  // Small print that can be read on a telephone.
  const page = placeSlogan(fitSlogan({ content, foot }, slogan(style), paper, setting, 0.045), setting);
  return isPrintable(missingIn(page.items))
    ? { title, author, language, direction, pages: [page], date }
    : undefined;
}

/** Every heading and every item of a list is a slogan. */
function slogansOf(blocks: readonly Block[]): (readonly Inline[])[] {
  return blocks.flatMap((block) => {
    if (block.role !== 'slogan') return [];
    if (block.kind === 'list') return block.items;
    return block.kind === 'heading' || block.kind === 'paragraph' ? [block.content] : [];
  });
}

/** A paper as far as a slogan needs it, in millimetres. */
type SloganPaper = Pick<LeafletPaper, 'width' | 'height' | 'margin'>;

interface FittedSlogan {
  readonly content: readonly Inline[];
  readonly foot: readonly Inline[];
  readonly choice: HeadlineChoice;
  readonly paper: SloganPaper;
  readonly bar: number;
  readonly footStyle: TextStyle;
}

function fitSlogan(
  { content, foot }: Pick<FittedSlogan, 'content' | 'foot'>,
  style: TextStyle,
  paper: SloganPaper,
  setting: Setting,
  footShare = 0.026,
): FittedSlogan {
  const width = (paper.width - 2 * paper.margin) * MM;
  const height = (paper.height - 2 * paper.margin) * MM;
  const short = Math.min(width, height);
  const bar = short * 0.022;
  const size = Math.max(short * footShare, 7);
  const footStyle: TextStyle = { ...style, weight: 700, size, leading: size * 1.25 };
  const room = height - 2 * bar - size * 2.6 - short * 0.05;
  const limits = {
    width,
    maxSize: 1e4,
    // A word that is longer than this allows is broken rather than set small.
    minSize: short * 0.1,
    maxHeight: room,
    leading: 0.98,
    descent: DESCENT,
    maxLines: 6,
  };
  const [choice] = fitHeadline(content, style, limits, setting);
  return { content, foot, choice: choice!, paper, bar, footStyle };
}

function placeSlogan({ content, foot, choice, paper, bar, footStyle }: FittedSlogan, setting: Setting): Page {
  const [x, top] = [paper.margin * MM, paper.margin * MM];
  const width = paper.width * MM - 2 * x;
  const bottom = (paper.height - paper.margin) * MM;
  const rule = (y: number): PageItem => ({ kind: 'box', x, y, width, height: bar, ink: 0 });
  const left = setting.direction === 'rtl' ? x + width - choice.width : x;
  const rows = setText(content, choice.style, choice.width, setting, { type: 'H1' });
  const below = setText(foot, footStyle, width, setting, { type: 'P' });
  const footTop = bottom - heightOf(below) - footStyle.size * DESCENT;
  const ruleTop = footTop - bar - capHeight(footStyle) * 0.8;
  const spare = ruleTop - top - bar - heightOf(rows) - choice.style.size * DESCENT;
  const y = top + bar + spare / 2 + choice.style.size * 0.04;
  return {
    width: paper.width * MM,
    height: paper.height * MM,
    items: [rule(top), ...placeRows(rows, left, y), rule(ruleTop), ...placeRows(below, x, footTop)],
  };
}
