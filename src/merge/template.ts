import Handlebars from 'handlebars';
import { BLOCK_ROLES } from '../model/block.ts';
import { Kept } from '../model/kept.ts';
import { LIMITS } from '../model/limits.ts';
import type { TemplateFile } from '../model/template.ts';
import { REVIEW_STATES } from '../model/text.ts';
import type { Problem } from '../problems.ts';
import { finding, phrase, type ValuesOf, type WordingId } from '../wordings.ts';
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
  /** Letters that were merged from them, by which others are merged that differ in their sender alone. */
  readonly masters: Kept;
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
    masters: new Kept(),
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
      const told = { name: node.file.name, circle: names.join(' → ') };
      if (problems.length === 0)
        problems.push(templateProblem(node.file, { line: 1 }, 'template-syntax/circle', told));
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
  const problems = [...checkFrontMatter(file), ...walked, ...(file.isKnown ? [] : checkMarkdown(body, file))];
  return { file, problems, uses, run: problems.length > 0 ? undefined : engine.compile(file, ast) };
}

function parseBody(file: TemplateFile, body: string): hbs.AST.Program | { problem: Problem } {
  const deep = lineOfDeepest(body);
  if (deep !== undefined) {
    const at = { line: deep, column: 1 };
    return { problem: templateProblem(file, at, 'too-large/blocks', { most: LIMITS.blocks }) };
  }
  try {
    return Handlebars.parse(body);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const place = error as { lineNumber?: number; column?: number };
    const line = place.lineNumber ?? Number(/on line (\d+)/.exec(message)?.[1] ?? 1);
    const at = { line, column: place.column === undefined ? undefined : place.column + 1 };
    const [, open, close] = /^(\S+) doesn't match (\S+)/.exec(message) ?? [];
    const told = { open: `{{#${open}}}`, close: `{{/${close}}}` };
    return {
      problem:
        open === undefined
          ? templateProblem(file, at, 'template-syntax/parse', {})
          : templateProblem(file, at, 'template-syntax/mismatch', told),
    };
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
  const tell = <W extends WordingId>(wording: W, values: ValuesOf<W>) =>
    problems.push(finding('error', wording, values, { at: { file: file.file, line: 1 } }));
  for (const [key, value] of Object.entries(wanted)) {
    const found = file.front[key];
    if (found === value) continue;
    const said = (text: string | undefined) =>
      text === undefined ? phrase('no-key', { key }) : `${key}: ${text}`;
    tell('template-front-matter/name', { found: said(found), expected: said(value) });
  }
  const { review } = file.front;
  if (review !== undefined && !REVIEW_STATES.some((state) => state === review)) {
    tell('template-front-matter/review', { review, states: REVIEW_STATES.join(', ') });
  }
  for (const role of (file.front.drop ?? '').split(',').map((r) => r.trim())) {
    if (role === '' || BLOCK_ROLES.some((known) => known === role)) continue;
    tell('template-front-matter/drop', { role: JSON.stringify(role), hint: suggest(role, BLOCK_ROLES) });
  }
  const known = ['material', 'kind', 'language', 'review', 'drop', 'paper', 'tone'];
  for (const key of Object.keys(file.front).filter((k) => !known.includes(k))) {
    tell('template-front-matter/key', { key: JSON.stringify(key), hint: suggest(key, known) });
  }
  return problems;
}
