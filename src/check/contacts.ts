import { append } from '../model/append.ts';
import {
  CHANNEL_FIELDS,
  CHANNEL_NAMES,
  CHANNELS,
  type Channel,
  channelsOf,
  takesLetters,
} from '../model/channel.ts';
import { type Contact, isMission } from '../model/contact.ts';
import { countryName } from '../model/country.ts';
import type { Position, Problem, Told } from '../problems.ts';
import type { LocatedFile, Path } from '../read/source.ts';
import { finding, phrase } from '../wordings.ts';
import { type ContactFinding as Finding, found } from './contact-finding.ts';
import { areDistinct, differences, duplicateKeysOf } from './duplicates.ts';
import { likelyLanguages } from './foreign-contact.ts';
import { isLatin, transliterate } from './latin-letters.ts';
import { isCallingCodeOf, readPhone } from './phones.ts';
import { isPostalCode, mayLackZero } from './postal-codes.ts';
import { checkPrisoner } from './prisoners.ts';

/** A contact and where it stands. */
export interface LocatedContact {
  readonly value: Contact;
  readonly path: Path;
}

interface ContactCheckOptions {
  /** The day that counts as today, `YYYY-MM-DD`. */
  readonly today: string;
  /** Days after which a verification is out of date. */
  readonly maxAge: number;
  /** Ways in which every contact must be reached; any one of them where it is left out. */
  readonly channels?: readonly Channel[] | undefined;
}

/** Checks whether contacts can be written to and trusted: nothing here keeps documents from being made. */
export function checkContacts(
  contacts: readonly LocatedContact[],
  file: LocatedFile,
  options: ContactCheckOptions,
): Problem[] {
  const alone = contacts.flatMap(({ value, path }) =>
    [
      ...checkChannels(value, options),
      ...checkPrisoner(value),
      ...checkPlace(value),
      ...checkPhones(value),
      ...checkLanguages(value),
      ...checkAge(value, options),
    ].map(([problem, field]): Problem => ({ ...problem, at: file.locate([...path, ...field.split('.')]) })),
  );
  return [...checkDuplicates(contacts, file), ...alone];
}

function checkDuplicates(contacts: readonly LocatedContact[], file: LocatedFile): Problem[] {
  const first = new Map<string, LocatedContact>();
  return contacts.flatMap((contact): Problem[] => {
    const { value, path } = contact;
    const keys = duplicateKeysOf(value);
    const found = keys.flatMap(({ key, reason }) => {
      const other = first.get(key);
      return other && !areDistinct(other.value, value) ? [{ other, reason }] : [];
    })[0];
    for (const { key } of keys) if (!first.has(key)) first.set(key, contact);
    if (!found) return [];
    const { other, reason } = found;
    const place: Position = file.locate(other.path);
    const differ = differences(other.value, value);
    const isSame = differ.length === 0;
    return [
      finding(
        'warning',
        isSame ? 'duplicate-contact/same' : 'duplicate-contact',
        { id: value.id, reason, other: other.value.id, line: place.line ?? 1, differ: differ.join(', ') },
        { at: file.locate(path) },
      ),
    ];
  });
}

/** What post, fax, e-mail and web form need each. */
function checkChannels(contact: Contact, { channels }: ContactCheckOptions): Finding[] {
  const { id, street, postalCode, city, country, addressLines, defunct } = contact;
  if (defunct) {
    return [found('notice', 'defunct-contact', 'defunct', { id, defunct })];
  }
  const has = channelsOf(contact);
  if (!takesLetters(contact)) {
    const written = CHANNELS.filter((channel) => channel !== 'phone');
    const fields = orOf(written.map((channel) => CHANNEL_FIELDS[channel]));
    return [found('warning', 'no-channel/none', 'id', { id, fields })];
  }
  const lacking = channels?.filter((channel) => !has.includes(channel)) ?? [];
  const findings = lacking.map((channel) =>
    found('warning', 'no-channel/way', 'id', {
      id,
      way: CHANNEL_NAMES[channel],
      field: CHANNEL_FIELDS[channel],
    }),
  );
  const isPostable = addressLines !== undefined || (street !== undefined && city !== undefined);
  if (street && !city) findings.push(found('warning', 'incomplete-address/city', 'street', { id }));
  if (isPostable && !country) findings.push(found('warning', 'incomplete-address/country', 'city', { id }));
  if (street && city && country && !postalCode && isPostalCode('', country) !== undefined) {
    findings.push(
      found('notice', 'incomplete-address/postal-code', 'street', { id, country: countryName(country) }),
    );
  }
  return findings;
}

