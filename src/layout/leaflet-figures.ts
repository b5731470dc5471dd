import type { Figures, Inline } from '../model/block.ts';
import type { PageItem, StructureNode } from '../model/page.ts';
import { type Leaf, thin } from './leaf.ts';
import { capHeight, DESCENT, placeRows, type Row, ruleRow, setLines, setText } from './rows.ts';
import type { TextStyle } from './style.ts';
import type { LeafletStyles } from './styles/leaflet.ts';

/** A framed box with figures in very large numerals, each with who says so; in a try at a page its height alone. */
interface FigureBox {
  readonly height: number;
  readonly items: readonly PageItem[];
}

interface Entry {
  readonly value: string;
  readonly label: readonly Inline[];
  readonly language?: string | undefined;
}

/** Every entry of the figures, one below the other. */
export function entriesOf(blocks: readonly Figures[]): Entry[] {
  return blocks.flatMap((block) => block.entries.map((entry) => ({ ...entry, language: block.language })));
}

/**
 * Sets the figures in a box as wide as the grid's box, as high as `height` where they fit into it: the numerals
 * take the largest size that leaves room for the labels, and spare room goes between the entries.
 */
export function setFigureBox(entries: readonly Entry[], height: number, leaf: Leaf): FigureBox {
  const { unit, boxWidth } = leaf.grid;
  const stroke = 2.25 * unit;
  const padding = stroke + 8 * unit;
  const inner = boxWidth - 2 * padding;
  let size = 62 * unit;
  const least = 24 * unit;
  const measured = measureEntries(entries, inner, leaf);
  let parts = partsAt(size, measured, inner, leaf);
  while (size > least && contentHeight(parts, unit) + 2 * padding > height) {
    size = Math.max(size - 3 * unit, least);
    parts = partsAt(size, measured, inner, leaf);
  }
  const content = contentHeight(parts, unit) + 2 * padding;
  // The box may grow with its neighbour, but not so far that it stands empty.
  const full = Math.max(content, Math.min(height, content * 1.45));
  const spare = full - content;
  if (leaf.setting.isTry) return { height: full, items: [] };
  const rows = setEntries(entries, parts, inner, spare, leaf);
  const frame: PageItem = { kind: 'frame', x: 0, y: 0, width: boxWidth, height: full, stroke, ink: 0 };
  return {
    height: full,
    items: [frame, ...placeRows(rows, padding, padding + topSpace(spare, entries.length))],
  };
}

interface EntryParts {
  readonly numeral: TextStyle;
  readonly height: number;
}

/** Share of spare room over the first entry; the same again stays below the last. */
function topSpace(spare: number, count: number): number {
  return count > 1 ? spare * 0.2 : spare * 0.4;
}

/** What is the same in every size of the numerals: the width of the value at 100 points, and the height of its label. */
interface MeasuredEntry {
  readonly value: string;
  readonly width: number;
  readonly label: number;
}

function measureEntries(entries: readonly Entry[], inner: number, leaf: Leaf): MeasuredEntry[] {
  const { styles, setting } = leaf;
  const measure = styles.numeral;
  return entries.map(({ value, label, language }) => {
    const lines = setLines([{ kind: 'text', text: value }], measure, 1e6, setting);
    const labels = setLines(label, styles.label, inner, setting, language);
    return {
      value,
      width: Math.max(...lines.map((line) => line.width), 1),
      label: capHeight(styles.label) + (labels.length - 1) * styles.label.leading,
    };
  });
}

/** Numerals of a size, or as large as the room allows. */
function partsAt(size: number, measured: readonly MeasuredEntry[], inner: number, leaf: Leaf): EntryParts[] {
  const { styles } = leaf;
  const measure = styles.numeral;
  return measured.map(({ value, width, label }) => {
    const fitted = Math.floor(Math.min(size, (100 * inner) / width) * 10) / 10;
    const numeral = { ...measure, size: fitted, leading: fitted };
    return {
      numeral,
      height: capHeight(numeral) + labelGap(value, numeral, styles) + label + styles.label.size * DESCENT,
    };
  });
}

