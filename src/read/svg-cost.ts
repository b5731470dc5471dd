import { phrase } from '../wordings.ts';
import { type PictureError, pictureError } from './picture-limits.ts';
import type { SvgNode } from './svg-check.ts';

/** Milliseconds that painting all of a picture of 2,400 × 2,400 takes, by what it is painted with. */
const PAINT = { opaque: 8, clear: 45, gradient: 110, pattern: 230 };
/** The same for a part that is see-through, clipped or masked, and laid over the rest. */
const LAYER = 400;
const WHOLE = 2400 * 2400;
/** Milliseconds for each pixel that an outline goes down or up, and for each joint of a broad line. */
const OUTLINE = 0.0005;
const JOINT = 0.02;
/** The most milliseconds of a drawing, parts of it that are visited, and layers of its size inside each other. */
const MOST = { time: 3000, visits: 100_000, deep: 7 };
/** Lines that reach so many times as far as the picture are drawn without end. */
const FAR = 1000;

/** A linear map as SVG writes it: a b c d e f. */
type Matrix = readonly [number, number, number, number, number, number];
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
/** What is left of a path for weighing it: where it lies, how far it goes across and down, and of how many pieces. */
interface Outline {
  readonly box: Box;
  readonly across: number;
  readonly down: number;
  readonly pieces: number;
}
/** What a part takes: its time, where it is seen, and the layers that lie over each other while it is drawn. */
interface Cost {
  readonly time: number;
  readonly box: Box;
  readonly deep: number;
}

const NOWHERE: Box = { left: 0, top: 0, right: 0, bottom: 0 };
const NOTHING: Cost = { time: 0, box: NOWHERE, deep: 0 };

/**
 * The widest of these widths in pixels at which a drawing is done in time. `drawn` is the drawing as its renderer
 * resolves it: groups and paths, with all that is used, referred to and styled in its place. Throws PictureError.
 */
export function affordableWidth(drawn: SvgNode, widths: readonly number[]): number {
  const defined = new Map<string, SvgNode>();
  for (const defs of drawn.children.filter(({ name }) => name === 'defs'))
    for (const node of defs.children) if (node.attributes.id) defined.set(node.attributes.id, node);
  const outlines = new Map<SvgNode, Outline>();
  const found = widths.find((width) => {
    const [across = 1, down = 1] = [drawn.attributes.width, drawn.attributes.height].map(Number);
    const canvas = { left: 0, top: 0, right: width, bottom: (down * width) / across };
    const weighing: Weighing = { canvas, defined, outlines, left: MOST.visits };
    const { time, deep } = weighAll(drawn.children, onCanvas(drawn, canvas), weighing);
    if (deep > MOST.deep) throw pictureError('picture-format/svg', { what: phrase('svg-layers-deep', {}) });
    return time <= MOST.time;
  });
  if (found === undefined) throw pictureError('picture-too-large/svg-paint');
  return found;
}

/** How a drawing comes on its canvas: by its viewBox, kept in the middle or at an edge (SVG 2, 8.2). */
function onCanvas({ attributes }: SvgNode, { right, bottom }: Box): Matrix {
  const [x = 0, y = 0, width = 1, height = 1] = (attributes.viewBox ?? '').split(' ').map(Number);
  const fit = attributes.preserveAspectRatio ?? '';
  const scales = [right / width, bottom / height] as const;
  const one = /slice/.test(fit) ? Math.max(...scales) : Math.min(...scales);
  const [across, down] = /none/.test(fit) ? scales : [one, one];
  const at = (axis: string) => (fit.includes(`${axis}Min`) ? 0 : fit.includes(`${axis}Max`) ? 1 : 0.5);
  const [left, top] = [(right - width * across) * at('x'), (bottom - height * down) * at('Y')];
  return [across, 0, 0, down, left - x * across, top - y * down];
}

interface Weighing {
  readonly canvas: Box;
  readonly defined: ReadonlyMap<string, SvgNode>;
  readonly outlines: Map<SvgNode, Outline>;
  /** Parts that may still be visited. */
  left: number;
}

function weighAll(nodes: readonly SvgNode[], matrix: Matrix, weighing: Weighing): Cost {
  let { time, box, deep } = NOTHING;
  for (const node of nodes) {
    const cost = weigh(node, matrix, weighing);
    time += cost.time;
    box = around(box, cost.box);
    deep = Math.max(deep, cost.deep);
  }
  return { time, box, deep };
}

