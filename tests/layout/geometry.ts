import { expect } from 'vitest';
import { type GlyphRun, MM, type Page } from '../../src/model/page.ts';

export interface Bounds {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the ink of a run can stand: capitals above the baseline, descenders below; in points. */
export function boundsOf(run: GlyphRun): Bounds {
  const width = run.glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
  return {
    text: run.text,
    left: run.x,
    right: run.x + width,
    top: run.y - run.size * 0.715,
    bottom: run.y + (/^[\p{Nd}\s.]+$/u.test(run.text) ? 0 : run.size * 0.22),
  };
}

export function runsOf(page: Page): GlyphRun[] {
  return page.items.filter((item): item is GlyphRun => item.kind === 'glyphs');
}

/** The bounds of the first run that holds a text. */
export function find(page: Page, needle: string): Bounds {
  const lines = linesOf(page);
  const found = lines.find((line) => line.text.includes(needle));
  if (!found)
    throw new Error(`No line of the page holds “${needle}”: ${lines.map((l) => l.text).join(' | ')}`);
  return found;
}

/** Runs that stand on one baseline and touch, joined to lines. */
export function linesOf(page: Page): Bounds[] {
  const lines: Bounds[] = [];
  for (const bounds of runsOf(page).map(boundsOf)) {
    const last = lines.at(-1);
    if (last && Math.abs(last.bottom - bounds.bottom) < 0.5 && Math.abs(last.right - bounds.left) < 8) {
      lines[lines.length - 1] = {
        text: last.text + bounds.text,
        left: Math.min(last.left, bounds.left),
        right: Math.max(last.right, bounds.right),
        top: Math.min(last.top, bounds.top),
        bottom: Math.max(last.bottom, bounds.bottom),
      };
    } else lines.push(bounds);
  }
  return lines.map((line) => ({ ...line, text: line.text.trimEnd() }));
}

/** Asserts that all ink keeps `margin` millimetres from the edges and that no two texts overlap. */
export function expectSound(page: Page, margin: number): void {
  const [left, top] = [margin * MM - 0.3, margin * MM - 0.3];
  const [right, bottom] = [page.width - left, page.height - top];
  const outside = page.items.flatMap((item) => {
    if (item.kind === 'path' || item.kind === 'group') return [];
    const b =
      item.kind === 'glyphs'
        ? boundsOf(item)
        : {
            text: item.kind,
            left: item.x,
            right: item.x + item.width,
            top: item.y,
            bottom: item.y + item.height,
          };
    return b.left < left || b.right > right || b.top < top || b.bottom > bottom ? [b] : [];
  });
  expect(outside).toEqual([]);

  const texts = runsOf(page).map(boundsOf);
  const overlaps: string[] = [];
  for (const [i, a] of texts.entries()) {
    for (const b of texts.slice(i + 1)) {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 0.5 && high > 0.5) overlaps.push(`“${a.text}” and “${b.text}”`);
    }
  }
  expect(overlaps).toEqual([]);
}

/** Asserts that no rule, bar or frame's edge runs through a text; panels of full size lie under theirs. */
export function expectClear(page: Page): void {
  const rules = page.items.flatMap((item) => {
    if (item.kind === 'box' && Math.min(item.width, item.height) < 12 && item.width !== item.height)
      return [item];
    if (item.kind !== 'frame') return [];
    const { x, y, width, height, stroke } = item;
    return [
      { x, y, width, height: stroke },
      { x, y: y + height - stroke, width, height: stroke },
      { x, y, width: stroke, height },
      { x: x + width - stroke, y, width: stroke, height },
    ];
  });
  const struck = runsOf(page)
    .map(boundsOf)
    .filter((b) =>
      rules.some(
        (r) =>
          Math.min(b.right, r.x + r.width) - Math.max(b.left, r.x) > 0.5 &&
          Math.min(b.bottom, r.y + r.height) - Math.max(b.top, r.y) > 0.4,
      ),
    );
  expect(struck.map((b) => b.text)).toEqual([]);
}
