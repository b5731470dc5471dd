import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import type { Campaign } from '../model/campaign.ts';
import type { Picture } from '../model/picture.ts';
import { type Problem, ProblemError } from '../problems.ts';
import type { AppealFiles } from '../read/appeal.ts';

/** Pictures of an appeal by id, and one hash of all that is printed of them. */
export interface ReadPictures {
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly sha256: string;
  readonly problems: readonly Problem[];
}

/** Path of a file that lies below the folder, links followed: the data of others can't print what else is on a disk. */
async function holdBelow(folder: string, file: string): Promise<string> {
  const path = join(folder, file);
  const found = await realpath(path).catch(() => undefined);
  if (found === undefined) return path;
  const way = relative(await realpath(folder), found);
  if (!way.startsWith('..') && !isAbsolute(way)) return path;
  const message = 'The picture is a link that leads out of the folder of the appeal.';
  const hint = 'Copy the picture into the folder.';
  throw new ProblemError([{ severity: 'error', code: 'picture-unsafe', message, hint }]);
}

/** Reads the pictures of an appeal from its folder; what is wrong with one is told at its line in the appeal. */
export async function readPictures(
  { appeal, folder }: Campaign,
  { head }: AppealFiles,
): Promise<ReadPictures> {
  const pictures = new Map<string, Picture>();
  const problems: Problem[] = [];
  const hash = createHash('sha256');
  for (const [i, { id, file }] of (appeal.images ?? []).entries()) {
    // The decoders load only for an appeal that has pictures.
    const { readPicture } = await import('../read/picture.ts');
    try {
      const picture = await readPicture(await holdBelow(folder ?? '.', file));
      pictures.set(id, picture);
      hash.update(id).update(picture.image.data);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const at = head.locate(['images', i, 'file']);
      problems.push(
        ...error.problems.map((problem) => ({ ...problem, at, message: `${file}: ${problem.message}` })),
      );
    }
  }
  return { pictures, sha256: hash.digest('hex'), problems };
}