function weigh(node: SvgNode, outer: Matrix, weighing: Weighing): Cost {
  weighing.left -= 1;
  if (weighing.left < 0) throw pictureError('picture-too-large/svg-repeats');
  const { name, attributes } = node;
  // However it was written: as an attribute, a style, by references to characters.
  if (attributes['stroke-dasharray'] !== undefined) throw notDrawn('svg-dashes');
  if (attributes.filter !== undefined) throw notDrawn('svg-filter');
  const matrix = times(outer, matrixOf(attributes.transform));
  if (name === 'path') return weighPath(node, matrix, weighing);
  if (name !== 'g') return NOTHING;
  const inner = weighAll(node.children, matrix, weighing);
  if (!isLayer(attributes)) return inner;
  const share = shareOf(inner.box);
  const used = ['clip-path', 'mask'].map((key) => weighUsed(attributes[key], inner.box, matrix, weighing));
  return {
    time: inner.time + share * LAYER + used.reduce((sum, { time }) => sum + time, 0),
    box: inner.box,
    deep: share / shareOf(weighing.canvas) + Math.max(inner.deep, ...used.map(({ deep }) => deep)),
  };
}

function notDrawn(what: 'svg-dashes' | 'svg-filter'): PictureError {
  return pictureError('picture-format/svg', { what: phrase(what, {}) });
}

function isLayer(attributes: SvgNode['attributes']): boolean {
  return ['opacity', 'clip-path', 'mask', 'style'].some((key) => attributes[key] !== undefined);
}

/** What a clip or mask takes over a part that is seen in this box; it may have one itself. */
function weighUsed(url: string | undefined, box: Box, matrix: Matrix, weighing: Weighing): Cost {
  const used = weighing.defined.get(idOf(url));
  if (!used || shareOf(box) === 0) return NOTHING;
  const { attributes } = used;
  const isOfBox = [attributes.clipPathUnits, attributes.maskContentUnits].includes('objectBoundingBox');
  const own: Matrix = isOfBox ? toBox(box) : matrix;
  const inner = weighAll(used.children, times(own, matrixOf(attributes.transform)), weighing);
  const further = ['clip-path', 'mask'].map((key) => weighUsed(attributes[key], box, matrix, weighing));
  return {
    time: inner.time + shareOf(box) * LAYER + further.reduce((sum, { time }) => sum + time, 0),
    box,
    deep: shareOf(box) / shareOf(weighing.canvas) + Math.max(inner.deep, ...further.map(({ deep }) => deep)),
  };
}

function weighPath(node: SvgNode, matrix: Matrix, weighing: Weighing): Cost {
  const { attributes } = node;
  const outline = weighing.outlines.get(node) ?? outlineOf(attributes.d ?? '');
  weighing.outlines.set(node, outline);
  const [a, b, c, d] = matrix;
  const isStroked = (attributes.stroke ?? 'none') !== 'none';
  const breadth = isStroked ? Number(attributes['stroke-width'] ?? 1) * Math.hypot(a, b, c, d) : 0;
  const whole = moved(outline.box, matrix, breadth);
  const { canvas } = weighing;
  const far = Math.max(whole.right - whole.left, whole.bottom - whole.top) / (canvas.right + canvas.bottom);
  if (isStroked && !(far <= FAR)) throw pictureError('picture-too-large/svg-paint');
  const box = within(whole, canvas);
  const down = Math.min(
    outline.across * Math.abs(b) + outline.down * Math.abs(d),
    outline.pieces * (box.bottom - box.top),
  );
  const joints = isStroked ? outline.pieces * JOINT * Math.min(1, breadth / 100) : 0;
  const paints = ['fill', 'stroke'].map((key) =>
    weighPaint(attributes, key, { whole, box, matrix, weighing }),
  );
  return {
    time: paints.reduce((sum, { time }) => sum + time, 0) + down * OUTLINE * (isStroked ? 3 : 1) + joints,
    box,
    deep: Math.max(...paints.map(({ deep }) => deep)),
  };
}

interface Painted {
  readonly whole: Box;
  readonly box: Box;
  readonly matrix: Matrix;
  readonly weighing: Weighing;
}

