import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BUNDLED_APPEAL, bundledPath } from '../terminal/bundled.ts';
import type { Io } from '../terminal/io.ts';

/** The appeal's absolute path: the one named, else the current folder if it holds one, else the bundled example. */
export function locateAppeal(io: Io, named: string | undefined): { path: string; bundled: boolean } {
  const bundled = bundledPath(BUNDLED_APPEAL);
  if (named !== undefined) {
    const path = resolve(io.cwd, named);
    return { path, bundled: path === bundled };
  }
  const isHere = ['appeal.json', 'appeal.yaml', 'appeal.yml'].some((name) => existsSync(join(io.cwd, name)));
  return isHere ? { path: io.cwd, bundled: false } : { path: bundled, bundled: true };
}

/** Folders of templates in the order in which they are searched. */
export function templateFolders(appeal: string): string[] {
  return [join(appeal, 'templates'), bundledPath('templates')];
}
