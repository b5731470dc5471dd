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

/** A style sheet: what draws takes one of any namespace, wherever it stands. */
const STYLE = /^(?:.*:)?style$/;

/** The most elements, with all that `use` repeats. */
const ELEMENTS = 20_000;

/** The most attributes of an element; what draws compares each with each. */
const ATTRIBUTES = 500;

/** The most that selectors and elements are compared, each with each and with all that it stands in. */
const COMPARED = 20_000_000;

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
  const size = { elements: 0, deep: 0, selectors: 0 };
  walk(root, 0, (node, deep) => {
    if (node.attributes.id !== undefined) ids.set(node.attributes.id, node);
    size.elements += 1;
    size.deep = Math.max(size.deep, deep);
    if (!STYLE.test(node.name)) return;
    size.selectors += selectorsIn(textOf(node));
    checkStyles(textOf(node));
  });
  checkNode(root);
  if (size.selectors * size.elements * Math.max(1, size.deep / 4) > COMPARED)
    throw pictureError('picture-too-large/svg-styles');
  countUsed(root, ids, { left: ELEMENTS, open: new Set() });
}

function walk(node: SvgNode, deep: number, visit: (node: SvgNode, deep: number) => void): void {
  visit(node, deep);
  for (const child of node.children) walk(child, deep + 1, visit);
}

function textOf({ children }: SvgNode): string {
  return children.map(({ text }) => text).join('');
}

/** How many names, classes and the like a style sheet compares elements with. */
function selectorsIn(css: string): number {
  const before = css.split('{').slice(0, -1);
  return before.reduce((sum, part) => sum + part.slice(part.lastIndexOf('}') + 1).split(/[\s,>]/).length, 0);
}

function checkNode(node: SvgNode): void {
  const { name, attributes, children } = node;
  if (UNSAFE.test(name)) throw unsafe(phrase('svg-holds', { name }));
  if (name === 'text') throw unreadable(phrase('svg-text', {}));
  // What a drawing program notes for itself, in a namespace of its own, no browser shows; what is in it can be used elsewhere.
  if (name.includes(':')) {
    for (const child of children) checkNode(child);
    return;
  }
  if (!DRAWN.includes(name)) throw unreadable(phrase('svg-element', { name: name.slice(0, 40) }));
  if (Object.keys(attributes).length > ATTRIBUTES) throw unreadable(phrase('svg-attributes', {}));
  const properties = propertiesOf(attributes);
  checkAttributes(attributes, properties);
  for (const child of children) checkNode(child);
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
  // How often a style sheet repeats an arrow isn't counted; one in an attribute is.
  const marker = /marker(?:-\w+)?\s*:(?!\s*none)/i.exec(bare)?.[0];
  if (marker) throw unreadable(phrase('svg-style', { what: phrase('svg-property', {}), shown: marker }));
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
  spend(state, 1);
  if (state.open.has(node)) throw pictureError('picture-broken/svg-in-itself');
  state.open.add(node);
  const used = Object.entries(node.attributes).flatMap(([name, value]) =>
    [
      ...(/href$/i.test(name) ? [/#([^"']+)/.exec(value)] : value.matchAll(/url\(\s*["']?#([^"')\s]+)/g)),
    ].flatMap((found) => (found ? [ids.get(found[1]!.trim())] : [])),
  );
  for (const next of [...node.children, ...used]) if (next) countUsed(next, ids, state);
  state.open.delete(node);
  for (const next of used) if (next?.name === 'marker') spend(state, turnsOf(node, ids) * elementsOf(next));
}

function spend(state: { left: number }, elements: number): void {
  state.left -= elements;
  if (state.left < 0) throw pictureError('picture-too-large/svg-repeats');
}

/** At how many points of it an arrow may be drawn, at the most: each takes a letter or two numbers. */
function turnsOf({ attributes, children, name }: SvgNode, ids: ReadonlyMap<string, SvgNode>): number {
  const numbers = `${attributes.d ?? ''} ${attributes.points ?? ''}`.match(/[a-z]|-?(?:\d+\.?\d*|\.\d+)/gi);
  const used =
    name === 'use' ? ids.get((attributes.href ?? attributes['xlink:href'] ?? '').trim().slice(1)) : undefined;
  const inner = used ? [...children, used] : children;
  return (numbers?.length ?? 0) / 2 + inner.reduce((sum, child) => sum + turnsOf(child, ids), 0);
}

function elementsOf(node: SvgNode): number {
  return node.children.reduce((sum, child) => sum + elementsOf(child), 1);
}

function unsafe(what: Told): PictureError {
  return pictureError('picture-unsafe/svg', { what });
}

function unreadable(what: Told): PictureError {
  return pictureError('picture-format/svg', { what });
}
