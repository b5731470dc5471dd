import { kindOfName } from '../check/kind-words.ts';
import { CONTACT_KINDS, presentKind } from '../model/contact.ts';
import { likelyLanguage } from '../model/country.ts';
import { isEmail } from '../model/values.ts';
import { readAddress } from './read-answer.ts';
import * as read from './readings.ts';
import type { Answers, Group, Step } from './script.ts';

/** Begins the answer for somebody who is in no list: `new:Example Ltd`. */
export const SOMEBODY_ELSE = 'new:';
/** Begins the answer for all embassies and consulates of a state: `missions-of:KZ`. */
export const ALL_MISSIONS = 'missions-of:';

const isNew = (answers: Answers, at: string) => answers.get(`${at}who`)?.startsWith(SOMEBODY_ELSE) === true;

/** What was typed for somebody who is in no list. */
export function typedName(answers: Answers, at: string): string {
  return answers.get(`${at}who`)?.slice(SOMEBODY_ELSE.length) ?? '';
}

/** The name of somebody who is in no list; empty where only an e-mail address is known. */
function nameOf(answers: Answers, at: string): string {
  const typed = typedName(answers, at);
  return answers.get(`${at}organisation`) ?? (isEmail(typed) ? '' : typed);
}

/** Whom people should write to. */
export const TARGETS: Group = {
  group: 'to',
  name: 'Whom to write to',
  once: true,
  steps: [
    {
      name: 'who',
      ask: 'Whom should people write to? Type a country, a city or a name',
      askAgain: 'Whom else? Type a country, a city or a name',
      flag: 'to',
      needed: true,
      find: 'contacts',
    },
    ...onlyNew([
      {
        name: 'organisation',
        ask: 'What is it called, as on an envelope? As in: Example Oil Ltd',
        needed: true,
        later: (answers, at) => nameOf(answers, at) !== '',
        read: read.name,
        preset: (answers, at) => nameOf(answers, at) || undefined,
      },
      {
        name: 'kind',
        ask: 'What is it?',
        flag: 'to-kind',
        needed: true,
        later: (answers, at) => kindOfName(nameOf(answers, at)) !== undefined,
        choices: CONTACT_KINDS.map((value) => ({ value, name: value })),
        preset: (answers, at) => kindOfName(nameOf(answers, at)) ?? 'authority',
        read: (typed) => ({ value: presentKind(typed) }),
      },
      {
        name: 'address',
        ask: 'Their address in one line. As in: 1 Example Road, 10115 Berlin, Germany, office@example.org (Enter: to be filled in)',
        flag: 'to-address',
        read: read.address,
        show: read.showAddress,
      },
      {
        name: 'country',
        ask: 'In which country is it? A name or a code such as DE',
        flag: 'to-country',
        later: true,
        read: read.country,
      },
      { name: 'street', ask: 'Street and number (Enter: unknown)', flag: 'to-street', later: true },
      { name: 'postalCode', ask: 'Postal code (Enter: none)', flag: 'to-postal-code', later: true },
      { name: 'city', ask: 'City (Enter: unknown)', flag: 'to-city', later: true },
      {
        name: 'email',
        ask: 'E-mail address (Enter: none)',
        flag: 'to-email',
        later: true,
        read: read.email,
      },
      {
        name: 'languages',
        ask: 'Which languages do they read there, best first? As in: German, English',
        flag: 'to-languages',
        needed: true,
        later: true,
        read: read.languages,
        preset: (answers, at) => {
          const country =
            answers.get(`${at}country`) || readAddress(answers.get(`${at}address`) ?? '').country;
          return country?.length === 2 ? likelyLanguage(country) : answers.get('lang');
        },
      },
      {
        name: 'source',
        ask: 'Where did you find the address?',
        flag: 'to-source',
        needed: true,
        later: true,
        // Who gives an address without saying where it stands answers for it.
        preset: (answers) => answers.get('issuer'),
      },
    ]),
  ],
};

/** Questions about somebody who is in no list. */
function onlyNew(steps: readonly Step[]): Step[] {
  return steps.map((step) => ({ ...step, when: isNew }));
}
