import type { Contact } from '../model/contact.ts';
import type { Problem } from '../problems.ts';
import { ALL_MISSIONS, SOMEBODY_ELSE } from '../wizard/ask-targets.ts';
import { optionOf } from '../wizard/draft.ts';
import {
  type Answers,
  isOpen,
  listQuestions,
  type Question,
  type Script,
  type World,
} from '../wizard/script.ts';
import type { Wording } from '../wordings/wording.ts';
import { fillIn, WORDINGS } from '../wordings.ts';
import { chooseFrom, UsageError } from './usage.ts';

type Flags = Readonly<Record<string, unknown>>;

/** Options as the script names them; what a `--to` needs besides is taken from the others. */
function flagsOf(options: Flags): Flags {
  const others = options.to !== undefined ? { toSource: options.source } : {};
  return { ...others, ...Object.fromEntries(Object.entries(options).filter(([, v]) => v !== undefined)) };
}

/** What the answers of a command line are held against. */
interface Given {
  readonly known: readonly Contact[];
  readonly world: World;
  readonly check: (key: string, answers: Answers) => readonly Problem[];
}

/** Adds the answers that the command line gives; throws UsageError where one of them is wrong. */
export function takeFlags(
  script: Script,
  begun: Answers,
  options: object,
  { known, world, check }: Given,
): Answers {
  const flags = flagsOf({ ...options });
  const answers = new Map(begun);
  const given: Question[] = [];
  for (;;) {
    const next = listQuestions(script, answers).find(
      (question) =>
        !given.some(({ key }) => key === question.key) && flagFor(question, flags, known) !== undefined,
    );
    if (!next) break;
    given.push(next);
    const { step, key, at } = next;
    const told = flagFor(next, flags, known)!.trim();
    const meant = step.read?.(told, answers, at, world);
    // Nobody is there to say whether a guess is right: the check tells what it might be.
    const value = meant === undefined || meant.isGuess ? told : meant.value;
    const choices = typeof step.choices === 'function' ? step.choices(answers, at) : step.choices;
    if (choices)
      chooseFrom(
        `--${step.flag}`,
        [value],
        choices.map((choice) => choice.value),
      );
    answers.set(key, value);
  }
  holdFigure(script, flags, given, answers);
  for (const { key, step } of given) hold(`--${step.flag}`, answers.get(key)!, check(key, answers));
  return answers;
}

/** Options that say who gives a number: without what it counts none of them has a place. */
const OF_FIGURE = ['unit', 'voice', 'said-on', 'other-value', 'other-voice', 'other-said-on', 'other-source'];

/** Throws UsageError for options about a number that no question took: figures and voices must not get lost. */
function holdFigure(script: Script, flags: Flags, given: readonly Question[], answers: Answers): void {
  const lost = OF_FIGURE.filter(
    (flag) => flags[optionOf(flag)] !== undefined && !given.some(({ step }) => step.flag === flag),
  );
  if (lost.length === 0) return;
  const options = lost.map((flag) => `--${flag}`).join(', ');
  const unit = listQuestions(script, answers).find(({ step }) => step.flag === 'unit');
  const choices = unit && typeof unit.step.choices === 'function' ? unit.step.choices(answers, unit.at) : [];
  const units = choices.flatMap(({ value }) => (value === '' ? [] : `--unit ${JSON.stringify(value)}`));
  throw new UsageError(
    units.length === 0
      ? `${options}: needs a number in digits in --what, with what it counts behind it.`
      : given.some(({ step }) => step.flag === 'unit')
        ? `${options}: needs --voice, who gives the first number.`
        : `${options}: needs what the number counts, such as ${units.slice(0, 2).join(' or ')}.`,
  );
}

/** Throws UsageError for the first answer that a check finds wrong, by its name in a file of answers. */
export function holdAll(
  answers: Answers,
  check: (key: string, answers: Answers) => readonly Problem[],
): void {
  for (const [key, value] of answers) hold(key, value, check(key, answers));
}

/**
 * Answers what was left out with what is offered, or nothing; throws UsageError that names what is needed, but for what
 * `options` give and only an empty answer before it kept from being taken.
 */
export function fillUp(
  command: string,
  script: Script,
  begun: Answers,
  world: World,
  options: object,
): Answers {
  const flags = flagsOf({ ...options });
  const isGiven = (flag: string | undefined) =>
    flag !== undefined && [flags[optionOf(flag)]].flat().some((value) => String(value ?? '').trim() !== '');
  const answers = new Map(begun);
  const missing: string[] = [];
  for (;;) {
    const next = listQuestions(script, answers, 'short').find((question) => isOpen(question, answers));
    if (!next) break;
    const { key, at, step, needed } = next;
    const offered = needed ? step.preset?.(answers, at, world) : undefined;
    const waits = missing.length > 0 && isGiven(step.flag);
    if (needed && !offered && !waits) missing.push(step.flag ? `--${step.flag}` : key);
    // A needed answer opens the questions behind it, so that these are named too.
    answers.set(key, offered || (needed ? '?' : ''));
  }
  if (missing.length > 0) throw new UsageError(`${command} without questions needs ${missing.join(', ')}`);
  return answers;
}

/** Answers what is needed and wasn't asked with what would be offered. */
export function fillLater(script: Script, begun: Answers, world: World): Answers {
  const answers = new Map(begun);
  const later = (question: Question) => question.needed && isOpen(question, answers);
  for (const seen = new Set<string>(); ; ) {
    const next = listQuestions(script, answers).find(
      (question) => later(question) && !seen.has(question.key),
    );
    if (!next) return answers;
    seen.add(next.key);
    const offered = next.step.preset?.(answers, next.at, world);
    if (offered) answers.set(next.key, offered);
  }
}

/** Throws UsageError for an answer that a check finds wrong. */
function hold(option: string, value: string, problems: readonly Problem[]): void {
  const wrong = value === '' ? undefined : problems.find(({ severity }) => severity === 'error');
  // The flag is named instead of the field.
  const message = wrong && withoutField(wrong);
  const told = wrong && [message, wrong.hint ?? ''].join(' ').trim();
  if (told) throw new UsageError(`${option}: ${told}`);
}

/** What the command line says to a question: to the first of a group, or one after the other where it may be repeated. */
function flagFor({ step, at, opens }: Question, flags: Flags, known: readonly Contact[]): string | undefined {
  if (step.flag === undefined) return undefined;
  const value = flags[optionOf(step.flag)];
  const n = Number(/^\w+\.(\d+)\./.exec(at)?.[1] ?? 1);
  if (Array.isArray(value)) {
    const all: string[] = step.split ? value.flatMap(step.split) : value;
    const nth = all[n - 1];
    return step.find && nth !== undefined ? whoIs(nth, known) : nth;
  }
  const everywhere = step.flag.startsWith('to-');
  const isFirst = n === 1 && (opens?.n ?? 1) === 1;
  return typeof value === 'string' && (everywhere || isFirst) ? value : undefined;
}

function whoIs(named: string, known: readonly Contact[]): string {
  if (named.trim() === '') return '';
  return named.startsWith(ALL_MISSIONS) || known.some(({ id }) => id === named)
    ? named
    : SOMEBODY_ELSE + named;
}

/** What is wrong with a value, without the field that it stands in. */
function withoutField({ message, wording, values }: Problem): string {
  const known = (WORDINGS as Readonly<Record<string, Wording>>)[wording ?? ''];
  return known && values ? fillIn(known.message.replace(/^\{field\}: /, ''), values) : message;
}
