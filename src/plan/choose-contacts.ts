import { barBetween } from '../model/apart.ts';
import { append } from '../model/append.ts';
import type { Campaign } from '../model/campaign.ts';
import { distanceBetween } from '../model/capitals.ts';
import { takesLetters } from '../model/channel.ts';
import { type Contact, isMission, MISSION_KINDS, type Mission, stateOf } from '../model/contact.ts';
import { countryName } from '../model/country.ts';
import { normalForm } from '../model/normal-form.ts';
import { statesFor } from '../model/territories.ts';
import type { Problem, Told, Value } from '../problems.ts';
import { finding, phrase } from '../wordings.ts';

/** Where a sender lives. */
export interface Residence {
  /** ISO 3166-1 code. */
  readonly country: string;
  /** A consulate of this city goes before the embassy. */
  readonly city?: string | undefined;
}

/** The mission of one state that is a sender's own, or why there is none. */
type MissionChoice = Found & {
  /** The one that it would be if nothing were known against a letter from the sender's country to where it sits. */
  readonly barred?: Contact | undefined;
};

type Found =
  | { readonly how: 'city' | 'resident' | 'accredited'; readonly mission: Mission }
  | {
      readonly how: 'none';
      /** The next best, and why it is. */
      readonly nearest?: Nearest | undefined;
    };

/** The contact that serves where no mission is responsible. */
interface Nearest {
  readonly contact: Contact;
  readonly reason: Told;
  /** Missions that are hardly farther away. */
  readonly others: readonly Contact[];
}

/**
 * The mission of `state` that is responsible where the sender lives: one in the sender's city; else the highest that
 * sits in the sender's country; else the highest that is accredited there, or to the state that acts for a territory, the
 * nearest first; else the nearest that can be reached. The order of `contacts` doesn't matter. Missions that no longer
 * exist are left out, and those in a country to which nobody can or may write from the sender's.
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
  const isBarred = (contact: Contact | undefined) => barBetween(country, contact?.country) !== undefined;
  const choose = (among: readonly Mission[]): Found =>
    accreditedAmong(among, country) ?? { how: 'none', nearest: nearestTo(among, contacts, state, country) };
  const open = missions.filter((m) => !isBarred(m));
  const found = choose(open);
  const whole = open.length === missions.length ? found : choose(missions);
  const first = whole.how === 'none' ? whole.nearest?.contact : whole.mission;
  return isBarred(first) ? { ...found, barred: first } : found;
}

/** Of the missions that are accredited in a country the highest, and of several the nearest. */
function accreditedAmong(missions: readonly Mission[], country: string): Found | undefined {
  const accredited = missions.filter((m) => isResponsible(m, country));
  const [best] = accredited
    .filter((m) => m.kind === accredited[0]?.kind)
    .map((mission) => ({ mission, far: farFrom(mission, country) }))
    .sort((a, b) => a.far - b.far);
  return best && { how: 'accredited', mission: best.mission };
}

/** All missions of a state that sit where the sender lives or are accredited there, the highest first. */
function missionsFor(contacts: readonly Contact[], state: string, country: string): readonly Mission[] {
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
    if (choice.barred) append(problems, toldOfBar('passed-over', choice.barred, residence.country));
    if (choice.how === 'none')
      problems.push(
        state === residence.country
          ? noneAtHome(state, contacts)
          : noMission(state, residence.country, choice.nearest),
      );
    else if (all) append(chosen, missionsFor(contacts, state, residence.country));
    else chosen.push(choice.mission);
  }
  return { targets: chosen, problems };
}

/** Told of those whom a letter from a country may harm its sender for, or doesn't reach: companies and all others too. */
export function findBarred(targets: readonly Contact[], country: string): Problem[] {
  return targets.flatMap((target) => toldOfBar('addressed', target, country));
}

