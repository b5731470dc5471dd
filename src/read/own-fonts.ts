import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../problems.ts';
import { listInside } from './inside.ts';

/** The font files in an appeal's own folder: one hash of their names and bytes, and links among them that lead out. */
export async function readOwnFonts(
  appeal: string,
): Promise<{ sha256: string | undefined; problems: readonly Problem[] }> {
  const folder = join(appeal, 'fonts');
  const { names, problems } = await listInside(folder, appeal, /\.(?:ttf|otf|ttc|otc)$/i);
  if (names.length === 0) return { sha256: undefined, problems };
  const hash = createHash('sha256');
  for (const name of names) {
    hash.update(`${name}\0`);
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (!found?.isFile()) continue;
    try {
      for await (const piece of createReadStream(join(folder, name))) hash.update(piece as Uint8Array);
    } catch {
      // Whoever opens the font tells what is wrong with it.
    }
  }
  return { sha256: hash.digest('hex'), problems };
}
