import { basename, dirname, join } from 'node:path';
import type { DraftContact } from '../check/foreign-contact.ts';
import { hasLost } from '../check/hidden.ts';
import type { Difference } from '../check/merge-contact.ts';
import { append } from '../model/append.ts';
import type { Contact } from '../model/contact.ts';
import type { Problem } from '../problems.ts';
import type { ForeignRow } from '../read/foreign.ts';
import { finding, refusal } from '../wordings.ts';
import type { Publish } from '../write/change.ts';
import type { ExistingContacts } from './existing.ts';
import { Gathering } from './gathering.ts';
import { RejectedFile } from './rejected.ts';
import { formatContacts } from './save.ts';
import type { ImportSource } from './source.ts';

/** What an import does. */
interface ImportOptions {
  readonly sources: readonly ImportSource[];
  /** The contacts file that is written; absolute path, its folder is there. */
  readonly target: string;
  readonly existing: ExistingContacts;
  /** Gives the contacts file its place; undefined where nothing is to be written. */
  readonly publish: Publish | undefined;
  /** Contacts that are wanted; the others count as left out. */
  readonly wants: (draft: DraftContact) => boolean;
}

/** What an import did: `read` is the sum of `imported`, `merged`, `rejected` and `leftOut`. */
export interface ImportResult {
  /** Rows, objects or cards that were read. */
  read: number;
  /** Those that became a contact of their own. */
  imported: number;
  /** Those whose contact was there already, in the contacts file or earlier in the lists. */
  merged: number;
  /** Those that can't be used. */
  rejected: number;
  /** Those that weren't asked for. */
  leftOut: number;
  /** Values that can't be used, of rows that can. */
  values: number;
  /** Contacts of the contacts file that changed. */
  updated: number;
  /** Files that list what couldn't be used. */
  rejectedFiles: string[];
  /** What the contacts file and a list say differently, the first of them; the contacts file stays as it is. */
  differences: (Difference & { readonly id: string; readonly file: string; readonly line: number })[];
  problems: Problem[];
}

const MAX_DIFFERENCES = 1000;

/** Reads lists row by row into a contacts file. Everything is written at the end or nothing. Throws ProblemError. */
export async function importContacts(options: ImportOptions): Promise<ImportResult> {
  const { sources, target, existing, publish } = options;
  const gathering = new Gathering(existing.contacts, dirname(target));
  const result: ImportResult = {
    read: 0,
    imported: 0,
    merged: 0,
    rejected: 0,
    leftOut: 0,
    values: 0,
    updated: 0,
    rejectedFiles: [],
    differences: [],
    problems: [],
  };
  const rejected = sources.map(({ list }) => {
    const name = `${basename(list.file)}.rejected.csv`;
    return new RejectedFile(join(dirname(target), name), list.columns);
  });
  try {
    for (const [i, source] of sources.entries())
      await readSource(source, options, gathering, rejected[i]!, result);
    result.updated = gathering.existing().filter(({ now, before }) => !isSame(now, before)).length;
    if (!publish) for (const file of rejected) file.discard();
    else {
      for (const file of rejected) file.settle();
      if (result.imported + result.updated > 0)
        publish(new Map([[target, formatContacts(existing, gathering)]]), [
          { file: target, sha256: existing.sha256 },
        ]);
      result.rejectedFiles = rejected.flatMap((file) => file.publish() ?? []);
    }
    return result;
  } catch (error) {
    for (const file of rejected) file.discard();
    throw error;
  } finally {
    gathering.close();
  }
}

/** What is told of a list as a whole: rows whose letters were lost, formulas, numbers of a spreadsheet's form. */
class Oddities {
  #formulas = 0;
  #firstFormula: { line: number; column: string; value: string } | undefined;
  #lost = 0;
  #firstLost = 0;
  #firstNumber: number | undefined;
  readonly #source: ImportSource;

  constructor(source: ImportSource) {
    this.#source = source;
  }

  noteLost(line: number): void {
    this.#lost += 1;
    this.#firstLost ||= line;
  }

  noteCells(row: ForeignRow): void {
    const { line } = row;
    if (this.#source.hasNumber(row)) this.#firstNumber ??= line;
    for (const [column, value] of this.#source.formulas(row)) {
      this.#formulas += 1;
      this.#firstFormula ??= { line, column, value };
    }
  }

  problems(): Problem[] {
    const { file } = this.#source.list;
    const told: Problem[] = [];
    if (this.#firstNumber !== undefined)
      told.push(finding('notice', 'bad-postal-code/number', {}, { at: { file, line: this.#firstNumber } }));
    const at = { file, line: this.#firstLost };
    if (this.#lost === 1) told.push(finding('warning', 'lost-character/row', {}, { at }));
    else if (this.#lost > 0) told.push(finding('warning', 'lost-character/rows', { n: this.#lost }, { at }));
    if (this.#firstFormula) {
      const { line, column, value } = this.#firstFormula;
      const values = { n: this.#formulas, column, value: JSON.stringify(value) };
      const wording = this.#formulas === 1 ? 'formula' : 'formula/cells';
      told.push(finding('warning', wording, values, { at: { file, line } }));
    }
    return told;
  }
}

async function readSource(
  source: ImportSource,
  { wants }: ImportOptions,
  gathering: Gathering,
  rejected: RejectedFile,
  result: ImportResult,
): Promise<void> {
  const { file } = source.list;
  const origin = `imported from ${basename(file)}`;
  const oddities = new Oddities(source);
  const readBefore = result.read;
  for await (const row of source.list.rows()) {
    const { line } = row;
    result.read += 1;
    const understood = source.understand(row);
    const isLost = understood.draft !== undefined && isGarbled(row, understood.draft);
    if (isLost) oddities.noteLost(line);
    if (understood.rejected !== undefined || isLost) {
      result.rejected += 1;
      rejected.add({ line, what: 'row', value: '', reason: understood.rejected ?? GARBLED }, row.cells);
      continue;
    }
    if (!wants(understood.draft)) {
      result.leftOut += 1;
      continue;
    }
    for (const { column, value, reason } of understood.left) {
      result.values += 1;
      rejected.add({ line, what: column, value, reason }, row.cells);
    }
    oddities.noteCells(row);
    const { contact, isNew, kept } = gathering.add(understood.draft, origin);
    if (isNew) result.imported += 1;
    else result.merged += 1;
    for (const difference of kept) {
      if (result.differences.length < MAX_DIFFERENCES) {
        result.differences.push({ id: contact.id, ...difference, file, line });
      }
    }
  }
  if (result.read === readBefore) throw refusal('csv-empty/rows', {}, { at: { file, line: 1 } });
  append(result.problems, oddities.problems());
}

/** Why a row in which a letter was lost isn't taken. */
const GARBLED = 'a letter of it was lost: in its place stands the sign U+FFFD';

/** True where a letter was lost in something that is printed. */
function isGarbled({ cells }: ForeignRow, { notes: _, ...draft }: DraftContact): boolean {
  return [...cells.values()].some(hasLost) && hasLost(JSON.stringify(draft));
}

function isSame(a: Contact, b: Contact): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
