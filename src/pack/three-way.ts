import { isDeepStrictEqual as isEqual } from 'node:util';

/** What data files hold: texts, yes or no, lists and maps of them. */
export type Value = string | boolean | readonly Value[] | { readonly [key: string]: Value };

/** The way to a value: keys of maps, places in lists. */
type Way = readonly (string | number)[];

/** A step by which one's own version becomes the merged one; places are those of one's own version. */
export type Edit =
  | { readonly does: 'set'; readonly way: Way; readonly value: Value }
  | { readonly does: 'remove'; readonly way: Way }
  /** Puts an item in: below another, or at the end. */
  | { readonly does: 'add'; readonly way: Way; readonly item: Value; readonly below: number | undefined };

/** Something that both changed, each in another way. */
export interface Conflict {
  /** Names of what it is in: `killed`, `voice official`, `value`. */
  readonly name: readonly string[];
  readonly mine: Value | undefined;
  readonly theirs: Value | undefined;
}

/** One thing that came in: what was there, and what is there now. */
export interface Change {
  readonly name: readonly string[];
  readonly was: Value | undefined;
  readonly now: Value | undefined;
}

/** What merging one value came to. */
export interface Merging {
  /** Undefined where nothing is left. */
  readonly value: Value | undefined;
  readonly edits: readonly Edit[];
  readonly changes: readonly Change[];
  readonly conflicts: readonly Conflict[];
}

/** Whose version stands where both changed the same. */
export type Prefer = 'mine' | 'theirs';

/** By which fields items of a list are told apart: the first of these that tells all of them apart. */
const KEYS: readonly (readonly string[])[] = [
  ['id'],
  ['tag'],
  ['id', 'quantity', 'voice', 'saidOn'],
  ['fact', 'person', 'figure', 'voice', 'language', 'date'],
  ['quantity'],
  ['voice', 'asOf'],
  ['kind'],
  ['name'],
];

/**
 * Joins what two changed since `base`: each change of either is in the result. Where both changed the same in other ways,
 * that is a conflict, and the version of `prefer` stands there.
 */
export function mergeValues(
  base: Value | undefined,
  mine: Value | undefined,
  theirs: Value | undefined,
  prefer: Prefer,
): Merging {
  return merge({ base, mine, theirs }, prefer, [], []);
}

interface Three<T> {
  readonly base: T | undefined;
  readonly mine: T | undefined;
  readonly theirs: T | undefined;
}

type List = readonly Value[];
type Map_ = { readonly [key: string]: Value };

function merge(three: Three<Value>, prefer: Prefer, way: Way, name: readonly string[]): Merging {
  const { base, mine, theirs } = three;
  if (isEqual(mine, theirs) || isEqual(base, theirs)) return asItIs(mine);
  const isBoth = (is: (value: Value | undefined) => boolean) =>
    is(mine) && is(theirs) && (base === undefined || is(base));
  if (isBoth(isMap)) return mergeMaps(three as Three<Map_>, prefer, way, name);
  if (isBoth(Array.isArray)) {
    const merged = mergeLists(three as Three<List>, prefer, way, name);
    if (merged) return merged;
  }
  if (isEqual(base, mine)) return take(three, way, name);
  const conflict = { name, mine, theirs };
  const taken = prefer === 'theirs' ? take(three, way, name) : asItIs(mine);
  return { ...taken, conflicts: [conflict] };
}

function asItIs(value: Value | undefined): Merging {
  return { value, edits: [], changes: [], conflicts: [] };
}

function take({ mine, theirs }: Three<Value>, way: Way, name: readonly string[]): Merging {
  const edit: Edit = theirs === undefined ? { does: 'remove', way } : { does: 'set', way, value: theirs };
  return { value: theirs, edits: [edit], changes: [{ name, was: mine, now: theirs }], conflicts: [] };
}

function mergeMaps(
  { base = {}, mine = {}, theirs = {} }: Three<Map_>,
  prefer: Prefer,
  way: Way,
  name: readonly string[],
): Merging {
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  const parts = keys.map((key) =>
    merge(
      { base: own(base, key), mine: own(mine, key), theirs: own(theirs, key) },
      prefer,
      [...way, key],
      [...name, key],
    ),
  );
  const entries = keys.flatMap((key, i): [string, Value][] => {
    const { value } = parts[i]!;
    return value === undefined ? [] : [[key, value]];
  });
  return { ...together(parts), value: Object.fromEntries(entries) };
}

