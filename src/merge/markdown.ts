import type { PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { append } from '../model/append.ts';
import { BLOCK_ROLES, type Block, type BlockRole, type Inline, type TextSpan } from '../model/block.ts';
import { hasSameFields } from '../model/kept.ts';
import { startMemory } from '../model/memory.ts';

/** What a template put in where its text has a mark: words in a line, or whole blocks. */
export type Literal =
  | { readonly kind: 'inline'; readonly content: readonly Inline[] }
  | { readonly kind: 'blocks'; readonly blocks: readonly Block[] };

/** Private characters around the number of a literal. No value passes through Markdown, so none can forge them. */
const OPEN = '\u{E000}';
const CLOSE = '\u{E001}';
const MARK = /\u{E000}(\d+)\u{E001}/u;
const MARKS = new RegExp(MARK, 'gu');

/** The mark that stands for a literal until Markdown has been parsed. */
export function markLiteral(index: number): string {
  return `${OPEN}${index}${CLOSE}`;
}

/** Replaces the private characters that mark literals in a template's own text. */
export function stripMarks(text: string): string {
  return text.replace(/[\u{E000}\u{E001}]/gu, '\u{FFFD}');
}

/** True for what helpers give: words or blocks. */
export function isLiteral(value: unknown): value is Literal {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  return value.kind === 'inline' || value.kind === 'blocks';
}

/** A literal as words in a line, its items one below the other where it is blocks. */
export function inlineOf(literal: Literal): readonly Inline[] {
  if (literal.kind === 'inline') return literal.content;
  const lines = literal.blocks.flatMap((block) => {
    switch (block.kind) {
      case 'list':
      case 'signatories':
        return block.items;
      case 'figures':
        return [block.phrase];
      case 'picture':
        return [block.credit];
      case 'signature-line':
        return [block.label];
      case 'signature-row':
        return block.labels;
      case 'signature-table':
        return block.columns;
      default:
        return [block.content];
    }
  });
  return lines.flatMap((line, i) => (i > 0 ? [{ kind: 'break' } as const, ...line] : line));
}

/** A list of texts as blocks; without items there is none. */
export function listOf(
  items: readonly (readonly Inline[])[],
  ordered: boolean,
): Extract<Literal, { kind: 'blocks' }> {
  const list: Block = { kind: 'list', role: 'body', ordered, start: 1, items };
  return { kind: 'blocks', blocks: items.length > 0 ? [list] : [] };
}

/** A value as literal text; its own line breaks are kept. */
export function literalText(
  value: string,
  style: Pick<TextSpan, 'isolate' | 'language' | 'isName' | 'origin'> = {},
): Inline[] {
  const { isolate, language, isName, origin } = style;
  const marks = {
    ...(isolate ? { isolate } : {}),
    ...(isName ? { isName } : {}),
    ...(language ? { language } : {}),
    ...(origin ? { origin } : {}),
  };
  return value
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .flatMap((line, i): Inline[] => [
      ...(i > 0 ? [{ kind: 'break' } as const] : []),
      ...(line ? [{ kind: 'text', text: line, ...marks } as const] : []),
    ]);
}

/** Opens or closes a part of the document: `::: role`, `:::`. */
export const FENCE = /^:::[ \t]*([\w-]*)[ \t]*$/;

/** A part of a document between fences, parsed. */
interface Section {
  readonly role: BlockRole;
  readonly nodes: readonly Node[];
}

/** A piece of Markdown, the literals that it uses, and the blocks that it last became with which of them. */
interface Node {
  readonly content: RootContent;
  readonly uses: readonly number[];
  last?: { readonly literals: readonly (Literal | undefined)[]; readonly blocks: readonly Block[] };
}

/** Parses Markdown with marks into blocks; `::: role` to `:::` gives the blocks between them a role. */
export function parseBlocks(markdown: string, literals: readonly Literal[]): Block[] {
  return parseSections(markdown).flatMap(({ role, nodes }) =>
    nodes.flatMap((node) => fillNode(node, role, literals)),
  );
}

function fillNode(node: Node, role: BlockRole, literals: readonly Literal[]): readonly Block[] {
  const { last, uses } = node;
  if (last && uses.every((index, i) => isSame(literals[index], last.literals[i]))) return last.blocks;
  const blocks = blocksOf(node.content, role, literals).map(knownBlock);
  node.last = { literals: uses.map((index) => literals[index]), blocks };
  return blocks;
}

/**
 * What was parsed before. Values are marks still, so that all letters of a template are one text here, as long as they
 * take the same branches.
 */
const parsed = startMemory<readonly Section[]>(256);

function parseSections(markdown: string): readonly Section[] {
  return parsed.recall(markdown, () =>
    splitRoles(markdown).map(({ role, text }) => ({
      role,
      nodes: fromMarkdown(text).children.map((content) => ({ content, uses: usesOf(content) })),
    })),
  );
}

function isSame(one: Literal | undefined, other: Literal | undefined): boolean {
  if (one === other) return true;
  if (one?.kind !== 'inline' || other?.kind !== 'inline')
    return JSON.stringify(one) === JSON.stringify(other);
  const { content } = other;
  return (
    one.content.length === content.length &&
    one.content.every((inline, i) => hasSameFields(inline, content[i]!))
  );
}

function usesOf(content: RootContent): number[] {
  return [...JSON.stringify(content).matchAll(MARKS)].map((found) => Number(found[1]));
}

function splitRoles(markdown: string): { role: BlockRole; text: string }[] {
  const sections: { role: BlockRole; lines: string[] }[] = [{ role: 'body', lines: [] }];
  for (const line of markdown.split('\n')) {
    const fence = FENCE.exec(line);
    if (!fence) sections.at(-1)!.lines.push(line);
    else sections.push({ role: BLOCK_ROLES.find((role) => role === fence[1]) ?? 'body', lines: [] });
  }
  return sections.map(({ role, lines }) => ({ role, text: lines.join('\n') }));
}

/** Blocks that came before: what is the same in a thousand letters is one object, and is set only once. */
const known = startMemory<Block>(1024);

function knownBlock(block: Block): Block {
  return known.recall(JSON.stringify(block), () => block);
}

function blocksOf(node: RootContent, role: BlockRole, literals: readonly Literal[]): Block[] {
  switch (node.type) {
    case 'heading': {
      const content = inlinesOf(node.children, literals);
      const level = Math.min(node.depth, 3) as 1 | 2 | 3;
      return content.length > 0 ? [{ kind: 'heading', role, level, content }] : [];
    }
    case 'paragraph':
      return paragraphsOf(node.children, role, literals);
    case 'list': {
      const items = node.children
        .map((item) =>
          item.children.flatMap((child) =>
            child.type === 'paragraph' ? inlinesOf(child.children, literals) : [],
          ),
        )
        .filter((item) => item.length > 0);
      const ordered = node.ordered === true;
      return items.length > 0 ? [{ kind: 'list', role, ordered, start: node.start ?? 1, items }] : [];
    }
    default:
      // The check of templates refuses all else; what two pieces of text make together stays text.
      return 'value' in node
        ? [{ kind: 'paragraph', role, content: flatten(textPieces(node.value, literals, {})) }]
        : [];
  }
}

/** What stands in a line: words, or blocks that a helper put there. */
type Piece = Inline | Extract<Literal, { kind: 'blocks' }>;

/** A paragraph, divided where a helper put blocks into it. */
function paragraphsOf(
  nodes: readonly PhrasingContent[],
  role: BlockRole,
  literals: readonly Literal[],
): Block[] {
  const blocks: Block[] = [];
  let line: Inline[] = [];
  const flush = () => {
    const content = trimInlines(line);
    if (content.length > 0) blocks.push({ kind: 'paragraph', role, content });
    line = [];
  };
  for (const piece of nodes.flatMap((node) => piecesOf(node, literals, {}))) {
    if (piece.kind === 'blocks') {
      flush();
      append(
        blocks,
        piece.blocks.map((block) => (block.role === 'body' ? { ...block, role } : block)),
      );
    } else line.push(piece);
  }
  flush();
  return blocks;
}

function inlinesOf(nodes: readonly PhrasingContent[], literals: readonly Literal[]): Inline[] {
  return trimInlines(flatten(nodes.flatMap((node) => piecesOf(node, literals, {}))));
}

function flatten(pieces: readonly Piece[]): Inline[] {
  return pieces.flatMap((piece) => (piece.kind === 'blocks' ? inlineOf(piece) : [piece]));
}

type Style = Pick<TextSpan, 'strong' | 'emphasis' | 'href'>;

function piecesOf(node: PhrasingContent, literals: readonly Literal[], style: Style): Piece[] {
  const inner = (children: readonly PhrasingContent[], added: Style) =>
    children.flatMap((child) => piecesOf(child, literals, { ...style, ...added }));
  switch (node.type) {
    case 'strong':
      return inner(node.children, { strong: true });
    case 'emphasis':
      return inner(node.children, { emphasis: true });
    case 'link': {
      const href = flatten(textPieces(node.url, literals, {}))
        .map((inline) => (inline.kind === 'text' ? inline.text : ''))
        .join('');
      return inner(node.children, isLinkTarget(href) ? { href } : {});
    }
    case 'break':
      return [{ kind: 'break' }];
    default:
      return 'value' in node ? textPieces(node.value, literals, style) : [];
  }
}

/** The only targets that a link may have. */
export function isLinkTarget(url: string): boolean {
  return /^(https?:\/\/|mailto:|tel:)[^\s<>"]+$/i.test(url);
}

/** Text with its marks replaced by what they stand for; a soft line break is a space. */
function textPieces(value: string, literals: readonly Literal[], style: Style): Piece[] {
  const pieces: Piece[] = [];
  for (const [i, part] of value.split(MARK).entries()) {
    if (i % 2 === 0) {
      // A full stop after an abbreviation that has one ("2011 г.") is the same stop.
      const text = endsWithStop(pieces.at(-1)) ? part.replace(/^\./, '') : part;
      if (text !== '') pieces.push({ kind: 'text', text: text.replace(/(?<!\s)\s*\n\s*/g, ' '), ...style });
      continue;
    }
    const literal = literals[Number(part)];
    if (literal?.kind === 'blocks') pieces.push(literal);
    else if (literal)
      append(
        pieces,
        literal.content.map((piece) => (piece.kind === 'text' ? { ...piece, ...style } : piece)),
      );
  }
  return pieces;
}

function endsWithStop(piece: Piece | undefined): boolean {
  return piece?.kind === 'text' && piece.text.endsWith('.');
}

/** Breaks and spaces at the ends fall away; nothing but space is nothing. */
function trimInlines(content: readonly Inline[]): Inline[] {
  const isBlank = (inline: Inline | undefined) =>
    inline?.kind === 'break' ||
    (inline?.kind === 'text' && inline.text.trim() === '' && inline.origin === undefined);
  const trimmed = [...content];
  while (trimmed.length > 0 && isBlank(trimmed[0])) trimmed.shift();
  while (trimmed.length > 0 && isBlank(trimmed.at(-1))) trimmed.pop();
  return trimmed;
}
