import { XMLParser } from 'fast-xml-parser';
import { formatLimit, LIMITS } from '../model/limits.ts';
import type { DrawnPath, Picture } from '../model/picture.ts';
import { PictureError } from './picture-limits.ts';
import { flatten, HINT, shapeOf } from './svg-shapes.ts';

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
  if (Buffer.byteLength(text) > LIMITS.drawing) {
    const message = `The SVG has more than ${formatLimit(LIMITS.drawing, 'bytes')}.`;
    throw new PictureError('picture-too-large', message, 'Simplify its paths.');
  }
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) {
    throw new PictureError('picture-unsafe', 'The SVG has a document type or entities.', HINT);
  }
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    processEntities: false,
  });
  const root = parseXml(parser, text).find((node) => 'svg' in node);
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

function parseXml(parser: XMLParser, text: string): Node[] {
  try {
    return parser.parse(text) as Node[];
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.slice(0, 200) : String(cause);
    throw new PictureError('picture-broken', `The SVG can’t be read: ${reason}.`, HINT);
  }
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
      `The SVG holds <${name.slice(0, 40)}>, which is not a filled path.`,
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
  refuseEffects(given);
  if (given.get('transform') !== attributes.transform) {
    throw new PictureError('picture-format', 'The SVG has a transform in a style.', HINT);
  }
  const hidden = given.get('display') === 'none' || given.get('visibility') === 'hidden';
  const fill = given.get('fill');
  const ink = hidden ? undefined : fill === undefined ? outer.ink : inkOf(fill);
  const transforms = attributes.transform ? [...outer.transforms, attributes.transform] : outer.transforms;
  return { ink, transforms };
}

/** Refuses what would look otherwise than it is drawn here: ink is there or not, and covers what is below it. */
function refuseEffects(given: ReadonlyMap<string, string>): void {
  for (const name of ['opacity', 'fill-opacity']) {
    const value = given.get(name);
    if (value === undefined || Number(value) === 1 || value === '100%') continue;
    throw new PictureError(
      'picture-format',
      `The SVG has ${name} ${value.slice(0, 40)}; all ink is solid here.`,
      HINT,
    );
  }
  for (const name of ['filter', 'mask', 'clip-path', 'mix-blend-mode']) {
    const value = given.get(name);
    if (value === undefined || value === 'none' || value === 'normal') continue;
    throw new PictureError('picture-format', `The SVG has ${name}; only filled paths are drawn.`, HINT);
  }
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
  if (Math.max(r, g, b) > 255)
    throw new PictureError('picture-broken', `The SVG has the fill ${fill}.`, HINT);
  return Math.round(((0.2126 * r + 0.7152 * g + 0.0722 * b) / 255) * 100) / 100;
}
