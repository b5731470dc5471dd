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
import type { Position, Problem, ProblemCode } from '../problems.ts';
import type { LocatedFile, Path } from '../read/source.ts';
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

export interface ContactCheckOptions {
  /** The day that counts as today, `YYYY-MM-DD`. */
  readonly today: string;
  /** Days after which a verification is out of date. */
  readonly maxAge: number;
  /** Ways in which every contact must be reached; any one of them where it is left out. */
  readonly channels?: readonly Channel[] | undefined;
}

/** What a check says of one contact; the place is put in by `checkContacts`. */
type Finding = readonly [
  severity: Problem['severity'],
  code: ProblemCode,
  field: string,
  message: string,
  hint?: string,
];

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
    ].map(([severity, code, field, message, hint]): Problem => {
      const at = file.locate([...path, ...field.split('.')]);
      return { severity, code, message: `${value.id}: ${message}`, at, hint };
    }),
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
    const different = differ.length > 0 ? `${differ.join(', ')} differ` : 'nothing else differs';
    return [
      {
        severity: 'warning',
        code: 'duplicate-contact',
        message: `${value.id} has the same ${reason} as ${other.value.id} in line ${place.line}; ${different}.`,
        at: file.locate(path),
        hint: 'If they are one, keep the better of them and remove the other.',
      },
    ];
  });
}

/** What post, fax, e-mail and web form need each. */
function checkChannels(contact: Contact, { channels }: ContactCheckOptions): Finding[] {
  const { street, postalCode, city, country, addressLines, defunct } = contact;
  if (defunct) {
    return [['notice', 'defunct-contact', 'defunct', `is defunct since ${defunct}, and gets no letters.`]];
  }
  const has = channelsOf(contact);
  if (!takesLetters(contact)) {
    const message = 'no channel is known: no postal address, fax, e-mail or web form.';
    const written = CHANNELS.filter((channel) => channel !== 'phone');
    const hint = `Add ${written.map((channel) => CHANNEL_FIELDS[channel]).join('; or ')}.`;
    return [['warning', 'no-channel', 'id', message, hint]];
  }
  const lacking = channels?.filter((channel) => !has.includes(channel)) ?? [];
  const findings = lacking.map((channel): Finding => {
    const message = `can’t be reached by ${CHANNEL_NAMES[channel]}.`;
    return ['warning', 'no-channel', 'id', message, `Add ${CHANNEL_FIELDS[channel]}.`];
  });
  const isPostable = addressLines !== undefined || (street !== undefined && city !== undefined);
  if (street && !city)
    findings.push(['warning', 'incomplete-address', 'street', 'has a street but no city.']);
  if (isPostable && !country)
    findings.push([
      'warning',
      'incomplete-address',
      'city',
      'has an address but no country.',
      'Add it as a code of two letters, such as DE: the address is written as that country has it.',
    ]);
  if (street && city && country && !postalCode && isPostalCode('', country) !== undefined) {
    const message = `has no postal code, which ${countryName(country)} uses.`;
    findings.push(['notice', 'incomplete-address', 'street', message]);
  }
  return findings;
}

function checkPlace(contact: Contact): Finding[] {
  const { postalCode, country, represents } = contact;
  const findings: Finding[] = [];
  if (postalCode && country && isPostalCode(postalCode, country) === false) {
    const message = `${JSON.stringify(postalCode)} is no postal code of ${countryName(country)}.`;
    const hint = mayLackZero(postalCode, country)
      ? 'Spreadsheets drop a zero at the beginning: compare with the source.'
      : 'Compare it with the source.';
    findings.push(['warning', 'bad-postal-code', 'postalCode', message, hint]);
  }
  findings.push(...checkScript(contact));
  if (isMission(contact) && represents !== undefined && represents === country) {
    const message = `is a mission of ${countryName(represents)} in ${countryName(represents)} itself.`;
    findings.push(['warning', 'unlikely-country', 'country', message]);
  }
  return findings;
}

/** Post from abroad is addressed in Latin letters (Universal Postal Union, Letter Post Regulations; from memory). */
function checkScript({ street, city, region, addressLines, addressLatin }: Contact): Finding[] {
  const place = addressLines ?? [street, [region, city].filter(Boolean).join(' ')].filter((line) => line);
  const text = place.join(', ');
  if (addressLatin || isLatin(text)) return [];
  const message = 'has no address in Latin letters, by which post from abroad is sorted.';
  const letters = transliterate(text);
  const reading = letters === undefined ? '' : ` Letter by letter it reads “${letters}”, which is only that.`;
  const hint = `Add addressLatin, as the office itself writes it.${reading}`;
  return [['notice', 'incomplete-address', addressLines ? 'addressLines' : 'street', message, hint]];
}

function checkPhones(contact: Contact): Finding[] {
  const { country } = contact;
  return (['phone', 'fax'] as const).flatMap((field) =>
    (contact[field] ?? []).flatMap((text, i): Finding[] => {
      const at = `${field}.${i}`;
      const phone = readPhone(text, country);
      if (!phone?.isValid) {
        return [['warning', 'bad-phone', at, `${JSON.stringify(text)} is no telephone number that exists.`]];
      }
      if (country === undefined || isCallingCodeOf(phone.callingCode, country) !== false) return [];
      const message = `${JSON.stringify(text)} is not a number in ${countryName(country)}.`;
      return [['warning', 'phone-country', at, message]];
    }),
  );
}

/** English goes everywhere; beyond it, one of the languages should be that of the country or of the state. */
function checkLanguages(contact: Contact): Finding[] {
  const base = (tag: string) => tag.split('-')[0]!;
  const likely = likelyLanguages(contact).map(base);
  const reads = contact.languages.map(base);
  if (!contact.country || reads.some((tag) => tag === 'en' || likely.includes(tag))) return [];
  const message = `reads ${reads.join(', ')}, which is unusual in ${countryName(contact.country)}.`;
  return [['notice', 'unlikely-language', 'languages', message]];
}

function checkAge({ verified, defunct }: Contact, { today, maxAge }: ContactCheckOptions): Finding[] {
  if (defunct) return [];
  const hint = 'Look it up, and fill in verified.on, verified.by and verified.how.';
  if (!verified) return [['warning', 'not-verified', 'id', 'was never verified.', hint]];
  if (daysBetween(verified.on, today) <= maxAge) return [];
  return [
    [
      'warning',
      'stale-contact',
      'verified.on',
      `was last verified on ${verified.on}, over ${maxAge} days ago.`,
      hint,
    ],
  ];
}

/** A date known to the month or year counts from its end. */
function daysBetween(from: string, to: string): number {
  const [year, month, day] = from.split('-').map(Number);
  const start =
    month === undefined ? Date.UTC(year!, 12, 0) : Date.UTC(year!, month - 1 + (day ? 0 : 1), day ?? 0);
  return (Date.parse(`${to}T00:00:00Z`) - start) / 86_400_000;
}
