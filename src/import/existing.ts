import { existsSync } from 'node:fs';
import { checkFields } from '../check/fields.ts';
import { append } from '../model/append.ts';
import { type Contact, contact as contactSchema } from '../model/contact.ts';
import { type Problem, ProblemError } from '../problems.ts';
import { parseTable } from '../read/csv.ts';
import { locateTable } from '../read/rows.ts';
import { readSource } from '../read/source.ts';
import { type CsvStyle, PLAIN_CSV } from '../write/csv.ts';

/** The contacts file that an import adds to, as it stands. */
export interface ExistingContacts {
  readonly contacts: readonly Contact[];
  /** Columns, and the cells of the rows as they were written, in the order of `contacts`. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly style: CsvStyle;
  /** Hash of the file; none where there is no file yet. */
  readonly sha256?: string | undefined;
}

const NOTHING: ExistingContacts = { contacts: [], columns: [], rows: [], style: PLAIN_CSV };

/** Reads the contacts file that is added to; nothing where there is none yet. Throws ProblemError with all that is wrong. */
export async function readExisting(file: string): Promise<ExistingContacts> {
  if (!existsSync(file)) return NOTHING;
  const source = await readSource(file, { anyEncoding: true });
  const { sha256 } = source;
  if (source.text.trim() === '') return { ...NOTHING, sha256 };
  const table = parseTable(source);
  const located = locateTable(source, table, 'contacts');
  const contacts: Contact[] = [];
  const problems: Problem[] = [];
  for (const [i, value] of (located.data as unknown[]).entries()) {
    const checked = checkFields(contactSchema, value, located, [i]);
    append(problems, checked.problems);
    if (checked.value) contacts.push(checked.value);
  }
  if (problems.length > 0) throw new ProblemError(problems);
  const columns = table.header.map((cell) => cell.value);
  return {
    sha256,
    contacts,
    columns,
    // Without their places, which take more memory than all the rest.
    rows: table.rows.map((row) => columns.map((column) => row.get(column)?.value ?? '')),
    style: { delimiter: table.delimiter, lineEnd: source.text.includes('\r\n') ? '\r\n' : '\n' },
  };
}
