import { type Words, words as wordsSchema } from '../model/words.ts';
import type { Problem } from '../problems.ts';
import type { LocatedFile } from '../read/source.ts';
import { checkFields } from './fields.ts';

/** Checks language files; gives the valid ones by language tag. */
export function checkWords(files: readonly LocatedFile[]): {
  words: Map<string, Words>;
  problems: Problem[];
} {
  const words = new Map<string, Words>();
  const problems: Problem[] = [];
  for (const file of files) {
    const checked = checkFields(wordsSchema, file.data, file);
    problems.push(...checked.problems);
    if (checked.value) words.set(checked.value.language, checked.value);
  }
  return { words, problems };
}