/** Clear space under a value: figures have no descenders, words such as “hundreds” may. */
function labelGap(value: string, numeral: TextStyle, styles: LeafletStyles): number {
  const digits = /^[\p{N}\p{P}\s]+$/u.test(value);
  return styles.label.size * (digits ? 0.75 : 0.4) + (digits ? 0 : numeral.size * DESCENT);
}

function entryGap(unit: number): number {
  return 9 * unit;
}

function contentHeight(parts: readonly EntryParts[], unit: number): number {
  const gaps = (parts.length - 1) * (2 * entryGap(unit) + 0.75 * unit);
  return parts.reduce((sum, part) => sum + part.height, 0) + gaps;
}

function setEntries(
  entries: readonly Entry[],
  parts: readonly EntryParts[],
  inner: number,
  spare: number,
  { grid, styles, setting }: Leaf,
): Row[] {
  const { unit } = grid;
  const rtl = setting.direction === 'rtl';
  const between = entries.length > 1 ? (spare * 0.6) / (entries.length - 1) / 2 : 0;
  const gap = entryGap(unit) + between;
  return entries.flatMap((entry, i) => {
    const { numeral } = parts[i]!;
    const tag: StructureNode = { type: 'P', language: entry.language };
    const { language } = entry;
    const rule = ruleRow(inner, thin(unit), 0, gap + styles.label.size * DESCENT);
    const value: Inline[] = [{ kind: 'text', text: entry.value, isolate: true }];
    return [
      ...(i > 0 ? [rule] : []),
      ...setText(value, numeral, inner + 1, setting, { tag, language, before: gap, x: rtl ? -1 : 0 }),
      ...setText(entry.label, styles.label, inner, setting, {
        tag,
        language,
        before: labelGap(entry.value, numeral, styles),
      }),
    ];
  });
}

/** Sets the figures beside each other across the page, at most four in a line; `most` limits the numerals on A5. */
export function setFigureStrip(entries: readonly Entry[], most: number, leaf: Leaf): FigureBox {
  const { unit, width } = leaf.grid;
  const framed = leaf.look.figures === 'frame';
  const stroke = framed ? 2.25 * unit : thin(unit);
  const padding = 8 * unit;
  const lines = Math.ceil(entries.length / 4);
  const perLine = Math.ceil(entries.length / lines);
  const cell = width / perLine;
  const inner = cell - 2 * padding;
  const rtl = leaf.setting.direction === 'rtl';
  const items: PageItem[] = [];
  let top = stroke;
  for (let line = 0; line < lines; line += 1) {
    const part = entries.slice(line * perLine, (line + 1) * perLine);
    const measured = measureEntries(part, inner, leaf);
    const parts = partsAt(most * unit, measured, inner, leaf);
    // All numerals of a line share one size, so that their labels begin at one height.
    const size = Math.max(Math.min(...parts.map((p) => p.numeral.size)), 24 * unit);
    const set = partsAt(size, measured, inner, leaf);
    const height = Math.max(...set.map((p) => p.height)) + 2 * padding;
    if (!leaf.setting.isTry)
      part.forEach((entry, i) => {
        const x = (rtl ? perLine - 1 - i : i) * cell;
        // Without a frame the first figure is flush with the text.
        const shift = framed || i > 0 ? padding : rtl ? 2 * padding : 0;
        const rows = setEntries([entry], [set[i]!], inner, 0, leaf);
        items.push(...placeRows(rows, x + shift, top + padding));
        if (i > 0) {
          const edge = rtl ? x + cell : x;
          const rule = { y: top + padding, width: thin(unit), height: height - 2 * padding };
          items.push({ kind: 'box', x: edge, ...rule, ink: 0 });
        }
      });
    top += height;
  }
  const height = top + stroke;
  const ground: PageItem[] = framed
    ? [{ kind: 'frame', x: 0, y: 0, width, height, stroke, ink: 0 }]
    : [0, top].map((y): PageItem => ({ kind: 'box', x: 0, y, width, height: stroke, ink: 0 }));
  return { height, items: [...ground, ...items] };
}
