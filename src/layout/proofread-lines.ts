import { remember } from '../model/memory.ts';
import type { GlyphRun, PageItem, StructureNode } from '../model/page.ts';
import type { FontBook } from './fonts.ts';
import { around, type InkBox, inkOfRun, type RunInk } from './ink.ts';

/** A run of a page that has ink. */
export interface Inked {
  readonly run: GlyphRun;
  readonly ink: RunInk;
}

/** A line of one text: its runs from one baseline. */
export interface Line {
  readonly runs: readonly Inked[];
  readonly text: string;
  readonly box: InkBox;
  readonly tag: StructureNode | undefined;
  readonly size: number;
  readonly y: number;
}

/** The runs among these items that have ink. */
export function inkedItems(items: readonly PageItem[], fonts: FontBook): Inked[] {
  return items.flatMap((item) => (item.kind === 'glyphs' ? (inkedOf(item, fonts) ?? []) : []));
}

/** Of runs and lines that stood at the same place before: layout gives the same objects for what is the same. */
const inkedBefore = remember<GlyphRun, Inked | undefined>();
const linesBefore = remember<Inked, Line>();

function inkedOf(run: GlyphRun, fonts: FontBook): Inked | undefined {
  const make = () => {
    const ink = inkOfRun(run, fonts);
    return ink && { run, ink };
  };
  // What tells of a sender is met once.
  return run.own ? make() : inkedBefore.recall(run, make);
}

/** Their lines, in the order in which they are read. */
export function linesOf(inked: readonly Inked[]): Line[] {
  const lines: { runs: Inked[] }[] = [];
  for (const one of inked) {
    const last = lines.at(-1)?.runs.at(-1)?.run;
    const isSame = last && last.tag === one.run.tag && Math.abs(last.y - one.run.y) < 0.01;
    if (isSame) lines.at(-1)!.runs.push(one);
    else lines.push({ runs: [one] });
  }
  return lines.map(({ runs }) => {
    const make = (): Line => ({
      runs,
      text: runs.map(({ run }) => run.text).join(''),
      box: around(runs.map(({ ink }) => ink)),
      tag: runs[0]!.run.tag,
      size: Math.max(...runs.map(({ run }) => run.size)),
      y: runs[0]!.run.y,
    });
    if (runs[0]!.run.own) return make();
    return linesBefore.recall(
      runs[0]!,
      make,
      (known) => known.runs.length === runs.length && runs.every((run, i) => run === known.runs[i]),
    );
  });
}

/** Lines of one node that follow each other, as one text. */
export interface Text {
  readonly tag: StructureNode | undefined;
  readonly text: string;
  readonly box: InkBox;
  readonly size: number;
  readonly lines: readonly Line[];
}

/** Lines of one node that follow each other. */
export function textsOf(lines: readonly Line[]): Text[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last && line.tag !== undefined && last[0]!.tag === line.tag) last.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({
    tag: group[0]!.tag,
    text: group.map(({ text }) => text.trim()).join(' '),
    box: around(group.map(({ box }) => box)),
    size: Math.max(...group.map(({ size }) => size)),
    lines: group,
  }));
}
