import { formatLimit, LIMITS } from '../model/limits.ts';

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

/**
 * Refuses a picture of more pixels than are ever printed, before it is unpacked; such of other than 8 bits to a channel
 * count twice, for the memory or the time that they take.
 */
export function checkPixels(width: number, height: number, bits = 8): void {
  if (width === 0 || height === 0) throw new PictureError('picture-broken', 'The picture has no pixels.');
  if (width * height * (bits === 8 ? 1 : 2) <= LIMITS.pixels) return;
  throw new PictureError(
    'picture-too-large',
    `The picture says that it has ${width} × ${height} pixels; at most ${formatLimit(LIMITS.pixels)} are read.`,
    'Save it smaller: 300 pixels an inch are enough.',
  );
}
