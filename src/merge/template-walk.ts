import type { TemplateFile } from '../model/template.ts';
import type { Problem, ProblemCode } from '../problems.ts';
import { HELPER_NAMES, HELPERS, type HelperForm, isHelper, usageOf } from './helper-forms.ts';
import { CONTEXT, type Shape } from './shape.ts';
import { suggest, templateProblem } from './template-problem.ts';

/** What a template names, each once, in order. Fields of items are written `events[].when`. */
export interface TemplateUse {
  readonly fields: readonly string[];
  readonly helpers: readonly string[];
  readonly labels: readonly string[];
  readonly partials: readonly string[];
}

/** Blocks that a template can use; each takes one value. */
const BLOCKS = ['if', 'unless', 'each', 'with'];
const LOOP_NAMES = ['index', 'first', 'last'];

interface Scope {
  readonly shape: Shape;
  /** How the fields of this scope are told: `events[].`, nothing at the top. */
  readonly prefix: string;
  readonly loop: boolean;
}

interface Walk {
  readonly tell: (code: ProblemCode, message: string, node: hbs.AST.Node, hint: string) => void;
  readonly partialNames: readonly string[];
  readonly fields: Set<string>;
  readonly helpers: Set<string>;
  readonly labels: Set<string>;
  readonly partials: Set<string>;
}

/** Goes through a whole template, branches that aren't taken too, and tells every name that can't be. */
export function walkTemplate(
  ast: hbs.AST.Program,
  file: TemplateFile,
  partialNames: readonly string[],
): { uses: TemplateUse; problems: Problem[] } {
  const problems: Problem[] = [];
  const walk: Walk = {
    tell: (code, message, { loc }, hint) =>
      problems.push(templateProblem(file, code, message, loc.start.line, loc.start.column + 1, hint)),
    partialNames,
    fields: new Set(),
    helpers: new Set(),
    labels: new Set(),
    partials: new Set(),
  };
  visitBody(ast.body, [{ shape: CONTEXT, prefix: '', loop: false }], walk);
  const { fields, helpers, labels, partials } = walk;
  return {
    uses: { fields: [...fields], helpers: [...helpers], labels: [...labels], partials: [...partials] },
    problems,
  };
}

function visitBody(body: readonly hbs.AST.Statement[], scopes: readonly Scope[], walk: Walk): void {
  for (const statement of body) {
    switch (statement.type) {
      case 'MustacheStatement':
        visitMustache(statement as hbs.AST.MustacheStatement, scopes, walk);
        break;
      case 'BlockStatement':
        visitBlock(statement as hbs.AST.BlockStatement, scopes, walk);
        break;
      case 'PartialStatement':
        visitPartial(statement as hbs.AST.PartialStatement, walk);
        break;
      case 'ContentStatement':
      case 'CommentStatement':
        break;
      default:
        walk.tell(
          'template-syntax',
          'Partial blocks and decorators have no use in a template.',
          statement,
          'Templates know {{value}}, {{helper}}, {{> partial}}, and the blocks {{#if}}, {{#unless}}, {{#each}}, {{#with}}.',
        );
    }
  }
}

function visitMustache(node: hbs.AST.MustacheStatement, scopes: readonly Scope[], walk: Walk): void {
  const { path, params } = node;
  if (path.type !== 'PathExpression') {
    walk.tell('template-syntax', 'A text in quotes prints nothing.', node, 'Write it without {{ and }}.');
    return;
  }
  const name = String((path as hbs.AST.PathExpression).original);
  if (isHelper(name)) {
    visitHelper(name, node, scopes, walk);
  } else if (params.length > 0 || node.hash !== undefined) {
    const hint = suggest(name, HELPER_NAMES);
    walk.tell('template-helper', `There is no helper ${JSON.stringify(name)}.`, node, hint);
  } else {
    const shape = visitPath(path as hbs.AST.PathExpression, scopes, walk, HELPER_NAMES);
    if (shape && shape.kind !== 'value') {
      const hint =
        shape.kind === 'list'
          ? `Print it with {{list ${name}}}, or go through it with {{#each ${name}}}.`
          : `It has: ${Object.keys(shape.fields).join(', ')}.`;
      walk.tell('template-data', `${name} is no single text.`, node, hint);
    }
  }
}

function visitHelper(
  name: keyof typeof HELPERS,
  node: hbs.AST.MustacheStatement,
  scopes: readonly Scope[],
  walk: Walk,
): void {
  walk.helpers.add(name);
  const form: HelperForm = HELPERS[name];
  const usage = usageOf(name);
  const { length } = node.params;
  if (length < form.needs || length > form.takes.length) {
    const count =
      form.takes.length === 0
        ? 'no value'
        : `${form.takes.length === 1 ? 'one value' : 'values'} (${form.takes.join(', ')})`;
    walk.tell('template-helper', `${name} takes ${count}, found ${length}.`, node, `Write ${usage}.`);
  }
  for (const param of node.params) {
    visitExpression(param, scopes, walk);
    const literal = param.type === 'StringLiteral' ? (param as hbs.AST.StringLiteral).value : undefined;
    if (literal !== undefined && form.choices && !form.choices.includes(literal)) {
      const message = `${name} knows no ${form.takes[0]} ${JSON.stringify(literal)}.`;
      walk.tell('template-helper', message, param, suggest(literal, form.choices));
    } else if (literal !== undefined && (name === 'label' || name === 'line')) walk.labels.add(literal);
  }
  for (const pair of node.hash?.pairs ?? []) {
    visitExpression(pair.value, scopes, walk);
    if (!form.options.includes(pair.key)) {
      const hint = form.options.length > 0 ? suggest(pair.key, form.options) : `Write ${usage}.`;
      walk.tell('template-helper', `${name} has no option ${JSON.stringify(pair.key)}.`, pair, hint);
    }
  }
}

