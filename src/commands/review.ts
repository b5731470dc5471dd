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

type Went =
  | { readonly to: 'end' }
  | { readonly to: 'stop' }
  | { readonly to: 'before' }
  | { readonly to: 'question'; readonly place: ReviewPlace };

const DONE = 'done';
const STOP = 'stop';
const UP = 'up';

/** The answers as parts of the appeal, each with its questions: one to change or to add, or the end. Begins at the place. */
export async function review(
  dialogue: Dialogue,
  answers: Answers,
  script: Script,
  { section, key }: ReviewPlace,
  { known, texts: { say } }: { readonly known: readonly Contact[]; readonly texts: Texts },
): Promise<Went> {
  const questions = listQuestions(script, answers);
  const ofSection = ({ keys }: Section) =>
    questions.filter((question) =>
      keys.some((begin) => question.key === begin || (begin.endsWith('.') && question.key.startsWith(begin))),
    );
  const shownAs = (question: Question) => nameOfChoice(known, say, answers.get(question.key) ?? '');
  let open = SECTIONS.find(({ name }) => name === section);
  let at = key;
  for (;;) {
    if (open) {
      const inside = ofSection(open);
      const reply = await dialogue.ask({
        message: say(open.name),
        preset: inside.some((question) => question.key === at) ? at : inside[0]?.key,
        options: [
          ...inside.map(
            (question): Option => ({
              value: question.key,
              name: `${shortly(say(question.text, { n: question.label }))}: ${shownAs(question) || '–'}`,
            }),
          ),
          { value: UP, name: say('back to all parts') },
        ],
      });
      if (reply.did === 'quit') return { to: 'stop' };
      if (reply.did === 'answer' && reply.text !== UP)
        return { to: 'question', place: { section: open.name, key: reply.text } };
      at = open.name;
      open = undefined;
      continue;
    }
    const reply = await dialogue.ask({
      message: say('All is answered. Change or add something, or'),
      preset: at ?? DONE,
      options: [
        { value: DONE, name: say('write the appeal') },
        ...SECTIONS.map(
          (one): Option => ({
            value: one.name,
            name: `${say(one.name)}: ${
              cutText(
                ofSection(one)
                  .flatMap((question) => shownAs(question) || [])
                  .join(' · '),
                60,
              ) || '–'
            }`,
          }),
        ),
        { value: STOP, name: say('stop here; the answers are kept') },
      ],
    });
    if (reply.did === 'quit' || (reply.did === 'answer' && reply.text === STOP)) return { to: 'stop' };
    if (reply.did === 'back') return { to: 'before' };
    if (reply.text === DONE) return { to: 'end' };
    open = SECTIONS.find(({ name }) => name === reply.text);
    at = undefined;
  }
}

/** A question in a few words: what stands before its mark, its examples and what Enter does. */
function shortly(question: string): string {
  return question.split(/[?？؟:(]/)[0]!.trim();
}
