import type { Block, Inline, MergedDocument } from '../../model/block.ts';

/** Styles of a document by their names, which a letterhead's template may give another look. Sizes in points. */
export const OFFICE_STYLES = {
  'Handbill Text': { size: 10, after: 4 },
  'Handbill Sender': { size: 9, after: 0 },
  'Handbill Recipient': { size: 10.5, after: 0, line: 12.4 },
  'Handbill Date': { size: 10.5, after: 0 },
  'Handbill Subject': { size: 10.5, after: 8, bold: true, level: 1 },
  'Handbill Headline': { size: 22, after: 8, bold: true, level: 1 },
  'Handbill Heading': { size: 12, before: 6, after: 4, bold: true, level: 2 },
  'Handbill List': { size: 10, after: 2 },
  'Handbill Closing': { size: 10, before: 2, after: 24 },
  'Handbill Signature': { size: 10, after: 3, rule: true },
  'Handbill Source': { size: 8, before: 3, after: 2 },
} as const satisfies Record<string, OfficeStyle>;

export interface OfficeStyle {
  readonly size: number;
  readonly before?: number;
  readonly after: number;
  /** Height of a line, where it is fixed. */
  readonly line?: number;
  readonly bold?: boolean;
  /** Level of a heading. */
  readonly level?: number;
  /** A rule above, to sign on. */
  readonly rule?: boolean;
}
export type OfficeStyleName = keyof typeof OFFICE_STYLES;

/** Scripts whose letters need more room than a line of Latin ones has. */
const TALL = /^(?:ar|fa|ur|ps|ckb|he|yi|hi|bn|ta|te|th|km|lo|my|zh|ja|ko)\b/;

/** Height of a line in points; undefined where that of the font must stay. */
export function lineOf({ line, size }: OfficeStyle, language: string): number | undefined {
  return line ?? (TALL.test(language) ? undefined : size * 1.2);
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
}

/** The paragraphs of a document: those that have a place of their own, by role, and those that follow each other. */
export function officeParagraphs(document: MergedDocument): {
  readonly framed: Readonly<Record<'sender' | 'recipient' | 'date', readonly OfficeParagraph[]>>;
  readonly flow: readonly OfficeParagraph[];
} {
  const framed = {
    sender: [] as OfficeParagraph[],
    recipient: [] as OfficeParagraph[],
    date: [] as OfficeParagraph[],
  };
  const flow: OfficeParagraph[] = [];
  const isLetter = document.material === 'letter';
  let lists = 0;
  for (const block of document.blocks) {
    const { role } = block;
    if (block.kind === 'list') lists += 1;
    const made = toParagraphs(block, block.language ?? document.language, lists);
    if (isLetter && (role === 'sender' || role === 'recipient' || role === 'date'))
      framed[role].push(...made);
    else flow.push(...made);
  }
  return { framed, flow };
}

const STYLE_OF: Partial<Record<Block['role'], OfficeStyleName>> = {
  sender: 'Handbill Sender',
  recipient: 'Handbill Recipient',
  date: 'Handbill Date',
  subject: 'Handbill Subject',
  headline: 'Handbill Headline',
  closing: 'Handbill Closing',
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
