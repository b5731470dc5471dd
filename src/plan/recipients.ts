import { addressLines, inLatin, organisationOf, returnLines } from '../merge/address.ts';
import { isSolidarity } from '../model/addressee.ts';
import type { Campaign } from '../model/campaign.ts';
import { channelsOf } from '../model/channel.ts';
import type { Contact } from '../model/contact.ts';
import { mailCopies, namedCopies } from '../model/copies.ts';
import { type Sender, senderIn } from '../model/sender.ts';
import { type Name, nameIn } from '../model/text.ts';
import type { Words } from '../model/words.ts';
import type { Problem } from '../problems.ts';
import type { LetterJob, Selection } from './jobs.ts';
import { listJobs } from './list-jobs.ts';

/** Somebody who is written to, as the one who posts the letters needs it. */
export interface Recipient {
  readonly contact: Contact;
  /** The organisation in the language of its letter. */
  readonly name: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Lines for the envelope; none where no postal address is known. */
  readonly address: readonly Name[];
  /** The same in Latin letters alone, where they are known. */
  readonly latin?: readonly Name[] | undefined;
  /** Where an envelope goes back to; none where the sender's address isn't known. */
  readonly from: readonly Name[];
  /** Who gets a copy of the letter: names as it has them, addresses of mails. */
  readonly copies: Copies;
}

interface Copies {
  readonly names: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
}

const NO_COPIES: Copies = { names: [], cc: [], bcc: [] };

/** Copies of letters with demands; nobody gets one of a letter of solidarity. */
function copiesOf({ kind, language }: LetterJob, { appeal }: Campaign): Copies {
  if (isSolidarity(kind)) return NO_COPIES;
  const { cc = [], bcc = [] } = mailCopies(appeal);
  return { names: namedCopies(appeal).map(({ name }) => nameIn(name, [language]).text), cc, bcc };
}

/** Everybody who gets a letter, once each in the order of the letters, in the language of the first one. */
export function listRecipients({
  campaign,
  selection,
  words,
  sender,
}: {
  readonly campaign: Campaign;
  readonly selection: Selection;
  readonly words: ReadonlyMap<string, Words>;
  readonly sender?: Sender | undefined;
}): { readonly recipients: readonly Recipient[]; readonly problems: readonly Problem[] } {
  const { jobs, problems } = listJobs(campaign, { ...selection, materials: ['letter'] });
  const recipients = new Map<string, Recipient>();
  for (const job of jobs) {
    const forms = words.get(job.language);
    if (job.material !== 'letter' || !forms || recipients.has(job.target.id)) continue;
    const { target: contact, language } = job;
    const latin = inLatin(contact, []);
    recipients.set(contact.id, {
      contact,
      name: organisationOf(contact, language).text,
      language,
      direction: forms.direction,
      address: channelsOf(contact).includes('post') ? addressLines(contact, forms, sender) : [],
      latin: latin && addressLines(latin, forms, sender),
      from: sender?.city ? returnLines(senderIn(sender, language), contact, forms) : [],
      copies: copiesOf(job, campaign),
    });
  }
  return { recipients: [...recipients.values()], problems };
}
