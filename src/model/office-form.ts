/** Where the parts of a letter stand in a document of a word processor: millimetres from the page's top left corner. */
export interface OfficeForm {
  readonly paper: { readonly width: number; readonly height: number };
  /** Frames by what stands in them. */
  readonly frames: Readonly<Record<'sender' | 'recipient' | 'date', OfficeFrame>>;
  /** First line of the text on the first page, and on further ones; its left edge and width. */
  readonly text: { readonly x: number; readonly y: number; readonly width: number; readonly bottom: number };
  readonly nextTop: number;
  readonly sizes: OfficeSizes;
  /** Short rules at the edge: where they begin, and how far down each lies. */
  readonly marks: { readonly x: number; readonly at: readonly number[] };
}

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
