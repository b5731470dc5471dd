import { dirname, join } from 'node:path';
import { ProblemError } from '../problems.ts';
import { listInside } from './inside.ts';
import { type LocatedFile, readSource, type SourceText } from './source.ts';
import { parseStructured } from './structured.ts';

/** What every page of a site uses besides its own text. */
export interface SiteFiles {
  /** Texts of the page, a file a language. */
  readonly words: readonly LocatedFile[];
  readonly style: SourceText;
  readonly script: SourceText;
}

/** Reads `site/` of the template folders; of two files with the same name, that of the earlier folder. Throws ProblemError. */
export async function readSite(folders: readonly string[]): Promise<SiteFiles> {
  const files = new Map<string, { readonly file: string; readonly within: string }>();
  for (const folder of folders) {
    const within = dirname(folder);
    const { names, problems } = await listInside(join(folder, 'site'), within, /^[^/]+\.(?:yaml|css|js)$/);
    if (problems.length > 0) throw new ProblemError(problems);
    for (const name of names)
      if (!files.has(name)) files.set(name, { file: join(folder, 'site', name), within });
  }
  const readFile = ({ file, within }: { file: string; within: string }) => readSource(file, { within });
  const words = [...files].filter(([name]) => name.endsWith('.yaml'));
  const read = (name: string) => readFile(files.get(name)!);
  return {
    words: await Promise.all(words.map(async ([, file]) => parseStructured(await readFile(file)))),
    style: await read('style.css'),
    script: await read('act.js'),
  };
}
