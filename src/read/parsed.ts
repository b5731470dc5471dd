import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { once } from '../model/memory.ts';
import type { LocatedFile, SourceText } from './source.ts';
import { parseStructured } from './structured.ts';

/** Beside the compiled program: what the build read of bundled templates and words (`build/parsed`), by the hash of each file. */
export const PARSED = 'parsed.json';

const bundled = once(readParsed);

/** What a file holds as the build has read it; undefined for any other, and where handbill runs from source. */
export function parsedBefore(sha256: string): unknown {
  const parsed = bundled();
  return Object.hasOwn(parsed, sha256) ? parsed[sha256] : undefined;
}

/** `parseStructured`, which bundled files don't need: a quarter of what an unchanged `make` computes was parsing them. */
export function parseOrRecall(source: SourceText): LocatedFile {
  const data = parsedBefore(source.sha256);
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

function readParsed(): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(fileURLToPath(new URL(PARSED, import.meta.url)), 'utf8'));
  } catch {
    return {};
  }
}
