import { demandsFor, isMeantFor } from '../model/addressee.ts';
import type { Demand } from '../model/appeal.ts';
import type { Campaign } from '../model/campaign.ts';
import type { Contact } from '../model/contact.ts';
import { wordingIn } from '../model/text.ts';

/**
 * The campaign as a short text tells it, in ever fewer words: everything that happened and all demands; what happened
 * with its figures; then fewer demands.
 */
export function narrowed(campaign: Campaign, contact: Contact, language: string): Campaign[] {
  const demands = [...demandsFor(campaign.appeal.demands, contact)];
  const events = campaign.facts.filter(
    (f) => f.role === 'event' && f.status !== 'withdrawn' && isMeantFor(f.concerns, contact),
  );
  const counted = events.filter(({ figures }) => figures.length > 0);
  const few = (counted.length > 0 ? counted : events).slice(0, 1);
  const fewer = [4, 3, 2, 1].filter((n) => n < demands.length);
  const levels = [
    { facts: events, demands },
    { facts: events.slice(0, 2), demands },
    ...fewer.map((n) => ({ facts: events.slice(0, 2), demands: demands.slice(0, n) })),
    ...[3, 2].map((n) => ({ facts: few, demands: shortest(demands, n, language) })),
    { facts: few, demands: demands.slice(0, 1) },
  ];
  return levels.map((less) => ({
    ...campaign,
    facts: less.facts,
    appeal: { ...campaign.appeal, demands: less.demands },
  }));
}

/** Those demands that take the least room in a link, in their order. */
function shortest(demands: readonly Demand[], most: number, language: string): Demand[] {
  const room = ({ text }: Demand) => encodeURIComponent(wordingIn(text, language) ?? '').length;
  const kept = [...demands].sort((a, b) => room(a) - room(b)).slice(0, most);
  return demands.filter((demand) => kept.includes(demand));
}
