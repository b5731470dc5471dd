import type { Contact } from '../model/contact.ts';
import type { Problem } from '../problems.ts';
import type { Terminal } from '../terminal/io.ts';
import { type Dialogue, type Option, openDialogue, type Reply } from '../terminal/prompts.ts';
import type { Texts } from '../terminal/texts.ts';
import { choicesAmong, nameOfChoice, statesIn } from '../wizard/choose.ts';
import { answer, type Conversation, goBack, goTo, resume } from '../wizard/conversation.ts';
import { isNothing } from '../wizard/read-answer.ts';
import type { Answers, Meant, Question, Script, World } from '../wizard/script.ts';
import { type Desk, type ReviewPlace, review } from './review.ts';

/** What a conversation needs besides questions. */
export interface Listener {
  /** What is said to the person, in their language. */
  readonly texts: Texts;
  readonly world: World;
  /** Contacts that can be chosen. */
  readonly known: readonly Contact[];
  /** What a check says of an answer among the others. */
  readonly check: (key: string, answers: Answers) => readonly Problem[];
  /** Keeps the answers after each of them; where it is left out, there is no review at the end either. */
  readonly keep?: ((answers: Answers) => Promise<void>) | undefined;
  /** The review, where it is another than that of a new appeal. */
  readonly desk?: Desk | undefined;
  /** True where whoever goes back from the first question leaves: they came from a list. */
  readonly isWithin?: boolean | undefined;
  /** Takes a whole text that is pasted instead of an answer, and ends the questions. */
  readonly takeText?: ((text: string) => void) | undefined;
}

/** Opens a dialogue on a terminal, says `head` in it, and asks a script. Returns undefined where the person broke off. */
export async function converseOn(
  terminal: Terminal,
  head: readonly string[],
  script: Script,
  begun: Answers,
  listener: Listener,
): Promise<Answers | undefined> {
  const dialogue = openDialogue(terminal, listener.texts);
  for (const line of head) dialogue.say(line);
  try {
    return await converse(dialogue, script, begun, listener);
  } finally {
    dialogue.end();
  }
}

/** Asks what has no answer, in any order that the person likes. Returns undefined where they broke off. */
async function converse(
  dialogue: Dialogue,
  script: Script,
  begun: Answers,
  listener: Listener,
): Promise<Answers | undefined> {
  let now = resume(script, begun);
  let place: ReviewPlace = listener.desk?.place ?? {};
  for (;;) {
    if (!now.at && !listener.keep) return now.answers;
    if (!now.at) {
      const did = await review(dialogue, now.answers, script, place, listener);
      if (did.to === 'end') return now.answers;
      if (did.to === 'stop') return undefined;
      if (did.to === 'question') {
        now = goTo(now, did.place.key!);
        place = did.place;
      } else if (listener.desk) place = {};
      else now = goBack(now);
      continue;
    }
    const reply = await askAt(dialogue, now, now.at, listener);
    if (reply.did === 'quit') return undefined;
    if (reply.did === 'answer' && reply.isText) {
      listener.takeText?.(reply.text);
      return undefined;
    }
    // Who came from the review goes back to it.
    if (reply.did === 'back') {
      const before = place.key === now.at.key ? { ...now, at: undefined } : goBack(now);
      if (listener.isWithin && before.at?.key === now.at.key) return undefined;
      now = before;
    } else now = answer(now, reply.text);
    await listener.keep?.(now.answers);
  }
}

async function askAt(
  dialogue: Dialogue,
  now: Conversation,
  question: Question,
  { known, check, texts, world, takeText }: Listener,
): Promise<Reply> {
  const { step, key, at, needed, opens } = question;
  const { answers } = now;
  // Where a question says what Enter does, who types "no" means that.
  const mayBeNone = !needed && /\((?:Enter|none): /.test(question.text);
  const meant = (typed: string): Meant =>
    typed === '-' || typed === '' || (mayBeNone && isNothing(typed))
      ? { value: '' }
      : (step.read?.(typed, answers, at, world) ?? { value: typed });
  const problemsOf = (value: string) =>
    (value === '' ? [] : (step.split?.(value) ?? [value])).flatMap((one) =>
      check(key, new Map([...answers, [key, one]])),
    );
  let asked: string | undefined;
  const options = optionsOf(question, answers, texts);
  const find = step.find && choicesAmong(known, texts);
  // Who comes by again takes with Enter what was chosen before.
  const given = (typed: string) => {
    const value = answers.get(key);
    return typed === '' && value ? [{ value, name: nameOfChoice(known, texts, value) }] : [];
  };
  const offered = step.preset?.(answers, at, world);
  const reply = await dialogue.ask({
    message: texts.say(question.text, { n: question.label }),
    preset: options ? (answers.get(key) ?? offered) : answers.has(key) ? undefined : offered,
    typed: options || step.find ? undefined : answers.get(key),
    isList: step.split !== undefined,
    takesTexts: takeText !== undefined && step.takesTexts,
    options,
    find:
      find &&
      ((typed) => [...given(typed), ...find(typed, !needed && (opens?.n ?? 1) > 1, statesIn(answers))]),
    refuse: (typed) => {
      const { value, doubt, unread } = meant(typed);
      if (value === '') return needed ? texts.say('An answer is needed.') : undefined;
      if (unread) return texts.say(unread.text, unread.values);
      const wrong = problemsOf(value).find(({ severity }) => severity === 'error');
      if (wrong) return said(wrong, texts);
      if (!doubt || asked === typed) return undefined;
      asked = typed;
      return `${texts.say(doubt.text, doubt.values)} ${texts.say('Enter once more takes it.')}`;
    },
  });
  if (reply.did !== 'answer' || reply.isText) return reply;
  const { value } = meant(reply.text);
  const shown = step.show && value !== '' ? step.show(value, world) : value;
  if (shown !== reply.text) dialogue.say(`= ${inWords(shown, texts) || '–'}`);
  for (const problem of problemsOf(value))
    if (problem.severity === 'warning') dialogue.say(`! ${said(problem, texts)}`);
  return { did: 'answer', text: value };
}

/** A day with its weekday, so that a slip is seen. */
function inWords(shown: string, { language }: Texts): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(shown)) return shown;
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' });
  return `${shown} (${format.format(new Date(`${shown}T00:00:00Z`))})`;
}

/** A finding in a line, in the person's language. */
function said(problem: Problem, texts: Texts): string {
  const { message, hint = '' } = texts.problem(problem);
  return `${message} ${hint}`.trim();
}

/** Choices that stand in the script are said in the person's language; those made of answers are their own words. */
function optionsOf(
  { step: { choices }, at }: Question,
  answers: Answers,
  { say }: Texts,
): readonly Option[] | undefined {
  const isMade = typeof choices === 'function';
  const all = isMade ? choices(answers, at) : choices;
  return all?.map(({ value, name }) => ({ value, name: isMade && value !== '' ? name : say(name) }));
}

/** How to get about among questions. */
export function howToAnswer({ say }: Texts): string {
  return say('Enter: take what is offered, or nothing · Esc or <: back · Ctrl-C: stop');
}
