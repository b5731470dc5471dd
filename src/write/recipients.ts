import type { Contact } from '../model/contact.ts';
import { formatRows } from './csv.ts';

/** Somebody who is written to. */
interface ListedRecipient {
  readonly contact: Pick<Contact, 'id' | 'fax' | 'email' | 'form' | 'phone'>;
  readonly name: string;
  /** Lines for the envelope; none where no postal address is known. */
  readonly address: readonly { readonly text: string }[];
  /** Who gets a copy: names, and addresses of mails. */
  readonly copies: {
    readonly names: readonly string[];
    readonly cc: readonly string[];
    readonly bcc: readonly string[];
  };
}

const COLUMNS = ['id', 'name', 'post', 'fax', 'email', 'form', 'phone', 'copies', 'cc', 'bcc'];

/** The list for the one who posts, as CSV: a row each, a column for each way to send; `; ` between several. */
export function formatRecipients(recipients: readonly ListedRecipient[]): string {
  const rows = recipients.map(({ contact, name, address, copies }) => {
    const { id, fax = [], email = [], form = '', phone = [] } = contact;
    const post = address.map(({ text }) => text).join(', ');
    const lists = [fax, email, [form], phone, copies.names, copies.cc, copies.bcc];
    return [id, name, post, ...lists.map((list) => list.join('; '))];
  });
  return formatRows([COLUMNS, ...rows]);
}
