import { daysSince } from '../check/days.ts';
import { checkOutbox, type OutboxRow } from '../check/outbox.ts';
import { ANSWER_DAYS, type SentLetter, sendingKey, waitingRows } from '../model/outbox.ts';
import type { Unanswered } from '../plan/jobs.ts';
import { type Problem, ProblemError } from '../problems.ts';
import { readOutbox } from '../read/outbox.ts';
import type { LocatedFile } from '../read/source.ts';
import type { Io } from '../terminal/io.ts';
import { textsFor } from '../terminal/io.ts';
import { finding } from '../wordings.ts';

/** What was sent of an appeal. */
export interface Outbox {
  /** Undefined where nothing was noted. */
  readonly file: LocatedFile | undefined;
  readonly rows: readonly OutboxRow[];
}

/** Reads and checks what was sent of the appeal in a folder. Throws ProblemError. */
export async function loadOutbox(folder: string): Promise<Outbox> {
  const file = await readOutbox(folder);
  const { rows, problems } = checkOutbox(file);
  if (problems.length > 0) throw new ProblemError(problems);
  return { file, rows };
}

/** Which letters are left out as they were sent, or which had no answer and are asked after. */
export async function decideBySent(
  io: Io,
  folder: string,
  {
    again,
    followUp,
    after = ANSWER_DAYS,
    today,
  }: {
    readonly again?: boolean | undefined;
    readonly followUp?: boolean | undefined;
    readonly after?: number | undefined;
    readonly today: string;
  },
): Promise<{ sent?: ReadonlySet<string>; followUps?: readonly Unanswered[]; problems: readonly Problem[] }> {
  const rows = (await loadOutbox(folder)).rows.map(({ value }) => value);
  const sent = again ? {} : { sent: new Set(rows.map(sendingKey)) };
  if (!followUp) return { ...sent, problems: [] };
  const waiting = [...waitingRows(rows).values()].flat();
  const isDue = (row: SentLetter) => row.followUp !== true && daysSince(row.sent, today) >= after;
  const due = waiting.filter(isDue);
  const early = waiting.filter((row) => row.followUp !== true && !isDue(row)).length;
  const told = textsFor(io).count(early, 'letter');
  const problems: Problem[] = early === 0 ? [] : [finding('notice', 'not-sent/early', { told, after })];
  return { ...sent, followUps: due, problems };
}
