import { type Block, type BlockRole, type Inline, lengthOf, type MergedDocument } from '../model/block.ts';
import { Kept } from '../model/kept.ts';
import { MM, type Page, type PagedDocument, type PageItem } from '../model/page.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import { setSignatureRow, setSignatureTable } from './blanks.ts';
import { fitHeadline } from './headline.ts';
import { type Leaf, recallIn } from './leaf.ts';
import { setSection } from './leaflet-sections.ts';
import { setTop } from './leaflet-top.ts';
import type { MaterialOptions } from './material-options.ts';
import { MORE_THAN_A_PAGE } from './papers.ts';
import { missingGlyphProblems, missingIn } from './paragraph.ts';
import {
  capHeight,
  DESCENT,
  divideRows,
  fewestPages,
  heightOf,
  lineGap,
  moveItem,
  placeRows,
  type Row,
  type Setting,
  setText,
  withBefore,
} from './rows.ts';
import {
  LARGE_PRINT_BODY,
  LEAFLET_PAPERS,
  type LeafletGrid,
  leafletGrid,
  leafletStyles,
  slogan,
} from './styles/leaflet.ts';
import { LOOKS } from './styles/look.ts';
import { TEXT_PAGE, type TextPageStyles, textPageStyles } from './styles/text-page.ts';

/** A petition, resolution or press release set at one size. Heights in points. */
interface SetTextPage {
  readonly size: number;
  readonly setting: Setting;
  /** Rule, kicker, headline and lead, from the top margin down. */
  readonly head: { readonly items: readonly PageItem[]; readonly height: number };
  readonly flow: readonly Row[];
  readonly foot: readonly Row[];
  readonly styles: TextPageStyles;
  /** Room for the flow on the first page, and on further ones. */
  readonly room: number;
  readonly nextRoom: number;
}

/** Least height of a table to sign in, in points. */
const LEAST_TABLE = (TEXT_PAGE.tableHead + TEXT_PAGE.leastLines * TEXT_PAGE.lineHeight) * MM;

/** White between the text and the table, in sizes of the text. */
const TABLE_GAP = 1.2;

/** Sets a text that is read at a desk or signed on a board: one page where its sizes allow it, else several. */
export function layoutTextPage(
  doc: MergedDocument,
  options: MaterialOptions,
): { paged?: PagedDocument; problems: Problem[] } {
  const ofStyle = options.style === 'large-print' ? TEXT_PAGE.largeSizes : TEXT_PAGE.sizes;
  // Of dozens of pages nobody sees that a larger size would have taken as many.
  const sizes = ofStyle.slice(lengthOf(doc.blocks) > MORE_THAN_A_PAGE ? -1 : 0);
  const table = doc.blocks.find((block) => block.kind === 'signature-table');
  const excessOf = ({ flow, room, styles }: SetTextPage) =>
    heightOf(flow) + (table ? LEAST_TABLE + styles.text.size * TABLE_GAP : 0) - room;
  const tryAt = (size: number) => setTextPage(doc, options, size, true);
  const tried = [tryAt(sizes[0]!)];
  for (const size of sizes.slice(1)) {
    if (excessOf(tried.at(-1)!) <= 0) break;
    tried.push(tryAt(size));
  }
  const smallest = tried.at(-1)!;
  const excess = excessOf(smallest);
  const large = options.style === 'large-print';
  const { title, author, language, direction } = doc;
  // Where small letters save no page, the largest that need no more of them read better, and leave no page nearly empty.
  const isLong = excess > 0 && !table;
  const { size } = isLong ? fewestPages(tried, (one) => divideFlow(one).length) : smallest;
  const set = setTextPage(doc, options, size);
  const pages = placePages(set, table, options);
  const problems = missingGlyphProblems(missingIn(pages.flatMap(({ items }) => items)));
  if (table && excess > 0 && !large) problems.push(runsOn(excess, pages.length));
  return { paged: { title, author, language, direction, pages, date: options.date }, problems };
}

function runsOn(excess: number, pages: number): Problem {
  return finding('warning', 'overfull-page/text-page', {
    excess: (excess / MM).toFixed(1),
    pages,
    leastLines: TEXT_PAGE.leastLines,
  });
}

function setTextPage(
  doc: MergedDocument,
  options: MaterialOptions,
  size: number,
  isTry = false,
): SetTextPage {
  const { language, direction, blocks } = doc;
  const setting: Setting = { fonts: options.fonts, language, direction, isTry };
  const large = options.style === 'large-print';
  const styles = textPageStyles(size, options.style);
  const grid = leafletGrid(
    { ...LEAFLET_PAPERS[options.paper], ...(large ? LARGE_PRINT_BODY : {}), margin: TEXT_PAGE.margin },
    { ...LOOKS[options.style], inset: 0 },
  );
  const head = setHead(blocks, grid, options, styles, setting);
  const flow = setFlow(blocks, styles, grid.width, setting);
  const foot = setFoot(blocks, styles, grid.width, setting);
  const footHeight = foot.length > 0 ? heightOf(foot) + styles.small.size * DESCENT + 5 * MM : 0;
  const nextRoom = grid.height - footHeight;
  const room = nextRoom - head.height - styles.text.size * 1.3;
  return { size, setting, head, flow, foot, styles, room, nextRoom };
}

