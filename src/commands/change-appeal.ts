import { existsSync } from 'node:fs';
import { checkAppeal } from '../check/appeal.ts';
import type { CheckedParts } from '../check/parts.ts';
import type { Campaign } from '../model/campaign.ts';
import { ownColumns } from '../model/part-columns.ts';
import { hasErrors, type Problem, type ProblemCode, ProblemError, type Scope } from '../problems.ts';
import { type AppealFiles, PARTS, reparse } from '../read/appeal.ts';
import type { Io } from '../terminal/io.ts';
import { refusal } from '../wordings.ts';
import { type AsRead, changeFolder, type Publish } from '../write/change.ts';
import { loadAppeal, toldFor } from './appeal.ts';
import { appealFolder, locateAppeal } from './locate.ts';
import type { CommonOptions } from './outcome.ts';
import { UsageError } from './usage.ts';

/** What a command makes of an appeal: new texts of its files by absolute path, and what it tells of them. */
interface AppealChange<T> {
  readonly texts: ReadonlyMap<string, string | Uint8Array>;
  readonly value: T;
  /** An error among them keeps everything from being written. */
  readonly problems?: readonly Problem[] | undefined;
  /** Files besides those of the appeal that it was decided on. */
  readonly read?: readonly AsRead[] | undefined;
}

/** What became of it; without a value where the appeal can't be read. */
interface ChangedAppeal<T> {
  readonly problems: readonly Problem[];
  /** Paths of the files that were written, or would be. */
  readonly changed: readonly string[];
  readonly value?: T | undefined;
}

/**
 * Changes the appeal that the command line names, as the one that does so: reads it, lets `decide` make new texts of its
 * files, holds that they have no error, and writes them, all or none. Where somebody else writes in the meantime, it is read
 * and decided anew, so ask questions before. Throws ProblemError and UsageError; the bundled example stays as it is.
 */
export async function changeAppeal<T>(
  io: Io,
  { command, named, uses, dryRun, input, tolerates }: CommonOptions & ChangeOptions,
  decide: (
    campaign: Campaign,
    parts: CheckedParts,
    files: AppealFiles,
  ) => AppealChange<T> | Promise<AppealChange<T>>,
): Promise<ChangedAppeal<T>> {
  const { path, bundled } = locateAppeal(io, named);
  if (bundled) throw new UsageError(`${command}: name your appeal; the bundled example stays as it is`);
  const work = async (publish: Publish | undefined): Promise<ChangedAppeal<T>> => {
    const { campaign, parts, files, ...loaded } = await loadAppeal(io, { input }, named);
    const problems = toldFor(uses, loaded.problems).filter(({ code }) => code !== tolerates);
    if (!campaign || !parts || !files || hasErrors(problems)) return { problems, changed: [] };
    const decided = await decide(campaign, parts, files);
    const told = decided.problems ?? [];
    if (hasErrors(told)) return { problems: told, changed: [] };
    refuseForeign(files, decided.texts);
    checkTexts(files, decided.texts, tolerates);
    if (decided.texts.size > 0) publish?.(decided.texts, [...filesOf(files), ...(decided.read ?? [])]);
    return { problems: told, changed: [...decided.texts.keys()], value: decided.value };
  };
  return dryRun || !existsSync(path) ? work(undefined) : changeFolder(appealFolder(path), work);
}

interface ChangeOptions {
  /** Name of the command, for messages. */
  readonly command: string;
  /** The appeal as it was named. */
  readonly named: string | undefined;
  /** What of the appeal has to be free of errors. */
  readonly uses: Scope;
  /** A kind of error that may be there before the change, and after it. */
  readonly tolerates?: ProblemCode | undefined;
  /** Write nothing. */
  readonly dryRun?: boolean | undefined;
}

/** The files that an appeal was read from, and those that weren't there. */
function filesOf(files: AppealFiles): readonly AsRead[] {
  const there = [files.head, ...PARTS.map((part) => files[part])].filter((file) => file !== undefined);
  return [...there, ...(files.lacks ?? []).map((file) => ({ file, sha256: undefined }))];
}

/** Throws ProblemError where a table would be changed that is only read. */
function refuseForeign(files: AppealFiles, texts: ReadonlyMap<string, unknown>): void {
  for (const part of PARTS) {
    const file = files[part];
    if (!file?.isForeign || !texts.has(file.file)) continue;
    const values = { name: `${part}.csv`, known: ownColumns(part).join(', ') };
    throw refusal('not-changed/foreign', values, { at: { file: file.file } });
  }
}

/** Throws ProblemError where the appeal would have an error with these texts that it hasn't without them. */
function checkTexts(
  files: AppealFiles,
  contents: ReadonlyMap<string, string | Uint8Array>,
  tolerates: ProblemCode | undefined,
): void {
  const errorsOf = (read: AppealFiles) =>
    checkAppeal(read, { today: '0000-01-01' }).problems.filter(({ severity }) => severity === 'error');
  const texts = new Map(
    [...contents].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const before = new Set(errorsOf(files).map(({ message }) => message));
  const made = errorsOf(reparse(files, texts)).filter(
    ({ message, code }) => !before.has(message) && code !== tolerates,
  );
  if (made.length > 0) throw new ProblemError(made);
}
