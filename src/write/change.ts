import { statSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import type { ProblemError } from '../problems.ts';
import { refusal } from '../wordings.ts';
import { type LockOptions, whileLocked } from './lock.ts';
import { hashOutput } from './there.ts';
import { type Content, DATA_LOCK, finishTogether, writeTogether } from './together.ts';

/** A file as it was read; no hash for one that wasn't there. */
export interface AsRead {
  readonly file: string;
  readonly sha256: string | undefined;
}

/**
 * Writes new contents of files, by absolute path, all or none, provided that those in `read` are still as they were read
 * and that a file which isn't among these isn't there.
 */
export type Publish = (texts: ReadonlyMap<string, Content>, read: Iterable<AsRead>) => void;

/** How often a change is begun anew where an editor or git wrote at the same moment. */
const TRIES = 5;

/** Another process is waited for: an import of 100,000 contacts takes some five seconds. */
const LOCK: LockOptions = {
  what: 'The folder',
  hint: 'folder-in-use/again',
  patience: 30_000,
};

/**
 * The one way to change the data of an appeal. `work` reads the files, decides, and publishes, while no other handbill
 * changes this folder: questions are asked before. Where an editor or git has written meanwhile, nothing of it is lost:
 * `work` is done again on what lies there now. Throws ProblemError: `input-changed` where that doesn't end, `folder-in-use`,
 * `write-failed`.
 */
export function changeFolder<T>(folder: string, work: (publish: Publish) => Promise<T>): Promise<T> {
  const changing = async () => {
    for (let tries = 1; ; tries += 1) {
      finishTogether(folder);
      try {
        return await work((texts, read) => {
          const known = new Map([...read].map(({ file, sha256 }) => [file, sha256]));
          // Writing 100,000 contacts takes seconds, in which somebody may save.
          const confirm = (only?: string) => {
            for (const file of only === undefined ? new Set([...known.keys(), ...texts.keys()]) : [only])
              if (!isAsRead(file, known.get(file))) throw new Changed(relative(folder, file));
          };
          confirm();
          writeTogether(texts, folder, confirm);
        });
      } catch (cause) {
        if (!(cause instanceof Changed)) throw cause;
        if (tries === TRIES) throw changedMeanwhile(cause.path);
      }
    }
  };
  return whileLocked(folder, DATA_LOCK, changing, LOCK);
}

/** A file isn't any more as it was read. */
class Changed extends Error {
  readonly path: string;
  constructor(path: string) {
    super(path);
    this.path = path;
  }
}

function changedMeanwhile(path: string): ProblemError {
  return refusal('input-changed/again', { path });
}

/**
 * Whether a file is still as it was read. An editor may give its name to another while it is looked at; and a pipe that
 * took its place isn't waited for.
 */
function isAsRead(path: string, sha256: string | undefined): boolean {
  const before = markOf(path);
  return hashOutput(dirname(path), basename(path)) === sha256 && markOf(path) === before;
}

/** Which file it is, and when it was written; undefined where none can be looked at, which reading it tells. */
function markOf(path: string): string | undefined {
  try {
    const { ino, mtimeNs, size } = statSync(path, { bigint: true });
    return `${ino} ${mtimeNs} ${size}`;
  } catch {
    return undefined;
  }
}
