import { type Command, Option } from 'commander';
import type { Contact } from '../model/contact.ts';
import type { AppealOptions } from './appeal.ts';
import { addContactFilters, type ContactFilters, checkFilters, isWanted, nameOf } from './contact-filters.ts';
import { addAppealOptions, addCommonOptions, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';

const FORMATS = ['csv', 'json', 'vcard'] as const;

interface ExportOptions extends AppealOptions, ContactFilters {
  readonly format: (typeof FORMATS)[number];
}

/** The command `contacts export`. */
export function contactsExportCommand(session: Session): Command {
  const command = defineCommand('export', 'Print the contacts for another program', [
    'contacts export my-appeal > contacts.csv',
    'contacts export my-appeal --format vcard --country DE > contacts.vcf',
  ]);
  addContactFilters(addAppealOptions(command)).addOption(
    new Option('--format <name>', 'what to print').choices(FORMATS).default('csv'),
  );
  return addCommonOptions(command).action(
    act<ExportOptions>(session, async (options, [named]) => {
      await checkFilters(options);
      const { loadContacts } = await import('./load-contacts.ts');
      const { contacts: all, problems } = await loadContacts(session.io, options, named);
      const contacts = all.map(({ value }) => value).filter((contact) => isWanted(contact, options));
      return { problems, data: { contacts }, text: await formatAs(options.format, contacts) };
    }),
  );
}

async function formatAs(format: ExportOptions['format'], contacts: readonly Contact[]): Promise<string> {
  switch (format) {
    case 'csv':
      return (await import('../write/contacts.ts')).formatContacts(contacts);
    case 'json':
      return `${JSON.stringify(contacts, null, 2)}\n`;
    case 'vcard':
      return (await import('../write/vcard.ts')).formatVcards(contacts, nameOf);
  }
}
