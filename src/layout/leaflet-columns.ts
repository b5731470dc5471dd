import type { Block, Figures } from '../model/block.ts';
import type { PageItem } from '../model/page.ts';
import { type Leaf, thin } from './leaf.ts';
import { entriesOf, setFigureBox, setFigureStrip } from './leaflet-figures.ts';
import { type SectionStyles, setSection } from './leaflet-sections.ts';
import { DESCENT, heightOf, moveItem, placeRows, type Row, spaceOver } from './rows.ts';
import { rowSegment, type Segment } from './segments.ts';

/** Styles of running sections. */
export function sectionStyles({ look, styles, grid }: Leaf): SectionStyles {
  const rule = look.sectionRule === 0 ? 0 : Math.max(look.sectionRule * grid.unit, 0.5);
  return { text: styles.body, heading: styles.heading, rule, marks: look.marks };
}

/** Sets what happened and the figures: side by side, or the figures as a strip where a box would stand out below. */
export function setFacts(
  body: readonly Block[],
  figures: readonly Block[],
  leaf: Leaf,
  gap: number,
): Segment[] {
  const { grid, styles, setting, look, dense } = leaf;
  const entries = entriesOf(figures.filter((block): block is Figures => block.kind === 'figures'));
  const section = sectionStyles(leaf);
  const below = styles.body.size * DESCENT;
  const { width, boxWidth, gutter } = grid;
  const wide = (): Segment[] => {
    const rows = setSection(body, section, width, setting);
    return rows.length > 0 ? [rowSegment(rows, gap, 1, below)] : [];
  };
  if (entries.length === 0) return wide();

  const rows = setSection(body, section, width - boxWidth - gutter, setting);
  const text = heightOf(rows);
  const box = setFigureBox(entries, text, leaf);
  const fitsBeside = look.figures === 'frame' && box.height <= text * 1.2 + 2 * styles.body.leading;
  if (!fitsBeside) {
    const most = body.length === 0 ? 62 : dense ? 32 : 42;
    return [{ ...setFigureStrip(entries, most, leaf), gap, weight: 1 }, ...wide()];
  }

  const rtl = setting.direction === 'rtl';
  const items: PageItem[] = [
    ...placeRows(rows, rtl ? boxWidth + gutter : 0, 0),
    ...box.items.map((item) => moveItem(item, rtl ? 0 : width - boxWidth, 0)),
  ];
  return [{ height: Math.max(text, box.height), gap, weight: 1, items, below }];
}

/** Sets sections below each other; two side by side where the page is dense and that saves a good deal. */
export function setSections(sections: readonly (readonly Block[])[], leaf: Leaf, gap: number): Segment[] {
  const { grid, look, styles, setting, dense } = leaf;
  const style = sectionStyles(leaf);
  if (sections.length === 2 && look.columns === 'sections') {
    const stacked = sections.reduce(
      (h, blocks) => h + heightOf(setSection(blocks, style, grid.width, setting)),
      gap,
    );
    const beside = setSideBySide(sections, leaf, gap);
    if (beside.height < stacked * (dense ? 0.85 : 0.66)) return [beside];
  }
  return sections.map((blocks) =>
    rowSegment(setSection(blocks, style, grid.width, setting), gap, 1, styles.body.size * DESCENT),
  );
}

/** Sets two sections side by side, the first at the start side. */
function setSideBySide(sections: readonly (readonly Block[])[], leaf: Leaf, gap: number): Segment {
  const { grid, styles, setting } = leaf;
  const { width, gutter } = grid;
  const column = (width - gutter) / 2;
  const columns = sections.map((blocks) => setSection(blocks, sectionStyles(leaf), column, setting));
  const items = columns.flatMap((rows, i) => {
    const first = (i === 0) === (setting.direction === 'ltr');
    return placeRows(rows, first ? 0 : column + gutter, 0);
  });
  const height = Math.max(...columns.map(heightOf));
  return { height, gap, weight: 1, items, below: styles.body.size * DESCENT };
}

/** Sets all sections as one text in two columns of like height, with a thin rule between. */
export function setColumns(blocks: readonly Block[], leaf: Leaf, gap: number): Segment[] {
  const { grid, styles, setting } = leaf;
  const { width, gutter, unit } = grid;
  const column = (width - gutter) / 2;
  const divided = (wholeLists: boolean) =>
    balanceRows(setSection(blocks, { ...sectionStyles(leaf), wholeLists }, column, setting));
  // Lists stay in one piece, unless that leaves one column a good deal shorter.
  const whole = divided(true);
  const [long, short] = whole.map(heightOf);
  const [first, second] = short! > long! * 0.8 && long! > short! * 0.8 ? whole : divided(false);
  if (first.length === 0) return [];
  const height = Math.max(heightOf(first), heightOf(second));
  const rtl = setting.direction === 'rtl';
  const below = styles.body.size * DESCENT;
  const rule: PageItem = {
    kind: 'box',
    x: (width - thin(unit)) / 2,
    y: 0,
    width: thin(unit),
    height: height + below,
    ink: 0,
  };
  const items = [
    ...placeRows(first, rtl ? column + gutter : 0, 0),
    rule,
    ...placeRows(second, rtl ? 0 : column + gutter, 0),
  ];
  return [{ height, gap, weight: 1, items, below }];
}

/** Divides rows into two columns as even as bound rows allow; the first is never the shorter by more than it must. */
export function balanceRows(rows: readonly Row[]): [readonly Row[], readonly Row[]] {
  const whole = heightOf(rows);
  let [at, least, above] = [rows.length, whole, 0];
  for (let i = 1; i < rows.length; i += 1) {
    above += rows[i - 1]!.height + spaceOver(rows[i - 1]!, rows[i - 2]);
    if (rows[i - 1]!.keep) continue;
    const height = Math.max(above, whole - above - spaceOver(rows[i]!, rows[i - 1]));
    // Sums that were made in another order differ in their last digits.
    if (height > least - 0.001) continue;
    [at, least] = [i, height];
  }
  return [rows.slice(0, at), rows.slice(at)];
}
