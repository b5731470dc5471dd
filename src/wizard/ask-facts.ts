import { listWrongDays } from '../check/numbers.ts';
import { isLanguageTag } from '../model/text.ts';
import { listNumbers } from './numbers.ts';
import * as read from './readings.ts';
import type { Answers, Choice, Group, Step } from './script.ts';

const toChoice = (value: string): Choice => ({ value, name: value });
const isFigure = (answers: Answers, at: string) => (answers.get(`${at}unit`) ?? '') !== '';
const isVoiced = (answers: Answers, at: string) =>
  isFigure(answers, at) && Boolean(answers.get(`${at}voice`));

/** What others say of the same thing. `source`: where that stands, most likely. */
export function otherVoices({
  when,
  source,
}: {
  readonly when?: Group['when'];
  readonly source: NonNullable<Step['preset']>;
}): Group {
  const first = {
    name: 'value',
    ask: 'Does anybody give another number? Which? (Enter: no)',
    askAgain: 'Does anybody give yet another number? (Enter: no)',
    flag: 'other-value',
    read: read.number,
  };
  return {
    group: 'other',
    ...(when ? { when } : {}),
    steps: [
      first,
      {
        name: 'voice',
        ask: 'Who says that? As in: according to the union',
        flag: 'other-voice',
        needed: true,
      },
      {
        name: 'saidOn',
        ask: 'Since when do they say so? As in: 2 May 2026 (Enter: unknown)',
        flag: 'other-said-on',
        read: read.pastDate,
      },
      { name: 'source', ask: 'Where can that be read?', flag: 'other-source', needed: true, preset: source },
    ],
  };
}

/** The numbers that the sentence of a fact tells, and who says them. */
const FIGURES: Group = {
  group: 'figure',
  name: 'Numbers',
  later: true,
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
      ask: 'Since when do they say so? As in: 2 May 2026 (Enter: unknown)',
      flag: 'said-on',
      read: read.pastDate,
      when: isVoiced,
    },
    otherVoices({
      when: isVoiced,
      source: (answers, at) => answers.get(at.replace(/figure\..*$/, 'source')),
    }),
  ],
};

/** What stands in a sentence as its source has it, though it can't be right. */
const AS_SAID: Step = {
  name: 'asSaid',
  ask: 'Words in it that stay as the source has them, right or wrong? With ; between. As in: Tuesday 22 (none: -)',
  flag: 'as-said',
  later: (answers, at) => contradictions(answers, at).length === 0,
  preset: (answers, at) => contradictions(answers, at).join('; ') || undefined,
};

/** Weekdays of a sentence that its dates don't fall on: nobody but its source can say which is right. */
function contradictions(answers: Answers, at: string): string[] {
  const text = answers.get(`${at}text`) ?? '';
  const around = answers.get(`${at}date`) ?? '';
  const language = answers.get('lang') ?? 'en';
  if (!isLanguageTag(language)) return [];
  return listWrongDays(text, language, around).map(({ written }) => written);
}

/** Answers this where an appeal has sources: the last of them is the likeliest to be the source of what is added. */
export const KNOWN_SOURCE = 'knownSource';

/** What happened, when, and who says so. */
export const FACTS: Group = {
  group: 'fact',
  name: 'What happened',
  once: true,
  steps: [
    {
      name: 'text',
      ask: 'What happened? In whole sentences, numbers in digits. As in: On 1 May the police arrested 12 strikers.',
      askAgain: 'What else happened? (Enter: nothing more)',
      flag: 'what',
      needed: true,
      read: read.sentence,
    },
    {
      name: 'date',
      ask: 'On which day? As in: 1 May 2026, or May 2026 (Enter: unknown)',
      flag: 'when',
      read: read.pastDate,
    },
    { name: 'place', ask: 'Where? (Enter: unknown)', flag: 'where', later: true },
    {
      name: 'source',
      ask: 'Who says so, or where can it be read? As in: Exampleton Miners’ Union, 2 May 2026',
      flag: 'source',
      needed: true,
      read: read.source,
      preset: (answers, at) =>
        answers.get(`fact.${Number(at.split('.')[1]) - 1}.source`) ?? answers.get(KNOWN_SOURCE),
    },
    {
      name: 'url',
      ask: 'Web address of that source (Enter: none)',
      flag: 'url',
      later: true,
      read: read.url,
      when: (answers, at) => isFirstOfSource(answers, at),
    },
    FIGURES,
    AS_SAID,
  ],
};

/** True for the first fact that names its source: its address is asked once. */
function isFirstOfSource(answers: Answers, at: string): boolean {
  const source = answers.get(`${at}source`);
  for (let n = 1; n < 1000 && `fact.${n}.` !== at; n += 1)
    if (answers.get(`fact.${n}.source`) === source) return false;
  return true;
}

/** The numbers that the sentence of a fact tells; `at` is the way to the fact, or to something in it. */
function numbersOf(answers: Answers, at: string) {
  const fact = at.split('.').slice(0, 2).join('.');
  return listNumbers(answers.get(`${fact}.text`) ?? '', answers.get(`${fact}.date`));
}
