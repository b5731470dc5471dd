import { rearmCell } from '../model/formula.ts';
import { parseForms } from '../model/texts.ts';
import type { Position } from '../problems.ts';
import type { Cell, Table } from './csv.ts';
import type { LocatedFile, Path, SourceText } from './source.ts';

type Row = ReadonlyMap<string, Cell>;

/** Columns whose cells hold several values with `;` between them. */
const LISTS = new Set([
  'sources',
  'concerns',
  'roles',
  'prints',
  'accredited',
  'languages',
  'phone',
  'fax',
  'email',
  'addressLines',
  'addressLatin',
]);
const BOOLEANS = new Set(['example', 'own']);
/** Columns of facts.csv that make up a figure, and those that make up one claim of it. */
const CLAIM: Readonly<Record<string, string>> = {
  value: 'value',
  qualifier: 'qualifier',
  voice: 'voice',
  saidOn: 'asOf',
  saidIn: 'source',
  note: 'note',
};

/** Values and where each of them stands. */
interface Built {
  readonly value: Record<string, unknown>;
  readonly cells: ReadonlyMap<string, Cell>;
}

/** A fact, to which later rows may add. */
interface BuiltFact extends Built {
  readonly cells: Map<string, Cell>;
}

/** A table as a located list of objects; `text.en` becomes `text: {en}`. In facts, rows of the same id add claims. */
export function locateTable(
  source: SourceText,
  table: Table,
  part: 'facts' | 'contacts' | 'events' | 'corrections',
): LocatedFile {
  const items = part === 'facts' ? buildFacts(table.rows) : table.rows.map((row) => buildObject(row));
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
function buildObject(row: Row, takes?: (column: string) => boolean): Built {
  const value: Record<string, unknown> = {};
  const cells = takes ? new Map([...row].filter(([column]) => takes(column))) : row;
  for (const [column, cell] of cells) {
    const [name = '', ...rest] = column.split('.');
    if (rest.length > 1 && isWordingPart(rest.at(-1)!))
      setWordingPart(objectIn(value, name), rest, cell.value);
    else if (rest.length > 0) setOwn(objectIn(value, name), rest.join('.'), cellValue(name, cell.value));
    else setOwn(value, name, cellValue(name, cell.value));
  }
  return { value, cells };
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

function cellValue(column: string, cell: string): unknown {
  const text = rearmCell(cell);
  if (LISTS.has(column))
    return text
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  if (BOOLEANS.has(column) && /^(true|false|yes|no)$/i.test(text)) return /^(true|yes)$/i.test(text);
  if (column === 'unit') return parseForms(text);
  return text;
}

/** Facts: the first row of an id holds the fact; it and the rows of that id below each hold one claim of a figure. */
function buildFacts(rows: readonly Row[]): BuiltFact[] {
  const facts: BuiltFact[] = [];
  const byId = new Map<string, BuiltFact>();
  const isFigure = (column: string) => column in CLAIM || /^(quantity|prints|unit(\..*)?)$/.test(column);
  for (const row of rows) {
    const id = row.get('id')?.value;
    const isMore = [...row.keys()].every((column) => column === 'id' || isFigure(column));
    const known = isMore && id !== undefined ? byId.get(id) : undefined;
    const fact = known ?? startFact(row, isFigure);
    if (!known) facts.push(fact);
    if (id !== undefined && !byId.has(id)) byId.set(id, fact);
    if ([...row.keys()].some(isFigure)) addClaim(fact, row, isFigure);
  }
  return facts;
}

function startFact(row: Row, isFigure: (column: string) => boolean): BuiltFact {
  const { value, cells } = buildObject(row, (column) => !isFigure(column));
  return { value, cells: new Map(cells) };
}

function addClaim(fact: BuiltFact, row: Row, isFigure: (column: string) => boolean): void {
  fact.value.figures ??= [];
  const figures = fact.value.figures as Record<string, unknown>[];
  const quantity = row.get('quantity')?.value ?? figures.at(-1)?.quantity;
  let index = figures.findIndex((figure) => figure.quantity === quantity);
  if (index < 0) {
    index = figures.length;
    const built = buildObject(row, (column) => isFigure(column) && !(column in CLAIM));
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
