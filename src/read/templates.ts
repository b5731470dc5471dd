import { dirname, join } from 'node:path';
import { append } from '../model/append.ts';
import { LIMITS } from '../model/limits.ts';
import type { TemplateFile } from '../model/template.ts';
import { type Problem, ProblemError } from '../problems.ts';
import { listInside } from './inside.ts';
import { parsedBefore, parseOrRecall } from './parsed.ts';
import { withoutCopies } from './shared-copies.ts';
import { type LocatedFile, readSource, type SourceText } from './source.ts';
import { parseStructured } from './structured.ts';

/**
 * Reads templates and language files; of two with the same name, that of the earlier folder. Where languages are
 * given, only theirs and those of none. Links may not lead out of the folder around.
 */
export async function readTemplates(
  folders: readonly string[],
  languages?: readonly string[],
): Promise<{ templates: TemplateFile[]; words: LocatedFile[]; problems: Problem[] }> {
  const files = new Map<string, { readonly file: string; readonly within: string }>();
  const problems: Problem[] = [];
  for (const folder of folders) {
    const within = dirname(folder);
    const listed = await listInside(folder, within, /\.(md|ya?ml|hbs|css|js)$/);
    const own = withoutCopies(folder, listed.names);
    append(problems, listed.problems, own.problems);
    for (const name of own.names) {
      if (files.has(name) || !/\.md$|^words\//.test(name)) continue;
      const language = languageOf(name);
      if (language === undefined || !languages || languages.includes(language))
        files.set(name, { file: join(folder, name), within });
    }
  }
  const templates: TemplateFile[] = [];
  const words: LocatedFile[] = [];
  for (const [name, { file, within }] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    try {
      const limit = name.endsWith('.md') ? LIMITS.template : LIMITS.file;
      const source = await readSource(file, { limit, within });
      if (name.endsWith('.md')) templates.push(parseTemplate(name.slice(0, -3), source));
      else words.push(parseOrRecall(source));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      append(problems, error.problems);
    }
  }
  return { templates, words, problems };
}

/** The language in a file's name: `words/fr.yaml`, `letter/embassy.fr.md`. */
function languageOf(name: string): string | undefined {
  return /^words\/([^/]+)\.ya?ml$/.exec(name)?.[1] ?? /\.([^./]+)\.md$/.exec(name)?.[1];
}

/** Divides front matter (between two lines `---`) from the body. Throws ProblemError. */
export function parseTemplate(name: string, { file, text, sha256 }: SourceText): TemplateFile {
  const before = parsedBefore(sha256);
  const isKnown = before !== undefined;
  const found = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text);
  if (found?.index !== 0) return { name, file, sha256, isKnown, front: {}, body: text, bodyLine: 1 };
  const front: Record<string, string> = {};
  const data = before ?? parseStructured({ file, text: found[1]!, sha256 }, 2).data;
  for (const [key, value] of Object.entries(data ?? {})) front[key] = String(value);
  return {
    name,
    file,
    sha256,
    isKnown,
    front,
    body: text.slice(found[0].length),
    bodyLine: found[0].split('\n').length,
  };
}
