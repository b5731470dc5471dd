import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Io, type Terminal, textsFor } from '../terminal/io.ts';
import { type Option, openDialogue } from '../terminal/prompts.ts';
import { DRAFT } from '../wizard/draft.ts';
import { shellQuoted } from './shell-quoted.ts';

/**
 * Asks what somebody who called `handbill` alone wants to do. Returns the command line
 * for it, empty for the help; undefined where they broke off.
 */
export async function chooseStart(io: Io, terminal: Terminal): Promise<readonly string[] | undefined> {
  const { say } = textsFor(io);
  const { appeals, drafts, names } = await lookAround(io.cwd);
  const [first] = appeals;
  const here = first === undefined || first === '.' ? [] : [first];
  const line = (words: readonly string[], name: string): Option => ({
    value: JSON.stringify(words),
    name,
    description: words.length > 0 ? `handbill ${words.map(shellQuoted).join(' ')}` : 'handbill --help',
  });
  const dialogue = openDialogue(terminal, textsFor(io));
  try {
    const reply = await dialogue.ask({
      message: say('What would you like to do?'),
      options: [
        ...drafts.map((folder) =>
          line(['init', folder], say('Go on with the appeal that you began in {folder}', { folder })),
        ),
        line(['quick', ...here], say('Write one letter, in four questions')),
        line(['init', freeFolder(names)], say('Write a new appeal')),
        first === undefined
          ? line(['make'], say('Look at the bundled example: make all its letters and leaflets'))
          : line(['make', ...here], say('Make all letters and leaflets of your appeal')),
        line([], say('Show the help')),
      ],
    });
    return reply.did === 'answer' ? (JSON.parse(reply.text) as string[]) : undefined;
  } finally {
    dialogue.end();
  }
}

/** Appeals and drafts in a folder and in those right below it. */
async function lookAround(cwd: string) {
  const entries = await readdir(cwd, { withFileTypes: true }).catch(() => []);
  const names = entries.map(({ name }) => name);
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const inside = await Promise.all(
    folders.sort().map(async (name) => ({ name, files: await readdir(join(cwd, name)).catch(() => []) })),
  );
  const places = [{ name: '.', files: names }, ...inside];
  const holding = (isIt: (file: string) => boolean) =>
    places.filter(({ files }) => files.some(isIt)).map(({ name }) => name);
  return { appeals: holding(isHead), drafts: holding((file) => file === DRAFT), names };
}

function isHead(file: string): boolean {
  return /^appeal\.(ya?ml|json)$/.test(file);
}

function freeFolder(names: readonly string[]): string {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? 'my-appeal' : `my-appeal-${n}`;
    if (!names.includes(name)) return name;
  }
}
