import { expect, test } from 'vitest';
import type { Contact } from '../../src/model/contact.ts';
import { type Basis, composeAppeal } from '../../src/wizard/compose.ts';
import { checkAnswer } from '../../src/wizard/verdict.ts';
import { formatAppealFolder } from '../../src/write/appeal.ts';
import { handbill } from '../commands/run.ts';
import { makeFolder } from '../folder.ts';

const mission = (id: string, country: string): Contact => ({
  id,
  kind: 'embassy',
  organisation: `Embassy in ${country}`,
  represents: 'KZ',
  country,
  languages: ['en'],
  source: 'made up for a test',
});
const basis: Basis = {
  id: 'strike',
  issued: '2026-05-03',
  known: [mission('kz-de', 'DE'), mission('kz-fr', 'FR')],
};

const ANSWERS: Record<string, string> = {
  title: 'Free the strikers',
  issuer: 'Our union',
  lang: 'en',
  'fact.1.text': 'On 1 May 2026 the police arrested 1,200 striking workers, and beat 3 of them.',
  'fact.1.date': '2026-05-01',
  'fact.1.source': 'Our union, 2 May 2026',
  'fact.1.figure.1200.unit': 'striking workers',
  'fact.1.figure.1200.voice': 'according to the union',
  'fact.1.figure.1200.other.1.value': '900',
  'fact.1.figure.1200.other.1.voice': 'according to the police',
  'fact.1.figure.1200.other.1.saidOn': '2026-05-02',
  'fact.1.figure.1200.other.1.source': 'The police',
  'fact.1.figure.3.unit': '',
  'demand.1.text': 'Release them',
  'to.1.who': 'missions-of:KZ',
  'to.2.who': 'new:Example Ltd',
  'to.2.organisation': 'Example Ltd',
  'to.2.kind': 'company',
  'to.2.country': 'DE',
  'to.2.email': 'office@example.org; press@example.org',
  'to.2.languages': 'de;en',
  'to.2.source': 'their web page',
  'event.1.kind': 'picket',
  'event.1.date': '2026-05-08',
  'event.1.time': '18:00',
  'event.1.place': 'Embassy',
  'event.1.city': 'Berlin',
  'event.1.calledBy': 'Our union',
  'event.1.source': 'Our union',
  'sender.country': 'DE',
};

const check = (key: string, text: string) =>
  checkAnswer(key, new Map(Object.entries({ ...ANSWERS, [key]: text })), basis);

test.each([
  ['lang', 'ger', 'bad-language', 'languages.tag: expected a language tag'],
  ['languages', 'de, deutsch', 'bad-language', 'languages.tag: expected a language tag'],
  ['fact.1.date', '31.4.2026', 'bad-date', 'date: expected a date such as 2011-12-16, or'],
  ['fact.1.url', 'www.example.org', 'bad-url', 'sources.url: expected a web address'],
  ['fact.1.figure.1200.other.1.value', 'about 900', 'bad-value', 'figures.claims.value: expected a number'],
  ['fact.1.figure.1200.other.1.saidOn', '2 May', 'bad-date', 'figures.claims.asOf: expected a date'],
  ['to.2.country', 'Atlantis', 'bad-country', 'country: expected a country code'],
  ['to.2.email', 'office@example.org; nobody', 'bad-email', 'email: expected an e-mail address'],
  ['to.2.languages', 'de;deutsch', 'bad-language', 'languages: expected a language tag'],
  ['event.1.date', '2026-05', 'bad-date', 'date: expected a date such as 2011-12-16;'],
  ['event.1.time', '25:70', 'bad-time', 'time: expected a time such as 18:30'],
  ['sender.country', 'Atlantis', 'bad-country', 'country: expected a country code'],
])('%s: %s is told as a check of the files tells it', async (key, text, code, message) => {
  const [found] = check(key, text);
  expect(found).toMatchObject({ severity: 'error', code, message: expect.stringContaining(message) });
  if (key === 'languages' || key.startsWith('sender')) return;
  const { appeal } = composeAppeal(new Map(Object.entries({ ...ANSWERS, [key]: text })), basis);
  const checked = await handbill(
    await makeFolder(formatAppealFolder(appeal)),
    'check --json --date 2026-05-03',
  );
  const { wording, values, hint, ...told } = found!;
  expect([wording, values]).not.toContain(undefined);
  const same = { ...told, ...(hint === undefined ? {} : { hint }) };
  expect(JSON.parse(checked.stdout).problems).toContainEqual(same);
});

test('what is right passes, and what the check only warns of is told as a warning', () => {
  for (const [key, text] of Object.entries(ANSWERS)) {
    expect(check(key, text).filter(({ severity }) => severity === 'error')).toEqual([]);
  }
  expect(check('event.1.date', '2026-04-08')).toMatchObject([{ severity: 'warning', code: 'event-passed' }]);
});

test('answers become the files of an appeal, in which a check finds nothing wrong', async () => {
  const { appeal } = composeAppeal(new Map(Object.entries(ANSWERS)), basis);
  const files = formatAppealFolder(appeal);
  expect(files['facts.csv']!.split('\n').slice(1, 3)).toEqual([
    'fact-1,event,2026-05-01,,"On 1 May 2026 the police arrested {striking-workers}, and beat 3 of them.",source-1,disputed,3,striking-workers,striking workers,1200,voice-1,,source-1',
    'fact-1,,,,,,,,striking-workers,,900,voice-2,2026-05-02,source-2',
  ]);
  expect(files['appeal.yaml']).toContain('targets: [embassy, example-ltd]');
  const ran = await handbill(await makeFolder(files), 'check --json --date 2026-05-03');
  expect(ran.code).toBe(0);
});
