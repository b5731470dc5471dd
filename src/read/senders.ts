import type { Position } from '../problems.ts';
import { parseTable, type Table } from './csv.ts';
import { type LocatedFile, readSource, type SourceText } from './source.ts';
import { parseStructured } from './structured.ts';

/** Rows that are held with the places of their cells at a time; a list of members may have a hundred thousand. */
const PORTION = 2000;

/** A list of senders as it lies in its file, a portion of rows at a time. Throws ProblemError. */
export interface SenderFile {
  readonly sha256: string;
  readonly portions: Iterable<LocatedFile>;
}

/** Opens a list of senders: CSV with a row for each, or a list in JSON or YAML. Throws ProblemError. */
export async function readSenders(file: string): Promise<SenderFile> {
  const source = { ...(await readSource(file)), personal: true };
  const { sha256 } = source;
  if (/\.(json|ya?ml)$/i.test(file)) return { sha256, portions: [parseStructured(source)] };
  return { sha256, portions: locatePortions(source) };
}

function* locatePortions(source: SourceText): Generator<LocatedFile> {
  for (const { text, line } of dividedText(source.text)) {
    yield locateRows(source, parseTable({ ...source, text }), line);
  }
}

/** The header with each portion of rows; `line` is how far the rows stand below where they seem to. */
function* dividedText(text: string): Generator<{ text: string; line: number }> {
  let header = '';
  let start = 0;
  let rows = 0;
  let line = 0;
  let next = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (c === '"') quoted = !quoted;
    if (c !== '\n') continue;
    next += 1;
    if (quoted) continue;
    if (header === '') {
      header = text.slice(0, i + 1);
      start = i + 1;
      line = 0;
      next = 0;
      continue;
    }
    rows += 1;
    if (rows < PORTION) continue;
    yield { text: header + text.slice(start, i + 1), line };
    start = i + 1;
    line = next;
    rows = 0;
  }
  if (start < text.length || line === 0) yield { text: header + text.slice(start), line };
}

/** Each row as an object of its cells, each with its place. */
function locateRows({ file, sha256 }: SourceText, { header, rows }: Table, below: number): LocatedFile {
  const names = new Map(header.map((cell) => [cell.value, cell.at]));
  const moved = (at: Position): Position => ({ ...at, line: at.line! + below });
  const locate = ([index, key]: readonly (string | number)[]): Position => {
    const row = rows[Number(index)];
    const cell = row?.get(String(key)) ?? row?.values().next().value;
    return cell ? moved(cell.at) : { file, line: 1 };
  };
  return {
    file,
    sha256,
    text: '',
    personal: true,
    data: rows.map((row) => Object.fromEntries([...row].map(([name, cell]) => [name, cell.value]))),
    locate,
    locateKey: (path) => names.get(String(path[1])) ?? locate(path),
  };
}
