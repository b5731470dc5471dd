import { textOfFormula } from '../model/formula.ts';
import { formatLimit, LIMITS } from '../model/limits.ts';
import { withoutUnseen } from '../model/unseen.ts';
import type { Told } from '../problems.ts';
import { phrase } from '../wordings.ts';
import type { ForeignRow } from './foreign.ts';
import { problem } from './source.ts';

/** True for the name of a column that is understood. */
export type IsKnown = (name: string) => boolean;

/** Rows at the top of a list that may hold the names of its columns: a title or a date often stands above them. */
export const HEAD_ROWS = 20;

/** Which of the first rows names the columns: that with most names that are known, else the first that isn't empty. */
export function findHead(rows: readonly (readonly string[])[], isKnown: IsKnown): number {
  const scores = rows.map((cells) => knownIn(cells, isKnown));
  const best = Math.max(0, ...scores);
  // One name may be a title that happens to be one.
  if (best > 1) return scores.indexOf(best);
  return Math.max(
    0,
    rows.findIndex((cells) => cells.some((cell) => cell.trim() !== '')),
  );
}

/** How many names of a row are known. */
export function knownIn(cells: readonly string[], isKnown: IsKnown): number {
  return cells.filter((cell) => cell.trim() !== '' && isKnown(cell.trim())).length;
}

/** Throws ProblemError where there are more columns than are read. */
export function holdColumns(cells: readonly string[], file: string): void {
  if (cells.length <= LIMITS.columns) return;
  throw problem('too-large/contact-columns', file, { most: formatLimit(LIMITS.columns) });
}

/** Each name once: a second "Telefon" is "Telefon 2". A column without a name stays without. */
export function columnNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((cell) => {
    const name = withoutUnseen(cell).trim();
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return name === '' || count === 1 ? name : `${name} ${count}`;
  });
}

/** What programs write into a cell that holds nothing, or whose formula failed. "NA" is Namibia, and Null a name. */
const NOTHING = /^(?:NULL|\(null\)|N\/A|n\/a|NaN|undefined|#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!))$/;

/** The cells of a row by the names of their columns. */
export function rowOf(line: number, record: readonly string[], columns: readonly string[]): ForeignRow {
  const cells = new Map<string, string>();
  let broken: Told | undefined;
  for (const [i, cell] of record.entries()) {
    const value = textOfFormula(withoutUnseen(cell).trim());
    if (value === '' || NOTHING.test(value)) continue;
    const column = columns[i];
    if (column) cells.set(column, value);
    else {
      cells.set(`column ${i + 1}`, value);
      broken = phrase('row-unnamed', { n: i + 1 });
    }
  }
  return { line, cells, broken };
}
