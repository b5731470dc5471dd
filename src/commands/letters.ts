import { type Command, Option } from 'commander';
import { addLetterOptions, addMailOptions, addSelectionOptions, type MaterialOptions } from './material.ts';
import { addAppealOptions, addCommonOptions, addOutputOptions, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';

export function lettersCommand(session: Session): Command {
  const command = defineCommand('letters', 'Write the letters to the targets of the appeal', [
    'letters',
    'letters my-appeal --sender sender.json',
    'letters my-appeal --senders members.csv --combine duplex',
    'letters my-appeal --kind embassy --country DE,FR --lang en',
    'letters my-appeal --to embassy --country DE --city Frankfurt',
    'letters my-appeal --to embassy --country DE --channel email',
    'letters my-appeal --to citic-group --format eml --attach',
  ]);
  addSelectionOptions(addAppealOptions(command));
  addMailOptions(addLetterOptions(command));
  command.addOption(
    new Option(
      '--combine <sides>',
      'in place of one PDF each, one print run per language and paper: single, or duplex with blank backs',
    ).choices(['single', 'duplex']),
  );
  command.option('--show-window', "draw the envelope's window on the letters, for a look before printing");
  addOutputOptions(command);
  return addCommonOptions(command).action(
    act<MaterialOptions>(session, async (options, [appeal]) => {
      const { writeMaterial } = await import('./write-material.ts');
      return writeMaterial(session.io, options, appeal, ['letter']);
    }),
  );
}
