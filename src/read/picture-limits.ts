import { formatLimit, LIMITS } from '../model/limits.ts';
import type { Problem, ProblemCode } from '../problems.ts';
import { type ArgsOf, finding, type WordingId } from '../wordings.ts';

/** What keeps a picture from being read. */
export class PictureError extends Error {
  /** Without the file, which is known where it is read. */
  readonly problem: Problem;
  readonly code: ProblemCode;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
    this.code = problem.code;
  }
}

/** What keeps a picture from being read, by its wording. */
export function pictureError<W extends WordingId>(wording: W, ...[values]: ArgsOf<W>): PictureError {
  return new PictureError(finding('error', wording, values));
}

/**
 * Refuses a picture of more pixels than are ever printed, before it is unpacked; such of other than 8 bits to a channel
 * count twice, for the memory or the time that they take.
 */
export function checkPixels(width: number, height: number, bits = 8): void {
  if (width === 0 || height === 0) throw pictureError('picture-broken/no-pixels');
  if (width * height * (bits === 8 ? 1 : 2) <= LIMITS.pixels) return;
  throw pictureError('picture-too-large/pixels', { width, height, most: formatLimit(LIMITS.pixels) });
}