/** What filling a box takes, with the tile of a pattern. */
function weighPaint(attributes: SvgNode['attributes'], key: string, painted: Painted): Cost {
  const { whole, box, matrix, weighing } = painted;
  const value = attributes[key] ?? 'none';
  const share = shareOf(box);
  if (value === 'none' || share === 0) return NOTHING;
  const used = weighing.defined.get(idOf(value));
  const time = (of: keyof typeof PAINT) => share * PAINT[of];
  if (!used) {
    const isClear = attributes[`${key}-opacity`] !== undefined;
    return { time: time(isClear ? 'clear' : 'opaque'), box, deep: 0 };
  }
  if (used.name !== 'pattern') return { time: time('gradient'), box, deep: 0 };
  const { attributes: of } = used;
  const inBox = times(toBox(whole), matrixOf(of.patternTransform));
  const inPlace = times(matrix, matrixOf(of.patternTransform));
  const [width, height] = [Number(of.width), Number(of.height)];
  const [a, b, c, d] = of.patternUnits === 'userSpaceOnUse' ? inPlace : inBox;
  const tile = (width * height * Math.hypot(a, b) * Math.hypot(c, d)) / WHOLE;
  const content = weighAll(
    used.children,
    of.patternContentUnits === 'objectBoundingBox' ? inBox : inPlace,
    weighing,
  );
  return {
    time: time('pattern') + tile * LAYER + content.time,
    box,
    deep: tile / shareOf(weighing.canvas) + content.deep,
  };
}

/** Where a path lies by its points, those that bend it with them. */
function outlineOf(data: string): Outline {
  let [left, top, right, bottom, across, down, pieces] = [Infinity, Infinity, -Infinity, -Infinity, 0, 0, 0];
  let before: readonly [number, number] | undefined;
  let x: number | undefined;
  for (const word of data.split(' ')) {
    const value = Number(word);
    if (word === '' || Number.isNaN(value)) pieces += 1;
    else if (x === undefined) x = value;
    else {
      [left, right, top, bottom] = [
        Math.min(left, x),
        Math.max(right, x),
        Math.min(top, value),
        Math.max(bottom, value),
      ];
      if (before) [across, down] = [across + Math.abs(x - before[0]), down + Math.abs(value - before[1])];
      [before, x] = [[x, value], undefined];
    }
  }
  const box = before ? { left, top, right, bottom } : NOWHERE;
  return { box, across, down, pieces };
}

/** A box after a map, with what a line of this breadth covers around it. */
function moved({ left, top, right, bottom }: Box, [a, b, c, d, e, f]: Matrix, breadth: number): Box {
  const corners = [left, right].flatMap((x) =>
    [top, bottom].map((y) => [a * x + c * y + e, b * x + d * y + f]),
  );
  const [xs, ys] = [corners.map(([x]) => x!), corners.map(([, y]) => y!)];
  return {
    left: Math.min(...xs) - breadth,
    top: Math.min(...ys) - breadth,
    right: Math.max(...xs) + breadth,
    bottom: Math.max(...ys) + breadth,
  };
}

function within(box: Box, canvas: Box): Box {
  const [left, top] = [Math.max(box.left, canvas.left), Math.max(box.top, canvas.top)];
  const [right, bottom] = [Math.min(box.right, canvas.right), Math.min(box.bottom, canvas.bottom)];
  return right > left && bottom > top ? { left, top, right, bottom } : NOWHERE;
}

function around(one: Box, other: Box): Box {
  if (one === NOWHERE || other === NOWHERE) return one === NOWHERE ? other : one;
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

/** How much of a picture of 2,400 × 2,400 a box is. */
function shareOf({ left, top, right, bottom }: Box): number {
  return ((right - left) * (bottom - top)) / WHOLE;
}

function toBox({ left, top, right, bottom }: Box): Matrix {
  return [right - left, 0, 0, bottom - top, left, top];
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function matrixOf(transform: string | undefined): Matrix {
  const numbers = (transform ?? '').replace('matrix(', '').replace(')', '').split(' ').map(Number);
  return numbers.length === 6 ? (numbers as unknown as Matrix) : [1, 0, 0, 1, 0, 0];
}

function idOf(url: string | undefined): string {
  return /^url\(#(.*?)\)/.exec(url ?? '')?.[1] ?? '';
}
