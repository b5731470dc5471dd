import type { Command } from 'commander';
import {
  addDemandFlags,
  addEventFlags,
  addFactFlags,
  addNumberFlags,
  addTargetFlags,
} from './answer-flags.ts';
import type { InitOptions } from './first-letter.ts';
import { addCommonOptions, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';
import { UsageError } from './usage.ts';

/** The command `init`. */
export function initCommand(session: Session): Command {
  const command = defineCommand('init', 'Ask what happened, and write the folder of a new appeal', [
    'init my-appeal',
    'init my-appeal --title "Free the strikers!" --issuer "Our union" \\\n    --what "On 1 May the strikers were arrested." --source "Our union" \\\n    --demand "Release them" --to "Example Ltd" --to-kind company',
    'init my-appeal --answers answers.yaml --no-input',
    'init my-appeal --from appeal.docx',
    'init my-appeal --from - < appeal.txt',
    'init my-appeal --update newer.txt',
  ])
    .argument('[folder]', 'folder of the new appeal', 'my-appeal')
    .option(
      '--from <file>',
      'draw the appeal up from a text that arrived: txt, eml, html, docx, odt, rtf; -: piped in',
    )
    .option(
      '--update <file>',
      'compare a newer version of the text with an appeal made by --from, and take over what differs',
    )
    .option('--answers <file>', 'answers from this file; their names: handbill help answers')
    .option('--contacts <file>', 'whom to choose from, besides the contacts that come with handbill (CSV)')
    .option('--open', 'show the first letter in the viewer of the system')
    .option('--date <day>', "day of issue; today's without it")
    .optionsGroup('Answers; on a terminal, handbill asks for those that are left out:')
    .option('--title <text>', 'title of the appeal')
    .option('--issuer <name>', 'who issues it')
    .option('--lang <tag>', 'its language, such as en')
    .option('--languages <tags>', 'further languages that it will be translated to, such as de,fr');
  addDemandFlags(addFactFlags(command));
  addNumberFlags(command);
  addTargetFlags(command.optionsGroup('Whom to write to:'));
  addEventFlags(command.optionsGroup('A picket or demonstration:'))
    .optionsGroup('Who signs the letters:')
    .option('--sender-name <name>', 'name; the issuer without it')
    .option('--sender-address <line>', 'address in one line: street, postal code, city, country')
    .option('--sender-street <text>', 'street and number')
    .option('--sender-postal-code <code>', 'postal code')
    .option('--sender-city <name>', 'city')
    .option('--sender-country <country>', 'country, such as DE');
  return addCommonOptions(command).action(
    act<InitOptions>(session, async (options, [folder = 'my-appeal']) => {
      const { from, update } = options;
      if (update !== undefined) {
        if (from !== undefined) throw new UsageError('--update goes without --from');
        const { updateFrom } = await import('./update-from.ts');
        return updateFrom(session.io, options, folder, update);
      }
      if (from !== undefined) {
        const { initFrom } = await import('./init-from.ts');
        return initFrom(session.io, options, folder, { file: from });
      }
      const { initAppeal } = await import('./init-appeal.ts');
      return initAppeal(session.io, options, folder);
    }),
  );
}
