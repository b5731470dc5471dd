import { createHash } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import type { Letterhead, LetterheadPicture } from '../model/letterhead.ts';
import type { RasterImage } from '../model/page.ts';
import type { Picture } from '../model/picture.ts';
import type { Sender } from '../model/sender.ts';
import { type Problem, ProblemError } from '../problems.ts';

/** Pixels of an A4 page's longer side at 300 to the inch. */
const LONG_SIDE = 3508;

/** Reads the letterhead that the file of a sender names; nothing where it names none. */
export async function readLetterhead(
  sender: Sender | undefined,
  senderFile: string | undefined,
): Promise<{ letterhead?: Letterhead; problems: readonly Problem[] }> {
  const asked = sender?.letterhead;
  if (asked === undefined || senderFile === undefined) return { problems: [] };
  const { picture: file, ...own } = typeof asked === 'string' ? { picture: asked } : asked;
  // The decoders load only for a sender who has one.
  const { readPicture } = await import('../read/picture.ts');
  try {
    const drawing = { longSide: LONG_SIDE, hasColours: true };
    const picture = await readPicture(resolve(dirname(senderFile), file), undefined, drawing);
    const { width, height, data } = picture.image;
    const margins = { top: 0, right: 0, bottom: 0, left: 0, ...own };
    const hash = createHash('sha256')
      .update(`${JSON.stringify(margins)} ${width} ${height} `)
      .update(data);
    const sha256 = hash.digest('hex').slice(0, 32);
    return { letterhead: { margins, picture: { picture, ink: inkOf(picture) }, sha256 }, problems: [] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { problems: error.problems };
  }
}

/** Cells across a letterhead: about a millimetre of paper each. */
const COLUMNS = 200;
/** Lighter than this, 0 to 255, what lies under a text leaves it readable: a watermark. */
const PALE = 200;

/** Where a picture has ink. */
function inkOf({ image }: Picture): LetterheadPicture['ink'] {
  const { width, height } = image;
  const columns = Math.min(COLUMNS, width);
  const rows = Math.max(1, Math.round((columns * height) / width));
  const cells = new Uint8Array(columns * rows);
  for (let y = 0; y < height; y += 1) {
    const row = Math.min(Math.floor((y * rows) / height), rows - 1) * columns;
    for (let x = 0; x < width; x += 1)
      if (lightnessAt(image, y * width + x) < PALE) cells[row + Math.floor((x * columns) / width)] = 1;
  }
  return { columns, rows, cells };
}

/** Lightness of a pixel, 0 to 255 (Rec. 709 weights). */
function lightnessAt({ samples, data }: RasterImage, i: number): number {
  if (samples !== 'rgb8') return data[i]!;
  return 0.2126 * data[i * 3]! + 0.7152 * data[i * 3 + 1]! + 0.0722 * data[i * 3 + 2]!;
}
