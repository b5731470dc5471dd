import { type Answers, listQuestions, type Question, type Script } from './script.ts';

/** Where a conversation stands: at a question, or (`undefined`) at the review of all answers. */
export interface Conversation {
  readonly script: Script;
  readonly answers: Answers;
  readonly at: Question | undefined;
}

/** Begins or goes on: at the first question without an answer. */
export function resume(script: Script, answers: Answers): Conversation {
  const kept = keepAsked(script, answers);
  return { script, answers: kept, at: listQuestions(script, kept).find(({ key }) => !kept.has(key)) };
}

/** Takes the answer to the question where the conversation stands, and goes on to the next that has none. */
export function answer({ script, answers, at }: Conversation, text: string): Conversation {
  if (!at) throw new Error('the review asks no question');
  const { key, opens } = at;
  const left = opens && text === '' ? closeUp(answers, opens.group, opens.n) : answers;
  return resume(script, left !== answers && left.has(key) ? left : new Map([...left, [key, text]]));
}

/** Back to the question before; the first stays. */
export function goBack(conversation: Conversation): Conversation {
  const { script, answers, at } = conversation;
  const questions = listQuestions(script, answers);
  const place = at ? questions.findIndex(({ key }) => key === at.key) : questions.length;
  return { ...conversation, at: questions[Math.max(0, place - 1)] };
}

/** To any question; to the review where there is none of that name. */
export function goTo(conversation: Conversation, key: string): Conversation {
  const { script, answers } = conversation;
  return { ...conversation, at: listQuestions(script, answers).find((question) => question.key === key) };
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
