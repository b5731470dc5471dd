import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { understandMissions } from '../../src/check/missions.ts';
import { readMissions, withMissions } from '../../src/commands/missions.ts';
import { contact } from '../../src/model/contact.ts';
import { countriesIn } from '../../src/model/country-names.ts';
import { makeFolder } from '../folder.ts';
import { handbill } from './run.ts';

const INIT = 'init a --no-input --title Free --issuer Us --what Arrested. --source Us --demand Release'.split(
  ' ',
);
const rowsOf = async (file: string) =>
  parse(await readFile(file, 'utf8'), { columns: true }) as Record<string, string>[];

test('the bundled index names the missions of every state, as sound contacts with ids of their own', async () => {
  const all = understandMissions(readMissions());
  expect(all.length).toBeGreaterThan(9500);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all.filter((mission) => !contact.safeParse(mission).success)).toEqual([]);
  expect(all.filter(({ represents, country }) => represents === country)).toEqual([]);
  expect(new Set(all.map(({ seen }) => seen))).toEqual(new Set(['2022-11-16']));
});

test('nobody speaks for a state whose name is only a part of theirs', async () => {
  expect(countriesIn('Embassy of the Sovereign Military Order of Malta')).toEqual([]);
  expect(countriesIn('Turkish Republic of Northern Cyprus')).toEqual([]);
  expect(countriesIn('Embassy of Malta, Cyprus')).toEqual(['MT', 'CY']);
  const { length } = understandMissions(readMissions(), 'MT');
  expect(length).toBe(30);
});

test('what is known of a mission already is not added once more, in whichever town', async () => {
  const index = '# Of 2020-01-01\n=XK\tKosovo\nembassy\tDE\tPankow\t\t\t1\nconsulate\tDE\tBonn\t\t\t2\n';
  const own = { ...understandMissions(index, 'XK')[0]!, id: 'ours', city: 'Berlin', wikidata: undefined };
  expect(withMissions([own], index).map(({ id }) => id)).toEqual(['ours', 'xk-de-bonn']);
});

test('init offers the missions of any state, and says how to look up their addresses', async () => {
  const cwd = await makeFolder();
  const ran = await handbill(cwd, [...INIT, '--state', 'Irán']);
  expect(ran.code).toBe(0);
  expect(ran.stdout).toContain('missions of Iran no address is known');
  expect(ran.stdout.replace(/\s+/g, ' ')).toContain('handbill contacts query IR');
  const rows = await rowsOf(join(cwd, 'a/contacts.csv'));
  expect(rows.map(({ represents }) => represents)).toEqual(rows.map(() => 'IR'));
  expect(rows.find(({ id }) => id === 'ir-de-steglitz-zehlendorf')).toMatchObject({
    street: '',
    seen: '2022-11-16',
    source: expect.stringContaining('wikidata.org'),
  });
  expect((await handbill(await makeFolder(), [...INIT, '--state', 'Atlantis'])).stderr).toContain(
    '--state: no mission of "Atlantis"',
  );
});

/** The result of the query as Wikidata's service writes it, made up for a test. */
const RESULT = (item: string, seen: string, website: string, street = '') =>
  `wikidata,kind,organisation,represents,accredited,street,postalCode,phone,fax,email,website,city,country,source,seen
${item},embassy,"Embassy of Iran, Berlin",IR,DE,${street},14195,,,mailto:info@example.org,${website},Berlin,DE,https://www.wikidata.org/wiki/${item},${seen}
`;

test('the answer to the query is imported as it is; an old value never replaces a new one', async () => {
  const cwd = await makeFolder();
  await handbill(cwd, [...INIT, '--state', 'IR']);
  const file = join(cwd, 'a/contacts.csv');
  const find = async () => (await rowsOf(file)).find(({ id }) => id === 'ir-de-steglitz-zehlendorf')!;
  const { wikidata, website } = await find();
  const { writeFile } = await import('node:fs/promises');
  const load = async (text: string) => {
    await writeFile(join(cwd, 'query.csv'), text);
    return handbill(cwd, 'contacts import query.csv --appeal a --yes');
  };
  expect(await load(RESULT(wikidata!, '2026-05-01', 'https://new.example', 'Neue Straße 1'))).toMatchObject({
    code: 0,
  });
  const now = { website: 'https://new.example', street: 'Neue Straße 1', seen: '2026-05-01' };
  expect(await find()).toMatchObject({ ...now, email: 'info@example.org', postalCode: '14195' });
  await load(RESULT(wikidata!, '2022-11-16', website!, 'Alte Straße 9'));
  expect(await find()).toMatchObject(now);
  await load(RESULT(wikidata!, '', website!, 'Alte Straße 9'));
  expect(await find()).toMatchObject(now);
});

test('the query asks for what an import knows', async () => {
  const cwd = await makeFolder();
  const { stdout } = await handbill(cwd, 'contacts query Kasachstan');
  for (const property of ['P6375', 'P281', 'P2900', 'P1329', 'P968', 'P856'])
    expect(stdout).toContain(`wdt:${property}`);
  expect(stdout).toContain('wdt:P297 "KZ"');
  expect((await handbill(cwd, 'contacts query Atlantis')).code).toBe(2);
});

test('coverage tells of how many missions of a state something is known', async () => {
  const cwd = await makeFolder();
  await handbill(cwd, [...INIT, '--state', 'AD']);
  const { stdout } = await handbill(cwd, 'contacts coverage a --json');
  expect(JSON.parse(stdout).coverage).toEqual([
    { state: 'AD', missions: 6, street: 0, email: 0, phone: 0, missing: 0 },
  ]);
  const asked = await handbill(cwd, 'contacts coverage a --represents LI --json');
  expect(JSON.parse(asked.stdout).coverage).toMatchObject([{ state: 'LI', missions: 0 }]);
});
