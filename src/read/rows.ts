import { claim, figure } from '../model/figure.ts';
import { rearmCell } from '../model/formula.ts';
import { fieldsOf, inspect, isBoolean, isList, type Schema } from '../model/notes.ts';
import { RECORDS, type TablePart } from '../model/part-columns.ts';
import { isWrittenIn } from '../model/script.ts';
import { isLanguageTag } from '../model/text.ts';
import { parseForms } from '../model/texts.ts';
import type { Position } from '../problems.ts';
import type { Cell, Table } from './csv.ts';
import { withIds } from './made-ids.ts';
import type { LocatedFile, Path, SourceText } from './source.ts';
import { readWritten } from './written-rows.ts';

type Row = ReadonlyMap<string, Cell>;

/** What the columns of a table hold besides plain values. */
interface Columns {
  /** Several values with `;` between them. */
  readonly lists: ReadonlySet<string>;
  readonly booleans: ReadonlySet<string>;
  /** Forms of a counted noun. */
  readonly forms: ReadonlySet<string>;
  /** The language of the appeal, in which a name stands that says none. */
  readonly language: string | undefined;
}

function columnsOf(records: readonly Schema[], language: string | undefined): Columns {
  const fields = records.flatMap(fieldsOf);
  const those = (is: (field: Schema) => boolean) =>
    new Set(fields.flatMap(([name, field]) => (is(field) ? name : [])));
  return {
    language,
    lists: those(isList),
    booleans: those(isBoolean),
    forms: those((field) => inspect(field).note.wording === 'forms'),
  };
}

/** Columns of facts.csv that make up a figure, and those that make up one claim of it, with the field of each. */
const FIGURE = new Set(fieldsOf(figure).map(([name]) => name));
const CLAIM: Readonly<Record<string, string>> = Object.fromEntries(
  fieldsOf(claim).map(([name, field]) => [inspect(field).note.column ?? name, name]),
);
const isOfClaim = (column: string) => Object.hasOwn(CLAIM, column);
const isOfFigure = (column: string) => isOfClaim(column) || FIGURE.has(column.split('.')[0]!);

/** Values and where each of them stands. */
interface Built {
  readonly value: Record<string, unknown>;
  readonly cells: ReadonlyMap<string, Cell>;
}

/** A fact, to which later rows may add. */
interface BuiltFact extends Built {
  readonly cells: Map<string, Cell>;
}

/**
 * A table as a located list of objects; `text.en` becomes `text: {en}`. In facts, rows of the same id add claims.
 * `language` is that of the appeal.
 */
export function locateTable(
  source: SourceText,
  table: Table,
  part: TablePart,
  language?: string,
): LocatedFile {
  const columns = columnsOf(RECORDS[part], language);
  const { rows: written, told } = readWritten(table.rows, part);
  const rows = withIds(written, table.header, part);
  const items = part === 'facts' ? buildFacts(rows, columns) : rows.map((row) => buildObject(row, columns));
  const data = items.map((item) => item.value);
  const header = new Map(table.header.map((cell) => [cell.value, cell.at]));
  const start = (index: number): Position => firstOf(items[index]?.cells) ?? { file: source.file, line: 1 };
  const find = (path: Path): Position | undefined => {
    const [index, ...rest] = path;
    const cells = items[Number(index)]?.cells;
    for (let n = rest.length; n > 0; n--) {
      const key = rest.slice(0, n).join('.');
      const found = cells?.get(key) ?? [...(cells ?? [])].find(([k]) => k.startsWith(`${key}.`))?.[1];
      if (found) return found.at;
    }
    return undefined;
  };
  return {
    ...source,
    told,
    data,
    locate: (path) =>
      path.length === 0 ? { file: source.file, line: 1 } : (find(path) ?? start(Number(path[0]))),
    locateKey: (path) => header.get(path.slice(1).join('.')) ?? find(path) ?? start(Number(path[0])),
  };
}

function firstOf(cells: ReadonlyMap<string, Cell> | undefined): Position | undefined {
  return cells?.values().next().value?.at;
}

/** The columns of a row that are taken, all of them without `takes`, as an object. */
function buildObject(row: Row, columns: Columns, takes?: (column: string) => boolean): Built {
  const value: Record<string, unknown> = {};
  const cells = takes ? new Map([...row].filter(([column]) => takes(column))) : row;
  for (const [column, cell] of cells) {
    const [name = '', ...rest] = column.split('.');
    const own = () => cellValue(name, cell.value, columns);
    if (rest.length > 1 && isWordingPart(rest.at(-1)!))
      setWordingPart(objectIn(value, name), rest, cell.value);
    else if (rest.length > 0) setOwn(objectIn(value, name), rest.join('.'), own());
    else if (hasLanguages(cells, name)) {
      const tag = languageOfPlain(name, cells, columns);
      if (tag !== undefined) setOwn(objectIn(value, name), tag, own());
    } else setOwn(value, name, own());
  }
  return { value, cells };
}

