/** Where the parts of a letter stand in a document of a word processor: millimetres from the page's top left corner. */
export interface OfficeForm {
  readonly paper: { readonly width: number; readonly height: number };
  /** Frames by what stands in them. */
  readonly frames: Readonly<Record<'sender' | 'recipient' | 'date', OfficeFrame>>;
  /** First line of the text on the first page, and on further ones; its left edge and width. */
  readonly text: { readonly x: number; readonly y: number; readonly width: number; readonly bottom: number };
  readonly nextTop: number;
  /** Short rules at the edge: where they begin, and how far down each lies. */
  readonly marks: { readonly x: number; readonly at: readonly number[] };
}

export interface OfficeFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
