import { join } from 'node:path';
import type { AppealFiles, Part } from '../read/appeal.ts';
import type { LocatedFile } from '../read/source.ts';
import { formatRows } from '../write/csv.ts';
import { addRow } from '../write/edit-csv.ts';
import { addItem, type Item } from '../write/edit-structured.ts';
import { isCsv } from './keep-correction.ts';

type Record = { readonly [key: string]: Item };

/** New texts of an appeal's files, by path: what is added stands at the end, and all else stays as it was. */
export class Additions {
  readonly texts = new Map<string, string>();
  readonly #files: AppealFiles;
  constructor(files: AppealFiles) {
    this.#files = files;
  }

  /** Adds to a list of the head: `demands`, `sources`. */
  toHead(list: string, item: Item): void {
    this.change(this.#files.head, (text) => addItem(text, [list], item));
  }

  /** Adds to a part, wherever it stands: in its file, in the head, or in a new file of the folder. */
  toPart(part: Exclude<Part, 'corrections'>, item: Record, rows: readonly Record[] = [item]): void {
    const { head, folder } = this.#files;
    const file = this.#files[part];
    const isInHead = typeof head.data === 'object' && Object.hasOwn(head.data ?? {}, part);
    if (file === undefined && (isInHead || folder === undefined)) {
      this.toHead(part, item);
      return;
    }
    if (file !== undefined && !isCsv(file)) {
      this.change(file, (text) => addItem(text, [], item));
      return;
    }
    const cells = rows.map(flatten);
    const path = file?.file ?? join(folder!, `${part}.csv`);
    const columns = [...new Set(cells.flatMap((row) => Object.keys(row)))];
    const text = this.texts.get(path) ?? file?.text ?? formatRows([columns]);
    this.texts.set(
      path,
      cells.reduce((made, row) => addRow(made, row), text),
    );
  }

  /** Changes the text of a file, after what was changed in it before. */
  change({ file, text }: LocatedFile, by: (text: string) => string): void {
    this.texts.set(file, by(this.texts.get(file) ?? text));
  }
}

/** A record as cells of a row: `text.en`, lists with `;` between. */
function flatten(record: Record): { [column: string]: string } {
  const cells = Object.entries(record).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'string') return [[key, value]];
    if (Array.isArray(value)) return [[key, value.join(';')]];
    return Object.entries(flatten(value as Record)).map(([inner, text]) => [`${key}.${inner}`, text]);
  });
  return Object.fromEntries(cells);
}
