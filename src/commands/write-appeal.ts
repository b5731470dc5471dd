import { dirname } from 'node:path';
import { checkAppeal } from '../check/appeal.ts';
import { ProblemError } from '../problems.ts';
import { type AppealFiles, reparse } from '../read/appeal.ts';
import { writeTogether } from '../write/together.ts';

/** Writes new texts of data files, if the appeal has no errors with them that it hadn't. Throws ProblemError otherwise. */
export async function writeWhole(files: AppealFiles, texts: ReadonlyMap<string, string>): Promise<string[]> {
  checkTexts(files, texts);
  writeTogether(texts, dirname(files.head.file));
  return [...texts.keys()];
}

/** Throws ProblemError where the appeal would have an error with these texts that it hasn't without them. */
export function checkTexts(files: AppealFiles, texts: ReadonlyMap<string, string>): void {
  const errorsOf = (read: AppealFiles) =>
    checkAppeal(read, { today: '0000-01-01' }).problems.filter(({ severity }) => severity === 'error');
  const before = new Set(errorsOf(files).map(({ message }) => message));
  const made = errorsOf(reparse(files, texts)).filter(({ message }) => !before.has(message));
  if (made.length > 0) throw new ProblemError(made);
}