/** Told at once of all that an appeal may write to: a mission is passed over where the state has others. */
export function findBars(contacts: readonly Contact[], country: string): Problem[] {
  return contacts.flatMap((contact) => {
    if (!barBetween(country, contact.country)) return [];
    const others = contacts.filter((other) => isMission(other) && other.represents === contact.represents);
    return toldOfBar(isMission(contact) && others.length > 1 ? 'passed-over' : 'addressed', contact, country);
  });
}

function toldOfBar(what: 'passed-over' | 'addressed', { id, country }: Contact, from: string): Problem[] {
  const bar = barBetween(from, country);
  if (!bar) return [];
  const severity = what === 'addressed' ? 'warning' : 'notice';
  const [there, home] = [countryName(country!), countryName(from)];
  const { source } = bar;
  return [
    finding(severity, `letter-barred/${what}`, {
      id,
      there,
      country: home,
      why: phrase(bar.why, {}),
      source,
    }),
  ];
}

function isResponsible(mission: Mission, country: string): boolean {
  return statesFor(country).some((s) => mission.country === s || mission.accredited?.includes(s) === true);
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

/** Kilometres from the sender's capital to that of the country where a mission sits. */
function farFrom({ country }: Contact, from: string): number {
  return (country === undefined ? undefined : distanceBetween(from, country)) ?? Number.POSITIVE_INFINITY;
}

/** How much farther than the nearest a mission may be to be offered too. */
const HARDLY_FARTHER = 1.25;
const MOST_OTHERS = 2;

/** Of the missions that can be reached the one with the nearest capital, of a country's the highest; else the state's own ministry. */
function nearestTo(
  missions: readonly Mission[],
  contacts: readonly Contact[],
  state: string,
  country: string,
): Nearest | undefined {
  if (country !== state) {
    const heads = new Map<string, Mission>();
    for (const m of missions)
      if (m.country !== undefined && takesLetters(m) && !heads.has(m.country)) heads.set(m.country, m);
    const [near, ...rest] = [...heads.values()]
      .map((contact) => ({ contact, far: farFrom(contact, country) }))
      .filter(({ far }) => Number.isFinite(far))
      .sort((a, b) => a.far - b.far);
    if (near) {
      const values = { far: near.far, country: countryName(near.contact.country!) };
      const reason = phrase('nearest-capital', values);
      const others = rest.filter(({ far }) => far <= near.far * HARDLY_FARTHER).slice(0, MOST_OTHERS);
      return { contact: near.contact, reason, others: others.map(({ contact }) => contact) };
    }
  }
  const [ministry] = contacts
    .filter((c) => c.kind === 'ministry' && (c.represents ?? c.country) === state && c.defunct === undefined)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return (
    ministry && {
      contact: ministry,
      reason: phrase('ministry-of', { state: countryName(state) }),
      others: [],
    }
  );
}

function noMission(state: string, country: string, nearest: Nearest | undefined): Problem {
  const why = phrase('none-accredited', { country: countryName(country) });
  const values = { state: countryName(state), country: countryName(country), why };
  if (!nearest) return finding('warning', 'no-mission', values);
  const { contact, reason, others } = nearest;
  return finding('warning', 'no-mission/nearest', {
    ...values,
    id: contact.id,
    reason,
    others: orTo(others),
  });
}

/** Who lives in the state itself writes to its offices, not abroad: those among the contacts are named. */
function noneAtHome(state: string, contacts: readonly Contact[]): Problem {
  const why = phrase('no-embassy-at-home', {});
  const values = { state: countryName(state), country: countryName(state), why };
  const offices = contacts.filter((c) => !isMission(c) && stateOf(c) === state && !c.defunct);
  if (offices.length === 0) return finding('warning', 'no-mission/home', values);
  const choices = offices.map(({ id }) => `--to ${id}`).join(', ');
  return finding('warning', 'no-mission/home-offices', { ...values, choices });
}

function orTo(others: readonly Contact[]): Value {
  if (others.length === 0) return '';
  return phrase('hardly-farther', { choices: others.map(({ id }) => `--to ${id}`).join(', ') });
}
