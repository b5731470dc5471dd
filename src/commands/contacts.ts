import type { Command } from 'commander';
import type { Contact } from '../model/contact.ts';
import { columnsOf } from '../terminal/io.ts';
import { countOf } from '../terminal/wrap.ts';
import type { AppealOptions } from './appeal.ts';
import { addAppealOptions, addCommonOptions, commaList, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';
import { chooseFrom } from './usage.ts';

interface ListOptions extends AppealOptions {
  readonly kind?: readonly string[];
  readonly country?: readonly string[];
  readonly find?: string;
}

export function contactsCommand(session: Session): Command {
  return defineCommand('contacts', 'Embassies, companies and others who can be written to', [
    'contacts list',
  ]).addCommand(listCommand(session));
}

function listCommand(session: Session): Command {
  const command = defineCommand('list', 'List the contacts of an appeal', [
    'contacts list',
    'contacts list my-appeal --kind embassy --country DE,FR',
    'contacts list --lang de --json',
  ]);
  addAppealOptions(command)
    .optionsGroup('Which:')
    .option('--kind <kinds>', 'kinds of contact, such as embassy,company', commaList)
    .option('--country <codes>', 'countries where they sit, such as DE,FR', commaList)
    .option('--lang <tags>', 'languages that they read, such as de', commaList)
    .option('--find <text>', 'words in name, city or id');
  return addCommonOptions(command).action(
    act<ListOptions>(session, async (options, [appeal]) => {
      const { lang, ...rest } = options;
      const [{ loadAppeal }, { CONTACT_KINDS }] = await Promise.all([
        import('./appeal.ts'),
        import('../model/contact.ts'),
      ]);
      chooseFrom('--kind', options.kind, CONTACT_KINDS);
      const { campaign, problems } = await loadAppeal(session.io, rest, appeal);
      if (!campaign) return { problems, data: { contacts: [] } };
      const contacts = campaign.contacts.filter((contact) => isWanted(contact, options));
      const { formatTable } = await import('../terminal/table.ts');
      const rows = contacts.map((c) => [c.id, c.kind, c.country ?? '', c.languages.join(','), nameOf(c)]);
      return {
        problems: problems.filter((p) => p.severity === 'error' || p.code === 'example-appeal'),
        data: { contacts },
        text: formatTable(['ID', 'KIND', 'IN', 'READS', 'NAME'], rows, columnsOf(session.io)),
        summary: `${countOf(contacts.length, 'contact')}; ${campaign.targets.length} are targets of the appeal.\n`,
      };
    }),
  );
}

function isWanted(contact: Contact, { kind, country, lang, find }: ListOptions): boolean {
  const words = find?.toLowerCase();
  const searched = [contact.id, nameOf(contact), contact.city ?? ''].join('\n').toLowerCase();
  return (
    (!kind || kind.includes(contact.kind)) &&
    (!country || (contact.country !== undefined && country.includes(contact.country))) &&
    (!lang || contact.languages.some((tag) => lang.includes(tag))) &&
    (!words || searched.includes(words))
  );
}

/** The organisation in English, else in the first language that there is. */
function nameOf({ organisation }: Contact): string {
  if (typeof organisation === 'string') return organisation;
  const wording = organisation.en ?? Object.values(organisation)[0];
  return (typeof wording === 'string' ? wording : wording?.text) ?? '';
}
