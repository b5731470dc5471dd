import type { Command } from 'commander';
import type { Contact } from '../model/contact.ts';
import { commaList, countryList } from './options.ts';
import { checkCountries, chooseFrom } from './usage.ts';

/** Which contacts are wanted; all of them where a field is left out. */
export interface ContactFilters {
  readonly kind?: readonly string[];
  readonly country?: readonly string[];
  readonly represents?: readonly string[];
  readonly lang?: readonly string[];
  readonly find?: string;
}

/** Adds the flags that choose contacts. */
export function addContactFilters(command: Command): Command {
  return command
    .optionsGroup('Which:')
    .option('--kind <kinds>', 'kinds of contact, such as embassy,company', commaList)
    .option('--country <codes>', 'countries where they sit, such as DE,FR', countryList)
    .option('--represents <codes>', 'states that missions and ministries speak for, such as KZ', countryList)
    .option('--lang <tags>', 'languages that they read, such as de', commaList)
    .option('--find <text>', 'words in name, city or id');
}

/** Checks the values of the filters; throws UsageError. */
export async function checkFilters({ kind, country, represents }: ContactFilters): Promise<void> {
  const { CONTACT_KINDS } = await import('../model/contact.ts');
  chooseFrom('--kind', kind, CONTACT_KINDS);
  checkCountries('--country', country);
  checkCountries('--represents', represents);
}

/** True for a contact, or what is known of one, that all filters let through. */
export function isWanted(
  contact: Partial<Contact> & Pick<Contact, 'kind' | 'organisation'>,
  { kind, country, represents, lang, find }: ContactFilters,
): boolean {
  const words = find?.toLowerCase();
  const searched = [contact.id ?? '', nameOf(contact), contact.city ?? ''].join('\n').toLowerCase();
  const isIn = (value: string | undefined, wanted: readonly string[] | undefined) =>
    !wanted || (value !== undefined && wanted.includes(value));
  return (
    isIn(contact.kind, kind) &&
    isIn(contact.country, country) &&
    isIn(contact.represents, represents) &&
    (!lang || contact.languages?.some((tag) => lang.includes(tag)) === true) &&
    (!words || searched.includes(words))
  );
}

/** The organisation in English, else in the first language that there is. */
export function nameOf({ organisation }: Pick<Contact, 'organisation'>): string {
  if (typeof organisation === 'string') return organisation;
  const wording = organisation.en ?? Object.values(organisation)[0];
  return (typeof wording === 'string' ? wording : wording?.text) ?? '';
}
