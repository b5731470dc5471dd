import type { Told } from '../problems.ts';
import { phrase } from '../wordings.ts';
import { type PictureError, pictureError } from './picture-limits.ts';

/** An element of an SVG, or a text between elements under the name `#text`. */
export interface SvgNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SvgNode[];
  /** What a text between elements says. */
  readonly text: string;
}

/** Elements that are drawn as a browser draws them, and those that draw nothing. */
const DRAWN =
  'svg g a switch symbol use defs clipPath mask path rect circle ellipse line polyline polygon marker linearGradient radialGradient stop pattern style title desc metadata #text'.split(
    ' ',
  );

/** Elements that run, load or move something. */
const UNSAFE = /^(?:script|image|feImage|foreignObject|iframe|animate\w*|set|audio|video)$/i;

/** The most layers inside each other, and together: each takes as much memory as the whole picture. */
const LAYERS = { deep: 6, all: 80 };

/** The most elements, with all that `use` repeats. */
const ELEMENTS = 20_000;

/** The most attributes of an element; what draws compares each with each. */
const ATTRIBUTES = 500;

/** Properties whose value makes a layer, and the values that don't. */
const LAYER = /^(?:opacity|mask|clip-path|mix-blend-mode|isolation)$/;
const NO_LAYER = /^(?:none|normal|auto|1|1\.0|100%|)$/;

