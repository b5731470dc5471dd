import { resolve } from 'node:path';
import type { Command } from 'commander';
import { textsFor } from '../terminal/io.ts';
import { addCommonOptions, defineCommand } from './options.ts';
import { act, type CommonOptions, type Session } from './outcome.ts';

interface MergeOptions extends CommonOptions {
  readonly out: string;
}

/** The command `manifest`. */
export function manifestCommand(session: Session): Command {
  return defineCommand('manifest', 'Join what several machines made in parts', ['manifest merge']).addCommand(
    mergeCommand(session),
  );
}

function mergeCommand(session: Session): Command {
  const command = defineCommand('merge', 'Join the manifests of `make --shard 1/n` to `n/n`', [
    'manifest merge',
    'manifest merge --out tonight',
  ]).option('--out <folder>', 'folder with the files and manifests of all parts', 'out');
  return addCommonOptions(command).action(
    act<MergeOptions>(session, async ({ out }) => {
      const { mergeManifests } = await import('../batch/shards.ts');
      const { files } = await mergeManifests(resolve(session.io.cwd, out));
      const paths = [...files.keys()];
      const { say, count } = textsFor(session.io);
      const told = say('{files} in one manifest.', { files: count(paths.length, 'file') });
      return { data: { files: paths }, summary: `${told}\n` };
    }),
  );
}
