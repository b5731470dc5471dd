import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Problem } from '../problems.ts';
import { textsFor } from '../terminal/io.ts';
import { finding } from '../wordings.ts';
import { locateAppeal } from './locate.ts';
import { addLeafletOptions, addLetterOptions, addMailOptions, type DocumentOptions } from './material.ts';
import { addAppealOptions, addCommonOptions, addOutputOptions, commaList, defineCommand } from './options.ts';
import { act, outcomeOf, printOutcome, type Session } from './outcome.ts';

interface MakeOptions extends DocumentOptions {
  readonly watch?: boolean;
}

/** The command `make`. */
export function makeCommand(session: Session): Command {
  const command = defineCommand('make', 'Write everything that the appeal asks for; only what changed', [
    'make',
    'make my-appeal',
    'make my-appeal --sender sender.json --out tonight',
    'make my-appeal --lang en,kk',
  ]);
  addAppealOptions(command)
    .optionsGroup('Which:')
    .option('--lang <tags>', 'languages, such as en,kk; ar+fr for documents in both', commaList);
  addMailOptions(addLeafletOptions(addLetterOptions(command)));
  addOutputOptions(command)
    .option('--check', 'write nothing; end with 1 if something is out of date')
    .option('--dry-run', 'write nothing; tell what would be written')
    .option('--shard <i/n>', 'make the i-th of n even parts; join them with `handbill manifest merge`');
  command.option('--watch', 'make again whenever a file of the appeal is saved');
  return addCommonOptions(command).action(
    act<MakeOptions>(session, async (options, [appeal]) => {
      const { writeMaterial } = await import('./write-material.ts');
      if (options.watch) await watchAppeal(session, options, appeal);
      return options.watch ? {} : writeMaterial(session.io, options, appeal, undefined);
    }),
  );
}

async function watchAppeal(
  session: Session,
  options: MakeOptions,
  appeal: string | undefined,
): Promise<void> {
  const { io } = session;
  const [{ writeMaterial }, { watchPaths }, { startRunMemory }] = await Promise.all([
    import('./write-material.ts'),
    import('./watch.ts'),
    import('../plan/known-plans.ts'),
  ]);
  const memory = startRunMemory();
  const { facts, contacts, events, sender, senders, signatories, letterhead } = options;
  const named = [facts, contacts, events, sender, senders, signatories, letterhead];
  const files = named.flatMap((file) => (file === undefined ? [] : [resolve(io.cwd, file)]));
  const round = async () => {
    const outcome = await writeMaterial(io, options, appeal, undefined, memory).catch(outcomeOf);
    const problems = outcome.problems?.map(whileWatching);
    await printOutcome(session, 'make', options, { ...outcome, problems });
    io.stderr.write(`${textsFor(io).say('Watching for changes; Ctrl-C ends.')}\n`);
  };
  const signal = io.interrupt?.() ?? new AbortController().signal;
  await watchPaths([locateAppeal(io, appeal).path, ...files], round, {
    signal,
    ignore: resolve(io.cwd, options.out),
  });
}

/** What a file that was saved meanwhile led to: nobody has to do anything about it while it is watched. */
function whileWatching(problem: Problem): Problem {
  const wording = WATCHED[problem.wording ?? ''];
  return wording ? finding(problem.severity, wording, {}, { at: problem.at }) : problem;
}

const WATCHED: Readonly<Record<string, 'input-changed/watched' | 'file-unreadable/watched'>> = {
  'input-changed/file': 'input-changed/watched',
  'file-unreadable/moved': 'file-unreadable/watched',
};
