import { visitCells } from '../model/csv-cells.ts';
import { formatLimit, LIMITS } from '../model/limits.ts';
import type { Position, Told } from '../problems.ts';
import { phrase } from '../wordings.ts';
import { problem } from './source.ts';

/** Where the cells of a table begin. */
export class CellPlaces {
  readonly #file: string;
  /** Offset of each line, and of each cell, in the text. */
  readonly #lines = new Offsets();
  readonly #cells = new Offsets();
  /** Number of each row's first cell. */
  readonly #rows = new Offsets();

  /** Throws ProblemError where there are more of them than are read. */
  constructor(file: string, text: string, delimiter: string) {
    this.#file = file;
    const hold = (found: number, most: number, what: Told) => {
      if (found <= most) return;
      throw problem('too-large/table', file, { most: formatLimit(most), what });
    };
    visitCells(text, delimiter, {
      line: (start) => this.#lines.add(start),
      row: (start) => {
        this.#holdRow(start);
        hold(this.#cells.length - (this.#rows.last() ?? 0), LIMITS.columns, phrase('columns', {}));
        this.#rows.add(this.#cells.length);
        hold(this.#rows.length, LIMITS.rows, phrase('rows', {}));
      },
      cell: (start) => {
        this.#cells.add(start);
        hold(this.#cells.length, LIMITS.cells, phrase('cells', {}));
      },
    });
    this.#holdRow(text.length);
    hold(this.#cells.length - this.#rows.last()!, LIMITS.columns, phrase('columns', {}));
  }

  /** Holds the last row, which ends here, to its limit. */
  #holdRow(end: number): void {
    const start = this.#cells.get(this.#rows.last() ?? 0) ?? 0;
    if (end - start <= LIMITS.row) return;
    const line = this.#lines.countTo(start);
    throw problem('too-large/row', this.#file, { line, most: formatLimit(LIMITS.row) });
  }

  /** Place of a cell; of its row where the row has no such cell. */
  at(row: number, index: number): Position {
    const first = this.#rows.get(row);
    if (first === undefined) return { file: this.#file, line: row + 1 };
    const next = this.#rows.get(row + 1) ?? this.#cells.length;
    return this.#position(this.#cells.get(first + index < next ? first + index : first)!);
  }

  /** Place of the last cell. */
  last(): Position {
    return this.#position(this.#cells.last()!);
  }

  #position(offset: number): Position {
    const line = this.#lines.countTo(offset);
    return { file: this.#file, line, column: offset - this.#lines.get(line - 1)! + 1 };
  }
}

/** A growing list of ascending numbers, four bytes each. */
class Offsets {
  #numbers = new Uint32Array(64);
  length = 0;

  add(number: number): void {
    if (this.length === this.#numbers.length) {
      const larger = new Uint32Array(2 * this.length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.length++] = number;
  }

  get(index: number): number | undefined {
    return index < this.length ? this.#numbers[index] : undefined;
  }

  last(): number | undefined {
    return this.get(this.length - 1);
  }

  /** How many of the numbers are no greater than `number`. */
  countTo(number: number): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#numbers[middle]! <= number) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
