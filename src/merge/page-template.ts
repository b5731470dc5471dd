import Handlebars from 'handlebars';
import { formatLimit, LIMITS } from '../model/limits.ts';
import { type Problem, ProblemError, type Told } from '../problems.ts';
import { finding, phrase } from '../wordings.ts';

/** A template of a web page as it was read: `appeal` from `site/appeal.hbs`. */
interface PageTemplateFile {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

/** Gives the page of a template for some values. Throws ProblemError. */
type PageRenderer = (name: string, values: object) => string;

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
      if (turns > TURNS) throw new Refused(phrase('page-turns', { most: formatLimit(TURNS) }));
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

/** What a template of a page may not do, and where. */
class Refused extends Error {
  readonly told: Told;
  readonly place: hbs.AST.Position | undefined;
  constructor(told: Told, place?: hbs.AST.Position) {
    super(told.english);
    this.told = told;
    this.place = place;
  }
}

/** Refuses what would let a text of the data be markup. */
class Refusal extends Handlebars.Visitor {
  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    if (!node.escaped) throw new Refused(phrase('page-markup', {}), node.loc.start);
    super.MustacheStatement(node);
  }
}

function templateProblem({ file }: PageTemplateFile, error: unknown): Problem {
  if (error instanceof Refused) {
    const { told, place } = error;
    const at = { file, line: place?.line ?? 1, ...(place && { column: place.column + 1 }) };
    return finding('error', 'template-syntax/page', { what: told }, { at });
  }
  const message = error instanceof Error ? error.message : String(error);
  const place = / - (\d+):(\d+)$/.exec(message);
  const line = Number(place?.[1] ?? /on line (\d+)/.exec(message)?.[1] ?? 1);
  const at = { file, line, ...(place && { column: Number(place[2]) + 1 }) };
  const what = message.replace(/ - \d+:\d+$/, '').replace(/(?<!\s)\s*\n[\s\S]*/, '');
  const [, name] = (place && /^(.*) not defined/.exec(what)) ?? [];
  return name === undefined
    ? finding('error', 'template-syntax/page', { what }, { at })
    : finding('error', 'template-data/page', { name }, { at });
}

function withoutTemplate(name: string): Problem {
  return finding('error', 'template-not-found/page', { name });
}
