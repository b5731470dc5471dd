import type { TemplateFile } from '../model/template.ts';
import type { Problem, Told } from '../problems.ts';
import { phrase, type ValuesOf, type WordingId } from '../wordings.ts';
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
  readonly tell: <W extends WordingId>(node: hbs.AST.Node, wording: W, values: ValuesOf<W>) => void;
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
    tell: ({ loc: { start } }, wording, values) =>
      problems.push(templateProblem(file, { line: start.line, column: start.column + 1 }, wording, values)),
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
        walk.tell(statement, 'template-syntax/decorator', {});
    }
  }
}

function visitMustache(node: hbs.AST.MustacheStatement, scopes: readonly Scope[], walk: Walk): void {
  const { path, params } = node;
  if (path.type !== 'PathExpression') {
    walk.tell(node, 'template-syntax/quoted', {});
    return;
  }
  const name = String((path as hbs.AST.PathExpression).original);
  if (isHelper(name)) {
    visitHelper(name, node, scopes, walk);
  } else if (params.length > 0 || node.hash !== undefined) {
    walk.tell(node, 'template-helper/unknown', { name: quoted(name), hint: suggest(name, HELPER_NAMES) });
  } else {
    const shape = visitPath(path as hbs.AST.PathExpression, scopes, walk, HELPER_NAMES);
    if (shape?.kind === 'list')
      walk.tell(node, 'template-data/list', { name, list: `{{list ${name}}}`, each: `{{#each ${name}}}` });
    else if (shape?.kind === 'record')
      walk.tell(node, 'template-data/record', { name, fields: Object.keys(shape.fields).join(', ') });
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
    const known = { name, found: length, usage };
    const takes = form.takes.join(', ');
    if (form.takes.length === 0) walk.tell(node, 'template-helper/no-value', known);
    else if (form.takes.length === 1) walk.tell(node, 'template-helper/one-value', { ...known, takes });
    else walk.tell(node, 'template-helper/values', { ...known, takes });
  }
  for (const param of node.params) {
    visitExpression(param, scopes, walk);
    const literal = param.type === 'StringLiteral' ? (param as hbs.AST.StringLiteral).value : undefined;
    if (literal !== undefined && form.choices && !form.choices.includes(literal)) {
      const takes = form.takes[0] ?? '';
      const hint = suggest(literal, form.choices);
      walk.tell(param, 'template-helper/choice', { name, takes, found: quoted(literal), hint });
    } else if (literal !== undefined && (name === 'label' || name === 'line')) walk.labels.add(literal);
  }
  for (const pair of node.hash?.pairs ?? []) {
    visitExpression(pair.value, scopes, walk);
    if (!form.options.includes(pair.key)) {
      const hint = form.options.length > 0 ? suggest(pair.key, form.options) : phrase('write', { usage });
      walk.tell(pair, 'template-helper/option', { name, option: quoted(pair.key), hint });
    }
  }
}

function visitBlock(node: hbs.AST.BlockStatement, scopes: readonly Scope[], walk: Walk): void {
  const name = String(node.path.original);
  const [param] = node.params;
  const told = { block: `{{#${name}}}`, usage: `{{#${name} events}} … {{/${name}}}` };
  let inner: Scope | undefined = scopes.at(-1);
  if (!BLOCKS.includes(name)) {
    walk.tell(node, 'template-helper/block', { name: quoted(name), blocks: BLOCKS.join(', ') });
  } else if (node.params.length !== 1 || node.hash !== undefined || node.program?.blockParams) {
    walk.tell(node, 'template-syntax/block-values', told);
  } else if (param?.type !== 'PathExpression') {
    walk.tell(node, 'template-syntax/block-name', told);
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
    walk.tell(path, 'template-data/no-fields', { name: String(path.original) });
  }
  if (name === 'each') {
    if (shape.kind === 'list') return { shape: shape.item, prefix: `${path.original}[].`, loop: true };
    walk.tell(path, 'template-data/no-list', { name: String(path.original), lists: listNames(scopes) });
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
    walk.tell(node, 'template-syntax/partial-values', {});
    return;
  }
  const name = String((node.name as hbs.AST.PathExpression).original);
  walk.partials.add(name);
  if (walk.partialNames.includes(name)) return;
  const hint = suggest(name, walk.partialNames);
  walk.tell(node, 'template-not-found/partial', { name: quoted(name), hint, file: name });
}

function visitExpression(node: hbs.AST.Expression, scopes: readonly Scope[], walk: Walk): void {
  if (node.type === 'PathExpression') visitPath(node as hbs.AST.PathExpression, scopes, walk);
  else if (node.type === 'SubExpression') walk.tell(node, 'template-syntax/call', {});
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
  const lost = (hint: Told): undefined => {
    walk.tell(path, 'template-data/unknown', { name: quoted(String(original)), hint });
    return undefined;
  };
  if (data) {
    if (parts.length === 1 && LOOP_NAMES.includes(parts[0]!) && scopes.at(-1)?.loop) return { kind: 'value' };
    const names = LOOP_NAMES.map((name) => `@${name}`).join(', ');
    return lost(phrase('inside-each', { block: '{{#each}}', names }));
  }
  const scope = scopes[scopes.length - 1 - depth];
  if (!scope) return lost(phrase('fewer-blocks', {}));
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

function hintFor(part: string, known: readonly string[], scopes: readonly Scope[]): Told {
  const { shape } = scopes[0]!;
  if (scopes.length > 1 && shape.kind === 'record' && Object.hasOwn(shape.fields, part))
    return phrase('from-inside', { path: `${'../'.repeat(scopes.length - 1)}${part}` });
  return known.length > 0 ? suggest(part, known) : phrase('below-value', {});
}

/** A name as a template has it, in quotes. */
function quoted(name: string): string {
  return JSON.stringify(name);
}
