import { resolve } from 'node:path';
import type { LocatedContact } from '../check/contacts.ts';
import type { Contact } from '../model/contact.ts';
import type { Problem } from '../problems.ts';
import { type LocatedFile, tellGuess } from '../read/source.ts';
import type { Io } from '../terminal/io.ts';
import { type AppealOptions, loadAppeal, todayOf, toldFor, USED_BY } from './appeal.ts';

interface LoadedContacts {
  readonly contacts: readonly LocatedContact[];
  /** The file that they stand in; undefined where it can't be read. */
  readonly file?: LocatedFile | undefined;
  /** How many of them the appeal addresses; undefined for a contacts file alone. */
  readonly targets?: number | undefined;
  /** Errors, and the notice that it is the example. */
  readonly problems: readonly Problem[];
  readonly today: string;
}

/** The contacts of the appeal that is named, or of a contacts file (CSV) alone. Throws ProblemError. */
export async function loadContacts(
  io: Io,
  options: AppealOptions,
  named: string | undefined,
): Promise<LoadedContacts> {
  const today = todayOf(io, options.date);
  if (named !== undefined && /\.csv$/i.test(named))
    return { ...(await loadFile(resolve(io.cwd, named))), today };
  const loaded = await loadAppeal(io, { ...options, lang: undefined }, named);
  const { campaign, files, contacts } = loaded;
  const told = toldFor(USED_BY.contacts, loaded.problems);
  return {
    contacts,
    file: files && (files.contacts ?? files.head),
    targets: campaign?.targets.length,
    problems: told,
    today,
  };
}

async function loadFile(path: string): Promise<Pick<LoadedContacts, 'contacts' | 'file' | 'problems'>> {
  const [{ readPart }, { checkList }, { checkHidden }, { contact }] = await Promise.all([
    import('../read/appeal.ts'),
    import('../check/appeal.ts'),
    import('../check/hidden.ts'),
    import('../model/contact.ts'),
  ]);
  const file = await readPart(path, 'contacts');
  const guessed = file.guess ? [tellGuess(file.file, file.guess.name, file.guess.isSure)] : [];
  const { list, problems } = checkList<Contact>(contact, file.data, file, []);
  return { contacts: list.items, file, problems: [...guessed, ...problems, ...checkHidden(file)] };
}
