import type { Command } from 'commander';
import type { TemplateFile } from '../model/template.ts';
import { bundledPath } from '../terminal/bundled.ts';
import { columnsOf, type Io, textsFor } from '../terminal/io.ts';
import { locateAppeal, templateFolders } from './locate.ts';
import { addCommonOptions, defineCommand } from './options.ts';
import { act, type CommonOptions, type Session } from './outcome.ts';
import { suggestFrom, UsageError } from './usage.ts';

interface TemplatesOptions extends CommonOptions {
  readonly appeal?: string;
}

export function templatesCommand(session: Session): Command {
  return defineCommand('templates', 'Wording of the letters and leaflets', [
    'templates list',
    'templates show letter/embassy.en',
  ])
    .addCommand(listCommand(session))
    .addCommand(showCommand(session));
}

function listCommand(session: Session): Command {
  const command = defineCommand('list', 'List the templates, bundled and your own', [
    'templates list',
    'templates list --appeal my-appeal',
  ]).option('--appeal <folder>', 'the appeal whose templates/ folder goes before the bundled ones');
  return addCommonOptions(command).action(
    act<TemplatesOptions>(session, async (options) => {
      const { templates, problems } = await readAll(session.io, options);
      const { formatTable } = await import('../terminal/table.ts');
      const { say, count } = textsFor(session.io);
      const rows = templates.map((t) => [
        t.name,
        t.front.language ?? 'all',
        t.front.review ?? '',
        originOf(t),
      ]);
      return {
        problems,
        data: { templates: templates.map((t) => ({ name: t.name, ...t.front, from: originOf(t) })) },
        text: formatTable(['TEMPLATE', 'LANGUAGE', 'REVIEW', 'FROM'], rows, columnsOf(session.io)),
        summary: `${say('{templates}. See one: handbill templates show {name}', { templates: count(templates.length, 'template'), name: templates[0]?.name ?? '' })}\n`,
      };
    }),
  );
}

function showCommand(session: Session): Command {
  const command = defineCommand('show', 'Print a template', [
    'templates show letter/embassy.en',
    'templates show leaflet/picket > templates/leaflet/picket.md',
  ])
    .argument('<name>', 'name as in `handbill templates list`')
    .option('--appeal <folder>', 'the appeal whose templates/ folder goes before the bundled ones');
  return addCommonOptions(command).action(
    act<TemplatesOptions>(session, async (options, [name = '']) => {
      const { templates, problems } = await readAll(session.io, options);
      const found = templates.find((t) => t.name === name.replace(/\.md$/, ''));
      if (!found) {
        const names = templates.map((t) => t.name);
        throw new UsageError(`there is no template ${JSON.stringify(name)}. ${suggestFrom(name, names)}`);
      }
      const { readFile } = await import('node:fs/promises');
      const text = await readFile(found.file, 'utf8');
      return { problems, data: { name: found.name, text, from: originOf(found) }, text };
    }),
  );
}

async function readAll(io: Io, options: TemplatesOptions) {
  const { readTemplates } = await import('../read/templates.ts');
  return readTemplates(templateFolders(locateAppeal(io, options.appeal).path));
}

function originOf(template: TemplateFile): 'bundled' | 'appeal' {
  return template.file.startsWith(bundledPath('templates')) ? 'bundled' : 'appeal';
}
