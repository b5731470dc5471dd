import type { Command } from 'commander';
import type { EditOptions } from './edited.ts';
import { addCommonOptions, collect, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';

/** The command `edit`. */
export function editCommand(session: Session): Command {
  const command = defineCommand('edit', 'Change what an appeal says, or take something out of it', [
    'edit my-appeal',
    'edit my-appeal --set "title=Free the strikers" --set "actBefore=31 May 2026"',
    'edit my-appeal --remove demand-2',
    'edit my-appeal --undo',
  ])
    .argument('[appeal]', 'folder or file of the appeal; the current folder')
    .option('--set <name=value>', 'this value instead; may be repeated', collect)
    .option('--answers <file>', 'values from this file, by the names that --set takes')
    .option('--remove <id>', 'take out a demand, an event, a person or an addressee', collect)
    .option('--lang <language>', 'language of the texts to change; that of the appeal without it')
    .option(
      '--undo',
      'take the last edit or addition back, but that of sender.json; once more brings it again',
    )
    .option('--date <day>', "the day that counts as today; the clock's without it")
    .option('--dry-run', 'write nothing; tell what would change');
  return addCommonOptions(command).action(
    act<EditOptions>(session, async (options, [appeal]) => {
      const { editAppeal } = await import('./edit-appeal.ts');
      return editAppeal(session.io, options, appeal);
    }),
  );
}
