import { formatLimit, LIMITS } from '../model/limits.ts';
import type { ProblemError, Told } from '../problems.ts';
import { phrase } from '../wordings.ts';
import { problem } from './source.ts';

/** A row of a sheet: its number as the program shows it, and its cells as text; empty ones are ''. */
interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Why it can't be used: a formula without a result, an error. */
  readonly broken?: Told | undefined;
}

/** One sheet of a spreadsheet; rows without any value are left out. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly SheetRow[];
}

/** Collects the rows of a sheet, and holds them to the limits. */
export class Rows {
  readonly rows: SheetRow[] = [];
  readonly #file: string;
  #cells = 0;
  #characters = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Adds a row; one without values is left out. Throws ProblemError. */
  add(line: number, cells: string[], broken?: Told): void {
    while (cells.at(-1) === '') cells.pop();
    if (cells.length === 0 && broken === undefined) return;
    this.#cells += cells.length;
    this.#hold(cells.length, LIMITS.columns, phrase('columns', {}));
    this.#hold(this.#cells, LIMITS.cells, phrase('cells', {}));
    // A text that is kept once may stand in a million cells.
    const characters = cells.reduce((sum, cell) => sum + cell.length, 0);
    if (characters > LIMITS.row)
      throw problem('too-large/row', this.#file, { line, most: formatLimit(LIMITS.row) });
    this.#characters += characters;
    if (this.#characters > LIMITS.file)
      throw problem('too-large/file', this.#file, { most: formatLimit(LIMITS.file, 'bytes') });
    this.rows.push({ line, cells, broken });
    this.#hold(this.rows.length, LIMITS.rows, phrase('rows', {}));
  }

  #hold(found: number, most: number, what: Told): void {
    if (found <= most) return;
    throw problem('too-large/table', this.#file, { most: formatLimit(most), what });
  }
}

/** What is said where a spreadsheet has no sheet of a name. */
export function noSheet(named: string, sheets: readonly Sheet[], file: string): ProblemError {
  const names = sheets.map(({ name }) => JSON.stringify(name)).join(', ');
  return problem('csv-empty/sheet', file, { named: JSON.stringify(named), names });
}
