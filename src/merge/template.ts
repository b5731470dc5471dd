import Handlebars from 'handlebars';
import { BLOCK_ROLES } from '../model/block.ts';
import { LIMITS } from '../model/limits.ts';
import type { TemplateFile } from '../model/template.ts';
import { REVIEW_STATES } from '../model/text.ts';
import type { Problem } from '../problems.ts';
import { stripMarks } from './markdown.ts';
import { checkMarkdown } from './markdown-check.ts';
import { suggest, templateProblem } from './template-problem.ts';
import { createEngine, type Engine, type Runner } from './template-run.ts';
import { type TemplateUse, walkTemplate } from './template-walk.ts';

/** A template that was read and checked; `run` is there where it can be merged. */
export interface CompiledTemplate {
  readonly file: TemplateFile;
  readonly problems: readonly Problem[];
  /** What it names: fields of the data, helpers, labels, partials. */
  readonly uses: TemplateUse;
  readonly run?: Runner | undefined;
}

/** All templates by name; each is compiled when it is first asked for. */
export interface TemplateSet {
  find(name: string): CompiledTemplate | undefined;
  readonly names: readonly string[];
}

const NOTHING: TemplateUse = { fields: [], helpers: [], labels: [], partials: [] };

/** Gathers templates for merging; with `explain`, what they merge says where it comes from. */
export function gatherTemplates(files: readonly TemplateFile[], explain = false): TemplateSet {
  const byName = new Map(files.map((file) => [file.name, file]));
  const partials = [...byName.keys()].flatMap((name) =>
    name.startsWith('partials/') ? [name.slice('partials/'.length)] : [],
  );
  const engine = createEngine(explain);
  const compiled = new Map<string, CompiledTemplate>();
  return {
    names: [...byName.keys()],
    find(name) {
      const file = byName.get(name);
      if (!file) return undefined;
      const known = compiled.get(name) ?? compileTemplate(file, partials, engine);
      compiled.set(name, known);
      return known;
    },
  };
}

/** The template and all partials below it, each once. A partial that comes back to itself is a problem. */
export function withPartials(
  template: CompiledTemplate,
  templates: TemplateSet,
): { used: CompiledTemplate[]; problems: Problem[] } {
  const used = new Set<CompiledTemplate>();
  const problems: Problem[] = [];
  const visit = (node: CompiledTemplate, path: readonly CompiledTemplate[]): void => {
    if (path.includes(node)) {
      const names = [...path.slice(path.indexOf(node)), node].map((t) => t.file.name);
      const message = `The partial ${node.file.name} contains itself: ${names.join(' → ')}.`;
      if (problems.length === 0) problems.push(templateProblem(node.file, 'template-syntax', message, 1));
      return;
    }
    if (used.has(node)) return;
    used.add(node);
    for (const name of node.uses.partials) {
      const partial = templates.find(`partials/${name}`);
      if (partial) visit(partial, [...path, node]);
    }
  };
  visit(template, []);
  return { used: [...used], problems: [...[...used].flatMap((t) => t.problems), ...problems] };
}

function compileTemplate(file: TemplateFile, partials: readonly string[], engine: Engine): CompiledTemplate {
  const body = stripMarks(file.body).replaceAll('\r\n', '\n');
  const ast = parseBody(file, body);
  if ('problem' in ast) {
    return { file, problems: [...checkFrontMatter(file), ast.problem], uses: NOTHING };
  }
  const { uses, problems: walked } = walkTemplate(ast, file, partials);
  const problems = [...checkFrontMatter(file), ...walked, ...checkMarkdown(body, file)];
  return { file, problems, uses, run: problems.length > 0 ? undefined : engine.compile(file, ast) };
}

function parseBody(file: TemplateFile, body: string): hbs.AST.Program | { problem: Problem } {
  const deep = lineOfDeepest(body);
  if (deep !== undefined) {
    const message = `Blocks lie more than ${LIMITS.blocks} deep inside each other; at most so many levels are read.`;
    return { problem: templateProblem(file, 'too-large', message, deep, 1, 'Take them out of each other.') };
  }
  try {
    return Handlebars.parse(body);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const place = error as { lineNumber?: number; column?: number };
    const line = place.lineNumber ?? Number(/on line (\d+)/.exec(message)?.[1] ?? 1);
    const mismatch = /^(\S+) doesn't match (\S+)/.exec(message);
    const what = mismatch
      ? `{{#${mismatch[1]}}} is closed by {{/${mismatch[2]}}}.`
      : 'The template doesn’t parse: a {{…}} is not closed, or a block such as {{#if …}} has no end or no beginning.';
    const hint = 'Each {{ needs its }}, and each {{#if}}, {{#each}} … its {{/if}}, {{/each}} ….';
    const column = place.column === undefined ? undefined : place.column + 1;
    return { problem: templateProblem(file, 'template-syntax', what, line, column, hint) };
  }
}

/** The line where blocks lie deeper inside each other than may be; the parser would go on until its stack is full. */
function lineOfDeepest(body: string): number | undefined {
  /** Blocks that are open, each with its further branches: {{else if}} lies inside the branch before it. */
  const open: number[] = [];
  let depth = 0;
  for (const { 0: tag, index } of body.matchAll(/\{\{~?\s*(?:[#/]|\^(?!~?\}\})|else\s+\w)/g)) {
    if (tag.endsWith('/')) depth -= open.pop() ?? 0;
    else {
      depth += 1;
      if (/[#^]$/.test(tag) || open.length === 0) open.push(1);
      else open[open.length - 1]! += 1;
    }
    if (depth > LIMITS.blocks) return body.slice(0, index).split('\n').length;
  }
  return undefined;
}

/** Front matter says what the file's name says; partials need none. */
function checkFrontMatter(file: TemplateFile): Problem[] {
  if (file.name.startsWith('partials/')) return [];
  const [material = '', rest = ''] = file.name.split('/');
  const dot = rest.indexOf('.');
  const [kind, language] = dot < 0 ? [rest, undefined] : [rest.slice(0, dot), rest.slice(dot + 1)];
  const wanted = { material, kind, language };
  const problems: Problem[] = [];
  const tell = (message: string, hint: string) =>
    problems.push({
      severity: 'error',
      code: 'template-front-matter',
      message,
      at: { file: file.file, line: 1 },
      hint,
    });
  for (const [key, value] of Object.entries(wanted)) {
    const found = file.front[key];
    if (found === value) continue;
    const expected = value === undefined ? `no ${key}` : `${key}: ${value}`;
    tell(
      `The front matter says ${found === undefined ? `no ${key}` : `${key}: ${found}`}, the file’s name ${expected}.`,
      'Front matter stands between two lines of --- at the top of the file.',
    );
  }
  const { review } = file.front;
  if (review !== undefined && !REVIEW_STATES.some((state) => state === review)) {
    tell(`The front matter says review: ${review}.`, `Expected one of: ${REVIEW_STATES.join(', ')}.`);
  }
  for (const role of (file.front.drop ?? '').split(',').map((r) => r.trim())) {
    if (role === '' || BLOCK_ROLES.some((known) => known === role)) continue;
    tell(
      `The front matter drops ${JSON.stringify(role)}, which is no role of a block.`,
      suggest(role, BLOCK_ROLES),
    );
  }
  const known = ['material', 'kind', 'language', 'review', 'drop', 'paper', 'tone'];
  for (const key of Object.keys(file.front).filter((k) => !known.includes(k))) {
    tell(`The front matter has an unknown key ${JSON.stringify(key)}.`, suggest(key, known));
  }
  return problems;
}
