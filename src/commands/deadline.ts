import { daysSince } from '../check/days.ts';
import type { Campaign } from '../model/campaign.ts';
import { isOver } from '../model/deadline.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';

interface Dated {
  readonly campaign: Pick<Campaign, 'appeal' | 'isAtRest'>;
  /** With the day that counts as today. */
  readonly settings: { readonly date: string };
}

/** True where nobody is called to act any more, or the last day of acting has passed, and nobody insists. An example is history. */
export function isClosed(
  { campaign: { appeal, isAtRest }, settings }: Dated,
  force: boolean | undefined,
): boolean {
  if (isAtRest) return true;
  return (
    appeal.actBefore !== undefined && !appeal.example && !force && isOver(appeal.actBefore, settings.date)
  );
}

/** The warning that the day has passed as an error that says how to go on all the same. */
export function closeOff(problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => {
    const { code, values = {}, at, about } = problem;
    if (code === 'appeal-ended') return { ...problem, severity: 'error' };
    if (code !== 'deadline-passed') return problem;
    const { actBefore = '', today = '' } = values;
    return finding('error', 'deadline-passed/closed', { actBefore, today }, { at, about });
  });
}

/** The last day of acting, with the days that are left. */
export function daysLeft({
  campaign: { appeal },
  settings,
}: Dated): { day: string; left: number } | undefined {
  const { actBefore, example } = appeal;
  if (actBefore === undefined || example) return undefined;
  return { day: actBefore, left: -daysSince(actBefore, settings.date) };
}
