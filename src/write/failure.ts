import { type Problem, ProblemError } from '../problems.ts';

const ELSEWHERE = 'Choose another folder, or give yourself the right to write there.';
const IN_THE_WAY = 'Move away what stands there, or choose another folder.';
const AGAIN = 'Run the same command again.';

/** Why a file can't be written, by the system's code, and what to do. */
const REASONS: Readonly<Record<string, readonly [reason: string, hint: string]>> = {
  EACCES: ['you have no right to write there', ELSEWHERE],
  EPERM: ['you have no right to write there', ELSEWHERE],
  EROFS: ['this disk is read-only', ELSEWHERE],
  ENOSPC: ['the disk is full', 'Make room on it, or choose a folder on another disk.'],
  EDQUOT: ['the quota of disk space is used up', 'Make room, or choose a folder on another disk.'],
  EFBIG: ['this disk takes no files as large', 'Choose a folder on another disk.'],
  ENOTDIR: ['a file stands where a folder is needed', IN_THE_WAY],
  EEXIST: ['a file stands where a folder is needed', IN_THE_WAY],
  EISDIR: ['a folder stands where the file should be', IN_THE_WAY],
  ENOTEMPTY: ['a folder stands where the file should be', IN_THE_WAY],
  ELOOP: ['links lead in a circle there', IN_THE_WAY],
  ENOENT: ['its folder was removed meanwhile', AGAIN],
  EBUSY: ['another program has it open', `Close that program. ${AGAIN}`],
  EMFILE: ['too many files are open', 'Raise the limit, such as by `ulimit -n 1024`.'],
  ENFILE: ['too many files are open on this machine', 'Close some programs.'],
  ENOMEM: ['there is no memory left', 'Close some programs.'],
  EIO: ['the disk fails', 'Choose a folder on another disk, and look after this one.'],
  ENAMETOOLONG: ['its name is too long for this disk', 'Choose a folder with a shorter name.'],
};

/** The error of a file that can’t be written, with its reason in words; the system's own words would tell whose folder it is. */
export function failure(path: string, cause: unknown): ProblemError {
  if (cause instanceof ProblemError) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
  if (code === undefined) throw cause;
  const [reason, hint] = REASONS[code] ?? [`the system says ${code}`, ELSEWHERE];
  return new ProblemError([problemOf(path, reason, hint)], { cause });
}

/** The problem of a file that can’t be written. */
export function problemOf(path: string, reason: string, hint = IN_THE_WAY): Problem {
  return { severity: 'error', code: 'write-failed', message: `${path} can’t be written: ${reason}.`, hint };
}
