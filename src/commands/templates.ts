import type { Command } from 'commander';
import type { TemplateFile } from '../model/template.ts';
import { bundledPath } from '../terminal/bundled.ts';
import { columnsOf, type Io, textsFor } from '../terminal/io.ts';
import { locateAppeal, templateFolders } from './locate.ts';
import { addCommonOptions, defineCommand } from './options.ts';
import { act, type CommonOptions, type Session } from './outcome.ts';
import type { PageFile } from './template-copy.ts';
import { suggestFrom, UsageError } from './usage.ts';

interface TemplatesOptions extends CommonOptions {
  readonly appeal?: string;
}

/** The command `templates`. */
export function templatesCommand(session: Session): Command {
  return defineCommand('templates', 'Wording of the letters and leaflets', [
    'templates list',
    'templates show letter/embassy.en',
    'templates copy letter/embassy.en my-appeal',
  ])
    .addCommand(listCommand(session))
    .addCommand(showCommand(session))
    .addCommand(copyCommand(session));
}

function listCommand(session: Session): Command {
  const command = defineCommand('list', 'List the templates, bundled and your own', [
    'templates list',
    'templates list --appeal my-appeal',
  ]).option('--appeal <folder>', 'the appeal whose templates/ folder goes before the bundled ones');
  return addCommonOptions(command).action(
    act<TemplatesOptions>(session, async (options) => {
      const { templates, pages, problems } = await readAll(session.io, options);
      const { formatTable } = await import('../terminal/table.ts');
      const { say, count } = textsFor(session.io);
      const rows = [
        ...templates.map((t) => [t.name, t.front.language ?? 'all', t.front.review ?? '', originOf(t)]),
        ...pages.map((page) => [page.name, languageOf(page), '', originOf(page)]),
      ];
      return {
        problems,
        data: {
          templates: templates.map((t) => ({ name: t.name, ...t.front, from: originOf(t) })),
          pages: pages.map((page) => ({ name: page.name, from: originOf(page) })),
        },
        text: formatTable(
          [say('TEMPLATE'), say('LANGUAGE'), say('REVIEW'), say('FROM')],
          rows,
          columnsOf(session.io),
        ),
        summary: `${say('{templates}. See one: handbill templates show {name}', { templates: count(rows.length, 'template'), name: templates[0]?.name ?? '' })}\n`,
      };
    }),
  );
}

function showCommand(session: Session): Command {
  const command = defineCommand('show', 'Print a template, or what it may use', [
    'templates show letter/embassy.en',
    'templates show letter/embassy.en --fields',
  ])
    .argument('<name>', 'name as in `handbill templates list`')
    .option('--fields', 'the fields, helpers and partials that it uses, and those that it may use')
    .option('--appeal <folder>', 'the appeal whose templates/ folder goes before the bundled ones');
  return addCommonOptions(command).action(
    act<TemplatesOptions & { readonly fields?: boolean }>(session, async (options, [name = '']) => {
      const { templates, pages, problems } = await readAll(session.io, options);
      const found = findTemplate(templates, pages, name);
      if (options.fields) {
        if ('front' in found) return { problems, ...(await describeFields(session.io, found, templates)) };
        throw new UsageError(
          'templates show: --fields is for letters and leaflets; what a page may use stands in its own text',
        );
      }
      const { readFile } = await import('node:fs/promises');
      const text = await readFile(found.file, 'utf8');
      return { problems, data: { name: found.name, text, from: originOf(found) }, text };
    }),
  );
}

function copyCommand(session: Session): Command {
  const command = defineCommand('copy', 'Put a template beside an appeal, to be edited there', [
    'templates copy letter/embassy.en my-appeal',
    'templates copy leaflet/picket',
  ])
    .argument('<name>', 'name as in `handbill templates list`')
    .argument('[appeal]', 'folder of the appeal; the current folder');
  return addCommonOptions(command).action(
    act<CommonOptions>(session, async (_, [name = '', named]) => {
      const { io } = session;
      const { path, bundled } = locateAppeal(io, named);
      if (bundled)
        throw new UsageError('templates copy: name your appeal; the bundled example stays as it is');
      const [{ copyTemplate }, { readSettled }] = await Promise.all([
        import('./template-copy.ts'),
        import('./settled-appeal.ts'),
      ]);
      const { files, problems } = await readSettled(path, {});
      if (files?.folder === undefined) {
        if (!files) return { problems };
        throw new UsageError('templates copy: the appeal is a lone file; templates belong into a folder');
      }
      const { templates, pages } = await readAll(io, { input: false, appeal: named });
      return copyTemplate(io, findTemplate(templates, pages, name), templates, path);
    }),
  );
}

/** What a template uses and may use. */
async function describeFields(io: Io, { name }: TemplateFile, all: readonly TemplateFile[]) {
  const [{ gatherTemplates }, { usesOf, vocabularyOf }, { formatFields }] = await Promise.all([
    import('../merge/template.ts'),
    import('../merge/vocabulary.ts'),
    import('./template-fields.ts'),
  ]);
  const templates = gatherTemplates(all);
  const uses = usesOf(templates.find(name)!, templates);
  const known = vocabularyOf(templates);
  return {
    data: { name, uses, known },
    text: formatFields(name, uses, known, { say: textsFor(io).say, width: columnsOf(io) }),
  };
}

/** The template, or the file of the site, of a name: of a page with or without its ending. Throws UsageError. */
function findTemplate(
  templates: readonly TemplateFile[],
  pages: readonly PageFile[],
  name: string,
): TemplateFile | PageFile {
  const found =
    templates.find((t) => t.name === name.replace(/\.md$/, '')) ??
    pages.find((page) => page.name === name || page.name === `${name}.hbs`);
  if (found) return found;
  const names = [...templates, ...pages].map((t) => t.name);
  throw new UsageError(`there is no template ${JSON.stringify(name)}. ${suggestFrom(name, names)}`);
}

async function readAll(io: Io, options: TemplatesOptions) {
  const [{ readTemplates }, { listSite }] = await Promise.all([
    import('../read/templates.ts'),
    import('../read/site.ts'),
  ]);
  const folders = templateFolders(locateAppeal(io, options.appeal).path);
  const [{ templates, problems }, site] = await Promise.all([readTemplates(folders), listSite(folders)]);
  const pages = [...site].map(([name, { file }]): PageFile => ({ name: `site/${name}`, file }));
  return { templates, pages: pages.sort((a, b) => (a.name < b.name ? -1 : 1)), problems };
}

/** The language of a page's words: `de` of `site/de.yaml`. */
function languageOf({ name }: PageFile): string {
  return /^site\/(.*)\.yaml$/.exec(name)?.[1] ?? 'all';
}

function originOf(template: { readonly file: string }): 'bundled' | 'appeal' {
  return template.file.startsWith(bundledPath('templates')) ? 'bundled' : 'appeal';
}
