import type { Command } from 'commander';
import type { AddedKind, AddOptions } from './added-kinds.ts';
import {
  addDemandFlags,
  addEventFlags,
  addFactFlags,
  addNumberFlags,
  addTargetFlags,
} from './answer-flags.ts';
import { addCommonOptions, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';

export function addCommand(session: Session): Command {
  const command = defineCommand('add', 'Add a fact, a demand, an addressee, a language … to an appeal', [
    'add fact my-appeal',
    'add demand my-appeal --demand "Drop the charges"',
    'add figure my-appeal --fact fact-1 --number 12 --unit strikers --voice "according to the police"',
    'add language en my-appeal',
  ]);
  const summaries: Record<Exclude<AddedKind, 'language'>, [string, string]> = {
    fact: [
      'Something else that happened',
      'add fact my-appeal --what "On 2 May they were fined." --source "Our union"',
    ],
    figure: [
      'Who says a number that stands in a fact',
      'add figure my-appeal --fact fact-1 --number 12 --unit strikers',
    ],
    person: [
      'Somebody whom the appeal is about',
      'add person my-appeal --name "A. Example" --source "Our union"',
    ],
    demand: ['What is demanded', 'add demand my-appeal --demand "Release them; Drop the charges"'],
    target: [
      'Somebody to write to',
      'add target my-appeal --to "Example Ltd" --to-address "Berlin, Germany"',
    ],
    event: [
      'A picket or demonstration',
      'add event my-appeal --event picket --event-date "8 May" --event-time "6 pm"',
    ],
    picture: [
      'A picture that lies in the folder of the appeal',
      'add picture my-appeal --file strike.jpg --alt "Strikers at the gate"',
    ],
    source: [
      'Where something can be read',
      'add source my-appeal --source "Our union, 2 May 2026" --url example.org',
    ],
  };
  const flags: Record<Exclude<AddedKind, 'language'>, (of: Command) => Command> = {
    fact: (of) => addNumberFlags(addFactFlags(of)),
    figure: (of) =>
      of
        .option('--fact <id>', 'the fact in which the number stands')
        .option(
          '--number <number>',
          'the number, in digits; the name of a figure, to add what another voice says',
        )
        .option('--unit <words>', 'what it counts: the words behind it')
        .option('--voice <words>', 'who says so, such as "according to the police"')
        .option('--said-on <date>', 'since when')
        .option('--source <title>', 'where that can be read')
        .option('--other-value <number>', 'what somebody else says')
        .option('--other-voice <words>', 'who that is')
        .option('--other-said-on <date>', 'since when')
        .option('--other-source <title>', 'where that can be read'),
    person: (of) =>
      of
        .option('--name <name>', 'the name, as the appeal writes it')
        .option('--role <words>', 'who they are, such as "chair of the union"')
        .option('--publish <how>', 'whether they may be named: yes, no or initials')
        .option('--source <title>', 'where the name can be read'),
    demand: addDemandFlags,
    target: addTargetFlags,
    event: addEventFlags,
    picture: (of) =>
      of
        .option('--file <file>', 'PNG, JPEG or SVG below the folder of the appeal')
        .option('--alt <text>', 'what it shows, for those who don’t see it')
        .option('--credit <name>', 'who made it')
        .option('--rights <text>', 'on what terms it may be printed'),
    source: (of) =>
      of
        .option('--source <title>', 'title, with who publishes it and when')
        .option('--url <address>', 'its web address'),
  };
  for (const [name, [summary, example]] of Object.entries(summaries)) {
    const kind = name as Exclude<AddedKind, 'language'>;
    const one = defineCommand(kind, summary, [example])
      .argument('[appeal]', 'folder or file of the appeal; the current folder')
      .optionsGroup('Answers; on a terminal, handbill asks for those that are left out:');
    flags[kind](one)
      .optionsGroup('More:')
      .option('--answers <file>', 'answers from this file; their names: handbill help answers')
      .option('--date <day>', "the day that counts as today; the clock's without it")
      .option('--dry-run', 'write nothing; tell what would change');
    command.addCommand(
      addCommonOptions(one).action(
        act<AddOptions>(session, async (options, [appeal]) => {
          const { addAnswers } = await import('./add-answers.ts');
          return addAnswers(session.io, options, kind, appeal);
        }),
      ),
    );
  }
  return command.addCommand(languageCommand(session));
}

function languageCommand(session: Session): Command {
  const command = defineCommand('language', 'A further language: names it, and takes or asks for its texts', [
    'add language en my-appeal',
    'add language English my-appeal --from en.po',
  ])
    .argument('<language>', 'a name or a tag such as en')
    .argument('[appeal]', 'folder or file of the appeal; the current folder')
    .option('--from <file>', 'its texts from this PO file, as translate export writes it')
    .option('--by <name>', 'who translated it')
    .option('--dry-run', 'write nothing; tell what would change');
  return addCommonOptions(command).action(
    act<AddOptions>(session, async (options, [language = '', appeal]) => {
      const { addLanguage } = await import('./add-language.ts');
      return addLanguage(session.io, options, language, appeal);
    }),
  );
}
