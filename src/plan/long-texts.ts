import { isBeyond, isOfText } from '../merge/budget.ts';
import type { Position, Problem } from '../problems.ts';
import type { LocatedFile, Path } from '../read/source.ts';

/** A document knows that a text in it is too long; this finds the value in the data that is so by itself. */
export function locateLongTexts(problems: readonly Problem[], files: readonly LocatedFile[]): Problem[] {
  return problems.map((problem) => {
    const what = problem.wording?.replace(/^too-large\//, '') ?? '';
    if (problem.at || problem.code !== 'too-large' || !isOfText(what)) return problem;
    const at = files.reduce<Position | undefined>(
      (found, file) => found ?? placeIn(file, (text) => isBeyond(what, text)),
      undefined,
    );
    return at ? { ...problem, at } : problem;
  });
}

/** Place of the first text of a file that is meant. */
function placeIn(file: LocatedFile, isMeant: (text: string) => boolean): Position | undefined {
  const find = (value: unknown, path: Path): Path | undefined => {
    if (typeof value === 'string') return isMeant(value) ? path : undefined;
    if (typeof value !== 'object' || value === null) return undefined;
    const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
    for (const key of keys) {
      const found = find((value as Record<string | number, unknown>)[key], [...path, key]);
      if (found) return found;
    }
    return undefined;
  };
  const path = find(file.data, []);
  return path && file.locate(path);
}
