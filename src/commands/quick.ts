import type { Command } from 'commander';
import { addCommonOptions, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';
import type { QuickOptions } from './quick-letter.ts';

/** The command `quick`. */
export function quickCommand(session: Session): Command {
  const command = defineCommand('quick', 'Ask four questions, and write one letter into the current folder', [
    'quick',
    'quick my-appeal --country Germany --name "A. Example"',
    'quick --country FR --lang fr --open',
  ])
    .argument('[appeal]', 'folder or file of the appeal; the current folder, or the bundled example')
    .option('--open', 'show the letter in the viewer of the system')
    .option('--date <day>', "day of the letter, such as 2026-05-01; today's without it")
    .optionsGroup('Answers; on a terminal, handbill asks for those that are left out:')
    .option('--country <country>', 'where you live, such as DE: picks the embassy that is yours')
    .option('--name <name>', 'who signs; a line to sign by hand without it')
    .option('--address <line>', 'your address: street, postal code and city')
    .option('--lang <tag>', 'language of the letter');
  return addCommonOptions(command).action(
    act<QuickOptions>(session, async (options, [appeal]) => {
      const { writeQuickLetter } = await import('./quick-letter.ts');
      return writeQuickLetter(session.io, options, appeal);
    }),
  );
}
