import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { BLOCK_ROLES } from '../model/block.ts';
import { LIMITS } from '../model/limits.ts';
import { blankComments, type TemplateFile } from '../model/template.ts';
import type { Problem } from '../problems.ts';
import { FENCE, isLinkTarget } from './markdown.ts';
import { suggest, templateProblem } from './template-problem.ts';

/** Stands for `{{…}}` while the Markdown around it is looked at. */
const FILLER = '\u{E002}';

const KNOWN = 'Templates know headings, paragraphs, lists, **strong**, *emphasis*, links and hard breaks.';

/** What a template's Markdown may not hold, in words. */
const REFUSED: Readonly<Record<string, string>> = {
  html: 'HTML',
  image: 'A picture',
  imageReference: 'A picture',
  linkReference: 'A link by reference',
  definition: 'A link by reference',
  code: 'Code (or a line that is indented by four spaces)',
  inlineCode: 'Code between backticks',
  blockquote: 'A quotation with >',
  thematicBreak: 'A rule',
};

/** A line of a quotation that doesn't stand in a list. */
const QUOTED = /^ {0,3}>/;

/** Finds Markdown that has no place on paper, and fences `:::` that don't fit together. */
export function checkMarkdown(body: string, file: TemplateFile): Problem[] {
  const problems: Problem[] = [];
  const tell: Tell = (message, line, column, hint) => {
    problems.push(templateProblem(file, 'template-syntax', message, line, column, hint));
  };
  const lines = blankComments(body).split('\n');
  checkFences(lines, tell);
  const masked = maskMustaches(body)
    .replace(/^:::.*$/gm, '')
    .split('\n');
  for (const [i, line] of masked.entries()) {
    if (/^\s*(?:\|\s*)?:?-{3,}:?\s*\|[\s:|-]*$/.test(line)) tell(refusal('A table'), i + 1, 1, KNOWN);
    if (QUOTED.test(line) && !QUOTED.test(masked[i - 1] ?? ''))
      tell(refusal(REFUSED.blockquote!), i + 1, line.indexOf('>') + 1, KNOWN);
  }
  // Told already; the parser would take seconds for thousands of them.
  const unquoted = masked.map((line) => (QUOTED.test(line) ? '' : line));
  checkNode(fromMarkdown(unquoted.join('\n')), tell);
  return problems;
}

function refusal(what: string): string {
  return `${what} has no place in a template.`;
}

type Tell = (message: string, line: number, column: number, hint: string) => void;

function checkFences(lines: readonly string[], tell: Tell): void {
  let open: number | undefined;
  for (const [i, line] of lines.entries()) {
    if (!line.startsWith(':::')) continue;
    const role = FENCE.exec(line)?.[1];
    if (role === undefined) {
      tell('A line with ::: names a role and nothing else.', i + 1, 1, 'Write ::: demands, or ::: to close.');
    } else if (role === '') {
      if (open === undefined)
        tell('This ::: closes nothing.', i + 1, 1, 'Open a part with ::: and its role.');
      open = undefined;
    } else {
      const column = line.indexOf(role) + 1;
      if (!BLOCK_ROLES.some((known) => known === role)) {
        tell(`There is no role ${JSON.stringify(role)}.`, i + 1, column, suggest(role, BLOCK_ROLES));
      }
      if (open !== undefined) {
        tell(
          `The part from line ${open + 1} of the text isn’t closed before this one.`,
          i + 1,
          1,
          'Close it with :::.',
        );
      }
      open = i;
    }
  }
  if (open !== undefined)
    tell('This part isn’t closed.', open + 1, 1, 'Close it with ::: on a line of its own.');
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
  if (refused !== undefined) tell(refusal(refused), line, column, KNOWN);
  else if (depth > LIMITS.depth) tell('Marks lie too deep inside each other.', line, column, KNOWN);
  else if (isNested)
    tell('An item of a list holds only text.', line, column, 'Lists inside lists have no place on a letter.');
  else {
    checkHeading(node, tell);
    checkLink(node, tell);
    if ('children' in node) for (const child of node.children) checkNode(child, tell, depth + 1);
  }
}

function checkHeading(node: Nodes, tell: Tell): void {
  if (node.type !== 'heading' || node.depth <= 3) return;
  const { line, column } = node.position!.start;
  tell('Headings have three levels.', line, column, 'Use #, ## or ###.');
}

function checkLink(node: Nodes, tell: Tell): void {
  if (node.type !== 'link' || node.url.startsWith(FILLER) || isLinkTarget(node.url)) return;
  const { line, column } = node.position!.start;
  const hint = 'Links begin with https://, http://, mailto: or tel:.';
  tell(`A link can’t lead to ${JSON.stringify(node.url)}.`, line, column, hint);
}
