import { basename, dirname, join } from 'node:path';
import type { DraftContact } from '../check/foreign-contact.ts';
import { hasLost } from '../check/hidden.ts';
import type { Difference } from '../check/merge-contact.ts';
import type { Contact } from '../model/contact.ts';
import { type Problem, ProblemError } from '../problems.ts';
import type { ForeignRow } from '../read/foreign.ts';
import { finding } from '../wordings.ts';
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

async function readSource(
  source: ImportSource,
  { wants }: ImportOptions,
  gathering: Gathering,
  rejected: RejectedFile,
  result: ImportResult,
): Promise<void> {
  const { file } = source.list;
  const origin = `imported from ${basename(file)}`;
  let formulas = 0;
  let lost = 0;
  let firstLost = 0;
  let first: { line: number; column: string; value: string } | undefined;
  let firstNumber: number | undefined;
  const readBefore = result.read;
  for await (const row of source.list.rows()) {
    const { line } = row;
    result.read += 1;
    const understood = source.understand(row);
    if (understood.rejected !== undefined) {
      result.rejected += 1;
      rejected.add({ line, what: 'row', value: '', reason: understood.rejected }, row.cells);
      continue;
    }
    if (isGarbled(row, understood.draft)) {
      lost += 1;
      firstLost ||= line;
      result.rejected += 1;
      rejected.add({ line, what: 'row', value: '', reason: GARBLED }, row.cells);
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
    if (source.hasNumber(row)) firstNumber ??= line;
    for (const [column, value] of source.formulas(row)) {
      formulas += 1;
      first ??= { line, column, value };
    }
    const { contact, isNew, kept } = gathering.add(understood.draft, origin);
    if (isNew) result.imported += 1;
    else result.merged += 1;
    for (const difference of kept) {
      if (result.differences.length < MAX_DIFFERENCES) {
        result.differences.push({ id: contact.id, ...difference, file, line });
      }
    }
  }
  if (result.read === readBefore)
    throw new ProblemError([finding('error', 'csv-empty/rows', {}, { at: { file, line: 1 } })]);
  if (firstNumber !== undefined)
    result.problems.push(
      finding('notice', 'bad-postal-code/number', {}, { at: { file, line: firstNumber } }),
    );
  if (lost > 0) {
    const at = { file, line: firstLost };
    result.problems.push(
      lost === 1
        ? finding('warning', 'lost-character/row', {}, { at })
        : finding('warning', 'lost-character/rows', { n: lost }, { at }),
    );
  }
  if (first) {
    const { line, column, value } = first;
    const values = { n: formulas, column, value: JSON.stringify(value) };
    const wording = formulas === 1 ? 'formula' : 'formula/cells';
    result.problems.push(finding('warning', wording, values, { at: { file, line } }));
  }
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
