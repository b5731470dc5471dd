import { z } from 'zod';
import { country, words } from './values.ts';

/** Somebody who answers for a printed sheet in law. */
const party = z.strictObject({
  name: words,
  address: words.optional(),
  /** Town of its seat, where the law asks for that. */
  place: words.optional(),
});
export type Party = z.infer<typeof party>;

/** Who answers for leaflets, in an appeal or in the file of a sender. */
export const imprint = z.strictObject({
  /** Country where they are handed out; its law says what the imprint needs. */
  country: country.optional(),
  publisher: party.optional(),
  /** `self` where the publisher copies them. */
  printer: z.union([z.literal('self'), party]).optional(),
  /** Answers for what is said: "V. i. S. d. P.". */
  responsible: party.optional(),
});
export type ImprintData = z.infer<typeof imprint>;
