import { type Contact, type ContactKind, isMission, MISSION_KINDS } from '../model/contact.ts';
import { likelyLanguage } from '../model/country.ts';
import { countriesIn, countryOf, firstCountry } from '../model/country-names.ts';
import { isEmail, isId, isWebUrl } from '../model/values.ts';
import type { ContactColumn } from './contact-columns.ts';
import { readDate, readGender, readKind, readLanguages, readOffice, saysMoreThan } from './contact-values.ts';
import { joinNames, joinStreet, splitTown } from './joined.ts';
import { kindOfName } from './kind-words.ts';
import { readPhone, splitPhones } from './phones.ts';

/** What a row of a foreign list tells: the fields that it has. Kind and organisation are always there. */
export type DraftContact = Partial<Contact> & Pick<Contact, 'kind' | 'organisation'>;

/** A value of a row that can't be used, and why. */
interface LeftValue {
  readonly column: ContactColumn;
  readonly value: string;
  readonly reason: string;
}

/** A row as it was understood: a contact, or the reason why it is none. */
export type Understood =
  | { readonly draft: DraftContact; readonly left: readonly LeftValue[]; readonly rejected?: undefined }
  | { readonly rejected: string; readonly draft?: undefined };

/** Cells of one row by field; a field that several columns hold has several. */
export type FieldCells = ReadonlyMap<ContactColumn, readonly string[]>;

/**
 * Reads one row as a contact. Kind and sending state that no column tells are read from the organisation's name. What
 * it lets through, the model of a contact does too: a test holds them together, since the schema for each of a million
 * rows would cost as much as all the rest.
 */
export function understandRow(cells: FieldCells): Understood {
  const left: LeftValue[] = [];
  const leave = (column: ContactColumn, value: string, reason: string) => {
    left.push({ column, value, reason });
    return undefined;
  };
  const text = (column: ContactColumn, joint = ' ') => cells.get(column)?.join(joint);
  const read = <T>(column: ContactColumn, parse: (value: string) => T | undefined, reason: string) => {
    const value = text(column);
    return value === undefined ? undefined : (parse(value) ?? leave(column, value, reason));
  };
  const list = <T>(column: ContactColumn, parse: (value: string) => T | undefined, reason: string) => {
    const values = (cells.get(column) ?? []).flatMap((cell) => cell.split(/[;|\n]/)).map((v) => v.trim());
    const parsed = values.flatMap((v) => (v === '' ? [] : (parse(v) ?? leave(column, v, reason) ?? [])));
    return parsed.length > 0 ? [...new Set(parsed)] : undefined;
  };

  const person =
    text('name') ?? joinNames(text('firstName'), text('middleName'), text('lastName'), text('country'));
  const named = readOrganisation(cells);
  const organisation = named ?? person;
  if (organisation === undefined) return { rejected: 'has no name of an organisation' };
  const names = typeof organisation === 'string' ? [organisation] : Object.values(organisation).map(String);
  const told = names.map(kindOfName).find((found) => found !== undefined);
  const role = text('office') ?? '';
  const kind = read('kind', readKind, 'is no kind of contact') ?? told ?? kindOfName(role) ?? 'authority';
  const office = read(
    'office',
    (value) => readOffice(value, kind),
    'is no office that has a form of address',
  );
  const country = firstCountry(cells.get('country')) ?? read('country', countryOf, 'is no country');
  const phones = (column: 'phone' | 'fax') => {
    const numbers = (cells.get(column) ?? []).flatMap(splitPhones).flatMap((value) => {
      const phone = readPhone(value, country);
      return phone?.number ?? leave(column, value, 'is no telephone number') ?? [];
    });
    return numbers.length > 0 ? [...new Set(numbers)] : undefined;
  };
  const languages = readLanguages(text('languages', ';') ?? '');
  for (const word of languages.unknown) leave('languages', word, 'is no language');
  const verifiedOn = read('verified.on', readDate, 'is no date');
  const verifiedBy = text('verified.by');
  if (verifiedOn && !verifiedBy) leave('verified.on', verifiedOn, 'lacks who verified it');

  const town = splitTown(text('postalCity'));
  const draft: DraftContact = dropEmpty({
    id: read('id', (value) => (isId(value) ? value : undefined), 'is no id'),
    kind,
    roles: list(
      'roles',
      (value) => (isId(value) ? value : undefined),
      'is no word of small letters and hyphens',
    ),
    organisation,
    represents: read('represents', countryOf, 'is no country') ?? stateNamed(kind, names, country),
    accredited: list('accredited', countryOf, 'is no country'),
    office,
    officeTitle:
      text('officeTitle') ?? (office !== undefined && saysMoreThan(role, office) ? role : undefined),
    holder: text('holder') ?? (named === undefined ? undefined : person),
    gender: read('gender', readGender, 'is no gender'),
    street: joinStreet(text('street', ', '), text('houseNumber'), country),
    postalCode: text('postalCode') ?? town.postalCode,
    city: text('city') ?? town.city,
    region: text('region'),
    country,
    addressLines: readLines(text('addressLines', ';'), 6),
    addressLatin: readLines(text('addressLatin', ';'), 4),
    phone: phones('phone'),
    fax: phones('fax'),
    email: list('email', readEmail, 'is no e-mail address'),
    website: read('website', readUrl, 'is no web address'),
    form: read('form', readUrl, 'is no web address'),
    languages: languages.tags.length > 0 ? languages.tags : undefined,
    source: text('source', ' '),
    seen: read('seen', (value) => (value === 'undated' ? value : readDate(value)), 'is no date'),
    verified:
      verifiedOn && verifiedBy
        ? dropEmpty({ on: verifiedOn, by: verifiedBy, how: text('verified.how') })
        : undefined,
    defunct: read('defunct', readDate, 'is no date'),
    wikidata: read('wikidata', readQid, 'is no Wikidata item'),
    notes: text('notes', '\n'),
  });
  return { draft, left };
}

