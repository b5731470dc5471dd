import { createHash } from 'node:crypto';
import { firstCountry } from '../model/country-names.ts';
import { isId } from '../model/values.ts';
import { readGender } from './contact-values.ts';
import { divideAddress } from './divided-address.ts';
import { joinNames, joinStreet, splitTown } from './joined.ts';
import { slug } from './latin-letters.ts';
import type { MemberField } from './member-columns.ts';

/** Cells of one row by field; a field that several columns hold has several. */
export type MemberCells = ReadonlyMap<MemberField, readonly string[]>;

/** What a row tells of a sender: texts, and the forms of some of them in further languages. */
type Fields = Record<string, string | Record<string, Record<string, string>>>;

/** The fields of a sender as a row tells them, parts put together as the country writes them. */
export function composeMember(cells: MemberCells): Fields {
  const text = (field: MemberField, joint = ' ') => cells.get(field)?.join(joint);
  const said = cells.get('country');
  const country = firstCountry(said) ?? said?.[0];
  const organisation = text('organisation', ', ');
  const forms = formsIn(cells);
  const joined = joinNames(text('firstName'), text('middleName'), text('lastName'), country);
  const whole = text('name');
  // "Sample, Vera" is how an address book sorts, not how somebody signs.
  const isSorted = text('firstName') !== undefined && whole?.startsWith(`${text('lastName')},`);
  const name = (isSorted ? joined : whole) ?? joined ?? Object.values(forms).find((form) => form.name)?.name;
  // Who has a first name is a person, and writes for nobody else without an organisation.
  const isPerson = organisation === undefined && text('firstName') !== undefined;
  const gender = text('gender');
  const member: Record<string, string | undefined> = {
    // Who signs for an organisation alone signs with its name.
    name: name ?? organisation,
    organisation: name === undefined ? undefined : organisation,
    role: text('role', ', '),
    ...placeOf(text, country),
    email: cells.get('email')?.[0],
    phone: text('phone', ', '),
    gender: gender === undefined ? undefined : readGender(gender),
    writes: text('writes') ?? (isPerson ? 'I' : undefined),
    ownWords: text('ownWords', '\n'),
  };
  const id = idOf(text('id'), member);
  const told = Object.entries({ id, ...member }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  );
  return { ...Object.fromEntries(told), ...(Object.keys(forms).length > 0 ? { in: forms } : {}) };
}

/** Where the sender lives; an address in one cell is divided. */
function placeOf(
  text: (field: MemberField, joint?: string) => string | undefined,
  country: string | undefined,
) {
  const town = splitTown(text('postalCity'));
  const street = joinStreet(text('street', ', '), text('houseNumber'), country);
  const postalCode = text('postalCode') ?? town.postalCode;
  const city = text('city') ?? town.city;
  const region = text('region');
  const told = { street, postalCode, city, ...(region !== undefined && { region }), country };
  return postalCode === undefined && city === undefined
    ? (divideAddress(street, { country, region }) ?? told)
    : told;
}

/** What a sender signs with in further languages, by language: of columns such as `role.en`. */
function formsIn(cells: MemberCells): Record<string, Record<string, string>> {
  const forms: Record<string, Record<string, string>> = {};
  for (const [key, texts] of cells) {
    const [field = '', language] = key.split('.');
    const text = texts.join(' ');
    if (language !== undefined && text !== '') forms[language] = { ...forms[language], [field]: text };
  }
  return forms;
}

/** The list's own id as file names can bear it; without one, the name and a hash, the same wherever the row stands. */
function idOf(
  given: string | undefined,
  { name, email, postalCode }: Record<string, string | undefined>,
): string {
  const own = slug(given ?? '', 64);
  if (own !== '') return isId(own) ? own : `m-${slug(own, 62)}`;
  const hash = createHash('sha256')
    .update(JSON.stringify([name, email, postalCode]))
    .digest('hex')
    .slice(0, 6);
  return `${slug(name ?? '', 50) || 'sender'}-${hash}`;
}
