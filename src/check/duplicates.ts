import { type Contact, isMission } from '../model/contact.ts';
import { normalForm } from '../model/normal-form.ts';
import { nameIn } from '../model/text.ts';
import type { DraftContact } from './foreign-contact.ts';

/**
 * Keys of a contact, the surest first: two contacts are the same where one of their keys is and they aren't known to
 * differ. A mission is known by the state it speaks for, others by the name; both by kind, country and city.
 */
export function keysOf(contact: DraftContact, formOf = formWithAccents): string[] {
  const { id, wikidata, kind, country, city } = contact;
  const known = [wikidata && `wikidata ${wikidata}`, id && `id ${id}`].filter((key) => key !== undefined);
  const place = [kind, country ?? '', normalForm(city ?? '')].join(' ');
  const isNamed = isMission(contact as Contact) && contact.represents !== undefined;
  const names = isNamed
    ? [contact.represents!]
    : namesOf(contact).flatMap((name) => keysOfName(formOf(name), holderOf(contact)));
  return [...known, ...names.filter((name) => name !== '').map((name) => `place ${place} ${name}`)].filter(
    (key) => key !== '',
  );
}

/** What makes a contact look like another one, and what that is called; the surest first. */
export function duplicateKeysOf(contact: Contact): { key: string; reason: string }[] {
  const { id: _, ...rest } = contact;
  const reasons = {
    wikidata: 'Wikidata item',
    place: isMission(contact) ? 'state, kind and city' : 'name and city',
  };
  return [
    ...keysOf(rest, normalForm).map((key) => ({
      key,
      reason: reasons[key.startsWith('wikidata') ? 'wikidata' : 'place'],
    })),
    ...(contact.email ?? []).map((email) => ({
      key: `email ${email.toLowerCase()}`,
      reason: 'e-mail address',
    })),
  ];
}

/** Fields in which two contacts differ, beside their ids. */
export function differences(a: Contact, b: Contact): string[] {
  const fields = [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof Contact)[];
  return fields.filter((field) => field !== 'id' && JSON.stringify(a[field]) !== JSON.stringify(b[field]));
}

/** A name as it is compared, with its accents: Pécs isn't Pecs. */
function formWithAccents(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Of several people at one organisation each is found by their own name. */
function keysOfName(form: string, holder: string | undefined): string[] {
  return form === '' ? [] : [...(holder ? [`${form} | ${normalForm(holder)}`] : []), form];
}

/** True where two contacts that share a key are nevertheless two: Wikidata has an item for each, or they are two people. */
export function areDistinct(a: DraftContact, b: DraftContact): boolean {
  const differ = (x: string | undefined, y: string | undefined) =>
    x !== undefined && y !== undefined && x !== y;
  return differ(a.wikidata, b.wikidata) || differ(formOfPerson(a), formOfPerson(b));
}

function formOfPerson(contact: DraftContact): string | undefined {
  const holder = isMission(contact as Contact) ? undefined : holderOf(contact);
  return holder && normalForm(holder);
}

/** The name of the office's holder, in one form where there are several. */
function holderOf({ holder, languages = [] }: DraftContact): string | undefined {
  return holder && nameIn(holder, languages).text;
}

/** All names of the organisation, in whatever language. */
export function namesOf({ organisation }: Pick<Contact, 'organisation'>): string[] {
  if (typeof organisation === 'string') return [organisation];
  return Object.values(organisation).map((wording) => (typeof wording === 'string' ? wording : wording.text));
}
