import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import { PARSED } from '../read/parsed.ts';
import { readSource } from '../read/source.ts';
import { parseStructured } from '../read/structured.ts';
import { parseTemplate } from '../read/templates.ts';

/** Folders of bundled files in YAML, or with YAML before their text. */
const FOLDERS = ['templates', 'data/reading'];

/** Reads the bundled templates and words, so that no run has to: one file of JSON beside the program. */
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

/** What they hold, by the hash of each file: words their data, a template what stands before its text. */
export async function parseBundled(): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const file of FOLDERS.flatMap(filesIn)) {
    if (!/\.(md|yaml)$/.test(file)) continue;
    const source = await readSource(file);
    found[source.sha256] = file.endsWith('.md')
      ? parseTemplate(file, source).front
      : parseStructured(source).data;
  }
  return found;
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => join(folder, name));
