import Handlebars from 'handlebars';
import { formatLimit, LIMITS } from '../model/limits.ts';
import type { TemplateFile } from '../model/template.ts';
import type { Problem } from '../problems.ts';
import type { ValuesOf, WordingId } from '../wordings.ts';
import type { Helpers } from './helper-forms.ts';
import { HelperError, type HelperName, isHelper } from './helper-forms.ts';
import { isLiteral, type Literal, literalText, markLiteral } from './markdown.ts';
import { markContent, OWN_WORDS, withOrigin } from './template-origin.ts';
import { placeIn, templateProblem } from './template-problem.ts';

/** Text with marks, and what each mark stands for. With problems, the text is of no use. */
export interface TemplateOutput {
  readonly text: string;
  readonly literals: readonly Literal[];
  /** What each literal was made of. */
  readonly printed: readonly Printed[];
  readonly problems: readonly Problem[];
}

/** A value that was printed, or a helper with its values. */
interface Printed {
  readonly helper: HelperName | undefined;
  readonly args: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** A compiled template: runs it with a context and helpers. */
export type Runner = (context: unknown, helpers: Helpers) => TemplateOutput;

/** One Handlebars environment for a set of templates. */
export interface Engine {
  /** Makes a checked template ready to run; one of the partials can be named by all others. */
  compile(file: TemplateFile, ast: hbs.AST.Program): Runner;
}

/** A `{{…}}` of a template, so that what goes wrong when it is merged is told where it stands. */
interface Site {
  readonly file: TemplateFile;
  readonly line: number;
  readonly column: number;
  readonly name: string;
  readonly helper?: HelperName | undefined;
  /** Names below the context, for a value. */
  readonly parts: readonly string[];
}

interface Run {
  readonly helpers: Helpers;
  readonly explain: boolean;
  readonly literals: Literal[];
  readonly printed: Printed[];
  readonly problems: Map<Site, Problem>;
  steps: number;
  /** Characters that loops and partials have given, such as lie inside others again. */
  size: number;
}

/** Thrown where a template goes beyond its limits. */
class Endless extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/**
 * Makes the environment in which templates run: values only by their own names, nothing printed but marks. To explain
 * means to keep for each stretch of text which line put it there.
 */
export function createEngine(explain = false): Engine {
  const env = Handlebars.create();
  const sites: Site[] = [];
  const siteOf = (index: unknown): Site => sites[Number(index)]!;
  const eachBuiltIn = env.helpers.each as (this: unknown, items: unknown, options: unknown) => string;

  env.registerHelper('get', (context: unknown, index: unknown) => lookUp(context, siteOf(index).parts));
  env.registerHelper('print', (index: unknown, ...args: unknown[]) => {
    const options = args.pop() as Handlebars.HelperOptions;
    const run = options.data.run as Run;
    const site = siteOf(index);
    step(run, site);
    return print(site, args, options.hash, run);
  });
  env.registerHelper('each', function (this: unknown, items: unknown, index: unknown, options: unknown) {
    const { run } = (options as Handlebars.HelperOptions).data as { run: Run };
    const { fn, ...rest } = options as Handlebars.HelperOptions;
    const turn: typeof fn = (...args) => {
      step(run, siteOf(index));
      return measure(fn(...args), run, siteOf(index));
    };
    return eachBuiltIn.call(this, items, { ...rest, fn: turn });
  });

  return {
    compile(file, ast) {
      if (explain) markContent(ast);
      new Rewriter(file, sites).accept(ast);
      const template = env.compile(ast, {
        strict: true,
        noEscape: true,
        preventIndent: true,
        knownHelpers: { get: true, print: true, log: false, lookup: false },
        knownHelpersOnly: true,
      });
      if (file.name.startsWith('partials/')) {
        const site: Site = { file, line: 1, column: 0, name: file.name, parts: [] };
        env.registerPartial(file.name.slice('partials/'.length), (context, options) => {
          const { run } = options!.data as { run: Run };
          step(run, site);
          return measure(template(context, options), run, site);
        });
      }
      return (context, helpers) => {
        const [literals, printed, problems]: [Literal[], Printed[], Map<Site, Problem>] = [[], [], new Map()];
        const run: Run = { helpers, explain, literals, printed, problems, steps: 0, size: 0 };
        try {
          const text = template(context, { data: { run } });
          return { text, literals, printed, problems: [...problems.values()] };
        } catch (error) {
          if (!(error instanceof Endless)) throw error;
          return { text: '', literals: [], printed: [], problems: [error.problem] };
        }
      };
    },
  };
}

/** Rewrites `{{x}}` to calls that print marks, and names to calls that look only at a value's own fields. */
class Rewriter extends Handlebars.Visitor {
  readonly #file: TemplateFile;
  readonly #sites: Site[];
  constructor(file: TemplateFile, sites: Site[]) {
    super();
    this.#file = file;
    this.#sites = sites;
  }

  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    const path = node.path as hbs.AST.PathExpression;
    const name = String(path.original);
    const helper = isHelper(name) ? name : undefined;
    const params = helper ? node.params.map((param) => this.#value(param)) : [this.#value(path)];
    for (const pair of node.hash?.pairs ?? []) pair.value = this.#value(pair.value);
    node.params = [this.#site(node, name, helper), ...params];
    node.path = nameOf('print', node.loc);
    node.escaped = false;
  }

  override BlockStatement(node: hbs.AST.BlockStatement): void {
    const value = node.params.map((param) => this.#value(param));
    const isLoop = node.path.original === 'each';
    node.params = isLoop ? [...value, this.#site(node, 'each', undefined)] : value;
    for (const program of [node.program, node.inverse]) if (program) this.accept(program);
  }

  /** A partial sees all that a template sees, wherever it is called. */
  override PartialStatement(node: hbs.AST.PartialStatement): void {
    node.params = [{ ...nameOf('root', node.loc), data: true } as hbs.AST.PathExpression];
  }

  #value(node: hbs.AST.Expression): hbs.AST.Expression {
    if (node.type !== 'PathExpression') return node;
    const path = node as hbs.AST.PathExpression;
    if (path.data) return path;
    const { loc, depth } = path;
    const here = { ...nameOf('this', loc), parts: [], depth } as hbs.AST.PathExpression;
    const site = this.#site(path, String(path.original), undefined, path.parts as string[]);
    return {
      type: 'SubExpression',
      path: nameOf('get', loc),
      params: [here, site],
      loc,
    } as unknown as hbs.AST.SubExpression;
  }

  #site(
    { loc }: hbs.AST.Node,
    name: string,
    helper: HelperName | undefined,
    parts: readonly string[] = [],
  ): hbs.AST.NumberLiteral {
    const { line, column } = loc.start;
    const value = this.#sites.push({ file: this.#file, line, column, name, helper, parts }) - 1;
    return { type: 'NumberLiteral', value, original: value, loc };
  }
}

function nameOf(name: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression {
  return { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc } as never;
}

function lookUp(context: unknown, parts: readonly string[]): unknown {
  let value = context;
  for (const part of parts) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

function step(run: Run, site: Site): void {
  run.steps += 1;
  if (run.steps <= LIMITS.steps) return;
  throw new Endless(problemAt(site, 'too-large/steps', { most: formatLimit(LIMITS.steps) }));
}

/** Counts the text that a loop or a partial gave. */
function measure(text: string, run: Run, site: Site): string {
  run.size += text.length;
  if (run.size <= LIMITS.text) return text;
  throw new Endless(problemAt(site, 'too-large/output', { most: formatLimit(LIMITS.text) }));
}

function print(site: Site, args: readonly unknown[], hash: Record<string, unknown>, run: Run): string {
  const value =
    site.name === OWN_WORDS ? '' : site.helper ? call(site, site.helper, args, hash, run) : args[0];
  if (value === undefined || value === null) {
    const { name } = site;
    run.problems.set(site, problemAt(site, 'template-data/no-value', { name, open: `{{#if ${name}}}` }));
    return '';
  }
  const literal = asLiteral(value);
  run.printed.push({ helper: site.helper, args, options: hash });
  run.literals.push(run.explain ? withOrigin(literal, site) : literal);
  return markLiteral(run.literals.length - 1);
}

/** What is printed of a value, or of what a helper makes of several. */
export function literalOf({ helper, args, options }: Printed, helpers: Helpers): Literal {
  return asLiteral(helper ? (helpers[helper](args, options) ?? '') : args[0]);
}

function asLiteral(value: unknown): Literal {
  return isLiteral(value) ? value : { kind: 'inline', content: literalText(String(value)) };
}

function call(
  site: Site,
  name: HelperName,
  args: readonly unknown[],
  hash: Record<string, unknown>,
  run: Run,
): Literal | string {
  try {
    // What a helper has nothing to say to prints as nothing: it is no missing value.
    return run.helpers[name](args, hash) ?? '';
  } catch (error) {
    if (!(error instanceof HelperError)) throw error;
    run.problems.set(site, { ...error.problem, ...placeIn(site.file, site.line, site.column + 1) });
    return '';
  }
}

function problemAt<W extends WordingId>(
  { file, line, column }: Site,
  wording: W,
  values: ValuesOf<W>,
): Problem {
  return templateProblem(file, { line, column: column + 1 }, wording, values);
}
