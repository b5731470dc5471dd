import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { append } from '../model/append.ts';
import type { Campaign } from '../model/campaign.ts';
import type { Picture } from '../model/picture.ts';
import { type Problem, ProblemError } from '../problems.ts';
import type { AppealFiles } from '../read/appeal.ts';

/** Pictures of an appeal by id, and one hash of all that is printed of them. */
interface ReadPictures {
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly sha256: string;
  readonly problems: readonly Problem[];
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
      const within = folder ?? '.';
      const picture = await readPicture(join(within, file), within);
      pictures.set(id, picture);
      hash.update(`${id} ${picture.image.width} ${picture.image.height} `).update(picture.image.data);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const at = head.locate(['images', i, 'file']);
      append(
        problems,
        error.problems.map((problem) => ({ ...problem, at, message: `${file}: ${problem.message}` })),
      );
    }
  }
  return { pictures, sha256: hash.digest('hex'), problems };
}
