import { type Command, InvalidArgumentError, Option } from 'commander';
import { ANSWER_DAYS } from '../model/outbox.ts';
import { addLetterOptions, addMailOptions, addSelectionOptions, type DocumentOptions } from './material.ts';
import { addAppealOptions, addCommonOptions, addOutputOptions, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';

/** The command `letters`. */
export function lettersCommand(session: Session): Command {
  const command = defineCommand('letters', 'Write the letters to the targets of the appeal', [
    'letters',
    'letters my-appeal --sender sender.json',
    'letters my-appeal --senders members.csv --combine duplex',
    'letters my-appeal --kind embassy --country DE,FR --lang en',
    'letters my-appeal --to embassy --country DE --city Frankfurt',
    'letters my-appeal --to embassy --country DE --channel email',
    'letters my-appeal --to company --format eml --attach',
    'letters my-appeal --follow-up --sender sender.json',
  ]);
  addSelectionOptions(addAppealOptions(command));
  addMailOptions(addLetterOptions(command));
  command.addOption(
    new Option(
      '--combine <sides>',
      'in place of one PDF each, one print run per language and paper: single, or duplex with blank backs',
    ).choices(['single', 'duplex']),
  );
  command
    .optionsGroup('Sent before:')
    .option('--follow-up', 'only to those who didn’t answer: says of which day the first letter was')
    .option(
      '--after <days>',
      `with --follow-up: days without an answer; ${ANSWER_DAYS} without it`,
      parseDays,
    )
    .option('--again', 'also what was sent already; without it nobody is written to twice for one edition');
  command.option('--show-window', "draw the envelope's window on the letters, for a look before printing");
  addOutputOptions(command);
  return addCommonOptions(command).action(
    act<DocumentOptions>(session, async (options, [appeal]) => {
      const { writeMaterial } = await import('./write-material.ts');
      return writeMaterial(session.io, { ...options, unsent: true }, appeal, ['letter']);
    }),
  );
}

function parseDays(value: string): number {
  if (/^\d{1,4}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Expected a number of days such as 21.');
}
