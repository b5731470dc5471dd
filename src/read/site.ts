import { dirname, join } from 'node:path';
import { ProblemError } from '../problems.ts';
import { listInside } from './inside.ts';
import { parseOrRecall } from './parsed.ts';
import { withoutCopies } from './shared-copies.ts';
import { type LocatedFile, readSource, type SourceText } from './source.ts';

/** What every page of a site uses besides its own text. */
interface SiteFiles {
  /** Texts of the page, a file a language. */
  readonly words: readonly LocatedFile[];
  readonly style: SourceText;
  /** Of every page, and of letters. */
  readonly scripts: Readonly<Record<'act.js' | 'letter.js', SourceText>>;
  /** Templates of the pages by name: `letter` of `site/letter.hbs`. */
  readonly pages: readonly (SourceText & { readonly name: string })[];
}

/** A file of `site/` in a template folder, and the folder that it may not leave. */
interface SiteFilePath {
  readonly file: string;
  readonly within: string;
}

/** Files of `site/` by name, `appeal.hbs`; of two with the same name, that of the earlier folder. Throws ProblemError. */
export async function listSite(folders: readonly string[]): Promise<Map<string, SiteFilePath>> {
  const files = new Map<string, SiteFilePath>();
  for (const folder of folders) {
    const within = dirname(folder);
    const { names, problems } = await listInside(
      join(folder, 'site'),
      within,
      /^[^/]+\.(?:yaml|css|js|hbs)$/,
    );
    if (problems.length > 0) throw new ProblemError(problems);
    // Whoever reads the templates tells of the others.
    for (const name of withoutCopies(folder, names).names)
      if (!files.has(name)) files.set(name, { file: join(folder, 'site', name), within });
  }
  return files;
}

/** Reads `site/` of the template folders; of two files with the same name, that of the earlier folder. Throws ProblemError. */
export async function readSite(folders: readonly string[]): Promise<SiteFiles> {
  const files = await listSite(folders);
  const readFile = ({ file, within }: SiteFilePath) => readSource(file, { within });
  const words = [...files].filter(([name]) => name.endsWith('.yaml'));
  const pages = [...files].filter(([name]) => name.endsWith('.hbs'));
  const read = (name: string) => readFile(files.get(name)!);
  return {
    words: await Promise.all(words.map(async ([, file]) => parseOrRecall(await readFile(file)))),
    style: await read('style.css'),
    scripts: { 'act.js': await read('act.js'), 'letter.js': await read('letter.js') },
    pages: await Promise.all(
      pages.map(async ([name, file]) => ({ ...(await readFile(file)), name: name.slice(0, -4) })),
    ),
  };
}
