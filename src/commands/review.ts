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
  const ofSection = ({ keys }: Section) =>
    questions.filter((question) =>
      keys.some((begin) => question.key === begin || (begin.endsWith('.') && question.key.startsWith(begin))),
    );
  const { say } = texts;
  const shownAs = ({ key, step: { choices } }: Question) => {
    const answer = answers.get(key) ?? '';
    const chosen = Array.isArray(choices) ? choices.find(({ value }) => value === answer) : undefined;
    return answer !== '' && chosen ? say(chosen.name) : nameOfChoice(known, texts, answer);
  };
  let open = desk.sections.find(({ name }) => name === section);
  let at = key;
  for (;;) {
    if (open) {
      const inside = ofSection(open);
      const adds = desk.adds?.[open.name];
      const reply = await dialogue.ask({
        message: say(open.name),
        preset: inside.some((question) => question.key === at) ? at : inside[0]?.key,
        options: [
          ...inside.map(
            (question): Option => ({
              value: question.key,
              name: say('{name}: {value}', {
                name: thingOf(question) + shortly(say(question.text, { n: question.label })),
                value: shownAs(question) || '–',
              }),
            }),
          ),
          ...(adds === undefined ? [] : [{ value: ADD, name: adds }]),
          { value: UP, name: say('back to all parts') },
        ],
      });
      if (reply.did === 'quit') return { to: 'stop' };
      if (reply.did === 'answer' && reply.text === ADD) {
        desk.takeAdd?.(open.name);
        return { to: 'end' };
      }
      if (reply.did === 'answer' && reply.text !== UP)
        return { to: 'question', place: { section: open.name, key: reply.text } };
      at = open.name;
      open = undefined;
      continue;
    }
    const reply = await dialogue.ask({
      message: say(desk.message),
      preset: at ?? DONE,
      options: [
        { value: DONE, name: say(desk.done) },
        ...desk.sections.map(
          (one): Option => ({
            value: one.name,
            name: say('{name}: {value}', {
              name: say(one.name),
              value:
                cutText(
                  ofSection(one)
                    .flatMap((question) => shownAs(question) || [])
                    .join(' · '),
                  60,
                ) || '–',
            }),
          }),
        ),
        { value: STOP, name: say(desk.stop) },
      ],
    });
    if (reply.did === 'quit' || (reply.did === 'answer' && reply.text === STOP)) return { to: 'stop' };
    if (reply.did === 'back') return { to: 'before' };
    if (reply.text === DONE) return { to: 'end' };
    open = desk.sections.find(({ name }) => name === reply.text);
    at = undefined;
  }
}

/** Which of several things a question is about, where its name says so: `demand-2`. */
function thingOf({ key, at }: Question): string {
  const [thing, field] = key.split('.');
  return at === '' && field !== undefined && !['state', 'sender', 'target'].includes(thing!)
    ? `${thing} · `
    : '';
}

/** A question in a few words: what stands before its mark, its examples and what Enter does. */
function shortly(question: string): string {
  return question.split(/[?？؟:(]/)[0]!.trim();
}
