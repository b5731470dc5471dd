import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { append } from '../model/append.ts';
import { OUTBOX } from '../model/outbox.ts';
import { isPartColumn, ownColumns, TABLE_PARTS } from '../model/part-columns.ts';
import { type Problem, ProblemError } from '../problems.ts';
import { finding } from '../wordings.ts';
import { parseTable } from './csv.ts';
import { keptFile, parseKept, readKeptFile, type Said, saidFor } from './kept-columns.ts';
import { type Naming, nameColumns } from './named-columns.ts';
import { isSpreadsheet, readPartSheet, SHEET_ENDINGS } from './part-sheet.ts';
import { locateTable } from './rows.ts';
import { withoutCopies } from './shared-copies.ts';
import { type LocatedFile, problem, readSource, type SourceText, tellGuess, unreadable } from './source.ts';
import { isStructured, parseStructured } from './structured.ts';

/** The files that make up an appeal; parts that stand inside the head have no file of their own. */
export interface AppealFiles {
  /** Folder of the appeal; undefined for a lone file. */
  readonly folder?: string | undefined;
  readonly head: LocatedFile;
  readonly facts?: LocatedFile | undefined;
  readonly contacts?: LocatedFile | undefined;
  readonly events?: LocatedFile | undefined;
  readonly corrections?: LocatedFile | undefined;
  /** Files beside the tables that keep what was said of their columns. */
  readonly kept?: readonly SourceText[] | undefined;
  /** Paths of tables that weren't there; somebody who saves one may have taken it away for a moment. */
  readonly lacks?: readonly string[] | undefined;
}

/** Parts of an appeal that have a file of their own. */
export const PARTS = TABLE_PARTS;
export type Part = (typeof PARTS)[number];

/** What is said on the command line of the tables of an appeal; it goes before what is kept beside them. */
export type SaidOfParts = Readonly<Partial<Record<Part, Said>>>;

const HEADS = ['appeal.yaml', 'appeal.yml', 'appeal.json'];

/** Files that lie beside those of an appeal, and that commands read, too. */
const BESIDE = [OUTBOX, 'sender.json'];

/** Reads an appeal's folder or file, each part replaced by the file that `replace` names for it. */
export async function readAppeal(
  path: string,
  replace: Readonly<Partial<Record<Part, string>>>,
  said: SaidOfParts = {},
): Promise<{ files: AppealFiles | undefined; problems: Problem[] }> {
  const problems: Problem[] = [];
  const attempt = async <T>(work: Promise<T>, part?: Part): Promise<T | undefined> => {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      append(
        problems,
        error.problems.map((found) => (part ? { ...found, about: { part } } : found)),
      );
      return undefined;
    }
  };
  const place = await attempt(findAppeal(path));
  if (!place) return { files: undefined, problems };
  append(problems, place.copies ?? []);
  const within = place.folder;
  const head = await attempt(readSource(place.head, { within }).then((source) => parseStructured(source)));
  const parts: Partial<Record<Part, LocatedFile | undefined>> = {};
  for (const part of PARTS) {
    const [named, own] = [replace[part], place.parts[part]];
    const options = { language: firstLanguage(head?.data), said: said[part] };
    if (named !== undefined) parts[part] = await attempt(readPart(named, part, options), part);
    else if (own !== undefined)
      parts[part] = await attempt(readPart(own, part, { ...options, within }), part);
  }
  for (const located of Object.values(parts)) {
    append(problems, located?.told ?? []);
    if (located?.guess) problems.push(tellGuess(located.file, located.guess.name, located.guess.isSure));
  }
  const kept = Object.values(parts).flatMap((located) => located?.kept ?? []);
  const lacking = PARTS.filter((part) => place.parts[part] === undefined && replace[part] === undefined);
  const lacks = within === undefined ? [] : lacking.map((part) => join(within, `${part}.csv`));
  return { files: head && { folder: within, head, ...parts, kept, lacks }, problems };
}

/** Where a part lies, what a text without a language is in, and what was said of its columns. */
interface PartOptions {
  readonly within?: string | undefined;
  readonly language?: string | undefined;
  readonly said?: Said | undefined;
}

/**
 * Reads one part of an appeal from CSV, a spreadsheet, JSON or YAML, in a folder or wherever a person says. Throws
 * ProblemError.
 */
export async function readPart(
  file: string,
  part: Part,
  { within, language, said: now }: PartOptions = {},
): Promise<LocatedFile> {
  if (isStructured(file)) return parsePart(await readSource(file, { within }), part);
  const kept = await readKeptFile(file, within);
  const before = kept && saidOfPart(kept, part);
  const naming = { language, said: now?.columns, kept: before?.columns };
  const sheet = now?.sheet ?? before?.sheet;
  const read = async () => {
    if (isSpreadsheet(file)) return readPartSheet(file, part, { within, sheet, ...naming });
    const source = await readSource(file, { within, anyEncoding: /\.csv$/i.test(file) });
    return { ...parsePart(source, part, naming), guess: source.guess };
  };
  const located = await read();
  return { ...located, kept, told: [...tellKept(file, before), ...(located.told ?? [])] };
}

/** Parses a part of an appeal, by the ending of its file. Throws ProblemError. */
export function parsePart(source: SourceText, part: Part, naming: Naming = {}): LocatedFile {
  if (isStructured(source.file)) return parseStructured(source);
  const { table, isRenamed, told } = nameColumns(parseTable(source), part, naming);
  const located = locateTable(source, table, part, naming.language);
  return { ...located, isForeign: isRenamed, told: [...told, ...(located.told ?? [])] };
}

