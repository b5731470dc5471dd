import type { Contact, ContactKind, Office } from '../model/contact.ts';
import type { Sender } from '../model/sender.ts';
import { type Text, wordingIn } from '../model/text.ts';
import type { Words } from '../model/words.ts';
import { countryLine } from './forms.ts';

/** Who is written to at a kind of contact whose office nobody told. */
const HEAD_OF: Partial<Record<ContactKind, Office>> = {
  embassy: 'ambassador',
  'high-commission': 'high-commissioner',
  nunciature: 'nuncio',
  'consulate-general': 'consul-general',
  consulate: 'consul',
  'honorary-consulate': 'honorary-consul',
};

/** Order of city and postal code by country, after the postal addressing systems of the Universal Postal Union. */
const CITY_LINES: Readonly<Record<string, string>> = {
  AU: '{city} {region} {postalCode}',
  BR: '{city} - {region}\n{postalCode}',
  CA: '{city} {region} {postalCode}',
  CN: '{postalCode} {city} {region}',
  GB: '{city}\n{postalCode}',
  HK: '{city}',
  HU: '{city}\n{postalCode}',
  IE: '{city}\n{postalCode}',
  IN: '{city} {postalCode}',
  JP: '{city} {region} {postalCode}',
  KR: '{city} {postalCode}',
  KZ: '{city}\n{postalCode}',
  NZ: '{city} {postalCode}',
  PK: '{city}-{postalCode}',
  RU: '{city}\n{postalCode}',
  SG: '{city} {postalCode}',
  TH: '{city} {postalCode}',
  TR: '{postalCode} {region}/{city}',
  UA: '{city}\n{postalCode}',
  US: '{city}, {region} {postalCode}',
  VN: '{city} {postalCode}',
};
const CITY_LINE = '{postalCode} {city}';

/** A name, and the language that it is in where that isn't the one asked for. */
export interface Name {
  readonly text: string;
  readonly language?: string | undefined;
}

/** A plain or translated name in the first of the languages that it has, else in any. */
export function nameIn(name: string | Text, languages: readonly string[]): Name {
  if (typeof name === 'string') return { text: name };
  const found = [...languages, 'en', ...Object.keys(name)].find((tag) => wordingIn(name, tag) !== undefined);
  if (found === undefined) return { text: '' };
  return { text: wordingIn(name, found)!, language: found === languages[0] ? undefined : found };
}

/** The organisation in the document's language, else as it is called where it stands. */
export function organisationOf(contact: Contact, language: string): Name {
  return nameIn(contact.organisation, [language, ...contact.languages]);
}

/** The form for an office: by gender where it is known and the language has one. */
function formFor(
  forms: { female?: string | undefined; male?: string | undefined; unknown: string } | undefined,
  { gender }: Contact,
): string | undefined {
  return forms && ((gender && forms[gender]) ?? forms.unknown);
}

/** The line that says whom at the organisation the letter is for; undefined where nobody is meant. */
export function attentionOf(contact: Contact, words: Words): string | undefined {
  const office = contact.office ?? HEAD_OF[contact.kind];
  return office && formFor(words.attention[office], contact);
}

/** The form of address by office and gender, else by kind, else for everybody. */
export function salutationOf(contact: Contact | undefined, words: Words): string {
  const { offices, kinds, general } = words.salutation;
  if (!contact) return general;
  const byOffice = contact.office && formFor(offices[contact.office], contact);
  return byOffice ?? kinds[contact.kind] ?? general;
}

/** Lines of the address as the envelope needs them; the country in capitals unless it is the sender's. */
export function addressLines(contact: Contact, words: Words, sender: Sender | undefined): Name[] {
  const { country } = contact;
  const place = contact.addressLines ?? [contact.street, ...cityLines(contact)];
  const abroad = !contact.addressLines && country !== undefined && country !== sender?.country;
  const lines: (Name | undefined)[] = [
    organisationOf(contact, words.language),
    textLine(attentionOf(contact, words)),
    textLine(contact.holder),
    ...place.map(textLine),
    abroad && (contact.city ?? contact.street) ? { text: countryLine(country, words) } : undefined,
  ];
  return lines.filter((line) => line !== undefined && line.text !== '') as Name[];
}

function textLine(text: string | undefined): Name | undefined {
  return text === undefined ? undefined : { text };
}

/** City, postal code and region in the order of the country; what is missing leaves no gap. */
export function cityLines(place: Pick<Contact, 'city' | 'postalCode' | 'region' | 'country'>): string[] {
  const pattern = CITY_LINES[place.country ?? ''] ?? CITY_LINE;
  return pattern
    .split('\n')
    .map((line) => fillLine(line, { city: place.city, postalCode: place.postalCode, region: place.region }))
    .filter((line) => line !== '');
}

/** Fills a line; where a value is missing, its neighbours stand apart by a space. */
function fillLine(line: string, values: Readonly<Record<string, string | undefined>>): string {
  let filled = '';
  let sign = '';
  for (const [, before = '', name = ''] of line.matchAll(/([^{]*)\{(\w+)\}/g)) {
    const value = values[name];
    sign = sign === '' ? before : ' ';
    if (value === undefined) continue;
    filled += (filled === '' ? '' : sign) + value;
    sign = '';
  }
  return filled;
}

/** Lines about the sender over the letter, with the country where the letter goes abroad. */
export function senderLines(sender: Sender, target: Contact | undefined, words: Words): string[] {
  const names = sender.organisation ? [sender.organisation, sender.name] : [sender.name];
  const { country } = sender;
  const abroad = country !== undefined && target?.country !== country;
  const lines = [
    ...names,
    sender.street,
    cityLines(sender).join(', '),
    abroad && sender.city ? countryLine(country, words) : undefined,
    sender.email,
    sender.phone,
  ];
  return lines.filter((line) => line !== undefined && line !== '') as string[];
}
