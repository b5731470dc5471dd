import type { Closing } from '../model/addressee.ts';
import { type Contact, type ContactKind, MISSION_KINDS, type Office } from '../model/contact.ts';
import { countryName, likelyLanguage } from '../model/country.ts';
import { normalForm } from '../model/normal-form.ts';
import { prisonRules } from '../model/prisons.ts';
import { foreignScript } from '../model/script.ts';
import type { Sender } from '../model/sender.ts';
import { type Name, nameIn, wordingIn } from '../model/text.ts';
import { isSecretary, isTitle } from '../model/titles.ts';
import type { Words } from '../model/words.ts';
import { placeLines } from './address-formats.ts';
import { countryForm } from './countries.ts';
import { countryLine, fillPattern } from './forms.ts';

/** Who is written to at a kind of contact whose office nobody told. */
const HEAD_OF: Partial<Record<ContactKind, Office>> = {
  ministry: 'minister',
  court: 'judge',
  prosecutor: 'prosecutor',
  prison: 'prison-governor',
  embassy: 'ambassador',
  'high-commission': 'high-commissioner',
  nunciature: 'nuncio',
  'consulate-general': 'consul-general',
  consulate: 'consul',
  'honorary-consulate': 'honorary-consul',
};

/** The organisation in the document's language, else as it is called where it stands. */
export function organisationOf(contact: Contact, language: string): Name {
  return nameIn(contact.organisation, [language, ...contact.languages]);
}

/** The form for an office: by gender where it is known and the language has one. */
function formFor(
  forms: { female?: string | undefined; male?: string | undefined; unknown: string } | undefined,
  { gender }: Contact,
): string | undefined {
  return forms && ((gender && forms[gender]) ?? forms.unknown);
}

/** The line that says whom at the organisation the letter is for; undefined where nobody is meant. */
export function attentionOf(contact: Contact, words: Words): string | undefined {
  if (contact.officeTitle !== undefined) return contact.officeTitle;
  // Under "Minister of Justice" no line says "The Minister" once more.
  const isSaid = contact.office === undefined && isTitle(organisationOf(contact, words.language).text);
  const office = contact.office ?? (isSaid ? undefined : HEAD_OF[contact.kind]);
  if (office === undefined) return undefined;
  const forms = words.attention[office];
  return (contact.holder === undefined ? undefined : forms?.named) ?? formFor(forms, contact);
}

/** The same on an envelope: with the state that a mission speaks for, where its name doesn't say that in this language. */
function attentionLine(contact: Contact, words: Words): string | undefined {
  const attention = attentionOf(contact, words);
  const pattern = words.countries?.attention;
  const isMission = MISSION_KINDS.some((kind) => kind === contact.kind);
  const isNamed = organisationOf(contact, words.language).language === undefined;
  const of = countryForm(contact.represents, 'of', words);
  if (!attention || !pattern || !isMission || contact.officeTitle || isNamed || of === undefined)
    return attention;
  return fillPattern(pattern, { attention, of });
}

/** Kinds that are addressed as those of another, and kinds that are an office. */
const ADDRESSED_AS: Partial<Record<ContactKind, ContactKind>> = {
  'permanent-mission': 'embassy',
  strikers: 'union',
};
const OFFICE_OF: Partial<Record<ContactKind, Office>> = {
  court: 'judge',
  prosecutor: 'prosecutor',
  prison: 'prison-governor',
  'head-of-state': 'head-of-state',
  'head-of-government': 'head-of-government',
};

/** Titles that a name may bring along, after which it takes no other. */
const TITLED =
  /^(H\.? ?E\.?|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Hon|Herrn?|Frau|M|Mme|Mlle|Sr|Sra|Sig|Sigra|Pan|Pani|г-н|г-жа)\b/iu;

