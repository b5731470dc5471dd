import { renameSync, rmSync, statSync } from 'node:fs';
import { sep } from 'node:path';

/** What Windows says of a file that a scanner, a viewer or a sync client has open. */
const OPEN: readonly unknown[] = ['EPERM', 'EACCES', 'EBUSY'];

/** Milliseconds between tries, two seconds in all: a scanner is done by then, a viewer isn't. */
const WAITS = [10, 20, 50, 100, 200, 400, 600, 600];

/** What is asked of the system; in the place of another system in tests. */
export interface FileSystem {
  readonly isWindows: boolean;
  rename(from: string, to: string): void;
  remove(path: string): void;
  wait(milliseconds: number): void;
}

const HERE: FileSystem = {
  isWindows: sep === '\\',
  rename: renameSync,
  remove: rmSync,
  wait: (milliseconds) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds),
};

/**
 * Gives a file the name of another, whose place it takes. Windows refuses that while somebody has either open: it is tried
 * again for two seconds there. Throws what the system says, `EBUSY` for a file that stays open.
 */
export function takePlace(from: string, to: string, system = HERE): void {
  patiently(to, () => system.rename(from, to), system);
}

/** Removes a file, with the same patience. */
export function removeFile(path: string, system = HERE): void {
  patiently(path, () => system.remove(path), system);
}

function patiently(path: string, work: () => void, { isWindows, wait }: FileSystem): void {
  for (const pause of isWindows ? WAITS : []) {
    try {
      work();
      return;
    } catch (error) {
      if (!isOpen(error) || !isWritable(path)) throw error;
      wait(pause);
    }
  }
  try {
    work();
  } catch (error) {
    if (!isWindows || !isOpen(error) || !isWritable(path)) throw error;
    throw Object.assign(new Error('another program has it open', { cause: error }), { code: 'EBUSY' });
  }
}

function isOpen(error: unknown): boolean {
  return error instanceof Error && 'code' in error && OPEN.includes(error.code);
}

/** False for a folder, and for a file that is marked as read-only: those stay as they are. */
function isWritable(path: string): boolean {
  const there = statSync(path, { throwIfNoEntry: false });
  return there === undefined || (there.isFile() && (there.mode & 0o200) !== 0);
}
