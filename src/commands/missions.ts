import { areDistinct, keysOf } from '../check/duplicates.ts';
import { understandMissions } from '../check/missions.ts';
import type { Contact } from '../model/contact.ts';
import { MISSIONS, readShipped } from '../model/shipped.ts';

/** The index of missions that comes with handbill, as text. */
export function readMissions(): string {
  return readShipped(MISSIONS).toString('utf8');
}

/**
 * Contacts, and behind them the missions of the bundled index that aren't among them: of what is known already nothing
 * is added. Of embassies a state has one in a country, in whichever of its towns the index sees it.
 */
export function withMissions(contacts: readonly Contact[], index: string, state?: string): Contact[] {
  const known = new Map<string, Contact>();
  for (const contact of contacts) for (const key of keysFor(contact)) known.set(key, contact);
  const further = understandMissions(index, state).filter((mission) => !known.has(`id ${mission.id}`));
  const isNew = (mission: Contact) => {
    const same = keysFor(mission).flatMap((key) => known.get(key) ?? []);
    return same.every((contact) => areDistinct(contact, mission));
  };
  return [...contacts, ...further.filter(isNew)];
}

function keysFor(contact: Contact): string[] {
  const { kind, represents, country } = contact;
  const isOnlyOne = represents !== undefined && ['embassy', 'high-commission', 'nunciature'].includes(kind);
  return [...keysOf(contact), ...(isOnlyOne ? [`only ${kind} ${represents} ${country ?? ''}`] : [])];
}
