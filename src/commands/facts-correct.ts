import { basename } from 'node:path';
import type { Command } from 'commander';
import { FACT_STATUSES } from '../model/appeal.ts';
import type { AppealFiles } from '../read/appeal.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { todayOf, USED_BY } from './appeal.ts';
import { labelOf } from './facts-label.ts';
import { addCommonOptions, defineCommand } from './options.ts';
import { act, type CommonOptions, type Outcome, type Session } from './outcome.ts';
import { shellQuoted } from './shell-quoted.ts';
import { chooseFrom, UsageError } from './usage.ts';

interface CorrectOptions extends CommonOptions {
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

/** The command `facts correct`. */
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
    act<CorrectOptions>(session, (options, [id = '', named]) => correct(session.io, options, id, named)),
  );
}

/** Sets a figure, a name or a status right, and tells what it was and where it stands. */
async function correct(
  io: Io,
  options: CorrectOptions,
  id: string,
  named: string | undefined,
): Promise<Outcome> {
  if ((options.value === undefined) === (options.status === undefined))
    throw new UsageError('facts correct needs --value or --status, one of them');
  if (options.source.trim() === '') throw new UsageError('facts correct needs --source');
  const status = chooseFrom('--status', options.status ? [options.status] : undefined, FACT_STATUSES)?.[0];
  const date = todayOf(io, options.date);
  const [{ correctFact }, { changeAppeal }, { BEFORE, withRecord }, { findDisagreeing }] = await Promise.all([
    import('./correct-fact.ts'),
    import('./change-appeal.ts'),
    import('./undo-edit.ts'),
    import('../check/units.ts'),
  ]);
  const { value, ...done } = await changeAppeal(
    io,
    { ...options, command: 'facts correct', named, uses: USED_BY.facts },
    async (campaign, { facts }, files) => {
      const { correction, texts } = correctFact({ ...options, id, status, date }, campaign, files);
      const problems = facts.items.flatMap((item) => findDisagreeing(correction, item, facts.file));
      return {
        ...(await withRecord(files, texts)),
        problems,
        value: { correction, places: placesOf(files, texts) },
      };
    },
  );
  if (!value) return { problems: done.problems };
  const { correction, places } = value;
  const { say } = textsFor(io);
  const written = done.changed.filter((path) => basename(path) !== BEFORE);
  const isUndone = written.length < done.changed.length && !options.dryRun;
  const changed = written.map((path) => fileFrom(io.cwd, path));
  const command = `handbill edit${named === undefined ? '' : ` ${shellQuoted(named)}`} --undo`;
  const at = places.map(({ file, lines }) => `${fileFrom(io.cwd, file)}:${lines}`);
  const { was, now } = correction;
  const what = labelOf(correction);
  const files = at.join(', ');
  return {
    problems: done.problems,
    data: { correction, files: changed, places: at },
    summary: [
      was === undefined
        ? say('{what} is {now}.', { what, now })
        : say('{what} was {was}, is {now}.', { what, was, now }),
      options.dryRun ? say('{files} would change.', { files }) : say('Changed: {files}.', { files }),
      ...(isUndone ? [say('To take it back: {command}', { command })] : []),
      correction.language === undefined
        ? say('Which paper is wrong now: {command}', { command: 'handbill status' })
        : say('Which texts spell it otherwise: {command}', { command: 'handbill facts check' }),
      '',
    ].join('\n'),
  };
}

/** Lines that are new or other than before, as `facts.csv:2` and `appeal.yaml:44-48`. */
function placesOf(files: AppealFiles, texts: ReadonlyMap<string, string>): { file: string; lines: string }[] {
  return [...texts].flatMap(([file, text]) => {
    const before = Object.values(files).find((one) => typeof one === 'object' && one.file === file);
    const there = typeof before === 'object' ? before.text.split('\n') : [];
    const runs: [first: number, last: number][] = [];
    for (const [i, line] of text.split('\n').entries()) {
      const at = there.indexOf(line);
      if (at >= 0) there.splice(at, 1);
      else if (line !== '' && runs.at(-1)?.[1] === i) runs.at(-1)![1] = i + 1;
      else if (line !== '') runs.push([i + 1, i + 1]);
    }
    return runs.map(([first, last]) => ({ file, lines: first === last ? `${first}` : `${first}-${last}` }));
  });
}
