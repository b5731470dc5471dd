import type { Campaign } from '../model/campaign.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';

/**
 * What an appeal gives and no document of it prints, by the names of what they read: nothing is left out without being
 * named. Records are kept for their figures, and what is withdrawn is printed by nothing.
 */
export function checkPrinted({ appeal, facts }: Campaign, printed: ReadonlySet<string>): Problem[] {
  const { demands, people } = appeal;
  const isTold = ({ role, status }: (typeof facts)[number]) => role !== 'record' && status !== 'withdrawn';
  const idsOf = (kind: string, all: readonly { readonly id: string }[]) =>
    all.flatMap(({ id }) => (printed.has(`${kind}/${id}`) ? [] : [id]));
  const told = facts.filter(isTold);
  const opinions = idsOf(
    'fact',
    told.filter(({ role }) => role === 'commentary'),
  );
  const others = [
    ...idsOf(
      'fact',
      told.filter(({ role }) => role !== 'commentary'),
    ),
    ...idsOf('demand', demands),
    ...idsOf(
      'person',
      people.filter(({ publish, status }) => publish === 'yes' && status !== 'withdrawn'),
    ),
  ];
  return [
    ...(opinions.length > 0 ? [finding('notice', 'left-out/commentary', { ids: opinions.join(', ') })] : []),
    ...(others.length > 0 ? [finding('notice', 'left-out/unread', { ids: others.join(', ') })] : []),
  ];
}
