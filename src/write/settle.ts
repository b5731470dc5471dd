import { fsyncSync } from 'node:fs';
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

function isNeedless(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && NEEDLESS.includes(cause.code);
}
