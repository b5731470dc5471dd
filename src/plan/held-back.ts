import { hasErrors, type Problem } from '../problems.ts';
import { englishOf, phrase } from '../wordings.ts';

/** What a page, or a text that is laid out, is too large for; told with the document that it is of. */
const OF_DOCUMENT: readonly string[] = [
  'overfull-page',
  'overfull-box',
  'sheet-too-small',
  'proof',
  'too-large',
];

/** Says which document a text doesn't fit into, and that an error keeps back that document alone. */
export function nameDocument(problem: Problem, document: string): Problem {
  const isError = hasErrors([problem]);
  const isNamed = OF_DOCUMENT.includes(problem.code);
  const about = isError || isNamed ? { ...problem.about, document } : problem.about;
  if (!isNamed) return { ...problem, about };
  const start = isError ? englishOf(phrase('not-made', { document })) : `${document}:`;
  return { ...problem, about, message: `${start} ${problem.message}` };
}
