import { makeId } from '../check/contact-id.ts';
import { areDistinct, keysOf } from '../check/duplicates.ts';
import { completeContact, type DraftContact } from '../check/foreign-contact.ts';
import { type Difference, type Merged, mergeContact } from '../check/merge-contact.ts';
import type { Contact } from '../model/contact.ts';
import { contactColumns } from '../write/contacts.ts';
import { KeyIndex } from './key-index.ts';
import { Spool } from './spool.ts';

/** What became of a draft. */
interface Gathered {
  readonly contact: Contact;
  readonly isNew: boolean;
  /** Values of the contact that stay although the draft says something else. */
  readonly kept: readonly Difference[];
}

/**
 * The contacts that there are and those that an import adds, each of them once. Those that there are lie in memory,
 * new ones in a temporary file.
 */
export class Gathering {
  readonly #existing: Contact[];
  readonly #before: readonly Contact[];
  readonly #spool: Spool;
  readonly #index = new KeyIndex();
  readonly #columns = new Set<string>();
  /** Existing contacts that this run met already: what a list says first goes before what it says later. */
  readonly #met = new Set<number>();

  constructor(existing: readonly Contact[], folder: string) {
    this.#before = existing;
    this.#existing = [...existing];
    this.#spool = new Spool(folder);
    for (const [number, contact] of existing.entries()) this.#addKeys(contact, number);
  }

  /** Adds a draft, or merges it into the contact that it is about. `source` is what is said where it names none. */
  add(draft: DraftContact, source: string): Gathered {
    const number = this.#find(draft);
    if (number === undefined) {
      const id = draft.id ?? makeId(draft, (taken) => this.#index.get(`id ${taken}`) !== undefined);
      const contact = completeContact(draft, id, source);
      this.#addKeys(contact, this.#existing.length + this.#spool.add(contact));
      this.#noteColumns(contact);
      return { contact, isNew: true, kept: [] };
    }
    const merged = this.#merge(number, draft, source);
    if (merged.filled.length + merged.replaced.length > 0) {
      this.#set(number, merged.contact);
      this.#addKeys(merged.contact, number);
    }
    return { contact: merged.contact, isNew: false, kept: merged.kept };
  }

  /** The contacts that were there, as they are now and as they were. */
  existing(): readonly { readonly now: Contact; readonly before: Contact }[] {
    return this.#existing.map((now, i) => ({ now, before: this.#before[i]! }));
  }

  /** The new contacts, one by one, in the order in which they came. */
  *added(): Generator<Contact> {
    for (let number = 0; number < this.#spool.count; number++) yield this.#spool.get(number);
  }

  /** Columns that the new contacts have cells for. */
  columns(): Iterable<string> {
    return this.#columns;
  }

  close(): void {
    this.#spool.close();
  }

  #merge(number: number, draft: DraftContact, source: string): Merged {
    const contact = this.#get(number);
    const isExisting = number < this.#existing.length;
    const isNewer =
      isExisting &&
      !this.#met.has(number) &&
      contact.source === (draft.source ?? source) &&
      !isOlder(draft.seen, contact.seen);
    if (isExisting) this.#met.add(number);
    return mergeContact(contact, draft, isNewer && !contact.verified ? 'replace' : 'fill');
  }

  #find(draft: DraftContact): number | undefined {
    for (const key of keysOf(draft)) {
      const number = this.#index.get(key);
      if (number === undefined) continue;
      const contact = this.#get(number);
      if (!areDistinct(contact, draft) && keysOf(contact).includes(key)) return number;
    }
    return undefined;
  }

  #get(number: number): Contact {
    return this.#existing[number] ?? this.#spool.get(number - this.#existing.length);
  }

  #set(number: number, contact: Contact): void {
    if (number < this.#existing.length) this.#existing[number] = contact;
    else {
      this.#spool.replace(number - this.#existing.length, contact);
      this.#noteColumns(contact);
    }
  }

  #noteColumns(contact: Contact): void {
    for (const column of contactColumns(contact)) this.#columns.add(column);
  }

  #addKeys(contact: Contact, number: number): void {
    for (const key of keysOf(contact)) this.#index.add(key, number);
  }
}

/** True where a list saw its source before the contact did, or doesn't say when, while the contact does. */
function isOlder(listed: string | undefined, known: string | undefined): boolean {
  if (known === undefined || known === 'undated') return false;
  return listed === undefined || listed === 'undated' || listed < known;
}
