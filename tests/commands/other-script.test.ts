import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { handbill } from './run.ts';

const FILES = {
  'a/appeal.yaml': `id: lockout
title: {uk: Поверніть людей на роботу, en: Take the workers back}
summary: {uk: Людей звільнено., en: Workers were dismissed.}
issuer: {name: Приклад-профспілка}
issued: 2025-12-01
languages: [uk, en]
sources: [{id: s, title: Листівка}]
demands: [{id: back, text: {uk: Поверніть їх, en: Take them back}}]
targets: [the-works]
`,
  'a/facts.csv':
    'id,role,text.uk,text.en,sources,status\nf,event,Людей звільнено.,Workers were dismissed.,s,reported\n',
  'a/contacts.csv': `id,kind,organisation.uk,organisation.en,office,holder,holder.en,street,city,country,languages,source
the-works,company,Приклад Завод,Example Works,chief-executive,,,Прикладна 1,Прикладськ,UA,uk;en,s
`,
  'a/events.csv': `id,kind,date,time,place.uk,place.en,city,country,calledBy,source
gate,picket,2026-05-02,12:00,Біля прохідної,At the gate,Прикладськ,UA,Страйком,s
`,
  'sender.json': JSON.stringify({
    name: 'Ольга Прикладна',
    role: 'секретарка',
    ownWords: 'Я працювала там.',
    country: 'UA',
  }),
};

const plain = (text: string) => text.replace(/\s+/g, ' ');

test('letters in another script than that of a name or of one’s own words don’t go out without a word', async () => {
  const holder = FILES['a/contacts.csv'].replace(',chief-executive,,,', ',chief-executive,Іван Прикладний,,');
  const cwd = await makeFolder({
    ...FILES,
    'a/contacts.csv': holder.replace('holder,holder.en,', 'holder,notes,'),
  });
  const { stderr } = await handbill(cwd, 'letters a --sender sender.json --format txt');
  const said = plain(stderr);
  expect(said).toContain('In letters in en names stand in the letters of another script: the-works.');
  expect(said).toContain('name of 1 of those who sign stands as it is in letters in en.');
  expect(said).toContain('role of 1 of those who sign stands as it is in letters in uk, en.');
  expect(said).toContain('ownWords of 1 of those who sign stands as it is in letters in uk, en.');
  expect(said).not.toMatch(/Ольга|секретарка|працювала/);
  const given = await handbill(cwd, ['letters', 'a', '--own-words', 'Я працювала там.', '--format', 'txt']);
  expect(plain(given.stderr)).toContain('The words of your own stand as they are in letters in uk, en.');
  const one = await handbill(cwd, [
    'letters',
    'a',
    '--own-words',
    'Я там.',
    '--lang',
    'uk',
    '--format',
    'txt',
  ]);
  expect(plain(one.stderr)).not.toContain('The words of your own');
});

test('forms per language stand in the letters of theirs, and nothing is told', async () => {
  const both = FILES['a/contacts.csv'].replace(',chief-executive,,,', ',chief-executive,,Ivan Prykladnyi,');
  const cwd = await makeFolder({
    ...FILES,
    'a/contacts.csv': both
      .replace('holder,holder.en', 'holder.uk,holder.en')
      .replace(',,Ivan', ',Іван Прикладний,Ivan'),
    'sender.json': JSON.stringify({
      ...JSON.parse(FILES['sender.json']),
      in: { en: { name: 'Olha Prykladna', role: 'secretary', ownWords: 'I worked there.' } },
    }),
  });
  const { stderr, code } = await handbill(cwd, 'letters a --sender sender.json --format txt');
  expect(code, stderr).toBe(0);
  expect(plain(stderr)).not.toMatch(/another script|stands as it is/);
  const [en, uk] = await Promise.all(
    ['en', 'uk'].map((tag) => readFile(join(cwd, `out/letters/the-works.${tag}.txt`), 'utf8')),
  );
  expect(en).toMatch(/Ivan Prykladnyi[\s\S]*I worked there\.[\s\S]*Olha Prykladna\nsecretary/);
  expect(en).not.toMatch(/Ольга|секретарка|Іван/);
  expect(uk).toMatch(/Іван Прикладний[\s\S]*Я працювала там\.[\s\S]*Ольга Прикладна\nсекретарка/);
});

