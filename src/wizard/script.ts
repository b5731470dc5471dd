import { append } from '../model/append.ts';

/** What a person has answered, by question: `title`, `fact.1.date`. An empty answer is one too: "nothing more". */
export type Answers = ReadonlyMap<string, string>;

/** Says an English text in the language of the person. */
type Say = (english: string, values?: Readonly<Record<string, string | number>>) => string;

/** What is said to a person, and the language that it is said in. */
export interface Speech {
  readonly say: Say;
  readonly language: string;
}

/** What is known besides the answers. */
export interface World {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Language in which the person is asked. */
  readonly language: string;
}

/** What an answer is taken for. */
export interface Meant {
  readonly value: string;
  /** What is asked back where that is unlikely; Enter once more takes it. */
  readonly doubt?: { readonly text: string; readonly values?: Readonly<Record<string, string | number>> };
  /** True where it is a guess that only the person can make. */
  readonly isGuess?: boolean;
  /** Why nothing can be made of it, with an example; a check says it in the words of the files. */
  readonly unread?: { readonly text: string; readonly values?: Readonly<Record<string, string | number>> };
}

/** One thing to choose. */
export interface Choice {
  readonly value: string;
  readonly name: string;
  /** What helps to choose. */
  readonly description?: string | undefined;
}

/** One question of a script. `at` is the way to the group that it stands in: `fact.1.`, empty outside. */
export interface Step {
  readonly name: string;
  /** `{n}` in it is what the thing of its group is called. */
  readonly ask: string;
  /** How it is asked for a second and further time. */
  readonly askAgain?: string;
  /** Option of `init` that answers it (the first of its group). */
  readonly flag?: string;
  /** True where an empty answer won't do; in a group, for the first only. */
  readonly needed?: boolean;
  /** Only these answers. */
  readonly choices?: readonly Choice[] | ((answers: Answers, at: string) => readonly Choice[]);
  /** Looked for in a list. */
  readonly find?: 'contacts';
  /** What is offered as the answer. */
  readonly preset?: (answers: Answers, at: string, world: World) => string | undefined;
  /** Makes of what was typed what is meant: `Germany`, `DE`. */
  readonly read?: (typed: string, answers: Answers, at: string, world: World) => Meant;
  /** Makes several answers of one, each for a thing of its own: a list of demands. */
  readonly split?: (typed: string) => readonly string[];
  /** True where the whole text of an appeal may be pasted instead. */
  readonly takesTexts?: boolean;
  /** True where it is asked only of those who go there: a right letter can do without. */
  readonly later?: boolean | ((answers: Answers, at: string) => boolean);
  /** True where what is there already answers it: nobody is asked, and nobody comes by it going back. */
  readonly isGiven?: boolean;
  /** The answer as it was understood, where it stays as it was typed. */
  readonly show?: (answer: string, world: World) => string;
  /** False where the question makes no sense. */
  readonly when?: (answers: Answers, at: string) => boolean;
}

/** Questions that are asked for each thing of a kind: facts, demands, events. */
export interface Group {
  readonly group: string;
  readonly steps: Script;
  /** What the things are, where something else says so; else they go on until the first question is left empty. */
  readonly labels?: (answers: Answers, at: string) => readonly string[];
  readonly when?: (answers: Answers, at: string) => boolean;
  /** How the group is called in a list of all of them. */
  readonly name?: string;
  /** True where none of it is asked before there is an answer in it. */
  readonly later?: boolean;
  /** True where a further thing is asked for only by those who go there. */
  readonly once?: boolean;
}

/** Steps and groups of steps, in the order in which they are asked. */
export type Script = readonly (Step | Group)[];

/** A question in its place. */
export interface Question {
  readonly key: string;
  readonly at: string;
  readonly step: Step;
  readonly text: string;
  /** What the thing is called whose question it is: `{n}` of the text. */
  readonly label: string;
  readonly needed: boolean;
  /** Ways to the thing of a group that ends with this question left empty, and to the group: `fact.2.`, `fact.`. */
  readonly opens?: { readonly group: string; readonly n: number } | undefined;
}

/** True where a question waits for its answer: nothing is one only where none is needed. */
export function isOpen({ key, needed }: Question, answers: Answers): boolean {
  return needed ? !answers.get(key) : !answers.has(key);
}

/** Which questions: all that there are, or those that are asked unbidden and those that have an answer. */
type Depth = 'all' | 'short';

/** All questions that these answers lead to, answered or not, in their order. */
export function listQuestions(script: Script, answers: Answers, depth: Depth = 'all', at = ''): Question[] {
  return script.flatMap((part): Question[] => {
    if (part.when && !part.when(answers, at)) return [];
    if (depth === 'short' && 'isGiven' in part && part.isGiven) return [];
    const { later = false } = part;
    const isShort = depth === 'short' && (typeof later === 'function' ? later(answers, at) : later);
    if ('group' in part) {
      if (isShort && !hasBegun(answers, `${at}${part.group}.`)) return [];
      return listGroup(part, answers, depth, at);
    }
    if (isShort && !answers.has(`${at}${part.name}`)) return [];
    return [questionOf(part, at, 1, undefined)];
  });
}

function hasBegun(answers: Answers, way: string): boolean {
  return [...answers.keys()].some((key) => key.startsWith(way));
}

function listGroup(group: Group, answers: Answers, depth: Depth, at: string): Question[] {
  const way = `${at}${group.group}.`;
  const [head, ...others] = group.steps;
  if (group.labels) {
    const labels = group
      .labels(answers, at)
      .filter((label) => !isLeftOut(group, answers, depth, `${way}${label}.`));
    return labels.flatMap((label) => listQuestions(group.steps, answers, depth, `${way}${label}.`));
  }
  const questions: Question[] = [];
  for (let n = 1; ; n += 1) {
    const inner = `${way}${n}.`;
    if (!head || 'group' in head) throw new Error(`the group ${group.group} begins with no question`);
    const isOpen = answers.has(`${inner}${head.name}`) || n === 1;
    if (depth === 'short' && group.once && !isOpen) return questions;
    questions.push(questionOf(head, inner, n, { group: way, n }));
    if (!answers.get(`${inner}${head.name}`)) return questions;
    append(questions, listQuestions(others, answers, depth, inner));
  }
}

/** True for a thing of a group that nobody asked about yet. */
function isLeftOut(group: Group, answers: Answers, depth: Depth, way: string): boolean {
  return depth === 'short' && group.later === true && !hasBegun(answers, way);
}

function questionOf(step: Step, at: string, n: number, opens: Question['opens']): Question {
  return {
    key: `${at}${step.name}`,
    at,
    step,
    text: n > 1 ? (step.askAgain ?? step.ask) : step.ask,
    label: at.split('.').at(-2) ?? '',
    needed: step.needed === true && n === 1,
    opens,
  };
}
