import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkAppeal } from '../check/appeal.ts';
import { checkSender } from '../check/sender.ts';
import type { Campaign } from '../model/campaign.ts';
import { originalOf } from '../model/text.ts';
import { type Problem, ProblemError } from '../problems.ts';
import { type AppealFiles, reparse } from '../read/appeal.ts';
import { readSender } from '../read/sender.ts';
import { parseStructured } from '../read/structured.ts';
import type { Io } from '../terminal/io.ts';
import type { Editable, EditedFiles } from '../wizard/editable.ts';
import { listEditable } from '../wizard/list-editable.ts';
import { readLanguage } from '../wizard/read-answer.ts';
import type { Answers } from '../wizard/script.ts';
import { finding } from '../wordings.ts';
import type { AddOptions } from './added-kinds.ts';
import { loadAppeal } from './appeal.ts';
import { applyEdits, type Edits } from './apply-edits.ts';
import { chooseFrom } from './usage.ts';

/** Options of `edit`. */
export interface EditOptions extends AddOptions {
  readonly set?: readonly string[];
  readonly remove?: readonly string[];
  readonly lang?: string;
  readonly undo?: boolean;
}

/** An appeal as it lies there, with all that can be changed; without that, why it can't be read. */
export type Loaded =
  | {
      readonly all: Editable[];
      readonly campaign: Campaign;
      readonly files: EditedFiles;
      readonly problems: Problem[];
    }
  | { readonly all?: undefined; readonly problems: Problem[] };

/** Reads an appeal and who signs, and lists what can be changed. */
export async function loadEdited(io: Io, options: EditOptions, named: string | undefined): Promise<Loaded> {
  const { campaign, files: read, problems } = await loadAppeal(io, { input: options.input }, named);
  if (!campaign || !read) return { problems: problems.filter(({ severity }) => severity === 'error') };
  const files = await withSender(read);
  return { all: listEditable(campaign, files, languageOf(options, campaign)), campaign, files, problems: [] };
}

/** The language of the texts to change. Throws UsageError. */
export function languageOf({ lang }: EditOptions, { languages }: Campaign): string {
  if (lang === undefined) return originalOf(languages);
  const tags = languages.map(({ tag }) => tag);
  return chooseFrom('--lang', [readLanguage(lang)], tags)![0]!;
}

/** The files with the one of who signs, where it lies beside them. */
export async function withSender(files: AppealFiles): Promise<EditedFiles> {
  const file = files.folder === undefined ? '' : join(files.folder, 'sender.json');
  if (!existsSync(file)) return files;
  return { ...files, sender: await readSender(file, { within: files.folder! }) };
}

/** What is wrong with who signs, as it would be. */
export function senderProblems({ sender }: EditedFiles, texts: ReadonlyMap<string, string>): Problem[] {
  const text = sender && texts.get(sender.file);
  if (text === undefined) return [];
  return checkSender(parseStructured({ file: sender!.file, text, sha256: '', personal: true })).problems;
}

/** A value as it is told: logs are read by others, and who signs stands in none. */
export function shownOf({ place }: Editable, value: string): string {
  return place.part === 'sender' && value !== '' ? '…' : value;
}

/** What somebody else has changed of the values that a person saw, and now has other words for. */
export function changedMeanwhile(
  edits: Edits,
  seen: readonly Editable[],
  all: readonly Editable[],
): Problem[] {
  return seen.flatMap((one) => {
    const wanted = edits.get(one.key);
    const now = all.find(({ key }) => key === one.key)?.value ?? '';
    if (wanted === undefined || now === one.value || now === wanted) return [];
    const name = one.key;
    return now === ''
      ? finding('error', 'input-changed/gone', { name, was: shownOf(one, one.value) })
      : finding('error', 'input-changed/value', { name, now: shownOf(one, now) });
  });
}

/** What is wrong with an answer that wasn't wrong before. */
export function checkEdit(
  key: string,
  answers: Answers,
  { all, campaign, files }: Extract<Loaded, { all: Editable[] }>,
): Problem[] {
  // What an appeal is now takes several answers.
  if (key.startsWith('state.')) return [];
  const texts = applyEdits(new Map([[key, answers.get(key) ?? '']]), all, campaign, files);
  if (texts.size === 0) return [];
  const problemsOf = (read: AppealFiles) =>
    checkAppeal(read, { today: '0000-01-01', detailed: true }).problems;
  const before = new Set(problemsOf(files).map(({ message }) => message));
  try {
    return [...problemsOf(reparse(files, texts)), ...senderProblems(files, texts)].filter(
      ({ message, code, severity }) =>
        severity !== 'notice' && code !== 'missing-translation' && !before.has(message),
    );
  } catch (error) {
    if (error instanceof ProblemError) return [...error.problems];
    throw error;
  }
}
