import { isDeepStrictEqual as isEqual } from 'node:util';
import { parseTable } from '../read/csv.ts';
import { parseStructured } from '../read/structured.ts';
import { formatRow, PLAIN_CSV } from '../write/csv.ts';
import { addRow, removeRow, setCells } from '../write/edit-csv.ts';
import { addItem, formatStructured, removeItem, setKeys } from '../write/edit-structured.ts';
import { type Edit, type Merging, mergeValues, type Prefer, type Value } from './three-way.ts';

/** More edits than this, and a file is written anew: each edit reads the whole text. */
const MOST_EDITS = 200;

/** One data file of an appeal in three versions; undefined where there is none. */
interface ThreeTexts {
  readonly base: string | undefined;
  readonly mine: string;
  readonly theirs: string;
}

/** The text that both versions become, in one's own lines and with one's own comments as far as that goes. */
interface MergedText extends Omit<Merging, 'value' | 'edits'> {
  readonly text: string;
}

/** True for files that are merged value by value; others only as a whole. */
export function isData(name: string): boolean {
  return /\.(?:csv|json|ya?ml)$/i.test(name);
}

/** Merges a data file; `name` tells what it is. Throws ProblemError where one of the versions can't be read. */
export function mergeText(name: string, { base, mine, theirs }: ThreeTexts, prefer: Prefer): MergedText {
  const readValue = (text: string | undefined) => (text === undefined ? undefined : parse(name, text));
  const [from, own, other] = [base, mine, theirs].map(readValue);
  const { value, edits, changes, conflicts } = mergeValues(from, own, other, prefer);
  const told = { changes, conflicts };
  if (edits.length === 0) return { ...told, text: mine };
  if (base === mine) return { ...told, text: theirs };
  const text = edits.length > MOST_EDITS ? undefined : attempt(() => apply(name, mine, edits));
  const isRight =
    text !== undefined &&
    isEqual(
      attempt(() => readValue(text)),
      value,
    );
  return { ...told, text: isRight ? text : format(name, value, mine) };
}

function parse(name: string, text: string): Value {
  const source = { file: name, text, sha256: '' };
  if (!/\.csv$/i.test(name)) return withoutGaps(parseStructured(source).data) ?? {};
  return parseTable(source).rows.map((row) =>
    Object.fromEntries([...row].map(([column, { value }]) => [column, value])),
  );
}

/** Keys without a value are none. */
function withoutGaps(data: unknown): Value | undefined {
  if (Array.isArray(data)) return data.flatMap((item) => withoutGaps(item) ?? []);
  if (typeof data !== 'object' || data === null) return (data as Value | null) ?? undefined;
  const entries = Object.entries(data).map(([key, value]) => [key, withoutGaps(value)] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, Value] => entry[1] !== undefined));
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function apply(name: string, text: string, edits: readonly Edit[]): string {
  return /\.csv$/i.test(name) ? applyToTable(text, edits) : applyToStructured(text, edits);
}

/** From the last row up: the lines of those above stay what they are. */
function applyToTable(text: string, edits: readonly Edit[]): string {
  const { rows } = parseTable({ file: 'table.csv', text, sha256: '' });
  const lineOf = (row: number) => [...rows[row]!.values()][0]!.at.line!;
  const rowOf = (edit: Edit) => (edit.does === 'add' ? edit.below : Number(edit.way[0])) ?? rows.length;
  const inOrder = edits
    .map((edit, i) => ({ edit, i, row: rowOf(edit) }))
    .sort((a, b) => b.row - a.row || rank(a.edit) - rank(b.edit) || (a.edit.does === 'add' ? b.i - a.i : 0));
  return inOrder.reduce((out, { edit, row }) => {
    if (edit.does === 'add') {
      const cells = edit.item as Readonly<Record<string, string>>;
      return addRow(out, cells, edit.below === undefined ? undefined : lineOf(row));
    }
    if (edit.way.length === 1) return removeRow(out, lineOf(row));
    return setCells(out, lineOf(row), {
      [String(edit.way[1])]: edit.does === 'set' ? (edit.value as string) : '',
    });
  }, text);
}

/** What is set first, then what comes in, and last, from the end, what goes. */
function applyToStructured(text: string, edits: readonly Edit[]): string {
  const inOrder = [...edits].sort((a, b) => rank(b) - rank(a) || (rank(a) === 0 ? compareWays(b, a) : 0));
  return inOrder.reduce((out, edit) => {
    const { way } = edit;
    if (edit.does === 'add') return addItem(out, way, edit.item);
    const [parent, last] = [way.slice(0, -1), way.at(-1)!];
    if (typeof last === 'number') {
      if (edit.does === 'remove') return removeItem(out, parent, last);
      throw new Error('an item is set by its keys');
    }
    return setKeys(out, parent, { [last]: edit.does === 'set' ? edit.value : undefined });
  }, text);
}

function rank({ does, way }: Edit): number {
  if (does === 'add') return 1;
  return does === 'remove' && typeof way.at(-1) === 'number' ? 0 : 2;
}

function compareWays(a: Edit, b: Edit): number {
  for (const [i, step] of a.way.entries()) {
    const other = b.way[i];
    if (other === undefined) return 1;
    if (step === other) continue;
    return typeof step === 'number' && typeof other === 'number' ? step - other : 0;
  }
  return -1;
}

/** The whole file anew, where it can't be edited. */
function format(name: string, value: Value | undefined, mine: string): string {
  if (!/\.csv$/i.test(name)) return formatStructured(value ?? {}, /\.json$/i.test(name));
  const rows = (value ?? []) as readonly Readonly<Record<string, string>>[];
  const { header, delimiter } = parseTable({ file: name, text: mine, sha256: '' });
  const columns = [...new Set([...header.map((cell) => cell.value), ...rows.flatMap(Object.keys)])];
  const style = { ...PLAIN_CSV, delimiter };
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((row) => formatRow(row, style))
    .join('');
}
