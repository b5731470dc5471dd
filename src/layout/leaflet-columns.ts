import type { Block, Figures } from '../model/block.ts';
import type { PageItem } from '../model/page.ts';
import { entriesOf, setFigureBox, setFigureStrip } from './leaflet-figures.ts';
import { type SectionStyles, setSection } from './leaflet-sections.ts';
import { DESCENT, heightOf, moveItem, placeRows, type Setting } from './rows.ts';
import { rowSegment, type Segment } from './segments.ts';
import { startStructure } from './structure.ts';
import type { LeafletGrid, LeafletStyles } from './styles/leaflet.ts';

/** Sets what happened and the figures: side by side, or the figures as a strip where a box would stand out below. */
export function setFacts(
  body: readonly Block[],
  figures: readonly Block[],
  grid: LeafletGrid,
  styles: LeafletStyles,
  setting: Setting,
  gap: number,
  dense: boolean,
): Segment[] {
  const entries = entriesOf(figures.filter((block): block is Figures => block.kind === 'figures'));
  const section = { text: styles.body, heading: styles.heading };
  const below = styles.body.size * DESCENT;
  const { width, boxWidth, gutter } = grid;
  const wide = (): Segment[] => {
    const rows = setSection(body, section, width, setting);
    return rows.length > 0 ? [rowSegment(rows, gap, 1, below)] : [];
  };
  if (entries.length === 0) return wide();

  const trial = { ...setting, structure: startStructure(setting.language) };
  const column = width - boxWidth - gutter;
  const text = heightOf(setSection(body, section, column, trial));
  const boxHeight = setFigureBox(entries, text, grid, styles, trial).height;
  if (boxHeight > text * 1.2 + 2 * styles.body.leading) {
    const strip = setFigureStrip(entries, dense ? 32 : 42, grid, styles, setting);
    return [{ ...strip, gap, weight: 1 }, ...wide()];
  }

  const rtl = setting.direction === 'rtl';
  const rows = setSection(body, section, column, setting);
  const box = setFigureBox(entries, text, grid, styles, setting);
  const items: PageItem[] = [
    ...placeRows(rows, rtl ? boxWidth + gutter : 0, 0),
    ...box.items.map((item) => moveItem(item, rtl ? 0 : width - boxWidth, 0)),
  ];
  return [{ height: Math.max(text, box.height), gap, weight: 1, items, below }];
}

/** Sets two sections side by side, the first at the start side. */
export function setSideBySide(
  sections: readonly (readonly Block[])[],
  style: SectionStyles,
  grid: LeafletGrid,
  setting: Setting,
  gap: number,
): Segment {
  const { width, gutter } = grid;
  const column = (width - gutter) / 2;
  const items: PageItem[] = [];
  let height = 0;
  sections.forEach((blocks, i) => {
    const rows = setSection(blocks, style, column, setting);
    const first = (i === 0) === (setting.direction === 'ltr');
    items.push(...placeRows(rows, first ? 0 : column + gutter, 0));
    height = Math.max(height, heightOf(rows));
  });
  return { height, gap, weight: 1, items, below: style.text.size * DESCENT };
}
