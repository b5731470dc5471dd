import type { Contact, ContactKind, Office } from '../model/contact.ts';
import type { Sender } from '../model/sender.ts';
import { type Text, wordingIn } from '../model/text.ts';
import type { Words } from '../model/words.ts';
import { localeOf } from './forms.ts';

/** Who is written to at a kind of contact whose office nobody told. */
const HEAD_OF: Partial<Record<ContactKind, Office>> = {
  embassy: 'ambassador',
  'high-commission': 'high-commissioner',
  nunciature: 'nuncio',
  'consulate-general': 'consul-general',
  consulate: 'consul',
  'honorary-consulate': 'honorary-consul',
};

/** Wording of a plain or translated name in a language; English or any other where there is none. */
export function nameIn(name: string | Text, language: string): string {
  if (typeof name === 'string') return name;
  return (
    wordingIn(name, language) ?? wordingIn(name, 'en') ?? wordingIn(name, Object.keys(name)[0] ?? '') ?? ''
  );
}

/** The line that says whom at the organisation the letter is for; undefined where nobody is meant. */
export function attentionOf(contact: Contact, words: Words): string | undefined {
  const office = contact.office ?? HEAD_OF[contact.kind];
  const forms = office && words.attention[office];
  const title = forms && ((contact.gender && forms[contact.gender]) ?? forms.unknown);
  return [title, contact.holder].filter((part) => part !== undefined).join(' ') || undefined;
}

/** The form of address by office and gender, else by kind, else for everybody. */
export function salutationOf(contact: Contact | undefined, words: Words): string {
  const { offices, kinds, general } = words.salutation;
  if (!contact) return general;
  const forms = contact.office && offices[contact.office];
  const byOffice = forms && ((contact.gender && forms[contact.gender]) ?? forms.unknown);
  return byOffice ?? kinds[contact.kind] ?? general;
}

/** Lines of the address as the envelope needs them; the country in capitals where it isn't the sender's. */
export function addressLines(contact: Contact, words: Words, sender: Sender | undefined): string[] {
  const { country } = contact;
  const names = [nameIn(contact.organisation, words.language), attentionOf(contact, words)];
  const place = contact.addressLines ?? [contact.street, ...cityLines(contact)];
  const abroad =
    contact.addressLines || !country || country === sender?.country ? undefined : countryName(country, words);
  return [...names, ...place, abroad].filter((line) => line !== undefined && line !== '') as string[];
}

/** Postal code, city and region in the order of the country. */
export function cityLines(place: Pick<Contact, 'city' | 'postalCode' | 'region' | 'country'>): string[] {
  const { city, postalCode, region, country } = place;
  const join = (parts: readonly (string | undefined)[], separator = ' ') =>
    parts.filter((part) => part !== undefined).join(separator);
  switch (country) {
    case 'GB':
    case 'IE':
      return [city, postalCode].filter((line) => line !== undefined) as string[];
    case 'US':
    case 'CA':
    case 'AU':
      return [join([join([city, region], ', ') || undefined, postalCode])].filter((line) => line !== '');
    default:
      return [join([postalCode, city])].filter((line) => line !== '');
  }
}

function countryName(country: string, words: Words): string | undefined {
  return new Intl.DisplayNames([localeOf(words), 'en'], { type: 'region' })
    .of(country)
    ?.toLocaleUpperCase(localeOf(words));
}

/** Lines about the sender over the letter. */
export function senderLines(sender: Sender): string[] {
  const names = [sender.organisation ?? sender.name, ...(sender.organisation ? [sender.name] : [])];
  const lines = [...names, sender.street, cityLines(sender).join(', '), sender.email, sender.phone];
  return lines.filter((line) => line !== undefined && line !== '') as string[];
}
