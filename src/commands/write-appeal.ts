import { dirname } from 'node:path';
import { checkAppeal } from '../check/appeal.ts';
import { hasErrors, ProblemError } from '../problems.ts';
import { type AppealFiles, reparse } from '../read/appeal.ts';
import { writeTogether } from '../write/together.ts';

/** Writes new texts of data files, if the appeal is free of errors with them. Throws ProblemError otherwise. */
export async function writeWhole(files: AppealFiles, texts: ReadonlyMap<string, string>): Promise<string[]> {
  checkTexts(files, texts);
  writeTogether(texts, dirname(files.head.file));
  return [...texts.keys()];
}

/** Throws ProblemError where the appeal would have an error with these texts. */
export function checkTexts(files: AppealFiles, texts: ReadonlyMap<string, string>): void {
  const { problems } = checkAppeal(reparse(files, texts), { today: '0000-01-01' });
  if (hasErrors(problems)) throw new ProblemError(problems.filter(({ severity }) => severity === 'error'));
}
