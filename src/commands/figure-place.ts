import type { Fact } from '../model/appeal.ts';
import type { Figure } from '../model/figure.ts';
import type { AppealFiles } from '../read/appeal.ts';
import { addRow, setCells } from '../write/edit-csv.ts';
import { addItem, setKeys } from '../write/edit-structured.ts';
import type { Additions } from './append.ts';
import { isCsv } from './keep-correction.ts';

/** What is told of one number: who says it, since when, where that can be read. */
export interface NewClaim {
  readonly value: string;
  readonly voice?: string | undefined;
  readonly saidOn?: string | undefined;
  readonly source: string;
}

/** Where the figures of a fact stand: in rows of a table, or in a list of the fact. */
export class FigurePlace {
  readonly #fact: Fact;
  readonly #file: NonNullable<AppealFiles['facts']>;
  readonly #path: (string | number)[];
  readonly #additions: Additions;
  constructor(fact: Fact, files: AppealFiles, additions: Additions) {
    const file = files.facts ?? files.head;
    const list = (files.facts ? file.data : (file.data as { facts: unknown }).facts) as { id: string }[];
    const at = list.findIndex(({ id }) => id === fact.id);
    this.#fact = fact;
    this.#file = file;
    this.#path = files.facts ? [at] : ['facts', at];
    this.#additions = additions;
  }

  /** Several voices make a fact disputed, if nothing else is said of it. */
  setStatus(): void {
    if (this.#fact.status === 'reported') this.#set({ status: 'disputed' });
  }

  addFigure(
    { quantity, unit, claims }: { quantity: string; unit: string; claims: readonly NewClaim[] },
    text: string,
    language: string,
  ): void {
    if (!isCsv(this.#file)) {
      this.#additions.change(this.#file, (before) =>
        addItem(setKeys(before, [...this.#path, 'text'], { [language]: text }), [...this.#path, 'figures'], {
          quantity,
          unit: { [language]: unit },
          claims: claims.map(wholeOf),
        }),
      );
      return;
    }
    this.#set({ [`text.${language}`]: text });
    const [first, ...others] = claims.map((claim, i) => ({
      quantity,
      ...(i === 0 ? { [`unit.${language}`]: unit } : {}),
      ...cellsOf(claim),
    }));
    const last = this.#fact.figures.at(-1);
    if (last) this.#addRows(this.#endOf(this.#fact.figures.length - 1), [first!, ...others]);
    else {
      this.#set(first!);
      this.#addRows(this.#line(), others);
    }
  }

  /** What others say is added to a figure; its first claim needs a voice then. */
  addClaims(figure: Figure, claims: readonly NewClaim[], voice: string | undefined): void {
    const f = this.#fact.figures.indexOf(figure);
    const own = [...this.#path, 'figures', f, 'claims'];
    if (isCsv(this.#file)) {
      const { line = 1 } = this.#file.locate([...own, 0]);
      if (voice) this.#additions.change(this.#file, (before) => setCells(before, line, { voice }));
      const rows = claims.map((claim) => ({ quantity: figure.quantity, ...cellsOf(claim) }));
      this.#addRows(this.#endOf(f), rows);
      return;
    }
    this.#additions.change(this.#file, (before) =>
      claims.reduce(
        (made, claim) => addItem(made, own, wholeOf(claim)),
        voice ? setKeys(before, [...own, 0], { voice }) : before,
      ),
    );
  }

  #line(): number {
    return this.#file.locate([...this.#path, 'id']).line ?? 1;
  }

  /** The row of the last claim of a figure. */
  #endOf(f: number): number {
    const last = this.#fact.figures[f]!.claims.length - 1;
    return this.#file.locate([...this.#path, 'figures', f, 'claims', last]).line ?? this.#line();
  }

  #set(values: Readonly<Record<string, string>>): void {
    this.#additions.change(this.#file, (before) =>
      isCsv(this.#file) ? setCells(before, this.#line(), values) : setKeys(before, this.#path, values),
    );
  }

  /** Rows one below the other; the last is added first, as each takes its place right below the line. */
  #addRows(line: number, rows: readonly Readonly<Record<string, string>>[]): void {
    for (const row of rows.toReversed())
      this.#additions.change(this.#file, (before) => addRow(before, { id: this.#fact.id, ...row }, line));
  }
}

function cellsOf({ value, voice, saidOn, source }: NewClaim): Record<string, string> {
  return { value, ...(voice ? { voice } : {}), ...(saidOn ? { saidOn } : {}), saidIn: source };
}

function wholeOf({ value, voice, saidOn, source }: NewClaim) {
  return { value, ...(voice ? { voice } : {}), ...(saidOn ? { asOf: saidOn } : {}), source };
}
