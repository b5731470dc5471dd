import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkAppeal } from '../../src/check/appeal.ts';
import { channelsOf } from '../../src/model/channel.ts';
import type { Contact } from '../../src/model/contact.ts';
import { COUNTRIES } from '../../src/model/regions.ts';
import { chooseMission, chooseTargets } from '../../src/plan/choose-contacts.ts';
import { readAppeal } from '../../src/read/appeal.ts';

const bundled = fileURLToPath(new URL('../../data/zhanaozen', import.meta.url));
const { files } = await readAppeal(bundled, {});
const { campaign } = checkAppeal(files!, { today: '2026-01-01' });
const { contacts, targets } = campaign!;

/** Whom a sender in a country writes to at Kazakhstan's missions, after the bundled contacts. */
const OWN: readonly [country: string, how: string, id: string | undefined][] = [
  ['GB', 'resident', 'kz-gb-london'],
  ['IE', 'accredited', 'kz-gb-london'],
  ['IS', 'accredited', 'kz-gb-london'],
  ['US', 'resident', 'kz-us-washington'],
  ['DE', 'resident', 'kz-de-berlin'],
  ['FR', 'resident', 'kz-fr-paris'],
  ['ES', 'resident', 'kz-es-madrid'],
  ['IT', 'resident', 'kz-it-roma'],
  ['TR', 'resident', 'kz-tr-ankara'],
  ['JP', 'resident', 'kz-jp-tokyo'],
  ['KR', 'resident', 'kz-kr-seoul'],
  ['IN', 'resident', 'kz-in-new-delhi'],
  ['LK', 'accredited', 'kz-in-new-delhi'],
  ['BD', 'accredited', 'kz-in-new-delhi'],
  ['FI', 'resident', 'kz-fi-helsinki'],
  ['CH', 'resident', 'kz-ch-bern'],
  ['VA', 'accredited', 'kz-ch-bern'],
  ['AT', 'resident', 'kz-at-wien'],
  ['SI', 'accredited', 'kz-at-wien'],
  ['BR', 'resident', 'kz-br-brasilia'],
  ['CL', 'accredited', 'kz-br-brasilia'],
  ['CA', 'resident', 'kz-ca-ottawa'],
  ['BS', 'accredited', 'kz-ca-ottawa'],
  ['BA', 'accredited', 'kz-hr-zagreb'],
  ['ME', 'accredited', 'kz-hr-zagreb'],
  ['CY', 'accredited', 'kz-il-tel-aviv'],
  ['HT', 'accredited', 'kz-mx-ciudad-de-mexico'],
  ['AU', 'accredited', 'kz-sg-singapore'],
  ['NZ', 'accredited', 'kz-sg-singapore'],
  ['PL', 'resident', 'kz-pl-warszawa'],
  ['PH', 'accredited', 'kz-id-jakarta'],
  ['SE', 'none', 'kz-fi-helsinki'],
  ['BE', 'none', 'kz-fr-paris'],
  ['HU', 'none', 'kz-de-berlin'],
  ['AR', 'none', 'kz-us-washington'],
  ['ZA', 'none', 'kz-tr-ankara'],
  ['EG', 'none', 'kz-tr-ankara'],
  ['LB', 'none', 'kz-tr-ankara'],
  ['IQ', 'none', 'kz-ge-tbilisi'],
  ['JO', 'none', 'kz-tr-ankara'],
  ['LY', 'none', 'kz-it-roma'],
  ['AM', 'none', 'kz-ge-tbilisi'],
  ['KZ', 'none', undefined],
];

test.each(OWN)('a sender in %s: %s %s', (country, how, id) => {
  const choice = chooseMission(contacts, 'KZ', { country });
  expect(choice.how).toBe(how);
  expect(choice.how === 'none' ? choice.nearest?.contact.id : choice.mission.id).toBe(id);
});

test('nobody is sent to a country to which people there can or may not write', () => {
  const reachable = contacts.map((c) => (c.id === 'kz-il-tel-aviv' ? { ...c, street: '1 Example Road' } : c));
  const covering = reachable.map((c) =>
    c.id === 'kz-il-tel-aviv' ? { ...c, accredited: ['LB', 'IQ', 'SY'] } : c,
  );
  for (const list of [reachable, covering])
    for (const country of ['LB', 'IQ', 'SY', 'IR', 'KW']) {
      const choice = chooseMission(list, 'KZ', { country });
      expect(choice.how === 'none' && choice.nearest?.contact.id).not.toBe('kz-il-tel-aviv');
      expect(choice.how).toBe('none');
    }
  const { how, ...choice } = chooseMission(reachable, 'KZ', { country: 'JO' });
  expect({ how, ...choice }).toMatchObject({ how: 'none', nearest: { contact: { id: 'kz-il-tel-aviv' } } });
});

