import type { Block } from '../model/block.ts';
import type { PageItem } from '../model/page.ts';
import { setSection } from './leaflet-sections.ts';
import { DESCENT, heightOf, placeRows, type Setting } from './rows.ts';
import type { Segment } from './segments.ts';
import type { LeafletGrid, LeafletStyles } from './styles/leaflet.ts';

/** The black panel with reversed text: when and where, or what to do where there is no event. */
export function setPanel(
  blocks: readonly Block[],
  grid: LeafletGrid,
  styles: LeafletStyles,
  setting: Setting,
  gap: number,
  dense: boolean,
): Segment {
  const { unit, width } = grid;
  const padding = (dense ? 10 : 12) * unit;
  const list = blocks.some((block) => block.kind === 'list');
  const lead = list ? undefined : styles.panelStrong;
  const rows = setSection(
    blocks,
    { text: styles.panelText, heading: styles.panelHeading, lead },
    width - 2 * padding,
    setting,
  );
  const content = heightOf(rows);
  const height = content + 2 * padding + styles.panelText.size * DESCENT * 0.5;
  const box: PageItem = { kind: 'box', x: 0, y: 0, width, height, ink: 0 };
  return { height, gap, weight: 1, items: [box, ...placeRows(rows, padding, padding)] };
}
