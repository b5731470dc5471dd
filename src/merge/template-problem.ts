import { nearestOf } from '../model/nearest.ts';
import type { TemplateFile } from '../model/template.ts';
import type { Problem, ProblemCode } from '../problems.ts';

/** A problem at a line and column (both from 1) of a template's body. */
export function templateProblem(
  file: TemplateFile,
  code: ProblemCode,
  message: string,
  line: number,
  column?: number,
  hint?: string,
): Problem {
  const at = { file: file.file, line: file.bodyLine + line - 1, column };
  return { severity: 'error', code, message, at, hint, excerpt: linesOf(file)[line - 1] };
}

const known = new WeakMap<TemplateFile, readonly string[]>();

/** The lines of a template's body, divided once for all of its problems. */
function linesOf(file: TemplateFile): readonly string[] {
  const lines = known.get(file) ?? file.body.split(/\r?\n/);
  known.set(file, lines);
  return lines;
}

/** "Did you mean …?", or all that is known. */
export function suggest(name: string, known: readonly string[]): string {
  const near = nearestOf(name, known);
  return near === undefined ? `There are: ${known.join(', ')}.` : `Did you mean ${JSON.stringify(near)}?`;
}
