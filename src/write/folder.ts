import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { isOfSystem } from '../model/place.ts';
import { refusal } from '../wordings.ts';
import { refused } from './failure.ts';

/**
 * Makes a folder with those around it, and returns the outermost that wasn't there. Throws ProblemError `write-failed` at
 * once below /proc and the like, where Node would try without end, and for a link to nothing; or what the system throws.
 */
export function makeFolder(path: string): string | undefined {
  let there = path;
  while (!isThere(there)) there = dirname(there);
  let real: string;
  try {
    real = realpathSync(there);
  } catch {
    const told = { path: basename(path), name: basename(there) };
    throw refusal('write-failed/dead-link', told);
  }
  if (isOfSystem(real)) throw refused(basename(path), 'system-folder');
  return mkdirSync(path, { recursive: true });
}

/** True also for a link to nothing. */
function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
