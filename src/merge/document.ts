import type { MergedDocument } from '../model/block.ts';
import type { Problem } from '../problems.ts';
import { nameIn, organisationOf } from './address.ts';
import { languagesOf, type MergeJob, templateContext, textIn } from './context.ts';
import { documentHelpers } from './helpers.ts';
import { parseBlocks } from './markdown.ts';
import type { Merging } from './tell.ts';
import { type TemplateSet, withPartials } from './template.ts';
import { suggest } from './template-problem.ts';

/**
 * Merges one document: the template of its material, kind and language with the campaign. Everything that is
 * wrong with the template and its data is told at once, and then there is no document.
 */
export function mergeDocument(job: MergeJob & { readonly templates: TemplateSet }): {
  document?: MergedDocument | undefined;
  problems: Problem[];
} {
  const { material, kind, language, templates, campaign, words, target, sender } = job;
  const names = [`${material}/${kind}.${language}`, `${material}/${kind}`];
  const template = names.map((name) => templates.find(name)).find((found) => found !== undefined);
  if (!template) return { problems: [notFound(names[0]!, job, templates)] };
  const { used, problems } = withPartials(template, templates);
  if (problems.length > 0 || !template.run) return { problems };

  const merging: Merging = { job, reads: new Set(), sources: new Set() };
  for (const { file } of used) merging.reads.add(`template/${file.name}.md`);
  merging.reads.add(`words/${words.language}`);
  if (target) merging.reads.add(`contact/${target.id}`);
  if (sender) merging.reads.add('sender');
  if (used.some(({ uses }) => uses.fields.some((field) => field.startsWith('events')))) {
    for (const event of campaign.events) merging.reads.add(`event/${event.id}`);
  }
  const output = template.run(templateContext(job), documentHelpers(merging));
  if (output.problems.length > 0) return { problems: [...output.problems] };
  const document = {
    material,
    kind,
    language,
    direction: words.direction,
    title: titleOf(job),
    author: nameIn(campaign.appeal.issuer.name, languagesOf(job)).text,
    blocks: parseBlocks(output.text, output.literals),
    reads: [...merging.reads],
  };
  return { document, problems: [] };
}

function titleOf(job: MergeJob): string {
  const { appeal } = job.campaign;
  const say = (text: typeof appeal.title | undefined) => textIn(text, languagesOf(job));
  const title = say(appeal.title) ?? appeal.id;
  if (!job.target) return say(appeal.headline) ?? title;
  return `${say(appeal.subject) ?? title} – ${organisationOf(job.target, job.language).text}`;
}

function notFound(name: string, { material, language }: MergeJob, templates: TemplateSet): Problem {
  const known = templates.names.filter((n) => n.startsWith(`${material}/`));
  return {
    severity: 'error',
    code: 'template-not-found',
    message: `There is no template ${name}.`,
    hint: `Write templates/${name}.md beside the appeal, or leave ${language} out with --lang. ${suggest(name, known)}`,
  };
}
