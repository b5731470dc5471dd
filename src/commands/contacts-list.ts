import type { Command } from 'commander';
import { columnsOf } from '../terminal/io.ts';
import { countOf } from '../terminal/wrap.ts';
import type { AppealOptions } from './appeal.ts';
import { addContactFilters, type ContactFilters, isWanted, nameOf } from './contact-filters.ts';
import { addAppealOptions, addCommonOptions, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';

interface ListOptions extends AppealOptions, ContactFilters {
  readonly csv?: boolean;
}

export function contactsListCommand(session: Session): Command {
  const command = defineCommand('list', 'List the contacts of an appeal', [
    'contacts list',
    'contacts list my-appeal --kind embassy --country DE,FR',
    'contacts list --lang de --json',
  ]);
  addContactFilters(addAppealOptions(command)).option('--csv', 'print a CSV file instead of a table');
  return addCommonOptions(command).action(
    act<ListOptions>(session, async (options, [appeal]) => {
      const { lang, ...rest } = options;
      const [{ loadAppeal }, { checkFilters }] = await Promise.all([
        import('./appeal.ts'),
        import('./contact-filters.ts'),
      ]);
      await checkFilters(options);
      const { campaign, problems } = await loadAppeal(session.io, rest, appeal);
      if (!campaign) return { problems, data: { contacts: [] } };
      const contacts = campaign.contacts.filter((contact) => isWanted(contact, options));
      const told = problems.filter((p) => p.severity === 'error' || p.code === 'example-appeal');
      if (options.csv) {
        const { formatContacts } = await import('../write/contacts.ts');
        return { problems: told, data: { contacts }, text: formatContacts(contacts) };
      }
      const { formatTable } = await import('../terminal/table.ts');
      const rows = contacts.map((c) => [c.id, c.kind, c.country ?? '', c.languages.join(','), nameOf(c)]);
      return {
        problems: told,
        data: { contacts },
        text: formatTable(['ID', 'KIND', 'IN', 'READS', 'NAME'], rows, columnsOf(session.io)),
        summary: `${countOf(contacts.length, 'contact')}; ${campaign.targets.length} are targets of the appeal.\n`,
      };
    }),
  );
}
