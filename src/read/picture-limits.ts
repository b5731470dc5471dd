/** Most pixels: A3 at 600 dpi has some 70 million. */
const MAX_PIXELS = 80_000_000;

/** What keeps a picture from being read. */
export class PictureError extends Error {
  readonly code: 'picture-format' | 'picture-too-large' | 'picture-unsafe' | 'picture-broken';
  readonly hint: string | undefined;
  constructor(code: PictureError['code'], message: string, hint?: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

/** Refuses a picture of more pixels than are ever printed, before it is unpacked. */
export function checkPixels(width: number, height: number): void {
  if (width * height <= MAX_PIXELS && width > 0 && height > 0) return;
  throw new PictureError(
    'picture-too-large',
    `The picture says that it has ${width} × ${height} pixels; at most ${MAX_PIXELS} are read.`,
    'Save it smaller: 300 pixels an inch are enough.',
  );
}
