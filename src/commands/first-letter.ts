import { join } from 'node:path';
import { hasErrors } from '../problems.ts';
import { columnsOf, type Io, textsFor } from '../terminal/io.ts';
import { wrapText } from '../terminal/wrap.ts';
import type { NewAppeal } from '../write/appeal.ts';
import { checkWhole } from './check-whole.ts';
import { lettersFrom } from './one-letter.ts';
import type { CommonOptions, Outcome } from './outcome.ts';
import { prepareFor } from './plan.ts';
import { shellQuoted } from './shell-quoted.ts';
import { runMaterial } from './write-material.ts';

/** Options of `init`; those that answer a question are looked up by its flag. */
export interface InitOptions extends CommonOptions {
  readonly source?: string;
  readonly to?: readonly string[];
  readonly state?: string;
  readonly answers?: string;
  readonly from?: string;
  readonly update?: string;
  readonly contacts?: string;
  readonly date?: string;
  readonly open?: boolean;
}

/** What a check says of a new appeal, and its first letter, if there is nothing wrong. */
export async function makeFirstLetter(
  io: Io,
  { date, input, open }: InitOptions,
  folder: string,
  { sender: { country } }: NewAppeal,
): Promise<Outcome> {
  const texts = textsFor(io);
  const sender = `${folder}/sender.json`;
  const options = { input, date, sender };
  const checked = await checkWhole(io, options, folder);
  // Notices are for later: what keeps a letter from being right comes first.
  const all = checked.problems ?? [];
  const problems = all.filter(({ severity }) => severity !== 'notice');
  const say = (...lines: readonly (string | false)[]) =>
    lines.flatMap((line) => (line === false ? [] : `${wrapText(line, columnsOf(io)).join('\n')}\n`)).join('');
  const more =
    all.length > problems.length &&
    texts.say('See all: handbill check {folder}', { folder: shellQuoted(folder) });
  const prepared = await prepareFor(io, options, folder, ['letter']);
  const letter = prepared.input && lettersFrom(prepared.input.campaign, country).letters[0];
  if (!prepared.input || !letter || hasErrors(problems)) return { problems, summary: say(more) };
  const out = `${folder}/out`;
  // By a run of its own, so that the next one knows the letter for its own and writes it anew once a fact has changed.
  const which = { to: [letter.target.id], lang: [letter.language], format: ['pdf'] as const };
  const run = await runMaterial(io, { ...options, ...which, quiet: true, out }, folder, ['letter']);
  const [path] = run.result?.written ?? [];
  if (!path) return { problems: [...problems, ...run.problems], summary: say(more) };
  const file = `${out}/${path}`;
  if (open) io.open?.(join(io.cwd, file));
  return {
    problems,
    data: { letter: file },
    summary: say(
      checked.summary!.trimEnd(),
      more,
      '',
      texts.say('Your first letter: {file}', { file }),
      texts.say('Everything else: {command}', {
        command: `handbill make ${shellQuoted(folder)} --sender ${shellQuoted(sender)} --out ${shellQuoted(out)}`,
      }),
    ),
  };
}
