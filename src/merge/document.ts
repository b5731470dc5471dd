import Handlebars from 'handlebars';
import type { MergedDocument } from '../model/block.ts';
import type { Problem } from '../problems.ts';
import { nameIn } from './address.ts';
import { type MergeJob, templateContext } from './context.ts';
import { documentHelpers, HelperError, type Merging } from './helpers.ts';
import { type Literal, literalText, markLiteral, parseBlocks } from './markdown.ts';
import { type CompiledTemplate, HELPER_NAMES, type TemplateSet, templateProblem } from './template.ts';

/** Merges one document: the template of its material, kind and language with the campaign. */
export function mergeDocument(job: MergeJob & { readonly templates: TemplateSet }): {
  document?: MergedDocument | undefined;
  problems: Problem[];
} {
  const { material, kind, language, templates, campaign, words, target } = job;
  const names = [`${material}/${kind}.${language}`, `${material}/${kind}`];
  const template = names.map((name) => templates.find(name)).find((found) => found !== undefined);
  if (!template) return { problems: [notFound(names[0]!, language)] };
  const merging: Merging = { job, reads: new Set(), sources: new Set() };
  const used = withPartials(template, templates);
  const problems = used.flatMap((t) => t.problems);
  if (problems.length > 0) return { problems };
  const run = runTemplate(template, used, merging);
  if (run.problems.length > 0) return { problems: run.problems };
  const { blocks, unknownRoles } = parseBlocks(run.text, run.literals);
  if (unknownRoles.length > 0) {
    return {
      problems: unknownRoles.map((role) =>
        templateProblem(template.file, 'template-syntax', `There is no role ${JSON.stringify(role)}.`, 1),
      ),
    };
  }
  const reads = [
    ...(target ? [`contact/${target.id}`] : []),
    ...used.map((t) => `template/${t.file.name}.md`),
    ...merging.reads,
  ];
  if (material === 'leaflet') reads.push(...campaign.events.map((event) => `event/${event.id}`));
  const context = templateContext(job).appeal as { subject: string; headline: string };
  const title = target ? `${context.subject} – ${nameIn(target.organisation, language)}` : context.headline;
  const author = nameIn(campaign.appeal.issuer.name, language);
  return {
    document: { material, kind, language, direction: words.direction, title, author, blocks, reads },
    problems: [],
  };
}

/** The template and all the partials that it names, each once. */
function withPartials(template: CompiledTemplate, templates: TemplateSet): CompiledTemplate[] {
  const found = new Set([template]);
  for (const compiled of found) {
    for (const [, name] of compiled.file.body.matchAll(/\{\{~?>\s*([\w-]+)/g)) {
      const partial = templates.find(`partials/${name}`);
      if (partial) found.add(partial);
    }
  }
  return [...found];
}

function runTemplate(
  template: CompiledTemplate,
  used: readonly CompiledTemplate[],
  merging: Merging,
): { text: string; literals: Literal[]; problems: Problem[] } {
  const literals: Literal[] = [];
  const problems: Problem[] = [];
  const helpers = documentHelpers(merging);
  const put = (value: unknown, name: string, options: { loc?: { start: { line: number } } }): string => {
    if (value === undefined || value === null) {
      const line = options.loc?.start.line ?? 1;
      problems.push(
        templateProblem(
          template.file,
          'template-data',
          `${name} has no value here.`,
          line,
          undefined,
          `Put it into {{#if ${name}}} … {{/if}}, or give it a value.`,
        ),
      );
      return '';
    }
    literals.push(isLiteral(value) ? value : { kind: 'inline', content: literalText(String(value)) });
    return markLiteral(literals.length - 1);
  };
  const env = Handlebars.create();
  env.registerHelper('put', put);
  for (const name of HELPER_NAMES) {
    env.registerHelper(name, (...args: unknown[]) => {
      const options = args.pop() as Handlebars.HelperOptions;
      // What a helper has nothing to say to prints as nothing: it is no missing value.
      return helpers[name](args, options.hash) ?? '';
    });
  }
  for (const partial of used.filter((t) => t !== template && t.ast)) {
    env.registerPartial(
      partial.file.name.replace(/^partials\//, ''),
      env.compile(partial.ast, { strict: true, noEscape: true }),
    );
  }
  try {
    const text = env.compile(template.ast, { strict: true, noEscape: true })(templateContext(merging.job));
    return { text, literals, problems };
  } catch (error) {
    if (!(error instanceof HelperError) && !(error instanceof Handlebars.Exception)) throw error;
    const line = 'lineNumber' in error && typeof error.lineNumber === 'number' ? error.lineNumber : 1;
    return {
      text: '',
      literals,
      problems: [templateProblem(template.file, 'template-data', error.message.split(' - ')[0]!, line)],
    };
  }
}

function isLiteral(value: unknown): value is Literal {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    (value.kind === 'inline' || value.kind === 'blocks')
  );
}

function notFound(name: string, language: string): Problem {
  return {
    severity: 'error',
    code: 'template-not-found',
    message: `There is no template ${name}.`,
    hint: `Write templates/${name}.md beside the appeal, or leave ${language} out with --lang.`,
  };
}
