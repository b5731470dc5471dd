import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import { setEngineFlag } from '../engine.ts';
import { formatLimit, LIMITS } from '../model/limits.ts';
import { type Position, type Problem, ProblemError } from '../problems.ts';
import { type ArgsOf, finding, phrase, type WordingId } from '../wordings.ts';
import { type LocatedFile, type Path, problem, type SourceText } from './source.ts';

/** True for the name of a file that is read as JSON or YAML. */
export function isStructured(file: string): boolean {
  return /\.(json|ya?ml)$/i.test(file);
}

/** A scalar as it stands there: "0150" and "+4712" are no numbers, and "\ud800", half a character, is a lost one. */
function asWritten(scalar: Scalar): void {
  const { value, source } = scalar;
  if (typeof value === 'number' || typeof value === 'bigint') scalar.value = source ?? String(value);
  else if (typeof value === 'string') scalar.value = value.toWellFormed();
}

/**
 * Reads JSON or YAML, by the file's ending. Throws ProblemError with the place where it doesn't parse. Aliases, anchors'
 * other half, and tags, which name types of a programming language, are refused: values are what stands there.
 */
export function parseStructured(source: SourceText, firstLine = 1): LocatedFile {
  const { file, text, personal } = source;
  const reason = (told: string) => (personal ? '' : `: ${told.slice(0, MAX_REASON)}`);
  const isJson = /\.json$/i.test(file);
  const count = countWithin(text, file);
  // What the parser leaves behind is collected soon, not at three times as much memory.
  if (count > MANY) setEngineFlag('--heap-growing-percent=100');
  const lines = new LineCounter();
  const doc = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: false, // They are held apart below; the parser compares each key with all before it.
    stringKeys: true,
    schema: 'core', // Whatever version the file names: older ones merge objects and make dates of text.
    prettyErrors: false,
  });
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };
  const syntax = isJson ? 'json-syntax' : 'yaml-syntax';
  const problems: Problem[] = [];
  const tell: Tell = (wording, offset, ...[values]) =>
    problems.push(finding('error', wording, values, { at: place(offset) }));
  if (doc.errors.some((error) => /call stack/i.test(error.message))) throw tooDeep(file);
  for (const { message, pos } of doc.errors) {
    const isComma = /^Missing , between flow (map|sequence) items$/.test(message);
    const why = isComma ? phrase('comma-missing', {}) : reason(message);
    tell(`${syntax}/place`, pos[0], { reason: why });
  }
  const strict = isJson && problems.length === 0 ? jsonError(text) : undefined;
  if (strict) throw problem('json-syntax/unparsed', file, { reason: reason(strict) });
  const look = ({ tag, range }: Node, level: number): void => {
    // Objects lie in pairs, so that each level counts once or twice.
    if (level > 2 * LIMITS.depth) throw tooDeep(file);
    if (tag !== undefined) tell('yaml-syntax/tags', range![0]);
  };
  visit(doc, {
    Alias: (_, { range }) => {
      tell('yaml-syntax/aliases', range?.[0] ?? 0);
      return visit.BREAK;
    },
    Seq: (_, list, { length }) => look(list, length),
    Map: (_, map, { length }) => {
      look(map, length);
      if (map.items.length <= LIMITS.keys) return tellDoubled(map, tell, syntax, personal);
      tell('too-large/keys', map.range![0], { most: formatLimit(LIMITS.keys) });
      return visit.BREAK;
    },
    Scalar: (_, scalar) => {
      look(scalar, 0);
      tellLong(scalar, tell);
      asWritten(scalar);
    },
  });
  if (problems.length > 0) throw new ProblemError(problems);
  const locate = (path: Path) => place(nodeAt(doc.contents as Node | null, path).value);
  const locateKey = (path: Path) => place(nodeAt(doc.contents as Node | null, path).key);
  return { ...source, data: plain(doc.contents as Node | null), locate, locateKey };
}

/** Values of a file that leaves much behind: those of some thousand contacts. */
const MANY = 20_000;

/** Longest reason of a parser that is told, in characters: some quote the file. */
const MAX_REASON = 300;

/** How many values the text has at most. Throws where it, or they, are too many to be parsed. */
function countWithin(text: string, file: string): number {
  if (text.length > LIMITS.structured)
    throw problem('too-large/file', file, { most: formatLimit(LIMITS.structured, 'bytes') });
  const count = countValues(text);
  if (count > LIMITS.values) throw problem('too-large/values', file, { most: formatLimit(LIMITS.values) });
  return count;
}

/** No fewer than the values of the text: each has a comma, a bracket or a line of its own. */
function countValues(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    // , [ { or the end of a line that didn't end so.
    if (c === 44 || c === 91 || c === 123) count += 1;
    else if (c === 10 && text.charCodeAt(i - 1) !== 44) count += 1;
  }
  return count;
}

type Tell = <W extends WordingId>(wording: W, offset: number, ...values: ArgsOf<W>) => void;

function tooDeep(file: string): ProblemError {
  return problem('too-large/depth', file, { depth: LIMITS.depth });
}

function tellLong({ range }: Scalar, tell: Tell): void {
  if (!range || range[1] - range[0] <= LIMITS.row) return;
  tell('too-large/text', range[0], { most: formatLimit(LIMITS.row) });
}

function tellDoubled(map: YAMLMap, tell: Tell, code: 'json-syntax' | 'yaml-syntax', personal = false): void {
  const seen = new Set<string>();
  for (const pair of map.items) {
    if (!isScalar(pair.key)) continue;
    const key = keyOf(pair);
    if (seen.has(key)) {
      const at = pair.key.range?.[0] ?? 0;
      if (personal) tell(`${code}/twice`, at);
      else tell(`${code}/key-twice`, at, { key: JSON.stringify(key) });
    }
    seen.add(key);
  }
}

function jsonError(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Objects without prototype tricks: `__proto__` is a key like any other. */
function plain(node: Node | null | undefined): unknown {
  if (isMap(node))
    return Object.fromEntries(node.items.map((pair) => [keyOf(pair), plain(pair.value as Node | null)]));
  if (isSeq(node)) return node.items.map((item) => plain(item as Node));
  if (isScalar(node)) return node.value ?? undefined;
  return undefined;
}

/** The key of a pair. One that is no text is told by the parser; written out, maps as keys of maps would grow without end. */
function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}

/** Offsets of the value at a path and of its key; of the last node on the way where it ends early. */
function nodeAt(root: Node | null, path: Path): { value: number; key: number } {
  let node: Node | null | undefined = root;
  let value = root?.range?.[0] ?? 0;
  let key = value;
  for (const step of path) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find((item) => isPair(item) && keyOf(item) === String(step));
      if (!pair) break;
      key = (pair.key as Node).range?.[0] ?? key;
      node = pair.value as Node | null;
      value = node?.range?.[0] ?? key;
    } else if (isSeq(node)) {
      node = node.items[Number(step)] as Node | undefined;
      if (!node) break;
      value = node.range?.[0] ?? value;
      key = value;
    } else break;
    if (isAlias(node)) break;
  }
  return { value, key };
}
