import { hash } from 'node:crypto';
import { lstatSync, realpathSync, rmdirSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { liesIn } from '../model/place.ts';
import { codeOf, failure, NOTHING, refused } from './failure.ts';
import { type HeldFolder, holdFolder, inFolder, makeInside } from './held.ts';
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
  let held: HeldFolder | undefined;
  let temporary: string | undefined;
  try {
    makeInside(folder, dirname(final), path);
    held = holdFolder(dirname(final), realpathSync(folder), path);
    temporary = join(held.path, basename(temporaryIn(dirname(final))));
    const place = join(held.path, basename(final));
    const file = await open(temporary, 'wx', mode ?? modeOf(place));
    try {
      await file.writeFile(content);
      await settleHandle(file);
    } finally {
      await file.close();
    }
    takePlace(temporary, place);
  } catch (cause) {
    if (temporary) await rm(temporary, { force: true }).catch(() => undefined);
    throw failure(path, cause);
  } finally {
    held?.close();
  }
}

/**
 * True for a file that is no link and lies behind none below `folder`: only such a one is removed. Throws ProblemError where
 * the system doesn't tell.
 */
export function isPlain(folder: string, path: string): boolean {
  try {
    const final = outputPath(folder, path);
    return (
      lstatSync(final).isFile() && realpathSync(dirname(final)) === dirname(join(realpathSync(folder), path))
    );
  } catch (cause) {
    if (NOTHING.includes(codeOf(cause))) return false;
    throw failure(path, cause);
  }
}

/** Removes a file below `folder`; none there is fine. Throws ProblemError `write-failed`. */
export async function removeOutput(folder: string, path: string): Promise<void> {
  try {
    const final = outputPath(folder, path);
    inFolder(dirname(final), realpathSync(folder), path, (place) => removeFile(join(place, basename(final))));
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT') throw failure(path, cause);
  }
}

/** Removes the folders below `folder` that these files leave empty. */
export async function removeEmptyFolders(folder: string, paths: readonly string[]): Promise<void> {
  const parents = new Set(paths.map((path) => dirname(path)).filter((parent) => parent !== '.'));
  for (const parent of parents) {
    try {
      const empty = outputPath(folder, parent);
      inFolder(dirname(empty), realpathSync(folder), parent, (place) =>
        rmdirSync(join(place, basename(empty))),
      );
    } catch {
      // Something else lies in it.
    }
  }
}

/** Absolute path of a file below `folder`. Throws ProblemError `write-failed` where it would lie outside. */
export function outputPath(folder: string, path: string): string {
  const final = resolve(folder, path);
  if (isOutside(folder, final)) throw refused(path, 'outside');
  return final;
}

function isOutside(folder: string, path: string): boolean {
  return !liesIn(folder, path);
}
