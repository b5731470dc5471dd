import { MM, type Page, type PageItem } from '../model/page.ts';
import { type InkBox, overlapOf } from './ink.ts';
import { at, clip, type Found, placeOf, shown } from './proofread-finding.ts';
import type { Inked, Line } from './proofread-lines.ts';

/** Nearer to the edge of the paper than this, in millimetres, many printers print nothing. */
const EDGE = 4;

/** Least size of text, in points: that of the line over an address. */
const LEAST_SIZE = 5.5;

/** Least difference of the greys of a text and its ground. */
const CONTRAST = 0.5;

/** How far glyphs of two lines may lie over each other, as a part of the smaller size: hairs that touch are no fault. */
const TOUCH = 0.06;

/** Texts whose ink lies over that of another; of those that were found apart before, none is looked at with another. */
export function collisions(lines: readonly Line[], apart: ReadonlySet<Line>): Found[] {
  const sorted = [...lines].sort((a, b) => a.box.top - b.box.top);
  const found: Found[] = [];
  for (const [i, a] of sorted.entries()) {
    for (let k = i + 1; k < sorted.length && sorted[k]!.box.top < a.box.bottom; k += 1) {
      const b = sorted[k]!;
      if (apart.has(a) && apart.has(b)) continue;
      if (overlapOf(a.box, b.box) > 0 && runInto(a, b))
        found.push(at(placeOf(b.box), 'collision', `the text ${shown(b)} runs into ${shown(a)}`));
    }
  }
  return found;
}

function runInto(a: Line, b: Line): boolean {
  const least = TOUCH * Math.min(a.size, b.size);
  return a.runs.some(({ ink }) =>
    b.runs.some(
      (other) =>
        overlapOf(ink, other.ink) > least &&
        ink.glyphs.some(
          (glyph) =>
            overlapOf(glyph, other.ink) > least && other.ink.glyphs.some((g) => overlapOf(glyph, g) > least),
        ),
    ),
  );
}

/** Texts with a rule or the edge of a frame or picture through them. */
export function struck(lines: readonly Line[], { items }: Page): Found[] {
  const bars = items.flatMap(barsOf);
  return lines.flatMap((line) => {
    const bar = bars.find(
      (box) =>
        overlapOf(line.box, box) > 0.3 &&
        line.runs.some(({ ink }) => ink.glyphs.some((glyph) => overlapOf(glyph, box) > 0.3)),
    );
    return bar ? [at(placeOf(line.box), 'struck', `something runs through the text ${shown(line)}`)] : [];
  });
}

function barsOf(item: PageItem): InkBox[] {
  if (item.kind !== 'box' && item.kind !== 'frame' && item.kind !== 'image') return [];
  const { x, y, width, height } = item;
  const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });
  const whole = box(x, y, x + width, y + height);
  // A letterhead lies under its text.
  if (item.kind === 'image') return item.tag === undefined ? [] : [whole];
  // A panel lies under its text.
  if (item.kind === 'box') return Math.min(width, height) < 8 ? [whole] : [];
  const { stroke } = item;
  return [
    box(x, y, x + width, y + stroke),
    box(x, y + height - stroke, x + width, y + height),
    box(x, y, x + stroke, y + height),
    box(x + width - stroke, y, x + width, y + height),
  ];
}

/** Texts too near to the edge of the paper or beyond it, and those too small to read. */
export function misplaced(lines: readonly Line[], { width, height }: Page): Found[] {
  const edge = EDGE * MM;
  return lines.flatMap((line) => {
    const { left, right, top, bottom } = line.box;
    const room = Math.min(left, top, width - right, height - bottom);
    const near = (room / MM).toFixed(1);
    return [
      ...(room < edge
        ? [
            at(
              placeOf(line.box),
              'edge' as const,
              room < 0
                ? `the text ${shown(line)} runs off the paper`
                : `the text ${shown(line)} stands ${near} mm from the edge, where printers print nothing`,
            ),
          ]
        : []),
      ...(line.size < LEAST_SIZE - 0.01
        ? [
            at(
              placeOf(line.box),
              'small' as const,
              `the text ${shown(line)} is set in ${line.size.toFixed(1)} pt`,
            ),
          ]
        : []),
    ];
  });
}

/** Texts that hardly differ from what lies under them. */
export function pale(inked: readonly Inked[], { items }: Page): Found[] {
  const grounds = items.flatMap((item, order) =>
    item.kind === 'box' && Math.min(item.width, item.height) >= 8 && typeof item.ink === 'number'
      ? [{ ...item, grey: item.ink, order }]
      : [],
  );
  return inked.flatMap(({ run, ink }) => {
    if (typeof run.ink !== 'number') return [];
    const middle = { x: (ink.left + ink.right) / 2, y: (ink.top + ink.bottom) / 2 };
    const under = grounds.findLast(
      (box) =>
        box.x <= middle.x &&
        middle.x <= box.x + box.width &&
        box.y <= middle.y &&
        middle.y <= box.y + box.height,
    );
    if (Math.abs(run.ink - (under?.grey ?? 1)) >= CONTRAST) return [];
    return [at(placeOf(ink), 'contrast', `the text “${clip(run.text)}” hardly differs from its ground`)];
  });
}
