import ICAL from 'ical.js';
import type { Contact } from '../model/contact.ts';
import { countryName } from '../model/country.ts';
import { oneLine, plainLines } from '../model/escape.ts';

type Property = [
  name: string,
  parameters: Record<string, string | string[]>,
  type: string,
  ...values: unknown[],
];

/** Contacts as vCards 3.0 (RFC 2426), which telephones and mail programs read; `name` is what each is called. */
export function formatVcards(contacts: readonly Contact[], name: (contact: Contact) => string): string {
  return contacts
    .map(
      (contact) => `${ICAL.stringify(['vcard', cardOf(contact, name(contact)).map(withoutBreaks), []])}\r\n`,
    )
    .join('');
}

/** Values end no line but a note's, whose breaks the format has a sign for. */
function withoutBreaks([name, parameters, type, ...values]: Property): Property {
  const clean = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(clean)
      : name === 'note'
        ? plainLines(String(value))
        : oneLine(String(value));
  return [name, parameters, type, ...values.map(clean)];
}

function cardOf(contact: Contact, organisation: string): Property[] {
  const { id, kind, holder, street, city, region, postalCode, country, addressLines } = contact;
  const lines = addressLines?.join(', ') ?? street ?? '';
  const address = [
    '',
    '',
    lines,
    city ?? '',
    region ?? '',
    postalCode ?? '',
    country ? countryName(country) : '',
  ];
  const texts = (property: string, values: readonly string[] | undefined, type = 'text'): Property[] =>
    (values ?? []).map((value) => [property, {}, type, value]);
  const phones = (values: readonly string[] | undefined, types: string[]): Property[] =>
    (values ?? []).map((value) => ['tel', { type: types }, 'phone-number', value]);
  return [
    ['version', {}, 'text', '3.0'],
    ['uid', {}, 'text', id],
    ['fn', {}, 'text', holder ?? organisation],
    ['n', {}, 'text', [holder ?? organisation, '', '', '', '']],
    ['org', {}, 'text', [organisation]],
    ['categories', {}, 'text', kind],
    ...(address.some((part) => part !== '')
      ? ([['adr', { type: 'WORK' }, 'text', address]] as Property[])
      : []),
    ...phones(contact.phone, ['WORK', 'VOICE']),
    ...phones(contact.fax, ['WORK', 'FAX']),
    ...texts('email', contact.email),
    ...texts('url', contact.website ? [contact.website] : [], 'uri'),
    ...texts('lang', contact.languages),
    ...texts('note', contact.notes ? [contact.notes] : []),
  ];
}
