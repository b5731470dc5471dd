import type { ContactKind } from '../model/contact.ts';
import { countryOf } from '../model/country-names.ts';
import type { ContactColumn } from './contact-columns.ts';
import type { FieldCells } from './foreign-contact.ts';

/**
 * The public Database of Embassies (github.com/database-of-embassies, made from Wikidata), whatever the order of its
 * columns: true if this is its header.
 */
export function isEmbassyDatabase(columns: readonly string[]): boolean {
  return ['operator', 'country', 'city', 'type', 'QID'].every((name) => columns.includes(name));
}

/** Columns of the database that are read. */
export const EMBASSY_COLUMNS = [
  'operator',
  'operatorISO',
  'jurisdictions',
  'country',
  'countryISO',
  'city',
  'address',
  'phone',
  'email',
  'website',
  'type',
  'QID',
];

/** A row of the database as fields of a contact, or why it can't be one. */
export function understandEmbassy(row: ReadonlyMap<string, string>): FieldCells | string {
  const get = (column: string) => row.get(column) ?? '';
  const country = countryOf(get('countryISO')) ?? countryOf(get('country'));
  if (country === undefined) return `stands in ${JSON.stringify(get('country'))}, which is no country`;
  const operator = get('operator');
  if (operator === '') return 'has no operator';
  const represents = countryOf(get('operatorISO')) ?? countryOf(operator);
  const kind = kindOf(get('type'));
  const covered = get('jurisdictions')
    .split('|')
    .filter((name) => name !== '');
  const districts = covered.filter((name) => countryOf(name) === undefined);
  const fields: [ContactColumn, string | undefined][] = [
    ['kind', kind],
    ['organisation.en', nameOf(kind, get('type'), operator, get('city'))],
    ['represents', represents],
    ['accredited', covered.flatMap((name) => countryOf(name) ?? []).join(';')],
    ['country', country],
    ['city', get('city')],
    ['street', get('address')],
    ['phone', get('phone')],
    ['email', get('email')],
    ['website', get('website')],
    ['wikidata', get('QID')],
    ['source', get('QID').replace('http://www.wikidata.org/entity/', 'https://www.wikidata.org/wiki/')],
    ['notes', districts.length > 0 ? `Responsible for ${districts.join(', ')}.` : undefined],
  ];
  return new Map(fields.flatMap(([column, value]) => (value ? [[column, [value]] as const] : [])));
}

function kindOf(type: string): ContactKind {
  const name = type.toLowerCase();
  if (name.includes('high commission')) return 'high-commission';
  if (name.startsWith('apostolic')) return 'nunciature';
  if (name.includes('consulate general')) return 'consulate-general';
  if (name.includes('honorary')) return 'honorary-consulate';
  if (/consul/.test(name)) return 'consulate';
  return name.includes('embassy') ? 'embassy' : 'authority';
}

/** The database names no organisations: what it is, of whom, and for consulates where. */
function nameOf(kind: ContactKind, type: string, operator: string, city: string): string {
  if (kind === 'nunciature' && type.toLowerCase() === 'apostolic delegation') return 'Apostolic Delegation';
  return missionName(kind, operator, city) ?? `${type.charAt(0).toUpperCase()}${type.slice(1)} (${operator})`;
}

/** A mission's name in English, of the state that it speaks for and the city where it stands. */
export function missionName(kind: ContactKind, operator: string, city: string): string | undefined {
  const of = `of ${NEEDS_THE.test(operator) ? 'the ' : ''}${operator.replace(/^The /, 'the ')}`;
  const where = city === '' ? '' : ` in ${city}`;
  switch (kind) {
    case 'nunciature':
      return 'Apostolic Nunciature';
    case 'embassy':
      return `Embassy ${of}`;
    case 'high-commission':
      return `High Commission ${of}`;
    case 'consulate-general':
      return `Consulate General ${of}${where}`;
    case 'consulate':
      return `Consulate ${of}${where}`;
    case 'honorary-consulate':
      return `Honorary Consulate ${of}${where}`;
    default:
      return undefined;
  }
}

const NEEDS_THE =
  /^(United|Republic|Netherlands|Philippines|Democratic|Czech Rep|Dominican Rep|Central|Comoros|Maldives|Federated|Solomon|Marshall|Cook|Sovereign|European|Government|Ministry|People|Sahrawi|Turkish)/;
