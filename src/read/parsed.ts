import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { once } from '../model/memory.ts';
import type { Words } from '../model/words.ts';
import type { LocatedFile, SourceText } from './source.ts';
import { parseStructured } from './structured.ts';

/** Beside the compiled program: what the build read and checked of bundled files (`build/parsed`). */
export const PARSED = 'parsed.json';

/** What bundled files hold, by the hash of each. */
export interface Parsed {
  /** Language files of documents, checked. */
  readonly words: Readonly<Record<string, Words>>;
  /** Of other files their data, of templates what stands before the text. */
  readonly others: Readonly<Record<string, unknown>>;
}

const bundled = once(readParsed);

/** What a bundled language file says, checked; undefined for any other, and where handbill runs from source. */
export function wordsBefore(sha256: string): Words | undefined {
  return ownOf(bundled().words, sha256);
}

/** What any other bundled file holds; undefined where it isn't one, and where handbill runs from source. */
export function parsedBefore(sha256: string): unknown {
  return ownOf(bundled().others, sha256);
}

function ownOf<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** `parseStructured`, which bundled files don't need: a quarter of what an unchanged `make` computes was parsing them. */
export function parseOrRecall(source: SourceText): LocatedFile {
  const data = wordsBefore(source.sha256) ?? parsedBefore(source.sha256);
  if (data === undefined) return parseStructured(source);
  // Only where something is said of the file are places in it needed.
  let whole: LocatedFile | undefined;
  const located = () => {
    whole ??= parseStructured(source);
    return whole;
  };
  return {
    ...source,
    data,
    locate: (path) => located().locate(path),
    locateKey: (path) => located().locateKey(path),
  };
}

function readParsed(): Parsed {
  try {
    return JSON.parse(readFileSync(fileURLToPath(new URL(PARSED, import.meta.url)), 'utf8'));
  } catch {
    return { words: {}, others: {} };
  }
}
