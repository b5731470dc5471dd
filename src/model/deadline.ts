import type { Campaign } from './campaign.ts';

/** True for a day behind the last one on which acting makes sense; a month or year counts to its end. */
export function isOver(actBefore: string, today: string): boolean {
  return today.slice(0, actBefore.length) > actBefore;
}

/** True where there is a day for a calendar: an event, or the last day of acting. */
export function hasDays({ appeal, events }: Pick<Campaign, 'appeal' | 'events'>): boolean {
  return events.length > 0 || appeal.actBefore?.length === 10;
}
