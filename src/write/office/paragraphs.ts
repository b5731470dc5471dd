import { append } from '../../model/append.ts';
import type { Block, Inline, MergedDocument, TextSpan } from '../../model/block.ts';
import type { OfficeForm, OfficeParts, OfficeSizes } from '../../model/office-form.ts';

/** Names of a document's styles, which a letterhead's template may give another look. */
export type OfficeStyleName = `Handbill ${
  | 'Text'
  | 'Return Line'
  | 'Picture'
  | 'Sender Name'
  | 'Sender'
  | 'Recipient'
  | 'Date'
  | 'Subject'
  | 'Headline'
  | 'Heading'
  | 'List'
  | 'Closing'
  | 'Signature'
  | 'Copies'
  | 'Source'}`;

/** Levels of the styles that are headings. */
export const HEADING_LEVELS: Partial<Record<OfficeStyleName, number>> = {
  'Handbill Subject': 1,
  'Handbill Headline': 1,
  'Handbill Heading': 2,
};

/** The styles at the sizes of a document, in points. */
export function officeStyles({
  size,
  leading,
  space,
  signature,
  address,
}: OfficeSizes): Readonly<Record<OfficeStyleName, OfficeStyle>> {
  return {
    'Handbill Text': { size, line: leading, after: space },
    'Handbill Sender Name': { size: size + 3, line: leading + 3, after: 1, bold: true },
    'Handbill Sender': { size: 8.5, line: 11, after: 0 },
    'Handbill Return Line': { size: 6, line: 7.5, after: 0 },
    // As high as what stands in it.
    'Handbill Picture': { size, after: space },
    'Handbill Recipient': { size: address.size, after: 0, line: address.leading, isFixed: true },
    'Handbill Date': { size: 10.5, line: 13, after: 0 },
    'Handbill Subject': { size, line: leading, after: space * 1.9, bold: true },
    'Handbill Headline': { size: 22, line: 27.5, after: 8, bold: true },
    'Handbill Heading': { size: 12, line: 15, before: 6, after: 4, bold: true },
    'Handbill List': { size, line: leading, after: space * 0.35 },
    'Handbill Closing': { size, line: leading, before: space * 0.5, after: signature - leading },
    'Handbill Signature': { size: 7.75, line: 10, after: space, rule: true },
    'Handbill Copies': { size: Math.max(size - 0.75, 9.5), line: leading, after: 0 },
    'Handbill Source': { size: 7.5, line: 10, before: 2, after: 0 },
  };
}

interface OfficeStyle {
  readonly size: number;
  readonly before?: number;
  readonly after: number;
  /** As high as their letters are, where it is left out. */
  readonly line?: number;
  /** True where lines are as high whichever their letters are: the window shows six. */
  readonly isFixed?: boolean;
  readonly bold?: boolean;
  /** A rule above, to sign on. */
  readonly rule?: boolean;
}
/** Scripts whose letters need more room than a line of Latin ones has: less than this by their size, and Word cuts them. */
const TALL = /^(?:ar|fa|ur|ps|ckb|hi|bn|ta|te|th|km|lo|my)\b/;

/** Height of a line in points; undefined for lines as high as what stands in them. */
export function lineOf({ line, size, isFixed }: OfficeStyle, language: string): number | undefined {
  return line !== undefined && TALL.test(language) && !isFixed ? Math.max(line, size * 1.5) : line;
}

/** A paragraph as both forms of file know it. */
export interface OfficeParagraph {
  readonly style: OfficeStyleName;
  readonly content: readonly Inline[];
  readonly language: string;
  /** Item of a list: lists count from 1. */
  readonly item?: { readonly list: number; readonly isOrdered: boolean; readonly start: number } | undefined;
  /** Cells of a row to be filled in by hand. */
  readonly cells?: readonly (readonly Inline[])[] | undefined;
  /** The name of a picture before its text, or beside it at the end of its lines. */
  readonly picture?: { readonly name: string; readonly alt: string; readonly isBeside?: boolean } | undefined;
}

/** What stands in a place of its own in a letter, in the order in which it is read. */
export const FRAMED = ['sender', 'returnLine', 'recipient', 'date'] as const;
export type Framed = Readonly<Record<(typeof FRAMED)[number], readonly OfficeParagraph[]>>;

/** The paragraphs of a document: those that have a place of their own, by role, and those that follow each other. */
export function officeParagraphs(
  document: MergedDocument,
  { isHeaded, returnLine }: OfficeForm,
  { pictures }: OfficeParts,
): { readonly framed: Framed; readonly flow: readonly OfficeParagraph[] } {
  const framed = {
    sender: [] as OfficeParagraph[],
    returnLine: [] as OfficeParagraph[],
    recipient: [] as OfficeParagraph[],
    date: [] as OfficeParagraph[],
  };
  if (returnLine) {
    const { language } = document;
    framed.returnLine.push({ style: 'Handbill Return Line', content: returnLine, language });
  }
  const flow: OfficeParagraph[] = [];
  const isLetter = document.material === 'letter';
  let lists = 0;
  for (const block of document.blocks) {
    const { role } = block;
    if (block.kind === 'list') lists += 1;
    const language = block.language ?? document.language;
    if (isLetter && isHeaded && role === 'sender') continue;
    const made =
      isLetter && role === 'sender'
        ? senderHead(block, language)
        : toParagraphs(block, language, lists).map((one) => withPicture(one, block, pictures));
    if (isLetter && (role === 'sender' || role === 'recipient' || role === 'date'))
      append(framed[role], made);
    else append(flow, made);
  }
  return { framed, flow: besideHeadings(flow) };
}