test('each country of the world has a mission that can be reached', () => {
  for (const country of COUNTRIES) {
    const choice = chooseMission(contacts, 'KZ', { country });
    if (country === 'KZ' || country === 'UM') continue;
    if (choice.how !== 'none') continue;
    expect(channelsOf(choice.nearest!.contact), country).not.toEqual([]);
    const { english, values } = choice.nearest!.reason;
    expect(english).toMatch(/^of those that can be reached its capital is the nearest, /);
    expect(String(values.far), country).toMatch(/^[\d,]+$/);
  }
});

test.each([
  ['RE', 'kz-fr-paris'],
  ['GF', 'kz-fr-paris'],
  ['BM', 'kz-gb-london'],
  ['CW', 'kz-nl-the-hague'],
  ['PR', 'kz-us-washington'],
])('a territory, %s, has the mission of the state that acts for it', (country, id) => {
  expect(chooseMission(contacts, 'KZ', { country })).toMatchObject({ how: 'accredited', mission: { id } });
});

test('the order of the contacts changes nothing', () => {
  const turned = contacts.toReversed();
  for (const [country] of OWN) {
    expect(chooseMission(turned, 'KZ', { country })).toEqual(chooseMission(contacts, 'KZ', { country }));
  }
});

test('a consulate in the sender’s city goes before the embassy', () => {
  const inCity = (city: string) => chooseMission(contacts, 'KZ', { country: 'DE', city });
  expect(inCity('frankfurt')).toMatchObject({ how: 'city', mission: { id: 'kz-de-frankfurt' } });
  expect(inCity('Frank')).toMatchObject({ how: 'resident', mission: { id: 'kz-de-berlin' } });
});

describe('targets of a sender', () => {
  const choose = (country: string, all = false) => {
    const found = chooseTargets({ contacts }, targets, { country }, all);
    return { ids: found.targets.map((c) => c.id), problems: found.problems };
  };

  test('are its own embassy and everybody who is no mission', () => {
    expect(choose('IT').ids).toEqual([
      'kz-it-roma',
      ...targets.filter((c) => c.kind === 'company').map((c) => c.id),
    ]);
  });

  test('are all missions there where that is asked for', () => {
    expect(choose('KR', true).ids.filter((id) => id.startsWith('kz-'))).toEqual([
      'kz-kr-seoul',
      'kz-kr-busan',
    ]);
  });

  test('lack a mission where there is none, and the nearest is named with its reason', () => {
    expect(choose('AR').problems).toMatchObject([
      {
        severity: 'warning',
        code: 'no-mission',
        message: expect.stringContaining('Kazakhstan for senders in Argentina'),
        hint: 'The nearest choice is kz-us-washington, because of those that can be reached its capital is the nearest, 8394 km away in United States: --to kz-us-washington. Hardly farther: --to kz-pt-lisbon, --to kz-es-madrid',
      },
    ]);
    expect(choose('KZ').problems[0]?.message).toContain('no embassy at home');
    expect(choose('KZ').problems[0]?.hint).toMatch(/^Write to its .*(handbill add target|--to \S+)/);
  });
});

test('missions that are closed are passed over, and a ministry serves where no embassy is near', () => {
  const made = (contact: Pick<Contact, 'id' | 'kind' | 'country' | 'defunct'>): Contact => ({
    ...contact,
    organisation: 'made up for a test',
    represents: 'KZ',
    languages: ['en'],
    source: 'made up for a test',
  });
  const closed = made({ id: 'kz-za', kind: 'embassy', country: 'ZA', defunct: '2020' });
  const ministry = made({ id: 'kz-mfa', kind: 'ministry', country: 'KZ' });
  expect(chooseMission([closed, ministry], 'KZ', { country: 'ZA' })).toMatchObject({
    how: 'none',
    nearest: {
      contact: { id: 'kz-mfa' },
      reason: { english: 'it is a ministry of {state} itself', values: { state: 'Kazakhstan' } },
    },
  });
});
