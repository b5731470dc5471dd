import type { Command } from 'commander';
import { type Channel, channelsOf } from '../model/channel.ts';
import type { Contact } from '../model/contact.ts';
import { columnsOf, type Io, textsFor } from '../terminal/io.ts';
import { type AppealOptions, todayOf } from './appeal.ts';
import { addContactFilters, type ContactFilters, checkFilters, isWanted, nameOf } from './contact-filters.ts';
import { addAppealOptions, addCommonOptions, channelList, defineCommand } from './options.ts';
import { act, type Outcome, type Session } from './outcome.ts';

interface ListOptions extends AppealOptions, ContactFilters {
  readonly channel?: readonly Channel[];
  readonly csv?: boolean;
  readonly birthdays?: boolean;
}

/** The command `contacts list`. */
export function contactsListCommand(session: Session): Command {
  const command = defineCommand('list', 'List the contacts of an appeal, or of a contacts file', [
    'contacts list',
    'contacts list my-appeal --kind embassy --country DE,FR',
    'contacts list contacts.csv --lang de --json',
    'contacts list my-appeal --channel fax',
    'contacts list my-appeal --birthdays',
  ]);
  addContactFilters(addAppealOptions(command))
    .option(
      '--channel <ways>',
      'those who can be reached so: post, fax, email, form (or web), phone',
      channelList,
    )
    .option(
      '--birthdays',
      'those in prison by their next birthday, with number and address, for a letter night',
    )
    .option('--csv', 'print a CSV file instead of a table');
  return addCommonOptions(command).action(
    act<ListOptions>(session, (options, [named]) => listContacts(session.io, options, named)),
  );
}

async function listContacts(io: Io, options: ListOptions, named: string | undefined): Promise<Outcome> {
  const { channel } = options;
  await checkFilters(options);
  const { loadContacts } = await import('./load-contacts.ts');
  const { contacts: all, targets, problems } = await loadContacts(io, options, named);
  const contacts = all
    .map(({ value }) => value)
    .filter((contact) => isWanted(contact, options))
    .filter((contact) => !channel || channelsOf(contact).some((way) => channel.includes(way)));
  if (options.birthdays) {
    const { listBirthdays } = await import('./birthdays.ts');
    return { problems, ...listBirthdays(io, contacts, todayOf(io, options.date)) };
  }
  if (options.csv) {
    const { formatContacts } = await import('../write/contacts.ts');
    return { problems, data: { contacts }, text: formatContacts(contacts) };
  }
  const { formatTable } = await import('../terminal/table.ts');
  const rows = contacts.map((c) => [
    c.id,
    c.kind,
    c.country ?? '',
    c.languages.join(','),
    waysOf(c).join(','),
    nameOf(c),
  ]);
  const { say, count } = textsFor(io);
  const listed = count(contacts.length, 'contact');
  const told =
    targets === undefined
      ? `${listed}.`
      : say('{contacts}; {n} are targets of the appeal.', { contacts: listed, n: targets });
  return {
    problems,
    data: { contacts, channels: Object.fromEntries(contacts.map((c) => [c.id, channelsOf(c)])) },
    text: formatTable(
      ['ID', say('KIND'), say('IN'), say('READS'), say('BY'), say('NAME')],
      rows,
      columnsOf(io),
    ),
    summary: `${told}\n`,
  };
}

/** The ways to write to a contact; the telephone, where that is the only way to reach them. */
function waysOf(contact: Contact): readonly Channel[] {
  const ways = channelsOf(contact);
  const written = ways.filter((way) => way !== 'phone');
  return written.length > 0 ? written : ways;
}
