import { randomInt } from 'node:crypto';
import { readdir, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { ProblemError } from '../problems.ts';
import { phrase, refusal } from '../wordings.ts';
import { failure } from './failure.ts';
import { makeFolder } from './folder.ts';
import { HOLDER, HOLDER_PATTERN, isAlive, processOf, tellsStart } from './holder.ts';
import { discard } from './temporary.ts';

const MARK = new RegExp(`^\\.handbill-[\\w.-]*-run-(${HOLDER_PATTERN})$`);

/** The longest wait between two tries, in milliseconds. */
const WAIT = 300;

/** How a lock is spoken of, and how long another process is waited for. */
export interface LockOptions {
  readonly what: string;
  readonly hint: InUse;
  /** Milliseconds. */
  readonly patience: number;
}

const OUTPUT: LockOptions = {
  what: 'The output folder',
  hint: 'folder-in-use/other-folder',
  patience: 800,
};

/** The last work in each folder, by folder and name: within one process, work of the same name comes one after the other. */
const queues = new Map<string, Promise<unknown>>();

/**
 * Does some work while no other process does work of the same names in a folder, which is made where it isn't there.
 * Each process puts an empty file there that bears its number, and then looks for those of others: so nothing has to be
 * read, and what a killed process left is known by its name. Of two that come at the same moment both step back, and try
 * again. Throws ProblemError `folder-in-use` where the other doesn't end within the time, `write-failed` otherwise.
 */
export function whileLocked<T>(
  folder: string,
  names: string | readonly string[],
  work: () => Promise<T>,
  options: LockOptions = OUTPUT,
): Promise<T> {
  const all = [names].flat();
  const keys = all.map((name) => `${name} ${folder}`);
  const before = Promise.all(keys.map((key) => queues.get(key)));
  const now = before.then(() => lockAndWork(folder, all, work, options));
  const settled = now.catch(() => undefined);
  for (const key of keys) queues.set(key, settled);
  settled.finally(() => {
    for (const key of keys) if (queues.get(key) === settled) queues.delete(key);
  });
  return now;
}

async function lockAndWork<T>(
  folder: string,
  names: readonly string[],
  work: () => Promise<T>,
  options: LockOptions,
): Promise<T> {
  const [marks, made] = await lock(folder, names, options);
  try {
    return await work();
  } finally {
    await removeMarks(marks).catch(() => undefined);
    // A folder that was made for nothing goes again.
    if (made !== undefined) await rmdir(folder).catch(() => undefined);
  }
}

async function lock(
  folder: string,
  names: readonly string[],
  { what, hint, patience }: LockOptions,
): Promise<[marks: readonly string[], made: string | undefined]> {
  const marks = names.map((name) => join(folder, `.${name}-run-${HOLDER}`));
  let made: string | undefined;
  try {
    made = makeFolder(folder);
    for (let waited = 0; ; ) {
      for (const mark of marks) await writeFile(mark, '');
      const other = await findOther(folder, new Set(names));
      if (other === undefined) return [marks, made];
      await removeMarks(marks);
      if (waited >= patience) throw await inUse(folder, other, hint);
      const wait = randomInt(WAIT / 3, WAIT);
      waited += wait;
      await setTimeout(wait);
    }
  } catch (cause) {
    await removeMarks(marks).catch(() => undefined);
    if (made !== undefined) await rmdir(folder).catch(() => undefined);
    throw failure(what, cause);
  }
}

async function removeMarks(marks: readonly string[]): Promise<void> {
  const failed: unknown[] = [];
  for (const mark of marks) await rm(mark, { force: true }).catch((cause: unknown) => failed.push(cause));
  if (failed.length > 0) throw failed[0];
}

interface Mark {
  readonly file: string;
  readonly holder: string;
}

/** The mark of another process at work; those of dead ones are removed. */
async function findOther(folder: string, names: ReadonlySet<string>): Promise<Mark | undefined> {
  const pattern = new RegExp(`^\\.([\\w.-]*)-run-(${HOLDER_PATTERN})$`);
  for (const file of await readdir(folder)) {
    const [, name, holder] = pattern.exec(file) ?? [];
    if (holder === undefined || holder === HOLDER) continue;
    const isOurs = names.has(name!);
    if (!isOurs && !MARK.test(file)) continue;
    // Whoever is dead holds nothing, of whatever name: a part that was joined is never locked again.
    if (isAlive(holder) === false) await rm(join(folder, file), { force: true });
    else if (isOurs) return { file, holder };
  }
  return undefined;
}

/** Removes the marks of dead processes from a folder. */
export async function sweepMarks(folder: string): Promise<void> {
  for (const file of await readdir(folder)) {
    const holder = MARK.exec(file)?.[1];
    if (holder !== undefined && isAlive(holder) === false) discard(join(folder, file));
  }
}

/** What to do where another handbill is at work. */
type InUse = 'folder-in-use/other-folder' | 'folder-in-use/again';

async function inUse(folder: string, { file, holder }: Mark, hint: InUse): Promise<ProblemError> {
  const since = await stat(join(folder, file)).catch(() => undefined);
  const when = since?.mtime.toISOString().slice(0, 16).replace('T', ' ');
  const isHere = isAlive(holder) !== undefined;
  const process = processOf(holder);
  const values = {
    who: isHere ? phrase('process', { process }) : phrase('process-elsewhere', { process }),
    when: when === undefined ? '' : phrase('since', { when }),
    file,
  };
  if (isHere && tellsStart(holder)) return refusal(hint, values);
  return refusal('folder-in-use/mark', values);
}
