import ICAL from 'ical.js';
import type { Contact } from '../model/contact.ts';
import { countryName } from '../model/country.ts';
import { oneLine, plainLines } from '../model/escape.ts';
import { nameIn } from '../model/text.ts';
import { contactCells } from './contacts.ts';

type Property = [
  name: string,
  parameters: Record<string, string | string[]>,
  type: string,
  ...values: unknown[],
];

/**
 * Contacts as vCards 4.0 (RFC 6350), which telephones and mail programs read; `name` is what each is called. What the
 * format has no property for stands in `X-HANDBILL-…`, so that an import brings all of it back.
 */
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
  const { id, kind, street, city, region, postalCode, country, addressLines } = contact;
  const holder = contact.holder && nameIn(contact.holder, contact.languages).text;
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
    (values ?? []).map((value) => ['tel', { type: types }, 'text', value]);
  return [
    ['version', {}, 'text', '4.0'],
    ['kind', {}, 'text', 'org'],
    ['uid', {}, 'text', id],
    ['fn', {}, 'text', holder ?? organisation],
    ['n', {}, 'text', [holder ?? organisation, '', '', '', '']],
    ['org', {}, 'text', [organisation]],
    ['categories', {}, 'text', kind],
    ...texts('gender', contact.gender && [contact.gender === 'female' ? 'F' : 'M']),
    ...(address.some((part) => part !== '')
      ? ([['adr', { type: 'work' }, 'text', address]] as Property[])
      : []),
    ...phones(contact.phone, ['work', 'voice']),
    ...phones(contact.fax, ['work', 'fax']),
    ...texts('email', contact.email),
    ...texts('url', contact.website ? [contact.website] : [], 'uri'),
    ...texts('lang', contact.languages),
    ...texts('note', contact.notes ? [contact.notes] : []),
    ...ownProperties(contact),
  ];
}

/** Fields that properties of the format tell. */
const TOLD = new Set(
  'id organisation kind holder gender street postalCode city region country phone fax email website languages notes'.split(
    ' ',
  ),
);

function ownProperties(contact: Contact): Property[] {
  return [...contactCells(contact)]
    .filter(([column]) => !TOLD.has(column))
    .map(([column, value]) => [`x-handbill-${column.replace('.', '-').toLowerCase()}`, {}, 'text', value]);
}
