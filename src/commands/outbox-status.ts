import { daysSince } from '../check/days.ts';
import { knowledgeDay } from '../merge/context.ts';
import { printedClaims } from '../merge/figure.ts';
import { barBetween } from '../model/apart.ts';
import type { Campaign } from '../model/campaign.ts';
import { CHANNEL_NAMES } from '../model/channel.ts';
import { statementOf } from '../model/figure.ts';
import { ANSWER_DAYS, partiesOf, type SentLetter, waitingRows } from '../model/outbox.ts';
import { listJobs } from '../plan/list-jobs.ts';
import type { PlanInput } from '../plan/planned.ts';
import { type Problem, ProblemError } from '../problems.ts';
import { columnsOf, type Io, textsFor } from '../terminal/io.ts';
import { wrapText } from '../terminal/wrap.ts';
import { appealFolder, locateAppeal } from './locate.ts';
import { loadOutbox } from './outbox.ts';

/** A letter that was sent with what is wrong now. */
interface WrongLetter {
  readonly contact: string;
  readonly sender?: string | undefined;
  readonly sent: string;
  readonly by: SentLetter['by'];
  readonly reasons: readonly string[];
}

/** Who is still to be written to, whose letter had no answer, and whose was sent with what is wrong now. */
interface OutboxStatus {
  readonly sent: number;
  readonly answered: number;
  readonly unsent: readonly string[];
  /** Those of the unsent to whom nothing should go from where the sender lives. */
  readonly barred: readonly string[];
  readonly waiting: readonly { readonly to: string; readonly sent: string; readonly days: number }[];
  readonly wrong: readonly WrongLetter[];
}

/** How many are named to a person; `--json` has all. */
const SHOWN = 12;

/** Tells of the letters that were noted as sent; nothing where none was. */
export async function outboxStatus(
  io: Io,
  named: string | undefined,
  input: PlanInput,
  home: string | undefined,
): Promise<{ data?: OutboxStatus; summary: string; problems: readonly Problem[] }> {
  try {
    const { file, rows } = await loadOutbox(appealFolder(locateAppeal(io, named).path));
    if (!file) return { summary: '', problems: [] };
    const data = statusOfOutbox(
      rows.map(({ value }) => value),
      input,
      home,
    );
    return { data, summary: describeOutbox(data, io), problems: [] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { summary: '', problems: error.problems };
  }
}

function statusOfOutbox(
  rows: readonly SentLetter[],
  { campaign, selection, members, settings: { date } }: PlanInput,
  home: string | undefined,
): OutboxStatus {
  const { jobs } = listJobs(campaign, { ...selection, materials: ['letter'] }, members?.list);
  const known = new Set(rows.map(partiesOf));
  const letters = new Set<string>();
  const across = new Set<string>();
  for (const job of jobs) {
    if (job.material !== 'letter') continue;
    const { target, sender } = job;
    const parties = partiesOf({ contact: target.id, sender: sender?.id });
    letters.add(parties);
    const from = sender?.country ?? home;
    if (from !== undefined && barBetween(from, target.country) !== undefined) across.add(parties);
  }
  const unsent = [...letters].filter((parties) => !known.has(parties));
  const last = [...waitingRows(rows).values()].map((group) => group.at(-1)!);
  return {
    sent: rows.length,
    answered: rows.filter(({ answered }) => answered !== undefined).length,
    unsent: unsent.filter((parties) => !across.has(parties)),
    barred: unsent.filter((parties) => across.has(parties)),
    waiting: last.map((row) => ({
      to: partiesOf(row),
      sent: row.sent,
      days: daysSince(row.sent, date),
    })),
    wrong: newestOf(rows).flatMap(({ contact, sender, sent, by, told }) => {
      const reasons = wrongNow(told, campaign, date);
      return reasons.length > 0 ? [{ contact, sender, sent, by, reasons }] : [];
    }),
  };
}

/** The last letter of each: what was put right in a later one is right. */
function newestOf(rows: readonly SentLetter[]): SentLetter[] {
  const newest = new Map<string, SentLetter>();
  for (const row of rows) {
    const before = newest.get(partiesOf(row));
    if (!before || row.sent >= before.sent) newest.set(partiesOf(row), row);
  }
  return [...newest.values()];
}

/** What of that which a letter told isn't said any more: figures that were corrected, facts that were withdrawn. */
function wrongNow(told: readonly string[], campaign: Campaign, date: string): string[] {
  const day = knowledgeDay({ campaign, date });
  const figures = new Map(
    campaign.facts
      .filter(({ status }) => status !== 'withdrawn')
      .flatMap((fact) =>
        fact.figures.flatMap((figure) =>
          printedClaims(fact, figure, day).map((claim): [string, string] => {
            const name = figure.quantity === fact.id ? fact.id : `${fact.id}.${figure.quantity}`;
            return [claim.voice ? `${name}/${claim.voice}` : name, statementOf(claim)];
          }),
        ),
      ),
  );
  const facts = new Map(campaign.facts.map((fact) => [fact.id, fact.status]));
  return told.flatMap((item) => {
    const [kind, name = '', was = ''] = partsOf(item);
    if (kind === 'fact') {
      const status = facts.get(name);
      return status === undefined || status === 'withdrawn' ? [`fact ${name} is no longer told`] : [];
    }
    if (kind !== 'figure') return [];
    const now = figures.get(name);
    if (now === was) return [];
    return [
      now === undefined
        ? `figure ${name}, ${was}, is no longer told`
        : `figure ${name} was ${was}, now ${now}`,
    ];
  });
}

/** `figure/killed/official=11` as its kind, its name and what was said. */
function partsOf(item: string): string[] {
  const slash = item.indexOf('/');
  const equals = item.indexOf('=');
  const end = equals < 0 ? item.length : equals;
  return [item.slice(0, slash), item.slice(slash + 1, end), item.slice(end + 1)];
}

function describeOutbox({ sent, answered, unsent, barred, waiting, wrong }: OutboxStatus, io: Io): string {
  const { say, count } = textsFor(io);
  const width = columnsOf(io);
  const due = waiting.filter(({ days }) => days >= ANSWER_DAYS);
  const some = (names: readonly string[]) =>
    names.length > SHOWN ? `${names.slice(0, SHOWN).join(', ')} +${names.length - SHOWN}` : names.join(', ');
  const lines = [
    say('{letters} sent, {n} answered.', { letters: count(sent, 'letter'), n: answered }),
    ...(unsent.length > 0 ? [say('Still to be written to: {names}', { names: some(unsent) })] : []),
    ...(barred.length > 0
      ? [say('Not to be written to from there without asking first: {names}', { names: some(barred) })]
      : []),
    ...(due.length > 0
      ? [
          say('No answer for {n} days: {names}. Ask after them: handbill letters --follow-up', {
            n: ANSWER_DAYS,
            names: some(due.map(({ to, sent: day }) => `${to} (${day})`)),
          }),
        ]
      : []),
    ...(wrong.length > 0 ? [say('Sent with what is wrong now:')] : []),
    ...wrong
      .slice(0, SHOWN)
      .map(
        ({ contact, sender, sent: day, by, reasons }) =>
          `  ${partiesOf({ contact, sender })} (${day}, ${say(CHANNEL_NAMES[by])}): ${reasons.join('; ')}`,
      ),
  ];
  return `\n${lines.flatMap((line) => wrapText(line, width)).join('\n')}\n`;
}
