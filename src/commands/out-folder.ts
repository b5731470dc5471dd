import { parse, resolve } from 'node:path';
import type { Io } from '../terminal/io.ts';
import { locateAppeal } from './locate.ts';
import { UsageError } from './usage.ts';

/** Absolute path of the folder that is written to. Throws UsageError for one that holds other things. */
export function outFolder(io: Io, out: string, appeal: string | undefined): string {
  const path = resolve(io.cwd, out);
  const home = io.env.HOME ?? io.env.USERPROFILE;
  const { path: own } = locateAppeal(io, appeal);
  if (path === parse(path).root) {
    throw new UsageError(`--out: ${out} is the root of the disk; name a folder of its own, such as out.`);
  }
  if (home !== undefined && path === resolve(home)) {
    throw new UsageError(`--out: ${out} is your home folder; name a folder of its own, such as out.`);
  }
  if (path === own) {
    throw new UsageError(
      `--out: ${out} is the folder of the appeal itself; name a folder of its own, such as out.`,
    );
  }
  return path;
}
