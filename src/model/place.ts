import { isAbsolute, relative } from 'node:path';

/** True where a path, links resolved, is a folder, links resolved, or lies in it. */
export function liesIn(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !/^\.\.(?:[/\\]|$)/.test(way) && !isAbsolute(way);
}

/** Folders of a system that show what processes and devices hold, and no files. */
const SYSTEM = ['/proc', '/sys', '/dev'];

/** True for a place where no file of anybody's lies, such as below /proc; shared memory is as good as a disk. */
export function isOfSystem(path: string): boolean {
  return SYSTEM.some((folder) => liesIn(folder, path)) && !liesIn('/dev/shm', path);
}
