import type { Fact } from '../model/appeal.ts';
import type { Campaign } from '../model/campaign.ts';
import type { Figure } from '../model/figure.ts';
import { originalOf, wordingIn } from '../model/text.ts';
import type { AppealFiles } from '../read/appeal.ts';
import { otherVoices } from '../wizard/ask-facts.ts';
import { idOf } from '../wizard/compose.ts';
import { listNumbers, putFigure } from '../wizard/numbers.ts';
import * as read from '../wizard/readings.ts';
import type { Answers, Group, Script, Step } from '../wizard/script.ts';
import type { Additions } from './append.ts';
import { FigurePlace, type NewClaim } from './figure-place.ts';
import { type Added, mapSources, mapVoice, numberer } from './merge-answers.ts';
import { UsageError } from './usage.ts';

/**
 * What is asked about a number that stands in a fact: only facts and numbers that are there can be chosen. To one that is a
 * figure already, what another voice says is added.
 */
export function figureScript(campaign: Campaign): Script {
  const original = originalOf(campaign.languages);
  const textOf = (fact: Fact) => wordingIn(fact.text, original) ?? '';
  const numbersOf = (fact: Fact | undefined) => (fact ? listNumbers(textOf(fact), fact.date, original) : []);
  const facts = campaign.facts.filter((fact) => numbersOf(fact).length > 0 || fact.figures.length > 0);
  if (facts.length === 0)
    throw new UsageError('add figure: no fact tells a number with what it counts behind it');
  const factIn = (answers: Answers) => facts.find(({ id }) => id === answers.get('fact'));
  const numberIn = (answers: Answers) =>
    numbersOf(factIn(answers)).find(({ value }) => value === answers.get('number'));
  const choicesIn = (answers: Answers) => [
    ...numbersOf(factIn(answers)).map(({ value, written, units }) => ({
      value,
      name: `${written} ${units.at(-1)}`,
    })),
    ...(factIn(answers)?.figures ?? []).map((figure) => ({
      value: figure.quantity,
      name: nameOf(figure, campaign, original),
    })),
  ];
  const source: NonNullable<Step['preset']> = (answers) => titleOf(factIn(answers), campaign, original);
  return [
    {
      name: 'fact',
      ask: 'In which sentence does the number stand?',
      flag: 'fact',
      needed: true,
      choices: () => facts.map((fact) => ({ value: fact.id, name: shownIn(fact, textOf(fact)) })),
      preset: () => (facts.length === 1 ? facts[0]!.id : undefined),
    },
    {
      name: 'number',
      ask: 'Which number?',
      flag: 'number',
      needed: true,
      choices: choicesIn,
      preset: (answers) => choicesIn(answers)[0]?.value,
    },
    {
      name: 'unit',
      ask: 'What does it count? The words behind it, as far as they belong to it',
      flag: 'unit',
      needed: true,
      when: (answers) => numberIn(answers) !== undefined,
      choices: (answers) => (numberIn(answers)?.units ?? []).map((value) => ({ value, name: value })),
    },
    ...voiceSteps(
      (answers) => numberIn(answers) !== undefined,
      (answers) => {
        const figure = figureIn(answers, factIn(answers));
        return figure !== undefined && figure.claims[0]?.voice === undefined;
      },
    ),
    otherVoices({ when: (answers) => Boolean(numberIn(answers) && answers.get('voice')), source }),
    anotherVoice(otherVoices({ when: (answers) => Boolean(figureIn(answers, factIn(answers))), source })),
  ];
}

/** Who says the number: of a new figure if anybody is named, of one that gets a second voice in any case. */
function voiceSteps(isNew: NonNullable<Step['when']>, isNameless: NonNullable<Step['when']>): Step[] {
  return [
    {
      name: 'voice',
      ask: 'Who says so? As in: according to the police (Enter: the source itself)',
      flag: 'voice',
      when: isNew,
    },
    {
      name: 'voice',
      ask: 'Who gives the number that stands there? As in: according to the police',
      flag: 'voice',
      needed: true,
      when: isNameless,
    },
    {
      name: 'saidOn',
      ask: 'Since when do they say so? As in: 2 May 2026 (Enter: unknown)',
      flag: 'said-on',
      read: read.pastDate,
      when: (answers, at) => isNew(answers, at) && Boolean(answers.get('voice')),
    },
    {
      name: 'source',
      ask: 'Where can that be read? (Enter: where the sentence can)',
      flag: 'source',
      when: isNew,
    },
  ];
}

/** The first number of others is what somebody came to tell. */
function anotherVoice(group: Group): Group {
  const [first, ...others] = group.steps;
  const asked = { ...(first as Step), ask: 'Which number does somebody else give?', needed: true };
  return { ...group, once: true, steps: [asked, ...others] };
}

