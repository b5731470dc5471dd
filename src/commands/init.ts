import type { Command } from 'commander';
import type { InitOptions } from './first-letter.ts';
import { addCommonOptions, collect, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';

export function initCommand(session: Session): Command {
  const command = defineCommand('init', 'Ask what happened, and write the folder of a new appeal', [
    'init my-appeal',
    'init my-appeal --title "Free the strikers!" --issuer "Our union" \\\n    --what "On 1 May the strikers were arrested." --source "Our union" \\\n    --demand "Release them" --to "Example Ltd" --to-kind company',
    'init my-appeal --answers answers.yaml --no-input',
    'init my-appeal --from appeal.docx',
  ])
    .argument('[folder]', 'folder of the new appeal', 'my-appeal')
    .option('--from <file>', 'draw the appeal up from a text that arrived: txt, eml, html, docx, odt, rtf')
    .option('--answers <file>', 'answers from this file; their names: handbill help answers')
    .option('--contacts <file>', 'whom to choose from, besides the contacts that come with handbill (CSV)')
    .option('--open', 'show the first letter in the viewer of the system')
    .option('--date <day>', "day of issue; today's without it")
    .optionsGroup('Answers; on a terminal, handbill asks for those that are left out:')
    .option('--title <text>', 'title of the appeal')
    .option('--issuer <name>', 'who issues it')
    .option('--lang <tag>', 'its language, such as en')
    .option('--languages <tags>', 'further languages that it will be translated to, such as de,fr')
    .option('--what <text>', 'what happened, in whole sentences')
    .option('--when <date>', 'when, such as 2026-05-01, "1 May 2026" or 2026-05')
    .option('--where <place>', 'where it happened')
    .option('--source <title>', 'where this can be read')
    .option('--url <address>', 'web address of the source')
    .option('--demand <text>', 'what is demanded; may be repeated, or several with ; between', collect)
    .optionsGroup('Of the first number in what happened:')
    .option('--unit <words>', 'what it counts: the words behind it')
    .option('--voice <words>', 'who says so, such as "according to the police"')
    .option('--said-on <date>', 'since when')
    .option('--other-value <number>', 'what somebody else says')
    .option('--other-voice <words>', 'who that is')
    .option('--other-said-on <date>', 'since when')
    .option('--other-source <title>', 'where that can be read')
    .optionsGroup('Whom to write to:')
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
    .option('--to-source <title>', 'where the address was found')
    .optionsGroup('A picket or demonstration:')
    .option('--event <kind>', 'picket, demonstration, meeting, strike, vigil, other')
    .option('--event-date <day>', 'on which day')
    .option('--event-time <time>', 'at what time, such as 18:30')
    .option('--event-place <name>', 'at which place')
    .option('--event-address <text>', 'street or square')
    .option('--event-city <name>', 'city')
    .option('--called-by <name>', 'who calls it')
    .option('--event-source <title>', 'where it is announced')
    .optionsGroup('Who signs the letters:')
    .option('--sender-name <name>', 'name; the issuer without it')
    .option('--sender-address <line>', 'address in one line: street, postal code, city, country')
    .option('--sender-street <text>', 'street and number')
    .option('--sender-postal-code <code>', 'postal code')
    .option('--sender-city <name>', 'city')
    .option('--sender-country <country>', 'country, such as DE');
  return addCommonOptions(command).action(
    act<InitOptions>(session, async (options, [folder = 'my-appeal']) => {
      const { from } = options;
      if (from !== undefined) {
        const { initFrom } = await import('./init-from.ts');
        return initFrom(session.io, { ...options, from }, folder);
      }
      const { initAppeal } = await import('./init-appeal.ts');
      return initAppeal(session.io, options, folder);
    }),
  );
}