/** Undefined where the items can't be told apart. */
function mergeLists(
  { base = [], mine = [], theirs = [] }: Three<List>,
  prefer: Prefer,
  way: Way,
  name: readonly string[],
): Merging | undefined {
  const lists = [base, mine, theirs];
  const fields = KEYS.find((some) => lists.every((list) => tellsApart(list, some)));
  if (!fields && !mayJoin(base, mine, theirs)) return undefined;
  const keyOf = (item: Value) => (fields ? keyBy(item, fields) : JSON.stringify(item));
  const [inBase, inMine, inTheirs] = lists.map(
    (list) => new Map(list.map((item, i) => [keyOf(item), i] as const)),
  );
  const out: { key: string; value: Value }[] = [];
  const parts: Merging[] = [];
  const called = (item: Value) => [...name, nameOf(item, fields)];
  for (const [i, item] of mine.entries()) {
    const key = keyOf(item);
    const three = {
      base: base[inBase!.get(key) ?? -1],
      mine: item,
      theirs: theirs[inTheirs!.get(key) ?? -1],
    };
    const part = merge(three, prefer, [...way, i], called(item));
    parts.push(part);
    if (part.value !== undefined) out.push({ key, value: part.value });
  }
  let before: string | undefined;
  for (const item of theirs) {
    const key = keyOf(item);
    if (!inMine!.has(key)) {
      const there = base[inBase!.get(key) ?? -1];
      const below = before === undefined ? undefined : inMine!.get(before);
      const part = mergeMissing({ base: there, item, name: called(item), below }, prefer, [...way]);
      parts.push(part);
      if (part.value !== undefined) {
        const at = before === undefined ? -1 : out.findIndex((one) => one.key === before);
        out.splice(at < 0 ? out.length : at + 1, 0, { key, value: item });
      }
    }
    before = key;
  }
  return { ...together(parts), value: out.map(({ value }) => value) };
}

/** An item that one's own list hasn't: it is new, or one took it out. */
function mergeMissing(
  {
    base,
    item,
    name,
    below,
  }: {
    readonly base: Value | undefined;
    readonly item: Value;
    readonly name: readonly string[];
    readonly below: number | undefined;
  },
  prefer: Prefer,
  way: Way,
): Merging {
  if (base !== undefined && isEqual(base, item)) return asItIs(undefined);
  const added: Merging = {
    value: item,
    edits: [{ does: 'add', way, item, below }],
    changes: [{ name, was: undefined, now: item }],
    conflicts: [],
  };
  if (base === undefined) return added;
  const conflict = { name, mine: undefined, theirs: item };
  return { ...(prefer === 'theirs' ? added : asItIs(undefined)), conflicts: [conflict] };
}

/** Items without a name of their own are put together as long as neither took one out, or they are plain values. */
function mayJoin(base: List, mine: List, theirs: List): boolean {
  const texts = [base, mine, theirs].map((list) => list.map((item) => JSON.stringify(item)));
  const isUnique = texts.every((list) => new Set(list).size === list.length);
  const isPlain = [...base, ...mine, ...theirs].every((item) => typeof item !== 'object');
  const isAddedTo = (list: readonly string[]) => texts[0]!.every((item) => list.includes(item));
  return isUnique && (isPlain || isAddedTo(texts[1]!) || isAddedTo(texts[2]!));
}

function tellsApart(list: List, fields: readonly string[]): boolean {
  const isNamed = (item: Value) => isMap(item) && fields.some((field) => Object.hasOwn(item as Map_, field));
  return list.every(isNamed) && new Set(list.map((item) => keyBy(item, fields))).size === list.length;
}

function keyBy(item: Value, fields: readonly string[]): string {
  return JSON.stringify(fields.map((field) => own(item as Map_, field) ?? null));
}

/** What an item is called: by the fields that tell it apart, or by what it is. */
function nameOf(item: Value, fields: readonly string[] | undefined): string {
  if (!fields) return typeof item === 'string' ? item : JSON.stringify(item);
  const named = fields.map((field) => own(item as Map_, field)).filter((value) => value !== undefined);
  return named.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' ');
}

function together(parts: readonly Merging[]): Omit<Merging, 'value'> {
  return {
    edits: parts.flatMap(({ edits }) => edits),
    changes: parts.flatMap(({ changes }) => changes),
    conflicts: parts.flatMap(({ conflicts }) => conflicts),
  };
}

function own(map: Map_, key: string): Value | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function isMap(value: Value | undefined): boolean {
  return typeof value === 'object' && !Array.isArray(value);
}
