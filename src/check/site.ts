import { type SiteWords, siteWords } from '../model/site.ts';
import type { Problem } from '../problems.ts';
import type { LocatedFile } from '../read/source.ts';
import { checkFields } from './fields.ts';

/** Checks the texts of the action page; gives the valid ones by language tag. */
export function checkSiteWords(files: readonly LocatedFile[]): {
  words: Map<string, SiteWords>;
  problems: Problem[];
} {
  const checked = files.map((file) => checkFields(siteWords, file.data, file));
  const valid = checked.flatMap(({ value }) => value ?? []);
  // A language that lacks a label has it in English.
  const english = valid.find(({ language }) => language === 'en')?.labels;
  return {
    words: new Map(
      valid.map((words) => [
        words.language,
        { ...words, labels: { ...english, ...words.labels } as SiteWords['labels'] },
      ]),
    ),
    problems: checked.flatMap(({ problems }) => problems),
  };
}
