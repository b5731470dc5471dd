import Handlebars from 'handlebars';
import { formatLimit, LIMITS } from '../model/limits.ts';
import { type Problem, ProblemError } from '../problems.ts';

/** A template of a web page as it was read: `appeal` from `site/appeal.hbs`. */
export interface PageTemplateFile {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

/** Gives the page of a template for some values. Throws ProblemError. */
export type PageRenderer = (name: string, values: object) => string;

/** Turns of loops that one page may take. */
const TURNS = LIMITS.steps * 5;

/**
 * Makes the templates of web pages ready: each can be named by the others as a partial. A value is text, escaped for
 * HTML, unless handbill made it as markup (it has `toHTML`); `{{{…}}}` would let a text be markup, and is refused.
 */
export function compilePages(files: readonly PageTemplateFile[]): {
  render: PageRenderer;
  problems: Problem[];
} {
  const env = Handlebars.create();
  const problems: Problem[] = [];
  const each = env.helpers.each as (this: unknown, items: unknown, options: unknown) => string;
  let turns = 0;
  env.registerHelper('each', function (this: unknown, items: unknown, options: Handlebars.HelperOptions) {
    const fn: typeof options.fn = (...args) => {
      turns += 1;
      if (turns > TURNS) throw new Error(`the page takes more than ${formatLimit(TURNS)} turns of its loops`);
      return options.fn(...args);
    };
    return each.call(this, items, { ...options, fn });
  });
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  for (const file of files) {
    try {
      const ast = Handlebars.parse(file.text, { srcName: file.file });
      new Refusal().accept(ast);
      const options = { strict: true, knownHelpersOnly: true, preventIndent: true };
      const template = env.compile(ast, options);
      compiled.set(file.name, template);
      env.registerPartial(file.name, template);
    } catch (error) {
      problems.push(templateProblem(file, error));
    }
  }
  const render: PageRenderer = (name, values) => {
    const file = files.find((f) => f.name === name);
    const template = compiled.get(name);
    if (!file || !template) throw new ProblemError([withoutTemplate(name)]);
    turns = 0;
    try {
      return template(values);
    } catch (error) {
      throw new ProblemError([templateProblem(file, error)]);
    }
  };
  return { render, problems };
}

/** Refuses what would let a text of the data be markup. */
class Refusal extends Handlebars.Visitor {
  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    if (!node.escaped)
      throw new Error(`{{{…}}} prints a text as markup - ${node.loc.start.line}:${node.loc.start.column}`);
    super.MustacheStatement(node);
  }
}

function templateProblem({ file }: PageTemplateFile, error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const place = / - (\d+):(\d+)$/.exec(message);
  const line = Number(place?.[1] ?? /on line (\d+)/.exec(message)?.[1] ?? 1);
  const told = message.replace(/ - \d+:\d+$/, '').replace(/(?<!\s)\s*\n[\s\S]*/, '');
  return {
    severity: 'error',
    code: place && /not defined/.test(told) ? 'template-data' : 'template-syntax',
    message: `The template of a page can’t be used: ${told.replace(/ not defined in .*$/, ' isn’t among its values')}.`,
    at: { file, line, ...(place && { column: Number(place[2]) + 1 }) },
    hint: 'Values stand in {{…}}, which prints a text as text; compare it with handbill’s own of that name.',
  };
}

function withoutTemplate(name: string): Problem {
  return {
    severity: 'error',
    code: 'template-not-found',
    message: `There is no template site/${name}.hbs.`,
    hint: 'Restore it; it comes with handbill.',
  };
}
