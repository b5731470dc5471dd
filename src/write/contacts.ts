import type { Contact } from '../model/contact.ts';
import { formatRows } from './csv.ts';

/** Columns of contacts.csv in the order of a new file; names of the organisation per language follow `organisation`. */
const COLUMNS = [
  'id',
  'kind',
  'organisation',
  'represents',
  'accredited',
  'office',
  'holder',
  'gender',
  'street',
  'postalCode',
  'city',
  'region',
  'country',
  'addressLines',
  'phone',
  'fax',
  'email',
  'website',
  'form',
  'languages',
  'wikidata',
  'source',
  'seen',
  'verified.on',
  'verified.by',
  'verified.how',
  'defunct',
  'notes',
];

/** Cells of a contact by column: lists with `;` between, `organisation.en` for names per language. */
export function contactCells(contact: Contact): Map<string, string> {
  const cells = new Map<string, string>();
  for (const [field, value] of Object.entries(contact)) {
    if (value === undefined) continue;
    if (typeof value === 'string') cells.set(field, value);
    else if (Array.isArray(value)) cells.set(field, value.join(';'));
    else {
      for (const [key, inner] of Object.entries(value)) {
        if (inner !== undefined) cells.set(`${field}.${key}`, typeof inner === 'string' ? inner : inner.text);
      }
    }
  }
  return cells;
}

/** Columns in the order of a new file. */
export function sortColumns(columns: Iterable<string>): string[] {
  const place = (column: string) => {
    const known = COLUMNS.indexOf(column);
    return known >= 0 ? known : COLUMNS.indexOf(column.split('.')[0]!) + 0.5;
  };
  return [...columns].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

/** Contacts as a CSV file. */
export function formatContacts(contacts: readonly Contact[]): string {
  const rows = contacts.map(contactCells);
  const columns = sortColumns(new Set(rows.flatMap((row) => [...row.keys()])));
  return formatRows([columns, ...rows.map((row) => columns.map((column) => row.get(column) ?? ''))]);
}