/** What is kept of the columns of an appeal's table. Throws ProblemError where a field there is none. */
export function saidOfPart(kept: SourceText, part: Part): Said {
  const said = saidFor(parseKept(kept), part);
  const wrong = [...said.columns.values()].find((field) => field !== '' && !isPartColumn(part, field));
  if (wrong === undefined) return said;
  const known = ownColumns(part).join(', ');
  throw problem('unknown-key/key-known', kept.file, { key: JSON.stringify(wrong), known });
}

/** Says which columns are read as somebody said earlier. */
function tellKept(file: string, said: Said | undefined): Problem[] {
  const columns = [...(said?.columns ?? [])].filter(([, field]) => field !== '');
  if (columns.length === 0) return [];
  const names = columns.map(([column, field]) => `${field}=${column}`).join(', ');
  const values = { names, file: basename(keptFile(file)) };
  return [finding('notice', 'unknown-key/kept', values, { at: { file, line: 1 } })];
}

/** The first language of an appeal, in which it was written. */
export function firstLanguage(head: unknown): string | undefined {
  const { languages } = (head ?? {}) as { languages?: unknown };
  const first: unknown = Array.isArray(languages) ? languages[0] : undefined;
  const tag = typeof first === 'object' && first !== null && 'tag' in first ? first.tag : first;
  return typeof tag === 'string' ? tag : undefined;
}

/** The files with the texts of some replaced, by path; a part that had no file gets one. Throws ProblemError. */
export function reparse(files: AppealFiles, texts: ReadonlyMap<string, string>): AppealFiles {
  const parts: Partial<Record<Part, LocatedFile | undefined>> = {};
  const edited = texts.get(files.head.file);
  const head = edited === undefined ? files.head : parseStructured({ ...files.head, text: edited });
  const language = firstLanguage(head.data);
  for (const part of PARTS) {
    const file = files[part]?.file ?? [...texts.keys()].find((path) => basename(path).startsWith(`${part}.`));
    const text = file === undefined ? undefined : texts.get(file);
    parts[part] =
      text === undefined ? files[part] : parsePart({ file: file!, text, sha256: '' }, part, { language });
  }
  return { ...files, ...parts, head };
}

/** Names of the files that make up an appeal. */
interface Place {
  readonly folder?: string | undefined;
  readonly head: string;
  readonly parts: Partial<Record<Part, string>>;
  /** Other versions of these files, and such under another name, that nobody reads. */
  readonly copies?: readonly Problem[];
}

async function findAppeal(path: string): Promise<Place> {
  const found = await stat(path).catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw unreadable(cause, path);
  });
  if (!found) throw problem('file-not-found/no-such', path);
  if (!found.isDirectory()) {
    if (!isStructured(extname(path))) {
      throw problem('not-an-appeal/kind', path);
    }
    return { head: path, parts: {} };
  }
  const names = await readdir(path).catch((cause: unknown) => {
    throw unreadable(cause, path);
  });
  const others = findMisnamed(names, path);
  if (!names.some((name) => HEADS.includes(name))) {
    const [meant] = others.filter(({ values }) => String(values?.name).startsWith('appeal.'));
    if (meant) throw new ProblemError([{ ...meant, severity: 'error' }]);
  }
  const { head, parts } = choosePlace(names, path);
  const inside = Object.entries(parts).map(([part, name]) => [part, join(path, name)]);
  const read = new Set([head, ...Object.values(parts), ...BESIDE]);
  const copies = withoutCopies(path, names, (name) => read.has(name)).problems;
  const told = [...copies, ...others];
  return { folder: path, head: join(path, head), parts: Object.fromEntries(inside), copies: told };
}

/** A name of an appeal's file, or what a system makes of it: capitals, and an ending that Windows adds and doesn't show. */
const MEANT = new RegExp(
  `^(appeal\\.(?:ya?ml|json)|(?:${PARTS.join('|')})\\.(?:csv|${SHEET_ENDINGS.join('|')}|ya?ml|json))(?:\\.(?:txt|csv|ya?ml|json))?$`,
  'i',
);

/** A finding for each file that is meant to be one of an appeal, and isn't read as its name is written otherwise. */
function findMisnamed(names: readonly string[], folder: string): Problem[] {
  return names.flatMap((given) => {
    const name = MEANT.exec(given)?.[1]?.toLowerCase();
    if (name === undefined || name === given) return [];
    return [finding('warning', 'not-an-appeal/name', { name }, { at: { file: join(folder, given) } })];
  });
}

/** Paths of the files with the parts of an appeal. Throws ProblemError. */
export async function findParts(path: string): Promise<Partial<Record<Part, string>>> {
  return (await findAppeal(path)).parts;
}

/** Picks head and parts from the names of a folder's files; `path` names the folder. Throws ProblemError. */
export function choosePlace(names: readonly string[], path: string): Place {
  const heads = HEADS.filter((name) => names.includes(name));
  if (heads.length === 0) throw problem('not-an-appeal/no-head', path);
  if (heads.length > 1)
    throw problem('not-an-appeal/two', path, { first: heads[0]!, others: heads.slice(1).join(', ') });
  const parts: Partial<Record<Part, string>> = {};
  for (const part of PARTS) {
    const there = ['csv', ...SHEET_ENDINGS, 'json', 'yaml', 'yml']
      .map((end) => `${part}.${end}`)
      .filter((name) => names.includes(name));
    if (there.length > 1)
      throw problem('not-an-appeal/two', path, { first: there[0]!, others: there.slice(1).join(', ') });
    if (there[0]) parts[part] = there[0];
  }
  return { head: heads[0]!, parts };
}
