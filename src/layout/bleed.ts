import { type Group, MM, type Page, type PagedDocument, type PageItem } from '../model/page.ts';
import { cutMarks } from './impose-marks.ts';

/** Solid areas at least this high run over the page's sides, in points: panels, not rules. */
const PANEL = 8 * MM;
/** How near an area must come to the margin to be at it, in points. */
const NEAR = 0.5;
/** Room for cut marks beyond the bleed: 2 mm clear, 5 mm of mark, 1 mm to the edge of the sheet. */
const MARKS = 8 * MM;

/**
 * Lets what is solid and as wide as the text run over the edges of its page: panels over both sides, and what begins at
 * the upper or ends at the lower margin over that edge too. Lengths in millimetres.
 */
export function runOverEdges(doc: PagedDocument, margin: number, bleed: number): PagedDocument {
  if (bleed === 0) return doc;
  const over = (page: Page) => ({
    ...page,
    items: page.items.map((item) => extend(item, page, margin * MM, bleed * MM)),
  });
  return { ...doc, pages: doc.pages.map(over) };
}

function extend(item: PageItem, page: Page, margin: number, bleed: number): PageItem {
  if (item.kind !== 'box' || item.ink === 1) return item;
  const isWide = item.width >= page.width - 2 * margin - NEAR;
  const atTop = item.y <= margin + NEAR;
  const atBottom = item.y + item.height >= page.height - margin - NEAR;
  if (!isWide || !(atTop || atBottom || item.height >= PANEL)) return item;
  const top = atTop ? -bleed : item.y;
  const bottom = atBottom ? page.height + bleed : item.y + item.height;
  return { ...item, x: -bleed, width: page.width + 2 * bleed, y: top, height: bottom - top };
}

/** Sets each page alone on a sheet that has room for its bleed, and for cut marks where they are wanted. */
export function addBleed(doc: PagedDocument, bleed: number, marks: boolean): PagedDocument {
  if (bleed === 0) return doc;
  const over = bleed * MM;
  const room = over + (marks ? MARKS : 0);
  const pages = doc.pages.map((page): Page => {
    const [width, height] = [page.width + 2 * room, page.height + 2 * room];
    const trim = { x: room, y: room, width: page.width, height: page.height };
    const group: Group = {
      kind: 'group',
      matrix: [1, 0, 0, 1, room, room],
      clip: { x: -over, y: -over, width: page.width + 2 * over, height: page.height + 2 * over },
      items: page.items,
    };
    const grid = { width, height, cells: [trim], columns: 1, rows: 1, gutter: 0 };
    return { width, height, items: [group, ...(marks ? cutMarks(grid, over) : [])], trim, bleed: over };
  });
  return { ...doc, pages };
}
