import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
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
  const files = new Map<string, string>();
  for (const folder of folders) {
    const names = await readdir(join(folder, 'site')).catch((): string[] => []);
    for (const name of names.sort()) if (!files.has(name)) files.set(name, join(folder, 'site', name));
  }
  const words = [...files].filter(([name]) => name.endsWith('.yaml'));
  const read = (name: string) => readSource(files.get(name) ?? join(folders.at(-1)!, 'site', name));
  return {
    words: await Promise.all(words.map(async ([, file]) => parseStructured(await readSource(file)))),
    style: await read('style.css'),
    script: await read('act.js'),
  };
}
