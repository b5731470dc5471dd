import { memoise } from '../model/memory.ts';
import { nearestOf } from '../model/nearest.ts';
import type { TemplateFile } from '../model/template.ts';
import type { Problem, Told } from '../problems.ts';
import { finding, type Known, phrase, type ValuesOf, type WordingId } from '../wordings.ts';

/** A problem at a line and column (both from 1) of a template's body. */
export function templateProblem<W extends WordingId>(
  file: TemplateFile,
  { line, column }: { readonly line: number; readonly column?: number | undefined },
  wording: W,
  values: ValuesOf<W>,
): Problem {
  return finding('error', wording, values, placeIn(file, line, column));
}

/** Where a line and column (both from 1) of a template's body stand, and the line itself. */
export function placeIn(file: TemplateFile, line: number, column?: number): Known {
  return {
    at: { file: file.file, line: file.bodyLine + line - 1, column },
    excerpt: linesOf(file)[line - 1],
  };
}

/** The lines of a template's body, divided once for all of its problems. */
const linesOf = memoise(({ body }: TemplateFile): readonly string[] => body.split(/\r?\n/));

/** "Did you mean …?", or all that is known. */
export function suggest(name: string, known: readonly string[]): Told {
  if (known.length === 0) return phrase('there-are-none', {});
  const near = nearestOf(name, known);
  return near === undefined
    ? phrase('there-are', { names: known.join(', ') })
    : phrase('did-you-mean', { meant: JSON.stringify(near) });
}
