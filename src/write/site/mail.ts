import type { MergedDocument } from '../../model/block.ts';
import { MAILTO_LIMIT, type MailDraft, type Mailto, writeMailto } from '../mailto.ts';
import { withoutPlaces, writePlacedText } from './letter-markup.ts';

/** Encoded characters that a mail leaves to whoever sends it, for a name, a place and words of her own. */
const ROOM = 300;

/** A mail to one contact as its page offers it. */
interface SiteMail {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  /** Subjects and openings of which the page takes one, so that mails aren't all alike. */
  readonly subjects: readonly string[];
  readonly openings: readonly string[];
  /** Wordings with places, the fullest first; a page takes the first that fits with her words. */
  readonly texts: readonly string[];
  /** The link for those without script. */
  readonly link: Mailto;
}

/** What mails are made of. */
interface MailParts {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subjects: readonly string[];
  readonly openings: readonly string[];
  readonly mails: readonly MergedDocument[];
  /** The letter, where there is no shorter wording. */
  readonly letter: MergedDocument;
}

/**
 * The wordings of a letter for a mail. The fullest goes with her words where it fits in a link; the shortest leaves
 * ROOM for them wherever the data allow it. Of the subjects and openings only those stay with which that holds.
 */
export function fitMail({ to, cc, subjects, openings, mails, letter }: MailParts): SiteMail {
  const all = [...new Set(mails.map(writePlacedText))];
  const texts = all.length > 0 ? all : [writePlacedText(letter)];
  const shortest = texts.at(-1)!;
  const fits = (subject: string, text: string) =>
    lengthOf({ to, cc, subject, body: withoutPlaces(text) }) + ROOM <= MAILTO_LIMIT;
  const byLength = [...subjects].sort((a, b) => encodeURIComponent(a).length - encodeURIComponent(b).length);
  const known = new Set(byLength);
  // A subject that costs a demand isn't worth it: those stay with which as much is said as with the shortest.
  const best = texts.findIndex((text) => fits(byLength[0] ?? '', text));
  const fullest = texts[best < 0 ? texts.length - 1 : best] ?? shortest;
  const fitting = [...known].filter((subject) => fits(subject, fullest));
  const chosen = fitting.length > 0 ? fitting : byLength.slice(0, 1);
  const first = openings[0] ?? '';
  const said = openings.filter((opening) => fits(chosen[0] ?? '', fullest.replace(first, opening)));
  const link = writeMailto({ to, cc, subject: chosen[0] ?? '', body: withoutPlaces(fullest) });
  const isUsed = first !== '' && fullest.includes(first);
  return {
    to,
    cc,
    subjects: chosen,
    openings: isUsed ? [first, ...said.filter((o) => o !== first)] : [],
    texts,
    link,
  };
}

function lengthOf({ body, ...draft }: MailDraft): number {
  const { short } = writeMailto({ ...draft, body: '' });
  return `${short}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`.length;
}
