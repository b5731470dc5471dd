import type { Contact } from '../model/contact.ts';
import { disarmCell } from '../model/formula.ts';
import { contactCells, contactColumns, sortColumns } from '../write/contacts.ts';
import { formatRow, joinCells } from '../write/csv.ts';
import type { ExistingContacts } from './existing.ts';
import type { Gathering } from './gathering.ts';

/** Cells of one contact by column. */
type Cells = ReadonlyMap<string, string>;

/** The contacts file anew, row by row: rows that nobody changed as they were, then the new ones. */
export function* formatContacts(existing: ExistingContacts, gathering: Gathering): Generator<string> {
  const columns = new Set(existing.columns);
  const needed = new Set(gathering.columns());
  const contacts = gathering.existing();
  for (const { now, before } of contacts) {
    if (now !== before) for (const column of contactColumns(now)) needed.add(column);
  }
  const all = [...columns, ...sortColumns(needed).filter((column) => !columns.has(column))];
  const inOrder = (cells: Cells) => all.map((column) => cells.get(column) ?? '');
  yield formatRow(all, existing.style);
  for (const [i, { now, before }] of contacts.entries()) {
    const row = existing.rows[i]!;
    const written = new Map(existing.columns.map((column, at) => [column, row[at]!]));
    yield joinCells(inOrder(changedCells(written, before, now)), existing.style);
  }
  for (const contact of gathering.added()) yield formatRow(inOrder(contactCells(contact)), existing.style);
}

/** The cells of a row as they were written, and those of the fields that changed. */
function changedCells(written: Cells, before: Contact, now: Contact): Cells {
  if (now === before) return written;
  const cells = new Map(written);
  const [old, fresh] = [contactCells(before), contactCells(now)];
  for (const column of new Set([...old.keys(), ...fresh.keys()])) {
    const value = fresh.get(column);
    if (value === old.get(column)) continue;
    if (value === undefined) cells.delete(column);
    else cells.set(column, disarmCell(value));
  }
  return cells;
}
