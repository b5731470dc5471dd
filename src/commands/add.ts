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

/** A thing that is added by answers: in a line, with an example, and the flags that answer. */
interface Adding {
  readonly summary: string;
  readonly example: string;
  readonly flags: (of: Command) => Command;
}

const ADDING: Record<Exclude<AddedKind, 'language'>, Adding> = {
  fact: {
    summary: 'Something else that happened',
    example: 'add fact my-appeal --what "On 2 May they were fined." --source "Our union"',
    flags: (of) => addNumberFlags(addFactFlags(of)),
  },
  figure: {
    summary: 'Who says a number that stands in a fact',
    example: 'add figure my-appeal --fact fact-1 --number 12 --unit strikers',
    flags: (of) =>
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
  },
  person: {
    summary: 'Somebody whom the appeal is about',
    example: 'add person my-appeal --name "A. Example" --source "Our union"',
    flags: (of) =>
      of
        .option('--name <name>', 'the name, as the appeal writes it')
        .option('--role <words>', 'who they are, such as "chair of the union"')
        .option('--publish <how>', 'whether they may be named: yes, no or initials')
        .option('--source <title>', 'where the name can be read'),
  },
  demand: {
    summary: 'What is demanded',
    example: 'add demand my-appeal --demand "Release them; Drop the charges"',
    flags: addDemandFlags,
  },
  target: {
    summary: 'Somebody to write to',
    example: 'add target my-appeal --to "Example Ltd" --to-address "Berlin, Germany"',
    flags: addTargetFlags,
  },
  event: {
    summary: 'A picket or demonstration',
    example: 'add event my-appeal --event picket --event-date "8 May" --event-time "6 pm"',
    flags: addEventFlags,
  },
  picture: {
    summary: 'A picture that lies in the folder of the appeal',
    example: 'add picture my-appeal --file strike.jpg --alt "Strikers at the gate"',
    flags: (of) =>
      of
        .option('--file <file>', 'PNG, JPEG or SVG below the folder of the appeal')
        .option('--alt <text>', 'what it shows, for those who don’t see it')
        .option('--credit <name>', 'who made it')
        .option('--rights <text>', 'on what terms it may be printed'),
  },
  source: {
    summary: 'Where something can be read',
    example: 'add source my-appeal --source "Our union, 2 May 2026" --url example.org',
    flags: (of) =>
      of
        .option('--source <title>', 'title, with who publishes it and when')
        .option('--url <address>', 'its web address'),
  },
};

/** The command `add`, with a command of its own for each thing. */
export function addCommand(session: Session): Command {
  const command = defineCommand('add', 'Add a fact, a demand, an addressee, a language … to an appeal', [
    'add fact my-appeal',
    'add demand my-appeal --demand "Drop the charges"',
    'add figure my-appeal --fact fact-1 --number 12 --unit strikers --voice "according to the police"',
    'add language en my-appeal',
  ]);
  for (const [name, { summary, example, flags }] of Object.entries(ADDING)) {
    const kind = name as keyof typeof ADDING;
    const one = defineCommand(kind, summary, [example])
      .argument('[appeal]', 'folder or file of the appeal; the current folder')
      .optionsGroup('Answers; on a terminal, handbill asks for those that are left out:');
    flags(one)
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
