import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { PARTS, readAppeal } from '../read/appeal.ts';
import { finishTogether, isPublishing } from '../write/together.ts';
import { appealFolder } from './locate.ts';

/** How often an appeal is read that changes meanwhile, and the milliseconds between: files take their places in few. */
const TRIES = 20;
const PAUSE = 40;
const TRIES_FOR_HEAD = 5;

const OWN = new RegExp(`^(?:appeal|${PARTS.join('|')})\\.`);

/**
 * Reads an appeal as it is at one moment: where files are saved meanwhile, or another handbill gives them their places, it is
 * read again. What goes on changing is read as it comes. Where there are tables and no head, an editor may have that away for
 * a moment.
 */
export async function readSettled(...args: Parameters<typeof readAppeal>): ReturnType<typeof readAppeal> {
  const folder = appealFolder(args[0]);
  for (let tries = 1; ; tries += 1) {
    const before = stateOf(folder);
    const read = await readAppeal(...args);
    const isAway = before !== '' && !/^appeal\.(?:ya?ml|json) /m.test(before) && tries < TRIES_FOR_HEAD;
    if (tries === TRIES || (!isAway && stateOf(folder) === before && !isPublishing(folder))) return read;
    await setTimeout(PAUSE);
    finishTogether(folder);
  }
}

/** Which files an appeal's folder holds, and of when. */
function stateOf(folder: string): string {
  try {
    const names = readdirSync(folder).filter((name) => OWN.test(name));
    return names.map((name) => `${name} ${markOf(join(folder, name))}`).join('\n');
  } catch {
    return ''; // Whoever reads it will tell.
  }
}

function markOf(file: string): string {
  const { ino, size, ctimeNs } = statSync(file, { bigint: true, throwIfNoEntry: false }) ?? {};
  return `${ino} ${size} ${ctimeNs}`;
}
