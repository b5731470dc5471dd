import type { Command } from 'commander';
import { columnsOf } from '../terminal/io.ts';
import { countOf } from '../terminal/wrap.ts';
import type { AppealOptions } from './appeal.ts';
import { addContactFilters, type ContactFilters, checkFilters, isWanted, nameOf } from './contact-filters.ts';
import { addAppealOptions, addCommonOptions, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';

interface ListOptions extends AppealOptions, ContactFilters {
  readonly csv?: boolean;
}

export function contactsListCommand(session: Session): Command {
  const command = defineCommand('list', 'List the contacts of an appeal, or of a contacts file', [
    'contacts list',
    'contacts list my-appeal --kind embassy --country DE,FR',
    'contacts list contacts.csv --lang de --json',
  ]);
  addContactFilters(addAppealOptions(command)).option('--csv', 'print a CSV file instead of a table');
  return addCommonOptions(command).action(
    act<ListOptions>(session, async (options, [named]) => {
      await checkFilters(options);
      const { loadContacts } = await import('./load-contacts.ts');
      const { contacts: all, targets, problems } = await loadContacts(session.io, options, named);
      const contacts = all.map(({ value }) => value).filter((contact) => isWanted(contact, options));
      if (options.csv) {
        const { formatContacts } = await import('../write/contacts.ts');
        return { problems, data: { contacts }, text: formatContacts(contacts) };
      }
      const { formatTable } = await import('../terminal/table.ts');
      const rows = contacts.map((c) => [c.id, c.kind, c.country ?? '', c.languages.join(','), nameOf(c)]);
      const addressed = targets === undefined ? '.' : `; ${targets} are targets of the appeal.`;
      return {
        problems,
        data: { contacts },
        text: formatTable(['ID', 'KIND', 'IN', 'READS', 'NAME'], rows, columnsOf(session.io)),
        summary: `${countOf(contacts.length, 'contact')}${addressed}\n`,
      };
    }),
  );
}
