import type { Inline } from '../model/block.ts';
import type { PageItem } from '../model/page.ts';
import { type HeadlineChoice, setBalanced } from './headline.ts';
import { DESCENT, heightOf, placeRows, type Setting, setLines, setText } from './rows.ts';
import { rowSegment, type Segment } from './segments.ts';
import { addNode } from './structure.ts';
import type { TextStyle } from './style.ts';
import type { LeafletGrid, LeafletStyles } from './styles/leaflet.ts';

/** The headline's face; its size comes from the fitting. */
export const HEADLINE: TextStyle = {
  family: 'display',
  weight: 900,
  size: 1,
  leading: 1,
  align: 'start',
  ink: 0,
};

/** The thick rule at the top. */
export function topRule(grid: LeafletGrid): Segment {
  const height = 7 * grid.unit;
  const rule: PageItem = { kind: 'box', x: 0, y: 0, width: grid.width, height, ink: 0 };
  return { height, gap: 0, weight: 0, items: [rule] };
}

/** Small capitals over the headline; what follows a line break stands at the far end. */
export function setKicker(
  content: readonly Inline[],
  grid: LeafletGrid,
  styles: LeafletStyles,
  setting: Setting,
): Segment {
  const { width, unit } = grid;
  const parts = splitAtBreak(content).map((part) => inCapitals(part, setting.language));
  const tag = addNode(setting.structure, 'P');
  const [start = [], ...rest] = parts;
  const end = rest.flat();
  const far: TextStyle = { ...styles.kicker, align: 'end' };
  const endWidth = Math.max(0, ...setLines(end, far, width, setting).map((line) => line.width));
  const room = endWidth > 0 ? width - endWidth - 12 * unit : width;
  let style = styles.kicker;
  while (setLines(start, style, room, setting).length > 1 && style.size > styles.kicker.size * 0.8) {
    style = { ...style, size: style.size - 0.25 };
  }
  const x = setting.direction === 'rtl' ? width - room : 0;
  const rows = setText(start, style, room, setting, { tag, x });
  const farRows = setText(end, far, width, setting, { tag });
  const items = [...placeRows(rows, 0, 0), ...placeRows(farRows, 0, 0)];
  return { height: Math.max(heightOf(rows), heightOf(farRows)), gap: 7 * unit, weight: 0.1, items };
}

function splitAtBreak(content: readonly Inline[]): Inline[][] {
  const parts: Inline[][] = [[]];
  for (const inline of content) {
    if (inline.kind === 'break') parts.push([]);
    else parts.at(-1)!.push(inline);
  }
  return parts.filter((part) => part.length > 0);
}

function inCapitals(content: readonly Inline[], language: string): Inline[] {
  return content.map((inline) =>
    inline.kind === 'text'
      ? { ...inline, text: inline.text.toLocaleUpperCase(inline.language ?? language) }
      : inline,
  );
}

/** The headline, in the size that was chosen for it. */
export function setHeadline(
  content: readonly Inline[],
  choice: HeadlineChoice,
  grid: LeafletGrid,
  setting: Setting,
): Segment {
  const x = setting.direction === 'rtl' ? grid.width - choice.width : 0;
  const rows = setText(content, choice.style, choice.width, setting, { type: 'H1', x });
  return rowSegment(rows, 10 * grid.unit, 0.35, choice.style.size * DESCENT);
}

/** The line below the headline, in the largest size that keeps it to two lines, evened out. */
export function setSubhead(
  content: readonly Inline[],
  headline: HeadlineChoice | undefined,
  grid: LeafletGrid,
  setting: Setting,
  dense: boolean,
): Segment {
  const { unit, width } = grid;
  const limit = (dense ? 17 : 21) * unit;
  const most = Math.min(limit, headline ? headline.style.size * 0.55 : limit);
  const at = (size: number): TextStyle => ({ ...HEADLINE, weight: 700, size, leading: size * 1.14 });
  let size = most;
  while (size > 13 * unit && setLines(content, at(size), width, setting).length > 2) size -= 0.5 * unit;
  const rows = setBalanced(content, at(size), width, setting, { type: 'P' });
  const gap = (headline ? headline.style.size * 0.21 : 0) + 7.5 * unit;
  return rowSegment(rows, gap, 0.35, size * DESCENT);
}
