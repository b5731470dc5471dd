import { nearestOf } from '../model/nearest.ts';
import { type Problem, ProblemError } from '../problems.ts';
import type { LocatedFile, SourceText } from '../read/source.ts';
import { parseStructured } from '../read/structured.ts';
import { finding } from '../wordings.ts';
import { type Answers, listQuestions, type Script } from './script.ts';

/** Name of the file with the answers so far, in the folder of the appeal; gone when the appeal is written. */
export const DRAFT = 'draft.yaml';

/** Answers as a file that a person can read, change, and hand to `init --answers`. */
export function formatDraft(answers: Answers): string {
  const lines = [...answers].map(([key, text]) => `${key}: ${JSON.stringify(text)}\n`);
  return `# What was answered so far; "" means nothing. handbill init asks for the rest, and writes the appeal from it.\n${lines.join('')}`;
}

/** What a file of answers holds. */
interface GivenAnswers {
  readonly answers: Answers;
  /** Answers by the name of an option, as the command line would give them. */
  readonly options: Readonly<Record<string, string | readonly string[]>>;
}

/**
 * Reads answers, by the key of their question (`fact.1.date`) or by the option that gives them (`when`). Throws ProblemError
 * where the file is none of answers, or has one to which there is no question.
 */
export function readDraft(source: SourceText, script: Script): GivenAnswers {
  const file = parseStructured(source);
  const isMap = typeof file.data === 'object' && !Array.isArray(file.data);
  const entries: [string, unknown][] = isMap ? Object.entries(file.data ?? {}) : [['', file.data ?? '']];
  const flags = flagsOf(script);
  const isList = (key: string, value: unknown) =>
    Array.isArray(value) && flags.get(key) === true && value.every((item) => typeof item === 'string');
  const wrong = entries.flatMap(([key, value]): Problem[] => {
    if ((typeof value === 'string' || isList(key, value)) && key !== '') return [];
    return [
      finding(
        'error',
        'wrong-type/answer',
        { value: JSON.stringify(value) },
        { at: file.locate(key ? [key] : []) },
      ),
    ];
  });
  if (wrong.length > 0) throw new ProblemError(wrong);
  const keys = keysOf(script);
  const isKey = (key: string) => keys.includes(patternOf(key)) && !flags.has(key);
  const unknown = entries.filter(([key]) => !isKey(key) && !flags.has(key));
  if (unknown.length > 0)
    throw new ProblemError(unknown.map(([key]) => tellUnknown(key, [...flags.keys(), ...keys], file)));
  const options = entries.filter(([key]) => flags.has(key)) as [string, string | string[]][];
  return {
    answers: new Map(entries.filter(([key]) => isKey(key)).map(([key, value]) => [key, String(value)])),
    options: Object.fromEntries(
      options.map(([key, value]) => [optionOf(key), flags.get(key) ? [value].flat() : value]),
    ),
  };
}

/** Throws ProblemError for an answer whose question nobody asks, as another answer is missing. */
export function holdAsked(answers: Answers, script: Script, file: string): void {
  const asked = new Set(listQuestions(script, answers).map(({ key }) => key));
  const lost = [...answers].filter(([key, text]) => text !== '' && !asked.has(key));
  if (lost.length === 0) return;
  throw new ProblemError(
    lost.map(([key]) => finding('error', 'unknown-key/answer', { key }, { at: { file } })),
  );
}

/** The name of an option as the program has it: `to-kind`, `toKind`. */
export function optionOf(flag: string): string {
  return flag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function tellUnknown(key: string, known: readonly string[], file: LocatedFile): Problem {
  const near = nearestOf(key, known) ?? '';
  return finding(
    'error',
    near === '' ? 'unknown-key/question' : 'unknown-key/question-near',
    { key: JSON.stringify(key), near },
    { at: file.locate([key]) },
  );
}

/** The way to a question without the numbers of its groups: `fact.N.date`. */
function patternOf(key: string): string {
  return key.replace(/\.\d+(?=\.)/g, '.N');
}

/** Ways to all questions of a script. */
function keysOf(script: Script, at = ''): string[] {
  return script.flatMap((part) =>
    'group' in part ? keysOf(part.steps, `${at}${part.group}.N.`) : [`${at}${part.name}`],
  );
}

/** The options that answer questions; true for those that may be repeated, as the first of a group without an own list. */
function flagsOf(script: Script): Map<string, boolean> {
  const flags = new Map<string, boolean>();
  for (const part of script) {
    if ('group' in part) for (const [flag] of flagsOf(part.steps)) flags.set(flag, REPEATED.includes(flag));
    else if (part.flag) flags.set(part.flag, false);
  }
  return flags;
}

const REPEATED = ['demand', 'to'];
