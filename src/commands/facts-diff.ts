import type { Command } from 'commander';
import type { Campaign } from '../model/campaign.ts';
import { diffFacts, type FactChange, factsAt, type Known, peopleAt } from '../model/ledger.ts';
import { isPartialDate } from '../model/values.ts';
import { hasErrors, ProblemError } from '../problems.ts';
import { columnsOf, type Io, textsFor } from '../terminal/io.ts';
import type { Texts } from '../terminal/texts.ts';
import { type AppealOptions, loadAppeal, todayOf, toldFor, USED_BY } from './appeal.ts';
import { labelOf } from './facts-label.ts';
import { addAppealOptions, addCommonOptions, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';
import { UsageError } from './usage.ts';

interface DiffOptions extends AppealOptions {
  readonly from?: string;
  readonly to?: string;
}

/** The command `facts diff`. */
export function diffCommand(session: Session): Command {
  const command = defineCommand('diff', 'What changed between two days, or two git revisions of the appeal', [
    'facts diff --from 2011-12-16 --to 2011-12-18',
    'facts diff my-appeal --from HEAD~1',
  ]);
  addAppealOptions(command)
    .optionsGroup('Between:')
    .requiredOption('--from <day>', 'a day such as 2026-05-01, or a git revision such as HEAD~1')
    .option('--to <day>', 'the same; the appeal as it lies there without it');
  return addCommonOptions(command).action(
    act<DiffOptions>(session, async (options, [appeal]) => {
      const { io } = session;
      const loaded = await loadAppeal(io, options, appeal);
      const problems = toldFor(USED_BY.facts, loaded.problems);
      const now = loaded.campaign;
      if (!now) return { problems, data: { changes: [] } };
      const stateOf = async (when: string) => {
        if (!isPartialDate(when)) return { ...knownIn(await campaignIn(when, now, io)), asOf: '9999' };
        const { facts, people } = knownIn(now);
        const { corrections } = now;
        return {
          facts: factsAt(facts, corrections, when),
          people: peopleAt(people, corrections, when),
          asOf: when,
        };
      };
      const before = await stateOf(options.from ?? '');
      const after = options.to === undefined ? { ...knownIn(now), asOf: '9999' } : await stateOf(options.to);
      const changes = diffFacts(before, after);
      const { formatTable } = await import('../terminal/table.ts');
      const { say, count } = textsFor(io);
      const rows = changes.map((change) => [labelOf(change), describe(change, say), change.source ?? '']);
      return {
        problems,
        data: { changes },
        text:
          changes.length > 0
            ? formatTable([say('OF'), say('CHANGE'), say('SOURCE')], rows, columnsOf(io))
            : '',
        summary: `${count(changes.length, 'change')}.\n`,
      };
    }),
  );
}

function knownIn({ facts, appeal: { people } }: Campaign): Known {
  return { facts, people };
}

/** The appeal as it stood in a git revision. Throws ProblemError. */
async function campaignIn(revision: string, { folder }: Campaign, io: Io): Promise<Campaign> {
  if (folder === undefined) throw new UsageError('facts diff: a revision needs an appeal that is a folder');
  const [{ readRevision }, { checkAppeal }] = await Promise.all([
    import('../read/revision.ts'),
    import('../check/appeal.ts'),
  ]);
  const files = await readRevision(io.git ?? noGit, folder, revision);
  const { campaign, problems } = checkAppeal(files, { today: todayOf(io, undefined) });
  const told = toldFor(USED_BY.facts, problems);
  if (campaign && !hasErrors(told)) return campaign;
  throw new ProblemError(told);
}

async function noGit() {
  return { code: undefined, stdout: '', stderr: '' };
}

function describe({ fact, was, now, language }: FactChange, say: Texts['say']): string {
  if (fact !== undefined && language !== undefined)
    return was === undefined ? say('new wording') : now === undefined ? say('gone') : say('other wording');
  return was === undefined
    ? say('new: {now}', { now: now ?? '' })
    : now === undefined
      ? say('{was}, gone', { was })
      : `${was} → ${now}`;
}
