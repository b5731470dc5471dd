import type { Contact } from '../model/contact.ts';
import { formatRows } from './csv.ts';

/** Somebody who is written to. */
export interface ListedRecipient {
  readonly contact: Pick<Contact, 'id' | 'fax' | 'email' | 'form'>;
  readonly name: string;
  /** Lines for the envelope; none where no postal address is known. */
  readonly address: readonly { readonly text: string }[];
}

/** The list for the one who posts, as CSV: a row each, a column for each way to send; `; ` between several. */
export function formatRecipients(recipients: readonly ListedRecipient[]): string {
  const rows = recipients.map(({ contact: { id, fax = [], email = [], form = '' }, name, address }) => {
    const post = address.map(({ text }) => text).join(', ');
    return [id, name, post, fax.join('; '), email.join('; '), form];
  });
  return formatRows([['id', 'name', 'post', 'fax', 'email', 'form'], ...rows]);
}
