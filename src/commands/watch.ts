import { type FSWatcher, watch } from 'node:fs';
import { basename, join, sep } from 'node:path';

/** Waits this long after a change, in milliseconds: editors save in several steps. */
const SETTLE = 40;

/**
 * Does `work` now, and again whenever something below these folders or in these files changes, but for
 * what lies in `ignore`.
 * Ends when `signal` is aborted, after the work at hand; changes during the work lead to one more round.
 */
export async function watchPaths(
  paths: readonly string[],
  work: () => Promise<void>,
  { ignore, signal }: { ignore?: string; signal: AbortSignal },
): Promise<void> {
  let wake = () => {};
  let changed = true;
  const watchers = paths.flatMap((path): FSWatcher[] => {
    try {
      return [watch(path, { recursive: true }, (_, name) => (isNoise(path, name) ? undefined : onChange()))];
    } catch {
      return []; // It isn't there, such as a templates folder that nobody has made.
    }
  });
  /** Our own output, and backup and lock files of editors. */
  function isNoise(path: string, name: string | null): boolean {
    if (name === null) return false;
    if (ignore !== undefined && `${join(path, name)}${sep}`.startsWith(ignore + sep)) return true;
    return /^(\.#.*|.*~|\.~lock.*|.*\.sw[a-z]|4913)$/.test(basename(name));
  }
  function onChange() {
    changed = true;
    wake();
  }
  signal.addEventListener('abort', () => wake(), { once: true });
  try {
    while (!signal.aborted) {
      if (changed) {
        changed = false;
        await work();
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, SETTLE));
      }
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}