function hasLanguages(cells: Row, name: string): boolean {
  return [...cells.keys()].some((column) => column.startsWith(`${name}.`));
}

/**
 * The language of a name in a column without one, beside others that have theirs (`place`, `place.en`): of those that the
 * row and the appeal are in, the first without a value of its own that is written in those letters.
 */
function languageOfPlain(name: string, cells: Row, { language }: Columns): string | undefined {
  const plain = cells.get(name)!.value;
  const spoken = cells.get('languages')?.value.split(';') ?? [];
  const meant = [...spoken, language ?? '', 'en'].map((tag) => tag.trim()).filter(isLanguageTag);
  const free = meant.filter((tag) => !cells.has(`${name}.${tag}`));
  return free.find((tag) => isWrittenIn(plain, tag)) ?? free[0];
}

function isWordingPart(name: string): boolean {
  return name === 'review' || name === 'of' || name === 'by';
}

/** `text.kk.review` makes the text an object; its column stands to the right of `text.kk`. */
function setWordingPart(texts: Record<string, unknown>, rest: readonly string[], part: string): void {
  const [tag, name] = [rest.slice(0, -1).join('.'), rest.at(-1)!];
  const there = Object.hasOwn(texts, tag) ? texts[tag] : undefined;
  if (typeof there === 'string') setOwn(texts, tag, { text: there });
  setOwn(objectIn(texts, tag), name, part);
}

function cellValue(column: string, cell: string, { lists, booleans, forms }: Columns): unknown {
  const text = rearmCell(cell);
  if (lists.has(column))
    return text
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  if (booleans.has(column) && /^(true|false|yes|no)$/i.test(text)) return /^(true|yes)$/i.test(text);
  if (forms.has(column)) return parseForms(text);
  return text;
}

/** Facts: the first row of an id holds the fact; it and the rows of that id below each hold one claim of a figure. */
function buildFacts(rows: readonly Row[], columns: Columns): BuiltFact[] {
  const facts: BuiltFact[] = [];
  const byId = new Map<string, BuiltFact>();
  for (const row of rows) {
    const id = row.get('id')?.value;
    const isMore = [...row.keys()].every((column) => column === 'id' || isOfFigure(column));
    const known = isMore && id !== undefined ? byId.get(id) : undefined;
    const fact = known ?? startFact(row, columns);
    if (!known) facts.push(fact);
    if (id !== undefined && !byId.has(id)) byId.set(id, fact);
    if ([...row.keys()].some(isOfFigure)) addClaim(fact, row, columns);
  }
  return facts;
}

function startFact(row: Row, columns: Columns): BuiltFact {
  const { value, cells } = buildObject(row, columns, (column) => !isOfFigure(column));
  return { value, cells: new Map(cells) };
}

function addClaim(fact: BuiltFact, row: Row, columns: Columns): void {
  fact.value.figures ??= [];
  const figures = fact.value.figures as Record<string, unknown>[];
  const quantity = row.get('quantity')?.value ?? figures.at(-1)?.quantity;
  let index = figures.findIndex((figure) => figure.quantity === quantity);
  if (index < 0) {
    index = figures.length;
    const built = buildObject(row, columns, (column) => isOfFigure(column) && !isOfClaim(column));
    figures.push({ ...built.value, claims: [] });
    for (const [key, cell] of built.cells) fact.cells.set(`figures.${index}.${key}`, cell);
  }
  const claims = figures[index]!.claims as Record<string, string>[];
  const claim: Record<string, string> = {};
  for (const [column, key] of Object.entries(CLAIM)) {
    const cell = row.get(column);
    if (!cell) continue;
    claim[key] = cell.value;
    fact.cells.set(`figures.${index}.claims.${claims.length}.${key}`, cell);
  }
  const first = row.get('id') ?? firstCell(row);
  if (first) fact.cells.set(`figures.${index}.claims.${claims.length}`, first);
  claims.push(claim);
}

function firstCell(row: Row): Cell | undefined {
  return row.values().next().value;
}

function objectIn(value: Record<string, unknown>, name: string): Record<string, unknown> {
  const there = Object.hasOwn(value, name) ? value[name] : undefined;
  if (typeof there === 'object' && there !== null) return there as Record<string, unknown>;
  const made = {};
  setOwn(value, name, made);
  return made;
}

/** Sets a key as data, whatever its name: `__proto__` too. */
function setOwn(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
}
