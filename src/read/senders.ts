import { createHash } from 'node:crypto';
import { formatLimit, LIMITS } from '../model/limits.ts';
import { withoutUnseenIn } from '../model/unseen.ts';
import type { Position } from '../problems.ts';
import type { Encoding } from './encoding.ts';
import type { ForeignRow } from './foreign.ts';
import { type ForeignOptions, openForeignList } from './foreign-list.ts';
import { type LocatedFile, problem, readBytes, readSource, type SourceText } from './source.ts';
import { isStructured, parseStructured } from './structured.ts';

/** Rows that are held with their places at a time; a list of members may have a hundred thousand. */
const CHUNK = 2000;

/** A list of senders as it lies in its file, a chunk of rows at a time. */
export interface SenderFile {
  readonly file: string;
  readonly sha256: string;
  /** Of a table only. */
  readonly encoding?: Encoding | undefined;
  /** Names of the columns; empty where the list is one of objects. */
  readonly columns: readonly string[];
  /** Throws ProblemError. */
  readonly chunks: AsyncIterable<SenderChunk>;
}

/** Some of the rows: their values by the names of their columns, and what keeps one from being read. */
export interface SenderChunk extends LocatedFile {
  readonly rows: readonly ForeignRow[];
}

/**
 * Opens a list of senders in any form that lists of contacts come in: a spreadsheet, CSV in any encoding, vCards; or a
 * list in JSON or YAML with the fields of `sender.json`. Throws ProblemError.
 */
export async function readSenders(file: string, options: ForeignOptions): Promise<SenderFile> {
  if (isStructured(file)) {
    const source = { ...(await readSource(file)), personal: true };
    return { file, sha256: source.sha256, columns: [], chunks: oneChunk(source) };
  }
  const sha256 = createHash('sha256')
    .update(await readBytes(file))
    .digest('hex');
  const list = await openForeignList(file, { ...options, ofPeople: true });
  const place = (row: ForeignRow | undefined, column?: string): Position => ({
    file,
    line: row?.line ?? 1,
    ...(row && list.placeOf?.(row, column)),
  });
  return {
    file,
    sha256,
    encoding: list.encoding,
    columns: list.columns,
    chunks: chunksOf(list.rows(), { file, sha256 }, place),
  };
}

async function* oneChunk(source: SourceText): AsyncGenerator<SenderChunk> {
  const located = parseStructured(source);
  yield { ...located, data: withoutUnseenIn(located.data), personal: true, rows: [] };
}

async function* chunksOf(
  all: AsyncIterable<ForeignRow>,
  { file, sha256 }: { file: string; sha256: string },
  place: (row: ForeignRow | undefined, column?: string) => Position,
): AsyncGenerator<SenderChunk> {
  const chunk = (rows: readonly ForeignRow[]): SenderChunk => {
    const locate = ([index, column]: readonly (string | number)[]) =>
      place(rows[Number(index)], column === undefined ? undefined : String(column));
    return {
      file,
      sha256,
      text: '',
      personal: true,
      rows,
      data: rows.map(({ cells }) => Object.fromEntries(cells)),
      locate,
      locateKey: locate,
    };
  };
  let rows: ForeignRow[] = [];
  let count = 0;
  for await (const row of all) {
    rows.push(row);
    count += 1;
    if (count > LIMITS.rows) {
      throw problem('too-large/rows', file, { most: formatLimit(LIMITS.rows) });
    }
    if (rows.length < CHUNK) continue;
    yield chunk(rows);
    rows = [];
  }
  if (rows.length > 0) yield chunk(rows);
}