function checkPlace(contact: Contact): Finding[] {
  const { id, postalCode, country, represents } = contact;
  const findings: Finding[] = [];
  if (postalCode && country && isPostalCode(postalCode, country) === false) {
    const values = { id, postalCode: JSON.stringify(postalCode), country: countryName(country) };
    const wording = mayLackZero(postalCode, country)
      ? 'bad-postal-code/contact-zero'
      : 'bad-postal-code/contact';
    findings.push(found('warning', wording, 'postalCode', values));
  }
  append(findings, checkScript(contact));
  if (isMission(contact) && represents !== undefined && represents === country) {
    findings.push(found('warning', 'unlikely-country', 'country', { id, country: countryName(represents) }));
  }
  return findings;
}

/** Post from abroad is addressed in Latin letters (Universal Postal Union, Letter Post Regulations; from memory). */
function checkScript({ id, street, city, region, addressLines, addressLatin }: Contact): Finding[] {
  const place = addressLines ?? [street, [region, city].filter(Boolean).join(' ')].filter((line) => line);
  const text = place.join(', ');
  if (addressLatin || isLatin(text)) return [];
  const letters = transliterate(text);
  const field = addressLines ? 'addressLines' : 'street';
  return letters === undefined
    ? [found('notice', 'incomplete-address/latin', field, { id })]
    : [found('notice', 'incomplete-address/latin-letters', field, { id, letters })];
}

function checkPhones(contact: Contact): Finding[] {
  const { id, country } = contact;
  return (['phone', 'fax'] as const).flatMap((field) =>
    (contact[field] ?? []).flatMap((text, i): Finding[] => {
      const at = `${field}.${i}`;
      const phone = readPhone(text, country);
      if (!phone?.isValid) {
        return [found('warning', 'bad-phone', at, { id, phone: JSON.stringify(text) })];
      }
      if (country === undefined || isCallingCodeOf(phone.callingCode, country) !== false) return [];
      const values = { id, phone: JSON.stringify(text), country: countryName(country) };
      return [found('warning', 'phone-country', at, values)];
    }),
  );
}

/** English goes everywhere; beyond it, one of the languages should be that of the country or of the state. */
function checkLanguages(contact: Contact): Finding[] {
  const base = (tag: string) => tag.split('-')[0]!;
  const likely = likelyLanguages(contact).map(base);
  const reads = contact.languages.map(base);
  if (!contact.country || reads.some((tag) => tag === 'en' || likely.includes(tag))) return [];
  const values = { id: contact.id, languages: reads.join(', '), country: countryName(contact.country) };
  return [found('notice', 'unlikely-language', 'languages', values)];
}

function checkAge({ id, verified, defunct }: Contact, { today, maxAge }: ContactCheckOptions): Finding[] {
  if (defunct) return [];
  if (!verified) return [found('warning', 'not-verified', 'id', { id })];
  if (daysBetween(verified.on, today) <= maxAge) return [];
  return [found('warning', 'stale-contact', 'verified.on', { id, on: verified.on, maxAge })];
}

/** A date known to the month or year counts from its end. */
function daysBetween(from: string, to: string): number {
  const [year, month, day] = from.split('-').map(Number);
  const start =
    month === undefined ? Date.UTC(year!, 12, 0) : Date.UTC(year!, month - 1 + (day ? 0 : 1), day ?? 0);
  return (Date.parse(`${to}T00:00:00Z`) - start) / 86_400_000;
}

/** `A; or B; or C`. */
function orOf([first = '', ...rest]: readonly string[]): string | Told {
  return rest.length === 0 ? first : phrase('or', { first, rest: orOf(rest) });
}
