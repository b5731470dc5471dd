import type { Position, Problem } from '../problems.ts';

/** A text that documents are made from. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** Layout knows which character no font has; this finds the places in the data where it stands. */
export function locateGlyphs(problems: readonly Problem[], files: readonly SourceFile[]): Problem[] {
  return problems.map((problem) => {
    const character = missingCharacter(problem);
    if (!character || problem.at) return problem;
    const at = placeOf(character, files);
    return at ? { ...problem, at } : problem;
  });
}

/** The character that a problem of layout is about. */
export function missingCharacter(problem: Problem): string | undefined {
  const code = problem.code === 'missing-glyph' && /U\+([0-9A-F]{4,6})/.exec(problem.message)?.[1];
  return code ? String.fromCodePoint(Number.parseInt(code, 16)) : undefined;
}

function placeOf(character: string, files: readonly SourceFile[]): Position | undefined {
  for (const { file, text } of files) {
    const offset = text.indexOf(character);
    if (offset < 0) continue;
    const before = text.slice(0, offset);
    const line = before.split('\n').length;
    return { file, line, column: offset - before.lastIndexOf('\n') };
  }
  return undefined;
}
