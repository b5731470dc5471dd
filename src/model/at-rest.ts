import { isEnded } from './appeal.ts';
import type { Campaign } from './campaign.ts';

/**
 * The campaign of an appeal that is won, closed or withdrawn: it is told, and nobody is called to act. Nothing is
 * demanded of anybody, there are no events and no last day; of all material only thanks are left, where it is won.
 * Another campaign stays.
 */
export function atRest(campaign: Campaign): Campaign {
  const { appeal } = campaign;
  if (!isEnded(appeal.state)) return campaign;
  return {
    ...campaign,
    isAtRest: true,
    appeal: {
      ...appeal,
      demands: [],
      actions: [],
      targets: [],
      actBefore: undefined,
      boycott: undefined,
      materials: appeal.state?.is === 'won' ? ['thanks'] : [],
    },
    events: [],
    targets: [],
  };
}