/** A named holder as the language writes one on an envelope. */
function holderOf(contact: Contact, { holder, language }: Words): Name | undefined {
  if (contact.holder === undefined) return undefined;
  const name = nameIn(contact.holder, [language, ...contact.languages]);
  const own = { ...name, language: name.language ?? foreignScript(name.text, language) };
  if (holder === undefined || TITLED.test(name.text)) return own;
  return { text: fillPattern(formFor(holder, contact) ?? '{name}', { name: name.text }) };
}

/** The form of address by office and gender, else by kind, else for everybody. */
export function salutationOf(contact: Contact | undefined, words: Words): string {
  const { offices, kinds, general } = words.salutation;
  if (!contact) return general;
  const isUntold = contact.office === undefined && contact.officeTitle === undefined;
  if (isUntold && contact.kind === 'ministry' && isSecretary(organisationOf(contact, words.language).text))
    return general;
  const office = contact.office ?? OFFICE_OF[contact.kind];
  const byOffice = office && formFor(offices[office], contact);
  return byOffice ?? kinds[ADDRESSED_AS[contact.kind] ?? contact.kind] ?? general;
}

/** What a letter begins with under its form of address, and how it ends: by office, by kind, else by the closing's name. */
export function courtesyOf(
  contact: Contact | undefined,
  closing: Closing,
  words: Words,
): { opening?: string | undefined; closing: string } {
  const { offices, kinds } = words.courtesies ?? {};
  const office = contact && (contact.office ?? OFFICE_OF[contact.kind]);
  const own = (office && offices?.[office]) ?? (contact && kinds?.[contact.kind]);
  if (own) return own;
  return {
    opening: words.opening?.[closing] ?? words.salutation.greeting,
    closing: words.closing[closing],
  };
}

/** Lines that the window of an envelope has room for. */
const MOST_LINES = 6;

/**
 * Lines of the address as the envelope needs them. Abroad, the city stands in capitals, and the country in the last
 * line, in capitals too and in the language of the sender's country, whose post has to read it; over it the address in
 * Latin letters, where it is in others and both are known.
 */
export function addressLines(contact: Contact, words: Words, sender: Sender | undefined): Name[] {
  if (contact.kind === 'prisoner' && !contact.addressLines) return prisonLines(contact, words, sender);
  const { country } = contact;
  const isAbroad = country !== undefined && country !== sender?.country;
  const own = contact.addressLines ?? placeLines(contact, isAbroad, contact.languages[0]!);
  const latin = isAbroad || own.length === 0 ? (contact.addressLatin ?? []) : [];
  const names = [
    organisationOf(contact, words.language),
    textLine(attentionLine(contact, words)),
    holderOf(contact, words),
  ].filter((line) => line !== undefined);
  const hasCountry = isAbroad && !contact.addressLines && own.length + latin.length > 0;
  const last = hasCountry ? countryLine(country, words, postLanguage(sender, words)) : undefined;
  const place = [...withoutCountry(own, country, last), ...(own.length > 0 ? joined(latin) : latin)];
  const end = last === undefined ? [] : [last];
  const isLong = names.length + place.length + end.length > MOST_LINES && latin.length > 0 && own.length > 0;
  const lines = isLong ? [...joined(own), ...joined(latin)] : place;
  return [...names, ...[...lines, ...end].map((text) => ({ text }))].filter(({ text }) => text !== '');
}

/**
 * Whoever is in prison, as the prison asks: name and number, the prison, and where its mail goes, which may be to a firm
 * that scans it in another place.
 */
