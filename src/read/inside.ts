import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { append } from '../model/append.ts';
import { formatLimit, LIMITS } from '../model/limits.ts';
import { liesIn } from '../model/place.ts';
import type { Problem, ProblemError } from '../problems.ts';
import { finding, refusal } from '../wordings.ts';

/** A link that leads out of the folder whose files are given: the message names the rule, never what lies there. */
export function leadsOut(file: string): ProblemError {
  return refusal('link-outside', {}, { at: { file } });
}

/**
 * Names of the files in a folder and below it that fit, with `/`, sorted. Links are followed as far as they stay within
 * `within`; each folder is looked into once, however many links lead to it. Folders that aren't there hold nothing.
 */
export async function listInside(
  folder: string,
  within: string,
  fits: RegExp,
): Promise<{ names: string[]; problems: Problem[] }> {
  const names: string[] = [];
  const problems: Problem[] = [];
  const home = await realpath(within).catch(() => undefined);
  const seen = new Set<string>();
  const waiting = [''];
  for (let below = waiting.shift(); below !== undefined && home !== undefined; below = waiting.shift()) {
    const path = join(folder, below);
    const real = await realpath(path).catch(() => undefined);
    if (real === undefined || seen.has(real)) continue;
    if (!liesIn(home, real)) {
      append(problems, leadsOut(path).problems);
      continue;
    }
    seen.add(real);
    for (const entry of await readdir(path, { withFileTypes: true }).catch(() => [])) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      const found = entry.isSymbolicLink() ? await behind(join(folder, name)) : undefined;
      if (found?.isFolder ?? entry.isDirectory()) waiting.push(name);
      else if (!fits.test(name)) continue;
      else if (found && !liesIn(home, found.real)) append(problems, leadsOut(join(folder, name)).problems);
      else names.push(name);
      if (names.length + waiting.length > LIMITS.names) return { names: [], problems: [tooMany(folder)] };
    }
  }
  return { names: names.sort(), problems };
}

/** What a link leads to; undefined for nothing, which whoever reads it will tell. */
async function behind(path: string): Promise<{ real: string; isFolder: boolean } | undefined> {
  try {
    return { real: await realpath(path), isFolder: (await stat(path)).isDirectory() };
  } catch {
    return undefined;
  }
}

function tooMany(file: string): Problem {
  const most = formatLimit(LIMITS.names);
  return finding('error', 'too-large/folder', { most }, { at: { file } });
}
