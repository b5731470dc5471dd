import { kindOfName } from '../check/kind-words.ts';
import { CONTACT_KINDS, presentKind } from '../model/contact.ts';
import { likelyLanguage } from '../model/country.ts';
import { presentCountry } from '../model/country-names.ts';
import { EVENT_KINDS } from '../model/event.ts';
import { listNumbers } from './numbers.ts';
import type { Answers, Choice, Script, Step } from './script.ts';

/** Begins the answer for somebody who is in no list: `new:Example Ltd`. */
export const SOMEBODY_ELSE = 'new:';
/** Begins the answer for all embassies and consulates of a state: `missions-of:KZ`. */
export const ALL_MISSIONS = 'missions-of:';

const toChoice = (value: string): Choice => ({ value, name: value });
const isNew = (answers: Answers, at: string) => answers.get(`${at}who`)?.startsWith(SOMEBODY_ELSE) === true;
const isFigure = (answers: Answers, at: string) => (answers.get(`${at}unit`) ?? '') !== '';

/** Everything that `handbill init` asks, in its order. To ask more, add a step, and put its answer in its place in `compose`. */
export const NEW_APPEAL: Script = [
  { name: 'title', ask: 'What is the appeal called?', flag: 'title', needed: true },
  { name: 'issuer', ask: 'Who issues it?', flag: 'issuer', needed: true },
  {
    name: 'lang',
    ask: 'In which language do you write it (en, es, fr, de, ru, kk …)?',
    flag: 'lang',
    needed: true,
    preset: () => 'en',
  },
  {
    group: 'fact',
    steps: [
      {
        name: 'text',
        ask: 'What happened? (a whole sentence; numbers in digits)',
        askAgain: 'What else happened? (Enter: nothing more)',
        flag: 'what',
        needed: true,
      },
      {
        name: 'date',
        ask: 'When? As 2026-05-01, 2026-05 or 2026 (Enter: unknown)',
        flag: 'when',
      },
      { name: 'place', ask: 'Where? (Enter: unknown)', flag: 'where' },
      {
        name: 'source',
        ask: 'Where can this be read, or who told it?',
        flag: 'source',
        needed: true,
        preset: (answers, at) => answers.get(`fact.${Number(at.split('.')[1]) - 1}.source`),
      },
      {
        name: 'url',
        ask: 'Web address of that source (Enter: none)',
        flag: 'url',
        when: (answers, at) => isFirstOfSource(answers, at),
      },
      {
        group: 'figure',
        labels: (answers, at) => numbersOf(answers, at).map(({ value }) => value),
        steps: [
          {
            name: 'unit',
            ask: '{n} of what? The words behind it, as far as they belong to it',
            flag: 'unit',
            choices: (answers, at) => [
              ...(numbersOf(answers, at).find((n) => at.endsWith(`.${n.value}.`))?.units ?? []).map(toChoice),
              { value: '', name: '(it counts nothing)' },
            ],
          },
          {
            name: 'voice',
            ask: 'Who says {n}? As in: according to the police (Enter: the source itself)',
            flag: 'voice',
            when: isFigure,
          },
          {
            name: 'saidOn',
            ask: 'Since when do they say so? As 2026-05-02 (Enter: unknown)',
            flag: 'said-on',
            when: (answers, at) => isFigure(answers, at) && Boolean(answers.get(`${at}voice`)),
          },
          {
            group: 'other',
            when: (answers, at) => isFigure(answers, at) && Boolean(answers.get(`${at}voice`)),
            steps: [
              {
                name: 'value',
                ask: 'Does anybody give another number? Which? (Enter: no)',
                askAgain: 'Does anybody give yet another number? (Enter: no)',
                flag: 'other-value',
              },
              {
                name: 'voice',
                ask: 'Who says that? As in: according to the union',
                flag: 'other-voice',
                needed: true,
              },
              {
                name: 'saidOn',
                ask: 'Since when do they say so? (Enter: unknown)',
                flag: 'other-said-on',
              },
              {
                name: 'source',
                ask: 'Where can that be read?',
                flag: 'other-source',
                needed: true,
                preset: (answers, at) => answers.get(at.replace(/figure\..*$/, 'source')),
              },
            ],
          },
        ],
      },
    ],
  },
  {
    group: 'demand',
    steps: [
      {
        name: 'text',
        ask: 'What do you demand? As in: Release them',
        askAgain: 'What else do you demand? (Enter: nothing more)',
        flag: 'demand',
        needed: true,
      },
    ],
  },
  {
    group: 'to',
    steps: [
      {
        name: 'who',
        ask: 'Whom should people write to? Type a country or a name',
        askAgain: 'Whom else?',
        flag: 'to',
        needed: true,
        find: 'contacts',
      },
      ...onlyNew([
        {
          name: 'organisation',
          ask: 'What is it called, as on an envelope?',
          needed: true,
          preset: (answers, at) => answers.get(`${at}who`)?.slice(SOMEBODY_ELSE.length),
        },
        {
          name: 'kind',
          ask: 'What is it?',
          flag: 'to-kind',
          needed: true,
          choices: CONTACT_KINDS.map(toChoice),
          preset: (answers, at) =>
            kindOfName(answers.get(`${at}organisation`) ?? answers.get(`${at}who`) ?? '') ?? 'authority',
          read: presentKind,
        },
        {
          name: 'country',
          ask: 'In which country is it? A name or a code such as DE',
          flag: 'to-country',
          read: presentCountry,
        },
        { name: 'street', ask: 'Street and number (Enter: unknown)', flag: 'to-street' },
        { name: 'postalCode', ask: 'Postal code (Enter: none)', flag: 'to-postal-code' },
        { name: 'city', ask: 'City (Enter: unknown)', flag: 'to-city' },
        { name: 'email', ask: 'E-mail address (Enter: none)', flag: 'to-email' },
        {
          name: 'languages',
          ask: 'Which languages do they read there, best first? As in: de;en',
          flag: 'to-languages',
          needed: true,
          preset: (answers, at) => {
            const country = answers.get(`${at}country`);
            return country?.length === 2 ? likelyLanguage(country) : answers.get('lang');
          },
        },
        {
          name: 'source',
          ask: 'Where did you find the address?',
          flag: 'to-source',
          needed: true,
        },
      ]),
    ],
  },
  {
    group: 'event',
    steps: [
      {
        name: 'kind',
        ask: 'Is there a picket or a demonstration that leaflets should call to?',
        askAgain: 'Is there another one?',
        flag: 'event',
        choices: [{ value: '', name: 'no' }, ...EVENT_KINDS.map(toChoice)],
      },
      { name: 'date', ask: 'On which day? As 2026-05-08', flag: 'event-date', needed: true },
      { name: 'time', ask: 'At what time? As 18:30 (Enter: unknown)', flag: 'event-time' },
      {
        name: 'place',
        ask: 'At which place? As in: Embassy of Kazakhstan',
        flag: 'event-place',
        needed: true,
      },
      { name: 'address', ask: 'Street or square (Enter: none)', flag: 'event-address' },
      { name: 'city', ask: 'City', flag: 'event-city', needed: true },
      {
        name: 'calledBy',
        ask: 'Who calls it?',
        flag: 'called-by',
        needed: true,
        preset: (answers) => answers.get('issuer'),
      },
      {
        name: 'source',
        ask: 'Where is it announced, or who told it?',
        flag: 'event-source',
        needed: true,
        preset: (answers) => answers.get('issuer'),
      },
    ],
  },
  {
    name: 'languages',
    ask: 'Which further languages will it be translated to? As in: de, fr (Enter: none)',
    flag: 'languages',
  },
  { name: 'sender.name', ask: 'Who signs the letters? (Enter: the issuer)', flag: 'sender-name' },
  { name: 'sender.street', ask: 'Your street and number (Enter: left out)', flag: 'sender-street' },
  {
    name: 'sender.postalCode',
    ask: 'Your postal code (Enter: left out)',
    flag: 'sender-postal-code',
  },
  { name: 'sender.city', ask: 'Your city (Enter: left out)', flag: 'sender-city' },
  {
    name: 'sender.country',
    ask: 'Your country: a name or a code such as DE (Enter: left out)',
    flag: 'sender-country',
    read: presentCountry,
  },
];

/** Questions about somebody who is in no list. */
function onlyNew(steps: readonly Step[]): Step[] {
  return steps.map((step) => ({ ...step, when: isNew }));
}

/** True for the first fact that names its source: its address is asked once. */
function isFirstOfSource(answers: Answers, at: string): boolean {
  const source = answers.get(`${at}source`);
  for (let n = 1; `fact.${n}.` !== at; n += 1) if (answers.get(`fact.${n}.source`) === source) return false;
  return true;
}

/** The numbers that the sentence of a fact tells; `at` is the way to the fact, or to something in it. */
function numbersOf(answers: Answers, at: string) {
  const fact = at.split('.').slice(0, 2).join('.');
  return listNumbers(answers.get(`${fact}.text`) ?? '', answers.get(`${fact}.date`));
}
