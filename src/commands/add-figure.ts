import type { Fact } from '../model/appeal.ts';
import type { Campaign } from '../model/campaign.ts';
import { originalOf, wordingIn } from '../model/text.ts';
import type { AppealFiles } from '../read/appeal.ts';
import { idOf } from '../wizard/compose.ts';
import { listNumbers, putFigure } from '../wizard/numbers.ts';
import * as read from '../wizard/readings.ts';
import type { Answers, Script } from '../wizard/script.ts';
import { addRow, setCells } from '../write/edit-csv.ts';
import { addItem, setKeys } from '../write/edit-structured.ts';
import type { Additions } from './append.ts';
import { isCsv } from './keep-correction.ts';
import { type Added, mapSources, mapVoice, numberer } from './merge-answers.ts';
import { UsageError } from './usage.ts';

/** What is asked about a number that stands in a fact: only facts and numbers that are there can be chosen. */
export function figureScript(campaign: Campaign): Script {
  const original = originalOf(campaign.languages);
  const textOf = (fact: Fact) => wordingIn(fact.text, original) ?? '';
  const numbersOf = (fact: Fact | undefined) => (fact ? listNumbers(textOf(fact), fact.date) : []);
  const facts = campaign.facts.filter((fact) => numbersOf(fact).length > 0);
  if (facts.length === 0)
    throw new UsageError('add figure: no fact tells a number in digits, with what it counts behind it');
  const factIn = (answers: Answers) => facts.find(({ id }) => id === answers.get('fact'));
  const numberIn = (answers: Answers) =>
    numbersOf(factIn(answers)).find(({ value }) => value === answers.get('number'));
  return [
    {
      name: 'fact',
      ask: 'In which sentence does the number stand?',
      flag: 'fact',
      needed: true,
      choices: () => facts.map((fact) => ({ value: fact.id, name: textOf(fact) })),
      preset: () => (facts.length === 1 ? facts[0]!.id : undefined),
    },
    {
      name: 'number',
      ask: 'Which number?',
      flag: 'number',
      needed: true,
      choices: (answers) =>
        numbersOf(factIn(answers)).map(({ value, written, units }) => ({
          value,
          name: `${written} ${units.at(-1)}`,
        })),
      preset: (answers) => numbersOf(factIn(answers))[0]?.value,
    },
    {
      name: 'unit',
      ask: 'What does it count? The words behind it, as far as they belong to it',
      flag: 'unit',
      needed: true,
      choices: (answers) => (numberIn(answers)?.units ?? []).map((value) => ({ value, name: value })),
    },
    {
      name: 'voice',
      ask: 'Who says so? As in: according to the police (Enter: the source itself)',
      flag: 'voice',
    },
    {
      name: 'saidOn',
      ask: 'Since when do they say so? As in: 2 May 2026 (Enter: unknown)',
      flag: 'said-on',
      read: read.pastDate,
      when: (answers) => Boolean(answers.get('voice')),
    },
    { name: 'source', ask: 'Where can that be read? (Enter: where the sentence can)', flag: 'source' },
  ];
}

/** Makes a number of a fact's sentence a figure of the fact. */
export function setFigure(
  answers: Answers,
  campaign: Campaign,
  files: AppealFiles,
  additions: Additions,
): Added {
  const language = originalOf(campaign.languages);
  const get = (name: string) => answers.get(name) || undefined;
  const index = campaign.facts.findIndex(({ id }) => id === get('fact'));
  const fact = campaign.facts[index];
  const text = fact && wordingIn(fact.text, language);
  const number = text && listNumbers(text, fact.date).find(({ value }) => value === get('number'));
  if (!fact || !text || !number) throw new UsageError('add figure: the sentence has changed meanwhile');
  const unit = get('unit')!;
  const taken = campaign.facts.flatMap(({ figures }) => figures.map(({ quantity }) => quantity));
  const name = idOf(unit, 'figure');
  const quantity = taken.includes(name) ? numberer(name, taken)() : name;
  const title = get('source');
  const source = title
    ? mapSources({ sources: [{ id: 'it', title }] }, campaign, additions).get('it')!
    : fact.sources[0]!;
  const voice = get('voice') && mapVoice(get('voice')!, campaign, language, additions);
  const saidOn = get('saidOn');
  const put = putFigure(text, number, unit, quantity);
  const claim = { value: number.value, ...(voice ? { voice } : {}) };
  const file = files.facts ?? files.head;
  const list = (files.facts ? file.data : (file.data as { facts: unknown }).facts) as { id: string }[];
  const at = list.findIndex(({ id }) => id === fact.id);
  const path = files.facts ? [at] : ['facts', at];
  additions.change(file, (before) => {
    if (!isCsv(file)) {
      const told = setKeys(before, [...path, 'text'], { [language]: put });
      const whole = { ...claim, ...(saidOn ? { asOf: saidOn } : {}), source };
      return addItem(told, [...path, 'figures'], { quantity, unit: { [language]: unit }, claims: [whole] });
    }
    const { line = 1 } = file.locate([...path, 'id']);
    const cells = {
      quantity,
      [`unit.${language}`]: unit,
      ...claim,
      ...(saidOn ? { saidOn } : {}),
      saidIn: source,
    };
    const told = setCells(before, line, { [`text.${language}`]: put });
    if (fact.figures.length === 0) return setCells(told, line, cells);
    const last = fact.figures.at(-1)!;
    const end = file.locate([
      ...path,
      'figures',
      fact.figures.length - 1,
      'claims',
      last.claims.length - 1,
    ]).line;
    return addRow(told, { id: fact.id, ...cells }, end);
  });
  return { ids: [`${fact.id}/${quantity}`], texts: additions.texts };
}
