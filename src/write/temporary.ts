import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { HOLDER, HOLDER_PATTERN, isAlive } from './holder.ts';

const NAME = new RegExp(`^\\.handbill-(${HOLDER_PATTERN})-[0-9a-f]{12}\\.tmp$`);

/** Whether a file's name is one of a temporary file. */
export function isTemporary(name: string): boolean {
  return NAME.test(name);
}

const swept = new Set<string>();

/**
 * A path for a temporary file in a folder that is there. The first time, those of runs that were killed are removed
 * from it: they may hold names and addresses.
 */
export function temporaryIn(folder: string): string {
  if (!swept.has(folder)) sweep(folder);
  swept.add(folder);
  return join(folder, `.handbill-${HOLDER}-${randomBytes(6).toString('hex')}.tmp`);
}

/** Who may read and write a file: as before, where it is written anew. */
export function modeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mode ?? 0o666;
}

/** Removes the temporary files of dead processes from a folder. */
export function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const holder = NAME.exec(name)?.[1];
    if (holder !== undefined && isAlive(holder) === false) discard(join(folder, name));
  }
}

/** Removes what is of no use any more. Where the disk fails even there, whoever comes next does it. */
export function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What went wrong before is told, not this.
  }
}
