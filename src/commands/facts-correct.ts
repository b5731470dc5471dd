import type { Command } from 'commander';
import { FACT_STATUSES } from '../model/appeal.ts';
import { fileFrom } from '../terminal/report.ts';

import { todayOf, USED_BY } from './appeal.ts';

import { labelOf } from './facts-label.ts';
import { addCommonOptions, defineCommand } from './options.ts';
import { act, type CommonOptions, type Session } from './outcome.ts';
import { chooseFrom, UsageError } from './usage.ts';

export interface CorrectOptions extends CommonOptions {
  readonly value?: string;
  readonly status?: string;
  readonly voice?: string;
  readonly lang?: string;
  readonly source: string;
  readonly sourceTitle?: string;
  readonly reason?: string;
  readonly date?: string;
  readonly dryRun?: boolean;
}

export function correctCommand(session: Session): Command {
  const command = defineCommand('correct', 'Set a figure, a name or a status right, and keep what it was', [
    'facts correct killed --voice official --value 13 --source gazette',
    'facts correct killed my-appeal --value 15 --source gazette',
    'facts correct turbayev --lang fr --value "Tourbaïev" --source gazette',
    'facts correct rumour --status withdrawn --source gazette',
  ])
    .argument('<fact>', 'id of a fact or a person, or quantity of a figure')
    .argument('[appeal]', 'folder or file of the appeal; the current folder')
    .optionsGroup('The correction:')
    .option('--value <value>', 'what is said now: 13, "more-than 30", 30-70, 1/3, hundreds; or a name')
    .option('--voice <id>', 'who says so, where several do')
    .option('--lang <tag>', 'whose spelling of the name, where several are: ru, Cyrl')
    .option('--status <status>', FACT_STATUSES.join(', '))
    .requiredOption('--source <source>', 'id of a source; web address or title of a new one')
    .option('--source-title <text>', 'title of a new source')
    .option('--reason <text>', 'why it changed')
    .option('--date <day>', "day on which it was said, such as 2026-05-01; today's without it")
    .option('--dry-run', 'write nothing; tell what would change');
  return addCommonOptions(command).action(
    act<CorrectOptions>(session, async (options, [id = '', named]) => {
      const { io } = session;
      if ((options.value === undefined) === (options.status === undefined))
        throw new UsageError('facts correct needs --value or --status, one of them');
      const status = chooseFrom(
        '--status',
        options.status ? [options.status] : undefined,
        FACT_STATUSES,
      )?.[0];
      const date = todayOf(io, options.date);
      const [{ correctFact }, { changeAppeal }] = await Promise.all([
        import('./correct-fact.ts'),
        import('./change-appeal.ts'),
      ]);
      const { value, ...done } = await changeAppeal(
        io,
        { ...options, command: 'facts correct', named, uses: USED_BY.facts },
        (campaign, _, files) => {
          const { correction, texts } = correctFact({ ...options, id, status, date }, campaign, files);
          return { texts, value: correction };
        },
      );
      if (!value) return { problems: done.problems };
      const correction = value;
      const changed = done.changed.map((path) => fileFrom(io.cwd, path));
      const { was, now } = correction;
      const what = labelOf(correction);
      return {
        data: { correction, files: changed },
        summary: [
          was === undefined ? `${what} is ${now}.` : `${what} was ${was}, is ${now}.`,
          `${options.dryRun ? 'Would change' : 'Changed'}: ${changed.join(', ')}.`,
          correction.language === undefined
            ? 'Next: handbill status, to see what to reprint.\n'
            : 'Next: handbill facts check, to see which texts spell it otherwise.\n',
        ].join('\n'),
      };
    }),
  );
}
