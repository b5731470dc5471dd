import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fieldOf } from '../../src/check/contact-columns.ts';
import { memberFieldOf } from '../../src/check/member-columns.ts';
import { checkMembers } from '../../src/check/members.ts';
import { chooseSource } from '../../src/import/source.ts';
import { openForeignList } from '../../src/read/foreign-list.ts';
import { readSenders } from '../../src/read/senders.ts';
import { makeFolder } from '../folder.ts';
import { EXPORTS, HOME } from './export-forms.ts';

const csv = (head: readonly string[], row: readonly string[]) =>
  `${[head, row].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n')}\n`;

async function memberOf(head: readonly string[], row: readonly string[]) {
  const cwd = await makeFolder({ 'list.csv': csv(head, row) });
  const file = join(cwd, 'list.csv');
  const list = await readSenders(file, {
    isKnown: (name) => memberFieldOf(name) !== undefined,
    places: true,
  });
  const { members, problems } = await checkMembers(list);
  return { members: [...members], problems };
}

async function contactOf(head: readonly string[], row: readonly string[]) {
  const cwd = await makeFolder({ 'list.csv': csv(head, row) });
  const list = await openForeignList(join(cwd, 'list.csv'), {
    isKnown: (name) => fieldOf(name) !== undefined,
  });
  const source = chooseSource(list, { map: new Map(), defaults: new Map() });
  for await (const read of list.rows()) return source.understand(read);
  return undefined;
}

describe('a member from the export of', () => {
  test.each(Object.entries(EXPORTS))('%s', async (_, { head, row }) => {
    const { members, problems } = await memberOf(head, row);
    expect(problems.filter(({ severity }) => severity !== 'notice')).toEqual([]);
    expect(members).toMatchObject([HOME]);
  });
});

describe('an office from the export of an address book, where it stands and not where somebody lives', () => {
  test.each(Object.entries(EXPORTS).filter(([name]) => /^(Outlook|Thunderbird)/.test(name)))(
    '%s',
    async (_, { head, row }) => {
      const understood = await contactOf(head, row);
      expect(understood?.draft).toMatchObject({ street: 'Werkstr. 5', postalCode: '04103', city: 'Leipzig' });
      expect(understood?.draft?.organisation).toBe('Werk AG');
      expect(understood?.draft?.holder).toBe('Zoë Größler');
    },
  );

  test('the other address comes back with the values that weren’t used', async () => {
    const { head, row } = EXPORTS['Outlook, English']!;
    const understood = await contactOf(head, row);
    expect(understood).toMatchObject({
      left: expect.arrayContaining([
        { column: 'street', value: 'Ahornweg 3a', reason: 'is of a further address' },
      ]),
    });
  });
});

test('parts of two addresses never make one', async () => {
  const { head, row } = EXPORTS['Outlook, English']!;
  const without = (from: number) => row.map((cell, i) => (i >= from && i < from + 4 ? '' : cell));
  expect((await memberOf(head, without(7))).members).toMatchObject([
    { street: 'Werkstr. 5', city: 'Leipzig' },
  ]);
  expect((await contactOf(head, without(3)))?.draft).toMatchObject({
    street: 'Ahornweg 3a',
    city: 'Dresden',
  });
  // A country alone is no address.
  const onlyCountry = row.map((cell, i) => (i >= 7 && i < 10 ? '' : cell));
  expect((await memberOf(head, onlyCountry)).members).toMatchObject([
    { street: 'Werkstr. 5', city: 'Leipzig' },
  ]);
});

test('“Nome” beside “Cognome” is the first name, and alone the name', async () => {
  const address = ['Via Roma 1', 'Roma', 'IT'];
  const columns = ['Indirizzo', 'Città', 'Paese'];
  expect(
    (await memberOf(['Cognome', 'Nome', ...columns], ['Rossi', 'Ada', ...address])).members,
  ).toMatchObject([{ name: 'Ada Rossi' }]);
  expect((await memberOf(['Nome', ...columns], ['Ada Rossi', ...address])).members).toMatchObject([
    { name: 'Ada Rossi' },
  ]);
});

describe('a member whose whole address stands in one cell', () => {
  test.each([
    [
      '12 High St, Leeds LS1 4AB, UK',
      { street: '12 High St', postalCode: 'LS1 4AB', city: 'Leeds', country: 'GB' },
    ],
    [
      'Beispielweg 3\n01067 Dresden\nDeutschland',
      { street: 'Beispielweg 3', postalCode: '01067', city: 'Dresden', country: 'DE' },
    ],
    [
      '100 Sample Ave  Apt 4B  Springfield  IL  62701  US',
      {
        street: '100 Sample Ave, Apt 4B',
        postalCode: '62701',
        city: 'Springfield',
        region: 'IL',
        country: 'US',
      },
    ],
  ])('%s', async (address, place) => {
    const { members } = await memberOf(['Name', 'Address', 'State'], ['Ann Example', address, 'HE']);
    // What Mailchimp tells of a region is where the computer stands.
    const told = address.includes('  ') ? undefined : 'HE';
    expect(members).toMatchObject([{ name: 'Ann Example', ...place }]);
    expect(members[0]?.region).toBe('region' in place ? place.region : told);
  });

  test('with a column for the country', async () => {
    const { members } = await memberOf(
      ['Name', 'Anschrift', 'Land'],
      ['Dora Muster', 'Beispielweg 3, 01067 Dresden', 'Deutschland'],
    );
    expect(members).toMatchObject([
      { street: 'Beispielweg 3', postalCode: '01067', city: 'Dresden', country: 'DE' },
    ]);
  });
});

test('a street that stands whole and in parts is printed once', async () => {
  const head = ['Display Name', 'Street Address', 'Street Number', 'Street Name', 'City', 'Country'];
  const { members } = await memberOf(head, [
    'Jo Example',
    '14A Sample Street',
    '14',
    'Sample Street',
    'Leeds',
    'GB',
  ]);
  expect(members).toMatchObject([{ street: '14A Sample Street' }]);
});

test('the room in Outlook’s “Ort” is no town', async () => {
  const { head, row } = EXPORTS['Outlook, German']!;
  expect((await memberOf([...head, 'Ort'], [...row, 'Raum 12'])).members).toMatchObject([HOME]);
  expect((await contactOf([...head, 'Ort'], [...row, 'Raum 12']))?.draft).toMatchObject({
    street: 'Werkstr. 5',
    city: 'Leipzig',
  });
});

test('who is sorted by the last name signs with the first one first', async () => {
  const head = ['First Name', 'Last Name', 'Display Name', 'City', 'Country'];
  const { members } = await memberOf(head, ['Vera', 'Sample', 'Sample, Vera', 'Leeds', 'GB']);
  expect(members).toMatchObject([{ name: 'Vera Sample' }]);
});

test('a title above the head doesn’t hide what stands between columns', async () => {
  const text =
    'Members of the branch\nAs of 1 May\nName\tStreet\tTown\tCountry\nAnn Example\t3 Sample Road\tLeeds\tGB\n';
  const cwd = await makeFolder({ 'list.txt': text });
  const list = await openForeignList(join(cwd, 'list.txt'), {
    isKnown: (name) => fieldOf(name) !== undefined,
  });
  expect(list.columns).toEqual(['Name', 'Street', 'Town', 'Country']);
});
