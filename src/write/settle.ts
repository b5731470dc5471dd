import { closeSync, fsync, fsyncSync, openSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';

/** What file systems say that know no such thing, as some network drives. */
const NEEDLESS: readonly unknown[] = ['EINVAL', 'ENOSYS', 'ENOTSUP', 'EPERM'];

/** Waits until what was written is on the disk, where the file system can tell. */
export function settle(file: number): void {
  try {
    fsyncSync(file);
  } catch (cause) {
    if (!isNeedless(cause)) throw cause;
  }
}

/** The same for an opened file. */
export async function settleHandle(handle: FileHandle): Promise<void> {
  try {
    await handle.sync();
  } catch (cause) {
    if (!isNeedless(cause)) throw cause;
  }
}

/** The same for a file by its path; many may be waited for at once. */
export async function settleFile(path: string): Promise<void> {
  const file = openSync(path, 'r+');
  try {
    await new Promise<void>((resolve, reject) => {
      fsync(file, (cause) => (cause && !isNeedless(cause) ? reject(cause) : resolve()));
    });
  } finally {
    closeSync(file);
  }
}

function isNeedless(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && NEEDLESS.includes(cause.code);
}
