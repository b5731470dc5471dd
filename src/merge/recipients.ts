import type { Contact, ContactKind } from '../model/contact.ts';
import { type Name, nameIn } from '../model/text.ts';
import { languagesOf, type MergeJob } from './context.ts';
import { noteRead, type Reads } from './reads.ts';
import type { Merging } from './tell.ts';

/** Kinds of contact that a country's embassy speaks for. */
const CONSULAR: readonly ContactKind[] = ['consulate-general', 'consulate', 'honorary-consulate'];

/** Whom the appeal addresses, by name, with what a paper has read of each. */
export function recipientsOf({ job, reads }: Merging): Name[] {
  return noteRecipients(reads, listRecipients(job, job.campaign.targets));
}

/** An addressee with its name. */
export interface Recipient {
  readonly id: string;
  readonly name: Name;
}

/** These targets: one embassy for all of a state's, consulates left to it, each name once. */
export function listRecipients(job: MergeJob, targets: readonly Contact[]): Recipient[] {
  const hasEmbassy = targets.some((target) => target.kind === 'embassy');
  const recipients = new Map<string, Recipient>();
  for (const { kind, id, organisation, represents } of targets) {
    if (hasEmbassy && CONSULAR.includes(kind)) continue;
    const name = nameIn(organisation, languagesOf(job));
    const key = kind === 'embassy' ? `embassy of ${represents}` : name.text;
    const known = recipients.get(key)?.name;
    // Of an embassy's names the one in the document's language is the best.
    if (known && (known.language === undefined || name.language !== undefined)) continue;
    recipients.set(key, { id, name });
  }
  return [...recipients.values()];
}

/** Notes that these names are printed. */
export function noteRecipients(reads: Reads, recipients: readonly Recipient[]): Name[] {
  for (const { id, name } of recipients) noteRead(reads, `contact/${id}`, name.text);
  return recipients.map(({ name }) => name);
}