test('names of the appeal in one language are told by name, and a place is given in the letters on its signs too', async () => {
  const cwd = await makeFolder(FILES);
  const { stderr } = await handbill(cwd, 'leaflets a --kind picket --lang en --format txt');
  expect(plain(stderr)).toContain('(the issuer, the city of the event gate, the callers of the event gate)');
  const text = await readFile(join(cwd, 'out/leaflets/picket.en.txt'), 'utf8');
  expect(text).toContain('At the gate (Біля прохідної)');
});

test('a place whose name is the same in the letters there stands once', async () => {
  const events = FILES['a/events.csv'].replace('Біля прохідної,At the gate', 'Gate 5,Gate 5');
  const cwd = await makeFolder({ ...FILES, 'a/events.csv': events });
  await handbill(cwd, 'leaflets a --kind picket --lang en --format txt');
  const text = await readFile(join(cwd, 'out/leaflets/picket.en.txt'), 'utf8');
  expect(text.match(/Gate 5/g)).toHaveLength(1);
});

test('city and street of an event have a name per language, in print, on the page and in the calendar', async () => {
  const events = `id,kind,date,time,place.uk,place.en,address.uk,address.en,city.uk,city.en,country,calledBy.uk,calledBy.en,source
gate,picket,2026-05-02,12:00,Біля прохідної,At the gate,Прикладна 1,1 Prykladna,Прикладськ,Prykladsk,UA,Страйком,Strike Committee,s
`;
  const cwd = await makeFolder({ ...FILES, 'a/events.csv': events });
  const { stderr } = await handbill(cwd, 'leaflets a --kind picket --lang en,uk --format txt');
  expect(plain(stderr)).not.toMatch(/(city|address|callers) of the event gate/);
  const leaflet = (tag: string) => readFile(join(cwd, `out/leaflets/picket.${tag}.txt`), 'utf8');
  expect(plain(await leaflet('en'))).toContain('At the gate (Біля прохідної), 1 Prykladna, Prykladsk');
  expect(plain(await leaflet('uk'))).toContain('Біля прохідної, Прикладна 1, Прикладськ');
  await handbill(cwd, 'site a --out web');
  const page = (name: string) => readFile(join(cwd, 'web/site', name), 'utf8');
  expect((await page('en/events.ics')).replace(/\r\n /g, '')).toContain('1 Prykladna\\, Prykladsk');
  expect(await page('en/index.html')).toContain('"address":"1 Prykladna, Prykladsk"');
  expect(await page('uk/index.html')).toContain('"address":"Прикладна 1, Прикладськ"');
});

test('of letters in several languages to one addressee the one to send is told', async () => {
  const cwd = await makeFolder(FILES);
  const { stdout } = await handbill(cwd, 'letters a --format txt');
  expect(plain(stdout)).toContain('the-works post (in uk; or en)');
  expect(plain(stdout)).toContain('Where a letter stands in several languages, send one:');
  const contacts = FILES['a/contacts.csv'].replace(',uk;en,', ',en;uk,');
  const other = await makeFolder({ ...FILES, 'a/contacts.csv': contacts });
  const told = JSON.parse((await handbill(other, 'letters a --format txt --json')).stdout);
  expect(told.letters).toMatchObject([{ contact: 'the-works', languages: ['en', 'uk'] }]);
  for (const lang of ['uk', 'uk+en']) {
    const one = await handbill(cwd, `letters a --format txt --lang ${lang}`);
    expect(plain(one.stdout)).not.toMatch(/in uk; or en|in several languages/);
  }
});
