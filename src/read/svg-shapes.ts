import svgpath from 'svgpath';
import { PictureError } from './picture-limits.ts';

/** How an SVG becomes one that can be read. */
export const HINT =
  'Save it as plain SVG of filled paths: in Inkscape, select all, “Path, Object to Path” and “Stroke to Path”.';

/** The outline of a shape as path data; undefined for an element that is none. Throws PictureError. */
export function shapeOf(name: string, attributes: Record<string, string>): string | undefined {
  const n = (key: string) => lengthOf(attributes, key) ?? 0;
  switch (name) {
    case 'path':
      return attributes.d ?? '';
    case 'rect':
      return rectangle(n('x'), n('y'), n('width'), n('height'), attributes);
    case 'circle':
      return ellipse(n('cx'), n('cy'), n('r'), n('r'));
    case 'ellipse':
      return ellipse(n('cx'), n('cy'), n('rx'), n('ry'));
    case 'polygon':
    case 'polyline':
      return `M${attributes.points ?? ''}z`;
    default:
      return undefined;
  }
}

/** A length in the units of the drawing. */
function lengthOf(attributes: Record<string, string>, key: string): number | undefined {
  const value = attributes[key];
  if (value === undefined || value === 'auto') return undefined;
  const number = Number(value.replace(/px$/, ''));
  if (value.trim() !== '' && Number.isFinite(number)) return number;
  throw new PictureError(
    'picture-format',
    `The SVG has ${key}="${value.slice(0, 40)}"; expected a number.`,
    HINT,
  );
}

/** A rectangle, with its corners rounded where it says so (SVG 2, 10.2: one radius stands for both, half a side is the most). */
function rectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  attributes: Record<string, string>,
): string {
  const [own, other] = [lengthOf(attributes, 'rx'), lengthOf(attributes, 'ry')];
  const rx = Math.min(Math.max(own ?? other ?? 0, 0), width / 2);
  const ry = Math.min(Math.max(other ?? own ?? 0, 0), height / 2);
  if (!(rx > 0 && ry > 0)) return `M${x} ${y}h${width}v${height}h${-width}z`;
  const corner = (dx: number, dy: number) => `a${rx} ${ry} 0 0 1 ${dx} ${dy}`;
  const [across, down] = [width - 2 * rx, height - 2 * ry];
  return (
    `M${x + rx} ${y}h${across}${corner(rx, ry)}v${down}${corner(-rx, ry)}` +
    `h${-across}${corner(-rx, -ry)}v${-down}${corner(rx, -ry)}z`
  );
}

function ellipse(cx: number, cy: number, rx: number, ry: number): string {
  return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`;
}

/** Path data in absolute M L C Z, with the transforms applied. Throws PictureError. */
export function flatten(d: string, transforms: readonly string[]): string {
  const path = [...transforms].reverse().reduce((p, transform) => p.transform(transform), svgpath(d));
  const { err } = path as unknown as { readonly err?: string };
  if (err) throw new PictureError('picture-broken', `The SVG has a broken path: ${err.slice(0, 200)}.`, HINT);
  const pieces: string[] = [];
  path
    .abs()
    .unshort()
    .unarc()
    .iterate((segment, _, x, y) => {
      const [command, ...c] = segment as [string, ...number[]];
      const line = (tx: number, ty: number) => pieces.push(`L ${r(tx)} ${r(ty)}`);
      if (command === 'H') line(c[0]!, y);
      else if (command === 'V') line(x, c[0]!);
      else if (command === 'Q') {
        const [qx, qy, tx, ty] = c as [number, number, number, number];
        const third = (from: number, to: number) => from + (2 / 3) * (to - from);
        pieces.push(
          `C ${[third(x, qx), third(y, qy), third(tx, qx), third(ty, qy), tx, ty].map(r).join(' ')}`,
        );
      } else pieces.push([command === 'z' ? 'Z' : command, ...c.map(r)].join(' '));
    });
  return pieces.join(' ');
}

function r(value: number): string {
  // Beyond this, a PDF reader may take it for another number (ISO 32000-1, annex C).
  if (!(Math.abs(value) < 1e6))
    throw new PictureError('picture-broken', 'The SVG has a point out of reach.', HINT);
  return String(Math.round(value * 1000) / 1000);
}
