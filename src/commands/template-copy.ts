import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gatherTemplates } from '../merge/template.ts';
import { type Vocabulary, vocabularyOf } from '../merge/vocabulary.ts';
import type { TemplateFile } from '../model/template.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { wrapText } from '../terminal/wrap.ts';
import { finding } from '../wordings.ts';
import { changeFolder } from '../write/change.ts';
import type { Outcome } from './outcome.ts';
import { shellQuoted } from './shell-quoted.ts';

/** A page of the site, its style, script or words: `site/appeal.hbs`. */
export interface PageFile {
  readonly name: string;
  readonly file: string;
}

/**
 * Puts a template beside an appeal, with a comment on what it may use; a file of the site as it is. A file that stands
 * there stays as it is.
 */
export async function copyTemplate(
  io: Io,
  template: TemplateFile | PageFile,
  all: readonly TemplateFile[],
  folder: string,
): Promise<Outcome> {
  const isPage = !('front' in template);
  const path = `templates/${template.name}${isPage ? '' : '.md'}`;
  const file = fileFrom(io.cwd, join(folder, path));
  const { say } = textsFor(io);
  const text = await readFile(template.file, 'utf8');
  const copied = isPage ? text : withComment(text, template, vocabularyOf(gatherTemplates(all)));
  const isFree = await changeFolder(folder, async (publish) => {
    if (existsSync(join(folder, path))) return false;
    publish(new Map([[join(folder, path), copied]]), []);
    return true;
  });
  if (!isFree) return { problems: [finding('error', 'edited-file/template', {}, { at: { file } })] };
  return {
    data: { file, name: template.name },
    summary: `${say('{file} is written.', { file })}\n${say('Next: edit it, and look at it with: handbill preview {folder}', { folder: shellQuoted(fileFrom(io.cwd, folder)) })}\n`,
  };
}

/** The text with a comment below its front matter. */
function withComment(text: string, { name, body, bodyLine }: TemplateFile, known: Vocabulary): string {
  const end = bodyLine === 1 ? 0 : text.length - body.length;
  return `${text.slice(0, end)}${commentOn(name, known)}\n${text.slice(end)}`;
}

function commentOn(name: string, { fields, helpers, partials, roles }: Vocabulary): string {
  const paragraph = (text: string) => wrapText(text, 100).join('\n');
  return `{{!--
${paragraph(`Your own wording of ${name}: it goes before the one that comes with handbill. A comment such as this prints nothing.`)}

${paragraph(`What data gives: ${helpers.map(({ usage }) => usage).join(' ')}`)}

${paragraph(`Fields, such as {{appeal.title}}; those with [] are lists, for {{#each events}} … {{/each}}: ${fields.join(' ')}`)}

${paragraph(`Partials, such as {{> ${partials[0]}}}: ${partials.join(' ')}`)}

${paragraph(`Parts of a page, from “::: demands” to “:::”: ${roles.join(' ')}`)}

What each of them prints: handbill templates show ${name} --fields
--}}`;
}
