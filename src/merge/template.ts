import Handlebars from 'handlebars';
import type { TemplateFile } from '../model/template.ts';
import type { Problem, ProblemCode } from '../problems.ts';
import { stripMarks } from './markdown.ts';

/** Values that a template can name at its top; each is there for every document, if empty. */
export const CONTEXT_KEYS = [
  'appeal',
  'target',
  'sender',
  'ownWords',
  'language',
  'example',
  'demands',
  'actions',
  'events',
] as const;

/** Helpers that print something. */
export const HELPER_NAMES = [
  'facts',
  'fact',
  'figure',
  'figures',
  'demands',
  'actions',
  'date',
  'number',
  'list',
  'sources',
  'salutation',
  'closing',
  'address',
  'attention',
  'dateline',
  'asOf',
  'label',
  'senderAddress',
  'signature',
] as const;
export type HelperName = (typeof HELPER_NAMES)[number];

const BLOCK_HELPERS = ['if', 'unless', 'each', 'with'];

/** A template that parsed, ready to be run. */
export interface CompiledTemplate {
  readonly file: TemplateFile;
  readonly problems: readonly Problem[];
  readonly ast?: hbs.AST.Program | undefined;
}

/** All templates by name; each is compiled when it is first asked for. */
export interface TemplateSet {
  find(name: string): CompiledTemplate | undefined;
  readonly names: readonly string[];
}

/** Gathers templates for merging. */
export function gatherTemplates(files: readonly TemplateFile[]): TemplateSet {
  const byName = new Map(files.map((file) => [file.name, file]));
  const compiled = new Map<string, CompiledTemplate>();
  return {
    names: [...byName.keys()],
    find(name) {
      const file = byName.get(name);
      if (!file) return undefined;
      const known =
        compiled.get(name) ?? compileTemplate(file, (partial) => byName.has(`partials/${partial}`));
      compiled.set(name, known);
      return known;
    },
  };
}

function compileTemplate(file: TemplateFile, hasPartial: (name: string) => boolean): CompiledTemplate {
  const problems: Problem[] = [];
  try {
    const ast = Handlebars.parse(stripMarks(file.body));
    markOutput(ast.body, { file, hasPartial, problems, nested: false });
    return { file, problems, ast };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/line (\d+)/.exec(message)?.[1] ?? 1);
    const reason = message.split('\n').at(-1) ?? message;
    problems.push(
      templateProblem(
        file,
        'template-syntax',
        `The template doesn’t parse: ${reason}`,
        line,
        undefined,
        'Look at braces and at {{/…}} that close a block.',
      ),
    );
    return { file, problems };
  }
}

/** A problem at a line of a template's body. */
export function templateProblem(
  file: TemplateFile,
  code: ProblemCode,
  message: string,
  line: number,
  column?: number,
  hint?: string,
): Problem {
  return {
    severity: 'error',
    code,
    message,
    at: { file: file.file, line: file.bodyLine + line - 1, column },
    hint,
  };
}

interface Walk {
  readonly file: TemplateFile;
  readonly hasPartial: (name: string) => boolean;
  readonly problems: Problem[];
  /** True inside a block whose names are those of an item. */
  readonly nested: boolean;
}

/** Makes each `{{x}}` a call of `put`, so that what it prints never becomes markup; tells names that don't exist. */
function markOutput(statements: readonly hbs.AST.Statement[], walk: Walk): void {
  for (const statement of statements) {
    if (statement.type === 'MustacheStatement') markMustache(statement as hbs.AST.MustacheStatement, walk);
    else if (statement.type === 'BlockStatement') markBlock(statement as hbs.AST.BlockStatement, walk);
    else if (statement.type === 'PartialStatement') checkPartial(statement as hbs.AST.PartialStatement, walk);
  }
}

function markMustache(node: hbs.AST.MustacheStatement, walk: Walk): void {
  const name = 'original' in node.path ? String(node.path.original) : '';
  const isHelper = HELPER_NAMES.some((helper) => helper === name);
  const isCall = node.params.length > 0 || node.hash !== undefined;
  if (isCall && !isHelper) {
    tell(
      walk,
      'template-helper',
      `There is no helper ${JSON.stringify(name)}.`,
      node,
      `Helpers are: ${HELPER_NAMES.join(', ')}.`,
    );
    return;
  }
  if (!isHelper) checkPath(node.path, walk);
  for (const param of node.params) checkPath(param, walk);
  const { loc } = node;
  const value: hbs.AST.Expression = isHelper
    ? ({
        type: 'SubExpression',
        path: node.path,
        params: node.params,
        hash: node.hash,
        loc,
      } as hbs.AST.SubExpression)
    : node.path;
  const put: hbs.AST.PathExpression = {
    type: 'PathExpression',
    data: false,
    depth: 0,
    parts: ['put'],
    original: 'put',
    loc,
  };
  const label: hbs.AST.StringLiteral = { type: 'StringLiteral', value: name, original: name, loc };
  Object.assign(node, { path: put, params: [value, label], hash: undefined, escaped: false });
}

function markBlock(node: hbs.AST.BlockStatement, walk: Walk): void {
  const name = node.path.original;
  if (!BLOCK_HELPERS.includes(String(name))) {
    tell(
      walk,
      'template-helper',
      `There is no block ${JSON.stringify(name)}.`,
      node,
      `Blocks are: ${BLOCK_HELPERS.join(', ')}.`,
    );
  }
  for (const param of node.params) checkPath(param, walk);
  const inner = { ...walk, nested: walk.nested || name === 'each' || name === 'with' };
  markOutput(node.program.body, inner);
  if (node.inverse) markOutput(node.inverse.body, walk);
}

function checkPartial(node: hbs.AST.PartialStatement, walk: Walk): void {
  const name = 'original' in node.name ? String(node.name.original) : '';
  if (!walk.hasPartial(name)) {
    tell(
      walk,
      'template-not-found',
      `There is no partial ${JSON.stringify(name)}.`,
      node,
      `Expected a file templates/partials/${name}.md.`,
    );
  }
}

function checkPath(expression: hbs.AST.Expression, walk: Walk): void {
  if (expression.type !== 'PathExpression' || walk.nested) return;
  const { parts, data, original } = expression as hbs.AST.PathExpression;
  const root = parts[0];
  if (data || typeof root !== 'string' || CONTEXT_KEYS.some((key) => key === root)) return;
  tell(
    walk,
    'template-data',
    `There is no ${JSON.stringify(original)}.`,
    expression,
    `A template can name: ${CONTEXT_KEYS.join(', ')}.`,
  );
}

function tell(walk: Walk, code: ProblemCode, message: string, node: hbs.AST.Node, hint: string): void {
  const { line, column } = node.loc.start;
  walk.problems.push(templateProblem(walk.file, code, message, line, column + 1, hint));
}
