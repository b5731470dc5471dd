import { CONTACT_FIELDS, type Contact } from '../model/contact.ts';
import { formatRows } from './csv.ts';

/** Cells of a contact by column: lists with `;` between, `organisation.en` for names per language. */
export function contactCells(contact: Contact): Map<string, string> {
  const cells = new Map<string, string>();
  for (const [field, value] of Object.entries(contact)) {
    if (value === undefined) continue;
    if (typeof value === 'string' || typeof value === 'boolean') cells.set(field, String(value));
    else if (Array.isArray(value)) cells.set(field, value.join(';'));
    else {
      for (const [key, inner] of Object.entries(value)) {
        if (inner !== undefined) cells.set(`${field}.${key}`, typeof inner === 'string' ? inner : inner.text);
      }
    }
  }
  return cells;
}

const PLACES = new Map<string, number>(CONTACT_FIELDS.map((field, i) => [field, i]));

/** Columns that a contact has cells for. */
export function contactColumns(contact: Contact): string[] {
  return Object.entries(contact).flatMap(([field, value]) => {
    if (value === undefined) return [];
    return typeof value !== 'object' || Array.isArray(value)
      ? field
      : Object.keys(value).map((key) => `${field}.${key}`);
  });
}

/** Columns in the order of a new file; names of the organisation per language follow `organisation`. */
export function sortColumns(columns: Iterable<string>): string[] {
  const place = (column: string) =>
    PLACES.get(column) ?? (PLACES.get(column.split('.')[0]!) ?? PLACES.size) + 0.5;
  return [...columns].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

/** Contacts as a CSV file; columns in `always` are there even if none of them fills them. */
export function formatContacts(contacts: readonly Contact[], always: readonly string[] = []): string {
  const rows = contacts.map(contactCells);
  const columns = sortColumns(new Set([...always, ...rows.flatMap((row) => [...row.keys()])]));
  return formatRows([columns, ...rows.map((row) => columns.map((column) => row.get(column) ?? ''))]);
}
