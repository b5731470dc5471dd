import type { LocatedFile } from '../read/source.ts';
import { type RowChange, setRows } from '../write/edit-csv.ts';
import { type Setting, setAll } from '../write/edit-structured.ts';
import { isCsv } from './keep-correction.ts';

interface Changes {
  readonly file: LocatedFile;
  readonly settings: Setting[];
  readonly rows: RowChange[];
}

/** What comes to be set in data files, by rows or by ways into them: each file is read once, however much it is. */
export class FileChanges {
  readonly #files = new Map<string, Changes>();

  /** The changes of a file, of which parts of an appeal may share one: rows of a table, settings of JSON or YAML. */
  of(file: LocatedFile): Changes {
    const changes = this.#files.get(file.file) ?? { file, settings: [], rows: [] };
    this.#files.set(file.file, changes);
    return changes;
  }

  /** The new texts of the files, by path. */
  texts(): Map<string, string> {
    return new Map(
      [...this.#files.values()].map(({ file, settings, rows }) => [
        file.file,
        isCsv(file) ? setRows(file.text, rows) : setAll(file.text, settings),
      ]),
    );
  }
}
