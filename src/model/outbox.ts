import { z } from 'zod';
import { CHANNELS } from './channel.ts';
import { fullDate, id } from './values.ts';

/** Days after which a letter without an answer is asked after. */
export const ANSWER_DAYS = 21;

/** A letter that was sent: a row of `outbox.csv`, beside the appeal and out of git. */
export const sentLetter = z.strictObject({
  /** Id of the contact. */
  contact: id,
  /** Id of the one who signed, where many do. */
  sender: id.optional(),
  /** Tag, or the two of a letter in two languages. */
  language: z.string().min(1),
  /** Code of what the letter tells, whatever its language. */
  edition: z.string().regex(/^[0-9a-f]{8}$/, { error: 'expected a code of eight digits such as 03fa91bc' }),
  /** True for one that asks after an earlier letter. */
  followUp: z.boolean().optional(),
  by: z.enum(CHANNELS),
  sent: fullDate,
  answered: fullDate.optional(),
  /** Path of the letter below the folder for output. */
  file: z.string().min(1),
  /** What it tells: `fact/killed`, `demand/release`, `figure/killed/official=11`. */
  told: z.array(z.string().min(1)).default([]),
});
export type SentLetter = z.infer<typeof sentLetter>;

/** Columns of `outbox.csv`. */
export const OUTBOX_COLUMNS = [
  'contact',
  'sender',
  'language',
  'edition',
  'followUp',
  'by',
  'sent',
  'answered',
  'file',
  'told',
] as const satisfies readonly (keyof SentLetter)[];

/** Names of the files beside an appeal: the rows, and a calendar that reminds of those without an answer. */
export const OUTBOX = 'outbox.csv';
/** The calendar. */
export const OUTBOX_CALENDAR = 'outbox.ics';

/** Whose letter it is: the contact's, from one of many who sign or from whoever signs. */
export function partiesOf({ contact, sender }: Pick<SentLetter, 'contact' | 'sender'>): string {
  return sender === undefined ? contact : `${contact}/${sender}`;
}

/** What must not be sent twice: the same edition, to the same from the same, as a letter or as what asks after it. */
export function sendingKey(letter: Pick<SentLetter, 'contact' | 'sender' | 'edition' | 'followUp'>): string {
  return [partiesOf(letter), letter.edition, letter.followUp ? 'follow-up' : 'letter'].join(' ');
}

/** Rows that wait for an answer, by whose they are; the oldest first. */
export function waitingRows(rows: readonly SentLetter[]): Map<string, readonly SentLetter[]> {
  const waiting = [...rows]
    .filter(({ answered }) => answered === undefined)
    .sort((a, b) => (a.sent < b.sent ? -1 : a.sent > b.sent ? 1 : 0));
  const groups = new Map<string, SentLetter[]>();
  for (const row of waiting) groups.set(partiesOf(row), [...(groups.get(partiesOf(row)) ?? []), row]);
  return groups;
}
