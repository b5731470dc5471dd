import type { Block, BlockRole, Inline, MergedDocument } from '../model/block.ts';
import { MM, type Page, type PagedDocument, type PageItem } from '../model/page.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import { fitHeadline } from './headline.ts';
import type { MaterialOptions } from './material-options.ts';
import { missingGlyphProblems, missingIn } from './paragraph.ts';
import { capHeight, DESCENT, heightOf, placeRows, type Row, type Setting, setText } from './rows.ts';
import type { TextStyle } from './style.ts';
import { slogan } from './styles/leaflet.ts';

/** An A6 card on its side, in points. */
const CARD = { width: 148 * MM, height: 105 * MM, margin: 8 * MM };

/** Room for the stamp at the top right, and the zone for the address below: Universal Postal Convention, A6 cards. */
const STAMP = { width: 24 * MM, height: 28 * MM };

const TEXT: TextStyle = { family: 'sans', weight: 400, size: 13, leading: 18.5, align: 'start', ink: 0 };
const SMALL: TextStyle = { ...TEXT, size: 7.25, leading: 9.75 };

/** Sets a postcard: the greeting on one side, stamp and address on the other. */
export function layoutPostcard(
  doc: MergedDocument,
  options: MaterialOptions,
): { paged?: PagedDocument; problems: Problem[] } {
  const { language, direction, title, author } = doc;
  const setting: Setting = { fonts: options.fonts, language, direction };
  const text = setTextSide(doc.blocks, options, setting);
  const pages = [text.page, setAddressSide(doc.blocks, setting)];
  const problems = missingGlyphProblems(missingIn(pages.flatMap(({ items }) => items)));
  if (text.excess > 0) return { problems: [...problems, overfullCard(text.excess)] };
  return { paged: { title, author, language, direction, pages, date: options.date }, problems };
}

function overfullCard(excess: number): Problem {
  return finding('error', 'overfull-page/postcard', { excess: (excess / MM).toFixed(1) });
}

function contentOf(blocks: readonly Block[], role: BlockRole): readonly Inline[] {
  return blocks.flatMap((block) => {
    if (block.role !== role) return [];
    if (block.kind === 'paragraph' || block.kind === 'heading') return block.content;
    return block.kind === 'signature-row' ? block.labels.flat() : [];
  });
}

/** The greeting as large as the width allows, the text below it, and lines to sign on at the foot. */
function setTextSide(
  blocks: readonly Block[],
  { style }: MaterialOptions,
  setting: Setting,
): { page: Page; excess: number } {
  const { width, height, margin } = CARD;
  const inner = width - 2 * margin;
  const limits = { width: inner, maxSize: 60, minSize: 20, maxHeight: height * 0.36, leading: 1 };
  const [greeting] = fitHeadline(contentOf(blocks, 'slogan'), slogan(style), limits, setting);
  const x = margin + (setting.direction === 'rtl' ? inner - greeting!.width : 0);
  const head = setText(contentOf(blocks, 'slogan'), greeting!.style, greeting!.width, setting, {
    type: 'H1',
  });
  const headHeight = heightOf(head) + greeting!.style.size * DESCENT;
  const body = setText(contentOf(blocks, 'body'), TEXT, inner, setting, { type: 'P' });
  const closing = setText(contentOf(blocks, 'closing'), TEXT, inner, setting, { type: 'P' });
  const label = setText(contentOf(blocks, 'signature'), SMALL, inner, setting, { type: 'P' });
  const bar: PageItem = { kind: 'box', x: margin, y: margin, width: inner, height: 6, ink: 0 };
  const headTop = margin + 6 + 5 * MM;
  const bodyTop = headTop + headHeight + 4 * MM;
  const labelTop = height - margin - heightOf(label) - SMALL.size * DESCENT;
  const lineY = labelTop - 1.6 * MM;
  const closingTop = lineY - 9 * MM - heightOf(closing);
  const line: PageItem = { kind: 'box', x: margin, y: lineY, width: inner, height: 0.5, ink: 0 };
  const items = [
    bar,
    ...placeRows(head, x, headTop),
    ...placeRows(body, margin, bodyTop),
    ...placeRows(closing, margin, closingTop),
    line,
    ...placeRows(label, margin, labelTop),
  ];
  const excess = bodyTop + heightOf(body) + TEXT.leading - closingTop;
  return { page: { width, height, items }, excess };
}

/** What the card is about at the left, stamp and rules for the address at the right, as post offices read it. */
function setAddressSide(blocks: readonly Block[], setting: Setting): Page {
  const { width, height, margin } = CARD;
  const middle = width * 0.47;
  const stampX = width - margin - STAMP.width;
  const stamp = setText(contentOf(blocks, 'stamp'), { ...SMALL, align: 'center' }, STAMP.width, setting, {
    type: 'P',
  });
  const about = setText(contentOf(blocks, 'imprint'), SMALL, middle - margin - 6 * MM, setting, {
    type: 'P',
  });
  const lineX = middle + 6 * MM;
  const lines = [0, 1, 2, 3, 4].map((i): PageItem => {
    const y = margin + STAMP.height + (12 + i * 10) * MM;
    return { kind: 'box', x: lineX, y, width: width - margin - lineX, height: 0.5, ink: 0 };
  });
  const items: PageItem[] = [
    { kind: 'frame', x: stampX, y: margin, ...STAMP, stroke: 0.75, ink: 0 },
    ...placeRows(stamp, stampX, margin + (STAMP.height - capHeight(SMALL)) / 2),
    { kind: 'box', x: middle, y: margin, width: 0.75, height: height - 2 * margin, ink: 0 },
    ...placeBottom(about, margin, height - margin),
    ...lines,
  ];
  return { width, height, items };
}

function placeBottom(rows: readonly Row[], x: number, bottom: number): PageItem[] {
  return placeRows(rows, x, bottom - heightOf(rows) - SMALL.size * DESCENT);
}
