import { MM, type PageItem } from '../model/page.ts';
import type { SheetGrid } from './impose-grid.ts';

/** Weight of marks in points: the thinnest line that every copier keeps. */
const WEIGHT = 0.5;
/** Length of a mark. */
const LENGTH = 5 * MM;
/** From a page's edge to a mark outside of it. */
const OFFSET = 2 * MM;

/** One direction of a grid: lines to cut along, and the pages' extent across them. */
interface Axis {
  /** Where cells begin and end, in order, along the axis that the lines divide. */
  readonly edges: readonly (readonly [number, number])[];
  readonly length: number;
  /** The same across: where the lines run. */
  readonly across: readonly (readonly [number, number])[];
  readonly acrossLength: number;
}

/** Cut marks of a sheet: outside the pages where there is room, else short ticks in their margins; artifacts. */
export function cutMarks(grid: SheetGrid, bleed: number): PageItem[] {
  const { width, height, cells, columns, gutter } = grid;
  const across = cells.slice(0, columns).map((c) => [c.x, c.x + c.width] as const);
  const down = cells.filter((_, i) => i % columns === 0).map((c) => [c.y, c.y + c.height] as const);
  const upright = { edges: across, length: width, across: down, acrossLength: height };
  const level = { edges: down, length: height, across, acrossLength: width };
  return [
    ...ticks(upright, gutter, bleed).map(([at, from, to]) => line(at, from, to, true)),
    ...ticks(level, gutter, bleed).map(([at, from, to]) => line(at, from, to, false)),
  ];
}

/** Fold marks between the columns of a grid, at the sheet's upper and lower edge: dashes, so that nobody cuts there. */
export function foldMarks({ cells, height }: SheetGrid): PageItem[] {
  const dashes = [0, 2, 4].map((mm) => [mm * MM, (mm + 1) * MM] as const);
  return cells
    .slice(1)
    .flatMap(({ x }) =>
      dashes.flatMap(([from, to]) => [line(x, from, to, true), line(x, height - to, height - from, true)]),
    );
}

/** Marks as [position of the line, from, to]. */
function ticks(axis: Axis, gutter: number, bleed: number): [number, number, number][] {
  const { edges, length, across, acrossLength } = axis;
  const first = across[0]![0];
  const last = across.at(-1)![1];
  return cutLines(edges, length, gutter).flatMap((at) => {
    const half = gutter > 0 ? gutter / 2 - bleed : LENGTH / 2;
    const inner = across.slice(1).map(([start], i): [number, number, number] => {
      const middle = (across[i]![1] + start) / 2;
      return [at, middle - half, middle + half];
    });
    const [head, tail] = [outerTick(first, bleed), outerTick(acrossLength - last, bleed)];
    return [
      [at, ...head] as [number, number, number],
      ...(half > WEIGHT ? inner : []),
      [at, acrossLength - tail[1], acrossLength - tail[0]] as [number, number, number],
    ];
  });
}

/** Lines along which cells part from each other, and from waste that is wide enough to cut off. */
function cutLines(edges: readonly (readonly [number, number])[], length: number, gutter: number): number[] {
  const waste = 3 * MM;
  const lines = gutter > 0 ? edges.flat().slice(1, -1) : edges.slice(1).map(([start]) => start);
  const [start, end] = [edges[0]![0], edges.at(-1)![1]];
  return [...(start > waste ? [start] : []), ...lines, ...(length - end > waste ? [end] : [])];
}

/** A mark before pages that begin `room` from the sheet's edge. */
function outerTick(room: number, bleed: number): [number, number] {
  const end = room - bleed - OFFSET;
  return end > MM ? [Math.max(end - LENGTH, 0), end] : [0, room + LENGTH];
}

/** A mark at a place, from one point of it to another. */
export function line(at: number, from: number, to: number, upright: boolean): PageItem {
  const [x, y] = upright ? [at - WEIGHT / 2, from] : [from, at - WEIGHT / 2];
  const [width, height] = upright ? [WEIGHT, to - from] : [to - from, WEIGHT];
  return { kind: 'box', x, y, width, height, ink: 0 };
}