/** A code stands beside the last part before it, where it takes no lines of its own. */
function besideHeadings(flow: readonly OfficeParagraph[]): readonly OfficeParagraph[] {
  const moved = [...flow];
  for (const [i, { picture }] of flow.entries()) {
    const heading = flow.findLastIndex(({ style }, at) => at < i && style === 'Handbill Heading');
    if (!picture?.isBeside || heading < 0) continue;
    moved[i] = { ...moved[i]!, picture: undefined };
    moved[heading] = { ...moved[heading]!, picture };
  }
  return moved;
}

/** A paragraph with the picture or code of its block, where there is one; what stood for it in words gives way. */
function withPicture(
  paragraph: OfficeParagraph,
  block: Block,
  pictures: OfficeParts['pictures'],
): OfficeParagraph {
  if (block.kind === 'code' && pictures.has(block.url))
    return { ...paragraph, picture: { name: block.url, alt: `QR: ${block.url}`, isBeside: true } };
  if (block.kind !== 'picture' || !pictures.has(block.picture)) return paragraph;
  const credit = block.credit.length > 0 ? [{ kind: 'break' as const }, ...block.credit] : [];
  const picture = { name: block.picture, alt: block.alt };
  return { ...paragraph, style: 'Handbill Picture', content: credit, picture };
}

/** Who writes, as over the letter on paper: the name, and all else in as few lines as it takes. */
function senderHead(block: Block, language: string): OfficeParagraph[] {
  const content = block.kind === 'paragraph' || block.kind === 'heading' ? block.content : [];
  const at = content.findIndex(({ kind }) => kind === 'break');
  const [name, rest] = at < 0 ? [content, []] : [content.slice(0, at), content.slice(at + 1)];
  const joined = rest.map(
    (inline): Inline => (inline.kind === 'break' ? { kind: 'text', text: ' · ' } : inline),
  );
  return [
    { style: 'Handbill Sender Name', content: name, language },
    ...(joined.length > 0 ? [{ style: 'Handbill Sender', content: joined, language } as const] : []),
  ];
}

const STYLE_OF: Partial<Record<Block['role'], OfficeStyleName>> = {
  sender: 'Handbill Sender',
  recipient: 'Handbill Recipient',
  date: 'Handbill Date',
  subject: 'Handbill Subject',
  headline: 'Handbill Headline',
  closing: 'Handbill Closing',
  copies: 'Handbill Copies',
  source: 'Handbill Source',
  note: 'Handbill Source',
  imprint: 'Handbill Source',
};

function toParagraphs(block: Block, language: string, list: number): OfficeParagraph[] {
  const style = STYLE_OF[block.role] ?? 'Handbill Text';
  const one = (content: readonly Inline[], name: OfficeStyleName = style): OfficeParagraph => ({
    style: name,
    content,
    language,
  });
  switch (block.kind) {
    case 'heading':
      return [one(block.content, STYLE_OF[block.role] ?? 'Handbill Heading')];
    case 'paragraph':
    case 'code':
      return [one(block.content)];
    case 'list':
      return block.items.map((content) => ({
        ...one(content, 'Handbill List'),
        item: { list, isOrdered: block.ordered, start: block.start },
      }));
    case 'figures':
      return [one(block.phrase)];
    case 'picture':
      return [one([{ kind: 'text', text: `[${block.alt}] ` }, ...block.credit])];
    case 'signature-line':
      return [one(block.label, 'Handbill Signature')];
    case 'signature-row':
      return block.labels.map((label) => one(label, 'Handbill Signature'));
    case 'signature-table':
      return [block.columns, ...Array.from({ length: 10 }, () => block.columns.map(() => []))].map(
        (cells) => ({
          ...one([]),
          cells,
        }),
      );
    case 'signatories':
      return [one(block.label), ...block.items.map((content) => one(content, 'Handbill Source'))];
  }
}

/**
 * A value that runs against its text, between marks of its own direction and before one of the text's, so that what
 * follows stays in the order of the text, and the parts of a telephone number in theirs: Word knows no isolates.
 */
export function inOwnPlace({ text, isolate }: TextSpan, isRtl: boolean): string {
  const startsRtl = /^\P{L}*[\p{sc=Arabic}\p{sc=Hebrew}]/u.test(text);
  const isWord = isRtl ? /[^\p{N}.,٫٬]/u.test(text) : true;
  if (!isolate || startsRtl === isRtl || !isWord) return text;
  return isRtl ? `\u200e${text}\u200e\u200f` : `\u200f${text}\u200f\u200e`;
}
