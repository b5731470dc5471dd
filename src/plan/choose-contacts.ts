import type { Campaign } from '../model/campaign.ts';
import { type Contact, isMission, MISSION_KINDS, type Mission } from '../model/contact.ts';
import { countryName } from '../model/country.ts';
import { normalForm } from '../model/normal-form.ts';
import { regionOf } from '../model/regions.ts';
import type { Problem } from '../problems.ts';

/** Where a sender lives. */
export interface Residence {
  /** ISO 3166-1 code. */
  readonly country: string;
  /** A consulate of this city goes before the embassy. */
  readonly city?: string | undefined;
}

/** The mission of one state that is a sender's own, or why there is none. */
export type MissionChoice =
  | { readonly how: 'city' | 'resident' | 'accredited'; readonly mission: Mission }
  | {
      readonly how: 'none';
      /** The next best, and why it is. */
      readonly nearest?: { readonly contact: Contact; readonly reason: string } | undefined;
    };

/**
 * The mission of `state` that is responsible where the sender lives: one in the sender's city; else the highest that
 * sits in the sender's country; else the highest that is accredited there, the nearest first. The order of `contacts`
 * doesn't matter. Missions that no longer exist are left out.
 */
export function chooseMission(
  contacts: readonly Contact[],
  state: string,
  { country, city }: Residence,
): MissionChoice {
  const missions = missionsOf(contacts, state);
  const resident = missions.filter((m) => m.country === country);
  const sameCity = city === undefined ? undefined : resident.find((m) => isInCity(m, city));
  if (sameCity) return { how: 'city', mission: sameCity };
  if (resident[0]) return { how: 'resident', mission: resident[0] };
  const accredited = missions.filter((m) => m.accredited?.includes(country));
  const highest = accredited.filter((m) => m.kind === accredited[0]?.kind);
  const best = highest.find((m) => isSameRegion(m.country, country)) ?? highest[0];
  if (best) return { how: 'accredited', mission: best };
  return { how: 'none', nearest: nearestTo(missions, contacts, state, country) };
}

/** All missions of a state that sit where the sender lives or are accredited there, the highest first. */
export function missionsFor(
  contacts: readonly Contact[],
  state: string,
  country: string,
): readonly Mission[] {
  return missionsOf(contacts, state).filter((m) => isResponsible(m, country));
}

/**
 * The targets as one sender should write to them: each state's own mission in place of all missions of that state;
 * companies, ministries and everybody else stay. A state without a mission for the sender is a problem that names the
 * nearest choice. With `all`, every mission that sits in the country or covers it.
 */
export function chooseTargets(
  { contacts }: Pick<Campaign, 'contacts'>,
  targets: readonly Contact[],
  residence: Residence,
  all = false,
): { targets: readonly Contact[]; problems: readonly Problem[] } {
  const chosen: Contact[] = [];
  const problems: Problem[] = [];
  const states = new Set<string>();
  for (const target of targets) {
    const state = isMission(target) ? target.represents : undefined;
    if (state === undefined) {
      if (!isMission(target) || isResponsible(target, residence.country)) chosen.push(target);
      continue;
    }
    if (states.has(state)) continue;
    states.add(state);
    const choice = chooseMission(contacts, state, residence);
    if (choice.how === 'none') problems.push(noMission(state, residence.country, choice.nearest));
    else if (all) chosen.push(...missionsFor(contacts, state, residence.country));
    else chosen.push(choice.mission);
  }
  return { targets: chosen, problems };
}

function isResponsible(mission: Mission, country: string): boolean {
  return mission.country === country || mission.accredited?.includes(country) === true;
}

/** A state's missions that still exist, the highest first, then by id. */
function missionsOf(contacts: readonly Contact[], state: string): Mission[] {
  return contacts
    .filter(isMission)
    .filter((m) => m.represents === state && m.defunct === undefined)
    .sort((a, b) => rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : 1));
}

function rankOf({ kind }: Mission): number {
  return MISSION_KINDS.indexOf(kind);
}

function isInCity(mission: Mission, city: string): boolean {
  const [here, there] = [normalForm(mission.city ?? ''), normalForm(city)];
  return there !== '' && (here === there || here.startsWith(`${there} `));
}

function isSameRegion(a: string | undefined, b: string): boolean {
  return a !== undefined && regionOf(a) === regionOf(b);
}

/** An embassy in the same part of the world, the one that covers most countries; else the state's own ministry. */
function nearestTo(
  missions: readonly Mission[],
  contacts: readonly Contact[],
  state: string,
  country: string,
): { contact: Contact; reason: string } | undefined {
  const covers = (m: Mission) => m.accredited?.length ?? 0;
  const [near] = missions
    .filter((m) => country !== state && isSameRegion(m.country, country))
    .sort((a, b) => rankOf(a) - rankOf(b) || covers(b) - covers(a));
  if (near)
    return { contact: near, reason: `it sits in ${countryName(near.country!)}, in ${regionOf(country)} too` };
  const [ministry] = contacts
    .filter((c) => c.kind === 'ministry' && (c.represents ?? c.country) === state && c.defunct === undefined)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return ministry && { contact: ministry, reason: `it is a ministry of ${countryName(state)} itself` };
}

function noMission(
  state: string,
  country: string,
  nearest: { contact: Contact; reason: string } | undefined,
): Problem {
  const why =
    state === country
      ? 'a state has no embassy at home'
      : `none of its embassies and consulates in the contacts sits in ${countryName(country)} or is accredited there`;
  return {
    severity: 'warning',
    code: 'no-mission',
    message: `There is no mission of ${countryName(state)} for senders in ${countryName(country)}: ${why}.`,
    hint: nearest
      ? `The nearest choice is ${nearest.contact.id}, because ${nearest.reason}: --to ${nearest.contact.id}`
      : 'Add the one that is responsible to the contacts, or write to a ministry there.',
  };
}