/**
 * A draft as a whole contact. Languages that nobody told are those of the country where it stands and, for a mission,
 * of the state that it speaks for, after Unicode's likely subtags; the source that nobody told is `source`.
 */
export function completeContact(draft: DraftContact, id: string, source: string): Contact {
  const { kind, organisation, ...rest } = draft;
  const languages = draft.languages ?? likelyLanguages(draft);
  return { id, kind, organisation, ...rest, languages, source: draft.source ?? source };
}

/** Languages of the country where a contact stands and, for a mission, of its state; English where neither is known. */
export function likelyLanguages(draft: DraftContact): string[] {
  const contact = { languages: [], id: '', source: '', ...draft };
  const countries = [draft.country, isMission(contact) ? draft.represents : undefined];
  const tags = countries.flatMap((country) => (country ? likelyLanguage(country) : []));
  return tags.length > 0 ? [...new Set(tags)] : ['en'];
}

/** The state whose mission it is, where the name tells it: "Botschaft der Republik Kasachstan in Deutschland". */
export function stateNamed(
  kind: ContactKind,
  names: readonly string[],
  country: string | undefined,
): string | undefined {
  if (kind !== 'permanent-mission' && !(MISSION_KINDS as readonly string[]).includes(kind)) return undefined;
  const states = new Set(names.flatMap(countriesIn).filter((code) => code !== country));
  return states.size === 1 ? [...states][0] : undefined;
}

function readOrganisation(cells: FieldCells): Contact['organisation'] | undefined {
  const plain = cells.get('organisation')?.join(', ');
  const named: Record<string, string> = {};
  for (const [column, values] of cells) {
    if (column.startsWith('organisation.')) named[column.slice('organisation.'.length)] = values.join(', ');
  }
  if (Object.keys(named).length === 0) return plain;
  return plain === undefined || Object.values(named).includes(plain) ? named : { en: plain, ...named };
}

/** At most `most` lines; what is beyond them joins the last. */
function readLines(text: string | undefined, most: number): string[] | undefined {
  const lines = (text ?? '')
    .split(/[;|\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return undefined;
  return lines.length > most ? [...lines.slice(0, most - 1), lines.slice(most - 1).join(', ')] : lines;
}

function readEmail(value: string): string | undefined {
  const address = value.replace(/^mailto:/i, '').replace(/^<(.*)>$/, '$1');
  return isEmail(address) ? address : undefined;
}

/** A web address; `www.example.org` and `example.org/contact` are too. */
function readUrl(value: string): string | undefined {
  const url = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/i.test(value) ? `http://${value}` : value;
  return isWebUrl(url) ? url : undefined;
}

function readQid(value: string): string | undefined {
  return /(?:^|\/)(Q\d+)$/.exec(value.trim())?.[1];
}

function dropEmpty<T extends object>(value: T): T {
  const kept: Partial<T> = {};
  for (const key of Object.keys(value) as (keyof T)[]) if (value[key] !== undefined) kept[key] = value[key];
  return kept as T;
}
