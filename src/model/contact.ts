import { z } from 'zod';
import { PRISON_RULES } from './prisons.ts';
import { languageTag, ownName } from './text.ts';
import { country, email, id, isPartialDate, partialDate, webUrl, words } from './values.ts';

/** Kinds that act for the state of the country where they sit. */
const STATE_KINDS = [
  'head-of-state',
  'head-of-government',
  'ministry',
  'parliament',
  'member-of-parliament',
  'court',
  'prosecutor',
  'police',
  'prison',
  'regional-authority',
  'local-authority',
  'authority',
] as const;

/** What somebody who is written to is; `authority` is every office that has no kind of its own. */
export const CONTACT_KINDS = [
  'embassy',
  'consulate-general',
  'consulate',
  'honorary-consulate',
  'high-commission',
  'nunciature',
  'permanent-mission',
  ...STATE_KINDS,
  'international-body',
  'company',
  'owner',
  'customer',
  'employers',
  'media',
  'church',
  'union',
  'prisoner',
  'strikers',
] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** Names that kinds had in earlier versions, and what they mean now. */
const OLD_KINDS: Readonly<Record<string, ContactKind>> = { other: 'authority' };

/** A kind by its present name; everything else as it is. */
export function presentKind(name: string): string {
  return OLD_KINDS[name] ?? name;
}

/** Kinds that speak for a state abroad, the highest first. */
export const MISSION_KINDS = [
  'embassy',
  'high-commission',
  'nunciature',
  'consulate-general',
  'consulate',
  'honorary-consulate',
] as const satisfies readonly ContactKind[];
export type MissionKind = (typeof MISSION_KINDS)[number];

/** Offices whose holders have a form of address of their own. */
export const OFFICES = [
  'ambassador',
  'charge-daffaires',
  'high-commissioner',
  'nuncio',
  'consul-general',
  'consul',
  'honorary-consul',
  'minister',
  'head-of-state',
  'head-of-government',
  'chief-executive',
  'chair',
  'monarch',
  'speaker',
  'judge',
  'prosecutor',
  'governor',
  'mayor',
  'bishop',
  'un-official',
  'eu-official',
  'prison-governor',
  'none',
] as const;
export type Office = (typeof OFFICES)[number];

/** Genders that a form of address can have. */
export const GENDERS = ['female', 'male'] as const;
export type Gender = (typeof GENDERS)[number];

/** Somebody who can be written to. Everything that is not known stays out; nothing is guessed. */
export const contact = z.strictObject({
  id,
  kind: z.preprocess((kind) => (typeof kind === 'string' ? presentKind(kind) : kind), z.enum(CONTACT_KINDS)),
  /** What it has to do with the events, in a word of the appeal's own: `employer`. Demands and facts can name it. */
  roles: z.array(id).min(1).optional(),
  /** Name of the organisation: plain, or per language. */
  organisation: ownName,
  /** The state that a mission or ministry speaks for. */
  represents: country.optional(),
  /** Countries that a mission covers. */
  accredited: z.array(country).optional(),
  office: z.enum(OFFICES).optional(),
  /** What the office is called on an envelope, where that says more: `Ministre de la Justice`. */
  officeTitle: words.optional(),
  /** Name of the office holder, as it is written on an envelope: plain, or per language. */
  holder: ownName.optional(),
  gender: z.enum(GENDERS).optional(),
  street: words.optional(),
  postalCode: words.optional(),
  city: words.optional(),
  region: words.optional(),
  country: country.optional(),
  /** Whole address line by line, where fields don't serve; wins over the fields. */
  addressLines: z.array(words).max(6).optional(),
  /** The lines between names and country once more in Latin letters, as the office itself writes them. */
  addressLatin: z.array(words).max(4).optional(),
  phone: z.array(words).optional(),
  fax: z.array(words).optional(),
  email: z.array(email).optional(),
  /** Web page of the contact. */
  website: webUrl.optional(),
  /** Web form that takes messages. */
  form: webUrl.optional(),
  /** Most characters that the form takes, as it says itself. */
  formLimit: z
    .string()
    .regex(/^[1-9]\d{2,4}$/, { error: 'expected the number of characters that the form takes, such as 2000' })
    .optional(),
  /** Of a prisoner: the number that the prison gave, and the prison. */
  number: words.optional(),
  facility: words.optional(),
  /** Whose rules for mail hold there. */
  prison: z.enum(PRISON_RULES.map(({ id }) => id) as [string, ...string[]]).optional(),
  /** For a card on the day: `--05-01` where the year is nobody's business. */
  birthday: z
    .string()
    .refine((day) => isPartialDate(day.replace(/^--(?=\d)/, '2000-')) && /-\d\d-\d\d$/.test(day), {
      params: { code: 'bad-date' },
      error: 'expected a day such as 1980-05-01, or --05-01 without the year',
    })
    .optional(),
  /** True where the prisoner's supporters ask that letters speak of the case. */
  aboutCase: z.boolean().optional(),
  /** Languages that it reads, best first. */
  languages: z.array(languageTag).min(1),
  /** Where the values were read. */
  source: words,
  /** When the source was last seen or dated; `undated` where nobody knows. */
  seen: z.union([partialDate, z.literal('undated')]).optional(),
  verified: z.strictObject({ on: partialDate, by: words, how: words.optional() }).optional(),
  /** Day since which it no longer exists or answers. */
  defunct: partialDate.optional(),
  /** Wikidata item: `Q4374007`. */
  wikidata: z
    .string()
    .regex(/^Q\d+$/, { error: 'expected a Wikidata item such as Q4374007' })
    .optional(),
  notes: words.optional(),
});
export type Contact = z.infer<typeof contact>;

/** A file of contacts. */
export const contacts = z.array(contact);

/** Fields of a contact as the columns of a list name them, in the order of a new file. */
export const CONTACT_FIELDS = [
  'id',
  'kind',
  'organisation',
  'roles',
  'represents',
  'accredited',
  'office',
  'officeTitle',
  'holder',
  'gender',
  'street',
  'postalCode',
  'city',
  'region',
  'country',
  'addressLines',
  'addressLatin',
  'phone',
  'fax',
  'email',
  'website',
  'form',
  'formLimit',
  'number',
  'facility',
  'prison',
  'birthday',
  'aboutCase',
  'languages',
  'wikidata',
  'source',
  'seen',
  'verified.on',
  'verified.by',
  'verified.how',
  'defunct',
  'notes',
] as const satisfies readonly (Exclude<keyof Contact, 'verified'> | `verified.${string}`)[];
export type ContactField = (typeof CONTACT_FIELDS)[number];

/** A contact that speaks for a state abroad. */
export type Mission = Contact & { readonly kind: MissionKind };

/** True for embassies, consulates and their like. */
export function isMission(contact: Contact): contact is Mission {
  return (MISSION_KINDS as readonly string[]).includes(contact.kind);
}

/** The state for which somebody speaks or acts; undefined for companies, unions and the like. */
export function stateOf({ kind, represents, country }: Contact): string | undefined {
  return represents ?? ((STATE_KINDS as readonly string[]).includes(kind) ? country : undefined);
}

/** What a contact answers to where targets, demands and facts name somebody: id, kind, roles, the code of its state. */
export function handlesOf(contact: Contact): string[] {
  return [contact.id, contact.kind, ...(contact.roles ?? []), stateOf(contact) ?? []].flat();
}
