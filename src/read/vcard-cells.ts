import { CONTACT_FIELDS, type ContactField } from '../model/contact.ts';
import { isId } from '../model/values.ts';

/** Fields that a card tells in properties of its own; the others stand in `X-HANDBILL-…` of a card that handbill wrote. */
type CardField = Exclude<ContactField, `verified.${string}`>;
/** Languages in which such a card may name the organisation. */
const LANGUAGES =
  'ar be cs da de el en es et fa fi fr he hi hu it ja ka kk ko lt lv nl no pl pt ro ru sr sv tr uk uz vi zh-Hans zh-Hant'.split(
    ' ',
  );

/** Fields of a contact that a card is read into. */
export const VCARD_COLUMNS: readonly string[] = [
  ...CONTACT_FIELDS,
  ...LANGUAGES.map((tag) => `organisation.${tag}`),
];
const OWN = new Map(
  VCARD_COLUMNS.map((column) => [`x-handbill-${column.replace('.', '-').toLowerCase()}`, column]),
);

/** Words that address books put every card under. */
const OF_ADDRESS_BOOK = /^(?:my ?contacts|starred|friends|family|coworkers|contacts|vcard)$/i;

/** What a card of a person is read into who writes as themselves. */
export const PERSON_CARD_COLUMNS: readonly string[] = [
  'id',
  'name',
  'writes',
  'organisation',
  'gender',
  'street',
  'postalCode',
  'city',
  'region',
  'country',
  'phone',
  'email',
];

/** A value of jCard (RFC 7095). */
type Value = string | readonly (string | readonly string[])[];
/** A property of jCard: its name, parameters, type and values. */
export type Property = readonly [string, Readonly<Record<string, string | string[]>>, string, ...Value[]];

/** The properties of a name, and what they say. */
function reader(properties: readonly Property[]) {
  const all = (name: string) => properties.filter((p) => p[0] === name);
  const texts = (name: string) => all(name).flatMap((p) => p.slice(3).map((v) => textOf(v as Value)));
  const first = (name: string) => texts(name).find((text) => text !== '');
  return { all, texts, first };
}

/** Somebody who writes from home doesn't write for those whom they work for: their name stays out. */
export function personCells(properties: readonly Property[]): Map<string, string> {
  const { all, first } = reader(properties);
  const homes = all('adr').filter((p) => typesOf(p).includes('home'));
  const address = best(homes.length > 0 ? homes : all('adr'));
  const { organisation, holder, ...cells } = Object.fromEntries(
    cellsOf(address ? [...properties.filter(([name]) => name !== 'adr'), address] : properties),
  );
  const isCompany = /^company$/i.test(first('x-abshowas') ?? '');
  const isPerson = !isCompany && Boolean(partsOf(all('n')[0]?.[3])[1]);
  const isAlone = homes.length > 0 || holder === undefined;
  const person = { ...cells, id: first('uid'), name: holder ?? organisation };
  const told = isAlone ? { ...person, writes: isPerson ? 'I' : undefined } : { ...person, organisation };
  return new Map(
    PERSON_CARD_COLUMNS.flatMap((column) => {
      const value = (told as Record<string, string | undefined>)[column];
      return value ? [[column, value] as const] : [];
    }),
  );
}

/** The cells of a card as a contact: whom one writes to at their work. */
export function cellsOf(properties: readonly Property[]): Map<string, string> {
  const { all, texts, first } = reader(properties);
  const fullName = first('fn') ?? nameOf(all('n')[0]?.[3]);
  const organisation = partsOf(all('org')[0]?.[3]).filter((part) => part !== '');
  const isPerson = organisation.length > 0 && !organisation.join(', ').includes(fullName ?? '');
  const address = partsOf(best(all('adr'))?.[3]);
  const [box = '', extended = '', street = '', city = '', region = '', postalCode = '', country = ''] =
    address;
  const label = address.some((part) => part !== '') ? undefined : first('label');
  const labelOf = ([, { group }]: Property) =>
    all('x-ablabel').find((label) => group !== undefined && label[1].group === group)?.[3];
  const phones = all('tel').map((p) => ({
    text: textOf(p[3]).replace(/^tel:/i, '').replace(/;ext=/i, ' ext. '),
    // Apple names in a label what others name in a type: "_$!<HomeFAX>!$_".
    types: [...typesOf(p), ...(/fax/i.test(textOf(labelOf(p))) ? ['fax'] : [])],
  }));
  const named = (isFax: boolean) =>
    phones.filter(({ types }) => types.includes('fax') === isFax).map(({ text }) => text);
  const titles = [...texts('title'), ...texts('role')].filter((text) => text !== '');
  const own = new Map(
    properties.flatMap((p) => {
      const column = OWN.get(p[0]);
      return column === undefined ? [] : [[column, textOf(p[3])] as const];
    }),
  );
  const hasNames = [...own.keys()].some((column) => column.startsWith('organisation.'));
  const values: Partial<Record<CardField, string | undefined>> = {
    id: idOf(first('uid')),
    kind: texts('categories')
      .filter((text) => !OF_ADDRESS_BOOK.test(text))
      .join(', '),
    organisation: hasNames ? undefined : organisation.join(', ') || fullName,
    holder: isPerson ? fullName : undefined,
    gender: partsOf(all('gender')[0]?.[3])[0],
    street: own.has('addressLines')
      ? undefined
      : [box, extended, street].filter((part) => part !== '').join(', '),
    postalCode,
    city,
    region,
    country,
    addressLines: label?.replaceAll('\n', ';'),
    phone: named(false).join(';'),
    fax: named(true).join(';'),
    email: texts('email').join(';'),
    website: first('url'),
    languages: texts('lang').join(';'),
    notes: [...titles, ...texts('note')].filter((text) => text !== '').join('\n'),
  };
  return new Map(
    [...Object.entries(values), ...own].flatMap(([column, value]) => {
      const text = value?.replaceAll(/\n+/g, column === 'notes' ? '\n' : ', ').trim();
      return text ? [[column, text] as const] : [];
    }),
  );
}

/** An id that handbill gave; those of address books name nothing for a person. */
function idOf(uid: string | undefined): string | undefined {
  const isUuid = uid !== undefined && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(uid);
  return uid !== undefined && isId(uid) && !isUuid ? uid : undefined;
}

/** Text of a value; escapes that ical.js leaves standing are taken out. */
function textOf(value: Value | undefined): string {
  const text = typeof value === 'string' ? value : (value ?? []).flat().join(' ');
  return text.replace(/\\([;:,\\])/g, '$1').trim();
}

function partsOf(value: Value | undefined): string[] {
  if (value === undefined) return [];
  return typeof value === 'string'
    ? [textOf(value)]
    : value.map((part) => textOf(typeof part === 'string' ? part : part.join(', ')));
}

/** Family, given, additional, prefix and suffix as one says them. */
function nameOf(value: Value | undefined): string | undefined {
  const [family = '', given = '', additional = '', prefix = '', suffix = ''] = partsOf(value);
  const name = [prefix, given, additional, family, suffix].filter((part) => part !== '').join(' ');
  return name === '' ? undefined : name;
}

function typesOf([, { type = [] }]: Property): string[] {
  return [type].flat().map((each) => each.toLowerCase());
}

/** The preferred address, else that of work, else the first. */
function best(properties: readonly Property[]): Property | undefined {
  return (
    properties.find((p) => typesOf(p).includes('pref') || p[1].pref === '1') ??
    properties.find((p) => typesOf(p).includes('work')) ??
    properties[0]
  );
}
