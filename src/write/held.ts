import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { once } from '../model/memory.ts';
import { liesIn } from '../model/place.ts';
import { codeOf, refused } from './failure.ts';
import { makeFolder } from './folder.ts';

/**
 * A folder in which files are made, renamed and removed. It was looked at once it was open, and stays the same whatever
 * takes its name since: a link that is put in its place leads nowhere else.
 */
export interface HeldFolder {
  /** A path of it, for the system alone; no message names it. */
  readonly path: string;
  /** Where it lay when it was looked at. */
  readonly real: string;
  close(): void;
}

/** Where Linux shows what a process has open: a path through such an entry begins at the opened folder. */
const OPENED = '/proc/self/fd';

/** What Windows doesn't know. */
const { O_DIRECTORY = 0, O_NOFOLLOW = 0 } = constants as Partial<typeof constants>;

/**
 * Holds a folder that lies in `home`, itself a path without links. Where the system can't go by what is open, as macOS and
 * Windows, only its name is looked at. Throws ProblemError `write-failed` of `path` where links lead out, or what the
 * system throws.
 */
export function holdFolder(folder: string, home: string, path: string): HeldFolder {
  const held = openFolder(folder) ?? { path: folder, real: realpathSync(folder), close: () => undefined };
  const { real } = held;
  if (liesIn(home, real)) return held;
  held.close();
  // What Linux adds to the name of a folder that was removed.
  if (real.endsWith(' (deleted)')) throw Object.assign(new Error(path), { code: 'ENOENT' });
  throw refused(path, 'link-out');
}

/** Does something in such a folder, given its path. */
export function inFolder<T>(folder: string, home: string, path: string, work: (place: string) => T): T {
  const held = holdFolder(folder, home, path);
  try {
    return work(held.path);
  } finally {
    held.close();
  }
}

/**
 * The same for many files one after the other: folders stay held while nothing else has its turn, and one that was moved or
 * removed meanwhile is looked for anew.
 */
export function inFolders(): typeof inFolder {
  const kept = new Map<string, HeldFolder>();
  const letGo = () => {
    for (const folder of kept.values()) folder.close();
    kept.clear();
  };
  return (folder, home, path, work) => {
    const known = kept.get(folder);
    if (known && readlinkSync(known.path) === known.real) return work(known.path);
    known?.close();
    kept.delete(folder);
    const held = holdFolder(folder, home, path);
    if (held.path === folder) return work(folder);
    if (kept.size === 0) setImmediate(letGo);
    kept.set(folder, held);
    return work(held.path);
  };
}

/**
 * Makes a folder below `out` with those around it, each in the one that it was looked for in; `within` is a folder of `out`
 * that it may not be led out of. Throws as `holdFolder`.
 */
export function makeInside(out: string, folder: string, path: string, within = ''): void {
  if (folder === out) makeFolder(out);
  if (folder === out || statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const above = dirname(folder);
  makeInside(out, above, path, within);
  const home = realpathSync(out);
  inFolder(above, folder === join(out, within) ? home : join(home, within), path, (place) => {
    try {
      mkdirSync(join(place, basename(folder)));
    } catch (cause) {
      // Another thread made it; what is no folder is told by whoever comes to use it.
      if (codeOf(cause) !== 'EEXIST') throw cause;
    }
  });
}

/** Removes a folder with all that is in it; of a link, the link alone. Nothing there is fine. Throws what the system says. */
export function removeWhole(folder: string): void {
  let held: HeldFolder | undefined;
  try {
    held = openFolder(folder, O_NOFOLLOW);
  } catch (cause) {
    const code = codeOf(cause);
    if (code === 'ENOTDIR' || code === 'ELOOP') rmSync(folder, { force: true });
    else if (code !== 'ENOENT') throw cause;
    return;
  }
  if (!held) {
    rmSync(folder, { recursive: true, force: true });
    return;
  }
  try {
    for (const name of readdirSync(held.path)) removeWhole(join(held.path, name));
  } finally {
    held.close();
  }
  rmdirSync(folder);
}

/** Opens a folder; undefined where the system can't go by that. */
function openFolder(folder: string, flags = 0): HeldFolder | undefined {
  if (!goesByOpened()) return undefined;
  const file = openSync(folder, constants.O_RDONLY | O_DIRECTORY | flags);
  const path = `${OPENED}/${file}`;
  return { path, real: readlinkSync(path), close: () => closeSync(file) };
}

/** True where a path through what is open leads there: some sandboxes show such entries, and go no further. */
const goesByOpened = once(() => {
  if (!existsSync(OPENED)) return false;
  const file = openSync('/', constants.O_RDONLY | O_DIRECTORY);
  try {
    return statSync(`${OPENED}/${file}/.`, { throwIfNoEntry: false }) !== undefined;
  } finally {
    closeSync(file);
  }
});
