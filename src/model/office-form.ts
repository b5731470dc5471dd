import type { Inline } from './block.ts';
import type { RasterImage } from './page.ts';

/** Where the parts of a letter stand in a document of a word processor: millimetres from the page's top left corner. */
export interface OfficeForm {
  readonly paper: { readonly width: number; readonly height: number };
  /** Frames by what stands in them. */
  readonly frames: Readonly<Record<'sender' | 'returnLine' | 'recipient' | 'date', OfficeFrame>>;
  /** First line of the text on the first page, and on further ones; its left edge and width. */
  readonly text: { readonly x: number; readonly y: number; readonly width: number; readonly bottom: number };
  readonly nextTop: number;
  /** Who writes, once more over the address in the window. */
  readonly returnLine?: readonly Inline[] | undefined;
  /** True where a letterhead says who writes: their name isn't set over the letter. */
  readonly isHeaded?: boolean | undefined;
  readonly sizes: OfficeSizes;
  /** Short rules at the edge: where they begin, and how far down each lies. */
  readonly marks: { readonly x: number; readonly at: readonly number[] };
}

/** A frame at a fixed place of the page. */
export interface OfficeFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Sizes of the running text, in points: those at which the letter holds on one page as PDF. */
export interface OfficeSizes {
  readonly size: number;
  readonly leading: number;
  /** Between paragraphs. */
  readonly space: number;
  /** Clear room to sign in. */
  readonly signature: number;
  /** Of the recipient's address, whose lines all stand in the window. */
  readonly address: { readonly size: number; readonly leading: number };
}

/** What goes into a document besides its text. */
export interface OfficeParts {
  /** Pictures that it shows by the names that blocks have for them, and codes by their address. */
  readonly pictures: ReadonlyMap<string, OfficePicture>;
  /** Lies under the first page, from its upper edge. */
  readonly letterhead?: OfficePicture | undefined;
  /** A document whose page, headers, footers and styles are kept: the parts of it that count, by name. */
  readonly template?: OfficeTemplate | undefined;
}

/** A picture in its size on paper, in millimetres. */
export interface OfficePicture {
  readonly width: number;
  readonly height: number;
  readonly image: RasterImage;
}

/** The parts of a letterhead that a word processor wrote. */
export interface OfficeTemplate {
  readonly form: 'docx' | 'odt';
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Hash of the file. */
  readonly sha256: string;
  /** What its page keeps free at each edge, headers and footers with it, in millimetres. */
  readonly margins: Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>;
  /** Of an OpenDocument text: the page style of its first page. */
  readonly masterPage?: string | undefined;
  /** Of a Word document: its page, and what the parts are to its text and to the package. */
  readonly word?:
    | {
        readonly section: string;
        readonly relations: readonly {
          readonly id: string;
          readonly type: string;
          readonly target: string;
        }[];
        readonly types: readonly (readonly [name: string, type: string])[];
        readonly endings: readonly (readonly [ending: string, type: string])[];
      }
    | undefined;
}