function figureIn(answers: Answers, fact: Fact | undefined): Figure | undefined {
  return fact?.figures.find(({ quantity }) => quantity === answers.get('number'));
}

/** A sentence with its numbers in place of their names. */
function shownIn({ figures }: Fact, text: string): string {
  return text.replace(/\{([\w-]+)(?: [^{}]*)?\}/g, (whole, quantity: string) => {
    const claims = figures.find((figure) => figure.quantity === quantity)?.claims;
    return claims ? claims.map(({ value }) => value).join('/') : whole;
  });
}

/** `12 strikers, according to the police`. */
function nameOf({ unit, claims }: Figure, { appeal }: Campaign, language: string): string {
  const words = unit[language];
  const counted = typeof words === 'string' ? words : (words?.other ?? '');
  const said = claims.map(({ value, voice }) => {
    const text = appeal.voices.find(({ id }) => id === voice)?.text;
    return [`${value} ${counted}`.trim(), ...(text ? [wordingIn(text, language)] : [])].join(', ');
  });
  return said.join('; ');
}

/** Where a fact can be read. */
function titleOf(fact: Fact | undefined, { appeal }: Campaign, language: string): string | undefined {
  const title = appeal.sources.find(({ id }) => id === fact?.sources[0])?.title;
  return typeof title === 'object' ? wordingIn(title, language) : title;
}

/** Makes a number of a fact's sentence a figure of the fact, or gives a figure that it has a further voice. */
export function setFigure(
  answers: Answers,
  campaign: Campaign,
  files: AppealFiles,
  additions: Additions,
): Added {
  const language = originalOf(campaign.languages);
  const get = (name: string) => answers.get(name) || undefined;
  const fact = campaign.facts.find(({ id }) => id === get('fact'));
  const text = fact && wordingIn(fact.text, language);
  const number = text && listNumbers(text, fact.date, language).find(({ value }) => value === get('number'));
  const old = figureIn(answers, fact);
  if (!fact || !text || (!number && !old))
    throw new UsageError('add figure: the sentence has changed meanwhile');
  const ways = [...answers.keys()].filter((key) => /^other\.\d+\.value$/.test(key) && get(key));
  const claimAt = (at: string, value: string): NewClaim => ({
    value,
    voice: get(`${at}voice`),
    saidOn: get(`${at}saidOn`),
    source: get(`${at}source`) ?? '',
  });
  const others = ways.map((key) => claimAt(key.replace(/value$/, ''), get(key)!));
  const stands = old?.claims[0];
  const isNameless = stands !== undefined && stands.voice === undefined;
  const first = number ? number.value : isNameless ? stands.value : undefined;
  const told = first === undefined ? others : [claimAt('', first), ...others];
  const place = new FigurePlace(fact, files, additions);
  const claims = nameClaims(told, { fact, campaign, language, additions });
  if (others.length > 0) place.setStatus();
  if (number) {
    const unit = get('unit')!;
    const taken = campaign.facts.flatMap(({ figures }) => figures.map(({ quantity }) => quantity));
    const name = idOf(unit, 'figure');
    const quantity = taken.includes(name) ? numberer(name, taken)() : name;
    const put = putFigure(text, number, { unit, quantity, voice: get('voice') });
    place.addFigure({ quantity, unit, claims }, put, language);
    return { ids: [`${fact.id}/${quantity}`], texts: additions.texts };
  }
  const [named, ...further] = isNameless ? claims : [undefined, ...claims];
  place.addClaims(old!, further as NewClaim[], named?.voice);
  return { ids: [`${fact.id}/${old!.quantity}`], texts: additions.texts };
}

/** Claims with ids of voices and sources, those of the appeal where it has them. */
function nameClaims(
  told: readonly NewClaim[],
  {
    fact,
    campaign,
    language,
    additions,
  }: { fact: Fact; campaign: Campaign; language: string; additions: Additions },
): NewClaim[] {
  const titles = [...new Set(told.flatMap(({ source }) => (source === '' ? [] : [source])))];
  const sources = mapSources({ sources: titles.map((title) => ({ id: title, title })) }, campaign, additions);
  const voiceIds = numberer(
    'voice',
    campaign.appeal.voices.map(({ id }) => id),
  );
  const voices = new Map<string, string>();
  return told.map(({ voice, source, ...claim }) => {
    if (voice && !voices.has(voice))
      voices.set(voice, mapVoice(voice, campaign, language, additions, voiceIds));
    return {
      ...claim,
      ...(voice ? { voice: voices.get(voice)! } : {}),
      source: sources.get(source) ?? fact.sources[0]!,
    };
  });
}
