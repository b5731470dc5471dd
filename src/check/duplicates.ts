import { type Contact, isMission } from '../model/contact.ts';
import { normalForm } from '../model/normal-form.ts';
import type { DraftContact } from './foreign-contact.ts';

/**
 * Keys of a contact, the surest first: two contacts are the same where one of their keys is and they aren't known to
 * differ. A mission is known by the state it speaks for, others by the name; both by kind, country and city.
 */
export function keysOf(contact: DraftContact): string[] {
  const { id, wikidata, kind, country, city } = contact;
  const known = [wikidata && `wikidata ${wikidata}`, id && `id ${id}`].filter((key) => key !== undefined);
  const place = [kind, country ?? '', normalForm(city ?? '')].join(' ');
  const isNamed = isMission(contact as Contact) && contact.represents !== undefined;
  const names = isNamed ? [contact.represents!] : namesOf(contact).map(normalForm);
  return [...known, ...names.filter((name) => name !== '').map((name) => `place ${place} ${name}`)].filter(
    (key) => key !== '',
  );
}

/** True where two contacts that share a key are nevertheless two: Wikidata has an item for each. */
export function areDistinct(a: DraftContact, b: DraftContact): boolean {
  return a.wikidata !== undefined && b.wikidata !== undefined && a.wikidata !== b.wikidata;
}

/** All names of the organisation, in whatever language. */
export function namesOf({ organisation }: Pick<Contact, 'organisation'>): string[] {
  if (typeof organisation === 'string') return [organisation];
  return Object.values(organisation).map((wording) => (typeof wording === 'string' ? wording : wording.text));
}
