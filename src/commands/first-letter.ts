import { join } from 'node:path';
import { type Io, textsFor } from '../terminal/io.ts';
import type { NewAppeal } from '../write/appeal.ts';
import { checkWhole } from './check-whole.ts';
import type { InitOptions } from './init.ts';
import type { Outcome } from './outcome.ts';
import { runMaterial } from './write-material.ts';

/** What a check says of a new appeal, and its first letter, if there is nothing wrong. */
export async function makeFirstLetter(
  io: Io,
  { date, input, open }: InitOptions,
  folder: string,
  appeal: NewAppeal,
): Promise<Outcome> {
  const { say } = textsFor(io);
  const sender = `${folder}/sender.json`;
  const checked = await checkWhole(io, { input, date, sender }, folder);
  const out = `${folder}/out`;
  const [first] = appeal.contacts;
  const { result, problems } = await runMaterial(
    io,
    { input, date, sender, out, to: first && [first.id], lang: [appeal.language], format: ['pdf'] },
    folder,
    ['letter'],
  );
  const letter = result && [...result.written, ...result.unchanged][0];
  if (letter === undefined)
    return { problems: [...(checked.problems ?? []), ...problems], summary: checked.summary ?? '' };
  const path = `${out}/${letter}`;
  if (open) io.open?.(join(io.cwd, path));
  return {
    problems: checked.problems ?? [],
    data: { letter: path },
    summary: `${checked.summary}
${say('Your first letter: {file}', { file: path })}
${say('Everything else: {command}', { command: `handbill make ${folder} --sender ${sender} --out ${out}` })}
`,
  };
}
