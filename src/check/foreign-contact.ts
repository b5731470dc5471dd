import { type Contact, type ContactKind, isMission, MISSION_KINDS } from '../model/contact.ts';
import { likelyLanguage } from '../model/country.ts';
import { countriesIn, countryOf, firstCountry } from '../model/country-names.ts';
import { isEmail, isId, isWebUrl } from '../model/values.ts';
import type { ContactColumn } from './contact-columns.ts';
import { readDate, readGender, readKind, readLanguages, readOffice, saysMoreThan } from './contact-values.ts';
import { divideAddress } from './divided-address.ts';
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

/** The cells of a row as they are read: what can't be used is left, with why. */
class RowReader {
  readonly left: LeftValue[] = [];
  readonly #cells: FieldCells;

  constructor(cells: FieldCells) {
    this.#cells = cells;
  }

  leave(column: ContactColumn, value: string, reason: string): undefined {
    this.left.push({ column, value, reason });
  }

  text(column: ContactColumn, joint = ' '): string | undefined {
    return this.#cells.get(column)?.join(joint);
  }

  read<T>(column: ContactColumn, parse: (value: string) => T | undefined, reason: string): T | undefined {
    const value = this.text(column);
    return value === undefined ? undefined : (parse(value) ?? this.leave(column, value, reason));
  }

  list<T>(column: ContactColumn, parse: (value: string) => T | undefined, reason: string): T[] | undefined {
    const cells = this.#cells.get(column) ?? [];
    const values = cells.flatMap((cell) => cell.split(/[;|\n]/)).map((value) => value.trim());
    return this.#take(
      column,
      values.filter((value) => value !== ''),
      parse,
      reason,
    );
  }

  phones(column: 'phone' | 'fax', country: string | undefined): string[] | undefined {
    const numbers = (this.#cells.get(column) ?? []).flatMap(splitPhones);
    return this.#take(
      column,
      numbers,
      (value) => readPhone(value, country)?.number,
      'is no telephone number',
    );
  }

  /** Each value that can be read, once. */
  #take<T>(
    column: ContactColumn,
    values: readonly string[],
    parse: (value: string) => T | undefined,
    reason: string,
  ): T[] | undefined {
    const parsed = values.flatMap((value) => parse(value) ?? this.leave(column, value, reason) ?? []);
    return parsed.length > 0 ? [...new Set(parsed)] : undefined;
  }
}

/**
 * Reads one row as a contact. Kind and sending state that no column tells are read from the organisation's name. What
 * it lets through, the model of a contact does too: a test holds them together, since the schema for each of a million
 * rows would cost as much as all the rest.
 */
export function understandRow(cells: FieldCells): Understood {
  const row = new RowReader(cells);
  const person =
    row.text('name') ??
    joinNames(row.text('firstName'), row.text('middleName'), row.text('lastName'), row.text('country'));
  const named = readOrganisation(cells);
  const organisation = named ?? person;
  if (organisation === undefined) return { rejected: 'has no name of an organisation' };
  const names = typeof organisation === 'string' ? [organisation] : Object.values(organisation).map(String);
  // "Example & Sons, Sales": a department hides what the whole is.
  const told = [...names, ...names.map((name) => name.split(', ')[0]!)]
    .map(kindOfName)
    .find((found) => found !== undefined);
  const role = row.text('office') ?? '';
  const kind = row.read('kind', readKind, 'is no kind of contact') ?? told ?? kindOfName(role) ?? 'authority';
  const office = row.read(
    'office',
    (value) => readOffice(value, kind),
    'is no office that has a form of address',
  );
  const country = firstCountry(cells.get('country')) ?? row.read('country', countryOf, 'is no country');
  const languages = readLanguages(row.text('languages', ';') ?? '');
  for (const word of languages.unknown) row.leave('languages', word, 'is no language');
  const verified = readVerified(row);
  const draft: DraftContact = dropEmpty({
    id: row.read('id', readId, 'is no id'),
    kind,
    roles: row.list('roles', readId, 'is no word of small letters and hyphens'),
    organisation,
    represents: row.read('represents', countryOf, 'is no country') ?? stateNamed(kind, names, country),
    accredited: row.list('accredited', countryOf, 'is no country'),
    office,
    officeTitle:
      row.text('officeTitle') ?? (office !== undefined && saysMoreThan(role, office) ? role : undefined),
    // Programs for members name an organisation in the column of people once more.
    holder: row.text('holder') ?? (named === undefined || names.includes(person ?? '') ? undefined : person),
    gender: row.read('gender', readGender, 'is no gender'),
    ...placeOf(row, country),
    ...readWays(row, country),
    languages: languages.tags.length > 0 ? languages.tags : undefined,
    source: row.text('source', ' '),
    seen: row.read('seen', (value) => (value === 'undated' ? value : readDate(value)), 'is no date'),
    verified,
    defunct: row.read('defunct', readDate, 'is no date'),
    wikidata: row.read('wikidata', readQid, 'is no Wikidata item'),
    notes: row.text('notes', '\n'),
  });
  return { draft, left: row.left };
}

/** Where the contact is; an address in one cell is divided. */
function placeOf(row: RowReader, country: string | undefined) {
  const town = splitTown(row.text('postalCity'));
  const street = joinStreet(row.text('street', ', '), row.text('houseNumber'), country);
  const postalCode = row.text('postalCode') ?? town.postalCode;
  const city = row.text('city') ?? town.city;
  const region = row.text('region');
  const told = { street, postalCode, city, ...(region === undefined ? {} : { region }), country };
  return {
    ...(postalCode === undefined && city === undefined
      ? (divideAddress(street, { country, region }) ?? told)
      : told),
    addressLines: readLines(row.text('addressLines', ';'), 6),
    addressLatin: readLines(row.text('addressLatin', ';'), 4),
  };
}

/** How the contact is reached besides by post. */
function readWays(row: RowReader, country: string | undefined) {
  return {
    phone: row.phones('phone', country),
    fax: row.phones('fax', country),
    email: row.list('email', readEmail, 'is no e-mail address'),
    website: row.read('website', readUrl, 'is no web address'),
    form: row.read('form', readUrl, 'is no web address'),
  };
}

/** Who saw when that it is right: a day alone says nothing. */
function readVerified(row: RowReader): Contact['verified'] {
  const on = row.read('verified.on', readDate, 'is no date');
  const by = row.text('verified.by');
  if (on && by) return dropEmpty({ on, by, how: row.text('verified.how') });
  if (on) row.leave('verified.on', on, 'lacks who verified it');
  return undefined;
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

function readId(value: string): string | undefined {
  return isId(value) ? value : undefined;
}

function readQid(value: string): string | undefined {
  return /(?:^|\/)(Q\d+)$/.exec(value.trim())?.[1];
}

function dropEmpty<T extends object>(value: T): T {
  const kept: Partial<T> = {};
  for (const key of Object.keys(value) as (keyof T)[]) if (value[key] !== undefined) kept[key] = value[key];
  return kept as T;
}
