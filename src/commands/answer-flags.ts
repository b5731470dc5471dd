import type { Command } from 'commander';
import { collect } from './options.ts';

/** Options that answer what is asked about something that happened, and about the first number in it. */
export function addFactFlags(command: Command): Command {
  return command
    .option('--what <text>', 'what happened, in whole sentences')
    .option('--when <date>', 'when, such as 2026-05-01, "1 May 2026" or 2026-05')
    .option('--where <place>', 'where it happened')
    .option('--source <title>', 'where this can be read')
    .option('--url <address>', 'web address of the source')
    .option('--as-said <words>', 'words of it that stay as the source has them, right or wrong');
}

/** Options about the first number in what happened. */
export function addNumberFlags(command: Command): Command {
  return command
    .optionsGroup('Of the first number in what happened:')
    .option('--unit <words>', 'what it counts: the words behind it')
    .option('--voice <words>', 'who says so, such as "according to the police"')
    .option('--said-on <date>', 'since when')
    .option('--other-value <number>', 'what somebody else says')
    .option('--other-voice <words>', 'who that is')
    .option('--other-said-on <date>', 'since when')
    .option('--other-source <title>', 'where that can be read');
}

/** The option of what is demanded. */
export function addDemandFlags(command: Command): Command {
  return command.option(
    '--demand <text>',
    'what is demanded; may be repeated, or several with ; between',
    collect,
  );
}

/** Options about whom to write to. */
export function addTargetFlags(command: Command): Command {
  return command
    .option('--to <name>', 'a name, or the id of a known contact; may be repeated', collect)
    .option(
      '--state <country>',
      'all embassies and consulates of a state, such as IR: to each writer their own',
    )
    .option('--to-kind <kind>', 'what they are: embassy, company, ministry, union …')
    .option('--to-address <line>', 'address in one line: street, postal code, city, country, e-mail')
    .option('--to-country <country>', 'country where they sit, such as DE')
    .option('--to-street <text>', 'street and number')
    .option('--to-postal-code <code>', 'postal code')
    .option('--to-city <name>', 'city')
    .option('--to-email <address>', 'e-mail address')
    .option('--to-languages <tags>', 'languages that they read')
    .option('--to-source <title>', 'where the address was found');
}

/** Options about a picket or demonstration. */
export function addEventFlags(command: Command): Command {
  return command
    .option('--event <kind>', 'picket, demonstration, meeting, strike, vigil, other')
    .option('--event-date <day>', 'on which day')
    .option('--event-time <time>', 'at what time, such as 18:30')
    .option('--event-place <name>', 'at which place')
    .option('--event-address <text>', 'street or square')
    .option('--event-city <name>', 'city')
    .option('--called-by <name>', 'who calls it')
    .option('--event-source <title>', 'where it is announced');
}