function prisonLines(contact: Contact, words: Words, sender: Sender | undefined): Name[] {
  const { number = '', facility = '', prison } = contact;
  const rules = prisonRules(prison);
  const name = organisationOf(contact, words.language);
  const country = rules?.viaCountry ?? contact.country;
  const isAbroad = country !== undefined && country !== sender?.country;
  const last = isAbroad ? [{ text: countryLine(country, words, postLanguage(sender, words)) }] : [];
  if (rules?.via) {
    const values = { name: name.text, number, facility };
    const lines = rules.via.map((line) => fillPattern(line, values).replace(/(?<![/+ ])[/+ ]+$/, ''));
    return [...lines.map((text) => ({ text })), ...last].filter(({ text }) => text !== '');
  }
  const named = { ...name, text: number === '' ? name.text : `${name.text}${commaOf(name.text)} ${number}` };
  const place = placeLines(contact, isAbroad, contact.languages[0]!);
  return [named, ...[facility, ...place].map((text) => ({ text })), ...last].filter(
    ({ text }) => text !== '',
  );
}

/** The comma of the letters that a name is in. */
function commaOf(name: string): string {
  return /\p{Script=Arabic}/u.test(name) ? '،' : ',';
}

function joined(lines: readonly string[]): string[] {
  return lines.length > 0 ? [lines.join(', ')] : [];
}

/** A city that is its own country, such as Hong Kong, isn't said twice. */
function withoutCountry(lines: readonly string[], country = '', last = ''): readonly string[] {
  const bare = (name: string) => normalForm(name).replaceAll(' ', '');
  const isSame = [last, countryName(country)].some((name) => bare(name) === bare(lines.at(-1) ?? ''));
  return isSame && last !== '' ? lines.slice(0, -1) : lines;
}

/** Fields of an address in the letters of its country. */
const OWN_PLACE = ['street', 'postalCode', 'city', 'region', 'addressLines'] as const;

/**
 * The contact with its address in Latin letters alone, and with those of its names that do without the `missing`
 * characters; undefined where that is no way out.
 */
export function inLatin(contact: Contact, missing: readonly string[]): Contact | undefined {
  const { organisation, addressLatin = [] } = contact;
  const isSettable = (text: string) => !missing.some((character) => text.includes(character));
  const names = typeof organisation === 'string' ? { en: organisation } : organisation;
  const known = Object.keys(names).filter((tag) => isSettable(wordingIn(names, tag)!));
  const isNews = OWN_PLACE.some((field) => contact[field] !== undefined);
  if (!isNews || addressLatin.length === 0 || known.length === 0 || !isSettable(addressLatin.join())) {
    return undefined;
  }
  const named = Object.fromEntries(known.map((tag) => [tag, names[tag]!]));
  const without = Object.fromEntries(OWN_PLACE.map((field) => [field, undefined]));
  return { ...contact, ...without, organisation: typeof organisation === 'string' ? organisation : named };
}

/** The language in which the sender's post reads a country; the document's where its script needs fonts of its own. */
function postLanguage(sender: Sender | undefined, words: Words): string {
  if (!sender?.country) return words.language;
  const language = likelyLanguage(sender.country);
  const script = new Intl.Locale(language).maximize().script ?? '';
  return ['Latn', 'Cyrl', 'Grek'].includes(script) ? language : words.language;
}

function textLine(text: string | undefined): Name | undefined {
  return text === undefined ? undefined : { text };
}

/** Lines about the sender over the letter, with the country where the letter goes abroad. */
export function senderLines(sender: Sender, target: Contact | undefined, words: Words): Name[] {
  const further = [sender.email, sender.phone].map(textLine);
  return [...returnLines(sender, target, words), ...further].filter((line) => line !== undefined);
}

/** Where a letter goes back to: the sender's names and address, with the country where the letter goes abroad. */
export function returnLines(sender: Sender, target: Contact | undefined, words: Words): Name[] {
  const names = [sender.organisation, sender.name].map((text) => ({
    text,
    isName: true,
    language: text && foreignScript(text, words.language),
  }));
  const { country } = sender;
  const abroad = country !== undefined && target?.country !== country;
  const lines = [
    sender.street,
    placeLines({ ...sender, street: undefined }, false, words.language).join(', '),
    abroad && sender.city ? countryLine(country, words) : undefined,
  ];
  return [...names, ...lines.map((text) => ({ text }))].filter((line): line is Name => Boolean(line.text));
}
