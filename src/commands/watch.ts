import { type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';

/** Waits this long after a change, in milliseconds: editors save in several steps. */
const SETTLE = 40;
/** Looks at the files themselves this often, in milliseconds: shared folders of other machines tell nothing. */
const LOOK = 1000;

/** A file or folder as it stands: `id` tells it from another of its name, `state` changes whenever it is saved. */
interface Entry {
  readonly isFolder: boolean;
  readonly id: string;
  readonly state: string;
}

/**
 * Does `work` now, and again whenever something below these folders or in these files changes, but for
 * what lies in `ignore`. However an editor saves, it is heard: folders are listened to, which stay the same where a
 * file is replaced by another of its name, and every second the files are looked at.
 * Ends when `signal` is aborted, after the work at hand; changes during the work lead to one more round.
 */
export async function watchPaths(
  paths: readonly string[],
  work: () => Promise<void>,
  { ignore, signal }: { ignore?: string; signal: AbortSignal },
): Promise<void> {
  let wake = () => {};
  let changed = true;
  const isOurs = (file: string) => ignore !== undefined && (file + sep).startsWith(ignore + sep);
  const isMeant = (file: string) => paths.some((path) => file === path || file.startsWith(path + sep));
  const isDeaf = (file: string) => isOurs(file) || (isNoise(file) && !paths.includes(file));
  const listeners = new Listeners((folder, name) => {
    const file = name === null ? folder : join(folder, name);
    if (name !== null && (isDeaf(file) || !isMeant(file))) return;
    changed = true;
    wake();
  });
  let last = new Map<string, Entry>();
  const look = async (): Promise<boolean> => {
    const seen = new Map<string, Entry>();
    for (const path of paths) await list(path, seen, isDeaf);
    const isSame =
      seen.size === last.size && [...seen].every(([file, { state }]) => last.get(file)?.state === state);
    last = seen;
    const folders = new Map([...seen].filter(([, { isFolder }]) => isFolder).map(([f, { id }]) => [f, id]));
    for (const path of paths) if (!folders.has(dirname(path))) folders.set(dirname(path), '');
    listeners.listen(folders);
    return !isSame;
  };
  const timer = setInterval(() => wake(), LOOK);
  signal.addEventListener('abort', () => wake(), { once: true });
  try {
    await look();
    while (!signal.aborted) {
      if (changed) {
        changed = false;
        await work();
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        if (changed && !signal.aborted) await new Promise((resolve) => setTimeout(resolve, SETTLE));
      }
      if (!signal.aborted && (await look())) changed = true;
    }
  } finally {
    clearInterval(timer);
    listeners.listen(new Map());
  }
}

/** What listens to folders, each as the one that it was: `hear` is told the folder, and the name where the system says it. */
class Listeners {
  readonly #open = new Map<string, { readonly of: string; readonly watcher: FSWatcher }>();
  readonly #hear: (folder: string, name: string | null) => void;

  constructor(hear: (folder: string, name: string | null) => void) {
    this.#hear = hear;
  }

  /** Listens to these folders, by their ids, and no others; anew where another has taken a name. */
  listen(folders: ReadonlyMap<string, string>): void {
    for (const [folder, { of, watcher }] of this.#open) {
      if (folders.get(folder) === of) continue;
      watcher.close();
      this.#open.delete(folder);
    }
    for (const [folder, of] of folders) {
      if (this.#open.has(folder)) continue;
      try {
        const watcher = watch(folder, (_, name) => this.#hear(folder, name));
        watcher.on('error', () => watcher.close());
        this.#open.set(folder, { of, watcher });
      } catch {
        // It is gone, or the system listens to no more: looking finds what changes.
      }
    }
  }
}

/** Files that lie hidden, those that editors leave beside what they save, and what packages bring. */
function isNoise(file: string): boolean {
  return /^(\..*|.*~|.*\.sw[a-z]|4913|node_modules)$/.test(basename(file));
}

/** Puts a file, or a folder with all that lies below it, into `seen`; nothing where there is none. */
async function list(
  path: string,
  seen: Map<string, Entry>,
  isLeftOut: (file: string) => boolean,
): Promise<void> {
  if (isLeftOut(path)) return;
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  if (!found) return;
  const { dev, ino, size, mtimeNs, ctimeNs } = found;
  const isFolder = found.isDirectory();
  const id = `${dev}:${ino}`;
  seen.set(path, { isFolder, id, state: isFolder ? id : `${id} ${size} ${mtimeNs} ${ctimeNs}` });
  if (!isFolder) return;
  const names = await readdir(path).catch((): string[] => []);
  for (const name of names) await list(join(path, name), seen, isLeftOut);
}
