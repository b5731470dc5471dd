import { append } from '../model/append.ts';
import { type Words, words as wordsSchema } from '../model/words.ts';
import type { Problem } from '../problems.ts';
import { wordsBefore } from '../read/parsed.ts';
import type { LocatedFile } from '../read/source.ts';
import { checkFields } from './fields.ts';

/** Checks language files; gives the valid ones by language tag. Those that are bundled were checked when they were built. */
export function checkWords(files: readonly LocatedFile[]): {
  words: Map<string, Words>;
  problems: Problem[];
} {
  const words = new Map<string, Words>();
  const problems: Problem[] = [];
  for (const file of files) {
    const known = wordsBefore(file.sha256);
    const checked = known ? { value: known, problems: [] } : checkFields(wordsSchema, file.data, file);
    append(problems, checked.problems);
    if (checked.value) words.set(checked.value.language, checked.value);
  }
  return { words, problems };
}
