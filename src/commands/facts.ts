import type { Command } from 'commander';
import type { Campaign } from '../model/campaign.ts';
import { columnsOf, textsFor } from '../terminal/io.ts';
import { type AppealOptions, loadAppeal, toldFor, USED_BY } from './appeal.ts';
import { correctCommand } from './facts-correct.ts';
import { diffCommand } from './facts-diff.ts';
import { rowOf } from './facts-label.ts';
import { addAppealOptions, addCommonOptions, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';
import { suggestFrom, UsageError } from './usage.ts';

/** The command `facts`. */
export function factsCommand(session: Session): Command {
  return defineCommand('facts', 'What is claimed, by whom, since when; and what was before', [
    'facts list my-appeal',
    'facts log my-appeal',
    'facts correct killed --voice official --value 13 --source gazette',
  ])
    .addCommand(listCommand(session))
    .addCommand(showCommand(session))
    .addCommand(logCommand(session))
    .addCommand(diffCommand(session))
    .addCommand(checkCommand(session))
    .addCommand(correctCommand(session));
}

function listCommand(session: Session): Command {
  const command = defineCommand('list', 'List the facts, each figure with every voice, and the people', [
    'facts list',
    'facts list my-appeal --date 2026-05-02',
  ]);
  return addCommonOptions(addAppealOptions(command)).action(
    act<AppealOptions>(session, async (options, [appeal]) => {
      const loaded = await loadLedger(session, options, appeal);
      if (!loaded.campaign) return { problems: loaded.problems, data: { facts: [], people: [] } };
      const {
        facts,
        appeal: { people },
      } = loaded.campaign;
      const [{ newestClaims }, { sourcesOf }, { statementOf }, { wordingIn }, { formatTable }] =
        await Promise.all([
          import('../model/ledger.ts'),
          import('../model/appeal.ts'),
          import('../model/figure.ts'),
          import('../model/text.ts'),
          import('../terminal/table.ts'),
        ]);
      const { say, count } = textsFor(session.io);
      const language = loaded.campaign.languages[0]!.tag;
      const factRows = facts.flatMap((fact) => [
        [fact.id, fact.status, fact.asOf ?? '', wordingIn(fact.text, language) ?? ''],
        ...fact.figures.flatMap((figure) =>
          newestClaims(fact, figure, loaded.day).map((claim) => [
            `  ${figure.quantity}`,
            claim.voice ?? '',
            claim.asOf ?? '',
            `${statementOf(claim)}  (${claim.source})`,
          ]),
        ),
      ]);
      const peopleRows = people.map((person) => [
        person.id,
        person.status,
        person.asOf ?? '',
        `${person.name[language] ?? Object.values(person.name)[0]}  (${sourcesOf(person).join(', ') || say('no source')})`,
      ]);
      const rows = [...factRows, ...peopleRows];
      const data = facts.map((fact) => ({
        ...fact,
        figures: fact.figures.map((f) => ({ ...f, claims: newestClaims(fact, f, loaded.day) })),
      }));
      return {
        problems: loaded.problems,
        data: { facts: data, people },
        text: formatTable(
          [say('FACT, PERSON'), say('STATUS, VOICE'), say('AS OF'), say('WHAT')],
          rows,
          columnsOf(session.io),
        ),
        summary: `${say('{facts}, {people}. See one: handbill facts show {id}', { facts: count(facts.length, 'fact'), people: count(people.length, 'person', 'people'), id: facts[0]?.id ?? '' })}\n`,
      };
    }),
  );
}

function showCommand(session: Session): Command {
  const command = defineCommand('show', 'Show a fact or a person: sources, voices or names, history', [
    'facts show killed',
    'facts show killed my-appeal',
  ]).argument('<id>', 'id as in `handbill facts list`');
  return addCommonOptions(addAppealOptions(command)).action(
    act<AppealOptions>(session, async (options, [id = '', appeal]) => {
      const { campaign, problems } = await loadLedger(session, options, appeal);
      if (!campaign) return { problems };
      const {
        facts,
        appeal: { people },
      } = campaign;
      const fact = facts.find((f) => f.id === id);
      const person = people.find((p) => p.id === id);
      if (!fact && !person) {
        const ids = [...facts, ...people].map((known) => known.id);
        throw new UsageError(`there is no fact or person ${JSON.stringify(id)}. ${suggestFrom(id, ids)}`);
      }
      const [{ ledgerOf }, { formatFact, formatPerson }] = await Promise.all([
        import('../model/ledger.ts'),
        import('./facts-show.ts'),
      ]);
      const of = { facts: fact ? [fact] : [], people: person ? [person] : [] };
      const history = ledgerOf(of, campaign.corrections);
      const show = { width: columnsOf(session.io), say: textsFor(session.io).say };
      const texts = [
        ...of.facts.map((f) =>
          formatFact(
            f,
            history.filter((entry) => entry.fact === id),
            campaign,
            show,
          ),
        ),
        ...of.people.map((p) =>
          formatPerson(
            p,
            history.filter((entry) => entry.person === id),
            campaign,
            show,
          ),
        ),
      ];
      return { problems, data: { fact, person, history }, text: texts.join('\n') };
    }),
  );
}

function logCommand(session: Session): Command {
  const command = defineCommand('log', 'Everything that was said and set right, oldest first', [
    'facts log',
    'facts log my-appeal --fact killed',
  ]);
  addAppealOptions(command).option('--fact <id>', 'one fact or person only');
  return addCommonOptions(command).action(
    act<AppealOptions & { fact?: string }>(session, async (options, [appeal]) => {
      const { campaign, problems } = await loadLedger(session, options, appeal);
      if (!campaign) return { problems, data: { log: [] } };
      const { ledgerOf } = await import('../model/ledger.ts');
      const { chooseFrom } = await import('./usage.ts');
      const wanted = chooseFrom(
        '--fact',
        options.fact === undefined ? undefined : [options.fact],
        [...campaign.facts, ...campaign.appeal.people].map((known) => known.id),
      );
      const isWanted = ({ id }: { id: string }) => !wanted || wanted.includes(id);
      const facts = campaign.facts.filter(isWanted);
      const people = campaign.appeal.people.filter(isWanted);
      const log = ledgerOf({ facts, people }, campaign.corrections);
      const { formatTable } = await import('../terminal/table.ts');
      const { say, count } = textsFor(session.io);
      return {
        problems,
        data: { log },
        text: formatTable(
          [say('DATE'), say('OF'), say('WHAT'), say('SOURCE')],
          log.map(rowOf),
          columnsOf(session.io),
        ),
        summary: `${count(log.length, 'entry', 'entries')}.\n`,
      };
    }),
  );
}

function checkCommand(session: Session): Command {
  const command = defineCommand('check', 'Hold texts, figures, names, days and templates against the facts', [
    'facts check',
    'facts check my-appeal --json',
  ]);
  addAppealOptions(command).option('--strict', 'make warnings errors');
  return addCommonOptions(command).action(
    act<AppealOptions>(session, async (options, [appeal]) => {
      const { io } = session;
      const [{ readTemplates }, { checkTemplates }, { locateAppeal, templateFolders }] = await Promise.all([
        import('../read/templates.ts'),
        import('../check/templates.ts'),
        import('./locate.ts'),
      ]);
      const { campaign, problems } = await loadAppeal(io, { ...options, detailed: true }, appeal);
      const { templates } = await readTemplates(templateFolders(locateAppeal(io, appeal).path));
      const found = [...problems, ...(campaign ? checkTemplates(templates, campaign) : [])];
      const texts = textsFor(io);
      const { countProblems } = await import('../terminal/report.ts');
      return { problems: found, summary: `${countProblems(found, texts) || texts.say('Nothing found')}.\n` };
    }),
  );
}

interface LoadedLedger {
  readonly campaign?: Campaign | undefined;
  readonly problems: Awaited<ReturnType<typeof loadAppeal>>['problems'];
  /** Day by which things were said. */
  readonly day: string;
}

/** The appeal with only those problems that keep its facts from being read. */
async function loadLedger(
  session: Session,
  options: AppealOptions,
  appeal: string | undefined,
): Promise<LoadedLedger> {
  const { campaign, problems } = await loadAppeal(session.io, options, appeal);
  return { campaign, problems: toldFor(USED_BY.facts, problems), day: options.date ?? '9999' };
}
