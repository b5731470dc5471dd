import { nameOfRegion } from '../engine.ts';
import { type Contact, isMission } from '../model/contact.ts';
import { countriesIn, countryOf } from '../model/country-names.ts';
import { normalForm } from '../model/normal-form.ts';
import { ALL_MISSIONS, SOMEBODY_ELSE } from './ask-targets.ts';
import type { Answers, Choice, Speech } from './script.ts';

/**
 * Whom to write to, by words of their name, city or country (where they sit, or for which they speak; in eleven
 * languages). All missions of a state come as one choice too. Missions of another state than those that the appeal names
 * (`states`) stand behind the others, so that none of them is what Enter takes. For one who types letter by letter: the
 * names of ten thousand missions are read once.
 */
export function choicesAmong(
  known: readonly Contact[],
  speech: Speech,
): (typed: string, canStop: boolean, states?: readonly string[]) => Choice[] {
  let names: Map<Contact, string[]> | undefined;
  const namesOf = (contact: Contact) => {
    names ??= new Map(
      known.map((each) => [each, [nameOf(each), nameOf(each, speech.language)].map(normalForm)]),
    );
    return names.get(contact)!;
  };
  return (typed, canStop, states = []) => choicesFor(known, speech, namesOf, { typed, canStop, states });
}

interface Sought {
  readonly typed: string;
  readonly canStop: boolean;
  readonly states: readonly string[];
}

function choicesFor(
  known: readonly Contact[],
  speech: Speech,
  namesOf: (contact: Contact) => readonly string[],
  { typed, canStop, states }: Sought,
): Choice[] {
  const words = normalForm(typed);
  const country = countryOf(typed);
  const found = known.filter((contact) => {
    if (contact.defunct) return false;
    // Thousands of missions are known by place only: who types nothing is shown those with an address.
    if (words === '') return hasAddress(contact);
    // Who types a country means its own missions, and of those that stand there the ones that can be written to.
    if (country !== undefined)
      return (
        contact.represents === country ||
        (contact.country === country && (hasAddress(contact) || !isMission(contact)))
      );
    return namesOf(contact).some((name) => name.includes(words));
  });
  const missions = new Map<string, number>();
  for (const contact of found)
    if (isMission(contact) && contact.represents !== undefined)
      missions.set(contact.represents, (missions.get(contact.represents) ?? 0) + 1);
  // Who types where an embassy sits doesn’t mean all of its state.
  const isMeant = (state: string) => country === undefined || country === state;
  const reached = new Set(found.filter(hasAddress).map(({ represents }) => represents));
  const all = [...missions.keys()].filter((state) => isMeant(state) && missions.get(state)! > 1);
  const named = [...states, ...countriesIn(typed)];
  const isOwn = (state: string | undefined) =>
    state === undefined || state === country || named.includes(state);
  const choicesOf = (isReached: boolean, own: boolean) => [
    ...all
      .filter((state) => reached.has(state) === isReached && isOwn(state) === own)
      .map((state) => allMissions(known, speech, state)),
    ...found
      .filter((contact) => hasAddress(contact) === isReached && isOwn(stateOf(contact)) === own)
      .map((contact) => choiceFor(speech, contact)),
  ];
  // Those who can be written to come first.
  const choices = [...choicesOf(true, true), ...choicesOf(false, true)];
  const others = [...choicesOf(true, false), ...choicesOf(false, false)];
  // What stands first is what Enter takes: as long as nothing is typed, that is nobody.
  const { say } = speech;
  const nobody = canStop ? say('(nobody else)') : say('(type a country, a city or a name)');
  return [
    ...(words === '' ? [{ value: '', name: nobody }] : []),
    ...choices.slice(0, MOST_FOUND),
    {
      value: SOMEBODY_ELSE + (country === undefined ? typed : ''),
      name:
        typed && country === undefined
          ? say('({name} isn’t listed: type the address)', { name: typed })
          : say('(somebody who isn’t listed: type the address)'),
    },
    ...others.slice(0, MOST_FOUND - choices.length),
  ];
}

/** The state that a mission speaks for. */
function stateOf(contact: Contact): string | undefined {
  return isMission(contact) ? contact.represents : undefined;
}

/** States that the answers name: in the title, in what happened, in the demands. */
export function statesIn(answers: Answers): string[] {
  const told = [...answers].filter(([key]) =>
    /^(title|fact\.\d+\.(text|place)|demand\.\d+\.text)$/.test(key),
  );
  return countriesIn(told.map(([, text]) => text).join('\n'));
}

/** An answer in words: for a contact its name and where it sits. */
export function nameOfChoice(known: readonly Contact[], { say, language }: Speech, value: string): string {
  if (value.startsWith(SOMEBODY_ELSE))
    return say('{name} (not listed)', { name: value.slice(SOMEBODY_ELSE.length) });
  if (value.startsWith(ALL_MISSIONS)) {
    const state = value.slice(ALL_MISSIONS.length);
    const missions = known.filter((contact) => isMission(contact) && contact.represents === state);
    return say('All embassies and consulates of {country} ({n}): to each writer their own', {
      country: nameOfRegion(state, [language]),
      n: missions.length,
    });
  }
  const contact = known.find(({ id }) => id === value);
  return contact ? nameOf(contact, language) : value;
}

/** More than anybody reads; further words find the others. */
const MOST_FOUND = 300;

function allMissions(known: readonly Contact[], speech: Speech, state: string): Choice {
  const value = ALL_MISSIONS + state;
  return { value, name: nameOfChoice(known, speech, value) };
}

function choiceFor({ say, language }: Speech, contact: Contact): Choice {
  const description = hasAddress(contact)
    ? say('{address}; last seen: {date}', { address: addressOf(contact), date: seenOn(contact) })
    : say('address not known');
  return { value: contact.id, name: nameOf(contact, language), description };
}

function hasAddress({ addressLines, street }: Contact): boolean {
  return addressLines !== undefined || street !== undefined;
}

function addressOf({ addressLines, street, postalCode, city }: Contact): string {
  return (addressLines ?? [street, postalCode, city]).filter(Boolean).join(', ');
}

/** The day on which somebody saw the address last; `?` where nobody knows. */
function seenOn({ verified, seen }: Contact): string {
  return verified?.on ?? (seen === undefined || seen === 'undated' ? '?' : seen);
}

/** A contact's name with where it sits, in the language as far as it is known there. */
function nameOf({ organisation, city, country }: Contact, language = 'en'): string {
  const wording =
    typeof organisation === 'string'
      ? organisation
      : (organisation[language] ?? organisation.en ?? Object.values(organisation)[0]);
  const name = (typeof wording === 'string' ? wording : wording?.text) ?? '';
  return [name, city, country && nameOfRegion(country, [language])].filter(Boolean).join(', ');
}