/** What a style sheet may not hold: it would be read otherwise than by a browser. */
const NOT_IN_STYLES: readonly (readonly [RegExp, Told])[] = [
  [/@(?!charset)[\w-]*/i, phrase('svg-rule', {})],
  [/\bvar\s*\(|calc\s*\(|\bcolor\s*\(|\b(?:ok)?l(?:ab|ch)\s*\(/i, phrase('svg-value', {})],
  [
    /[{;]\s*(?:transform|d|r|rx|ry|cx|cy|x|y|width|height|animation|offset-path)(?:-[\w-]+)?\s*:/i,
    phrase('svg-property', {}),
  ],
  [/clip-path\s*:\s*(?!none|url)[a-z-]+/i, phrase('svg-property', {})],
];

/** Selectors that resvg knows. */
const SELECTOR = /^[\w\s.#*>"'=,[\]-]*(?::first-child)?$/;

/**
 * Refuses, with the reason, what could run, load, or grow without end, and what would be drawn otherwise than a browser
 * shows it: nothing is left out in silence. Throws PictureError.
 */
export function checkSvg(root: SvgNode): void {
  const ids = new Map<string, SvgNode>();
  const count = { layers: 0 };
  walk(root, (node) => {
    if (node.attributes.id !== undefined) ids.set(node.attributes.id, node);
  });
  checkNode(root, 0, count);
  if (count.layers > LAYERS.all) throw unreadable(phrase('svg-layers', {}));
  countUsed(root, ids, { left: ELEMENTS, open: new Set() });
}

function walk(node: SvgNode, visit: (node: SvgNode) => void): void {
  visit(node);
  for (const child of node.children) walk(child, visit);
}

function checkNode(node: SvgNode, layers: number, count: { layers: number }): void {
  const { name, attributes, children } = node;
  if (UNSAFE.test(name)) throw unsafe(phrase('svg-holds', { name }));
  if (name === 'text') throw unreadable(phrase('svg-text', {}));
  // What a drawing program notes for itself, in a namespace of its own, no browser shows.
  if (name.includes(':')) return;
  if (!DRAWN.includes(name)) throw unreadable(phrase('svg-element', { name: name.slice(0, 40) }));
  if (Object.keys(attributes).length > ATTRIBUTES) throw unreadable(phrase('svg-attributes', {}));
  const properties = propertiesOf(attributes);
  checkAttributes(attributes, properties);
  if (name === 'style') checkStyles(children.map(({ text }) => text).join(''));
  const isLayer = [...properties].some(([key, value]) => LAYER.test(key) && !NO_LAYER.test(value));
  if (isLayer) count.layers += 1;
  const deep = layers + (isLayer ? 1 : 0);
  if (deep > LAYERS.deep) throw unreadable(phrase('svg-layers-deep', {}));
  for (const child of children) checkNode(child, deep, count);
}

function propertiesOf(attributes: Readonly<Record<string, string>>): Map<string, string> {
  const inline = (attributes.style ?? '').split(';').map((part) => {
    const colon = part.indexOf(':');
    return [part.slice(0, colon).trim().toLowerCase(), part.slice(colon + 1).trim()] as const;
  });
  return new Map([...Object.entries(attributes), ...inline.filter(([key]) => key !== '')]);
}

function checkAttributes(
  attributes: Readonly<Record<string, string>>,
  properties: ReadonlyMap<string, string>,
): void {
  for (const [name, value] of Object.entries(attributes)) {
    const shown = `${name}="${value.slice(0, 40)}"`;
    if (/^on/i.test(name) || /javascript:/i.test(value)) throw unsafe(phrase('svg-has', { shown }));
    if (/href$/i.test(name) && !/^\s*#/.test(value)) throw unsafe(phrase('svg-has', { shown }));
    if (hasForeignUrl(value)) throw unsafe(phrase('svg-has', { shown }));
  }
  const filter = properties.get('filter');
  if (filter !== undefined && filter !== 'none') throw unreadable(phrase('svg-filter', {}));
  // A line of endlessly short dashes takes minutes.
  const dashes = properties.get('stroke-dasharray');
  if (dashes !== undefined && dashes !== 'none') throw unreadable(phrase('svg-dashes', {}));
  if (attributes.style !== undefined) checkDeclarations(`{${attributes.style}`);
}

function checkStyles(css: string): void {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, ' ');
  if (hasForeignUrl(bare) || /@import/i.test(bare)) throw unsafe(phrase('svg-loads', {}));
  checkDeclarations(bare);
  if (/stroke-dasharray\s*:(?!\s*none)/i.test(bare)) throw unreadable(phrase('svg-dashes', {}));
  if (/filter\s*:(?!\s*none)/i.test(bare)) throw unreadable(phrase('svg-filter', {}));
  for (const [, selectors = ''] of bare.matchAll(/(?:^|\})([^{}]*)\{/g)) {
    const wrong = selectors.split(',').find((one) => !SELECTOR.test(one.trim()));
    if (wrong !== undefined)
      throw unreadable(phrase('svg-selector', { selector: wrong.trim().slice(0, 40) }));
  }
}

function checkDeclarations(css: string): void {
  for (const [pattern, what] of NOT_IN_STYLES) {
    const found = pattern.exec(css)?.[0];
    if (found) {
      const shown = found.replace(/^[{;]\s*/, '').slice(0, 40);
      throw unreadable(phrase('svg-style', { what, shown }));
    }
  }
}

function hasForeignUrl(value: string): boolean {
  return [...value.matchAll(/url\(\s*(["']?)([^)]*)/gi)].some(([, , target = '']) => !/^\s*#/.test(target));
}

/** Counts the elements that would be drawn, each `use` with what it repeats. Throws where they never end. */
function countUsed(
  node: SvgNode,
  ids: ReadonlyMap<string, SvgNode>,
  state: { left: number; readonly open: Set<SvgNode> },
): void {
  state.left -= 1;
  if (state.left < 0) throw pictureError('picture-too-large/svg-repeats');
  if (state.open.has(node)) throw pictureError('picture-broken/svg-in-itself');
  state.open.add(node);
  const used = Object.entries(node.attributes).flatMap(([name, value]) =>
    [
      ...(/href$/i.test(name) ? [/#([^"']+)/.exec(value)] : value.matchAll(/url\(\s*["']?#([^"')\s]+)/g)),
    ].flatMap((found) => (found ? [ids.get(found[1]!.trim())] : [])),
  );
  for (const next of [...node.children, ...used]) if (next) countUsed(next, ids, state);
  state.open.delete(node);
}

function unsafe(what: Told): PictureError {
  return pictureError('picture-unsafe/svg', { what });
}

function unreadable(what: Told): PictureError {
  return pictureError('picture-format/svg', { what });
}
