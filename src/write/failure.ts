import { ProblemError } from '../problems.ts';
import { finding, refusal } from '../wordings.ts';

/** What the system says of a path at which nothing can lie. */
export const NOTHING: readonly unknown[] = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'];

/** What systems say of a network drive that is gone, or has forgotten a file. */
const DRIVE = {
  ESTALE: 'drive',
  ETIMEDOUT: 'drive',
  ENOTCONN: 'drive',
  EHOSTDOWN: 'drive',
  EHOSTUNREACH: 'drive',
  ENETDOWN: 'drive',
  ENETUNREACH: 'drive',
} as const;

/** Why a file can't be written, by the system's code. */
const REASONS = {
  EACCES: 'no-right',
  EPERM: 'no-right',
  EROFS: 'read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'quota',
  EFBIG: 'file-size',
  ENOTDIR: 'file-there',
  EEXIST: 'file-there',
  EISDIR: 'folder-there',
  ENOTEMPTY: 'folder-there',
  ELOOP: 'link-circle',
  ENXIO: 'no-file',
  ENOENT: 'folder-gone',
  EBUSY: 'busy',
  EMFILE: 'many-open',
  ENFILE: 'many-open-all',
  ENOMEM: 'no-memory',
  EIO: 'disk-fails',
  ENAMETOOLONG: 'long-name',
  EXDEV: 'other-disk',
  ...DRIVE,
} as const;

type Reason = (typeof REASONS)[keyof typeof REASONS];

/** The error of a file that can’t be written, with its reason in words; the system's own words would tell whose folder it is. */
export function failure(path: string, cause: unknown): ProblemError {
  if (cause instanceof ProblemError) return cause;
  const code = codeOf(cause);
  if (code === undefined) throw cause;
  const reason = (REASONS as Readonly<Record<string, Reason>>)[code];
  const problem =
    reason === undefined
      ? finding('error', 'write-failed/other', { path, code })
      : finding('error', `write-failed/${reason}`, { path });
  return new ProblemError([problem], { cause });
}

/** The error of a path that nothing may be written to. */
export function refused(
  path: string,
  reason: 'no-file' | 'outside' | 'link-out' | 'own-link-out' | 'system-folder',
): ProblemError {
  return refusal(`write-failed/${reason}`, { path });
}

/** What the system says, such as ENOENT; undefined for an error of something else. */
export function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
}
