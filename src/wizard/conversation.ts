import { type Answers, isOpen, listQuestions, type Question, type Script } from './script.ts';

/** Where a conversation stands: at a question, or (`undefined`) at the review of all answers. */
export interface Conversation {
  readonly script: Script;
  readonly answers: Answers;
  readonly at: Question | undefined;
  /** True for who went back: on from there goes one question at a time, past answers that stand, so that none lands elsewhere. */
  readonly isBack?: boolean;
}

/** Begins or goes on: at the first question without an answer, of those that are asked unbidden. */
export function resume(script: Script, answers: Answers): Conversation {
  const kept = keepAsked(script, answers);
  const next = listQuestions(script, kept, 'short').find((question) => isOpen(question, kept));
  return { script, answers: kept, at: next };
}

/** Takes the answer to the question where the conversation stands, and goes on: to the next that has none, for who went back to the next. */
export function answer(conversation: Conversation, text: string): Conversation {
  const { script, answers, at, isBack } = conversation;
  if (!at) throw new Error('the review asks no question');
  const { key, opens, step } = at;
  if (opens && text === '') {
    const left = closeUp(answers, opens.group, opens.n);
    // What moved up is the next.
    if (isBack && left.has(key)) return stepTo(resume(script, left), key);
    const now = resume(script, left.has(key) ? left : new Map([...left, [key, text]]));
    return isBack ? stepBehind(now, key) : now;
  }
  const [first = text, ...others] = (opens && step.split?.(text)) || [text];
  const room = opens ? makeRoom(answers, opens.group, opens.n, others.length) : answers;
  const more = others.map((other, i) => [`${opens!.group}${opens!.n + 1 + i}.${step.name}`, other] as const);
  const now = resume(script, new Map([...room, [key, first], ...more]));
  return isBack ? stepBehind(now, more.at(-1)?.[0] ?? key) : now;
}

/** At the question behind another, of those that are asked unbidden; at the review behind the last. */
function stepBehind(now: Conversation, key: string): Conversation {
  const questions = listQuestions(now.script, now.answers, 'short');
  const place = questions.findIndex((question) => question.key === key);
  const next = questions[place + 1];
  return place < 0 || (next && isOpen(next, now.answers)) ? now : { ...now, at: next, isBack: true };
}

function stepTo(now: Conversation, key: string): Conversation {
  const at = listQuestions(now.script, now.answers, 'short').find((question) => question.key === key);
  return at ? { ...now, at, isBack: true } : now;
}

/** Back to the question before, of those that are asked unbidden; from one that isn't, to the review. The first stays. */
export function goBack(conversation: Conversation): Conversation {
  const { script, answers, at } = conversation;
  const questions = listQuestions(script, answers, 'short');
  const place = at ? questions.findIndex(({ key }) => key === at.key) : questions.length;
  return place < 0
    ? { ...conversation, at: undefined }
    : { ...conversation, at: questions[Math.max(0, place - 1)], isBack: true };
}

/** To any question; to the review where there is none of that name. */
export function goTo(conversation: Conversation, key: string): Conversation {
  const { script, answers } = conversation;
  const at = listQuestions(script, answers).find((question) => question.key === key);
  return { ...conversation, at, isBack: false };
}

/** Moves the things of a group behind the n-th on by some places. */
function makeRoom(answers: Answers, group: string, n: number, places: number): Answers {
  if (places === 0) return answers;
  return new Map(
    [...answers].map(([key, text]): [string, string] => {
      const [number = '', ...rest] = key.startsWith(group) ? key.slice(group.length).split('.') : [];
      const place = Number(number);
      return place > n ? [`${group}${place + places}.${rest.join('.')}`, text] : [key, text];
    }),
  );
}

/** Takes the n-th thing out of a group; those behind it move up. */
function closeUp(answers: Answers, group: string, n: number): Answers {
  return new Map(
    [...answers].flatMap(([key, text]): [string, string][] => {
      const [number = '', ...rest] = key.startsWith(group) ? key.slice(group.length).split('.') : [];
      const place = Number(number);
      if (!(place >= n)) return [[key, text]];
      return place === n ? [] : [[`${group}${place - 1}.${rest.join('.')}`, text]];
    }),
  );
}

/** Only answers to questions that are asked, in their order. */
function keepAsked(script: Script, answers: Answers): Answers {
  return new Map(
    listQuestions(script, answers).flatMap(({ key }): [string, string][] => {
      const text = answers.get(key);
      return text === undefined ? [] : [[key, text]];
    }),
  );
}
