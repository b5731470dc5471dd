import { z } from 'zod';
import { GENDERS } from './contact.ts';
import { imprint } from './imprint.ts';
import { languageTag } from './text.ts';
import { country, email, id, words } from './values.ts';

/** What a sender signs with in one language. */
const signedIn = z.strictObject({
  name: words.optional(),
  organisation: words.optional(),
  role: words.optional(),
  ownWords: words.optional(),
});

/** What the text of a letter keeps free at an edge, in millimetres. */
const margin = z.coerce
  .number({ error: 'expected millimetres, such as 45' })
  .min(0, { error: 'expected millimetres, such as 45' })
  .max(200, { error: 'expected at most 200 mm' })
  .optional();

/** A letterhead as a picture, a path from the sender's file, and the margins that a letter's text keeps to on it. */
const letterhead = z.strictObject({
  picture: words,
  top: margin,
  right: margin,
  bottom: margin,
  left: margin,
});
export type LetterheadMargins = Omit<z.infer<typeof letterhead>, 'picture'>;

/** Who signs a letter. Kept in `sender.json`, out of git. */
export const sender = z.strictObject({
  $schema: z.string().optional(),
  id: id.optional(),
  name: words,
  organisation: words.optional(),
  /** Function within the organisation, printed under the name. */
  role: words.optional(),
  street: words.optional(),
  postalCode: words.optional(),
  city: words.optional(),
  region: words.optional(),
  country: country.optional(),
  email: email.optional(),
  phone: words.optional(),
  gender: z.enum(GENDERS).optional(),
  /** Whether the letter says "I" or "we"; without it "I" where a gender is told and no organisation. */
  writes: z.enum(['I', 'we']).optional(),
  /** A sentence of the sender's own, printed in each letter. */
  ownWords: words.optional(),
  /** Name, organisation, function and own words in letters of other languages: `{en: {name: "Olga Example"}}`. */
  in: z.record(languageTag, signedIn).optional(),
  /** Who answers for leaflets that the sender hands out; before that of the appeal. */
  imprint: imprint.optional(),
  /** Lies under the first page of letters, in place of the name and address that are set there otherwise. */
  letterhead: z.union([words, letterhead]).optional(),
});
export type Sender = z.infer<typeof sender>;

/** One of many senders: its id goes into the names of its letters, its country picks the embassy. */
export const member = sender.omit({ letterhead: true }).extend({ id, country });
export type Member = z.infer<typeof member>;

/** One of those who sign a letter together. */
export const signatory = sender.omit({ letterhead: true }).extend({ id });
export type Signatory = z.infer<typeof signatory>;

/** A sender as letters of a language name them: by their forms in it, else as they are. */
export function senderIn<S extends Sender>(sender: S, language: string): S {
  const { in: forms, ...own } = sender;
  if (!forms) return sender;
  return { ...own, ...(forms[language] ?? forms[language.split('-')[0]!]) } as S;
}
