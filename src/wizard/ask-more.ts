import { FACTS, KNOWN_SOURCE } from './ask-facts.ts';
import { TARGETS } from './ask-targets.ts';
import * as read from './readings.ts';
import type { Group, Script, Step } from './script.ts';
import { DEMANDS, EVENTS } from './steps.ts';

/** What the answers about one more thing are asked with: those that the appeal has stand there already. */
const OF_APPEAL: Script = ['title', 'lang', 'issuer', KNOWN_SOURCE].map((name) => ({
  name,
  ask: name,
  isGiven: true,
}));

/** A group as it is asked on its own: once, and all of its first questions. */
function alone(group: Group): Group {
  const isAsked = (part: Script[number]) => !('group' in part) && ['place', 'url'].includes(part.name);
  const steps = group.steps.map((part) => (isAsked(part) ? { ...part, later: false } : part));
  return { ...group, later: false, once: true, steps: withNeeded(steps) };
}

/** The first question needs an answer: somebody came to give it. */
function withNeeded([head, ...others]: Script): Script {
  const choices = (head as Step).choices;
  const offered = Array.isArray(choices) ? { choices: choices.filter(({ value }) => value !== '') } : {};
  return [{ ...(head as Step), needed: true, ...offered }, ...others];
}

/** What is asked for one more thing of a kind. */
export const ONE_MORE = {
  fact: [...OF_APPEAL, alone(FACTS)],
  demand: [...OF_APPEAL, alone(DEMANDS)],
  target: [...OF_APPEAL, alone(TARGETS)],
  event: [...OF_APPEAL, alone(EVENTS)],
} as const satisfies Record<string, Script>;

/** What is asked of somebody whom the appeal is about. */
export const PERSON: Script = [
  ...OF_APPEAL,
  {
    name: 'name',
    ask: 'What is their name, as the appeal writes it? As in: Ana Example',
    flag: 'name',
    needed: true,
    read: read.name,
  },
  { name: 'role', ask: 'Who are they? As in: chair of the strike committee (Enter: left out)', flag: 'role' },
  {
    name: 'publish',
    ask: 'May letters, leaflets and pages name them? A name can protect somebody, and can harm: ask them, or those close to them',
    flag: 'publish',
    choices: [
      { value: '', name: 'not asked yet: they aren’t named' },
      { value: 'no', name: 'no' },
      { value: 'initials', name: 'their initials only' },
      { value: 'yes', name: 'yes' },
    ],
  },
  {
    name: 'source',
    ask: 'Where can the name be read, or who told it?',
    flag: 'source',
    needed: true,
    preset: (answers) => answers.get(KNOWN_SOURCE),
  },
];

/** What is asked of a picture. */
export const PICTURE: Script = [
  {
    name: 'file',
    ask: 'Which file in the folder of the appeal? As in: strike.jpg',
    flag: 'file',
    needed: true,
  },
  {
    name: 'alt',
    ask: 'What does it show, for those who don’t see it? As in: Strikers at the gate',
    flag: 'alt',
    needed: true,
  },
  { name: 'credit', ask: 'Who made it? (Enter: left out)', flag: 'credit' },
  {
    name: 'rights',
    ask: 'On what terms may it be printed? As in: CC BY 4.0 (Enter: left out)',
    flag: 'rights',
  },
];

/** What is asked of a source. */
export const SOURCE: Script = [
  {
    name: 'source',
    ask: 'What is it called, who publishes it, when? As in: Exampleton Miners’ Union, 2 May 2026',
    flag: 'source',
    needed: true,
  },
  { name: 'url', ask: 'Web address of that source (Enter: none)', flag: 'url', read: read.url },
];
