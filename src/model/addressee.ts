import type { Demand } from './appeal.ts';
import { type Contact, type ContactKind, handlesOf } from './contact.ts';

/** Kinds of letter: each has a template, `templates/letter/<kind>.<language>.md`. */
export const LETTER_KINDS = [
  'embassy',
  'ministry',
  'parliament',
  'authority',
  'international-body',
  'company',
  'influence',
  'media',
  'union',
  'prisoner',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** Kinds of closing that the words of a language have. */
export const CLOSINGS = ['diplomatic', 'formal', 'solidarity'] as const;
export type Closing = (typeof CLOSINGS)[number];

/**
 * The letter that fits the part of each kind: an embassy conveys, a government and an authority answer for themselves, a
 * parliament takes it up, an international body acts within its mandate, a company answers for its own part, its owners,
 * customers, federations and churches use their influence, media are informed. Only those whom it was done to, and those
 * who stand with them, get the letter of solidarity.
 */
const LETTER_OF: Readonly<Record<ContactKind, LetterKind>> = {
  embassy: 'embassy',
  'consulate-general': 'embassy',
  consulate: 'embassy',
  'honorary-consulate': 'embassy',
  'high-commission': 'embassy',
  nunciature: 'embassy',
  'permanent-mission': 'embassy',
  'head-of-state': 'ministry',
  'head-of-government': 'ministry',
  ministry: 'ministry',
  parliament: 'parliament',
  'member-of-parliament': 'parliament',
  court: 'authority',
  prosecutor: 'authority',
  police: 'authority',
  prison: 'authority',
  'regional-authority': 'authority',
  'local-authority': 'authority',
  authority: 'authority',
  'international-body': 'international-body',
  company: 'company',
  owner: 'influence',
  customer: 'influence',
  employers: 'influence',
  church: 'influence',
  media: 'media',
  union: 'union',
  strikers: 'union',
  prisoner: 'prisoner',
};

/** How each kind of letter ends. */
export const CLOSING_OF: Readonly<Record<LetterKind, Closing>> = {
  embassy: 'diplomatic',
  ministry: 'diplomatic',
  parliament: 'diplomatic',
  authority: 'diplomatic',
  'international-body': 'diplomatic',
  company: 'formal',
  influence: 'formal',
  media: 'formal',
  union: 'solidarity',
  prisoner: 'solidarity',
};

/** The letter that a kind of contact gets. */
export function letterKindOf(kind: ContactKind): LetterKind {
  return LETTER_OF[kind];
}

/** True for a letter of solidarity, which asks its reader for nothing. */
export function isSolidarity(kind: LetterKind): boolean {
  return CLOSING_OF[kind] === 'solidarity';
}

/** The letter that steps in where a language has none of this kind: never another language, never one of solidarity for one with demands. */
export function steppingIn(kind: LetterKind): LetterKind {
  return isSolidarity(kind) ? 'union' : 'authority';
}

/** True if something is meant for this contact, by any of its handles, or for all. */
export function isMeantFor(names: readonly string[] | undefined, contact: Contact | undefined): boolean {
  if (!names || !contact) return true;
  const handles = handlesOf(contact);
  return names.some((name) => handles.includes(name));
}

/**
 * The demands that a letter to this contact holds; without one all of them. Media are informed of what is asked of others
 * where nothing is asked of themselves. Those who get solidarity are asked for nothing unless a demand names them.
 */
export function demandsFor<D extends Pick<Demand, 'of'>>(
  demands: readonly D[],
  contact: Contact | undefined,
): readonly D[] {
  if (!contact) return demands;
  const own = demands.filter(({ of }) => isMeantFor(of, contact));
  if (letterKindOf(contact.kind) === 'media' && own.length === 0) return demands;
  return own;
}

/** The letter that a contact gets from an appeal: a union of which something is demanded by name gets the demands. */
export function letterFor(demands: readonly Pick<Demand, 'of'>[], contact: Contact): LetterKind {
  const kind = letterKindOf(contact.kind);
  const isNamed = demands.some(({ of }) => of !== undefined && isMeantFor(of, contact));
  return kind === 'union' && contact.kind === 'union' && isNamed ? 'authority' : kind;
}