function visitBlock(node: hbs.AST.BlockStatement, scopes: readonly Scope[], walk: Walk): void {
  const name = String(node.path.original);
  const [param] = node.params;
  let inner: Scope | undefined = scopes.at(-1);
  if (!BLOCKS.includes(name)) {
    walk.tell(
      'template-helper',
      `There is no block ${JSON.stringify(name)}.`,
      node,
      `Blocks are: ${BLOCKS.join(', ')}.`,
    );
  } else if (node.params.length !== 1 || node.hash !== undefined || node.program?.blockParams) {
    walk.tell(
      'template-syntax',
      `{{#${name}}} takes one value and nothing else.`,
      node,
      `Write {{#${name} events}} … {{/${name}}}.`,
    );
  } else if (param?.type !== 'PathExpression') {
    walk.tell(
      'template-syntax',
      `{{#${name}}} takes the name of a value.`,
      node,
      `Write {{#${name} events}} … {{/${name}}}.`,
    );
  } else {
    const path = param as hbs.AST.PathExpression;
    const shape = visitPath(path, scopes, walk);
    if (shape) inner = innerScope(name, path, shape, scopes, walk) ?? inner;
  }
  const changes = inner !== scopes.at(-1);
  if (node.program) visitBody(node.program.body, changes && inner ? [...scopes, inner] : scopes, walk);
  if (node.inverse) visitBody(node.inverse.body, scopes, walk);
}

function innerScope(
  name: string,
  path: hbs.AST.PathExpression,
  shape: Shape,
  scopes: readonly Scope[],
  walk: Walk,
): Scope | undefined {
  if (name === 'with') {
    if (shape.kind === 'record') return { shape, prefix: `${path.original}.`, loop: false };
    walk.tell('template-data', `${path.original} has no fields.`, path, 'Use {{#if}} to ask for a value.');
  }
  if (name === 'each') {
    if (shape.kind === 'list') return { shape: shape.item, prefix: `${path.original}[].`, loop: true };
    walk.tell('template-data', `${path.original} is no list.`, path, `Lists are: ${listNames(scopes)}.`);
  }
  return undefined;
}

function listNames(scopes: readonly Scope[]): string {
  const { shape } = scopes[0]!;
  const fields = shape.kind === 'record' ? Object.entries(shape.fields) : [];
  return fields.flatMap(([name, { kind }]) => (kind === 'list' ? [name] : [])).join(', ');
}

function visitPartial(node: hbs.AST.PartialStatement, walk: Walk): void {
  if (node.name.type !== 'PathExpression' || node.params.length > 0 || node.hash !== undefined) {
    walk.tell('template-syntax', 'A partial takes no values.', node, 'Write {{> letterhead}}.');
    return;
  }
  const name = String((node.name as hbs.AST.PathExpression).original);
  walk.partials.add(name);
  if (walk.partialNames.includes(name)) return;
  const hint = `${suggest(name, walk.partialNames)} Or write templates/partials/${name}.md.`;
  walk.tell('template-not-found', `There is no partial ${JSON.stringify(name)}.`, node, hint);
}

function visitExpression(node: hbs.AST.Expression, scopes: readonly Scope[], walk: Walk): void {
  if (node.type === 'PathExpression') visitPath(node as hbs.AST.PathExpression, scopes, walk);
  else if (node.type === 'SubExpression')
    walk.tell(
      'template-syntax',
      'A call inside a call isn’t known.',
      node,
      'Give a value or a text in quotes.',
    );
}

/** What a path leads to; undefined, and a problem, where it leads nowhere. */
function visitPath(
  path: hbs.AST.PathExpression,
  scopes: readonly Scope[],
  walk: Walk,
  also: readonly string[] = [],
): Shape | undefined {
  const { depth, data, original } = path;
  const parts = path.parts as string[];
  const lost = (hint: string): undefined => {
    walk.tell('template-data', `There is nothing called ${JSON.stringify(String(original))}.`, path, hint);
    return undefined;
  };
  if (data) {
    if (parts.length === 1 && LOOP_NAMES.includes(parts[0]!) && scopes.at(-1)?.loop) return { kind: 'value' };
    return lost(`Inside {{#each}} there are: ${LOOP_NAMES.map((n) => `@${n}`).join(', ')}.`);
  }
  const scope = scopes[scopes.length - 1 - depth];
  if (!scope) return lost('There are fewer blocks around it than ../ steps.');
  let { shape } = scope;
  for (const [i, part] of parts.entries()) {
    const fields = shape.kind === 'record' ? shape.fields : {};
    const next = Object.hasOwn(fields, part) ? fields[part] : undefined;
    if (!next) return lost(hintFor(part, [...Object.keys(fields), ...(i === 0 ? also : [])], scopes));
    shape = next;
  }
  if (shape.kind !== 'record')
    walk.fields.add(scope.prefix + (parts.join('.') || 'this').replace(/^this$/, ''));
  return shape;
}

function hintFor(part: string, known: readonly string[], scopes: readonly Scope[]): string {
  const { shape } = scopes[0]!;
  if (scopes.length > 1 && shape.kind === 'record' && Object.hasOwn(shape.fields, part))
    return `From inside a block it is ${'../'.repeat(scopes.length - 1)}${part}.`;
  return known.length > 0 ? suggest(part, known) : 'It stands below a value that has no fields.';
}
