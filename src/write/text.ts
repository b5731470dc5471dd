import type { Block, Inline, MergedDocument } from '../model/block.ts';

/** Roles whose lines stand as they are: addresses must not be wrapped. */
const FIXED_LINES = new Set(['sender', 'recipient', 'signature']);

/** Plain text of a document, for e-mail and fax: same content, same order, wrapped at `columns` (72). */
export function writeText(doc: MergedDocument, options: { readonly columns?: number | undefined }): string {
  const columns = options.columns ?? 72;
  const parts = doc.blocks
    .map((block) => writeBlock(block, columns, doc.language))
    .filter((part) => part !== '');
  return `${parts.join('\n\n')}\n`;
}

function writeBlock(block: Block, columns: number, language: string): string {
  switch (block.kind) {
    case 'heading': {
      const text = plainText(block.content);
      return wrapLines(
        block.level === 1 && block.role === 'headline' ? text.toLocaleUpperCase(language) : text,
        columns,
      );
    }
    case 'paragraph':
      return FIXED_LINES.has(block.role)
        ? plainText(block.content)
        : wrapLines(plainText(block.content), columns);
    case 'list':
      return block.items
        .map((item, i) => writeItem(item, block.ordered ? `${block.start + i}. ` : '- ', columns))
        .join('\n');
    case 'figures':
      return wrapLines(plainText(block.phrase), columns);
    case 'signature-line':
      return `\n${'_'.repeat(Math.min(36, columns))}\n${plainText(block.label)}`;
  }
}

function writeItem(item: readonly Inline[], mark: string, columns: number): string {
  const indent = ' '.repeat(mark.length);
  const [first = '', ...rest] = wrapLines(plainText(item), columns - mark.length).split('\n');
  return [mark + first, ...rest.map((line) => indent + line)].join('\n');
}

/** Text of a line; the target of a link follows where it isn't the text itself. */
export function plainText(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      if (inline.kind === 'break') return '\n';
      const { text, href } = inline;
      const target = href?.replace(/^(mailto|tel):/, '');
      return target && !text.includes(target) ? `${text} <${target}>` : text;
    })
    .join('');
}

function wrapLines(text: string, columns: number): string {
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, columns))
    .join('\n');
}

/** Breaks a line at spaces, and between Han and kana characters, which need none. */
function wrapLine(text: string, columns: number): string[] {
  const pieces =
    text.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][\p{P}]*|[^ \t\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|[ \t]+/gu,
    ) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && widthOf(line) + widthOf(piece.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = '';
    }
    if (line !== '' || piece.trim() !== '') line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** Columns of a terminal or fax: Han and kana take two, combining marks none. */
function widthOf(text: string): number {
  let width = 0;
  for (const c of text) {
    if (/\p{M}/u.test(c)) continue;
    width +=
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u.test(
        c,
      )
        ? 2
        : 1;
  }
  return width;
}
