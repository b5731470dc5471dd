import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { BLOCK_ROLES } from '../model/block.ts';
import { LIMITS } from '../model/limits.ts';
import { blankComments, type TemplateFile } from '../model/template.ts';
import type { Problem, Told } from '../problems.ts';
import { phrase, type ValuesOf, type WordingId } from '../wordings.ts';
import { FENCE, isLinkTarget } from './markdown.ts';
import { suggest, templateProblem } from './template-problem.ts';

/** Stands for `{{…}}` while the Markdown around it is looked at. */
const FILLER = '\u{E002}';

const QUOTATION = phrase('quotation', {});

/** What a template's Markdown may not hold, in words. */
const REFUSED: Readonly<Record<string, Told>> = {
  html: phrase('html', {}),
  image: phrase('a-picture', {}),
  imageReference: phrase('a-picture', {}),
  linkReference: phrase('a-reference', {}),
  definition: phrase('a-reference', {}),
  code: phrase('code', {}),
  inlineCode: phrase('inline-code', {}),
  blockquote: QUOTATION,
  thematicBreak: phrase('a-rule', {}),
};

/** A line of a quotation that doesn't stand in a list. */
const QUOTED = /^ {0,3}>/;

/** Finds Markdown that has no place on paper, and fences `:::` that don't fit together. */
export function checkMarkdown(body: string, file: TemplateFile): Problem[] {
  const problems: Problem[] = [];
  const tell: Tell = (line, column, wording, values) => {
    problems.push(templateProblem(file, { line, column }, wording, values));
  };
  const lines = blankComments(body).split('\n');
  checkFences(lines, tell);
  const masked = maskMustaches(body)
    .replace(/^:::.*$/gm, '')
    .split('\n');
  for (const [i, line] of masked.entries()) {
    if (/^\s*(?:\|\s*)?:?-{3,}:?\s*\|[\s:|-]*$/.test(line)) refuse(phrase('a-table', {}), i + 1, 1, tell);
    if (QUOTED.test(line) && !QUOTED.test(masked[i - 1] ?? ''))
      refuse(QUOTATION, i + 1, line.indexOf('>') + 1, tell);
  }
  // Told already; the parser would take seconds for thousands of them.
  const unquoted = masked.map((line) => (QUOTED.test(line) ? '' : line));
  checkNode(fromMarkdown(unquoted.join('\n')), tell);
  return problems;
}

type Tell = <W extends WordingId>(line: number, column: number, wording: W, values: ValuesOf<W>) => void;

function refuse(what: Told, line: number, column: number, tell: Tell): void {
  tell(line, column, 'template-syntax/no-place', { what });
}

function checkFences(lines: readonly string[], tell: Tell): void {
  let open: number | undefined;
  for (const [i, line] of lines.entries()) {
    if (!line.startsWith(':::')) continue;
    const role = FENCE.exec(line)?.[1];
    if (role === undefined) {
      tell(i + 1, 1, 'template-syntax/fence', {});
    } else if (role === '') {
      if (open === undefined) tell(i + 1, 1, 'template-syntax/closes-nothing', {});
      open = undefined;
    } else {
      const column = line.indexOf(role) + 1;
      if (!BLOCK_ROLES.some((known) => known === role)) {
        const hint = suggest(role, BLOCK_ROLES);
        tell(i + 1, column, 'template-syntax/role', { role: JSON.stringify(role), hint });
      }
      if (open !== undefined) tell(i + 1, 1, 'template-syntax/before', { line: open + 1 });
      open = i;
    }
  }
  if (open !== undefined) tell(open + 1, 1, 'template-syntax/open', {});
}

/** Puts fillers in place of all mustaches; lines that hold only blocks or partials become empty. */
function maskMustaches(body: string): string {
  const spaces = (text: string) => text.replace(/[^\n]/g, ' ');
  return blankComments(body)
    .replace(/^[ \t]*\{\{~?(?:[#/^>]|else\b)(?:(?!\}\})[\s\S])*\}\}[ \t]*$/gm, spaces)
    .replace(/\{\{\{?[\s\S]*?\}?\}\}/g, (text) => text.replace(/[^\n]/g, FILLER));
}

/** Tells what is refused, once for all that lies in it. */
function checkNode(node: Nodes, tell: Tell, depth = 0): void {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  const refused = REFUSED[node.type];
  const isNested = node.type === 'listItem' && node.children.some((child) => child.type !== 'paragraph');
  if (refused !== undefined) refuse(refused, line, column, tell);
  else if (depth > LIMITS.depth) tell(line, column, 'template-syntax/depth', {});
  else if (isNested) tell(line, column, 'template-syntax/item', {});
  else {
    checkHeading(node, tell);
    checkLink(node, tell);
    if ('children' in node) for (const child of node.children) checkNode(child, tell, depth + 1);
  }
}

function checkHeading(node: Nodes, tell: Tell): void {
  if (node.type !== 'heading' || node.depth <= 3) return;
  const { line, column } = node.position!.start;
  tell(line, column, 'template-syntax/heading', {});
}

function checkLink(node: Nodes, tell: Tell): void {
  if (node.type !== 'link' || node.url.startsWith(FILLER) || isLinkTarget(node.url)) return;
  const { line, column } = node.position!.start;
  tell(line, column, 'template-syntax/link', { url: JSON.stringify(node.url) });
}
