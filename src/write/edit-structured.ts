import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type Splice, spliced } from './splice.ts';

type Path = readonly (string | number)[];
/** What can be put in: a text, yes or no, or a list or map of texts, lists and further maps. */
export type Item = string | boolean | readonly Item[] | { readonly [key: string]: Item };

/** A JSON or YAML text with some keys of the map at a path set, or taken out; every other byte stays, comments too. */
export function setKeys(
  text: string,
  path: Path,
  values: Readonly<Record<string, Item | undefined>>,
): string {
  return Object.entries(values).reduce((out, [key, value]) => setKey(out, path, key, value), text);
}

/** What is set at a way into a text: the last step is a key. */
export interface Setting {
  readonly path: Path;
  readonly value: Item;
}

/**
 * A JSON or YAML text with all of this set in one reading, however much it is. Maps around a key that the text lacks come
 * with it; of two settings of one key the later stands. Throws where a way leads through something that is no map.
 */
export function setAll(text: string, settings: readonly Setting[]): string {
  const root = parseDocument(text).contents as Node | null;
  const places = new Map<string, { map: YAMLMap; key: string; value: Item }>();
  for (const { path, value } of settings) {
    let depth = path.length - 1;
    while (depth > 0 && !nodeAt(root, path.slice(0, depth))) depth -= 1;
    const map = nodeAt(root, path.slice(0, depth));
    if (!isMap(map)) throw new Error(`there is no map at ${path.slice(0, depth).join('.')}`);
    const name = JSON.stringify(path.slice(0, depth + 1));
    const known = places.get(name);
    const set = within(known?.value, path.slice(depth + 1).map(String), value);
    places.set(name, { map, key: String(path[depth]), value: set });
  }
  return spliced(
    text,
    [...places.values()].map(({ map, key, value }) => keySplice(text, map, key, value)),
  );
}

/** A value at the end of a way of new maps, beside what they hold already. */
function within(there: Item | undefined, [key, ...rest]: readonly string[], value: Item): Item {
  if (key === undefined) return value;
  const map = typeof there === 'object' && !Array.isArray(there) ? (there as Record<string, Item>) : {};
  return { ...map, [key]: within(map[key], rest, value) };
}

/** A JSON or YAML text with one more item at the end of the list at a path, which is made where it is missing. */
export function addItem(text: string, path: Path, item: Item): string {
  const root = parseDocument(text).contents as Node | null;
  const list = nodeAt(root, path);
  if (isSeq(list) && list.items.length > 0) return insertItem(text, list as YAMLSeq<Node>, item);
  const parent = nodeAt(root, path.slice(0, -1));
  if (!isMap(parent)) throw new Error(`there is no map at ${path.slice(0, -1).join('.')}`);
  const key = String(path.at(-1));
  if (list) return replace(text, list, `[${formatFlow(item, isJsonText(text))}]`);
  const format = (indent: string) =>
    isFlow(parent, text)
      ? `[${formatFlow(item, isJsonText(text))}]`
      : `\n${formatBlock(item, `${indent}  `)}`;
  return spliced(text, [pairSplice(text, parent, key, format)]);
}

/** A JSON or YAML text without one item of the list at a path. */
export function removeItem(text: string, path: Path, index: number): string {
  const list = nodeAt(parseDocument(text).contents as Node | null, path);
  if (!isSeq(list)) throw new Error(`there is no list at ${path.join('.')}`);
  const items = (list as YAMLSeq<Node>).items;
  const item = items[index]!;
  if (items.length === 1) return replace(text, list, '[]');
  if (isFlow(list, text)) {
    const [start, end] =
      index > 0 ? [items[index - 1]!.range![1], item.range![1]] : [item.range![0], items[1]!.range![0]];
    return text.slice(0, start) + text.slice(end);
  }
  const dash = text.lastIndexOf('-', item.range![0] - 1);
  const next = items[index + 1];
  // Its own lines go, and no comment above or below.
  const end = endOfLine(text, endOf(item, text));
  const line = text.lastIndexOf('\n', dash) + 1;
  if (text.slice(line, dash).trim() === '')
    return text.slice(0, line) + text.slice(end).replace(/^\r?\n/, '');
  return next ? text.slice(0, dash) + text.slice(text.lastIndexOf('-', next.range![0] - 1)) : text;
}

/** A JSON or YAML text of a value, as nobody has written it before. */
export function formatStructured(value: Item, isJson: boolean): string {
  return isJson ? `${JSON.stringify(value, null, 2)}\n` : stringify(value, { lineWidth: 0 });
}

function setKey(text: string, path: Path, key: string, value: Item | undefined): string {
  const map = nodeAt(parseDocument(text).contents as Node | null, path);
  if (!isMap(map)) throw new Error(`there is no map at ${path.join('.')}`);
  if (value === undefined) return removePair(text, map, key);
  return spliced(text, [keySplice(text, map, key, value)]);
}

function keySplice(text: string, map: YAMLMap, key: string, value: Item): Splice {
  const there = nodeAt(map, [key]);
  const json = isJsonText(text);
  const by =
    typeof value === 'object' ? formatFlow(value, json) : formatScalar(value, isFlow(map, text), json);
  if (there) return { start: there.range![0], end: endOf(there, text), by };
  return pairSplice(text, map, key, () => by);
}

function nodeAt(root: Node | null | undefined, path: Path): Node | undefined {
  let node = root;
  for (const step of path) {
    if (isMap(node))
      node = node.items.find((pair) => keyOf(pair) === String(step))?.value as Node | undefined;
    else if (isSeq(node)) node = node.items[Number(step)] as Node | undefined;
    else return undefined;
  }
  return node ?? undefined;
}

