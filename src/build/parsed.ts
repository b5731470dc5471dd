import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import { checkHidden, checkHiddenIn } from '../check/hidden.ts';
import { checkWords } from '../check/words.ts';
import { checkMarkdown } from '../merge/markdown-check.ts';
import type { Words } from '../model/words.ts';
import { ProblemError } from '../problems.ts';
import { PARSED, type Parsed } from '../read/parsed.ts';
import { readSource } from '../read/source.ts';
import { parseStructured } from '../read/structured.ts';
import { readTemplates } from '../read/templates.ts';

/** Folders of files in YAML beside words and templates. */
const FURTHER = ['templates/site', 'data/reading'];

/** Reads and checks the bundled templates and words, so that no run has to: one file of JSON beside the program. */
export function parsed(): Plugin {
  return {
    name: 'parsed',
    async generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: join('program', PARSED),
        source: JSON.stringify(await parseBundled()),
      });
    },
  };
}

/** What they hold, those in `folder` and further ones in YAML. Throws ProblemError where anything is wrong with them. */
export async function parseBundled(folder = 'templates', further = FURTHER): Promise<Parsed> {
  const { templates, words: files, problems } = await readTemplates([folder]);
  const words: Record<string, Words> = {};
  const others: Record<string, unknown> = {};
  for (const { sha256, front } of templates) others[sha256] = front;
  for (const file of files) {
    const checked = checkWords([file]);
    problems.push(...checked.problems);
    for (const said of checked.words.values()) words[file.sha256] = said;
  }
  for (const file of further.flatMap(filesIn)) {
    const source = await readSource(file);
    others[source.sha256] = parseStructured(source).data;
  }
  problems.push(...templates.flatMap(checkHiddenIn), ...files.flatMap(checkHidden));
  problems.push(...templates.flatMap((file) => checkMarkdown(file.body, file)));
  if (problems.length > 0) throw new ProblemError(problems);
  return { words, others };
}

const filesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
