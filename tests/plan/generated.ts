import type { Campaign } from '../../src/model/campaign.ts';
import type { Event } from '../../src/model/event.ts';
import type { Sender } from '../../src/model/sender.ts';

/** A sequence of numbers from 0 to under 1 that is the same for the same seed (mulberry32). */
export function startDice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const CITIES = ['Exampleton', 'Musterhausen am Beispielbach', 'Ex', 'Villanueva de la Muestra'];
const PLACES = [
  'Main Square',
  'Embassy of Exampleland, main entrance',
  'Ü',
  'Gewerkschaftshaus Musterhausen, großer Saal im ersten Stock',
];
const CALLERS = ['Our union', 'Alliance of the Strikers’ Families and Friends of Exampleton', undefined];

/** A campaign of random parts of another: much or little of each, long and short, with events that share lines. */
export function generateCampaign(from: Campaign, roll: () => number): Campaign {
  const some = <T>(all: readonly T[], least: number, most = all.length): T[] => {
    const count = least + Math.floor(roll() ** 2 * (most - least + 1));
    return [...all]
      .map((item) => ({ item, at: roll() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, Math.min(count, all.length))
      .map(({ item }) => item);
  };
  const one = <T>(all: readonly T[]): T => all[Math.floor(roll() * all.length)]!;
  const { appeal, facts } = from;
  const events = Array.from({ length: Math.floor(roll() * 10) }, (_, i): Event => {
    const shared = roll() < 0.6;
    return {
      id: `event-${i}`,
      kind: shared ? 'picket' : one(['picket', 'demonstration', 'meeting', 'vigil']),
      date: `2011-12-${String(20 + i).padStart(2, '0')}`,
      ...(roll() < 0.8 && { time: '18:00' }),
      place: one(PLACES),
      ...(roll() < 0.6 && { address: 'Street 1' }),
      city: one(CITIES),
      calledBy: shared ? CALLERS[0] : one(CALLERS),
      source: 'invented',
    };
  });
  const long = roll() < 0.2;
  return {
    ...from,
    appeal: {
      ...appeal,
      headline: roll() < 0.3 ? undefined : long ? appeal.summary : appeal.headline,
      demands: some(appeal.demands, 1),
      actions: some(appeal.actions, 0),
      boycott: roll() < 0.5 ? appeal.boycott : undefined,
      url: roll() < 0.5 ? 'https://example.org/free-the-strikers' : undefined,
      example: roll() < 0.5 ? appeal.example : undefined,
    },
    facts: some(facts, 1, roll() < 0.3 ? facts.length : 4),
    events,
  };
}

/** A sender with names and an address from short to very long. */
export function generateSender(roll: () => number): Sender {
  const one = <T>(all: readonly T[]): T => all[Math.floor(roll() * all.length)]!;
  return {
    name: one(['Jo Example', 'Dr. Maximiliane von und zu Muster-Beispielhausen-Musterberg', 'Ä']),
    organisation: one([
      undefined,
      'Our union',
      'Arbeitskreis Internationale Solidarität in der Gewerkschaft Öffentlicher Dienste, Ortsverein Musterburg',
    ]),
    street: one([
      '1 Example Street',
      'Donaudampfschifffahrtsgesellschaftsstraße 123, Hinterhaus, 4. Obergeschoss links',
    ]),
    postalCode: '99999',
    city: one(CITIES),
    country: one(['DE', 'GB', 'US', 'FR', 'CH']),
    ...(roll() < 0.5 && { email: one(['jo@example.org', `${'m'.repeat(40)}@example.org`]) }),
  };
}
