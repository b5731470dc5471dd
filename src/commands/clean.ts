import { resolve } from 'node:path';
import type { Command } from 'commander';
import { textsFor } from '../terminal/io.ts';
import { addCommonOptions, defineCommand } from './options.ts';
import { act, type CommonOptions, type Session } from './outcome.ts';

interface CleanOptions extends CommonOptions {
  readonly out: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

/** The command `clean`. */
export function cleanCommand(session: Session): Command {
  const command = defineCommand('clean', 'Remove the files that handbill wrote, and no others', [
    'clean',
    'clean --out tonight --dry-run',
  ])
    .option('--out <folder>', 'folder of the material', 'out')
    .option('--force', 'remove files that somebody has edited since, too')
    .option('--dry-run', 'tell what would be removed, and remove nothing');
  return addCommonOptions(command).action(
    act<CleanOptions>(session, async (options) => {
      const { cleanFolder } = await import('../batch/clean.ts');
      const { say, count } = textsFor(session.io);
      const { force, dryRun } = options;
      const cleaned = await cleanFolder(resolve(session.io.cwd, options.out), { force, dry: dryRun });
      if (!cleaned)
        return {
          data: { removed: [], kept: [] },
          summary: `${say('There is nothing that handbill wrote.')}\n`,
        };
      const { removed, kept, problems } = cleaned;
      const files = count(removed.length, 'file');
      const told = dryRun ? say('{files} would be removed.', { files }) : say('{files} removed.', { files });
      return { problems, data: { removed, kept }, summary: `${told}\n` };
    }),
  );
}
