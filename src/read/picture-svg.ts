import { XMLParser } from 'fast-xml-parser';
import svgpath from 'svgpath';
import type { DrawnPath, Picture } from '../model/picture.ts';
import { PictureError } from './picture-limits.ts';

const HINT =
  'Save it as plain SVG of filled paths: in Inkscape, select all, “Path, Object to Path” and “Stroke to Path”.';

/** Elements that say nothing about how it looks. */
const SILENT = ['title', 'desc', 'metadata', 'defs', 'sodipodi:namedview', '#text', '?xml', '#comment'];

interface Style {
  readonly ink: number | undefined;
  readonly transforms: readonly string[];
}

type Node = Readonly<Record<string, unknown>>;

/**
 * Reads the filled shapes of an SVG as paths, in greys. Whatever could run, load or expand, and what isn't a filled
 * shape, is refused: nothing is left out in silence.
 */
export function parseSvg(text: string): Picture {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) {
    throw new PictureError('picture-unsafe', 'The SVG has a document type or entities.', HINT);
  }
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    processEntities: false,
  });
  const root = (parser.parse(text) as Node[]).find((node) => 'svg' in node);
  if (!root) throw new PictureError('picture-format', 'The file holds no SVG.', HINT);
  const box = boxOf(attributesOf(root));
  const start: Style = { ink: 0, transforms: [`translate(${-box.x} ${-box.y})`] };
  return {
    kind: 'drawing',
    width: box.width,
    height: box.height,
    paths: childrenOf(root).flatMap((node) => pathsOf(node, styleOf(root, start))),
  };
}

function boxOf(attributes: Record<string, string>): { x: number; y: number; width: number; height: number } {
  const numbers = (
    attributes.viewBox ?? `0 0 ${parseFloat(attributes.width ?? '')} ${parseFloat(attributes.height ?? '')}`
  )
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [x = 0, y = 0, width = 0, height = 0] = numbers;
  if (width > 0 && height > 0 && Number.isFinite(x + y + width + height)) return { x, y, width, height };
  throw new PictureError(
    'picture-broken',
    'The SVG names no size: expected viewBox, or width and height.',
    HINT,
  );
}

function pathsOf(node: Node, outer: Style): DrawnPath[] {
  const name = Object.keys(node).find((key) => key !== ':@');
  if (name === undefined || SILENT.includes(name)) return [];
  const style = styleOf(node, outer);
  if (name === 'g') return childrenOf(node).flatMap((child) => pathsOf(child, style));
  const d = shapeOf(name, attributesOf(node));
  if (d === undefined) {
    const unsafe = /^(script|image|foreignObject|use|style|animate\w*|set|a|iframe)$/i.test(name);
    throw new PictureError(
      unsafe ? 'picture-unsafe' : 'picture-format',
      `The SVG holds <${name}>, which is not a filled path.`,
      HINT,
    );
  }
  if (style.ink === undefined) return [];
  return [{ d: flatten(d, style.transforms), ink: style.ink }];
}

function attributesOf(node: Node): Record<string, string> {
  return (node[':@'] ?? {}) as Record<string, string>;
}

function childrenOf(node: Node): Node[] {
  const name = Object.keys(node).find((key) => key !== ':@')!;
  return node[name] as Node[];
}

/** Fill and transforms of an element, from its attributes and its style. */
function styleOf(node: Node, outer: Style): Style {
  const attributes = attributesOf(node);
  for (const [name, value] of Object.entries(attributes)) {
    if (/^on/i.test(name) || /href$/i.test(name) || /url\(|javascript:/i.test(value)) {
      throw new PictureError('picture-unsafe', `The SVG has ${name}="${value.slice(0, 40)}".`, HINT);
    }
  }
  const inline = (attributes.style ?? '')
    .split(';')
    .map((part) => part.split(':').map((side) => side.trim()));
  const given = new Map<string, string>([
    ...Object.entries(attributes),
    ...inline.flatMap(([k, v]) => (k && v ? [[k, v] as const] : [])),
  ]);
  const stroke = given.get('stroke');
  if (stroke !== undefined && stroke !== 'none') {
    throw new PictureError('picture-format', 'The SVG has strokes; only filled paths are drawn.', HINT);
  }
  const hidden = given.get('display') === 'none' || given.get('visibility') === 'hidden';
  const fill = given.get('fill');
  const ink = hidden ? undefined : fill === undefined ? outer.ink : inkOf(fill);
  const transforms = attributes.transform ? [...outer.transforms, attributes.transform] : outer.transforms;
  return { ink, transforms };
}

const NAMED: Readonly<Record<string, string>> = {
  black: '#000',
  white: '#fff',
  currentColor: '#000',
  red: '#f00',
  grey: '#808080',
  gray: '#808080',
};

/** A colour as the grey of the same lightness (Rec. 709 weights); nothing for none. */
function inkOf(fill: string): number | undefined {
  if (fill === 'none' || fill === 'transparent') return undefined;
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(NAMED[fill] ?? fill)?.[1];
  const rgb = /^rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)$/.exec(fill)?.slice(1).map(Number);
  const size = hex ? hex.length / 3 : 0;
  const parts = hex
    ? [0, 1, 2].map((i) => Number.parseInt(hex.slice(i * size, (i + 1) * size).repeat(3 - size), 16))
    : rgb;
  if (!parts)
    throw new PictureError(
      'picture-format',
      `The SVG has the fill ${fill}; expected a colour such as #b00000.`,
      HINT,
    );
  const [r, g, b] = parts as [number, number, number];
  return Math.round(((0.2126 * r + 0.7152 * g + 0.0722 * b) / 255) * 100) / 100;
}

/** The outline of a shape as path data. */
function shapeOf(name: string, attributes: Record<string, string>): string | undefined {
  const n = (key: string) => Number.parseFloat(attributes[key] ?? '0');
  switch (name) {
    case 'path':
      return attributes.d ?? '';
    case 'rect':
      return `M${n('x')} ${n('y')}h${n('width')}v${n('height')}h${-n('width')}z`;
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

function ellipse(cx: number, cy: number, rx: number, ry: number): string {
  return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`;
}

/** Path data in absolute M L C Z, with the transforms applied. */
function flatten(d: string, transforms: readonly string[]): string {
  const path = [...transforms].reverse().reduce((p, transform) => p.transform(transform), svgpath(d));
  const { err } = path as unknown as { readonly err?: string };
  if (err) throw new PictureError('picture-broken', `The SVG has a broken path: ${err}.`, HINT);
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
  return String(Math.round(value * 1000) / 1000);
}
