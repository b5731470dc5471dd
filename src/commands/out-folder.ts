import { parse, resolve } from 'node:path';
import type { Io } from '../terminal/io.ts';
import { locateAppeal } from './locate.ts';
import { UsageError } from './usage.ts';

/** Absolute path of the folder that is written to. Throws UsageError for one that holds other things. */
export function outFolder(io: Io, out: string, appeal: string | undefined): string {
  const path = resolve(io.cwd, out);
  const home = io.env.HOME ?? io.env.USERPROFILE;
  const { path: own } = locateAppeal(io, appeal);
  const refused =
    path === parse(path).root
      ? 'the root of the disk'
      : home !== undefined && path === resolve(home)
        ? 'your home folder'
        : path === own
          ? 'the folder of the appeal itself'
          : undefined;
  if (refused) throw new UsageError(`--out: ${out} is ${refused}; name a folder of its own, such as out.`);
  return path;
}
