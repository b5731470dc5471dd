import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, realpath, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Problem, ProblemError } from '../problems.ts';

/** SHA-256 in hexadecimal. */
export function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The bytes of a file below `folder`, or undefined where there is none. Throws ProblemError `write-failed` otherwise. */
export async function readOutput(folder: string, path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(outputPath(folder, path));
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined;
    throw failure(path, cause);
  }
}

/**
 * Writes a file below `folder` as a whole or not at all: a temporary file in the same folder takes its name at the end.
 * Throws ProblemError `write-failed`; never writes outside `folder`, not through a symbolic link either.
 */
export async function writeOutput(folder: string, path: string, content: Uint8Array | string): Promise<void> {
  const final = outputPath(folder, path);
  let temporary: string | undefined;
  try {
    await mkdir(dirname(final), { recursive: true });
    holdInside(await realpath(folder), await realpath(dirname(final)), path);
    temporary = join(dirname(final), `.handbill-${randomBytes(6).toString('hex')}.tmp`);
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(content);
    } finally {
      await file.close();
    }
    await rename(temporary, final);
  } catch (cause) {
    if (temporary) await rm(temporary, { force: true }).catch(() => undefined);
    throw failure(path, cause);
  }
}

/** Removes a file below `folder`; none there is fine. Throws ProblemError `write-failed`. */
export async function removeOutput(folder: string, path: string): Promise<void> {
  try {
    const final = outputPath(folder, path);
    holdInside(await realpath(folder), await realpath(dirname(final)), path);
    await rm(final);
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
  if (isOutside(folder, final))
    throw new ProblemError([problemOf(path, 'it would lie outside the output folder')]);
  return final;
}

/** Refuses a folder, links followed, that lies outside the output folder. Throws ProblemError `write-failed`. */
export function holdInside(folder: string, inner: string, path: string): void {
  if (isOutside(folder, inner)) {
    throw new ProblemError([problemOf(path, 'a link leads out of the output folder')]);
  }
}

function isOutside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way;
}

/** The error of a file that can't be written, with its reason in words. */
export function failure(path: string, cause: unknown): ProblemError {
  if (cause instanceof ProblemError) return cause;
  return new ProblemError([problemOf(path, reasonOf(cause))], { cause });
}

function problemOf(path: string, reason: string): Problem {
  return {
    severity: 'error',
    code: 'write-failed',
    message: `${path} can’t be written: ${reason}.`,
    hint: 'Choose another folder with --out, or make room for it there.',
  };
}

function reasonOf(cause: unknown): string {
  const reasons: Record<string, string> = {
    EACCES: 'this folder may not be written to',
    EPERM: 'this folder may not be written to',
    EROFS: 'this disk is read-only',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the quota of disk space is used up',
    ENOTDIR: 'a file stands where a folder is needed',
    EEXIST: 'a file stands where a folder is needed',
    EISDIR: 'a folder stands where the file should be',
    ENAMETOOLONG: 'its name is too long for this disk',
  };
  const code = codeOf(cause);
  return (code && reasons[code]) ?? (cause instanceof Error ? cause.message : String(cause));
}

function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
}
