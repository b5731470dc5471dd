import type { Contact } from '../model/contact.ts';
import type { Dialogue, Option } from '../terminal/prompts.ts';
import { cutText } from '../terminal/table.ts';
import type { Texts } from '../terminal/texts.ts';
import { nameOfChoice } from '../wizard/choose.ts';
import { type Answers, listQuestions, type Question, type Script } from '../wizard/script.ts';
import { SECTIONS, type Section } from '../wizard/steps.ts';

/** Where one is in the review: in a part of the appeal, at a question of it. */
export interface ReviewPlace {
  readonly section?: string | undefined;
  readonly key?: string | undefined;
}

/** What the review is made of, where it is another than that of a new appeal. */
export interface Desk {
  readonly sections: readonly Section[];
  /** What is asked above the parts; its last choices: the end, and to stop. */
  readonly message: string;
  readonly done: string;
  readonly stop: string;
  /** Where it begins. */
  readonly place?: ReviewPlace;
  /** What adds something to a part, by the name of the part; `takeAdd` is told which was chosen. */
  readonly adds?: Readonly<Record<string, string>>;
  readonly takeAdd?: (section: string) => void;
}

const NEW: Desk = {
  sections: SECTIONS,
  message: 'All is answered. Change or add something, or',
  done: 'write the appeal',
  stop: 'stop here; the answers are kept',
};

type Went =
  | { readonly to: 'end' }
  | { readonly to: 'stop' }
  | { readonly to: 'before' }
  | { readonly to: 'question'; readonly place: ReviewPlace };

const DONE = 'done';
const STOP = 'stop';
const UP = 'up';
const ADD = 'add';

/** What the review shows: how the questions and answers of a part read. */
interface Shown {
  readonly say: Texts['say'];
  readonly questionsOf: (section: Section) => readonly Question[];
  readonly answerOf: (question: Question) => string;
}

/** The answers as parts of the appeal, each with its questions: one to change or to add, or the end. Begins at the place. */
export async function review(
  dialogue: Dialogue,
  answers: Answers,
  script: Script,
  { section, key }: ReviewPlace,
  {
    known,
    texts,
    desk = NEW,
  }: {
    readonly known: readonly Contact[];
    readonly texts: Texts;
    readonly desk?: Desk | undefined;
  },
): Promise<Went> {
  const questions = listQuestions(script, answers);
  const { say } = texts;
  const shown: Shown = {
    say,
    questionsOf: ({ keys }) =>
      questions.filter(({ key }) =>
        keys.some((begin) => key === begin || (begin.endsWith('.') && key.startsWith(begin))),
      ),
    answerOf: ({ key, step: { choices } }) => {
      const answer = answers.get(key) ?? '';
      const chosen = Array.isArray(choices) ? choices.find(({ value }) => value === answer) : undefined;
      return answer !== '' && chosen ? say(chosen.name) : nameOfChoice(known, texts, answer);
    },
  };
  let open = desk.sections.find(({ name }) => name === section);
  let at = key;
  for (;;) {
    const reply = await dialogue.ask(open ? askPart(open, at, desk, shown) : askParts(at, desk, shown));
    if (reply.did === 'quit') return { to: 'stop' };
    const chosen = reply.did === 'answer' ? reply.text : undefined;
    if (!open) {
      if (chosen === STOP) return { to: 'stop' };
      if (chosen === undefined) return { to: 'before' };
      if (chosen === DONE) return { to: 'end' };
      open = desk.sections.find(({ name }) => name === chosen);
      at = undefined;
    } else if (chosen === undefined || chosen === UP) {
      at = open.name;
      open = undefined;
    } else if (chosen === ADD) {
      desk.takeAdd?.(open.name);
      return { to: 'end' };
    } else return { to: 'question', place: { section: open.name, key: chosen } };
  }
}

/** The questions of a part, with their answers. */
function askPart(part: Section, at: string | undefined, { adds }: Desk, shown: Shown) {
  const { say, questionsOf, answerOf } = shown;
  const inside = questionsOf(part);
  const add = adds?.[part.name];
  return {
    message: say(part.name),
    preset: inside.some(({ key }) => key === at) ? at : inside[0]?.key,
    options: [
      ...inside.map(
        (question): Option => ({
          value: question.key,
          name: say('{name}: {value}', {
            name: thingOf(question) + shortly(say(question.text, { n: question.label })),
            value: answerOf(question) || '–',
          }),
        }),
      ),
      ...(add === undefined ? [] : [{ value: ADD, name: add }]),
      { value: UP, name: say('back to all parts') },
    ],
  };
}

/** All parts, with the beginning of what is answered in each. */
function askParts(at: string | undefined, { message, done, stop, sections }: Desk, shown: Shown) {
  const { say, questionsOf, answerOf } = shown;
  const beginningOf = (part: Section) =>
    cutText(
      questionsOf(part)
        .flatMap((question) => answerOf(question) || [])
        .join(' · '),
      60,
    );
  return {
    message: say(message),
    preset: at ?? DONE,
    options: [
      { value: DONE, name: say(done) },
      ...sections.map(
        (part): Option => ({
          value: part.name,
          name: say('{name}: {value}', { name: say(part.name), value: beginningOf(part) || '–' }),
        }),
      ),
      { value: STOP, name: say(stop) },
    ],
  };
}

/** Which of several things a question is about, where its name says so: `demand-2`. */
function thingOf({ key, at }: Question): string {
  const [thing, field] = key.split('.');
  return at === '' && field !== undefined && !['state', 'sender', 'target'].includes(thing!)
    ? `${thing} · `
    : '';
}

/** A question in a few words: what stands before its mark (between both, in Spanish), its examples and what Enter does. */
function shortly(question: string): string {
  return question
    .replace(/^[¿¡]\s*/, '')
    .split(/[?？؟:(]/)[0]!
    .trim();
}
