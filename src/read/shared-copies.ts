import { basename, extname, join } from 'node:path';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';

/**
 * What programs that share a folder put between a file's name and its ending, where two people changed it at once: a word
 * of conflict (Syncthing, Resilio, ownCloud), a day in brackets in any language (Dropbox, Nextcloud, Seafile), a number
 * (Google Drive, iCloud), the name of a computer (OneDrive), whose version it is (git mergetool).
 */
const MARKS = [
  /^[ ._[(-].*conflict/i,
  /^ ?\(.*\d{4}-\d\d-\d\d/,
  /^ ?\(\d{1,3}\)$/,
  /^ \d{1,2}$/,
  /^-[A-Z][A-Z0-9-]{3,14}$/,
  /^_(?:BACKUP|BASE|LOCAL|REMOTE)_\d{1,9}$/,
];

/**
 * Divides the files of a folder, by their names below it: those to be read, and a finding for each that is another version
 * of one of them, as far as that is one that counts.
 */
export function withoutCopies(
  folder: string,
  names: readonly string[],
  counts: (original: string) => boolean = () => true,
): { names: string[]; problems: Problem[] } {
  const all = new Set(names);
  const own: string[] = [];
  const problems: Problem[] = [];
  for (const name of names) {
    const original = originalOf(name, all);
    if (original === undefined) own.push(name);
    else if (counts(original)) problems.push(toldOf(join(folder, name), basename(original)));
  }
  return { names: own, problems };
}

/** The file of which a name tells that it is another version, where that lies beside it. */
function originalOf(name: string, all: ReadonlySet<string>): string | undefined {
  const end = extname(name);
  const stem = basename(name, end);
  for (let at = 1; at < stem.length; at += 1) {
    if (!' ._[(-'.includes(stem[at]!)) continue;
    const original = `${name.slice(0, name.length - end.length - stem.length + at)}${end}`;
    if (all.has(original) && MARKS.some((mark) => mark.test(stem.slice(at)))) return original;
  }
  return undefined;
}

function toldOf(file: string, original: string): Problem {
  return finding('warning', 'two-versions/copy', { original }, { at: { file } });
}
