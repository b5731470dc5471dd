import { type Problem, ProblemError } from '../problems.ts';
import type { SourceText } from '../read/source.ts';
import { parseStructured } from '../read/structured.ts';
import type { Answers } from './script.ts';

/** Name of the file with the answers so far, in the folder of the appeal; gone when the appeal is written. */
export const DRAFT = 'draft.yaml';

/** Answers as a file that a person can read, change, and hand to `init --answers`. */
export function formatDraft(answers: Answers): string {
  const lines = [...answers].map(([key, text]) => `${key}: ${JSON.stringify(text)}\n`);
  return `# What was answered so far; "" means nothing. handbill init asks for the rest, and writes the appeal from it.\n${lines.join('')}`;
}

/** Reads answers. Throws ProblemError where the file is none of answers. */
export function readDraft(source: SourceText): Answers {
  const file = parseStructured(source);
  const isMap = typeof file.data === 'object' && !Array.isArray(file.data);
  const entries: [string, unknown][] = isMap ? Object.entries(file.data ?? {}) : [['', file.data ?? '']];
  const wrong = entries.flatMap(([key, value]): Problem[] => {
    if (typeof value === 'string' && key !== '') return [];
    const message = `Expected an answer in a line of its own, such as title: "Free the strikers", found ${JSON.stringify(value)}.`;
    return [{ severity: 'error', code: 'wrong-type', message, at: file.locate(key ? [key] : []) }];
  });
  if (wrong.length > 0) throw new ProblemError(wrong);
  return new Map(entries.map(([key, value]) => [key, String(value)]));
}
