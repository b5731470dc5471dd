import type { Person } from '../model/appeal.ts';
import type { Campaign } from '../model/campaign.ts';
import type { Contact } from '../model/contact.ts';
import { foldName } from '../model/name-forms.ts';
import { allWordings } from '../model/text.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';

/**
 * The campaign as everybody on the web may see it: without letters to those in prison whose name is not to be printed.
 * A letter on paper has to name its addressee; a page with it would name them to all.
 */
export function forPublic(campaign: Campaign): { campaign: Campaign; problems: readonly Problem[] } {
  const hidden = new Map(
    campaign.appeal.people
      .filter(({ publish }) => publish !== 'yes')
      .flatMap((person) => spellingsOf(person).map((spelling) => [spelling, person.id] as const)),
  );
  const personIn = ({ kind, organisation, holder }: Contact) =>
    kind === 'prisoner'
      ? [organisation, holder]
          .flatMap((name) => (typeof name === 'string' ? [name] : allWordings(name)))
          .map((name) => hidden.get(wordsOf(name)))
          .find((person) => person !== undefined)
      : undefined;
  const isShown = (contact: Contact) => personIn(contact) === undefined;
  if (campaign.contacts.every(isShown)) return { campaign, problems: [] };
  const problems = campaign.targets.flatMap((contact) => {
    const person = personIn(contact);
    return person === undefined ? [] : [finding('notice', 'private-name/page', { id: contact.id, person })];
  });
  const [contacts, targets] = [campaign.contacts.filter(isShown), campaign.targets.filter(isShown)];
  return { campaign: { ...campaign, contacts, targets }, problems };
}

function spellingsOf({ name, also = [] }: Person): string[] {
  return [...Object.values(name), ...also].map(wordsOf);
}

/** The words of a name in one order: lists put the surname first. */
function wordsOf(name: string): string {
  return (foldName(name).match(/[\p{L}\p{M}]+/gu) ?? []).sort().join(' ');
}
