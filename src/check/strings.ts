import { append } from '../model/append.ts';
import type { Problem } from '../problems.ts';
import type { LocatedFile, Path } from '../read/source.ts';

/** Findings of one file that are told; a file full of them needs no more. */
const MOST = 20;

/** What `find` has to say of the texts in a data file, each at its place. */
export function findInStrings(
  file: LocatedFile,
  find: (text: string, path: Path) => readonly Problem[],
): Problem[] {
  const problems: Problem[] = [];
  const visit = (value: unknown, path: Path): void => {
    if (problems.length >= MOST) return;
    if (typeof value === 'string') {
      const found = find(value, path);
      if (found.length > 0)
        append(
          problems,
          found.map((one) => ({ ...one, at: file.locate(path) })),
        );
    } else if (typeof value === 'object' && value !== null) {
      const isList = Array.isArray(value);
      for (const [key, inner] of Object.entries(value)) visit(inner, [...path, isList ? Number(key) : key]);
    }
  };
  visit(file.data, []);
  return problems;
}
