import { isPartColumn, ownColumns, TABLE_PARTS, type TablePart } from '../model/part-columns.ts';
import type { SaidOfParts } from '../read/appeal.ts';
import { isEncoding } from '../read/encoding.ts';
import { suggestFrom, UsageError } from './usage.ts';

/** Checks the name of an encoding; throws UsageError where there is none such. */
export function checkEncoding(name: string): void {
  if (isEncoding(name)) return;
  throw new UsageError(`--encoding: there is no ${JSON.stringify(name)}. Try windows-1251 or utf-8.`);
}

/** `field=value` pairs of an option; throws UsageError where the field isn't known. */
export function fieldPairs<Field extends string>(
  option: string,
  given: readonly string[] | undefined,
  fields: readonly Field[],
  isField = (name: string): name is Field => (fields as readonly string[]).includes(name),
): (readonly [Field, string])[] {
  return (given ?? []).map((pair) => {
    const [name = '', ...rest] = pair.split('=');
    const [field, value] = [name.trim(), rest.join('=').trim()];
    if (!isField(field)) {
      throw new UsageError(
        `${option}: there is no field ${JSON.stringify(name)}. ${suggestFrom(name, fields)}`.trim(),
      );
    }
    if (value === '') throw new UsageError(`${option}: expected ${field}=…, found ${JSON.stringify(pair)}.`);
    return [field, value] as const;
  });
}

/** What `--map` says: of the list of those who sign, and of the tables of the appeal. */
interface SaidOfLists {
  /** Pairs of the list. */
  readonly list: readonly string[];
  /** The sheet that the list is. */
  readonly sheet?: string | undefined;
  readonly parts: SaidOfParts;
}

/** Parts `--map`: `name=COLUMN` and `sheet=NAME` tell of a list, `facts.date=COLUMN` and `facts.sheet=NAME` of a table. */
export function partMap(map: readonly string[] | undefined): SaidOfLists {
  const list: string[] = [];
  let sheet: string | undefined;
  const parts: Partial<Record<TablePart, { columns: Map<string, string>; sheet?: string }>> = {};
  for (const pair of map ?? []) {
    const [, part, rest] = /^\s*([a-z]+)\.(.+)$/.exec(pair.split('=')[0]!) ?? [];
    const table = TABLE_PARTS.find((name) => name === part);
    if (table === undefined) {
      if (/^\s*sheet\s*=/.test(pair))
        [[, sheet]] = fieldPairs('--map', [pair], ['sheet']) as [[string, string]];
      else list.push(pair);
      continue;
    }
    const fields = ['sheet', ...ownColumns(table)];
    const isField = (name: string): name is string => name === 'sheet' || isPartColumn(table, name);
    const value = pair.slice(pair.indexOf('='));
    const [[field, column]] = fieldPairs('--map', [`${rest}${value}`], fields, isField) as [[string, string]];
    const said: { columns: Map<string, string>; sheet?: string } = parts[table] ?? { columns: new Map() };
    parts[table] = said;
    if (field === 'sheet') said.sheet = column;
    else said.columns.set(column, field);
  }
  return { list, sheet, parts };
}
