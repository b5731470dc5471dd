import type { Kept } from './kept.ts';

/** Where a stretch of text comes from; carried by a document that is being explained, and by no other. */
export interface Origin {
  /** The template that put it there, the line from 1, and what stands there in `{{…}}`; undefined for its own words. */
  readonly template?: { readonly name: string; readonly line: number; readonly value?: string | undefined };
  /** What it tells of the data, by the names of `Read`. */
  readonly reads?: readonly string[] | undefined;
}

/** A stretch of text in one style and language. `isolate` keeps an inserted value's direction to itself (UAX #9). */
export interface TextSpan {
  readonly kind: 'text';
  readonly text: string;
  readonly strong?: boolean | undefined;
  readonly emphasis?: boolean | undefined;
  /** Language of this span where it isn't the document's. */
  readonly language?: string | undefined;
  readonly isolate?: boolean | undefined;
  /** Names somebody over an address: the first to give way where a line is short. */
  readonly isName?: boolean | undefined;
  /** Target of a link: http(s), mailto or tel. */
  readonly href?: string | undefined;
  readonly origin?: Origin | undefined;
}

/** A forced line break inside a paragraph: an address, a value's own line break. */
interface LineBreak {
  readonly kind: 'break';
}

/** A piece of a line: a text, or a break. */
export type Inline = TextSpan | LineBreak;

/** The words of a line of text; a break in it is a space. */
export function plainText(content: readonly Inline[]): string {
  return content.map((inline) => (inline.kind === 'text' ? inline.text : ' ')).join('');
}

/**
 * What a block is for; layout places by role, plain text and web page order by it.
 * A template names roles other than `body` with `::: role`.
 */
export const BLOCK_ROLES = [
  'body',
  // letters
  'sender',
  'recipient',
  'date',
  'subject',
  'salutation',
  'closing',
  'signature',
  'signatories',
  'copies',
  'source',
  // leaflets
  'slogan',
  'stamp',
  'kicker',
  'headline',
  'subhead',
  'figures',
  'more',
  'people',
  'background',
  'demands',
  'actions',
  'event',
  'note',
  'imprint',
  'code',
  'picture',
  'logo',
] as const;
export type BlockRole = (typeof BLOCK_ROLES)[number];

interface BlockBase {
  readonly role: BlockRole;
  /** Language of the block where it isn't the document's. */
  readonly language?: string | undefined;
}

/** A heading, of the first to the third level. */
export interface Heading extends BlockBase {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly content: readonly Inline[];
}

/** A paragraph. */
export interface Paragraph extends BlockBase {
  readonly kind: 'paragraph';
  readonly content: readonly Inline[];
}

/** A list, with figures or squares before its items. */
export interface List extends BlockBase {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly start: number;
  readonly items: readonly (readonly Inline[])[];
}

/** A figure to be set large: every voice's value, each with what is counted and who says so. */
export interface Figures extends BlockBase {
  readonly kind: 'figures';
  readonly quantity: string;
  readonly entries: readonly { readonly value: string; readonly label: readonly Inline[] }[];
  /** The same as one phrase, for plain text. */
  readonly phrase: readonly Inline[];
}

/** Room to sign by hand: a rule with a label below. */
interface SignatureLine extends BlockBase {
  readonly kind: 'signature-line';
  readonly label: readonly Inline[];
}

/** Rules to write on side by side, each with its label below: mover and seconder of a motion. */
interface SignatureRow extends BlockBase {
  readonly kind: 'signature-row';
  readonly labels: readonly (readonly Inline[])[];
  /** What the language sets between a label and what is written behind it. */
  readonly colon: string;
}

/** A table to be filled in by hand: numbered lines under these labels, as many as the page has room for. */
interface SignatureTable extends BlockBase {
  readonly kind: 'signature-table';
  readonly columns: readonly (readonly Inline[])[];
}

/** Those who sign together, in columns; on pages of their own where the letter has no room for them. */
export interface Signatories extends BlockBase {
  readonly kind: 'signatories';
  readonly label: readonly Inline[];
  /** Stands in the letter where the names follow on further pages. */
  readonly note: readonly Inline[];
  readonly items: readonly (readonly Inline[])[];
}

/** A web address as a code that a phone reads, with the address printed in full beside it. */
export interface Code extends BlockBase {
  readonly kind: 'code';
  readonly url: string;
  /** What is printed beside it, the address within. */
  readonly content: readonly Inline[];
}

/** A picture of the appeal, or its issuer's logo. */
export interface Picture extends BlockBase {
  readonly kind: 'picture';
  /** Its id in the appeal. */
  readonly picture: string;
  readonly alt: string;
  /** Who made it, on what terms. */
  readonly credit: readonly Inline[];
}

/** A piece of merged content: all that templates make is blocks. */
export type Block =
  | Heading
  | Paragraph
  | List
  | Figures
  | SignatureLine
  | SignatureRow
  | SignatureTable
  | Signatories
  | Code
  | Picture;

/** The texts of a block: its paragraph, its items or its labels. */
export function textsOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case 'list':
    case 'signatories':
      return block.items;
    case 'figures':
      return [block.phrase, ...block.entries.map(({ label }) => label)];
    case 'signature-row':
      return block.labels;
    case 'signature-table':
      return block.columns;
    case 'signature-line':
      return [block.label];
    case 'picture':
      return [block.credit];
    default:
      return [block.content];
  }
}

/** How many characters blocks have. */
export function lengthOf(blocks: readonly Block[]): number {
  let length = 0;
  for (const block of blocks)
    for (const text of textsOf(block))
      for (const inline of text) length += inline.kind === 'text' ? inline.text.length : 1;
  return length;
}

/** Something that a document was made from. */
export interface Read {
  /** `fact/killed`, `figure/killed/official`, `demand/inquiry`, `contact/kz-de-berlin`, `template/letter/embassy.en.md`. */
  readonly name: string;
  /** What was read of it, as the document's language has it; left out where all of it counts. */
  readonly text?: string | undefined;
}

/** What merging makes of a template, an appeal and a target in one language: the last stage that plain text shares. */
export interface MergedDocument {
  readonly material: 'letter' | 'leaflet' | 'page' | 'mail';
  /** Kind within the material: `embassy`, `company`, `union`; `picket`, `boycott`. */
  readonly kind: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Title of the document for PDF readers. */
  readonly title: string;
  readonly author?: string | undefined;
  /** The language's pattern for page numbers, with `{n}` and `{total}`. */
  readonly pageOf?: string | undefined;
  readonly blocks: readonly Block[];
  /** Roles that layout may leave out where the page is too small, the first of them first. */
  readonly drop?: readonly BlockRole[] | undefined;
  /** Everything that it was made from, in order, each once. */
  readonly reads: readonly Read[];
  /** Code of this edition, where the template prints it: `a3f`. */
  readonly edition?: string | undefined;
  /** The same in letters that differ in some of their blocks alone, all of which are one object otherwise. */
  readonly master?: Kept | undefined;
  /** The same in leaflets of one kind that are made for one event each: most of their blocks are one object. */
  readonly series?: Kept | undefined;
}
