import type { PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { BLOCK_ROLES, type Block, type BlockRole, type Inline } from '../model/block.ts';

/** What a template put in where its text has a mark: words in a line, or whole blocks. */
export type Literal =
  | { readonly kind: 'inline'; readonly content: readonly Inline[] }
  | { readonly kind: 'blocks'; readonly blocks: readonly Block[] };

/** Private characters around the number of a literal; templates lose any of their own. */
const OPEN = '\u{E000}';
const CLOSE = '\u{E001}';
const MARK = /\u{E000}(\d+)\u{E001}/u;

/** The mark that stands for a literal until Markdown has been parsed. */
export function markLiteral(index: number): string {
  return `${OPEN}${index}${CLOSE}`;
}

/** Takes the private characters away that mark literals. */
export function stripMarks(text: string): string {
  return text.replace(/[\u{E000}\u{E001}]/gu, '');
}

/** Parses Markdown with marks into blocks; `::: role` to `:::` gives the blocks between them a role. */
export function parseBlocks(
  markdown: string,
  literals: readonly Literal[],
): { blocks: Block[]; unknownRoles: string[] } {
  const unknownRoles: string[] = [];
  const blocks = splitRoles(markdown).flatMap(({ role, text }) => {
    const known = BLOCK_ROLES.find((r) => r === role);
    if (!known) unknownRoles.push(role);
    return fromMarkdown(text).children.flatMap((node) => blocksOf(node, known ?? 'body', literals));
  });
  return { blocks, unknownRoles };
}

function splitRoles(markdown: string): { role: string; text: string }[] {
  const sections: { role: string; lines: string[] }[] = [{ role: 'body', lines: [] }];
  for (const line of markdown.split('\n')) {
    const fence = /^:::[ \t]*([\w-]*)[ \t]*$/.exec(line);
    if (fence) sections.push({ role: fence[1] || 'body', lines: [] });
    else sections.at(-1)!.lines.push(line);
  }
  return sections.map(({ role, lines }) => ({ role, text: lines.join('\n') }));
}

function blocksOf(node: RootContent, role: BlockRole, literals: readonly Literal[]): Block[] {
  switch (node.type) {
    case 'heading': {
      const content = inlinesOf(node.children, literals);
      const level = Math.min(node.depth, 3) as 1 | 2 | 3;
      return content.length > 0 ? [{ kind: 'heading', role, level, content }] : [];
    }
    case 'paragraph': {
      const content = inlinesOf(node.children, literals);
      const blocks = placedBlocks(node.children, literals).map((b) =>
        b.role === 'body' ? { ...b, role } : b,
      );
      return [...(content.length > 0 ? [{ kind: 'paragraph', role, content } as const] : []), ...blocks];
    }
    case 'list': {
      const items = node.children.map((item) =>
        item.children.flatMap((child) =>
          child.type === 'paragraph' ? inlinesOf(child.children, literals) : [],
        ),
      );
      const filled = items.filter((item) => item.length > 0);
      return filled.length > 0
        ? [{ kind: 'list', role, ordered: node.ordered === true, start: node.start ?? 1, items: filled }]
        : [];
    }
    case 'blockquote':
      return node.children.flatMap((child) => blocksOf(child, role, literals));
    case 'code':
    case 'html':
      return [{ kind: 'paragraph', role, content: textOf(node.value, literals, {}) }];
    default:
      return [];
  }
}

/** Blocks that stand as literals inside a paragraph: `{{demands}}` on a line of its own. */
function placedBlocks(nodes: readonly PhrasingContent[], literals: readonly Literal[]): Block[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'text') return [];
    return [...node.value.matchAll(new RegExp(MARK, 'gu'))].flatMap((m) => {
      const literal = literals[Number(m[1])];
      return literal?.kind === 'blocks' ? literal.blocks : [];
    });
  });
}

interface Style {
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  readonly href?: string;
}

function inlinesOf(nodes: readonly PhrasingContent[], literals: readonly Literal[]): Inline[] {
  return trimInlines(nodes.flatMap((node) => styledOf(node, literals, {})));
}

function styledOf(node: PhrasingContent, literals: readonly Literal[], style: Style): Inline[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'html':
      return textOf(node.value, literals, style);
    case 'strong':
      return node.children.flatMap((child) => styledOf(child, literals, { ...style, strong: true }));
    case 'emphasis':
      return node.children.flatMap((child) => styledOf(child, literals, { ...style, emphasis: true }));
    case 'link': {
      const href = /^(https?|mailto|tel):/i.test(node.url) ? { href: node.url } : {};
      return node.children.flatMap((child) => styledOf(child, literals, { ...style, ...href }));
    }
    case 'break':
      return [{ kind: 'break' }];
    default:
      return [];
  }
}

/** Text with its marks replaced by what they stand for; a soft line break is a space. */
function textOf(value: string, literals: readonly Literal[], style: Style): Inline[] {
  const content: Inline[] = [];
  for (const [i, part] of value.split(new RegExp(MARK, 'u')).entries()) {
    if (i % 2 === 0) {
      // A full stop after an abbreviation that has one ("2011 г.") is the same stop.
      const text = endsWithStop(content) ? part.replace(/^\./, '') : part;
      if (text !== '') content.push({ kind: 'text', text: text.replace(/\s*\n\s*/g, ' '), ...style });
      continue;
    }
    const literal = literals[Number(part)];
    if (literal?.kind !== 'inline') continue;
    content.push(
      ...literal.content.map((inline) => (inline.kind === 'text' ? { ...style, ...inline } : inline)),
    );
  }
  return content;
}

function endsWithStop(content: readonly Inline[]): boolean {
  const last = content.at(-1);
  return last?.kind === 'text' && last.text.endsWith('.');
}

/** Breaks and spaces at the ends fall away; nothing but space is nothing. */
function trimInlines(content: Inline[]): Inline[] {
  const isBlank = (inline: Inline | undefined) =>
    inline?.kind === 'break' || (inline?.kind === 'text' && inline.text.trim() === '');
  const trimmed = [...content];
  while (trimmed.length > 0 && isBlank(trimmed[0])) trimmed.shift();
  while (trimmed.length > 0 && isBlank(trimmed.at(-1))) trimmed.pop();
  return trimmed;
}

/** A value as literal text; its own line breaks are kept. */
export function literalText(value: string): Inline[] {
  return value
    .split(/\r\n|\r|\n/)
    .flatMap((line, i): Inline[] => [
      ...(i > 0 ? [{ kind: 'break' } as const] : []),
      ...(line ? [{ kind: 'text', text: line } as const] : []),
    ]);
}
