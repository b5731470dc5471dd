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
  visit,
} from 'yaml';
import { type Position, type Problem, ProblemError } from '../problems.ts';
import type { LocatedFile, Path, SourceText } from './source.ts';

/** Reads JSON or YAML, by the file's ending. Throws ProblemError with the place where it doesn't parse. */
export function parseStructured(source: SourceText, firstLine = 1): LocatedFile {
  const { file, text } = source;
  const isJson = /\.json$/i.test(file);
  const lines = new LineCounter();
  const doc = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    stringKeys: true,
    prettyErrors: false,
  });
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };
  const problems: Problem[] = doc.errors.map((error) => ({
    severity: 'error',
    code: isJson ? 'json-syntax' : 'yaml-syntax',
    message: `${isJson ? 'JSON' : 'YAML'} doesn’t parse: ${error.message}.`,
    at: place(error.pos[0]),
    hint: 'Look at quotes, commas and brackets there and in the line before.',
  }));
  const strict = isJson ? jsonError(text) : undefined;
  if (strict && problems.length === 0) {
    problems.push({
      severity: 'error',
      code: 'json-syntax',
      message: `JSON doesn’t parse: ${strict}.`,
      at: { file },
    });
  }
  visit(doc, {
    Alias: (_, alias) => {
      const at = place(alias.range?.[0] ?? 0);
      problems.push({
        severity: 'error',
        code: 'yaml-syntax',
        message: 'Aliases (*name) are not read here.',
        at,
        hint: 'Write the value out.',
      });
    },
    // "0150" and "+4712" are what stands there, never numbers.
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'number' || typeof scalar.value === 'bigint')
        scalar.value = scalar.source ?? String(scalar.value);
    },
  });
  if (problems.length > 0) throw new ProblemError(problems);
  const locate = (path: Path) => place(nodeAt(doc.contents as Node | null, path).value);
  const locateKey = (path: Path) => place(nodeAt(doc.contents as Node | null, path).key);
  return { ...source, data: plain(doc.contents as Node | null), locate, locateKey };
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

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
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
