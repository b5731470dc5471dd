import { checkAppeal } from '../check/appeal.ts';
import { checkSender } from '../check/sender.ts';
import { type Problem, ProblemError } from '../problems.ts';
import { type AppealFiles, PARTS, parsePart } from '../read/appeal.ts';
import type { LocatedFile } from '../read/source.ts';
import { parseStructured } from '../read/structured.ts';
import { formatAppealFolder, type NewAppeal } from '../write/appeal.ts';
import { type Basis, composeAppeal, type Place, splitList } from './compose.ts';
import type { Answers } from './script.ts';

/**
 * What a check of the appeal says of one answer: the problems that stand where it went. Texts that are missing in another
 * language are none of its own.
 */
export function checkAnswer(key: string, answers: Answers, basis: Basis): readonly Problem[] {
  if (key === 'languages')
    return splitList(answers.get(key)).flatMap((tag) =>
      checkAnswer('lang', new Map([...answers, ['lang', tag]]), basis),
    );
  const { appeal, places } = composeAppeal(answers, basis);
  try {
    const files = parseFolder(appeal);
    const own = new Set((places.get(key) ?? []).map((place) => locate(place, files)));
    const { problems } = checkAppeal(files.appeal, { today: basis.issued, detailed: true });
    return [...problems, ...checkSender(files.sender).problems].filter(
      ({ at, code }) => code !== 'missing-translation' && own.has(JSON.stringify(at)),
    );
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
}

interface Folder {
  readonly appeal: AppealFiles;
  readonly sender: LocatedFile;
}

/** The files of an appeal as they would be read. Throws ProblemError. */
function parseFolder(appeal: NewAppeal): Folder {
  const texts = formatAppealFolder(appeal);
  const source = (file: string) => ({ file, text: texts[file]!, sha256: '' });
  const parts = PARTS.flatMap((part) =>
    texts[`${part}.csv`] === undefined ? [] : [[part, parsePart(source(`${part}.csv`), part)] as const],
  );
  return {
    appeal: { head: parseStructured(source('appeal.yaml')), ...Object.fromEntries(parts) },
    sender: parseStructured(source('sender.json')),
  };
}

function locate({ part, path }: Place, { appeal, sender }: Folder): string {
  const file = part === 'sender' ? sender : appeal[part];
  return JSON.stringify(file?.locate(path));
}
