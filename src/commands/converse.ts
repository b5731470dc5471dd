import type { Contact } from '../model/contact.ts';
import type { Problem } from '../problems.ts';
import type { Terminal } from '../terminal/io.ts';
import { type Dialogue, type Option, openDialogue, type Reply } from '../terminal/prompts.ts';
import type { Texts } from '../terminal/texts.ts';
import { findChoices, nameOfChoice } from '../wizard/choose.ts';
import { answer, type Conversation, goBack, goTo, resume } from '../wizard/conversation.ts';
import { type Answers, listQuestions, type Question, type Script } from '../wizard/script.ts';

/** What a conversation needs besides questions. */
export interface Listener {
  /** What is said to the person, in their language. */
  readonly texts: Texts;
  /** Contacts that can be chosen. */
  readonly known: readonly Contact[];
  /** What a check says of an answer among the others. */
  readonly judge: (key: string, answers: Answers) => readonly Problem[];
  /** Keeps the answers after each of them; where it is left out, there is no review at the end either. */
  readonly keep?: ((answers: Answers) => Promise<void>) | undefined;
}

const DONE = 'done';
const STOP = 'stop';

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
  for (;;) {
    if (!now.at && !listener.keep) return now.answers;
    const reply = now.at
      ? await askAt(dialogue, now, now.at, listener)
      : await review(dialogue, now, listener);
    if (reply.did === 'quit') return undefined;
    if (reply.did === 'back') now = goBack(now);
    else if (now.at) now = answer(now, reply.text);
    else if (reply.text === DONE) return now.answers;
    else now = goTo(now, reply.text);
    await listener.keep?.(now.answers);
  }
}

async function askAt(
  dialogue: Dialogue,
  now: Conversation,
  question: Question,
  { known, judge, texts }: Listener,
): Promise<Reply> {
  const { step, key, at, needed, opens } = question;
  const { answers } = now;
  const meant = (typed: string) => (typed === '-' ? '' : (step.read?.(typed) ?? typed));
  const problemsOf = (typed: string) =>
    meant(typed) === '' ? [] : judge(key, new Map([...answers, [key, meant(typed)]]));
  const reply = await dialogue.ask({
    message: texts.say(question.text, { n: question.label }),
    preset: answers.get(key) || step.preset?.(answers, at),
    options: optionsOf(question, answers, texts),
    find: step.find && ((typed) => findChoices(known, texts.say, typed, !needed && (opens?.n ?? 1) > 1)),
    refuse: (typed) => {
      if (meant(typed) === '') return needed ? texts.say('An answer is needed.') : undefined;
      const wrong = problemsOf(typed).find(({ severity }) => severity === 'error');
      return wrong && [wrong.message, wrong.hint ?? ''].map(texts.translate).join(' ').trim();
    },
  });
  if (reply.did !== 'answer') return reply;
  for (const { severity, message, hint } of problemsOf(reply.text)) {
    if (severity === 'warning')
      dialogue.say(`! ${[message, hint ?? ''].map(texts.translate).join(' ').trim()}`);
  }
  return { did: 'answer', text: meant(reply.text) };
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

/** All answers in a list: one of them to change, or the end. */
async function review(
  dialogue: Dialogue,
  now: Conversation,
  { known, texts: { say } }: Listener,
): Promise<Reply> {
  const { script, answers } = now;
  const given = listQuestions(script, answers).map(
    (question): Option => ({
      value: question.key,
      name: `${question.key.replaceAll('.', ' ')}: ${nameOfChoice(known, say, answers.get(question.key) ?? '') || '–'}`,
    }),
  );
  const reply = await dialogue.ask({
    message: say('All is answered. Change something, or'),
    options: [
      { value: DONE, name: say('write the appeal') },
      ...given,
      { value: STOP, name: say('stop here; the answers are kept') },
    ],
  });
  return reply.did === 'answer' && reply.text === STOP ? { did: 'quit' } : reply;
}

/** How to get about among questions. */
export function howToAnswer({ say }: Texts): string {
  return say('Enter: take what is offered, or nothing · Esc or <: back · Ctrl-C: stop');
}
