import { createHash } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import type { Letterhead } from '../model/letterhead.ts';
import type { OfficeTemplate } from '../model/office-form.ts';
import { greyAt, type Picture } from '../model/picture.ts';
import type { LetterheadMargins, Sender } from '../model/sender.ts';
import { type Problem, ProblemError } from '../problems.ts';

/** Pixels of an A4 page's longer side at 300 to the inch. */
const LONG_SIDE = 3508;

/** What letters are printed on: a picture, or the document of a word processor for those that are written as one. */
interface Letterheads {
  readonly letterhead?: Letterhead | undefined;
  readonly template?: OfficeTemplate | undefined;
  readonly problems: readonly Problem[];
}

/** Reads the letterhead that the file of a sender names, and the one that is given besides; a picture goes before. */
export async function readLetterheads(
  sender: Sender | undefined,
  senderFile: string | undefined,
  given: string | undefined,
): Promise<Letterheads> {
  const named = sender?.letterhead;
  const asked = typeof named === 'string' ? { picture: named } : named;
  try {
    // What reads them loads only for those who have one.
    const template =
      given === undefined
        ? undefined
        : await (await import('../read/office-letterhead.ts')).readOfficeLetterhead(given);
    if (given !== undefined && !template) return { letterhead: await readHead(given, {}), problems: [] };
    if (!asked || senderFile === undefined) return { template, problems: [] };
    const { picture, ...margins } = asked;
    return {
      template,
      letterhead: await readHead(resolve(dirname(senderFile), picture), margins),
      problems: [],
    };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { problems: error.problems };
  }
}

async function readHead(file: string, own: LetterheadMargins): Promise<Letterhead> {
  const { readPicture } = await import('../read/picture.ts');
  const picture = await readPicture(file, undefined, { longSide: LONG_SIDE, hasColours: true });
  const { width, height, data } = picture.image;
  const margins = { top: 0, right: 0, bottom: 0, left: 0, ...own };
  const hash = createHash('sha256')
    .update(`${JSON.stringify(margins)} ${width} ${height} `)
    .update(data);
  return { picture, ink: inkOf(picture), margins, sha256: hash.digest('hex').slice(0, 32) };
}

/** Cells across a letterhead: about a millimetre of paper each. */
const COLUMNS = 200;
/** Lighter than this, 0 to 255, what lies under a text leaves it readable: a watermark. */
const PALE = 200;

/** Where a picture has ink. */
function inkOf({ image }: Picture): Letterhead['ink'] {
  const { width, height } = image;
  const columns = Math.min(COLUMNS, width);
  const rows = Math.max(1, Math.round((columns * height) / width));
  const cells = new Uint8Array(columns * rows);
  for (let y = 0; y < height; y += 1) {
    const row = Math.min(Math.floor((y * rows) / height), rows - 1) * columns;
    for (let x = 0; x < width; x += 1)
      if (greyAt(image, y * width + x) < PALE) cells[row + Math.floor((x * columns) / width)] = 1;
  }
  return { columns, rows, cells };
}
