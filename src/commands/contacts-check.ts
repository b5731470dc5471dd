import { type Command, InvalidArgumentError } from 'commander';
import { CHANNEL_NAMES, CHANNELS, type Channel, channelsOf } from '../model/channel.ts';
import type { Problem } from '../problems.ts';
import { textsFor } from '../terminal/io.ts';
import type { AppealOptions } from './appeal.ts';
import { addAppealOptions, addCommonOptions, channelList, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';

interface CheckOptions extends AppealOptions {
  readonly maxAge: number;
  readonly channel?: readonly Channel[];
}

/** How many findings of one kind a person is shown; `--json` has all. */
const SHOWN = 5;

/** The command `contacts check`. */
export function contactsCheckCommand(session: Session): Command {
  const command = defineCommand(
    'check',
    'Look for contacts that are doubled, incomplete, implausible or out of date',
    [
      'contacts check my-appeal',
      'contacts check my-appeal --max-age 180 --strict',
      'contacts check my-appeal --channel post',
      'contacts check contacts.csv --json',
    ],
  );
  addAppealOptions(command)
    .optionsGroup('How:')
    .option('--max-age <days>', 'days after which a contact must be verified again', wholeNumber, 365)
    .option(
      '--channel <ways>',
      'ways in which each must be reached: post, fax, email, form (or web), phone',
      channelList,
    )
    .option('--strict', 'make warnings errors');
  return addCommonOptions(command).action(
    act<CheckOptions>(session, async (options, [named]) => {
      const [{ loadContacts }, { checkContacts }] = await Promise.all([
        import('./load-contacts.ts'),
        import('../check/contacts.ts'),
      ]);
      const { contacts, file, problems, today } = await loadContacts(session.io, options, named);
      const found = file
        ? checkContacts(contacts, file, { today, maxAge: options.maxAge, channels: options.channel })
        : [];
      const shown = options.json ? found : shorten(found);
      const { say, count } = textsFor(session.io);
      const checked = say('{contacts} checked', { contacts: count(contacts.length, 'contact') });
      const reached = Object.fromEntries(
        CHANNELS.map((way) => [way, contacts.filter(({ value }) => channelsOf(value).includes(way)).length]),
      );
      const told = CHANNELS.map((way) => `${say(CHANNEL_NAMES[way])}: ${reached[way]}`);
      const rest =
        shown.length < found.length
          ? ` ${say('The first {n} of each are shown; --json has all.', { n: SHOWN })}`
          : '';
      return {
        problems: [...problems, ...shown],
        data: { checked: contacts.length, channels: reached },
        summary: `${checked}${countCodes(found)}.${rest}\n${say('They can be reached by {channels}.', { channels: told.join(', ') })}\n`,
      };
    }),
  );
}

/** The first findings of each kind. */
function shorten(problems: readonly Problem[]): Problem[] {
  const counts = new Map<string, number>();
  return problems.filter(({ severity, code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return severity === 'error' || count <= SHOWN;
  });
}

/** `: 3 duplicate-contact, 40 not-verified`. */
function countCodes(problems: readonly Problem[]): string {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  const told = [...counts].map(([code, count]) => `${count} ${code}`);
  return told.length > 0 ? `: ${told.join(', ')}` : '';
}

function wholeNumber(value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw new InvalidArgumentError('Expected a number of days.');
  return Number(value);
}
