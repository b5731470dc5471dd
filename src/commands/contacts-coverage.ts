import type { Command } from 'commander';
import { type Contact, isMission } from '../model/contact.ts';
import { countryName } from '../model/country.ts';
import { columnsOf, textsFor } from '../terminal/io.ts';
import type { AppealOptions } from './appeal.ts';
import { addContactFilters, type ContactFilters, checkFilters, isWanted } from './contact-filters.ts';
import { addAppealOptions, addCommonOptions, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';

interface CoverageOptions extends AppealOptions, ContactFilters {}

/** How much is known of the missions of a state. */
interface Coverage {
  readonly state: string;
  missions: number;
  street: number;
  email: number;
  phone: number;
  /** Further missions that the index which comes with handbill names. */
  missing: number;
}

/** The command `contacts coverage`. */
export function contactsCoverageCommand(session: Session): Command {
  const command = defineCommand(
    'coverage',
    'Show by state of how many missions a street, an e-mail address, a telephone is known',
    ['contacts coverage my-appeal', 'contacts coverage contacts.csv --represents IR,KZ'],
  );
  return addCommonOptions(addContactFilters(addAppealOptions(command))).action(
    act<CoverageOptions>(session, async (options, [named]) => {
      await checkFilters(options);
      const [{ loadContacts }, { readMissions, withMissions }, { formatTable }] = await Promise.all([
        import('./load-contacts.ts'),
        import('./missions.ts'),
        import('../terminal/table.ts'),
      ]);
      const { contacts: all, problems } = await loadContacts(session.io, options, named);
      const own = all.map(({ value }) => value);
      const known = withMissions(own, readMissions()).filter((contact) => isWanted(contact, options));
      const coverage = countCoverage(known, new Set(own), options.represents);
      const { say } = textsFor(session.io);
      const rows = coverage.map(({ state, missions, street, email, phone, missing }) =>
        [state, countryName(state), missions, street, email, phone, missing].map(String),
      );
      return {
        problems,
        data: { coverage },
        text: formatTable(
          [say('STATE'), '', say('HERE'), say('STREET'), say('E-MAIL'), say('PHONE'), say('NOT HERE')],
          rows,
          columnsOf(session.io),
        ),
        summary: `${say(
          'NOT HERE: missions that the bundled index names besides. What Wikidata knows of them: {command}',
          {
            command: `handbill contacts query ${coverage[0]?.state ?? 'IR'}`,
          },
        )}\n`,
      };
    }),
  );
}

/** States of which a mission stands in the contacts, or that were asked for. */
function countCoverage(
  contacts: readonly Contact[],
  own: ReadonlySet<Contact>,
  asked: readonly string[] | undefined,
): Coverage[] {
  const states = new Map<string, Coverage>();
  for (const contact of contacts) {
    const { represents: state, defunct } = contact;
    if (!isMission(contact) || state === undefined || defunct !== undefined) continue;
    const counted = states.get(state) ?? { state, missions: 0, street: 0, email: 0, phone: 0, missing: 0 };
    states.set(state, counted);
    if (!own.has(contact)) {
      counted.missing += 1;
      continue;
    }
    counted.missions += 1;
    if (contact.street !== undefined || contact.addressLines !== undefined) counted.street += 1;
    if (contact.email !== undefined) counted.email += 1;
    if (contact.phone !== undefined) counted.phone += 1;
  }
  return [...states.values()]
    .filter(({ state, missions }) => missions > 0 || asked?.includes(state))
    .sort((a, b) => (a.state < b.state ? -1 : 1));
}
