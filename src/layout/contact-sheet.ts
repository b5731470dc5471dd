import {
  type Group,
  MM,
  type Page,
  type PagedDocument,
  type PageItem,
  type StructureNode,
} from '../model/page.ts';
import type { FontBook } from './fonts.ts';
import { PAPERS } from './papers.ts';
import { retag } from './retag.ts';
import { placeRows, setText } from './rows.ts';
import type { TextStyle } from './style.ts';

/** Pages to show small, with the name that stands below. */
interface ShownDocument {
  readonly name: string;
  readonly paged: PagedDocument;
}

const COLUMNS = 4;
const ROWS = 4;
const GAP = 6 * MM;
const CAPTION: TextStyle = { family: 'sans', weight: 400, size: 7, leading: 9, align: 'center', ink: 0 };

/** All pages of some documents small on A4, sixteen to a page, each framed and named: a look before printing. */
export function layoutContactSheet(
  documents: readonly ShownDocument[],
  { title, date, fonts }: { readonly title: string; readonly date: string; readonly fonts: FontBook },
): PagedDocument {
  const { width, height, margin } = PAPERS.a4;
  const [left, top] = [margin * MM, margin * MM];
  const cell = {
    width: (width * MM - 2 * left - (COLUMNS - 1) * GAP) / COLUMNS,
    height: (height * MM - 2 * top - (ROWS - 1) * GAP) / ROWS,
  };
  const language = 'en';
  const setting = { fonts, language, direction: 'ltr' } as const;
  const shown = documents.flatMap(({ name, paged }) =>
    paged.pages.map((page, i) => ({ page, name: paged.pages.length > 1 ? `${name} ${i + 1}` : name })),
  );
  const pages: Page[] = [];
  for (let first = 0; first < shown.length; first += COLUMNS * ROWS) {
    const items = shown.slice(first, first + COLUMNS * ROWS).flatMap(({ page, name }, i): PageItem[] => {
      const x = left + (i % COLUMNS) * (cell.width + GAP);
      const y = top + Math.floor(i / COLUMNS) * (cell.height + GAP);
      const figure: StructureNode = { type: 'Figure', alt: name };
      const room = cell.height - 12;
      const scale = Math.min(cell.width / page.width, room / page.height);
      const caption = setText([{ kind: 'text', text: name, isolate: true }], CAPTION, cell.width, setting, {
        type: 'P',
      });
      return [
        ...small(page, x + (cell.width - page.width * scale) / 2, y, scale, figure),
        ...placeRows(caption.slice(0, 1), x, y + page.height * scale + 4),
      ];
    });
    pages.push({ width: width * MM, height: height * MM, items });
  }
  const images = new Map(documents.flatMap(({ paged }) => [...(paged.images ?? [])]));
  const spot = documents.find(({ paged }) => paged.spot)?.paged.spot;
  return { title, language, direction: 'ltr', pages, date, images, spot };
}

/** A page in small as one figure, with a frame for its paper. */
function small(page: Page, x: number, y: number, scale: number, figure: StructureNode): PageItem[] {
  const group: Group = {
    kind: 'group',
    matrix: [scale, 0, 0, scale, x, y],
    clip: { x: 0, y: 0, width: page.width, height: page.height },
    items: page.items.map((item) => retag(item, () => figure)),
  };
  const frame: PageItem = {
    kind: 'frame',
    x,
    y,
    width: page.width * scale,
    height: page.height * scale,
    stroke: 0.5,
    ink: 0.5,
  };
  return [group, frame];
}