function keyOf(pair: unknown): string {
  return isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : '';
}

function replace(text: string, node: Node, by: string): string {
  return text.slice(0, node.range![0]) + by + text.slice(endOf(node, text));
}

/** Where what a node says ends: lines of a block count their last break in, and the comments behind it. */
function endOf(node: Node, text: string): number {
  const [start, end] = node.range!;
  if (isFlow(node, text)) return end;
  if (isMap(node) && node.items.length > 0) {
    const { key, value } = node.items.at(-1)! as Pair<Node, Node | null>;
    return endOf(value ?? key, text);
  }
  if (isSeq(node) && node.items.length > 0) return endOf(node.items.at(-1) as Node, text);
  return start + text.slice(start, end).trimEnd().length;
}

/** True inside brackets, where a line break means nothing. */
function isFlow(node: Node, text: string): boolean {
  return /[[{]/.test(text[node.range![0]] ?? '');
}

function isJsonText(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

function pairSplice(text: string, map: YAMLMap, key: string, format: (indent: string) => string): Splice {
  const pairs = map.items as Pair<Node, Node | null>[];
  const last = pairs.at(-1)!;
  const { indent, isOwnLine } = startOf(text, last.key.range![0]);
  if (isFlow(map, text)) {
    const name = isJsonText(text) ? JSON.stringify(key) : key;
    const end = (last.value ?? last.key).range![1];
    return inserted(text, end, `,${isOwnLine ? `\n${indent}` : ' '}${name}: ${format(indent)}`);
  }
  const end = endOfLine(text, (last.value ?? last.key).range![1]);
  const value = format(indent);
  return inserted(text, end, `\n${indent}${key}:${value.startsWith('\n') ? '' : ' '}${value}`);
}

function removePair(text: string, map: YAMLMap, key: string): string {
  const pairs = map.items as Pair<Node, Node | null>[];
  const index = pairs.findIndex((pair) => keyOf(pair) === key);
  if (index < 0) return text;
  const start = (i: number) => pairs[i]!.key.range![0];
  const end = (i: number) => {
    const offset = (pairs[i]!.value ?? pairs[i]!.key).range![1];
    return isFlow(map, text) ? offset : endOfLine(text, offset);
  };
  if (index > 0) return text.slice(0, end(index - 1)) + text.slice(end(index));
  return text.slice(0, start(0)) + text.slice(pairs[1] ? start(1) : end(0));
}

function insertItem(text: string, list: YAMLSeq<Node>, item: Item): string {
  const last = list.items.at(-1)!;
  const { indent, isOwnLine } = startOf(text, last.range![0]);
  if (isFlow(list, text)) {
    const end = last.range![1];
    const before = isOwnLine ? `\n${indent}` : ' ';
    return insert(text, end, `,${before}${formatFlow(item, isJsonText(text))}`);
  }
  const dash = text.lastIndexOf('-', last.range![0]);
  const end = endOfLine(text, last.range![1]);
  return insert(text, end, `\n${formatBlock(item, startOf(text, dash).indent)}`);
}

/** Puts a piece in, with the line ends that the text has. */
function insert(text: string, offset: number, piece: string): string {
  return spliced(text, [inserted(text, offset, piece)]);
}

function inserted(text: string, offset: number, piece: string): Splice {
  const by = text.includes('\r\n') ? piece.replaceAll('\n', '\r\n') : piece;
  return { start: offset, end: offset, by };
}

/** The spaces before a place, as an indent; whether nothing but spaces and dashes stands before it in its line. */
function startOf(text: string, offset: number): { indent: string; isOwnLine: boolean } {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return {
    indent: ' '.repeat(before.length),
    isOwnLine: /^[\s-]*$/.test(before) && before !== text.slice(0, offset),
  };
}

/** End of the line in which a value ends, its comment with it. */
function endOfLine(text: string, offset: number): number {
  const end = text.slice(0, offset).trimEnd().length;
  const found = text.indexOf('\n', end);
  if (found < 0) return text.length;
  return text[found - 1] === '\r' ? found - 1 : found;
}

function formatFlow(item: Item, json: boolean): string {
  if (typeof item !== 'object') return formatScalar(item, true, json);
  if (Array.isArray(item)) return `[${item.map((one: Item) => formatFlow(one, json)).join(', ')}]`;
  const pairs = Object.entries(item).map(
    ([key, value]) => `${json ? JSON.stringify(key) : key}: ${formatFlow(value as Item, json)}`,
  );
  return `{ ${pairs.join(', ')} }`;
}

function formatBlock(item: Item, indent: string): string {
  if (typeof item !== 'object') return `${indent}- ${formatScalar(item, false, false)}`;
  if (Array.isArray(item)) return `${indent}- ${formatFlow(item, false)}`;
  return Object.entries(item)
    .map(([key, value], i) => {
      const written =
        typeof value === 'object' ? formatFlow(value as Item, false) : formatScalar(value, false, false);
      return `${indent}${i === 0 ? '- ' : '  '}${key}: ${written}`;
    })
    .join('\n');
}

/** Plain where that can be read as nothing else; in quotes otherwise. */
function formatScalar(value: string | boolean, flow: boolean, json: boolean): string {
  if (typeof value === 'boolean') return String(value);
  const isPlain = /^[\p{L}\p{N}](?:[\p{L}\p{N} ./_()’–-]|:(?=\S))*$/u.test(value) && value === value.trim();
  const isWord = /^(true|false|null|yes|no|on|off)$/i.test(value);
  return json || isWord || !isPlain || (flow && /[,:]/.test(value)) ? JSON.stringify(value) : value;
}
