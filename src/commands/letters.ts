import { type Command, Option } from 'commander';
import { addLetterOptions, addMailOptions, type MaterialOptions } from './material.ts';
import { addAppealOptions, addCommonOptions, addOutputOptions, commaList, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';

export function lettersCommand(session: Session): Command {
  const command = defineCommand('letters', 'Write the letters to the targets of the appeal', [
    'letters',
    'letters my-appeal --sender sender.json',
    'letters my-appeal --senders members.csv --combine duplex',
    'letters my-appeal --kind embassy --country DE,FR --lang en',
    'letters my-appeal --to embassy --country DE --city Frankfurt',
    'letters my-appeal --to citic-group --format eml --attach',
  ]);
  addAppealOptions(command)
    .optionsGroup('Which:')
    .option('--to <ids>', 'contacts by id or kind, such as citic-group,embassy', commaList)
    .option(
      '--country <codes>',
      'where the senders live, such as DE,FR: picks the embassy that is theirs',
      commaList,
    )
    .option('--city <name>', 'where the senders live: a consulate in this city goes before the embassy')
    .option('--all', 'with --country: every embassy and consulate there, not only the responsible one')
    .option('--kind <kinds>', 'kinds of contact, such as embassy,company', commaList)
    .option('--lang <tags>', 'languages, such as en,kk; ar+fr for documents in both', commaList);
  addMailOptions(addLetterOptions(command));
  command.addOption(
    new Option(
      '--combine <sides>',
      'in place of one PDF each, one print run per language and paper: single, or duplex with blank backs',
    ).choices(['single', 'duplex']),
  );
  addOutputOptions(command);
  return addCommonOptions(command).action(
    act<MaterialOptions>(session, async (options, [appeal]) => {
      const { writeMaterial } = await import('./write-material.ts');
      return writeMaterial(session.io, options, appeal, ['letter']);
    }),
  );
}
