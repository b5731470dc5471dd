import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { nearestOf } from '../model/nearest.ts';
import { BUNDLED_APPEAL, bundledPath } from '../terminal/bundled.ts';
import type { Io } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { refusal } from '../wordings.ts';
import { finishTogether } from '../write/together.ts';
import { COMMAND_NAMES } from './command-names.ts';

/**
 * The appeal's absolute path: the one named, else the current folder if it holds one, else the bundled example. What a
 * command that was killed had begun to change in it is finished first, so that its files agree. Throws ProblemError.
 */
export function locateAppeal(io: Io, named: string | undefined): { path: string; bundled: boolean } {
  const place = findPlace(io, named);
  if (!place.bundled) finishTogether(appealFolder(place.path));
  return place;
}

/** False where nobody can tell, too: whoever reads it says why. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** The folder that an appeal lies in: itself, or that of a lone file. */
export function appealFolder(path: string): string {
  return isFolder(path) ? path : dirname(path);
}

function findPlace(io: Io, named: string | undefined): { path: string; bundled: boolean } {
  const bundled = bundledPath(BUNDLED_APPEAL);
  if (named !== undefined) {
    const path = resolve(io.cwd, named);
    holdPlace(io, named, path);
    return { path, bundled: path === bundled };
  }
  const isHere = isAppeal(io.cwd) || hasLostHead(io.cwd);
  return isHere ? { path: io.cwd, bundled: false } : { path: bundled, bundled: true };
}

/** Names of the folders right below one that hold an appeal. */
export function appealsIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    return folders.filter((name) => isAppeal(join(folder, name))).sort();
  } catch {
    return [];
  }
}

/** Throws ProblemError where no appeal lies at a path, but there is one that may be meant. */
function holdPlace(io: Io, named: string, path: string): void {
  const mean = (wording: 'file-not-found/meant' | 'not-an-appeal/meant', near: string): never => {
    throw refusal(wording, { near }, { at: { file: path } });
  };
  if (!existsSync(path)) {
    const near = nearestOf(basename(path), appealsIn(dirname(path)));
    if (near) mean('file-not-found/meant', fileFrom(io.cwd, join(dirname(path), near)));
    if (COMMAND_NAMES.some((name) => name === named)) mean('file-not-found/meant', `handbill ${named}`);
  } else if (!isAppeal(path)) {
    const [inside] = appealsIn(path);
    if (inside) mean('not-an-appeal/meant', fileFrom(io.cwd, join(path, inside)));
  }
}

/** True for a folder that holds an appeal. */
export function isAppeal(folder: string): boolean {
  return ['appeal.json', 'appeal.yaml', 'appeal.yml'].some((name) => existsSync(join(folder, name)));
}

/** True for a folder with the tables of an appeal, whose head an editor may have taken away for a moment. */
function hasLostHead(folder: string): boolean {
  return ['facts.csv', 'contacts.csv'].every((name) => existsSync(join(folder, name)));
}

/** Folders of templates in the order in which they are searched. */
export function templateFolders(appeal: string): string[] {
  return [join(appeal, 'templates'), bundledPath('templates')];
}
