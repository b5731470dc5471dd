import { hash } from 'node:crypto';
import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { open, realpath, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { liesIn } from '../model/place.ts';
import { codeOf, failure, refused } from './failure.ts';
import { makeFolder } from './folder.ts';
import { settleHandle } from './settle.ts';
import { removeFile, takePlace } from './take-place.ts';
import { modeOf, temporaryIn } from './temporary.ts';

/** SHA-256 in hexadecimal. */
export function hashOf(content: Uint8Array | string): string {
  return hash('sha256', content);
}

/**
 * Writes a file below `folder` as a whole or not at all, also where the power fails: a temporary file in the same folder
 * takes its name once it is on the disk. `mode` says who may read it; as before, or all, where it is left out.
 * Throws ProblemError `write-failed`; never writes outside `folder`, not through a symbolic link either.
 */
export async function writeOutput(
  folder: string,
  path: string,
  content: Uint8Array | string,
  mode?: number,
): Promise<void> {
  const final = outputPath(folder, path);
  let temporary: string | undefined;
  try {
    makeFolderInside(folder, '', dirname(final), path);
    temporary = temporaryIn(dirname(final));
    const file = await open(temporary, 'wx', mode ?? modeOf(final));
    try {
      await file.writeFile(content);
      await settleHandle(file);
    } finally {
      await file.close();
    }
    takePlace(temporary, final);
  } catch (cause) {
    if (temporary) await rm(temporary, { force: true }).catch(() => undefined);
    throw failure(path, cause);
  }
}

/** True for a file that is no link and lies behind none below `folder`: only such a one is removed. */
export function isPlain(folder: string, path: string): boolean {
  try {
    const final = outputPath(folder, path);
    return (
      lstatSync(final).isFile() && realpathSync(dirname(final)) === dirname(join(realpathSync(folder), path))
    );
  } catch {
    return false;
  }
}

/** Removes a file below `folder`; none there is fine. Throws ProblemError `write-failed`. */
export async function removeOutput(folder: string, path: string): Promise<void> {
  try {
    const final = outputPath(folder, path);
    holdInside(await realpath(folder), await realpath(dirname(final)), path);
    removeFile(final);
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT') throw failure(path, cause);
  }
}

/** Removes the folders below `folder` that these files leave empty. */
export async function removeEmptyFolders(folder: string, paths: readonly string[]): Promise<void> {
  const parents = new Set(paths.map((path) => dirname(path)).filter((parent) => parent !== '.'));
  for (const parent of parents) await rmdir(outputPath(folder, parent)).catch(() => undefined);
}

/** Absolute path of a file below `folder`. Throws ProblemError `write-failed` where it would lie outside. */
export function outputPath(folder: string, path: string): string {
  const final = resolve(folder, path);
  if (isOutside(folder, final)) throw refused(path, 'outside');
  return final;
}

/**
 * Makes a folder below `within`, itself a folder of the output folder or none. Throws ProblemError `write-failed`, before
 * anything is made, where links lead out.
 */
export function makeFolderInside(out: string, within: string, folder: string, path: string): void {
  makeFolder(out);
  const top = join(out, within);
  let there = folder;
  while (there !== top && !existsSync(there)) there = dirname(there);
  if (existsSync(there)) holdInside(join(realpathSync(out), within), realpathSync(there), path);
  makeFolder(folder);
}

/** Refuses a folder, links followed, that lies outside the output folder. Throws ProblemError `write-failed`. */
function holdInside(folder: string, inner: string, path: string): void {
  if (isOutside(folder, inner)) throw refused(path, 'link-out');
}

function isOutside(folder: string, path: string): boolean {
  return !liesIn(folder, path);
}
