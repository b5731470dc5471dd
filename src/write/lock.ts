import { randomInt } from 'node:crypto';
import { mkdir, readdir, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ProblemError } from '../problems.ts';
import { failure } from './failure.ts';
import { HOLDER, HOLDER_PATTERN, isAlive, processOf } from './holder.ts';

/** How often a folder in use is tried again, and the longest wait between, in milliseconds. */
const TRIES = 5;
const WAIT = 300;

/**
 * Does some work while no other process does work of the same name in a folder, which is made where it isn't there.
 * Each process puts an empty file there that bears its number, and then looks for those of others: so nothing has to be
 * read, and what a killed process left is known by its name. Of two that come at the same moment both step back, and try
 * again. Throws ProblemError `folder-in-use` where the other doesn't end within a second, `write-failed` otherwise.
 */
export async function whileLocked<T>(folder: string, name: string, work: () => Promise<T>): Promise<T> {
  const [mark, made] = await lock(folder, name);
  try {
    return await work();
  } finally {
    await rm(mark, { force: true }).catch(() => undefined);
    // A folder that was made for nothing goes again.
    if (made !== undefined) await rmdir(folder).catch(() => undefined);
  }
}

async function lock(folder: string, name: string): Promise<[mark: string, made: string | undefined]> {
  const mark = join(folder, `.${name}-run-${HOLDER}`);
  try {
    const made = await mkdir(folder, { recursive: true });
    for (let tries = 1; ; tries += 1) {
      await writeFile(mark, '');
      const other = await findOther(folder, name);
      if (other === undefined) return [mark, made];
      await rm(mark, { force: true });
      if (tries === TRIES) throw await inUse(folder, other);
      await setTimeout(randomInt(WAIT / 3, WAIT));
    }
  } catch (cause) {
    throw failure('The output folder', cause);
  }
}

interface Mark {
  readonly file: string;
  readonly holder: string;
}

/** The mark of another process at work; those of dead ones are removed. */
async function findOther(folder: string, name: string): Promise<Mark | undefined> {
  const pattern = new RegExp(`-run-(${HOLDER_PATTERN})$`);
  for (const file of await readdir(folder)) {
    const holder = pattern.exec(file)?.[1];
    if (holder === undefined || holder === HOLDER || file !== `.${name}-run-${holder}`) continue;
    if (isAlive(holder) !== false) return { file, holder };
    await rm(join(folder, file), { force: true });
  }
  return undefined;
}

async function inUse(folder: string, { file, holder }: Mark): Promise<ProblemError> {
  const since = await stat(join(folder, file)).catch(() => undefined);
  const when = since ? `, since ${since.mtime.toISOString().slice(0, 16).replace('T', ' ')} UTC` : '';
  const isHere = isAlive(holder) !== undefined;
  const who = `process ${processOf(holder)}${isHere ? '' : ' on another machine'}`;
  return new ProblemError([
    {
      severity: 'error',
      code: 'folder-in-use',
      message: `Another handbill is writing into this folder: ${who}${when}.`,
      hint: isHere
        ? 'Wait until it is done, or choose another folder with --out.'
        : `Wait until it is done. If it was killed, delete ${file} in the output folder.`,
    },
  ]);
}
