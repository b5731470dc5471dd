import { EVENT_KINDS } from '../model/event.ts';
import { FACTS } from './ask-facts.ts';
import { TARGETS } from './ask-targets.ts';
import { readList } from './read-answer.ts';
import * as read from './readings.ts';
import type { Group, Script } from './script.ts';
import { dayKnown } from './source-days.ts';

/** What is demanded. */
export const DEMANDS: Group = {
  group: 'demand',
  name: 'What you demand',
  once: true,
  steps: [
    {
      name: 'text',
      ask: 'What do you demand? Several with ; between. As in: Release them; Drop the charges',
      askAgain: 'What else do you demand? (Enter: nothing more)',
      flag: 'demand',
      needed: true,
      split: readList,
    },
  ],
};

/** Pickets and demonstrations that leaflets call to. */
export const EVENTS: Group = {
  group: 'event',
  name: 'Pickets and demonstrations',
  later: true,
  once: true,
  steps: [
    {
      name: 'kind',
      ask: 'Is there a picket or a demonstration that leaflets should call to?',
      askAgain: 'Is there another one?',
      flag: 'event',
      choices: [{ value: '', name: 'no' }, ...EVENT_KINDS.map((value) => ({ value, name: value }))],
    },
    {
      name: 'date',
      ask: 'On which day? As in: Friday 8 May',
      flag: 'event-date',
      needed: true,
      read: read.comingDate,
    },
    {
      name: 'time',
      ask: 'At what time? As in: 18:30, or 6:30 pm (Enter: unknown)',
      flag: 'event-time',
      read: read.time,
    },
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
};

/**
 * Everything that `handbill init` can ask, in its order; what is `later` only of those who go there. To ask more, add a step,
 * and put its answer in its place in `compose`.
 */
export const NEW_APPEAL: Script = [
  {
    name: 'title',
    ask: 'What is it about, in a few words? It becomes the title. As in: Free the strikers of Exampleton',
    flag: 'title',
    needed: true,
    takesTexts: true,
  },
  {
    name: 'lang',
    ask: 'In which language do you write? As in: English, Spanish',
    flag: 'lang',
    needed: true,
    read: read.language,
    preset: (answers, _, { language }) => read.guessLanguage(answers.get('title') ?? '', language),
  },
  {
    name: 'issuer',
    ask: 'Who calls for help: your union, group or committee? As in: Exampleton Miners’ Union',
    flag: 'issuer',
    needed: true,
    read: read.name,
  },
  {
    name: 'issued',
    ask: 'Day of issue (Enter: today)',
    flag: 'date',
    needed: true,
    later: true,
    read: read.pastDate,
    preset: (answers, _at, { today }) => dayKnown(answers, today) ?? today,
  },
  FACTS,
  DEMANDS,
  TARGETS,
  EVENTS,
  {
    name: 'languages',
    ask: 'Which further languages will it be translated to? As in: German, French (Enter: none)',
    flag: 'languages',
    later: true,
    read: read.languages,
  },
  {
    name: 'sender.name',
    ask: 'Who signs the letters? Your name (Enter: those who call for help)',
    flag: 'sender-name',
    read: read.name,
  },
  {
    name: 'sender.address',
    ask: 'Your address in one line. As in: 1 Example Road, 10115 Berlin, Germany (Enter: left out)',
    flag: 'sender-address',
    read: read.address,
    show: read.showAddress,
  },
  {
    name: 'sender.street',
    ask: 'Your street and number (Enter: left out)',
    flag: 'sender-street',
    later: true,
  },
  {
    name: 'sender.postalCode',
    ask: 'Your postal code (Enter: left out)',
    flag: 'sender-postal-code',
    later: true,
  },
  { name: 'sender.city', ask: 'Your city (Enter: left out)', flag: 'sender-city', later: true },
  {
    name: 'sender.country',
    ask: 'Your country: a name or a code such as DE (Enter: left out)',
    flag: 'sender-country',
    later: true,
    read: read.country,
  },
];

/** A part of the appeal as the review lists it: the questions whose keys are these, or begin with them. */
export interface Section {
  readonly name: string;
  readonly keys: readonly string[];
}

/** The parts of a new appeal, as the review lists them. */
export const SECTIONS: readonly Section[] = [
  { name: 'What it is about', keys: ['title', 'lang', 'issuer', 'issued'] },
  { name: 'What happened', keys: ['fact.'] },
  { name: 'What you demand', keys: ['demand.'] },
  { name: 'Whom to write to', keys: ['to.'] },
  { name: 'Pickets and demonstrations', keys: ['event.'] },
  { name: 'Languages', keys: ['languages'] },
  { name: 'Who signs', keys: ['sender.'] },
];