function setHead(
  blocks: readonly Block[],
  grid: LeafletGrid,
  { style }: MaterialOptions,
  styles: TextPageStyles,
  setting: Setting,
): SetTextPage['head'] {
  const look = LOOKS[style];
  const recall = recallIn(new Kept(), [], '');
  const leaf: Leaf = {
    grid,
    look,
    styles: leafletStyles(styles.text.size, grid, look, false),
    setting,
    pictures: new Map(),
    dense: false,
    recall,
    recallSmall: recall,
  };
  const items: PageItem[] = [];
  let y = 0;
  for (const segment of setTop(contentOf(blocks, 'kicker'), leaf)) {
    items.push(...segment.items.map((item) => moveItem(item, 0, y + segment.gap)));
    y += segment.gap + segment.height;
  }
  const headline = contentOf(blocks, 'headline');
  if (headline.length > 0) {
    const limits = { width: grid.width, maxSize: 40, minSize: 15, maxHeight: 32 * MM, leading: 1.04 };
    const [choice] = fitHeadline(headline, slogan(style), limits, setting);
    const x = setting.direction === 'rtl' ? grid.width - choice!.width : 0;
    const rows = setText(headline, choice!.style, choice!.width, setting, { type: 'H1', x });
    items.push(...placeRows(rows, 0, y + 5 * MM));
    y += 5 * MM + heightOf(rows) + choice!.style.size * DESCENT;
  }
  const lead = contentOf(blocks, 'subhead');
  if (lead.length > 0) {
    const rows = setText(lead, styles.lead, grid.width, setting, { type: 'P' });
    items.push(...placeRows(rows, 0, y + 3.5 * MM));
    y += 3.5 * MM + heightOf(rows) + styles.lead.size * DESCENT;
  }
  return { items, height: y };
}

function contentOf(blocks: readonly Block[], role: BlockRole): readonly Inline[] {
  return blocks.flatMap((block) =>
    block.role === role && (block.kind === 'paragraph' || block.kind === 'heading') ? block.content : [],
  );
}

/** Roles that run down the page in the order of the template. */
const FLOWING: readonly BlockRole[] = [
  'body',
  'more',
  'people',
  'demands',
  'actions',
  'event',
  'background',
  'copies',
  'signature',
];

function setFlow(blocks: readonly Block[], styles: TextPageStyles, width: number, setting: Setting): Row[] {
  const { text, heading } = styles;
  const flow = blocks.filter((block) => FLOWING.includes(block.role) && block.kind !== 'signature-table');
  const rows: Row[] = [];
  let run: Block[] = [];
  const flush = () => {
    const set = setSection(run, { text, heading }, width, setting);
    rows.push(...withBefore(set, lineGap(text) + text.size * (run[0]?.kind === 'heading' ? 1 : 0.55)));
    run = [];
  };
  for (const [i, block] of flow.entries()) {
    if (block.kind !== 'signature-row' && block.kind !== 'signature-line') {
      run.push(block);
      continue;
    }
    flush();
    const labels = block.kind === 'signature-row' ? block.labels : [block.label];
    const goesOn = flow[i + 1]?.kind.startsWith('signature-') === true;
    // What is filled in at the end of a meeting stands on one page.
    rows.push(
      ...setSignatureRow(labels, styles.label, width, setting).map((row) => ({ ...row, keep: goesOn })),
    );
  }
  flush();
  return rows;
}

function setFoot(blocks: readonly Block[], styles: TextPageStyles, width: number, setting: Setting): Row[] {
  return (['note', 'source', 'imprint'] as const).flatMap((role) =>
    blocks.flatMap((block) => {
      if (block.role !== role || block.kind !== 'paragraph') return [];
      const style = role === 'note' ? styles.notice : styles.small;
      const before = style.leading - capHeight(style) + 1.5;
      return setText(block.content, style, width, setting, { type: 'P', before, language: block.language });
    }),
  );
}

/** The running text by page. */
function divideFlow({ flow, room, nextRoom }: SetTextPage): Row[][] {
  return flow.length === 0 ? [[]] : divideRows(flow, room, nextRoom);
}

function placePages(set: SetTextPage, table: Block | undefined, options: MaterialOptions): Page[] {
  const { head, foot, styles, setting } = set;
  const paper = LEAFLET_PAPERS[options.paper];
  const [x, y] = [TEXT_PAGE.margin * MM, TEXT_PAGE.margin * MM];
  const [width, height] = [paper.width * MM, paper.height * MM];
  const footTop = height - y - heightOf(foot) - styles.small.size * DESCENT;
  const bottom = foot.length > 0 ? footTop - 5 * MM : height - y;
  const top = y + head.height + styles.text.size * 1.3;
  const parts = divideFlow(set);
  const endOf = (i: number) => (i === 0 ? top : y) + heightOf(parts[i]!) + styles.text.size * TABLE_GAP;
  const last = parts.length - 1;
  // In large print the lines to sign on may need a page of their own.
  if (table && bottom - endOf(last) < LEAST_TABLE - 0.1) parts.push([]);
  return parts.map((rows, i) => {
    const items: PageItem[] = i === 0 ? head.items.map((item) => moveItem(item, x, y)) : [];
    items.push(...placeRows(rows, x, i === 0 ? top : y));
    const isLast = i === parts.length - 1;
    if (isLast && table?.kind === 'signature-table') {
      const start = rows.length > 0 || i === 0 ? endOf(i) : y;
      const area = { x, y: start, width: width - 2 * x, height: bottom - start };
      items.push(...setSignatureTable(table.columns, area, styles, setting));
    }
    if (isLast) items.push(...placeRows(foot, x, footTop));
    return { width, height, items };
  });
}
