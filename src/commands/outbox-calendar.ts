import type { Campaign } from '../model/campaign.ts';
import { ANSWER_DAYS, partiesOf, type SentLetter, waitingRows } from '../model/outbox.ts';
import type { Texts } from '../terminal/texts.ts';
import { type CalendarEvent, writeCalendar } from '../write/ics.ts';

/** How many a title names. */
const NAMED = 3;

/** A calendar of the days on which to ask after letters without an answer, and of the last day of acting. */
export function remindersOf(
  rows: readonly SentLetter[],
  { appeal }: Pick<Campaign, 'appeal'>,
  { say, count }: Texts,
): string {
  const due = new Map<string, string[]>();
  for (const group of waitingRows(rows).values()) {
    const last = group.at(-1)!;
    const day = dayAfter(last.sent, ANSWER_DAYS);
    due.set(day, [...(due.get(day) ?? []), partiesOf(last)]);
  }
  const reminders = [...due]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([date, parties]): CalendarEvent => ({
        id: `answer-${date}`,
        title: say('No answer to {letters}: {names}', {
          letters: count(parties.length, 'letter'),
          names: parties.slice(0, NAMED).join(', ') + (parties.length > NAMED ? ' …' : ''),
        }),
        place: '',
        description: `handbill letters --follow-up\n${parties.join('\n')}`,
        date,
        remindDays: 0,
      }),
    );
  const { actBefore } = appeal;
  const last: CalendarEvent[] =
    actBefore?.length === 10
      ? [{ id: 'act-before', title: say('Last day to act'), place: '', date: actBefore, remindDays: 3 }]
      : [];
  const stamp = [...rows.map(({ sent, answered }) => answered ?? sent), appeal.issued]
    .filter((day) => day.length === 10)
    .sort()
    .at(-1);
  return writeCalendar(appeal.id, [...reminders, ...last], stamp ?? '1970-01-01');
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
