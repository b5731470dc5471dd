import { numberFormat } from '../engine.ts';
import type { Block, Inline, MergedDocument } from '../model/block.ts';
import { findKept } from '../model/kept-together.ts';
import { once } from '../model/memory.ts';

/** Roles whose lines stand as they are: addresses must not be wrapped. */
const FIXED_LINES = new Set(['sender', 'recipient', 'signature']);

/** Plain text of a document, for e-mail and fax: same content, same order, wrapped at `columns` (72). */
export function writeText(doc: MergedDocument, options: { readonly columns?: number | undefined }): string {
  const columns = options.columns ?? 72;
  const parts = doc.blocks
    .map((block) => writeBlock(block, columns, block.language ?? doc.language))
    .filter((part) => part !== '');
  return `${parts.join('\n\n')}\n`;
}

function writeBlock(block: Block, columns: number, language: string): string {
  switch (block.kind) {
    case 'heading': {
      const text = plainText(block.content);
      const isHeadline = block.level === 1 && block.role === 'headline';
      return wrapLines(isHeadline ? text.toLocaleUpperCase(language) : text, columns, language);
    }
    case 'paragraph':
    case 'code': {
      const text = plainText(block.content);
      return FIXED_LINES.has(block.role) ? text : wrapLines(text, columns, language);
    }
    case 'list': {
      const figures = numberFormat(language, false);
      const marks = block.items.map((_, i) =>
        block.ordered ? `${figures.format(block.start + i)}. ` : '- ',
      );
      const width = marks.reduce((most, mark) => Math.max(most, mark.length), 0);
      return block.items
        .map((item, i) => writeItem(item, marks[i]!.padEnd(width), columns, language))
        .join('\n');
    }
    case 'signatories':
      return [block.label, ...block.items.map((item) => [{ kind: 'text' as const, text: '- ' }, ...item])]
        .map((item) => wrapLines(plainText(item), columns, language))
        .join('\n');
    case 'figures':
      return wrapLines(plainText(block.phrase), columns, language);
    case 'picture':
      return wrapLines(`[${block.alt}] ${plainText(block.credit)}`.trim(), columns, language);
    case 'signature-line':
      return `\n${'_'.repeat(Math.min(36, columns))}\n${plainText(block.label)}`;
    case 'signature-row':
      return block.labels.map((label) => `${plainText(label)}${block.colon}${'_'.repeat(24)}`).join('\n');
    case 'signature-table':
      return writeSignatureTable(block.columns, columns);
  }
}

/** Ten numbered lines under the labels, in columns of one width. */
function writeSignatureTable(labels: readonly (readonly Inline[])[], columns: number): string {
  const width = Math.floor((columns - 4) / labels.length) - 1;
  const head = labels.map((label) => plainText(label).padEnd(width)).join(' ');
  const line = labels.map(() => '_'.repeat(width)).join(' ');
  const lines = Array.from({ length: 10 }, (_, i) => `${`${i + 1}.`.padEnd(4)}${line}`);
  return [`    ${head}`.trimEnd(), ...lines].join('\n\n');
}

function writeItem(item: readonly Inline[], mark: string, columns: number, language: string): string {
  const lines = wrapLines(plainText(item), columns - mark.length, language).split('\n');
  return lines.map((line, i) => (i === 0 ? mark : ' '.repeat(mark.length)) + line).join('\n');
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

function wrapLines(text: string, columns: number, language: string): string {
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, columns, language))
    .join('\n');
}

const WIDE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uff60';
/** Opening brackets stay with what follows, other punctuation with what stands before it. */
const PIECES = new RegExp(
  `[\\p{Ps}\\p{Pi}]*[${WIDE}][\\p{Pe}\\p{Pf}\\p{Po}\\p{Pd}]*|[^ \\t${WIDE}]+|[ \\t]+`,
  'gu',
);

/** Breaks a line at spaces, and between Han and kana characters, which need none; not within dates, titles and such. */
function wrapLine(text: string, columns: number, language: string): string[] {
  if (widthOf(text) <= columns) return [text.trim()];
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const piece of findPieces(text, columns, language)) {
    const isSpace = piece.trim() === '' && !piece.includes('\u00a0');
    if (line !== '' && !isSpace && width + widthOf(piece) > columns) {
      lines.push(line.trimEnd());
      line = '';
      width = 0;
    }
    if (line === '' && isSpace) continue;
    line += piece;
    width += widthOf(piece);
  }
  return [...lines, line.trimEnd()];
}

/** What stays on one line, and the spaces between; no more is kept together than a line holds. */
function findPieces(text: string, columns: number, language: string): string[] {
  const kept = new Set(findKept(text, language));
  const pieces: string[] = [];
  for (const { 0: piece, index } of text.matchAll(PIECES)) {
    const before = /\s$/.test(pieces.at(-1) ?? '') ? pieces.slice(-2) : pieces.slice(-1);
    const joined = [...before, piece].join('');
    if (kept.has(index) && widthOf(joined) <= columns) pieces.splice(-before.length, before.length, joined);
    else pieces.push(piece);
  }
  return pieces;
}

const graphemes = once(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));

/** Columns of a terminal or fax: a letter with its marks is one; Han, kana and Hangul take two. */
function widthOf(text: string): number {
  // One letter one column, where no letter is wide and none is made up of several characters.
  if (/^[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027]*$/.test(text))
    return text.length;
  let width = 0;
  for (const { segment } of graphemes().segment(text)) {
    if (/^[\p{Cf}\p{Cc}]+$/u.test(segment)) continue;
    width += /^[\p{Script=Hangul}\p{Emoji_Presentation}]/u.test(segment) || WIDE_LETTER.test(segment) ? 2 : 1;
  }
  return width;
}

const WIDE_LETTER = new RegExp(`^[${WIDE}]`, 'u');
