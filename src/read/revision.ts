import { createHash } from 'node:crypto';
import { phrase, refusal } from '../wordings.ts';
import {
  type AppealFiles,
  choosePlace,
  firstLanguage,
  PARTS,
  type Part,
  parsePart,
  saidOfPart,
} from './appeal.ts';
import { keptFile } from './kept-columns.ts';
import { isSpreadsheet } from './part-sheet.ts';
import type { LocatedFile, SourceText } from './source.ts';
import { parseStructured } from './structured.ts';

/** Runs git in a folder; `code` is undefined where there is no git. */
type Git = (
  args: readonly string[],
  folder: string,
) => Promise<{ readonly code: number | undefined; readonly stdout: string; readonly stderr: string }>;

/** The files of an appeal's folder as they stood in a revision: `HEAD~2`, a tag, a hash. Throws ProblemError. */
export async function readRevision(git: Git, folder: string, revision: string): Promise<AppealFiles> {
  const ask = async (...args: string[]) => {
    const { code, stdout, stderr } = await git(args, folder);
    if (code === 0) return stdout;
    const message = stderr.trim().replace(/^(fatal|error): /, '');
    if (code === undefined) throw refusal('revision/no-git', {});
    throw refusal('revision/git', { reason: message || phrase('ended-with', { code }) });
  };
  if (revision.startsWith('-')) throw refusal('revision/no-revision', { revision: JSON.stringify(revision) });
  const names = (await ask('ls-tree', '--name-only', revision, './'))
    .split('\n')
    .filter((name) => name !== '');
  const place = choosePlace(names, `${revision}:./`);
  const readText = async (name: string): Promise<SourceText> => {
    const text = (await ask('show', `${revision}:./${name}`)).replace(/^\uFEFF/, '');
    return { file: `${revision}:${name}`, text, sha256: createHash('sha256').update(text).digest('hex') };
  };
  const head = parseStructured(await readText(place.head));
  const language = firstLanguage(head.data);
  const parts: Partial<Record<Part, LocatedFile>> = {};
  for (const part of PARTS) {
    const name = place.parts[part];
    if (name === undefined) continue;
    if (isSpreadsheet(name)) throw refusal('revision/spreadsheet', { name });
    const beside = names.includes(keptFile(name)) ? await readText(keptFile(name)) : undefined;
    const kept = beside && saidOfPart(beside, part).columns;
    parts[part] = parsePart(await readText(name), part, { language, kept });
  }
  return { folder, head, ...parts };
}
