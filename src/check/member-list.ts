import { basename } from 'node:path';
import { shortened } from '../model/shortened.ts';
import type { Problem } from '../problems.ts';
import type { SenderChunk, SenderFile } from '../read/senders.ts';
import { finding, phrase } from '../wordings.ts';
import { type MemberField, memberFieldOf } from './member-columns.ts';
import { columnOfNumber } from './number-forms.ts';

/** Says where the first number stands that is read as its digits. */
export function tellNumber({ rows, locate }: SenderChunk, map: ReadonlyMap<string, MemberField>): Problem[] {
  for (const [index, { cells }] of rows.entries()) {
    const column = columnOfNumber(cells, map);
    if (column !== undefined)
      return [finding('notice', 'bad-postal-code/number', {}, { at: locate([index, column]) })];
  }
  return [];
}

/** Errors of `--map` where the list has no such column; its own are not told, as they may be a row of somebody's. */
export function checkNamed({ file, columns }: SenderFile, said: ReadonlyMap<string, MemberField>): Problem[] {
  if (columns.length === 0) return [];
  return [...said]
    .filter(([column]) => !columns.includes(column))
    .map(([column, field]) =>
      finding(
        'error',
        'unknown-key/no-column',
        { column: JSON.stringify(column), field },
        { at: { file, line: 1 } },
      ),
    );
}

/** Says which columns are read as somebody said earlier. */
export function tellKept({ file }: SenderFile, kept: readonly (readonly [string, MemberField])[]): Problem[] {
  if (kept.length === 0) return [];
  const names = kept.map(([column, field]) => `${field}=${column}`).join(', ');
  const at = { file, line: 1 };
  return [finding('notice', 'unknown-key/kept', { names, file: `${basename(file)}.columns.json` }, { at })];
}

/**
 * Says which columns of a table aren't used: loudly where nothing tells where its people live. Their names are told
 * where others are understood; else they have their number alone, as the first line of a list without a head is
 * somebody's.
 */
export function checkColumns(
  { file, columns }: SenderFile,
  map: ReadonlyMap<string, MemberField>,
): Problem[] {
  // Cards have no columns but those that handbill gives them.
  if (isCards(file)) return [];
  const unused = columns.flatMap((column, i) => (map.has(column) || WRITTEN.includes(column) ? [] : [i + 1]));
  if (unused.length === 0) return [];
  const fields = new Set(map.values());
  const isWhole = (['street', 'city', 'postalCity'] as const).some((field) => fields.has(field));
  const isHead = columns.filter((column) => memberFieldOf(column) !== undefined).length > 1;
  const shown = unused.map((n) => shortened(columns[n - 1]!.replace(/\s+/g, ' '), 30)).join(', ');
  const numbers = `${unused.join(', ')}${isHead ? ` (${shown})` : ''}`;
  const names =
    unused.length === 1 ? phrase('column-number', { n: numbers }) : phrase('column-numbers', { n: numbers });
  return [
    finding(
      isWhole || columns.length < 4 ? 'notice' : 'warning',
      isWhole ? 'unknown-key/unused' : 'unknown-key/nowhere',
      { names },
      { at: { file, line: 1 } },
    ),
  ];
}

/** Columns that the list of rows left out has besides those of the list itself. */
const WRITTEN = ['line', 'what', 'value', 'reason'];

/** True for a file of vCards. */
export const isCards = (file: string) => /\.vcf$/i.test(file);
